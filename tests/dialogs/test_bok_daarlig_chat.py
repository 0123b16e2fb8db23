"""What cannot be noted: one clear sentence each, and nothing of it is lost."""

import pytest

from bot.domain.moetebok import Boktilstand
from tests.dialogs.chat import Chat
from tests.dialogs.moetefolk import ANNE, BERIT, OVE, bygg
from tests.dialogs.referatfolk import START, aapnet

ELLEVE = "Slett også meldingen i chatten."


@pytest.fixture
async def ref():
    return await aapnet(Chat(admins=set()))


@pytest.mark.parametrize("linje", ["k: tas til orientering", "neste sak", "angre", "møtet er hevet"])
async def test_no_referat_open(linje):
    hus = await bygg(Chat(admins=set()))
    svar = await hus.chat.si(OVE, linje, at=START)
    assert svar.foerst == (
        "Ingen referater er åpne, så dette er ikke ført. Skriv «start referat» først, og send det på nytt."
    )
    assert svar.labels == ["start referat"]


async def test_two_open_and_none_chosen_the_line_is_noted_once_it_is(ref):
    await ref.si(OVE, "neste sak")
    chat = ref.chat
    await chat.si("per lien", "hei", at=START)
    await chat.si(OVE, "start referat for PSU", at="2024-05-23T12:00")
    async with chat.store.turn() as uow:
        await uow.boeker.sett_foerer(f"aad-{OVE}", None)
        await uow.commit()
    svar = await chat.si(OVE, "k: tas til orientering", at="2024-05-23T12:05")
    assert svar.foerst == "Flere referater er åpne. Hvilket hører dette til?"
    svar = await chat.trykk(OVE, svar.knapp("ASU"), at="2024-05-23T12:05")
    assert svar.text == "01/24 · konklusjon 1"
    svar = await chat.si(OVE, "i: og dette også", at="2024-05-23T12:06")
    assert svar.text == "01/24 · innspill 2", "it stays chosen"


async def test_a_sak_that_does_not_exist(ref):
    svar = await ref.si(OVE, "sak 99 konklusjon tas til orientering")
    assert svar.text.startswith("Jeg finner ikke sak 99 på sakslisten, så dette er ikke ført.")
    assert await ref.tekster() == {}


@pytest.mark.parametrize("linje", ["k:", "k:   ", "konklusjon:", "endre punkt 1"])
async def test_an_empty_text(ref, linje):
    svar = await ref.si(OVE, "neste sak", "k: godkjent", linje)
    assert svar.text.startswith("Hva skal stå? Teksten manglet, så ingenting er ført.")
    assert await ref.tekster() == {1: "Godkjent"}


async def test_ten_thousand_characters(ref):
    svar = await ref.si(OVE, "neste sak", "k: " + "abcd " * 2000)
    assert svar.text.startswith("Teksten er på 9999 tegn, og det er plass til 4000 i et punkt.")
    assert await ref.tekster() == {}


async def test_a_frist_that_has_been_is_asked_about(ref):
    svar = await ref.si(OVE, "neste sak", "o: Berit sender brevet innen 3. mai 2023")
    assert svar.foerst.startswith("Fristen onsdag 3. mai 2023 er passert.")
    assert svar.labels == ["3. mai 2025", "Uten frist", "Forkast"]
    svar = await ref.trykk(OVE, svar, "3. mai 2025")
    assert svar.text == "01/24 · oppfølging 1 · Berit Nes · frist lørdag 3. mai 2025"


async def test_a_frist_that_has_been_may_be_left_out_or_the_point_thrown_away(ref):
    spurt = await ref.si(OVE, "neste sak", "o: Berit sender brevet innen 3. mai 2023")
    assert (await ref.trykk(OVE, spurt, "Forkast")).text == "Det er ikke ført inn noe."
    assert await ref.tekster() == {}
    spurt = await ref.si(OVE, "o: Berit sender brevet innen 3. mai 2023")
    assert (await ref.trykk(OVE, spurt, "Uten frist")).text == "01/24 · oppfølging 1 · Berit Nes"


async def test_an_unknown_name_is_kept_as_written_and_told_of(ref):
    svar = await ref.si(OVE, "neste sak", "o: Petter Ukjent sender brevet")
    assert svar.text.splitlines() == [
        "01/24 · oppfølging 1 · Petter Ukjent",
        "Ikke på medlemslisten, og ført som det ble skrevet: Petter Ukjent.",
    ]


async def test_a_locked_referat(ref):
    await ref.si(OVE, "neste sak", "k: godkjent", "møtet er hevet")
    await laas(ref)
    svar = await ref.si(OVE, "start referat")
    assert svar.foerst.startswith("Referatet fra ASU onsdag 15. mai 2024 er godkjent og låst.")
    fra = await ref.chat.trykk(OVE, _knapp(ref, "referat.punkt", hva="konklusjon", tekst="nytt", key=1))
    assert fra.text.startswith("Referatet er godkjent og låst, så dette er ikke ført.")
    fra = await ref.chat.trykk(OVE, _knapp(ref, "referat.rett", hva="stryk", punkt=1))
    assert fra.text.startswith("Referatet er godkjent og låst")
    fra = await ref.chat.trykk(OVE, _knapp(ref, "referat.angre"))
    assert fra.text.startswith("Referatet er godkjent og låst")
    assert await ref.tekster() == {1: "Godkjent"}
    assert await ref.tilstand() is Boktilstand.GODKJENT


