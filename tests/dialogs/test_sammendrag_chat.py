"""The møte is closed: its sammendrag is shown to who keeps the referat, and put out when they say so."""

import asyncio
from dataclasses import replace

import pytest

from bot.domain.conversation import Button
from bot.domain.referat import Referat, Referatdel, Referatsak
from bot.domain.sammendrag import Sammendragstilstand
from tests.cards.kort import sjekk
from tests.dialogs.chat import Chat, kanal
from tests.dialogs.moetefolk import ANNE, ASUKANAL, BERIT, OVE
from tests.dialogs.referatfolk import MOETECHAT, knappen
from tests.dialogs.sammendragfolk import INNHOLD, bygg_sammendrag


@pytest.fixture
async def s():
    return await bygg_sammendrag()


async def test_it_is_shown_to_who_closed_it_and_nowhere_else(s):
    await s.si(OVE, *INNHOLD, "møtet er hevet")
    post = await s.chat.post()
    assert list(post) == [f"aad-{OVE}"]
    (vist,) = post[OVE]
    assert vist.text.startswith("Slik blir sammendraget fra ASU onsdag 15. mai 2024\n")
    assert "«Samarbeid»" in vist.text
    assert "Konklusjon: Tas til orientering." in vist.text
    assert "Siri Haug skriver brevet (frist: mandag 3. juni 2024, sak 02/24)" in vist.text
    assert "Det haster" not in vist.text
    assert "Foreløpig – referatet er ikke godkjent" in vist.text
    assert "Neste møte: onsdag 19. juni 2024" in vist.text
    sjekk(vist)


async def test_put_out_it_stands_in_the_channel_once(s):
    post = await s.lagt_ut()
    assert post.text.startswith("Sammendrag fra ASU onsdag 15. mai 2024\nForeløpig")
    assert "Legg ut" not in str(post.card)
    sjekk(post)
    assert (await s.chat.post()) == {}
    lagret = await s.lagret()
    assert (lagret.tilstand, lagret.lagt_ut_av.navn) == (Sammendragstilstand.LAGT_UT, "Ove Bakk")


async def test_pressed_twice_is_put_out_once(s):
    vist = await s.hevet()
    assert "legges nå ut i 1 kanal" in await s.trykk(OVE, vist, "Legg ut")
    igjen = await s.trykk(OVE, vist, "Legg ut")
    assert "legges ut i «Samarbeid»" in igjen
    await s.chat.post()
    igjen = await s.trykk(OVE, vist, "Legg ut")
    assert "er lagt ut i «Samarbeid». Når referatet rettes" in igjen
    assert "«slett innlegget»" in igjen
    assert igjen.labels == ["Vis sammendraget", "Endre"]
    assert len(s.chat.poster.got) == 0
    assert await s.chat.post() == {}


async def test_two_close_it_in_the_same_second_and_one_is_shown(s):
    await s.si(OVE, *INNHOLD)
    await s.si(ANNE, "start referat for ASU")
    at = s.ref.naa()
    await asyncio.gather(*(s.chat.si(hvem, "møtet er hevet", at=at) for hvem in (OVE, ANNE)))
    post = await s.chat.post()
    vist = [m for meldinger in post.values() for m in meldinger if "Legg ut" in str(m.card)]
    async with s.chat.store.turn() as uow:
        noekler = {p.noekkel.rpartition(":aad")[0] for p in await uow.utboks.under("sammendragvis:")}
    assert len(noekler) == 1
    assert 1 <= len(vist) <= 2
    assert (await s.lagret()).versjon == 1


async def test_two_put_it_out_in_the_same_second_and_it_is_posted_once(s):
    knapp = knappen(await s.hevet(), "Legg ut")
    at = s.ref.naa()
    svar = await asyncio.gather(*(s.chat.trykk(hvem, knapp, at=at) for hvem in (OVE, ANNE)))
    assert sorted("i 1 kanal" in x.text for x in svar) == [False, True]
    assert len((await s.chat.post())[ASUKANAL.id]) == 1


async def test_not_now_and_later_all_the_same(s):
    vist = await s.hevet()
    assert "Skriv «legg ut sammendraget»" in await s.trykk(OVE, vist, "Ikke nå")
    assert (await s.lagret()).tilstand is Sammendragstilstand.IKKE_NAA
    igjen = await s.si(OVE, "legg ut sammendraget")
    assert "Slik blir sammendraget" in igjen
    await s.trykk(OVE, igjen, "Legg ut")
    assert len((await s.chat.post())[ASUKANAL.id]) == 1


