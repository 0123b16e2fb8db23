"""What stands in the channel follows the referat: corrected in its place, and it says so."""

from dataclasses import replace

import pytest

from bot.domain.sammendrag import Sammendragstilstand
from bot.varsling import kanalposter, sammendragsposter
from tests.cards.kort import sjekk
from tests.dialogs.chat import kanal
from tests.dialogs.moetefolk import ANNE, ASUKANAL, BERIT, OLGA, OVE
from tests.dialogs.referatfolk import knappen
from tests.dialogs.sammendragfolk import bygg_sammendrag


@pytest.fixture
async def s():
    return await bygg_sammendrag()


async def test_an_edit_changes_what_stands_there_and_says_when(s):
    await s.lagt_ut()
    await s.si(OVE, "endre punkt 1 til Utsettes til høsten.")
    (ny,) = await s.etter()
    assert "Rettet 15. mai kl. 12." in ny.text
    assert "Utsettes til høsten." in ny.text
    assert "Tas til orientering" not in ny.text
    sjekk(ny)
    assert await s.etter() == []


async def test_ten_edits_in_a_row_are_one_change(s):
    await s.lagt_ut()
    at = s.ref.naa()
    for n in range(10):
        await s.chat.si(OVE, f"endre punkt 1 til Utsettes {n} ganger.", at=f"{at}:{n * 5:02d}")
        await s.chat.plan(f"{at}:{n * 5:02d}")
    await s.chat.post()
    assert s.chat.poster.endret == []
    (ny,) = await s.etter()
    assert "Utsettes 9 ganger." in ny.text


async def test_who_goes_on_for_long_is_not_waited_for(s):
    await s.lagt_ut()
    at = "2024-05-15T13"
    for n in range(24):
        klokka = f"{at}:{n // 2:02d}:{n % 2 * 30:02d}"
        await s.chat.si(OVE, f"endre punkt 1 til Utsettes {n} ganger.", at=klokka)
        await s.chat.plan(klokka)
    await s.chat.post()
    assert "Utsettes 20 ganger." in s.chat.poster.endret[-1][2].text


async def test_what_is_taken_back_again_is_no_change(s):
    await s.lagt_ut()
    await s.si(OVE, "endre punkt 1 til Utsettes.", "angre")
    assert await s.etter() == []


async def test_what_no_channel_shows_changes_nothing_there(s):
    await s.lagt_ut()
    await s.si(OVE, "endre punkt 3 til Det haster mye.")
    assert await s.etter() == []


async def test_what_becomes_unntatt_goes_out_at_once(s):
    await s.lagt_ut()
    await s.si(OVE, "punkt 1 er unntatt offentlighet offl. § 13")
    await s.chat.post()
    _, _, ny = s.chat.poster.endret[-1]
    assert "Tas til orientering" not in str(ny.card)
    assert "Rettet 15. mai" in ny.text


async def test_approved_the_mark_goes_and_nothing_was_corrected(s):
    await s.lagt_ut()
    svar = await s.si(OVE, "send referatet til godkjenning")
    await s.trykk(OVE, svar, "Ja")
    (sendt,) = await s.etter()
    assert "Vis referatet" in str(sendt.card)
    assert "Rettet" not in sendt.text
    svar = await s.si(ANNE, "godkjenn referatet")
    await s.trykk(ANNE, svar, "Ja")
    (ny,) = await s.etter()
    assert "Godkjent 15. mai" in ny.text
    assert "Foreløpig" not in ny.text
    assert "Rettet" not in ny.text


