"""Two requests in one line: the first is answered, the other offered."""

from bot.turn import Suggestion
from tests.dialogs import eksempel
from tests.dialogs.chat import Chat
from tests.dialogs.tolker import Innvidd, gjettet


async def test_a_forfall_and_the_saksliste(chat):
    svar = await chat.si("anne", "kan ikke komme på onsdag, men kan du sende meg sakslista")
    assert svar.text.startswith("Jeg finner deg ikke blant medlemmene")
    assert "Du spurte også:" in svar
    vist = await chat.trykk("anne", svar.buttons[-1])
    assert vist.foerst == "Saksliste for ASU onsdag 15. mai 2024 kl. 12.00–15.00"
    assert vist.outcome.replies[0].in_place


async def test_several_are_a_button_each_in_the_person_s_norwegian():
    ogsaa = [Suggestion("moete.sted", "Hvor er neste møte?"), Suggestion("hjelp", "Hjelp")]
    chat = Chat(tolk=Innvidd(alt=gjettet("moete.neste", also=ogsaa)))
    await chat.har(eksempel.lest_innkalling())
    svar = await chat.si("anne", "alt")
    assert svar.labels == ["Saksliste", "Hvor er neste møte?", "Hjelp"]
    await chat.si("anne", "snakk nynorsk")
    svar = await chat.si("anne", "alt")
    assert "Du spurde også: «Kvar er neste møte?» og «Hjelp»" in svar
    assert (await chat.trykk("anne", svar.buttons[1])).foerst.startswith("Stad for ASU")


async def test_one_request_offers_nothing_more(chat):
    assert "Du spurte også" not in await chat.si("anne", "neste ASU")
