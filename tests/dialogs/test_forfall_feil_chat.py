"""What cannot be noted: one clear sentence with what can be done instead, and nothing is stored."""

from datetime import date

import pytest

from bot.domain.conversation import Button
from bot.domain.moeteendring import avlyst
from tests.dialogs.chat import Chat
from tests.dialogs.forfallsfolk import ALLE, ANNE, BERIT, JONAS, OVE, Huset, bygg, installer, logg, moete

FLYTTET_HIT = "2024-05-16T09:00"


@pytest.fixture
def chat() -> Chat:
    return Chat(admins=set())


@pytest.fixture
async def huset(chat) -> Huset:
    huset = await bygg(chat)
    await installer(chat, *ALLE)
    return huset


async def ingenting(chat: Chat, huset: Huset) -> bool:
    """No log has a line, and nothing waits to be sent."""
    tomme = [await logg(chat, m) == [] for m in (huset.onsdag, huset.torsdag, huset.juni)]
    return all(tomme) and not await chat.post()


@pytest.mark.parametrize(
    ("hvem", "linje", "svar"),
    [
        (BERIT, "meld forfall til fagråd 9", "Fagråd 9"),
        (BERIT, "meld forfall til PSU", "Du står ikke oppført i PSU"),
        (BERIT, "kan ikke på fredag", "Du har ikke noe møte fredag 10. mai 2024 som jeg kjenner til."),
        (BERIT, "kan ikke på fredag", "Det neste er ASU onsdag 15. mai 2024 kl. 12.00–15.00."),
        (BERIT, "kan ikke 16. mai", "Du har ikke noe møte torsdag 16. mai 2024 som jeg kjenner til."),
        (BERIT, "jeg har ferie i juli", "Du har ikke noe møte i juli 2024 som jeg kjenner til."),
        (ANNE, "Per Hansen kan ikke møte på ASU", "Jeg finner ingen som heter Per Hansen i ASU."),
        (ANNE, "meld forfall for Olav Ness til ASU", "Jeg finner ingen som heter Olav Ness i ASU."),
        (ANNE, "Per Hansen kan ikke møte på ASU", "spør sekretariatet hvem som er med"),
        (OVE, "Olav Ness kan ikke møte på fredag", "Olav Ness har ikke noe møte fredag 10. mai"),
        ("per ukjent", "meld forfall", "Jeg finner deg ikke blant medlemmene."),
        (BERIT, "trekk forfallet mitt til fagråd 9", "Fagråd 9"),
        (BERIT, "jeg kommer på PSU", "Du står ikke oppført i PSU"),
        ("per ukjent", "jeg kommer", "Jeg finner deg ikke blant medlemmene."),
    ],
)
async def test_one_clear_sentence_and_nothing_stored(chat, huset, hvem, linje, svar):
    sagt = await chat.si(hvem, linje)
    assert svar in sagt
    assert not [label for label in sagt.labels if label.startswith(("Ja", "Angre"))]
    assert await ingenting(chat, huset)


async def test_a_moete_that_is_over(chat, huset):
    svar = await chat.si(BERIT, "jeg kunne ikke møte 15. mai, meld forfall", at=FLYTTET_HIT)
    assert await ingenting(chat, huset)
    svar = await chat.si(BERIT, "meld forfall til 15. mai 2024", at=FLYTTET_HIT)
    assert svar.text == (
        "ASU onsdag 15. mai 2024 kl. 12.00–15.00 er over, så her er det ikke noe å melde. "
        "Er det feil i referatet, så gi beskjed til referenten."
    )
    assert await ingenting(chat, huset)


async def test_a_moete_that_is_avlyst(chat):
    huset = await bygg(chat)
    await installer(chat, *ALLE)
    await moete(chat, huset.asu.helsefellesskap_id, huset.asu, date(2024, 5, 29), avlyst=True)
    svar = await chat.si(BERIT, "kan ikke 29. mai")
    assert svar.text.endswith("29. mai 2024 kl. 12.00–15.00 er avlyst.")
    assert await ingenting(chat, huset)


