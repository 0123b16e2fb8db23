"""Promises by whole names, the rest of them, and minutes that only one helsefellesskap has."""

from dataclasses import replace
from datetime import date

import pytest

from bot.domain.reading import Reading
from bot.domain.referat import Oppfoelging
from tests.dialogs import eksempel
from tests.dialogs.chat import Chat, senere

JON, JONAS = "Jon Berg", "Jonas Vik"


def _oppgaver(navn: str, antall: int) -> list[Oppfoelging]:
    return [
        Oppfoelging("02/24", f"{navn} skriver til kommune {i}. {'Mer. ' * 40}", navn) for i in range(antall)
    ]


@pytest.fixture
async def bot() -> Chat:
    bot = Chat()
    oppfoelging = [o for par in zip(_oppgaver(JON, 12), _oppgaver(JONAS, 12), strict=True) for o in par]
    await bot.har(Reading(referat=replace(eksempel.referat(), oppfoelging=oppfoelging)))
    return bot


async def test_jon_is_not_jonas(bot):
    svar = await bot.si("anne", "oppgaver til Jon")
    assert svar.foerst == "Jon har tolv åpne oppgaver:"
    assert JONAS not in svar.text


async def test_the_rest_is_still_of_that_person(bot):
    svar = await bot.si("anne", "oppgaver til Jon")
    alt = await bot.trykk("anne", svar.knapp("Vis alt"))
    assert f"{JON} skriver til kommune 11" in alt
    assert JONAS not in alt.text


async def test_somebody_without_promises_is_told_so(bot):
    assert "ingen åpne oppgaver hos Siri." in await bot.si("anne", "oppgaver til Siri")


async def test_minutes_of_one_helsefellesskap_need_no_question():
    bot = Chat()
    await bot.har(Reading(referat=eksempel.referat()))
    await bot.har(eksempel.lest_innkalling(), fellesskap="Helsefellesskapet Søndre Dalfylke")
    svar = await bot.si("anne", "siste referat")
    assert svar.foerst.startswith("Referat fra Fagråd for pasientsamarbeid")
    svar = await bot.si("berit", "hvem presenterer")
    assert svar.foerst.startswith("Ansvarlige i ASU")


async def test_two_helsefellesskap_that_both_have_minutes_are_asked_between():
    bot = Chat()
    await bot.har(Reading(referat=eksempel.referat()))
    await bot.har(
        Reading(referat=replace(eksempel.referat(), dato=date(2024, 4, 24))),
        fellesskap="Helsefellesskapet Søndre Dalfylke",
    )
    assert len((await bot.si("anne", "siste referat")).buttons) == 2
    svar = await bot.si("anne", "1", at=senere("2024-05-08T09:00", 1))
    assert svar.foerst.startswith("Referat fra")


async def test_a_saksliste_with_one_sak_goes_nowhere():
    bot = Chat()
    innkalling = replace(eksempel.innkalling(), agenda=eksempel.agenda()[:1], saksfremlegg=[])
    await bot.har(Reading(innkalling))
    svar = await bot.si("anne", "sak 25")
    assert svar.text == (
        "Jeg finner ikke sak 25 i ASU onsdag 15. mai 2024 kl. 12.00–15.00. "
        "Den eneste saken på sakslisten er 01/24."
    )
