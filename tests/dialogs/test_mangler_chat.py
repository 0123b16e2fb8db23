"""Papers that have not come are not spoken of as if they had."""

from dataclasses import replace
from datetime import time

import pytest

from bot.domain.innkalling import Agendapunkt, Agendatype
from bot.domain.reading import Reading
from tests.dialogs import eksempel
from tests.dialogs.chat import Chat

RAADET = "Jeg har ikke fått innkallingen til Fagråd for pasientsamarbeid tirsdag 23. april 2024"


@pytest.mark.parametrize(
    "linje",
    [
        "forslag til vedtak i sak 1",
        "hvem har ansvar for sak 1",
        "når kommer sak 1 opp",
        "hvor lang tid er satt av til sak 1",
        "vedlegg til sak 1",
        "bakgrunn for sak 1",
        "hvem er saksbehandler i sak 1",
        "hvem er saksansvarlig for sak 1",
    ],
)
async def test_a_moete_of_which_only_the_referat_has_come(linje):
    chat = Chat()
    await chat.har(Reading(referat=eksempel.referat()))
    assert (await chat.si("anne", linje)).foerst == f"{RAADET}."


async def test_a_sak_without_a_saksfremlegg():
    chat = Chat()
    await chat.har(eksempel.lest_innkalling())
    for linje in ("forslag til vedtak i sak 2", "vedlegg til sak 2", "hvem er saksbehandler i sak 2"):
        svar = await chat.si("anne", linje)
        assert svar.text == (
            "Jeg har ikke fått noe saksfremlegg til sak 02/24 Digital hjemmeoppfølging – status."
        )


async def test_the_saksliste_of_a_moete_of_which_only_the_referat_has_come(chat):
    svar = await chat.si("anne", "saksliste fagråd for pasientsamarbeid")
    assert "Sak 02/24 Kompetansebroen" in svar
    assert svar.outcome.replies[-1].message.text == f"{RAADET}."


async def med(*agenda: Agendapunkt) -> Chat:
    chat = Chat()
    await chat.har(Reading(replace(eksempel.innkalling(), agenda=list(agenda), saksfremlegg=[])))
    return chat


async def test_nobody_is_named_as_presenter():
    chat = await med(Agendapunkt(Agendatype.SAK, "Godkjenning", "01/24"))
    svar = await chat.si("anne", "hvem presenterer")
    assert svar.foerst == (
        "Sakslisten for ASU onsdag 15. mai 2024 kl. 12.00–15.00 sier ikke hvem som presenterer sakene:"
    )
    svar = await chat.si("anne", "saksliste")
    assert "01/24 Godkjenning" in svar


async def test_an_innkalling_without_a_saksliste():
    svar = await (await med()).si("anne", "saksliste")
    assert svar.text == "Innkallingen til ASU onsdag 15. mai 2024 kl. 12.00–15.00 har ingen saksliste."


async def test_a_clock_is_called_one_and_minutes_are_no_clock():
    chat = await med(
        Agendapunkt(Agendatype.SAK, "Budsjett", "01/24", start=time(9, 10)),
        Agendapunkt(Agendatype.SAK, "Plan", "02/24", minutter=20),
    )
    svar = await chat.si("anne", "når kommer sak 1 opp")
    assert svar.text == "Sak 01/24 Budsjett er satt opp kl. 09.10 i ASU onsdag 15. mai 2024."
    assert "Tid: kl. 09.10" in await chat.si("anne", "sak 1")
    svar = await chat.si("anne", "når kommer sak 2 opp")
    assert svar.text == (
        "Sakslisten sier ikke når sak 02/24 Plan kommer opp i ASU onsdag 15. mai 2024 kl. 12.00–15.00, "
        "bare at det er satt av 20 minutter."
    )
