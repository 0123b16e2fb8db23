"""«Hvem?»: a name answers it; every other line is dictation, and the oppfølging stays open."""

import pytest

from tests.dialogs import forfallsfolk as folk
from tests.dialogs.chat import Chat, privat
from tests.dialogs.forfallsfolk import ANNE

UNDER_MOETET = "2024-05-15T12:05"


@pytest.fixture
async def si():
    chat = Chat(admins=set())
    await folk.bygg(chat)
    await folk.installer(chat, *folk.ALLE)

    async def si(linje):
        return await chat.si(ANNE, linje, at=UNDER_MOETET, i=privat(ANNE))

    for linje in ("start referat for ASU", "bekreft frammøtet", "sak 3"):
        await si(linje)
    assert "Hvem?" in await si("det må avklares hvem som betaler")
    return si


@pytest.mark.parametrize(
    ("linje", "navn"),
    [
        ("jonas", "Jonas Moe"),
        ("moe", "Jonas Moe"),
        ("jonas og siri", "Jonas Moe og Siri Haug"),
        ("sekretariatet", "Sekretariatet"),
        ("NAV", "NAV"),
        ("Ola Nordmann", "Ola Nordmann"),
        ("fylket", "fylket"),
    ],
)
async def test_a_name_is_the_answer(si, linje, navn):
    assert (await si(linje)).foerst.lower() == f"03/24 · oppfølging 1 · {navn}".lower()


@pytest.mark.parametrize(
    "linje",
    [
        "berit mener at dette er dumt",
        "vi må huske å invitere psu",
        "ja",
        "Viktig sak",
        "ta kontakt med nav",
        "jonas sjekker med fylket",
    ],
)
async def test_all_else_is_the_next_line(si, linje):
    assert "oppfølging 1" not in await si(linje)
    assert "oppfølging 1 har ingen ansvarlig" in await si("hva mangler")