async def test_lines_are_left_out_and_a_text_stands_on_top(s):
    skjema = await s.trykk(OVE, await s.hevet(), "Endre")
    (felt,) = [e for e in skjema.cards[0]["body"] if e["type"] == "Input.ChoiceSet"]
    assert (felt["label"], felt["value"]) == ("Sak 02/24 Digital hjemmeoppfølging – status", "p1,p2")
    fylt = {felt["id"]: "p1", "sammendrag_innledning": "Takk for <b>møtet</b> [her](x)"}
    knapp = skjema.knapp("Vis hvordan")
    vist = await s.chat.trykk(OVE, replace(knapp, data={**knapp.data, **fylt}), at=s.ref.naa())
    assert "skriver brevet" not in vist.text
    assert "Takk for <b>møtet</b> [her](x)" in vist.text
    await s.trykk(OVE, vist, "Legg ut")
    (post,) = (await s.chat.post())[ASUKANAL.id]
    assert "skriver brevet" not in str(post.card)
    assert "Takk for <b>møtet</b>" in post.text
    sjekk(post)


@pytest.mark.parametrize(
    ("skrevet", "feil"),
    [("x" * 501, "plass til 500"), ("Ring 01017012345", "elleve sifre")],
)
async def test_a_text_that_cannot_be_kept_is_told_and_stays_in_the_form(s, skrevet, feil):
    skjema = await s.trykk(OVE, await s.hevet(), "Endre")
    knapp = skjema.knapp("Vis hvordan")
    fylt = {**knapp.data, "sammendrag_innledning": skrevet}
    svar = await s.chat.trykk(OVE, replace(knapp, data=fylt), at=s.ref.naa())
    assert feil in svar.text
    assert svar.labels == ["Vis hvordan det blir"]
    assert "01017012345" not in str(svar.cards)
    assert (await s.lagret()).innledning is None


async def test_what_may_be_about_a_patient_is_asked_about(s):
    skjema = await s.trykk(OVE, await s.hevet(), "Endre")
    knapp = skjema.knapp("Vis hvordan")
    fylt = {**knapp.data, "sammendrag_innledning": "Kari Olsen på 87 år har demens"}
    svar = await s.chat.trykk(OVE, replace(knapp, data=fylt), at=s.ref.naa())
    assert "pasient" in svar.text
    assert (await s.lagret()).innledning is None
    await s.chat.trykk(OVE, svar.buttons[0], at=s.ref.naa())
    assert "87 år" in (await s.lagret()).innledning


async def test_what_has_changed_since_is_shown_again_before_it_is_put_out(s):
    vist = await s.hevet()
    await s.si(OVE, "endre punkt 1 til Utsettes til høsten.")
    svar = await s.trykk(OVE, vist, "Legg ut")
    assert "er endret siden du så det" in svar
    assert "Utsettes til høsten." in svar
    assert (await s.chat.post())[ASUKANAL.id] == []
    assert "i 1 kanal" in await s.trykk(OVE, svar, "Legg ut")


async def test_opened_again_and_closed_again_it_is_shown_anew_and_posted_once(s):
    await s.si(OVE, *INNHOLD, "møtet er hevet", "gjenåpne referatet")
    assert await s.vist() == []
    foerste = await s.hevet("k: Følges opp.")
    await s.si(OVE, "gjenåpne referatet")
    assert "føres ennå" in await s.trykk(OVE, foerste, "Legg ut")
    assert "føres ennå" in await s.si(OVE, "legg ut sammendraget")
    andre = await s.hevet("k: Lukkes.")
    await s.trykk(OVE, andre, "Legg ut")
    assert "legges ut i «Samarbeid»" in await s.trykk(OVE, foerste, "Legg ut")
    (post,) = (await s.chat.post())[ASUKANAL.id]
    assert "Lukkes." in post.text


async def test_nobody_wants_it_then_nothing_is_shown_and_it_is_said_when_asked(s):
    uten = await bygg_sammendrag(Chat(admins=set()), kanal=None)
    await uten.si(OVE, *INNHOLD, "møtet er hevet")
    assert await uten.vist() == []
    svar = await uten.si(OVE, "legg ut sammendraget")
    assert "Ingen kanal får sammendrag fra ASU onsdag 15. mai 2024" in svar
    assert "«koble denne kanalen til …»" in svar


async def test_nothing_to_tell_then_nothing_is_shown(s):
    await s.si(OVE, "sak 2", "i: Siri: Det haster", "møtet er hevet")
    assert await s.vist() == []
    assert "ingen vedtak, konklusjoner eller oppgaver som kan legges ut" in await s.si(
        OVE, "legg ut sammendraget"
    )


async def test_where_others_read_along_it_is_shown_in_private(s):
    await s.hevet()
    svar = await s.si(OVE, "legg ut sammendraget", i=ASUKANAL)
    assert "Tas til orientering" not in svar.text
    assert "i en samtale med deg alene" in svar
    post = await s.chat.post()
    assert set(post) == {f"aad-{OVE}"}
    await s.trykk(OVE, post[OVE][0], "Legg ut")
    assert len((await s.chat.post())[ASUKANAL.id]) == 1


async def test_a_member_may_not_and_is_told_why(s):
    vist = await s.hevet()
    for svar in (
        await s.si(BERIT, "legg ut sammendraget"),
        await s.trykk(BERIT, vist, "Legg ut"),
        await s.trykk(BERIT, vist, "Endre"),
    ):
        assert "Tas til orientering" not in svar.text
        assert "Slik blir" not in svar.text
    assert (await s.chat.post()).get(ASUKANAL.id) is None