def _knapp(ref, verb, **data):
    from bot.domain.conversation import Button

    return Button("", verb, {"bok": ref.bok_id, "op": f"op-{ref.naa()}", **data})


async def laas(ref):
    """The møteleder has approved it."""
    from datetime import UTC

    from bot.domain import bokgodkjenning
    from bot.domain.bokakt import Akt
    from bot.domain.boklesing import les
    from bot.domain.frammoete import Hvem
    from tests.dialogs.chat import kl

    async with ref.chat.store.turn() as uow:
        bok, linjer = await uow.boeker.laas(ref.bok_id)
        akt = Akt(Hvem("Anne Vik", 1), kl("2024-05-20T12:00").astimezone(UTC), "godkjent")
        nye = bokgodkjenning.godkjenn(les(linjer), akt, usendt=True)
        await uow.boeker.noter(ref.bok_id, nye)
        await uow.boeker.lagre(bokgodkjenning.hode_etter(bok, les([*linjer, *nye])))
        await uow.commit()


@pytest.mark.parametrize(
    "linje",
    [
        "k: fødselsnummer 01020312345",
        "i: 010203 12345 er med",
        "det må avklares om 010203-12345 går",
        "endre punkt 1 til 01020312345",
        "til stede: 01020312345",
        "ny sak: 01020312345",
        "helt vanlig linje om 010203 12345 her",
    ],
)
async def test_eleven_digits_are_kept_nowhere(ref, linje):
    svar = await ref.si(OVE, "neste sak", "k: godkjent", linje)
    assert svar.text.endswith(ELLEVE)
    assert "12345" not in str(vars(ref.chat.store.data))


async def test_a_likely_patient_is_asked_about_and_kept_nowhere_before(ref):
    svar = await ref.si(OVE, "neste sak", "i: 87-åring fra Frosta har ligget på gangen med hoftebrudd")
    assert svar.foerst.startswith("Kan dette være en pasient?")
    assert "Frosta" not in str(vars(ref.chat.store.data))
    svar = await ref.trykk(OVE, svar, "Før det inn likevel")
    assert svar.text == "01/24 · innspill 1"


async def test_a_likely_patient_is_written_anew(ref):
    svar = await ref.si(OVE, "neste sak", "i: 87-åring fra Frosta har ligget på gangen med hoftebrudd")
    assert (await ref.trykk(OVE, svar, "Skriv om")).text == "Det er ikke ført inn noe."
    assert await ref.tekster() == {}


async def test_a_line_that_is_no_known_one_may_be_a_point(ref):
    svar = await ref.si(OVE, "neste sak", "kommunene ønsker seg en tydelig plan for dette")
    assert svar.foerst.startswith("Skal dette inn i referatet, og som hva?")
    assert (await ref.trykk(OVE, svar, "Innspill")).text == "01/24 · innspill 1"


async def test_nobody_has_a_moete_today():
    hus = await bygg(Chat(admins=set()))
    svar = await hus.chat.si(OVE, "start referat for ASU", at="2024-05-13T12:00")
    assert svar.foerst == "ASU har ikke noe møte mandag 13. mai 2024. Hvilket møte er det?"
    assert svar.labels == ["ASU onsdag 15. mai 2024", "Opprett møte i ASU i dag"]
    svar = await hus.chat.trykk(OVE, svar.knapp("Opprett"), at="2024-05-13T12:00")
    assert svar.foerst == "Referatet fra ASU mandag 13. mai 2024 er åpnet."
    assert "Møtet har ingen saksliste. Skriv «ny sak: …»." in svar
    svar = await hus.chat.si(OVE, "k: tas til orientering", at="2024-05-13T12:01")
    assert svar.text.startswith("Referatet har ingen saker.")


async def test_a_moete_that_is_avlyst_or_has_a_referat(ref):
    await ref.hus.avlys(ref.hus.juni)
    svar = await ref.chat.trykk(OVE, _start(ref.hus.juni.id), at=START)
    assert "er avlyst, så det kan ikke føres referat fra det" in svar


def _start(moete_id):
    from bot.domain.conversation import Button

    return Button("", "referat.start", {"moete": moete_id})


async def test_votes_that_cannot_be(ref):
    svar = await ref.si(OVE, "neste sak", "votering: 7000 for, 2 mot")
    assert svar.text.startswith(("Stemmetallene går ikke opp.", "01/24 · votering 1"))


async def test_only_who_was_asked_answers(ref):
    spurt = await ref.si(OVE, "k: tas til orientering")
    svar = await ref.chat.trykk(BERIT, spurt.knapp("Sak 02/24"), at=START)
    assert svar.text.startswith("Jeg har ikke linjen lenger.")
    svar = await ref.chat.trykk(ANNE, spurt.knapp("Sak 02/24"), at=START)
    assert await ref.tekster() == {}
