"""The lists of those present and absent, however they are written.

Brackets («Siri Li (Nes kommune, leder), Per Moe (vara HNT)»), commas, one a line, groups
(«Observatører: …»), deputies («(for Siri Li, Nes kommune)»). Split on the closing bracket, not on
commas: brackets hold commas, and lists may lack separators.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from bot.documents.frammoete_biter import KANT, Bit, bits, split_og
from bot.documents.frammoete_del import (
    Omtale,
    deltaker,
    describe,
    is_description,
    is_first_name,
    is_person,
    known_role,
    tell,
)
from bot.documents.frammoete_navn import find_person, with_title
from bot.documents.navn import is_organisation
from bot.documents.ordforraad import normalise
from bot.documents.referat_ord import column_words, load
from bot.domain.referat import Deltaker

_GRUPPE = re.compile(r"^(?P<navn>[^:()]{2,70}?)\s*:\s*(?P<rest>.*)$")
_FRA = re.compile(
    r"^(?:representanter|representantar)?\s*(?:fra|frå|for)\s+|\s+(?:møtte|deltok|møter)$", re.IGNORECASE
)
_NAVN_MED_FEIL = re.compile(r"^[a-zæøå]+(?: [A-ZÆØÅ][\w-]+){1,3}$")
_SETNING = re.compile(r"\b(?:er|var|ble|vart|har|hadde|skal|kan|må)\b")


@dataclass
class Frammoete:
    """Who a list names, in order, and what in it was no person."""

    deltakere: list[Deltaker] = field(default_factory=list)
    rest: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Gruppe:
    """What a label over several says of each of them."""

    rolle: str | None = None
    tilknytning: str | None = None
    vara: bool = False


def read(lines: Iterable[str], gruppe: Gruppe | None = None) -> Frammoete:
    """The people of a list. `gruppe` holds for those in front of the first group label of its own."""
    out = Frammoete()
    gruppe = gruppe or Gruppe()
    lines = list(lines)
    cells = any(map(column_words, lines))
    found = [
        pair
        for line in lines
        for pair in ([(None, line)] if cells and _is_role(line) else _with_groups(line))
    ]
    tails = _tails_describe([rest for _, rest in found])
    for own, rest in found:
        gruppe = own or gruppe
        _line(out, rest, gruppe, tails)
    return out


def _is_role(line: str) -> bool:
    """A role alone on its line: in a table that came out one cell a line it is the person's above."""
    return ":" not in line and known_role(normalise(line)) is not None


def group_of(label: str) -> Gruppe:
    """«Medlemmer», «Observatører», «Varamedlemmer», «Fra kommunene», «Nes kommune»."""
    words, name = load(), normalise(label)
    if name in words.words("person", "tom_gruppe"):
        return Gruppe()
    if name in words.words("person", "varagruppe"):
        return Gruppe(vara=True)
    if role := known_role(name):
        return Gruppe(rolle=role)
    where = _FRA.sub("", _FRA.sub("", label.strip(KANT))).strip()
    return Gruppe(tilknytning=where or None)


