"""What is written in a channel of what is to come there: never taken for the speaker's own, nor for the
opposite. Ove is ASU's sekretariat.
"""

from typing import Any

import pytest

from bot.domain.conversation import Conversation, ConversationKind
from bot.domain.kanaloensker import Kanaloensker
from tests.dialogs.chat import Chat
from tests.dialogs.moetefolk import ASUKANAL, OVE, Huset, bygg


@pytest.fixture
async def huset() -> Huset:
    huset = await bygg(Chat(admins=set()))
    await huset.chat.si(OVE, "koble denne kanalen til ASU", i=ASUKANAL)
    return huset


async def si(huset: Huset, linje: str, **mer: Any) -> str:
    """Asked first, unless the line is a whole known sentence: then it is said yes to."""
    svar = await huset.chat.si(OVE, linje, **mer)
    if svar.labels and svar.labels[0].startswith("Ja, "):
        svar = await huset.chat.si(OVE, "ja", **mer)
    return svar.text


async def oensker(huset: Huset, i: Conversation = ASUKANAL) -> Kanaloensker:
    async with huset.chat.store.turn() as uow:
        [kobling] = await uow.kanaler.her(i.id)
        return kobling.oensker


@pytest.mark.parametrize(
    ("linje", "dager"),
    [
        ("jeg vil ha påminnelser her", 3),
        ("minn oss på møtene her 5 dager før", 5),
        ("minn oss på møtet dagen før", 1),
        ("påminnelse 3 dager før i kanalen", 3),
        ("legg ut påminnelser her en uke før møtet", 7),
        ("kan du ikke minne oss på møtene her?", 3),
    ],
)
async def test_a_reminder_asked_for_in_the_channel_is_the_channels(huset, linje, dager):
    assert "Jeg minner om møter i ASU her" in await si(huset, linje, i=ASUKANAL)
    assert (await oensker(huset)).paaminnelse == dager


async def test_and_the_speakers_own_are_as_they_were(huset):
    await si(huset, "jeg vil ha påminnelser her", i=ASUKANAL)
    assert "Du får" not in await si(huset, "ikke minn oss om møter her", i=ASUKANAL)
    assert (await oensker(huset)).paaminnelse is None
    assert "Slå av påminnelser" in (await huset.chat.si(OVE, "hva sender du meg?")).labels


async def test_so_many_days_cannot_be_had(huset):
    svar = await si(huset, "legg ut påminnelser her 40 dager før møtet", i=ASUKANAL)
    assert svar.startswith("Jeg kan minne om møter mellom 1 og 14 dager før.")
    assert (await oensker(huset)).paaminnelse is None


async def test_minn_meg_is_the_speakers_also_in_a_channel(huset):
    await si(huset, "minn meg på møtet dagen før", i=ASUKANAL)
    assert (await oensker(huset)).paaminnelse is None


async def test_in_private_her_is_the_speakers_own(huset):
    assert "kanal" not in await si(huset, "jeg vil ha påminnelser her")


async def test_two_kinds_in_one_line(huset):
    svar = await si(huset, "legg ut nye oppgaver og saker til eventuelt her", i=ASUKANAL)
    assert svar == "Jeg legger nå ut nye oppgaver og saker til eventuelt her fra ASU."
    assert (await oensker(huset)).oppgaver
    assert (await oensker(huset)).eventuelt


@pytest.mark.parametrize("hva", ["sammendrag", "referater"])
async def test_what_is_turned_off_by_a_line_is_turned_on_by_its_mirror(huset, hva):
    foer = await oensker(huset)
    await si(huset, f"ikke legg ut {hva} her", i=ASUKANAL)
    assert await oensker(huset) != foer
    await si(huset, f"legg ut {hva} her", i=ASUKANAL)
    assert await oensker(huset) == foer


async def test_ukesoversikt_is_weekly_and_at_a_time_there_is(huset):
    await si(huset, "legg ut ukesoversikt her", i=ASUKANAL)
    foer = (await oensker(huset)).digest
    assert foer is not None
    assert "én gang i uken" in await si(huset, "ukesoversikt hver dag", i=ASUKANAL)
    assert "én gang i uken" in await si(huset, "ukesoversikt annenhver uke", i=ASUKANAL)
    assert "«kl 25»" in await si(huset, "ukesoversikt hver mandag kl 25", i=ASUKANAL)
    assert (await oensker(huset)).digest == foer
    await si(huset, "ukesoversikt kl 10", i=ASUKANAL)
    assert str((await oensker(huset)).digest.klokke) == "10:00:00"


async def test_slett_under_a_post_is_never_the_speakers_own_data(huset):
    traad = Conversation(f"{ASUKANAL.id};messageid=17", ConversationKind.CHANNEL, ASUKANAL.service_url)
    for linje in ("slett", "fjern dette", "slett det"):
        assert "glemme deg" not in (await huset.chat.si(OVE, linje, i=traad)).text


async def test_both_bodies_are_linked_where_two_are_named(huset):
    await si(huset, "koble denne kanalen til asu og psu", i=ASUKANAL)
    async with huset.chat.store.turn() as uow:
        assert len(await uow.kanaler.her(ASUKANAL.id)) == 2
