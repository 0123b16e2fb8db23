"""Replicas of the real program over one database, and fifty people who talk to them at once.

Each person has a body of their own (Fagråd 1, Fagråd 2 …), so that what one of them is told depends on
what they said themselves and not on who else was first.
"""

import asyncio
import os
import re
import socket
import subprocess
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from itertools import count

from aiohttp import ClientSession

from bot.cli import demo
from bot.documents.reader import Reader
from bot.domain.importering import lagre, planlegg
from bot.domain.importmaal import Importvalg
from bot.domain.organ import Medlem, Rolle, Side
from bot.language.organtyper import organtype
from storage.store import open_store
from tests.connector import Caught, Connector
from tests.wire.conftest import MAIN, START_SECONDS, _wait, words
from tests.wire.folk import Folk, aad, knapp

FOER, UNDER = "2024-04-10T07:00:00Z", "2024-04-17T10:05:00Z"
ROLLER = (Rolle.MEDLEM, Rolle.REFERENT, Rolle.MEDLEM)
"""What the people are, in turn: every third keeps the referat."""
TRYKK = "trykk: "
UUID = re.compile(r"[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}")


def navn(nr: int) -> str:
    """Letters only: a number in a name is a number in a line."""
    return f"Person {chr(65 + nr // 26)}{chr(97 + nr % 26)}vik"


async def fyll(url: str, antall: int) -> None:
    """So many bodies, each with the invented innkalling for Wednesday 17 April 2024 and its people."""
    reading = await Reader().read(demo.innkalling(date(2024, 4, 1)), "innkalling.txt")
    assert reading.innkalling is not None
    store = open_store(url)
    for nr in range(antall):
        papir = replace(reading, innkalling=replace(reading.innkalling, utvalg=f"Fagråd {nr + 1}"))
        async with store.turn() as uow:
            plan = await planlegg(uow, papir, Importvalg(helsefellesskap="Fjord og fjell"), organtype)
            await lagre(uow, replace(plan, organ=replace(plan.organ, medlemmer=_medlemmer(nr))))
            await uow.commit()
    await store.close()


def _medlemmer(nr: int) -> list[Medlem]:
    sete, rolle = f"Kommune {nr + 1}", ROLLER[nr % len(ROLLER)]
    return [
        Medlem(navn(nr), rolle, sete, side=Side.KOMMUNER, aad_id=aad(navn(nr))),
        Medlem(f"Vara {navn(nr)}", Rolle.VARA, sete, None, 1, side=Side.KOMMUNER),
        Medlem(f"Leder {navn(nr)}", Rolle.LEDER, f"Sykehus {nr + 1}", side=Side.HELSEFORETAK),
    ]


@contextmanager
def replikaer(url: str, antall: int, clock: str = "2024-04-10T09:00+02:00") -> Iterator[list[str]]:
    """So many programs on that database; their addresses."""
    env = os.environ | {
        "HELSEBOT_DATABASE_URL": url,
        "HELSEBOT_CLOCK": clock,
        "HELSEBOT_PUBLIC_URL": "https://bot.example.no",
        "HELSEBOT_ADMINS": "99999999-aaaa-4bbb-8ccc-222222222222",
    }
    ports = [_port() for _ in range(antall)]
    programs = [
        subprocess.Popen([*MAIN, "serve", "--port", str(port)], env=env, stdout=subprocess.DEVNULL)
        for port in ports
    ]
    try:
        for port in ports:
            _wait(f"http://127.0.0.1:{port}/ready")
        yield [f"http://127.0.0.1:{port}" for port in ports]
    finally:
        for program in programs:
            program.terminate()
        for program in programs:
            program.wait(timeout=START_SECONDS)


def _port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


class Rundgang:
    """The replicas by turns: each activity to the next, whoever's it is."""

    def __init__(self, addresses: Sequence[str], connector: Connector, http: ClientSession) -> None:
        self._folk = [Folk(address, connector, http, FOER) for address in addresses]
        self._connector = connector
        self._next = count()
        self._read = 0
        self._replies: defaultdict[str, list[dict]] = defaultdict(list)

    async def close(self) -> None:
        for folk in self._folk:
            await folk.close()

    @property
    def folk(self) -> Folk:
        return self._folk[next(self._next) % len(self._folk)]

    def hos(self, replika: int) -> Folk:
        return self._folk[replika]

    def svar(self, activity: dict) -> list[dict]:
        """What was answered to it so far: replies name what they answer, what is said unasked does not."""
        for caught in self._connector.caught[self._read :]:
            if caught.target and caught.activity.get("type") == "message":
                self._replies[f"{caught.conversation} {caught.target}"].append(caught.activity)
        self._read = len(self._connector.caught)
        return self._replies[f"{activity['conversation']['id']} {activity['id']}"]

    async def til(self, conversation: str, *ord_: str, seconds: float = 30) -> list[Caught]:
        """All that was sent to that conversation, once what came last says those words."""
        async with asyncio.timeout(seconds):
            while True:
                all_ = [c for c in self._connector.caught if c.conversation == conversation]
                if all_ and all(o in words(all_[-1].activity) for o in ord_):
                    return all_
                await asyncio.sleep(0.05)


@dataclass
class Samtalen:
    """One person's conversation: the lines one after the other, each answered before the next."""

    rundgang: Rundgang
    hvem: str
    kort: dict | None = None

    async def foer(self, linjer: Sequence[str]) -> list[str]:
        return [await self._en(linje) for linje in linjer]

    async def _en(self, linje: str) -> str:
        folk = self.rundgang.folk
        linje, _, naar = linje.partition(" @")
        folk.at = naar or FOER
        if linje.startswith(TRYKK):
            trykket = folk.trykket(self.hvem, knapp(self.kort, linje.removeprefix(TRYKK)))
            return synlig(await folk.lever(trykket), *self.rundgang.svar(trykket))
        activity = folk.linje(self.hvem, linje)
        await folk.lever(activity)
        svar = self.rundgang.svar(activity)
        for said in svar:
            attachments = said.get("attachments") or [{}]
            self.kort = attachments[0].get("content") or self.kort
        return synlig(*svar)


def synlig(*answers: dict) -> str:
    """What a person sees of it, and which buttons there are; ids made by chance are left out."""
    return UUID.sub("#", "\n".join(ord_ for answer in answers for ord_ in _strings(answer)))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)
    elif isinstance(value, dict):
        for name, inner in value.items():
            if name not in ("data", "id", "replyToId", "recipient", "conversation", "from"):
                yield from _strings(inner)


async def alle(rundgang: Rundgang, linjer: Sequence[Sequence[str]]) -> tuple[list[list[str]], float]:
    """All conversations at once; what each was answered, and the seconds it took."""
    began = time.perf_counter()
    samtaler = [Samtalen(rundgang, navn(nr)).foer(egne) for nr, egne in enumerate(linjer)]
    return list(await asyncio.gather(*samtaler)), time.perf_counter() - began
