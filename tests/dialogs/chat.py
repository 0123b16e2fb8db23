"""Conversations as they are written: `await chat.si("anne", "neste ASU", at="2024-05-08T09:00")`.

The dialogs, the cards and the Tolk are the real ones; the database is FakeStore, and files are
read by looking them up by name.
"""

import itertools
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.domain.conversation import Button, Conversation, ConversationKind
from bot.domain.errors import Unreadable
from bot.domain.importering import lagre, planlegg
from bot.domain.importmaal import Importvalg
from bot.domain.reading import Reading
from bot.domain.rettigheter import Rettigheter
from bot.jobs.outbox import Outbox
from bot.jobs.plan import Plan
from bot.language.organtyper import organtype
from bot.language.tolk import Tolk
from bot.turn import Incoming, Kind, OfferedFile, Outcome, Person
from dialogs import Samtale
from tests.dialogs.postkasse import FakePoster, Post
from tests.dialogs.roster import FakeRoster
from tests.fakes import FakeClock, FakeStore

OSLO = ZoneInfo("Europe/Oslo")
NAA = "2024-05-08T09:00"
"""A Wednesday, a week before the møte of eksempel.py."""
FELLESSKAP = "Helsefellesskapet Nordre Fjordfylke"
TOLK = Tolk()
IDS = itertools.count(1)


def kl(tid: str) -> datetime:
    return datetime.fromisoformat(tid).replace(tzinfo=OSLO)


class Files:
    """Reader and fetcher in one: what each file name comes to."""

    def __init__(self) -> None:
        self.readings: dict[str, Reading | Unreadable | Exception] = {}
        self.contents: dict[str, bytes] = {}
        self.fetched: list[str] = []

    async def fetch(self, file: OfferedFile) -> bytes:
        self.fetched.append(file.filename)
        return self.contents.get(file.filename, b"")

    async def read(self, data: bytes, filename: str) -> Reading:
        answer = self.readings[filename]
        if isinstance(answer, Exception):
            raise answer
        return answer


@dataclass(frozen=True)
class Svar:
    """What came back: all messages as one text, and the buttons to press."""

    outcome: Outcome

    @property
    def text(self) -> str:
        return "\n\n".join(reply.message.text for reply in self.outcome.replies)

    @property
    def foerst(self) -> str:
        return self.text.partition("\n")[0]

    @property
    def cards(self) -> list[dict]:
        return [r.message.card for r in self.outcome.replies if r.message.card]

    @property
    def buttons(self) -> list[Button]:
        return [b for reply in self.outcome.replies for b in reply.message.buttons]

    @property
    def labels(self) -> list[str]:
        return [b.label for b in self.buttons]

    def knapp(self, label: str) -> Button:
        return next(b for b in self.buttons if b.label.startswith(label))

    def __contains__(self, tekst: str) -> bool:
        return tekst in self.text


class Chat:
    """One bot and everybody who talks to it."""

    def __init__(
        self,
        *,
        public_url: str = "",
        helsefellesskap: str = "",
        admins: set[str] | None = None,
        store: FakeStore | None = None,
        through: Callable[[FakeStore], Any] = lambda store: store,
        keep_phrases: bool = False,
        tolk: Any = TOLK,
    ) -> None:
        """With `store` it is another process over the same database; `through` comes between."""
        self.clock = FakeClock(kl(NAA))
        self.store = store or FakeStore()
        self.files = Files()
        self.poster = FakePoster()
        self.roster = FakeRoster()
        self.outbox = Outbox(self.store, self.poster, self.clock)
        rettigheter = Rettigheter(frozenset(admins or ()), admins is None)
        self._plan = Plan(self.store, self.clock, rettigheter, public_url)
        self._sist = ""
        self.samtale = Samtale(
            through(self.store),
            tolk,
            self.files,
            self.files,
            clock=self.clock,
            roster=self.roster,
            admin_ids=frozenset(admins or ()),
            open_access=admins is None,
            public_url=public_url,
            helsefellesskap=helsefellesskap,
            keep_phrases=keep_phrases,
        )

    async def har(self, *readings: Reading, fellesskap: str = FELLESSKAP) -> None:
        """These papers have been imported."""
        for reading in readings:
            async with self.store.turn() as uow:
                await lagre(uow, await planlegg(uow, reading, Importvalg(fellesskap), organtype))
                await uow.commit()

    async def si(self, hvem: str, linje: str, at: str = NAA, i: Conversation | None = None, **mer) -> Svar:
        return await self.gi(self.melding(hvem, linje, at, i, **mer))

    async def trykk(self, hvem: str, knapp: Button, at: str = NAA, i: Conversation | None = None) -> Svar:
        """Presses the button in the card, as Teams does it."""
        incoming = self.melding(hvem, "", at, i, kind=Kind.PRESS, button=knapp, wants_body=True)
        return await self.gi(incoming)

    async def slipp(self, hvem: str, *filer: str, at: str = NAA, i: Conversation | None = None) -> Svar:
        """Drops files into the chat."""
        offered = tuple(OfferedFile(f, f"https://files.example/{f}") for f in filer)
        return await self.gi(self.melding(hvem, "", at, i, kind=Kind.FILE, files=offered))

    async def gi(self, incoming: Incoming, *, sent: bool = True) -> Svar:
        """Handles an Incoming; unless `sent` is False the replies arrive and are marked."""
        outcome = await self.samtale.handle(incoming)
        if sent:
            await self.samtale.sent(outcome)
        return Svar(outcome)

    async def post(self, at: str | None = None) -> Post:
        """Sends what is due then (None: when somebody last spoke); what each of them got."""
        self.clock.at = kl(at or self._sist or NAA)
        await self.outbox.empty()
        async with self.store.turn() as uow:
            hvem = {b.conversation_id: b.key for b in await uow.brukere.alle()}
        post = Post()
        for conversation_id, melding in self.poster.ta():
            post.setdefault(hvem.get(conversation_id, conversation_id), []).append(melding)
        return post

    async def plan(self, at: str) -> None:
        """What the plan does by itself, at that time."""
        self.clock.at = kl(at)
        await self._plan.once()

    def melding(
        self, hvem: str, linje: str, at: str = NAA, i: Conversation | None = None, **mer
    ) -> Incoming:
        self._sist = max(self._sist, at)
        return Incoming(
            activity_id=f"akt-{next(IDS)}",
            kind=mer.pop("kind", Kind.MESSAGE),
            at=kl(at),
            person=Person(f"29:{hvem}", hvem.title(), f"aad-{hvem}"),
            conversation=i or privat(hvem),
            text=linje,
            **mer,
        )


def privat(hvem: str) -> Conversation:
    return Conversation(f"a:{hvem}", ConversationKind.PERSONAL, "https://smba.example/")


def kanal(navn: str) -> Conversation:
    return Conversation(f"19:{navn}", ConversationKind.CHANNEL, "https://smba.example/", name=navn)


def senere(tid: str, minutter: int) -> str:
    return (datetime.fromisoformat(tid) + timedelta(minutes=minutter)).isoformat()
