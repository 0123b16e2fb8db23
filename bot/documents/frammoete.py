"""The lists of those present and absent, however they are written.

Brackets («Siri Li (Nes kommune, leder), Per Moe (vara HNT)»), commas, one a line, groups
(«Observatører: …»), deputies («(for Siri Li, Nes kommune)»). Split on the closing bracket, not on
commas: brackets hold commas, and lists may lack separators.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

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

_KANT = " \t\n,;.:&–—-|*"
_TOKEN = re.compile(r"\([^()]*\)?|[,;]|[^,;()]+")
_OG = re.compile(r"\s+(?:og|samt|&)\s+|\s*/\s*")
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


@dataclass(frozen=True)
class _Bit:
    """A part between commas, with the brackets behind it. `ny`: a semicolon or a new line is in front."""

    text: str
    parenteser: tuple[str, ...] = ()
    ny: bool = False


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
    where = _FRA.sub("", _FRA.sub("", label.strip(_KANT))).strip()
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
    pieces = [bits for bits in map(_bits, lines) if len(bits) > 1 and is_person(bits[0].text)]
    tails = [bit for bits in pieces for bit in bits[1:]]
    clear = sum(is_description(bit.text) or " " not in bit.text for bit in tails)
    return len(pieces) > 1 and max(map(len, pieces)) <= 4 and 2 * clear >= len(tails)


def _line(out: Frammoete, text: str, gruppe: Gruppe, tails: bool) -> None:
    if normalise(text) in load().words("person", "ingen") or not text.strip(_KANT) or column_words(text):
        return
    bits = [part for bit in _bits(text) for part in _split_og(bit)]
    if _is_sentence(text, bits):
        out.rest.append(text)
        return
    first_names = all(is_first_name(bit.text) for bit in bits)
    people: list[tuple[str, Omtale]] = []
    if _tells_of_last(out, bits):
        tell(out.deltakere[-1], text)
        return
    for bit in bits:
        if not _take(people, bit, first_names, tails):
            out.rest.append(bit.text)
    out.deltakere += [deltaker(navn, _in_group(omtale, gruppe)) for navn, omtale in people]
    out.rest += [f"{navn}: {notat}" for navn, omtale in people for notat in omtale.notater]


def _tells_of_last(out: Frammoete, bits: list[_Bit]) -> bool:
    """A line that only says something of the person on the line above: a table with a cell a line."""
    return (
        bool(out.deltakere) and bool(bits) and is_description(bits[0].text) and not any(map(_names, bits))
    )


def _names(bit: _Bit) -> bool:
    return _has_person(bit) or find_person(bit.text, False) is not None


def _is_sentence(text: str, bits: list[_Bit]) -> bool:
    if any(bit.parenteser for bit in bits):
        return False
    return _SETNING.search(text) is not None and not any(is_person(bit.text) for bit in bits)


def _bits(text: str) -> list[_Bit]:
    """The parts of a list; a closing bracket ends one as surely as a comma does."""
    out: list[_Bit] = []
    current, hard = "", True
    for piece in _TOKEN.findall(text):
        if piece[0] == "(":
            inside = piece.strip("() ")
            if current.strip(_KANT):
                out.append(_Bit(current.strip(_KANT), (inside,), hard))
            elif out:
                out[-1] = replace(out[-1], parenteser=(*out[-1].parenteser, inside))
            current, hard = "", False
        elif piece in ",;":
            if current.strip(_KANT):
                out.append(_Bit(current.strip(_KANT), (), hard))
                hard = False
            current, hard = "", hard or piece == ";"
        else:
            current += piece
    return [*out, _Bit(current.strip(_KANT), (), hard)] if current.strip(_KANT) else out


def _split_og(bit: _Bit) -> list[_Bit]:
    """«Siri Li og Per Moe» → two; «helse og mestring» stays one."""
    text = re.sub(r"^(?:og|samt)\s+", "", bit.text)
    parts = [part for part in _OG.split(text) if part]
    names = all(is_person(part) or is_first_name(part) for part in parts)
    if len(parts) < 2 or not names:
        return [replace(bit, text=text)]
    return [*(_Bit(part, (), bit.ny) for part in parts[:-1]), replace(bit, text=parts[-1])]


def _has_person(bit: _Bit) -> bool:
    return bool(bit.parenteser) or is_person(bit.text)


def _take(people: list[tuple[str, Omtale]], bit: _Bit, first_names: bool, tails: bool) -> bool:
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


def _describes(bit: _Bit, tails: bool) -> bool:
    if tails:
        return with_title(bit.text) is None
    if is_description(bit.text) and not any(map(is_person, bit.parenteser)):
        return find_person(bit.text, False) is None and not (
            bit.parenteser and _NAVN_MED_FEIL.match(bit.text)
        )
    return not bit.parenteser and " " not in bit.text and not is_person(bit.text)


def _by_bracket(bit: _Bit) -> tuple[str, Omtale] | None:
    """What stands in front of a bracket is a name even where its form is not («verre Moe (HNT)»)."""
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
