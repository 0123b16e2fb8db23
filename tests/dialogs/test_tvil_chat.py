"""A weekday that contradicts its date is asked about; a day is always answered written out."""

from dataclasses import replace
from datetime import date

import pytest

from tests.dialogs import eksempel
from tests.dialogs.chat import Chat
from tests.dialogs.tolker import Innvidd, gjettet

TO = ["onsdag 15. mai 2024", "torsdag 16. mai 2024"]
SPURT = "15. mai er en onsdag. Mener du onsdag 15. mai eller torsdag 16. mai?"


@pytest.mark.parametrize(
    ("linje", "svar"),
    [
        ("møte torsdag 15. mai?", "ASU møtes onsdag 15. mai 2024"),
        ("saksliste ASU torsdag 15. mai", "Saksliste for ASU onsdag 15. mai 2024"),
        ("hvor er møtet torsdag 15. mai?", "Sted for ASU onsdag 15. mai 2024"),
        (
            "hvem har meldt forfall torsdag 15. mai?",
            "Hvem som kommer til ASU onsdag 15. mai 2024",
        ),
        ("møter torsdag 15. mai", "Jeg kjenner til ett møte onsdag 15. mai 2024"),
    ],
)
async def test_the_day_is_asked_for_and_pressed(chat, linje, svar):
    spurt = await chat.si("anne", linje)
    assert spurt.text == SPURT
    assert spurt.labels == TO
    assert (await chat.trykk("anne", spurt.buttons[0])).foerst.startswith(svar)


@pytest.mark.parametrize("linje", ["torsdag", "16. mai", "2", "torsdag 16. mai 2024"])
async def test_the_day_may_be_written(chat, linje):
    await chat.si("anne", "møte torsdag 15. mai?")
    svar = await chat.si("anne", linje)
    assert svar.text.startswith("Jeg har ikke fått innkalling til noen møter torsdag 16. mai 2024.")


async def test_in_nynorsk(chat):
    svar = await chat.si("anne", "kven har meldt forfall torsdag 15. mai?")
    assert svar.text == "15. mai er ein onsdag. Meiner du onsdag 15. mai eller torsdag 16. mai?"


async def test_a_day_that_is_itself_is_not_asked_about(chat):
    assert (await chat.si("anne", "møte onsdag 15. mai?")).foerst.startswith("ASU møtes onsdag 15. mai")


async def test_the_body_is_known_after_the_day_is_chosen():
    chat = Chat()
    await chat.har(eksempel.lest_innkalling())
    await chat.har(eksempel.lest_innkalling(), fellesskap="Helsefellesskapet Søndre Fjordfylke")
    spurt = await chat.si("anne", "saksliste ASU torsdag 15. mai")
    svar = await chat.trykk("anne", spurt.buttons[0])
    assert svar.text == "Hvilket utvalg mener du?"
    assert (await chat.trykk("anne", svar.buttons[1])).foerst.startswith(
        "Saksliste for ASU (Helsefellesskapet"
    )


async def test_a_body_nobody_knows_is_said_before_any_day(chat):
    assert "torsdag 16. mai?" not in await chat.si("anne", "møte i PSU torsdag 15. mai?")


async def test_where_no_day_counts_none_is_asked_for(chat):
    assert "Mener du" not in await chat.si("anne", "hvem sitter i ASU torsdag 15. mai")


async def test_which_day_a_sammendrag_is_of_is_asked_for(chat):
    """It is of a møte that has been: on 8 May the 15th is last year's."""
    svar = await chat.si("anne", "post sammendraget i kanalen torsdag 15. mai")
    assert svar.text == "15. mai er en mandag. Mener du mandag 15. mai eller torsdag 18. mai?"


async def test_which_day_a_referat_is_of_is_asked_for(chat):
    svar = await chat.si("anne", "start referat torsdag 15. mai")
    assert svar.text == "15. mai er en onsdag. Mener du onsdag 15. mai eller torsdag 16. mai?"


async def test_a_writing_line_in_doubt_is_shown_for_a_yes_after_the_day():
    """The button that names the day is no yes."""
    tvil = (date(2024, 5, 15), date(2024, 5, 16))
    vanlig = gjettet("moete.neste", tvil=tvil)
    strengt = replace(vanlig, strict=True)
    chat = Chat(tolk=Innvidd(vanlig=vanlig, strengt=strengt))
    assert all(b.data.get("vis_foerst") for b in (await chat.si("anne", "vanlig")).buttons)
    assert not any("vis_foerst" in b.data for b in (await chat.si("anne", "strengt")).buttons)


@pytest.mark.parametrize(
    ("linje", "lest_som"),
    [
        ("møte på torsdag?", "torsdag 9. mai 2024"),
        ("hvor er møtet på torsdag", "torsdag 9. mai 2024"),
        ("hvem har meldt forfall på fredag", "fredag 10. mai 2024"),
        ("hvem har meldt forfall neste uke", "onsdag 15. mai 2024"),
        ("saksliste neste uke", "onsdag 15. mai 2024"),
        ("saksliste på fredag", "fredag 10. mai 2024"),
        ("møter neste uke", "13. mai–19. mai 2024"),
        ("møter i påskeuka", "14. april–20. april 2025"),
        ("referatet fra påskeuka", "25. mars–31. mars 2024"),
        ("frister neste uke", "13. mai–19. mai 2024"),
        ("frister i juni", "juni 2024"),
        ("hva vedtok vi om parkering i forrige uke", "29. april–5. mai 2024"),
        ("hva er meldt til eventuelt på fredag", "fredag 10. mai 2024"),
        ("dialogmøter neste uke", "13. mai–19. mai 2024"),
    ],
)
async def test_a_relative_day_is_answered_written_out(chat, linje, lest_som):
    assert lest_som in await chat.si("anne", linje)
