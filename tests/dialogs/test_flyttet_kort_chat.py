"""A card that tells of a time the møte has no longer answers nothing: it is asked anew."""

from datetime import date

import pytest

from bot.domain.flytting import flytt
from bot.domain.frammoete import Hvem
from bot.domain.rettigheter import Rettigheter
from bot.turn import Message
from bot.varsling import Varsler
from bot.varsling.frammoete import utfoer
from tests.dialogs.chat import Chat, kl
from tests.dialogs.forfallsfolk import ALLE, ANNE, BERIT, OVE, Huset, bygg, installer, logg


@pytest.fixture
def chat() -> Chat:
    return Chat(admins=set())


@pytest.fixture
async def huset(chat) -> Huset:
    huset = await bygg(chat)
    await installer(chat, *ALLE)
    return huset


async def flyttes(chat: Chat, huset: Huset, dag: date, at: str) -> None:
    async with chat.store.turn() as uow:
        moetet = await uow.moete(huset.onsdag.id)
        moetet.dato = dag
        await uow.save_moete(moetet)
        varsler = Varsler(uow, await uow.register(), kl(at), Rettigheter())
        ove = Hvem("Ove Bakk", huset.person(OVE))
        await utfoer(uow, varsler, huset.onsdag.id, kl(at), lambda s: flytt(s, ove), ove)
        await uow.commit()


async def spurt(chat: Chat, at: str) -> Message:
    """What Berit got last that asks whether her forfall holds."""
    meldinger = (await chat.post(at))[f"aad-{BERIT}"]
    return [m for m in meldinger if any(b.verb == "forfall.gjelder" for b in m.buttons)][-1]


async def test_still_holds_of_a_date_that_is_gone_confirms_nothing(chat, huset):
    await chat.si(BERIT, "meld forfall")
    await flyttes(chat, huset, date(2024, 5, 22), "2024-05-08T10:00")
    gammelt = await spurt(chat, "2024-05-08T10:05")
    await flyttes(chat, huset, date(2024, 5, 29), "2024-05-08T11:00")
    foer = await logg(chat, huset.onsdag)
    for knapp in gammelt.buttons:
        svar = await chat.trykk(BERIT, knapp, at="2024-05-08T11:05")
        assert svar.text.startswith("Møtet i ASU er flyttet til onsdag 29. mai 2024 kl. 12.00–15.00.")
        assert svar.labels == ["Gjelder fortsatt", "Jeg kommer"]
        assert await logg(chat, huset.onsdag) == foer
    svar = await chat.trykk(BERIT, svar.knapp("Gjelder fortsatt"), at="2024-05-08T11:06")
    assert svar.foerst.startswith("Forfall er notert: ASU onsdag 29. mai 2024")
    assert "må bekreftes" not in await chat.si(ANNE, "hvem kommer på ASU?", at="2024-05-08T11:07")


@pytest.mark.parametrize("label", ["Jeg kommer", "Meld forfall"])
async def test_an_old_innkalling_or_list_asks_anew(chat, huset, label):
    liste = await chat.si(BERIT, "hvem kommer?")
    await flyttes(chat, huset, date(2024, 5, 22), "2024-05-08T10:00")
    foer = await logg(chat, huset.onsdag)
    svar = await chat.trykk(BERIT, liste.knapp(label), at="2024-05-08T10:05")
    assert "er flyttet til onsdag 22. mai 2024" in svar
    assert svar.labels == ["Jeg kommer", "Meld forfall"]
    assert await logg(chat, huset.onsdag) == foer
    gjort = await chat.trykk(BERIT, svar.knapp(label), at="2024-05-08T10:06")
    assert "onsdag 22. mai 2024" in gjort
    assert len(await logg(chat, huset.onsdag)) == len(foer) + 1


@pytest.mark.parametrize(
    ("foerst", "knappen"), [("kommer likevel", "Meld forfall"), ("meld forfall", "Jeg")]
)
async def test_an_old_receipt_asks_anew(chat, huset, foerst, knappen):
    await chat.si(BERIT, "meld forfall")
    kvittering = await chat.si(BERIT, foerst)
    await flyttes(chat, huset, date(2024, 5, 22), "2024-05-08T10:00")
    svar = await chat.trykk(BERIT, kvittering.knapp(knappen), at="2024-05-08T10:05")
    assert "er flyttet til onsdag 22. mai 2024" in svar


async def test_in_nynorsk(chat, huset):
    await chat.si(BERIT, "svar meg på nynorsk")
    liste = await chat.si(BERIT, "kven kjem?")
    await flyttes(chat, huset, date(2024, 5, 22), "2024-05-08T10:00")
    svar = await chat.trykk(BERIT, liste.knapp("Eg kjem"), at="2024-05-08T10:05")
    assert svar.foerst.endswith("Svar på nytt for den nye tida. Du treng ikkje oppgi grunn.")
