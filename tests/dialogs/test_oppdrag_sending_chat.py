"""From which body an oppdrag goes, to which, and how it is taken back again."""

import pytest

from bot.domain.conversation import Button
from bot.domain.oppdrag import Oppdragstilstand as T
from tests.dialogs.moetefolk import BERIT, OVE
from tests.dialogs.oppdragfolk import BER, BER_TRE, GRO, RAADKANAL, bygg_oppdrag


@pytest.fixture
async def hus():
    return await bygg_oppdrag()


@pytest.mark.parametrize(
    "linje",
    [
        "send oppdrag til fagråd 1 fra ASU: Lag en plan",
        "send oppdrag fra ASU til fagråd 1: Lag en plan",
        "ASU sender oppdrag til fagråd 1: Lag en plan",
    ],
)
async def test_both_are_read_from_the_line(hus, linje):
    await hus.si(OVE, "møtet er hevet")
    svar = await hus.si(OVE, linje)
    assert svar.foerst == "Skal jeg sende dette som oppdrag fra ASU til Fagråd 1: «Lag en plan»?"


async def test_which_body_is_asked_and_the_text_is_still_there(hus):
    await hus.si(OVE, "møtet er hevet")
    svar = await hus.si(OVE, "send oppdrag til fagråd 1: Lag en plan")
    if svar.labels[:1] == ["ASU"]:
        svar = await hus.trykk(OVE, svar, "ASU")
    assert "«Lag en plan»" in svar.foerst


@pytest.mark.parametrize(
    ("tekst", "grunn"),
    [("x" * 1001, "Et oppdrag har plass til 1000 tegn, og dette er 1001."), ("01010112345", "elleve")],
)
async def test_the_true_cause_is_told(hus, tekst, grunn):
    await hus.si(OVE, "møtet er hevet")
    svar = await hus.si(OVE, f"send oppdrag til fagråd 1 fra ASU: {tekst}")
    assert grunn in svar.foerst.lower() or grunn in svar.foerst
    assert await hus.alle() == []


async def test_withdrawn_by_a_line_after_a_yes(hus):
    await hus.sendt()
    svar = await hus.si(OVE, "trekk oppdrag 1")
    assert svar.foerst.startswith("Skal jeg trekke oppdrag 1 til Fagråd 1 fra ASU?")
    await hus.trykk(OVE, svar, "Ja, trekk oppdraget")
    assert (await hus.det()).tilstand is T.TRUKKET
    assert "er trukket" in (await hus.si(OVE, "trekk oppdrag 1")).foerst
    assert "Jeg finner ikke oppdrag 9" in (await hus.si(OVE, "trekk oppdrag 9")).foerst


async def test_numbers_are_the_receivers_so_it_is_asked_which(hus):
    spurt = await hus.hevet(BER, BER_TRE)
    svar = await hus.trykk(OVE, spurt, "Send til Fagråd 1")
    await hus.trykk(OVE, svar, "Send til Fagråd 3")
    svar = await hus.si(OVE, "trekk oppdrag 1")
    assert [o.split(":")[0] for o in svar.labels] == [
        "Oppdrag 1 til Fagråd 1 fra ASU",
        "Oppdrag 1 til Fagråd 3 fra ASU",
    ]
    svar = await hus.si(OVE, "vis oppdrag 1")
    assert svar.foerst == "Flere utvalg har et oppdrag 1. Skriv også hvilket utvalg det er til."


async def test_who_may_not_withdraw(hus):
    await hus.sendt()
    for hvem in (BERIT, GRO):
        await hus.si(hvem, "trekk oppdrag 1")
    o = await hus.det()
    await hus.chat.trykk(
        GRO, Button("x", "oppdrag.send", {"oppdrag": o.id, "hva": "trekk_ja"}), at=hus.ref.naa()
    )
    assert (await hus.det()).tilstand is T.SENDT


