"""What must not stand in a channel any more is gone from it at once, and brings nothing new along."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.conversation import Button
from bot.domain.utboks import Utposttilstand
from tests.dialogs.chat import kanal, kl
from tests.dialogs.moetefolk import ANNE, ASUKANAL, BERIT, OVE
from tests.dialogs.sammendragfolk import bygg_sammendrag

PSUKANAL = kanal("Politikk")
FELLES = (
    "sak 2",
    "k: Tas til orientering.",
    "felles møte med PSU",
    "ny sak 2/24: Felles ordning",
    "k: Ordningen innføres.",
)
UNNTATT = "er unntatt offentlighet offl. § 13"


@pytest.fixture
async def s():
    return await bygg_sammendrag()


@pytest.fixture
async def felles(s):
    """Part of it stands in PSU's channel too."""
    await s.si(OVE, "koble denne kanalen til PSU", i=PSUKANAL)
    await s.chat.post()
    await s.lagt_ut(*FELLES)
    return s


async def endret(s, hvor=PSUKANAL) -> list[str]:
    """What the channel's post was changed to since last time, at once."""
    s.chat.poster.endret.clear()
    await s.chat.post(s.ref.naa())
    return [m.text for kanalen, _, m in s.chat.poster.endret if kanalen == hvor.id]


async def test_a_felles_part_that_is_unntatt_goes_out_of_the_other_bodys_channel_at_once(felles):
    await felles.si(OVE, f"punkt 2 {UNNTATT}")
    (ny,) = await endret(felles)
    assert "innføres" not in ny
    assert "Det som sto her, er ikke lenger lagt ut." in ny


async def test_a_felles_part_whose_point_is_struck_goes_too(felles):
    await felles.si(OVE, "stryk punkt 2")
    await felles.etter()
    (ny,) = [m.text for k, _, m in felles.chat.poster.endret if k == PSUKANAL.id]
    assert "innføres" not in ny
    assert "ikke lenger lagt ut" in ny


async def test_what_is_changed_in_the_rest_is_not_told_in_the_other_bodys_channel(felles):
    await felles.si(OVE, "endre punkt 1 til Tas til etterretning.")
    (vaar,) = await felles.etter()
    assert "Rettet 15. mai" in vaar.text
    assert [k for k, _, _ in felles.chat.poster.endret] == [ASUKANAL.id]
    await felles.si(OVE, "endre punkt 2 til Ordningen utredes.")
    await felles.etter()
    (deres,) = [m for k, _, m in felles.chat.poster.endret if k == PSUKANAL.id]
    assert "Rettet 15. mai" in deres.text


async def test_a_point_that_is_moved_into_the_felles_part_is_shown_first(felles):
    await felles.si(OVE, "flytt punkt 1 til sak 2/24")
    await felles.etter()
    assert PSUKANAL.id not in [k for k, _, _ in felles.chat.poster.endret]


async def test_what_is_dictated_while_it_is_open_again_is_shown_nowhere(s):
    await s.lagt_ut()
    await s.si(OVE, "gjenåpne referatet", "sak 2", "k: Under arbeid.", "endre punkt 1 til Helt nytt.")
    for svar in (
        await s.si(BERIT, "vis sammendraget", i=ASUKANAL),
        await s.si(BERIT, "vis sammendraget"),
        await s.chat.trykk(
            BERIT,
            Button("Vis alt", "sammendrag.vis", {"moete": s.ref.hus.mai.id, "hele": True}),
            at=s.ref.naa(),
            i=ASUKANAL,
        ),
    ):
        assert "Tas til orientering." in svar
        assert "Under arbeid" not in str(svar.cards)
        assert "Helt nytt" not in str(svar.cards)


async def test_what_is_unntatt_while_it_is_open_again_brings_nothing_along(s):
    await s.lagt_ut("sak 2", "k: Tas til orientering.", "k: Følges opp.")
    await s.si(OVE, "gjenåpne referatet", "sak 2", "k: Under arbeid.", "endre punkt 2 til Helt nytt.")
    await s.si(OVE, f"punkt 1 {UNNTATT}")
    (ny,) = await endret(s, ASUKANAL)
    assert "Tas til orientering" not in ny
    assert "Følges opp." in ny
    assert "Under arbeid" not in ny
    assert "Helt nytt" not in ny


async def test_all_of_it_unntatt_it_is_not_said_that_nothing_was_decided(s):
    await s.lagt_ut("sak 2", "k: Tas til orientering.")
    await s.si(OVE, f"sak 2 {UNNTATT}")
    (ny,) = await endret(s, ASUKANAL)
    assert "Det som sto her, er ikke lenger lagt ut." in ny
    assert "ikke ført" not in ny


