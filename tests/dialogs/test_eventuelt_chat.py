"""«Hva er meldt til eventuelt?»: the sak on the saksliste; what members raise is not kept yet."""

from dataclasses import replace

from bot.domain.innkalling import Agendatype
from bot.domain.reading import Reading
from tests.dialogs import eksempel
from tests.dialogs.chat import Chat


async def test_the_sak_of_the_saksliste(chat):
    svar = await chat.si("anne", "hva er meldt til eventuelt?")
    assert svar.foerst == "Sak 06/24 Eventuelt: ASU onsdag 15. mai 2024"


async def test_it_is_that_of_the_body_that_is_named(chat):
    svar = await chat.si("anne", "hva kommer under eventuelt i ASU?")
    assert "Sak 06/24 Eventuelt" in svar.foerst


async def test_without_one_it_says_what_it_does_not_know():
    chat = Chat()
    agenda = [p for p in eksempel.agenda() if p.type is not Agendatype.SAK or p.tittel != "Eventuelt"]
    await chat.har(Reading(replace(eksempel.innkalling(), agenda=agenda)))
    svar = await chat.si("anne", "hva er meldt til eventuelt?")
    assert svar.text == "Hva som er meldt til eventuelt, vet jeg ikke ennå. Spør sekretariatet."
