"""What FakeStore keeps, and the checks the databases make with their constraints."""

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta
from typing import Any, Generic, TypeVar

from bot.domain.conversation import Conversation, ConversationKind, ImportDraft, Question, channel_of
from bot.domain.errors import Conflict
from bot.domain.frammoete import Frammoetelinje
from bot.domain.gjennomsyn import Gjennomsynslinje
from bot.domain.kanaloensker import Kanaloensker
from bot.domain.maalform import Maalform, Maalformer
from bot.domain.malports import Organmal
from bot.domain.meldtsak import MeldtSak
from bot.domain.moete import Moete
from bot.domain.moetebok import Boktilstand, Foering, Moetebok
from bot.domain.moetekort import Moetekort
from bot.domain.oppdrag import Oppdrag
from bot.domain.oppgave import Oppgave
from bot.domain.organ import Helsefellesskap, Organ
from bot.domain.ports import HandledTurn
from bot.domain.register import Moetehode, Register, Registrert
from bot.domain.sammendrag import Sammendrag
from bot.domain.soekbart import Soekbart
from bot.domain.teamsbruker import Teamsbruker
from bot.domain.teamsmoete import Teamsdeltaker, Teamsmoete
from bot.domain.utboks import Utpost, Utposttilstand
from tests.fake_baner import Bane

T = TypeVar("T")

POSTS_KEPT = {
    Utposttilstand.SENDT: timedelta(days=180),
    Utposttilstand.UVISS: timedelta(days=180),
    Utposttilstand.DOED: timedelta(days=30),
}


@dataclass(frozen=True)
class NotedTurn:
    keys: tuple[str, ...]
    replies: list[dict[str, Any]] | None
    sent: bool
    at: datetime


@dataclass(frozen=True)
class Stamped(Generic[T]):
    """Something kept for a day, and when it was stored."""

    value: T
    at: datetime


@dataclass
class Data:
    """What is stored. The values are never changed, only replaced."""

    versjon: int = 1
    helsefellesskap: dict[int, Helsefellesskap] = field(default_factory=dict)
    organer: dict[int, Organ] = field(default_factory=dict)
    moeter: dict[int, Moete] = field(default_factory=dict)
    conversations: dict[str, Conversation] = field(default_factory=dict)
    turns: dict[str, list[NotedTurn]] = field(default_factory=dict)
    questions: dict[tuple[str, str], Stamped[Question]] = field(default_factory=dict)
    drafts: dict[str, Stamped[ImportDraft]] = field(default_factory=dict)
    channel_maalform: dict[str, Maalform] = field(default_factory=dict)
    chosen_maalform: dict[str, Maalform] = field(default_factory=dict)
    written_maalform: dict[str, Maalform] = field(default_factory=dict)
    fraser: dict[str, Gjennomsynslinje] = field(default_factory=dict)
    personer: frozenset[int] = frozenset()
    frammoete: dict[int, tuple[Frammoetelinje, ...]] = field(default_factory=dict)
    saker: dict[int, MeldtSak] = field(default_factory=dict)
    brukere: dict[str, Teamsbruker] = field(default_factory=dict)
    kanaler: dict[str, frozenset[int]] = field(default_factory=dict)
    oensker: dict[tuple[str, int], Kanaloensker] = field(default_factory=dict)
    utboks: dict[int, Stamped[Utpost]] = field(default_factory=dict)
    boeker: dict[int, Moetebok] = field(default_factory=dict)
    foeringer: dict[int, tuple[Foering, ...]] = field(default_factory=dict)
    foerer: dict[str, int] = field(default_factory=dict)
    oppgaver: dict[int, Oppgave] = field(default_factory=dict)
    oppdrag: dict[int, Oppdrag] = field(default_factory=dict)
    soekbart: dict[str, tuple[tuple[Soekbart, frozenset[str]], ...]] = field(default_factory=dict)
    """With the words each is found by."""
    teamsmoeter: dict[str, Teamsmoete] = field(default_factory=dict)
    teamsdeltakere: dict[str, tuple[Stamped[Teamsdeltaker], ...]] = field(default_factory=dict)
    maler: dict[int, Organmal] = field(default_factory=dict)
    sammendrag: dict[int, Sammendrag] = field(default_factory=dict)
    takter: dict[tuple[str, datetime], datetime] = field(default_factory=dict)
    moetekort: dict[int, tuple[Moetekort, datetime | None]] = field(default_factory=dict)
    """With until when somebody has it."""
    baner: dict[str, Bane] = field(default_factory=dict)

    def copy(self) -> "Data":
        kopi = replace(self)
        for navn, verdi in vars(self).items():
            if isinstance(verdi, dict):
                setattr(kopi, navn, dict(verdi))
        return kopi

    def maalformer(self, conversation_id: str, person_key: str) -> Maalformer:
        return Maalformer(
            self.channel_maalform.get(channel_of(conversation_id)),
            self.chosen_maalform.get(person_key),
            self.written_maalform.get(person_key),
        )

    def bruker(self, key: str) -> Teamsbruker | None:
        found = self.brukere.get(key)
        maalform = self.chosen_maalform.get(key) or self.written_maalform.get(key) or Maalform.NB
        return replace(found, maalform=maalform) if found else None

    def conversation(self, conversation_id: str) -> Conversation | None:
        """Itself, else as one of its threads tells of it."""
        threads = sorted(i for i in self.conversations if i.startswith(f"{conversation_id};"))
        found = self.conversations.get(conversation_id) or self.conversations.get(
            threads[-1] if threads else ""
        )
        return replace(found, id=conversation_id) if found else None

    def bok_i_samtale(self, conversation_id: str) -> int | None:
        aapne = (bok.id for bok in self._aapne() if bok.conversation_id == conversation_id)
        return max((bok_id for bok_id in aapne if bok_id is not None), default=None)

    def foerer_av(self, person_key: str) -> int | None:
        bok_id = self.foerer.get(person_key)
        return bok_id if bok_id in {bok.id for bok in self._aapne()} else None

    def bok_id(self, conversation_id: str, person_key: str) -> int | None:
        samtale = self.conversations.get(conversation_id)
        privat = samtale is not None and samtale.kind is ConversationKind.PERSONAL
        foerer = self.foerer_av(person_key) if privat else None
        return self.bok_i_samtale(conversation_id) or foerer

    def _aapne(self) -> list[Moetebok]:
        return [bok for bok in self.boeker.values() if bok.tilstand is Boktilstand.AAPEN]

    def handled(self, conversation_id: str, keys: Sequence[str]) -> HandledTurn | None:
        for turn in self.turns.get(conversation_id, []):
            if set(turn.keys) & set(keys):
                return HandledTurn(deepcopy(turn.replies), turn.sent)
        return None

    def register(self) -> Register:
        moeter = sorted(self.moeter.values(), key=lambda m: (m.dato, m.start or time.min, m.id))
        return Register(
            self.versjon,
            tuple(self.helsefellesskap.values()),
            tuple(self.organer.values()),
            tuple(_hode(m) for m in moeter),
            tuple(r for m in moeter for r in _hendelser(m)),
        )