async def test_a_proposal_is_not_withdrawn_but_there(hus):
    await hus.hevet(BER)
    svar = await hus.si(OVE, "trekk oppdrag 1")
    assert svar.foerst == "Oppdrag 1 til Fagråd 1 fra ASU er ikke sendt, så det er ingenting å trekke."
    svar = await hus.si(OVE, "vis forslag til oppdrag")
    assert "Send til Fagråd 1" in svar.labels


async def test_a_name_that_may_be_several_bodies_says_so(hus):
    spurt = await hus.hevet("ASU ber Fagrådet om å se på dette.")
    assert "«Fagrådet» kan bety flere utvalg: Fagråd 1 og Fagråd 3. Send til Fagråd 1?" in spurt.text
    assert "Send til Fagråd 3?" in spurt.text


async def test_they_stay_in_their_order(hus):
    spurt = await hus.hevet(BER_TRE, BER, "Fagråd 3 bes om tall.", "Fagråd 1 skal lage en rutine.")
    svar = await hus.trykk(OVE, spurt, "Send til Fagråd 3")
    assert [k for k in svar.labels if k.startswith("Send")] == [
        "Send til Fagråd 1",
        "Send til Fagråd 3",
        "Send til Fagråd 1",
    ]


async def test_nothing_of_what_is_only_proposed_comes_in_a_channel(hus):
    spurt = await hus.hevet(BER, BER_TRE)
    svar = await hus.trykk(OVE, spurt, "Send til Fagråd 1", i=RAADKANAL)
    assert BER not in svar
    assert BER_TRE not in svar
    assert [o.tilstand for o in await hus.alle()] == [T.FORESLAATT, T.FORESLAATT]
    for sted in (RAADKANAL,):
        assert BER_TRE not in await hus.si(OVE, "vis forslag til oppdrag", i=sted)


@pytest.mark.parametrize(
    "linje", ["send oppdraget", "ja, send oppdraget", "send til fagråd 1", "ikke send oppdraget ennå"]
)
async def test_what_is_typed_instead_of_pressed_shows_what_waits(hus, linje):
    await hus.hevet(BER)
    svar = await hus.si(OVE, linje)
    assert svar.labels == ["Send til Fagråd 1", "Ikke send"]
    assert (await hus.det()).tilstand is T.FORESLAATT
    assert (await hus.si(OVE, "send til fagråd 1")).foerst == "Oppdraget er sendt til Fagråd 1."


async def test_typed_no(hus):
    await hus.hevet(BER)
    await hus.si(OVE, "send oppdraget")
    assert (await hus.si(OVE, "ikke send")).foerst == "Greit, det sendes ikke til Fagråd 1."


async def test_a_channel_that_was_not_linked_when_it_left_gets_it_when_somebody_says_so(hus):
    svar = await hus.trykk(OVE, await hus.hevet(BER), "Send til Fagråd 1")
    assert svar.foerst == "Oppdraget er sendt til Fagråd 1."
    async with hus.chat.store.turn() as uow:
        (rad,) = await uow.utboks.under(f"oppdrag:{(await hus.det()).id}:")
        assert await uow.utboks.trekk(rad.noekkel)
        await uow.commit()
    assert RAADKANAL.id not in await hus.chat.post()
    vist = await hus.si(OVE, "vis oppdrag 1")
    svar = await hus.trykk(OVE, vist, "Legg ut i kanalen")
    assert svar.foerst == "Oppdraget legges ut i kanalen til Fagråd 1 nå."
    assert len((await hus.chat.post())[RAADKANAL.id]) == 1
    igjen = await hus.trykk(OVE, vist, "Legg ut i kanalen")
    assert igjen.foerst == "Fagråd 1 har ingen kanal som mangler oppdraget."
    assert RAADKANAL.id not in await hus.chat.post()


async def test_what_is_no_kind_of_point_is_its_new_text(hus):
    await hus.hevet(BER)
    svar = await hus.si(OVE, "gjer om punkt 1 til Vert utsett.")
    assert "Vert utsett." in svar
    assert "knappen" not in svar.foerst
