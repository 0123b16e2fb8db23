"""The vocabulary of a conversation: what comes in, what it means, what goes out.

Nothing here knows Teams. `bot/teams` and `bot/cli` turn their own into an Incoming, and
Replies back into their own; `bot/language` makes the Meaning; a Dialog answers it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any, Protocol

from bot.domain.aktoer import Aktoer
from bot.domain.bokminne import Bokminne
from bot.domain.conversation import Button, Conversation
from bot.domain.innkallingsutgave import Innkallingsutgave
from bot.domain.maalform import Maalform
from bot.domain.ports import UnitOfWork
from bot.domain.reading import Reading
from bot.domain.register import Register
from bot.domain.tabell import Tabell
from bot.domain.teamsbruker import Teamsbruker
from bot.domain.utgave import Format, Utgave


@dataclass(frozen=True)
class Person:
    """Who speaks. `id` is the channel's own and per bot; `aad_id` is the key that lasts."""

    id: str
    name: str
    aad_id: str | None = None

    @property
    def key(self) -> str:
        """What is remembered of the person is kept under this."""
        return self.aad_id or self.id


class Kind(StrEnum):
    MESSAGE = "message"
    PRESS = "press"
    FILE = "file"
    INSTALLED = "installed"
    REMOVED = "removed"
    NAMED = "named"
    MEETING_STARTED = "meeting_started"
    MEETING_ENDED = "meeting_ended"
    JOINED = "joined"
    LEFT = "left"


MEETING = frozenset({Kind.MEETING_STARTED, Kind.MEETING_ENDED, Kind.JOINED, Kind.LEFT})
"""What Teams tells of a meeting, in its chat. Nothing is ever said back."""


@dataclass(frozen=True)
class MeetingEvent:
    """What Teams tells of a meeting: that it began or ended at `at` (UTC; what was, not what was
    planned), or that `people` came or went then. A series of meetings has one chat.
    """

    meeting_id: str
    at: datetime
    title: str = ""
    people: tuple[Person, ...] = ()


@dataclass(frozen=True)
class OfferedFile:
    """A file somebody dropped: where it can be fetched, before anybody has looked at it."""

    filename: str
    url: str


@dataclass(frozen=True)
class ReadFile:
    """An offered file after reading: the reading of a paper, the rows of a list, or the code of what
    was wrong with the facts of its sentence (both from Unreadable).
    """

    filename: str
    reading: Reading | None = None
    trouble: str | None = None
    facts: dict[str, str] = field(default_factory=dict)
    tabell: Tabell | None = None
    mal: bytes | None = None
    """A body's Word template, which has been tried."""


@dataclass(frozen=True)
class Incoming:
    """One activity. `text` has the bot's own mention taken off; `at` is its time in Europe/Oslo.

    `conversation` is as the activity tells it (without what is stored). `wants_body` is true for
    an invoke: the answer replaces the card that was pressed.
    """

    activity_id: str
    kind: Kind
    at: datetime
    person: Person
    conversation: Conversation
    text: str = ""
    button: Button | None = None
    files: tuple[OfferedFile, ...] = ()
    wants_body: bool = False
    meeting: MeetingEvent | None = None
    """Of the kinds `MEETING` only."""
    filsvar: "Filsvar | None" = None
    """Set where somebody has answered an offered file; the answer is the button."""


@dataclass(frozen=True)
class Period:
    """Whole days, `fra` inclusive and `til` exclusive; None is open."""

    fra: date | None
    til: date | None


class Aspect(StrEnum):
    """Which side of a sak is asked for."""

    ALT = "alt"
    FORSLAG = "forslag"
    ANSVARLIG = "ansvarlig"
    SAKSBEHANDLER = "saksbehandler"
    TID = "tid"
    VARIGHET = "varighet"
    VEDLEGG = "vedlegg"
    BAKGRUNN = "bakgrunn"


@dataclass(frozen=True)
class SakRef:
    """A sak as it was named. One of: `nummer` (with `aar` where said), `plass` (1 is the first on
    the saksliste, -1 the last), or `emne` (topic words).
    """

    nummer: int | None = None
    aar: int | None = None
    plass: int | None = None
    emne: str | None = None
    tekst: str = ""


@dataclass(frozen=True)
class Slots:
    """What a line names. `organ_ids` holds every organ that fits, empty where none was named;
    `ukjente_organer` the names that fit no organ of the register. `tvil`: both days where the weekday
    of `period` contradicts its date, the date as it was named first.
    """

    organ_ids: tuple[int, ...] = ()
    organ_tekst: str | None = None
    ukjente_organer: tuple[str, ...] = ()
    moete_id: int | None = None
    sak: SakRef | None = None
    aspect: Aspect = Aspect.ALT
    period: Period | None = None
    tvil: tuple[date, ...] = ()
    person: str | None = None
    emne: str | None = None
    extra: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Suggestion:
    """A line the person might have meant, ready to be pressed or written."""

    intent: str
    text: str