async def test_a_button_forged_or_pressed_in_the_channel_shows_nothing(s):
    vist = await s.hevet()
    for label in ("Endre", "Legg ut"):
        svar = await s.trykk(OVE, vist, label, i=ASUKANAL)
        assert "Tas til orientering" not in svar.text
    for data in ({"hva": "noe"}, {"hva": "legg_ut", "moete": 99}, {"hva": 3, "moete": 1}):
        svar = await s.chat.trykk(OVE, Button("x", "sammendrag.post", data), at=s.ref.naa())
        assert "kan jeg ikke bruke" in svar.text or "ikke" in svar.text
    assert (await s.chat.post()).get(ASUKANAL.id) is None


async def test_each_channel_has_its_own_language(s):
    nynorsk = kanal("Samhandling")
    await s.si(OVE, "koble denne kanalen til ASU", i=nynorsk)
    await s.si(OVE, "skriv nynorsk her", i=nynorsk)
    await s.chat.post()
    await s.trykk(OVE, await s.hevet(), "Legg ut")
    post = await s.chat.post()
    assert "Førebels – referatet er ikkje godkjent" in post[nynorsk.id][0].text
    assert "Foreløpig" in post[ASUKANAL.id][0].text


async def test_it_is_shown_to_the_leder_where_whoever_keeps_it_is_out_of_reach():
    s = await bygg_sammendrag(i=MOETECHAT)
    async with s.chat.store.turn() as uow:
        bruker = next(b for b in await uow.brukere.alle() if b.key == f"aad-{OVE}")
        await uow.brukere.lagre(replace(bruker, conversation_id=None))
        await uow.commit()
    await s.si(OVE, *INNHOLD, "møtet er hevet", i=MOETECHAT)
    assert "Legg ut" in str((await s.chat.post())[ANNE][-1].card)


async def test_a_referat_from_a_paper_is_put_out_too(s):
    async with s.chat.store.turn() as uow:
        moete = await uow.load_moete(s.ref.hus.psu_mai.id or 0)
        saker = [Referatsak("7/24", "Ferjeruter", konklusjon=["Følges opp"], punkter=["Bør tas i bruk"])]
        await uow.save_moete(replace(moete, referat=Referat(deler=[Referatdel(saker)])))
        await uow.commit()
    politikk = kanal("Politikk")
    at = "2024-05-30T09:00"
    await s.chat.si(OVE, "koble denne kanalen til PSU", at=at, i=politikk)
    assert "Det kan bare" in await s.chat.si(BERIT, "legg ut sammendraget fra PSU", at=at)
    vist = await s.chat.si(OVE, "legg ut sammendraget fra siste PSU", at=at)
    assert "Konklusjon: Følges opp" in vist
    assert "Foreløpig" not in vist.text
    assert "Bør tas i bruk" not in vist.text
    await s.chat.trykk(OVE, vist.knapp("Legg ut"), at=at)
    (post,) = (await s.chat.post(at))[politikk.id]
    assert post.text.startswith("Sammendrag fra PSU torsdag 23. mai 2024")
    await s.chat.plan(at)
    assert (await s.chat.post(at)) == {}


async def test_a_moete_that_is_named_is_the_one_that_is_meant(s):
    await s.hevet()
    for linje in ("legg ut sammendraget fra ASU 15. mai", "post sammendrag fra siste ASU"):
        assert "Slik blir sammendraget fra ASU onsdag 15. mai 2024" in await s.si(OVE, linje)
    assert "ikke noe referat" in await s.si(OVE, "legg ut sammendraget fra PSU")


async def test_who_leads_the_body_may_too(s):
    vist = await s.hevet()
    assert "legges nå ut i 1 kanal" in await s.trykk(ANNE, vist, "Legg ut")
    assert (await s.lagret()).lagt_ut_av.navn == "Anne Vik"


@pytest.mark.parametrize("hvem", [OVE, ANNE])
async def test_what_is_unntatt_is_in_nothing_that_is_shown(s, hvem):
    await s.si(
        OVE,
        "sak 2",
        "k: Hemmelig konklusjon.",
        "oppfølging: Siri ringer hemmelig, frist 3. juni",
        "k: Åpen konklusjon.",
        "punkt 1 er unntatt offentlighet offl. § 13",
        "punkt 2 er unntatt offentlighet offl. § 13",
        "møtet er hevet",
    )
    (vist,) = await s.vist()
    skjema = await s.trykk(OVE, vist, "Endre")
    await s.trykk(OVE, vist, "Legg ut")
    (post,) = (await s.chat.post())[ASUKANAL.id]
    sett = await s.si(hvem, "vis sammendraget", i=ASUKANAL)
    for melding in (vist, *(r.message for r in skjema.outcome.replies), post):
        assert "emmelig" not in f"{melding.text}{melding.card}"
    assert "Åpen konklusjon." in sett
    assert "emmelig" not in f"{sett.text}{sett.cards}"