async def _uten_punkt_2(s):
    skjema = await s.trykk(OVE, await s.hevet("sak 2", "k: Tas til orientering.", "k: Utelates."), "Endre")
    knapp = skjema.knapp("Vis hvordan")
    (felt,) = [e["id"] for e in skjema.cards[0]["body"] if e["type"] == "Input.ChoiceSet"]
    vist = await s.chat.trykk(OVE, replace(knapp, data={**knapp.data, felt: "p1"}), at=s.ref.naa())
    await s.trykk(OVE, vist, "Legg ut")
    await s.chat.post()


async def _godkjent(s):
    for hvem, linje in ((OVE, "send referatet til godkjenning"), (ANNE, "godkjenn referatet")):
        await s.trykk(hvem, await s.si(hvem, linje), "Ja")
    await s.etter()


async def _rettelse(s, linje):
    svar = await s.si(OVE, linje)
    if svar.labels:
        await s.trykk(OVE, svar, svar.labels[0])
    return await s.etter()


async def test_a_rettelse_of_what_was_left_out_is_left_out_too(s):
    await _uten_punkt_2(s)
    await _godkjent(s)
    assert await _rettelse(s, "rettelse til punkt 2: Kari Nordmann skulle ikke vært med.") == []
    assert s.forslag == []
    (ny,) = await _rettelse(s, "rettelse til punkt 1: Tas til etterretning.")
    assert "Tas til etterretning." in ny.text
    assert "Kari Nordmann" not in ny.text


async def test_a_rettelse_of_the_whole_is_shown_first(s):
    await s.lagt_ut()
    await _godkjent(s)
    assert await _rettelse(s, "rettelse: Møtet ble holdt på Teams.") == []
    (vist,) = s.forslag
    assert "Møtet ble holdt på Teams." in vist.text
    await s.trykk(OVE, vist, "Legg ut")
    (ny,) = await s.etter()
    assert "Møtet ble holdt på Teams." in ny.text


async def _ble(s, tilstand):
    """Its post in the channel came to that."""
    async with s.chat.store.turn() as uow:
        (post,) = [p for p in await uow.utboks.under("sammendrag:") if p.conversation_id == ASUKANAL.id]
        tatt = await uow.utboks.ta(kl(s.ref.naa()), timedelta(seconds=30), 50)
        assert post.id in [p.id for p in tatt]
        if tilstand is Utposttilstand.DOED:
            await uow.utboks.doed(post.id, "400")
        else:
            await uow.utboks.uviss(post.id, "timeout")
        await uow.commit()
    return post


async def _proev_igjen(s, post):
    await s.chat.trykk(OVE, Button("Prøv igjen", "utboks.igjen", {"post": post.id}), at=s.ref.naa())
    return [m.text for m in (await s.chat.post(s.ref.naa())).get(ASUKANAL.id, [])]


@pytest.mark.parametrize("tilstand", [Utposttilstand.DOED, Utposttilstand.UVISS])
async def test_tried_again_it_says_what_the_referat_says_now(s, tilstand):
    await s.trykk(OVE, await s.hevet("sak 2", "k: Hemmelig.", "k: Følges opp."), "Legg ut")
    post = await _ble(s, tilstand)
    await s.si(OVE, f"punkt 1 {UNNTATT}")
    (ny,) = await _proev_igjen(s, post)
    assert "Hemmelig" not in ny
    assert "Følges opp." in ny


async def test_what_could_not_be_sent_is_put_out_anew_and_not_tried_again_beside_it(s):
    await s.trykk(OVE, await s.hevet(), "Legg ut")
    post = await _ble(s, Utposttilstand.DOED)
    igjen = await s.si(OVE, "legg ut sammendraget")
    assert "Det går til «Samarbeid»." in igjen
    assert "ingen andre har sett" not in igjen.text
    await s.trykk(OVE, igjen, "Legg ut")
    assert len((await s.chat.post(s.ref.naa()))[ASUKANAL.id]) == 1
    assert await _proev_igjen(s, post) == []


async def test_a_channel_that_is_no_longer_linked_gets_nothing_new(s):
    await s.lagt_ut()
    await s.si(OVE, "koble denne kanalen til PSU", i=ASUKANAL)
    await s.si(OVE, "koble denne kanalen fra ASU", i=ASUKANAL)
    await s.si(OVE, "endre punkt 1 til Noe som ikke angår PSU.")
    (ny,) = await s.etter()
    assert "angår" not in ny.text
    assert "koblet fra" in ny.text
