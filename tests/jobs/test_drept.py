"""A sender that is killed in the middle loses nothing; what was in doubt may be said twice."""

import asyncio
import sys
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest

from bot.domain.conversation import Conversation, ConversationKind
from bot.domain.maalform import Maalform
from bot.domain.utboks import Utpost, Utposttilstand, Varselslag
from bot.jobs.outbox import AT_ONCE
from bot.turn import Message
from bot.varsling.brev import legg_i
from storage.store import open_store
from tests.connector import connector
from tests.dialogs.chat import kl

FORMIDDAG = kl("2024-05-08T09:00")
TAALMOD = 60
"""Seconds a sender may take to end: a machine that does ten other things is slow, not wrong."""
SENDER = """
import asyncio, signal, sys
from datetime import datetime, timedelta
from bot.clock import RunningClock
from bot.jobs.outbox import Outbox
from bot.settings import Settings
from bot.teams.room import build
from storage.store import open_store

async def main(url, start):
    clock, store = RunningClock(datetime.fromisoformat(start)), open_store(url)
    room = build(Settings(app_id=""), clock)
    outbox = Outbox(store, room.poster, clock, lease=timedelta(seconds=2))
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, outbox.stop)
    print("ready", flush=True)
    await outbox.run()
    await room.close()
    await store.close()

asyncio.run(main(*sys.argv[1:]))
"""


async def legg(url, connector_url, antall, samtaler):
    store = open_store(url)
    for n in range(samtaler):
        samtale = Conversation(f"a:{n}", ConversationKind.PERSONAL, connector_url)
        async with store.turn() as uow:
            await uow.begin_turn(samtale.id, "29:x", [])
            await uow.note_turn(samtale, ["hei"], None)
            await uow.commit()
    async with store.turn() as uow:
        for n in range(antall):
            hvor = f"a:{n % samtaler}"
            melding = legg_i(Message(f"{n}"), Maalform.NB)
            await uow.utboks.legg(Utpost(f"n{n}", hvor, melding, Varselslag.SAK, FORMIDDAG))
        await uow.commit()
    await store.close()


async def igjen(url):
    """How many are still to be sent, also those in doubt."""
    store = open_store(url)
    async with store.turn() as uow:
        poster = await uow.utboks.liste([Utposttilstand.VENTER, Utposttilstand.SENDER], 1000)
    await store.close()
    return len(poster)


@asynccontextmanager
async def sender(url, klokka):
    kommando = [sys.executable, "-c", SENDER, url, klokka.isoformat()]
    prosess = await asyncio.create_subprocess_exec(*kommando, stdout=asyncio.subprocess.PIPE)
    try:
        while b"ready" not in (linje := await prosess.stdout.readline()):
            assert linje, "it ended"
        yield prosess
    finally:
        if prosess.returncode is None:
            prosess.kill()
        await prosess.wait()


@pytest.mark.parametrize("drap", [(9, 20)])
async def test_killed_while_it_sends_fifty_none_is_lost(database_url, drap):
    """After so many more have come each time."""
    async with connector() as fanger:
        fanger.then(200, seconds=0.02, times=1000)
        await legg(database_url, fanger.url, antall=50, samtaler=12)
        for nummer, flere in enumerate(drap):
            async with sender(database_url, FORMIDDAG + timedelta(minutes=nummer)) as prosess:
                for _ in range(flere):
                    await fanger.next(TAALMOD)
                prosess.kill()
        async with sender(database_url, FORMIDDAG + timedelta(minutes=len(drap))) as prosess:
            while len({fanget.text for fanget in fanger.caught}) < 50:
                await fanger.next(TAALMOD)
            prosess.terminate()
            assert await asyncio.wait_for(prosess.wait(), TAALMOD) == 0
        doble = len(fanger.caught) - 50
        assert 0 <= doble <= AT_ONCE * len(drap)
        assert await igjen(database_url) == 0
        print(f"killed {len(drap)} times: {doble} sent twice")


async def test_two_senders_over_one_database_send_each_once_and_in_order(database_url):
    async with connector() as fanger:
        fanger.then(200, seconds=0.005, times=1000)
        async with sender(database_url, FORMIDDAG) as en, sender(database_url, FORMIDDAG) as to:
            await legg(database_url, fanger.url, antall=60, samtaler=6)
            for _ in range(60):
                await fanger.next(TAALMOD)
            for prosess in (en, to):
                prosess.terminate()
                assert await asyncio.wait_for(prosess.wait(), TAALMOD) == 0
        assert len(fanger.caught) == 60
        for n in range(6):
            tekster = [fanget.text for fanget in fanger.caught if fanget.conversation == f"a:{n}"]
            assert tekster == [f"{k}" for k in range(n, 60, 6)]
        assert await igjen(database_url) == 0
