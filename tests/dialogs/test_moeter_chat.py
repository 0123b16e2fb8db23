"""Meetings, as members ask for them."""

import pytest

from tests.dialogs.chat import NAA, senere

DAGEN = "2024-05-15"


async def test_next_asu(chat):
    svar = await chat.si("anne", "neste ASU")
    assert svar.foerst == "Neste møte i ASU er onsdag 15. mai 2024 kl. 12.00–15.00."
    assert "Administrativt samarbeidsutvalg" in svar
    assert "Sted: Møterom Storfjorden" in svar
    assert "12.40–13.20 03/24 Felles vaktordning for øykommunene. Ansvarlig: Borgar Nesdal" in svar
    assert "13.20–13.35 Pause. 15 minutter" in svar
    assert svar.labels == ["Saksliste"]
    assert svar.cards[0]["actions"][0]["type"] == "Action.OpenUrl"


async def test_the_calendar_link_is_there_only_where_somebody_can_reach_it(chat, tom):
    assert "Legg i kalender: https://bot.example/ics/" in await chat.si("anne", "neste ASU")
    await tom.har(_innkalling())
    assert "kalender" not in (await tom.si("anne", "neste ASU")).text.lower()


def _innkalling():
    from tests.dialogs.eksempel import lest_innkalling

    return lest_innkalling()


@pytest.mark.parametrize(
    ("at", "foerst"),
    [
        (f"{DAGEN}T08:00", "Neste møte i ASU er i dag, onsdag 15. mai 2024 kl. 12.00–15.00."),
        (f"{DAGEN}T12:00", "Møtet i ASU pågår nå, onsdag 15. mai 2024 kl. 12.00–15.00."),
        (f"{DAGEN}T14:59", "Møtet i ASU pågår nå, onsdag 15. mai 2024 kl. 12.00–15.00."),
    ],
)
async def test_on_the_day_it_is_today_then_on_now(chat, at, foerst):
    assert (await chat.si("anne", "neste ASU", at=at)).foerst == foerst


async def test_after_the_last_one_only_what_is_known_is_said(chat):
    svar = await chat.si("anne", "neste ASU", at=f"{DAGEN}T15:00")
    assert svar.text.startswith(
        "Jeg har ikke fått innkalling til flere ASU-møter. I sak 03/24 er ASU 19. juni 2024 nevnt."
    )
    assert "foreslått, ikke vedtatt" in svar
    assert "Siste møte jeg kjenner til, var onsdag 15. mai 2024 kl. 12.00–15.00." in svar
    assert "ingen flere møter" not in svar


async def test_a_date_that_has_passed_is_no_longer_mentioned(chat):
    assert "19. juni" not in await chat.si("anne", "neste ASU", at="2024-06-20T09:00")


async def test_a_body_that_only_another_paper_mentions(chat):
    svar = await chat.si("anne", "når er neste PSU?")
    assert "Jeg har ikke fått innkalling til noen PSU-møter." in svar
    assert (
        "Ifølge sak 01/24 i papirene til ASU 15. mai 2024 møtes PSU torsdag 20. juni 2024 kl. 10.00–12.00"
        in svar
    )
    assert "(planlagt)" in svar


async def test_two_bodies_of_which_one_is_only_mentioned(chat):
    svar = await chat.si("anne", "når møtes ASU og PSU?")
    assert svar.foerst.startswith("Neste møte i ASU er onsdag 15. mai")
    assert "møtes PSU torsdag 20. juni 2024 kl. 10.00–12.00" in svar


async def test_a_body_nobody_has_mentioned(chat):
    svar = await chat.si("anne", "neste fagråd 7")
    assert "Jeg kjenner ikke noe utvalg som heter «Fagråd 7»." in svar
    assert "Jeg har papirer fra ASU og Fagråd for pasientsamarbeid." in svar


async def test_before_any_paper_has_come(tom):
    assert (await tom.si("anne", "neste møte")).text.startswith("Jeg har ikke fått noen innkalling ennå.")


async def test_next_meeting_of_any_body_says_whose_it_is(chat):
    assert (await chat.si("anne", "når er neste møte?")).foerst.startswith(
        "Neste møte i ASU er onsdag 15. mai"
    )


@pytest.mark.parametrize(
    ("linje", "funnet"),
    [
        ("møte i dag?", "Jeg har ikke fått innkalling til noen møter onsdag 8. mai 2024."),
        ("møte i dag?", "Neste møte jeg kjenner til, er ASU onsdag 15. mai 2024 kl. 12.00–15.00."),
        ("når begynner møtet 15. mai?", "ASU møtes onsdag 15. mai 2024 kl. 12.00–15.00."),
    ],
)
async def test_a_day_is_asked_for(chat, linje, funnet):
    assert funnet in await chat.si("anne", linje)


async def test_meetings_of_a_month_with_those_that_only_are_mentioned(chat):
    svar = await chat.si("anne", "møter i juni")
    assert svar.foerst == "Jeg kjenner til to møter i juni 2024."
    assert "Onsdag 12. juni 2024 kl. 09.00: Dialogmøte Ytre Fjord (planlagt" in svar
    assert "Torsdag 20. juni 2024 kl. 10.00–12.00" in svar


async def test_a_month_with_nothing_in_it(chat):
    svar = await chat.si("anne", "møter i august")
    assert "Jeg har ikke fått innkalling til noen møter i august 2024." in svar


async def test_dialog_meetings_with_where_they_stand(chat):
    svar = await chat.si("anne", "dialogmøter")
    assert svar.foerst == "Jeg kjenner til tre dialogmøter framover."
    assert "Torsdag 16. mai 2024: Møte med Indre Fjord (utsatt" in svar
    assert "Uten dato: Møte med Fjellregionen (dato ikke fastsatt" in svar


async def test_pauses_with_their_clock(chat):
    svar = await chat.si("anne", "når er det pause?")
    assert svar.text == "Det er én pause i ASU onsdag 15. mai 2024 kl. 12.00–15.00: kl. 13.20–13.35."


async def test_how_much_there_is(chat):
    svar = await chat.si("anne", "hvor mange saker er det på ASU?")
    assert "har seks saker og én pause, sju poster på til sammen 180 minutter." in svar.foerst


async def test_the_agenda_has_bullets_and_the_closing_line(chat):
    svar = await chat.si("anne", "saksliste ASU")
    assert svar.foerst == "Saksliste for ASU onsdag 15. mai 2024 kl. 12.00–15.00"
    assert "   • Erfaringer" in svar
    assert svar.text.index("06/24 Eventuelt") < svar.text.index("Hvordan har møtet vært?")


async def test_where_is_it_points_at_what_was_just_shown(chat):
    await chat.si("anne", "siste referat fra Fagråd for pasientsamarbeid")
    svar = await chat.si("anne", "hvor er det?", at=senere(NAA, 9))
    assert svar.foerst == "Sted for Fagråd for pasientsamarbeid tirsdag 23. april 2024: Teams."


async def test_after_ten_minutes_it_no_longer_does(chat):
    await chat.si("anne", "siste referat fra Fagråd for pasientsamarbeid")
    svar = await chat.si("anne", "hvor er det?", at=senere(NAA, 11))
    assert svar.foerst == "Sted for ASU onsdag 15. mai 2024 kl. 12.00–15.00: Møterom Storfjorden."


async def test_the_agenda_button_takes_the_place_of_the_card(chat):
    kort = await chat.si("anne", "neste ASU")
    svar = await chat.trykk("anne", kort.knapp("Saksliste"))
    assert svar.outcome.replies[0].in_place
    assert svar.foerst.startswith("Saksliste for ASU")
