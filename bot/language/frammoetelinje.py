"""Who was there, as it is said: «til stede: Kari, Jonas og Siri (for Per Olav)», «Siri kom 13.20»."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, time

from bot.domain.register import Register
from bot.language.diktat import med_tegn
from bot.language.fremmednavn import kan_vaere_navn
from bot.language.klokkeslett import clock_of
from bot.language.ord import clean, composed, tokens
from bot.language.personer import Personer
from bot.language.personfunn import Personfunn

_PARTING = re.compile(r"[,;\n•]|\s(?:og|samt|&)\s|\s[–-]\s", re.IGNORECASE)
_LABEL = re.compile(
    r"^\s*(?:(?:til ?stede|til ?stades|tilstede|frammøte|fremmøte|frammøtt|møtte|forfall|fravær(?:ende)?|"
    r"medlemmer|medlemmar|medlemer|varaer|vara|andre|gjester|sekretariat(?:et)?|meldt forfall)\s*"
    r"(?:er|var|har)?\s*(?::|kolon\b|(?=\s))\s*)+",
    re.IGNORECASE,
)
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
    personer = Personer(register)
    bare = _LABEL.sub("", med_tegn(composed(tekst)))
    found = [f for piece in _pieces(bare) for f in _people(piece.strip(" ."), personer, organ_ids, dag)]
    first: dict[str, Frammoetefunn] = {}
    for funn in found:
        first.setdefault(funn.navn.lower(), funn)
    return tuple(first.values())


def klokken(tekst: str, dag: date) -> time | None:
    """The time of the day that a line says, in the afternoon where the hour alone would be at night."""
    found = clock_of(tekst, dag)
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


def _people(piece: str, personer: Personer, organ_ids: Sequence[int], dag: date) -> list[Frammoetefunn]:
    inside = _BRACKETS.search(piece)
    outside = _BRACKETS.sub(" ", piece).strip()
    head, vara = _vara(outside)
    clock = (
        klokken(outside, dag)
        if any(sign.isdigit() for sign in outside) or _CLOCK_WORDS.search(outside)
        else None
    )
    people = _in_a_row(head, personer, organ_ids) or personer.find(head, tokens(clean(head)), organ_ids)
    found = [_of(funn, clock) for funn in people]
    if not found:
        name = _CLOCK_WORDS.split(head)[0].strip(" ,.")
        found = [Frammoetefunn(name, klokke=clock)] if name and kan_vaere_navn(name) else []
    if found:
        found[-1] = _bracketed(replace(found[-1], vara_for=vara), inside[1].strip() if inside else "", dag)
    return found


def _in_a_row(tekst: str, personer: Personer, organ_ids: Sequence[int]) -> list[Personfunn]:
    """«Kari Jonas Siri Haugen», where nothing parts them: members and nothing else, else none."""
    words = tekst.split()
    found: list[Personfunn] = []
    at = 0
    while at < len(words) <= _ROW:
        ends = range(min(len(words), at + _NAME), at, -1)
        pairs = ((end, _whole(" ".join(words[at:end]), personer, organ_ids)) for end in ends)
        end, funn = next(((e, f) for e, f in pairs if f), (0, None))
        if funn is None:
            return []
        found.append(funn)
        at = end
    return found


def _whole(tekst: str, personer: Personer, organ_ids: Sequence[int]) -> Personfunn | None:
    words = tokens(clean(tekst))
    for funn in personer.find(tekst, words, organ_ids):
        if (funn.fra, funn.til) == (0, len(words)) and funn.kandidater:
            return funn
    return None


def _vara(tekst: str) -> tuple[str, str | None]:
    """The name, and whom or what they are vara for."""
    match = _FOR.search(tekst)
    return (
        (tekst[: match.start()].strip(), match[1].strip(" .")) if match and match.start() else (tekst, None)
    )


def _of(funn: Personfunn, clock: time | None) -> Frammoetefunn:
    names = tuple(kandidat.navn for kandidat in funn.kandidater)
    return Frammoetefunn(funn.navn, names if len(names) > 1 else (), kjent=len(names) == 1, klokke=clock)


def _bracketed(funn: Frammoetefunn, inside: str, dag: date) -> Frammoetefunn:
    match = _FOR.match(inside)
    if match:
        return replace(funn, vara_for=match[1].strip(" ."))
    clock = klokken(inside, dag) if _CLOCK_WORDS.search(inside) else None
    if clock:
        return replace(funn, klokke=clock)
    return replace(funn, tilknytning=inside or None)