@pytest.mark.parametrize("maalform", ["bokmål", "nynorsk"])
async def test_the_only_moete_of_that_body_is_avlyst(chat, huset, maalform):
    """Jonas sits in ASU too, which meets: it is of PSU he asks."""
    async with chat.store.turn() as uow:
        await uow.save_moete(avlyst(await uow.load_moete(huset.torsdag.id)))
        await uow.commit()
    await chat.si(JONAS, f"skriv {maalform}")
    svar = await chat.si(JONAS, "forfall til PSU")
    assert svar.text == "PSU torsdag 23. mai 2024 kl. 12.00–15.00 er avlyst."
    assert await ingenting(chat, huset)


async def test_no_moete_of_that_body_to_come_is_said_of_that_body_alone(chat, huset):
    svar = await chat.si(JONAS, "forfall til PSU", at="2024-06-10T09:00")
    assert svar.foerst.startswith("Jeg kjenner ikke til noe kommende møte i PSU, så")


async def test_no_moete_to_come(chat, huset):
    svar = await chat.si(BERIT, "meld forfall", at="2025-01-10T09:00")
    assert svar.text == (
        "Jeg kjenner ikke til noe kommende møte i ASU, så det er ikke noe å melde ennå. "
        "Spør sekretariatet om datoen."
    )
    assert await ingenting(chat, huset)


@pytest.mark.parametrize(
    ("verb", "data"),
    [
        ("forfall.meld", {"moete": 9999}),
        ("forfall.meld", {"moeter": []}),
        ("forfall.meld", {"moeter": [9999], "bekreftet": True}),
        ("forfall.meld", {"moeter": "x", "bekreftet": True}),
        ("forfall.meld", {"moeter": [True], "bekreftet": True}),
        ("forfall.meld", {"person_id": 9999}),
        ("forfall.meld", {"person_id": "x"}),
        ("forfall.meld", {"vara_id": 9999}),
        ("forfall.meld", {"vara": 3}),
        ("forfall.trekk", {"moete": 9999}),
        ("forfall.gjelder", {}),
        ("forfall.kommer", {"moete": 9999}),
        ("forfall.angre", {}),
        ("forfall.angre", {"linjer": [[1]]}),
        ("forfall.angre", {"linjer": [["a", 2]]}),
        ("forfall.angre", {"linjer": [[9999, 1]]}),
        ("forfall.send", {"forfall_moeter": "a,b"}),
        ("forfall.send", {"forfall_moeter": 3}),
        ("forfall.send", {"forfall_moeter": "9999"}),
        ("vara.ja", {}),
        ("vara.ja", {"moete": 9999, "kall": "x"}),
        ("vara.nei", {"kall": 3}),
        ("vara.kall", {"moete": 9999}),
        ("vara.godkjenn", {"moete": "x", "kall": "x"}),
        ("vara.avslaa", {"kall": "x"}),
        ("frammoete.meld", {"moete": 9999, "hva": "sent"}),
        ("frammoete.meld", {"minutter": "x"}),
        ("forfall.liste", {"fra": "x"}),
    ],
)
async def test_a_button_nobody_here_has_made_does_nothing(chat, huset, verb, data):
    svar = await chat.trykk(BERIT, Button("x", verb, {**data, "op": "op-1"}))
    assert svar.outcome.replies
    assert "Noe gikk galt" not in svar
    if verb != "forfall.meld" or "moeter" in data:
        assert await ingenting(chat, huset)


async def test_a_button_about_a_body_one_is_not_in(chat, huset):
    svar = await chat.trykk(BERIT, Button("x", "forfall.meld", {"moete": huset.torsdag.id, "op": "1"}))
    assert "Du står ikke oppført i PSU" in svar
    assert await ingenting(chat, huset)


async def test_a_button_for_somebody_else_takes_the_right(chat, huset):
    data = {"moeter": [huset.onsdag.id], "person_id": huset.person(JONAS), "bekreftet": True, "op": "1"}
    assert "Det kan bare lederen" in await chat.trykk(BERIT, Button("x", "forfall.meld", data))
    assert await ingenting(chat, huset)


async def test_in_nynorsk(chat, huset):
    svar = await chat.si(BERIT, "eg kan ikkje kome på fredag")
    assert svar.text == (
        "Du har ikkje noko møte fredag 10. mai 2024 som eg kjenner til. "
        "Det neste er ASU onsdag 15. mai 2024 kl. 12.00–15.00."
    )