@dataclass(frozen=True)
class Meaning:
    """`sure` means that the bot may act on it, or ask for a yes. `suggestions` are at most three, best
    first; of a line that is not sure `intent` is the likeliest, or «ingen».

    `strict`: the whole line is a known sentence, so that also what writes may be done at once; what
    writes and is sure without it is confirmed first. `also` is what the line asks for besides.
    `points`: «den» or nothing at all stands where a sak could be named, so a sak that was just
    shown is meant before the møte. `perhaps`, of a line that is not sure: what it means (always
    reading, likeliest first) where the papers or what was just shown bear it out, and only there.
    """

    intent: str
    sure: bool
    slots: Slots = field(default_factory=Slots)
    suggestions: tuple[Suggestion, ...] = ()
    points: bool = False
    perhaps: "tuple[Meaning, ...]" = ()
    strict: bool = False
    also: tuple[Suggestion, ...] = ()


@dataclass(frozen=True)
class Filtilbud:
    """A file that can be had, and is made first when somebody takes it. `data` says which: it comes back
    with the yes, perhaps forged, so that rights and facts are looked at again then. `kommando`
    gives the same file in a terminal.
    """

    navn: str
    data: dict[str, Any]
    kommando: str = ""


@dataclass(frozen=True)
class Filsvar:
    """Where Teams wants the file that was said yes to; empty for a no."""

    url: str = ""
    content_url: str = ""
    unique_id: str = ""
    file_type: str = ""


@dataclass(frozen=True)
class Fil:
    """A file on its way: what is to be written (or is: bytes) once the turn is done. `mal` is the body's
    own Word template. `sted`: where it lies when it is delivered.
    """

    navn: str
    innhold: Utgave | Innkallingsutgave | bytes
    norsk: "Norsk"
    format: Format = Format.DOCX
    mal: bytes | None = None
    sted: Filsvar | None = None


@dataclass(frozen=True)
class Message:
    """The same facts twice: `text` is readable alone, `card` is an Adaptive Card 1.5 or None.

    `buttons` are what the card offers, for clients without cards (the terminal). `fil`: a file that
    is offered, or that goes with it.
    """

    text: str
    card: dict[str, Any] | None = None
    buttons: tuple[Button, ...] = ()
    fil: Filtilbud | Fil | None = None


@dataclass(frozen=True)
class Reply:
    """A message to the one who spoke. `in_place`: it replaces the card that was pressed."""

    message: Message
    in_place: bool = False


class Norsk(Protocol):
    """The words of one målform: the catalogue's sentences, and days and durations written out.

    `bot.language.tekster.Tekster` is one. Clock times and lists are written alike in both målformer
    (`bot.language.skriv`).
    """

    @property
    def maalform(self) -> Maalform: ...
    def tekst(self, key: str, /, **values: object) -> str: ...
    def dato(self, dag: date) -> str: ...
    def tidsrom(self, dag: date, start: time | None = None, slutt: time | None = None) -> str: ...
    def varighet(self, minutter: int) -> str: ...
    def periode(self, fra: date | None, til: date | None) -> str: ...


@dataclass
class Turn:
    """One turn under way. A dialog reads from it, words its answer in `norsk`, and puts what it
    showed into `conversation.context`.
    """

    incoming: Incoming
    uow: UnitOfWork
    register: Register
    conversation: Conversation
    norsk: Norsk
    aktoer: Aktoer
    """Who speaks, as far as it is known, and what they are in each body."""
    bruker: Teamsbruker | None = None
    kanal_organ_ids: tuple[int, ...] = ()
    """The bodies whose channel this is."""
    bok_id: int | None = None
    """The open møtebok that is kept here (`ports.TurnStart`); whether the speaker may dictate to it is
    another matter (`foerer`)."""
    foerer: bool = False
    """The speaker may dictate to it: lines are read as dictation (`dialogs.begynn`)."""
    bokminne: Bokminne = field(default_factory=Bokminne)
    """Where folds of the logs of møtebøker are remembered from turn to turn."""
    files: tuple[ReadFile, ...] = ()
    writes: bool = False
    """Set by a dialog that changed something: its replies are then stored with the change."""
    ved_navn: bool = False
    """Set where a right was used by somebody who is known by name alone."""
    asks: Sequence[Button] | None = None
    """Set by a dialog that asks: the person's next line may answer by label or number."""
    sendt_endret: bool = False
    """Set where a referat that the members have to approve was changed."""


class Dialog(Protocol):
    """Answers some intents. One file in `dialogs/` each, found at start."""

    intents: frozenset[str]

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]: ...


SAY = "si"
"""The verb of a button that stands for a line: pressing it is writing `data["tekst"]`."""


@dataclass(frozen=True)
class Outcome:
    """What a turn came to. `stored_under` is set where the replies are stored with the change and
    have to be marked as sent. `maalform` is what else must be said is said in.
    """

    replies: tuple[Reply, ...]
    conversation_id: str
    stored_under: str | None = None
    maalform: Maalform = Maalform.NB