async def test_what_is_new_when_it_was_open_again_is_shown_first_and_what_was_out_is_corrected(s):
    await s.lagt_ut()
    await s.si(OVE, "gjenåpne referatet", "sak 2", "k: Lukkes.", "endre punkt 1 til Tas til etterretning.")
    assert await s.etter() == []
    await s.si(OVE, "møtet er hevet")
    (vist,) = await s.vist()
    assert "er endret siden det ble lagt ut. Legg ut endringene?" in vist.text
    assert "Det står i «Samarbeid»." in vist.text
    (rettet,) = await s.etter()
    assert "Tas til etterretning." in rettet.text
    assert "Lukkes." not in str(rettet)
    assert await s.vist() == []

    assert "Endringene i sammendraget" in await s.trykk(OVE, vist, "Legg ut")
    (ny,) = await s.etter()
    assert "Lukkes." in ny.text
    assert "Rettet 15. mai" in ny.text
    assert await s.chat.post() == {}


async def test_what_is_new_after_the_moete_was_closed_is_shown_a_minute_later(s):
    await s.lagt_ut()
    svar = await s.si(OVE, "k: Utsettes.")
    await s.trykk(OVE, svar, "Sak 03/24")
    assert await s.etter() == []
    (vist,) = s.forslag
    assert "Utsettes." in vist.text
    assert "Sammendraget fra ASU onsdag 15. mai 2024 står som det var" in await s.trykk(
        OVE, vist, "Ikke nå"
    )
    assert await s.etter() == []
    igjen = await s.si(OVE, "legg ut sammendraget")
    assert "er endret siden det ble lagt ut" in igjen
    await s.trykk(OVE, igjen, "Legg ut")
    (ny,) = await s.etter()
    assert "Utsettes." in ny.text


async def _innledning(s, skjema, tekst):
    knapp = skjema.knapp("Vis hvordan")
    fylt = {**knapp.data, "sammendrag_innledning": tekst, "sammendrag_linje_s2": "p1,p2"}
    return await s.chat.trykk(OVE, replace(knapp, data=fylt), at=s.ref.naa())


async def test_changed_by_who_put_it_out_it_is_shown_before_it_stands_in_the_channel(s):
    await s.lagt_ut()
    skjema = await s.trykk(OVE, await s.si(OVE, "legg ut sammendraget"), "Endre")
    svar = await _innledning(s, skjema, "Takk for møtet.")
    assert "er endret siden det ble lagt ut. Legg ut endringene?" in svar
    assert "Takk for møtet." in svar
    assert await s.etter() == []
    await s.trykk(OVE, svar, "Legg ut")
    (ny,) = await s.etter()
    assert "Takk for møtet." in ny.text


async def _slett(s):
    async with s.chat.store.turn() as uow:
        (post,) = [p for p in await uow.utboks.under("sammendrag:") if p.conversation_id == ASUKANAL.id]
        await kanalposter.slett_post(uow, s.chat.clock.now(), post)
        await sammendragsposter.slettet(uow, post.noekkel)
        await uow.commit()


async def test_taken_away_it_is_changed_no_more_and_can_be_put_out_again(s):
    await s.lagt_ut()
    await _slett(s)
    await s.chat.post()
    assert (await s.lagret()).tilstand is Sammendragstilstand.SLETTET
    await s.si(OVE, "endre punkt 1 til Utsettes.")
    assert await s.etter() == []
    igjen = await s.si(OVE, "legg ut sammendraget")
    await s.trykk(OVE, igjen, "Legg ut")
    (post,) = (await s.chat.post())[ASUKANAL.id]
    assert "Utsettes." in post.text
    assert "Rettet" not in post.text


async def test_an_old_card_does_not_put_it_out_again(s):
    vist = await s.hevet()
    await s.trykk(OVE, vist, "Legg ut")
    await s.chat.post()
    await _slett(s)
    assert "er endret siden du så det" in await s.trykk(OVE, vist, "Legg ut")


async def test_taken_away_in_one_channel_it_is_changed_in_the_other(s):
    andre = kanal("Alle")
    await s.si(OVE, "koble denne kanalen til ASU", i=andre)
    await s.chat.post()
    await s.lagt_ut()
    await _slett(s)
    await s.si(OVE, "endre punkt 1 til Utsettes.")
    assert await s.etter() == []
    assert [k for k, _, _ in s.chat.poster.endret] == [andre.id]