def _with_groups(line: str) -> list[tuple[Gruppe | None, str]]:
    """A line cut at the group labels in it: (group or None, what stands behind)."""
    text = " ".join(line.split())
    cuts = [m.start() for m in re.finditer(r"(?<=[\s,;)])[A-ZÆØÅ][\w/ ]{2,40}:", text) if _sure_group(m[0])]
    parts = [text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    return [_group_line(part) for part in parts if part.strip()]


def _group_line(text: str) -> tuple[Gruppe | None, str]:
    match = _GRUPPE.match(text)
    if match and not is_person(match["navn"]):
        return group_of(match["navn"]), match["rest"]
    if _sure_group(text):
        return group_of(text), ""
    return None, text


def _sure_group(label: str) -> bool:
    words, name = load(), normalise(label)
    first = name.split(" ")[0]
    if re.match(r"[\w-]+ (?:i|på|fra|frå|for|av) [\w ]{3,30}$", name) and not re.search(r"[,(]", label):
        name = first if known_role(first) or first in words.words("person", "tom_gruppe") else name
    known = any(name in words.words("person", kind) for kind in ("tom_gruppe", "varagruppe"))
    return known or known_role(name) is not None or re.match(r"(?:fra|frå) [\w ]{3,30}$", name) is not None


def _tails_describe(lines: list[str]) -> bool:
    """One person a line: whether what stands behind the commas says what they are, not who else came."""
    pieces = [parts for parts in map(bits, lines) if len(parts) > 1 and is_person(parts[0].text)]
    tails = [bit for parts in pieces for bit in parts[1:]]
    clear = sum(is_description(bit.text) or " " not in bit.text for bit in tails)
    return len(pieces) > 1 and max(map(len, pieces)) <= 4 and 2 * clear >= len(tails)


def _line(out: Frammoete, text: str, gruppe: Gruppe, tails: bool) -> None:
    if normalise(text) in load().words("person", "ingen") or not text.strip(KANT) or column_words(text):
        return
    parts = [part for bit in bits(text) for part in split_og(bit)]
    if _is_sentence(text, parts):
        out.rest.append(text)
    elif _tells_of_last(out, parts):
        tell(out.deltakere[-1], text)
    else:
        _people(out, parts, gruppe, tails)


def _people(out: Frammoete, parts: list[Bit], gruppe: Gruppe, tails: bool) -> None:
    first_names = all(is_first_name(bit.text) for bit in parts)
    people: list[tuple[str, Omtale]] = []
    for bit in parts:
        if not _take(people, bit, first_names, tails):
            out.rest.append(bit.text)
    out.deltakere += [deltaker(navn, _in_group(omtale, gruppe)) for navn, omtale in people]
    out.rest += [f"{navn}: {notat}" for navn, omtale in people for notat in omtale.notater]


def _tells_of_last(out: Frammoete, parts: list[Bit]) -> bool:
    """A line that only says something of the person on the line above: a table with a cell a line."""
    if not out.deltakere or not parts:
        return False
    return is_description(parts[0].text) and not any(map(_names, parts))


def _names(bit: Bit) -> bool:
    return _has_person(bit) or find_person(bit.text, False) is not None


def _is_sentence(text: str, parts: list[Bit]) -> bool:
    if any(bit.parenteser for bit in parts):
        return False
    return _SETNING.search(text) is not None and not any(is_person(bit.text) for bit in parts)


def _has_person(bit: Bit) -> bool:
    return bool(bit.parenteser) or is_person(bit.text)


def _take(people: list[tuple[str, Omtale]], bit: Bit, first_names: bool, tails: bool) -> bool:
    """Adds a person, or what is said of the one before. False where the part is neither."""
    if people and not bit.ny and not first_names and _describes(bit, tails):
        describe(people[-1][1], bit.text)
        for inside in bit.parenteser:
            describe(people[-1][1], inside)
        return True
    person = find_person(bit.text, first_names) or _by_bracket(bit)
    if person is None:
        return False
    people.append(person)
    for inside in bit.parenteser:
        if inside != person[0]:
            describe(person[1], inside)
    return True


def _describes(bit: Bit, tails: bool) -> bool:
    if tails:
        return with_title(bit.text) is None
    if is_description(bit.text) and not any(map(is_person, bit.parenteser)):
        return find_person(bit.text, False) is None and not (
            bit.parenteser and _NAVN_MED_FEIL.match(bit.text)
        )
    return not bit.parenteser and " " not in bit.text and not is_person(bit.text)


def _by_bracket(bit: Bit) -> tuple[str, Omtale] | None:
    """What stands in front of a bracket is a name even where its form is not («er Moe (HNT)»)."""
    if not bit.parenteser:
        return None
    omtale = Omtale()
    if is_person(bit.parenteser[0]) and is_organisation(bit.text, load()):
        describe(omtale, bit.text)
        return bit.parenteser[0], omtale
    named = (
        re.search(r"[A-ZÆØÅ]", bit.text)
        and len(bit.text.split()) <= 6
        and not any(map(str.isdigit, bit.text))
    )
    return (bit.text, omtale) if named and not is_organisation(bit.text, load()) else None


def _in_group(omtale: Omtale, gruppe: Gruppe) -> Omtale:
    omtale.vara = omtale.vara or gruppe.vara
    omtale.rolle = omtale.rolle or gruppe.rolle
    if gruppe.tilknytning and not omtale.tilknytning:
        omtale.tilknytning = [gruppe.tilknytning]
    return omtale