def _hode(m: Moete) -> Moetehode:
    assert m.id is not None
    return Moetehode(
        id=m.id,
        helsefellesskap_id=m.helsefellesskap_id,
        organ_ids=tuple(m.organ_ids),
        dato=m.dato,
        start=m.start,
        slutt=m.slutt,
        sted=m.sted,
        har_innkalling=m.innkalling is not None,
        har_referat=m.referat is not None,
        versjon=m.versjon,
        avlyst=m.avlyst,
        flyttet_fra=m.flyttet_fra,
        sendt=m.sendt,
    )


def _hendelser(m: Moete) -> list[Registrert]:
    assert m.id is not None
    papirer = [p for p in (m.innkalling, m.referat) if p is not None]
    return [Registrert(m.id, h) for p in papirer for h in p.hendelser]


def _noekkel(m: Moete) -> tuple[Any, ...]:
    return (m.helsefellesskap_id, sorted(m.organ_ids), m.dato)


def check_moete(data: Data, moete: Moete, *, ny: bool) -> None:
    before = data.moeter.get(moete.id or 0)
    if not ny and (before is None or before.versjon != moete.versjon - 1):
        raise Conflict
    if any(_noekkel(m) == _noekkel(moete) and m.id != moete.id for m in data.moeter.values()):
        raise Conflict


def count_old(data: Data, now: datetime, kept: timedelta) -> int:
    before = now - kept
    turns = sum(len(t.keys) for liste in data.turns.values() for t in liste if t.at < before)
    kept_a_day = sum(s.at < before for s in (*data.questions.values(), *data.drafts.values()))
    posts = _posts_after(data, now, kept)
    return turns + kept_a_day + sum(posts.get(i) != post for i, post in data.utboks.items())


def forget_old(data: Data, now: datetime, kept: timedelta) -> None:
    before = now - kept
    data.turns = {c: [t for t in liste if t.at >= before] for c, liste in data.turns.items()}
    data.questions = {k: q for k, q in data.questions.items() if q.at >= before}
    data.drafts = {k: d for k, d in data.drafts.items() if d.at >= before}
    data.utboks = _posts_after(data, now, kept)


def _posts_after(data: Data, now: datetime, kept: timedelta) -> dict[int, Stamped[Utpost]]:
    left: dict[int, Stamped[Utpost]] = {}
    for i, post in data.utboks.items():
        age, tilstand = now - post.at, post.value.tilstand
        empties = {Utposttilstand.SENDT: kept, Utposttilstand.UVISS: POSTS_KEPT[Utposttilstand.DOED]}
        if age > empties.get(tilstand, age):
            post = replace(post, value=replace(post.value, melding={}))
        if age <= POSTS_KEPT.get(tilstand, age):
            left[i] = post
    return left