async def test_a_key_of_something_else_is_no_matter(s):
    await s.lagt_ut()
    async with s.chat.store.turn() as uow:
        foer = await uow.sammendrag.utlagte()
        await sammendragsposter.slettet(uow, "innkalling:1:2:19:x")
        await sammendragsposter.slettet(uow, "sammendrag:99:2:19:x")
        await uow.commit()
    async with s.chat.store.turn() as uow:
        assert await uow.sammendrag.utlagte() == foer
        assert len(foer) == 1


async def test_a_felles_part_goes_to_the_other_body_alone():
    s = await bygg_sammendrag()
    psu = kanal("Politikk")
    await s.si(OVE, "koble denne kanalen til PSU", i=psu)
    await s.chat.post()
    vist = await s.hevet(
        "sak 2",
        "k: Tas til orientering.",
        "felles møte med PSU",
        "ny sak 2/24: Felles ordning",
        "k: Ordningen innføres.",
    )
    assert "Til «Politikk» går bare den delen som er felles med dem." in vist.text
    await s.trykk(OVE, vist, "Legg ut")
    post = await s.chat.post()
    (deres,), (vaart,) = post[psu.id], post[ASUKANAL.id]
    assert "Tas til orientering" not in str(deres)
    assert "Ordningen innføres." in deres.text
    assert "felles" in deres.text.partition("\n")[0]
    assert "Ordningen innføres." in vaart.text
    assert "Tas til orientering." in vaart.text
    sjekk(deres)


async def test_who_may_see_it_where(s):
    assert "ikke lagt ut her" not in await s.si(OVE, "vis sammendraget")
    await s.hevet()
    assert "Tas til orientering." in await s.si(OVE, "vis sammendraget")
    for svar in (
        await s.si(BERIT, "vis sammendraget"),
        await s.si(OVE, "vis sammendraget", i=ASUKANAL),
        await s.si(OLGA, "vis sammendraget for ASU"),
    ):
        assert "Tas til orientering" not in svar.text
    await s.trykk(OVE, await s.si(OVE, "legg ut sammendraget"), "Legg ut")
    await s.chat.post()
    for svar in (
        await s.si(BERIT, "vis sammendraget"),
        await s.si(BERIT, "vis sammendraget", i=ASUKANAL),
    ):
        assert "Tas til orientering." in svar
    assert "Tas til orientering" not in (await s.si(OLGA, "vis sammendraget for ASU")).text


async def test_what_is_long_is_opened_in_the_card(s):
    lang = "Dette er en lang setning om vakta. " * 20
    post = await s.lagt_ut("sak 2", f"k: {lang}")
    alt, kort = post.card["body"][-2], post.card["body"][-3]
    if alt["type"] != "Container":
        alt, kort = post.card["body"][-1], post.card["body"][-2]
    assert (kort["id"], alt["id"], alt["isVisible"]) == ("sammendrag_kort", "sammendrag_alt", False)
    assert lang.strip() in str(alt)
    assert lang.strip() not in str(kort)
    assert "vakta.\u00a0…" in kort["items"][-2]["inlines"][0]["text"]
    sjekk(post)


async def test_what_a_card_cannot_hold_is_asked_for(s):
    linjer = [f"k: {n} {'Dette er en lang setning om vakta. ' * 100}" for n in range(12)]
    post = await s.lagt_ut("sak 2", *linjer)
    sjekk(post)
    svar = await s.chat.trykk(BERIT, knappen(post, "Vis alt"), at=s.ref.naa(), i=ASUKANAL)
    assert "Konklusjon: 0" in svar
    assert "Vis mer" in svar.labels
    for reply in svar.outcome.replies:
        sjekk(reply.message)
    mer = await s.chat.trykk(BERIT, svar.knapp("Vis mer"), at=s.ref.naa(), i=ASUKANAL)
    assert "Konklusjon: 0" not in mer
