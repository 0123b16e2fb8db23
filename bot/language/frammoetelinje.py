"""Who was there, as it is said: «til stede: Kari, Jonas og Siri (for Per Olav)», «Siri kom 13.20»."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, time

from bot.domain.navnebokstaver import med_stor
from bot.domain.navnetreff import Grad
from bot.domain.register import Register
from bot.language.diktat import med_tegn
from bot.language.fremmednavn import kan_vaere_navn
from bot.language.klokkeslett import clock_of
from bot.language.medlemsnavn import Medlemsnavn
from bot.language.ord import clean, composed, tokens
from bot.language.personer import Personer
from bot.language.personfunn import Personfunn
from bot.language.talttid import med_klokker

_PARTING = re.compile(r"[,;\n•/+]|\s(?:og|samt|&)\s|\s[–-]\s", re.IGNORECASE)
_LABEL = re.compile(
    r"^\s*(?:(?:til ?stede|til ?stades|tilstede|frammøte|fremmøte|frammøtt|møtte|forfall|fravær(?:ende)?|"
    r"medlemmer|medlemmar|medlemer|varaer|vara|gjester|sekretariat(?:et)?|meldt forfall)\s*"
    r"(?:er|var|har)?\s*(?::|kolon\b|(?=\s))\s*|andre\s*:\s*)+",
    re.IGNORECASE,
)
"""«Andre» without a colon may be somebody's name."""
_BRACKETS = re.compile(r"\(([^()]*)\)?")
_FOR = re.compile(r"\b(?:som\s+)?(?:vara\s+for|vara|for|i stedet for|i staden for)\s+(.+)$", re.IGNORECASE)
_CLOCK_WORDS = re.compile(
    r"\b(?:kom|kommer|kjem|gikk|gjekk|går|dro|fra|frå|til|kl\.?|klokka|klokken|ankom|forlot|fratrådte|inn|ut)\b",
    re.IGNORECASE,
)
_NAME, _ROW = 4, 24
"""The longest name, and the longest row of names without signs, in words."""
_HALF_DAY = 12
_EARLIEST = 7
"""«Ett» is 13: no committee sits at night."""


@dataclass(frozen=True)
class Frammoetefunn:
    """Somebody in such a line. `navn` is the full name where one member is meant, else as written;
    `kandidater` those that fit where several do. `vara_for` is a person or a seat and `tilknytning` what
    stood in brackets, both as written. `klokke` is Oslo.
    """

    navn: str
    kandidater: tuple[str, ...] = ()
    kjent: bool = False
    vara_for: str | None = None
    tilknytning: str | None = None
    klokke: time | None = None


def les(
    tekst: str, register: Register, dag: date, organ_ids: Sequence[int] = ()
) -> tuple[Frammoetefunn, ...]:
    """Everybody that the line names, in its order, each once. `organ_ids` are the bodies of the møte."""
    found = [f for _, people in _lest(tekst, register, dag, organ_ids) for f in people]
    first: dict[str, Frammoetefunn] = {}
    for funn in found:
        first.setdefault(funn.navn.lower(), funn)
    return tuple(first.values())


def uforstaatt(tekst: str, register: Register, dag: date, organ_ids: Sequence[int] = ()) -> tuple[str, ...]:
    """The parts of such a list that name nobody, as they were written."""
    return tuple(piece for piece, people in _lest(tekst, register, dag, organ_ids) if piece and not people)


def _lest(
    tekst: str, register: Register, dag: date, organ_ids: Sequence[int]
) -> list[tuple[str, list[Frammoetefunn]]]:
    bare = _LABEL.sub("", med_tegn(composed(tekst)))
    leser = _Leser(register, organ_ids, dag)
    pieces = (piece.strip(" .") for piece in _pieces(bare))
    return [(piece, leser.people(piece)) for piece in pieces]


def klokken(tekst: str, dag: date) -> time | None:
    """The time of the day that a line says, in the afternoon where the hour alone would be at night."""
    found = clock_of(med_klokker(tekst), dag)
    if found and found.hour < _EARLIEST:
        return found.replace(hour=found.hour + _HALF_DAY)
    return found


def _pieces(tekst: str) -> Iterator[str]:
    """The text parted by commas and «og», but not inside brackets."""
    start, depth = 0, 0
    for match in re.finditer(rf"[()]|{_PARTING.pattern}", tekst, re.IGNORECASE):
        if match[0] in "()":
            depth = max(0, depth + (1 if match[0] == "(" else -1))
        elif not depth:
            yield tekst[start : match.start()]
            start = match.end()
    yield tekst[start:]


class _Leser:
    """Reads the parts of a list for one register, the members of the møte's own bodies first."""

    def __init__(self, register: Register, organ_ids: Sequence[int], dag: date) -> None:
        self._personer = Personer(register)
        self._medlemmer = Medlemsnavn(register, organ_ids)
        self._organ_ids = organ_ids
        self._dag = dag

    def people(self, piece: str) -> list[Frammoetefunn]:
        inside = _BRACKETS.search(piece)
        outside = _BRACKETS.sub(" ", piece).strip()
        head, vara = _vara(outside)
        timed = any(sign.isdigit() for sign in outside) or _CLOCK_WORDS.search(outside)
        clock = klokken(outside, self._dag) if timed else None
        found = [replace(funn, klokke=clock) for funn in self._named(head)]
        if found:
            within = inside[1].strip() if inside else ""
            found[-1] = _bracketed(replace(found[-1], vara_for=vara), within, self._dag)
        return found

    def _named(self, head: str) -> list[Frammoetefunn]:
        """A part is a name as it stands: of a member, of some in a row, or of somebody unknown."""
        name = _CLOCK_WORDS.split(head)[0].strip(" ,.") or head
        known = self._medlemmer.finn(name)
        if known:
            return [_funn(name, known)]
        row = self._in_a_row(head)
        if row:
            return row
        found = self._personer.find(head, tokens(clean(head)), self._organ_ids)
        member = len(found) > 1 or any(funn.kandidater and _slip(funn, name) for funn in found)
        if not member and name and kan_vaere_navn(name):
            return [Frammoetefunn(med_stor(name))]
        return [_of(funn) for funn in found]

    def _in_a_row(self, tekst: str) -> list[Frammoetefunn]:
        """«Kari Jonas Siri Haugen», where nothing parts them: members and nothing else, else none."""
        words = tekst.split()
        found: list[Frammoetefunn] = []
        at = 0
        while at < len(words) <= _ROW:
            ends = range(min(len(words), at + _NAME), at, -1)
            pairs = ((end, self._whole(" ".join(words[at:end]))) for end in ends)
            end, funn = next(((e, f) for e, f in pairs if f), (0, None))
            if funn is None:
                return []
            found.append(funn)
            at = end
        return found

    def _whole(self, tekst: str) -> Frammoetefunn | None:
        """A member by first name or more: a surname alone may be the rest of a stranger's name."""
        known = self._medlemmer.finn(tekst, Grad.FORNAVN)
        if known:
            return _funn(tekst, known)
        words = tokens(clean(tekst))
        for funn in self._personer.find(tekst, words, self._organ_ids):
            if (funn.fra, funn.til) == (0, len(words)) and funn.kandidater:
                return _of(funn)
        return None


def _slip(funn: Personfunn, name: str) -> bool:
    """Whether the member found is all that was written, or stands among words that are no name."""
    return funn.tekst == name or not kan_vaere_navn(name)


def _funn(skrevet: str, known: Sequence[str]) -> Frammoetefunn:
    if len(known) == 1:
        return Frammoetefunn(known[0], kjent=True)
    return Frammoetefunn(med_stor(skrevet), tuple(known))


def _vara(tekst: str) -> tuple[str, str | None]:
    """The name, and whom or what they are vara for."""
    match = _FOR.search(tekst)
    return (
        (tekst[: match.start()].strip(), match[1].strip(" .")) if match and match.start() else (tekst, None)
    )


def _of(funn: Personfunn) -> Frammoetefunn:
    names = tuple(kandidat.navn for kandidat in funn.kandidater)
    return Frammoetefunn(med_stor(funn.navn), names if len(names) > 1 else (), kjent=len(names) == 1)


def _bracketed(funn: Frammoetefunn, inside: str, dag: date) -> Frammoetefunn:
    match = _FOR.match(inside)
    if match:
        return replace(funn, vara_for=match[1].strip(" ."))
    clock = klokken(inside, dag) if _CLOCK_WORDS.search(inside) else None
    if clock:
        return replace(funn, klokke=clock)
    return replace(funn, tilknytning=inside or None)
