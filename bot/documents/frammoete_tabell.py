"""Those present and absent in a table: Navn | Representerer | Funksjon, with or without crosses."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from bot.documents.frammoete import Gruppe, group_of, read
from bot.documents.frammoete_del import Omtale, deltaker, describe, is_person, known_role
from bot.documents.ordforraad import normalise
from bot.documents.referat_ord import load
from bot.documents.rows import Row
from bot.domain.referat import Deltaker

_KOLONNER = ("navn", "tilknytning", "rolle", "vara_for", "status", "forfall")
_KRYSS = ("x", "✓", "✔", "ja", "v", "√", "")
_TIL_STEDE = (
    "x",
    "✓",
    "✔",
    "ja",
    "v",
    "√",
    "til stede",
    "tilstede",
    "til stades",
    "møtt",
    "møtte",
    "deltok",
)


@dataclass
class Frammoetetabell:
    """Who a table names. None in it is counted twice."""

    tilstede: list[Deltaker] = field(default_factory=list)
    forfall: list[Deltaker] = field(default_factory=list)
    rest: list[str] = field(default_factory=list)


def is_attendance(rows: Sequence[Row]) -> bool:
    """Whether the header row (or else the first cells) is of a table of people."""
    rows = [one for row in rows for one in _unstacked(row)]
    columns = _columns(rows[0])
    if "navn" in columns.values():
        return len(columns) > 1 or len(rows[0].cells) == 1
    names = [row for row in rows if is_person(_cell(row, 0))]
    return len(rows) > 1 and 3 * len(names) >= 2 * len(rows)


def read_table(rows: Sequence[Row], gruppe: Gruppe | None = None, forfall: bool = False) -> Frammoetetabell:
    """`gruppe` and `forfall` are what the label above the table says of those in it."""
    out = Frammoetetabell()
    rows = [one for row in rows for one in _unstacked(row)]
    columns = _columns(rows[0])
    body = rows[1:] if "navn" in columns.values() else rows
    columns = _checked(columns or {0: "navn"}, body)
    for row in body:
        if own := _group_row(row):
            gruppe, forfall = own, forfall or _is_absence(row)
        else:
            _add(out, row, columns, gruppe or Gruppe(), forfall)
    return out


def _unstacked(row: Row) -> list[Row]:
    """A row whose cells hold one person a line (the lines between were lost) as one row a person."""
    stacks = [cell.split("\n") for cell in row.cells]
    height = len(stacks[0]) if stacks else 0
    people = sum(map(is_person, stacks[0])) if stacks else 0
    if height < 2 or 2 * people < height or any(len(stack) not in (1, height) for stack in stacks):
        return [row]
    filled = [stack if len(stack) == height else [*stack, *[""] * (height - 1)] for stack in stacks]
    return [replace(row, cells=tuple(stack[i] for stack in filled)) for i in range(height)]


def _columns(header: Row) -> dict[int, str]:
    """Column index → what it holds, by the header's words."""
    words = load()
    found: dict[int, str] = {}
    for index, cell in enumerate(header.cells):
        meanings = [m for m in words.meanings("kolonne", cell) if m in _KOLONNER]
        if meanings and meanings[0] not in found.values():
            found[index] = meanings[0]
    return found


def _checked(columns: dict[int, str], body: Sequence[Row]) -> dict[int, str]:
    """«Til stede» over crosses is a status, not the names."""
    out = {}
    for index, kind in columns.items():
        values = {normalise(_cell(row, index)) for row in body}
        crosses = values <= set(_KRYSS) and bool(values - {""})
        out[index] = "status" if crosses and kind in ("navn", "status") else kind
    if "navn" not in out.values():
        out[0] = "navn"
    return out


def _group_row(row: Row) -> Gruppe | None:
    """A row with one filled cell that is no person is a heading over those below."""
    filled = [cell.strip() for cell in row.cells if cell.strip()]
    if len(filled) != 1 or is_person(filled[0]) or len(row.cells) == 1:
        return None
    return Gruppe() if _is_absence(row) else group_of(filled[0])


def _is_absence(row: Row) -> bool:
    return "forfall" in load().meanings("felt", row.text)


def _add(out: Frammoetetabell, row: Row, columns: dict[int, str], gruppe: Gruppe, forfall: bool) -> None:
    name = next((_cell(row, index) for index, kind in columns.items() if kind == "navn"), "")
    found = read([name], gruppe).deltakere if name else []
    if not found:
        out.rest += [row.text] if row.text else []
        return
    person, omtale = found[0], Omtale()
    for index, cell in enumerate(row.cells):
        _tell(omtale, columns.get(index), " ".join(cell.split()))
    _merge(person, omtale)
    absent = forfall or _says_absent(row, columns)
    (out.forfall if absent else out.tilstede).extend([person, *found[1:]])
    out.rest += [f"{person.navn}: {notat}" for notat in omtale.notater]


def _tell(omtale: Omtale, kind: str | None, text: str) -> None:
    if not text or kind in ("navn", "forfall"):
        return
    if kind == "tilknytning":
        said = Omtale()
        describe(said, text)
        omtale.tilknytning += said.tilknytning or ([text] if not said.rolle else [])
        omtale.rolle = omtale.rolle or said.rolle
    elif kind == "rolle":
        _function(omtale, text)
    elif kind == "vara_for":
        omtale.vara, omtale.vara_for = True, text
    elif normalise(text) not in _TIL_STEDE:
        describe(omtale, text)


def _function(omtale: Omtale, text: str) -> None:
    """A cell under «Funksjon»: «Vara for Per Moe», «Leder», «Kommuneoverlege»."""
    said = Omtale()
    describe(said, text)
    omtale.vara, omtale.vara_for = omtale.vara or said.vara, omtale.vara_for or said.vara_for
    if not said.vara:
        omtale.rolle = known_role(text) or text


def _merge(person: Deltaker, omtale: Omtale) -> None:
    said = deltaker(person.navn, omtale)
    own = person.tilknytning if said.tilknytning else []
    person.tilknytning = (
        said.tilknytning + [t for t in own if t not in said.tilknytning] or person.tilknytning
    )
    person.rolle = said.rolle or person.rolle
    person.vara, person.vara_for = person.vara or said.vara, said.vara_for or person.vara_for


def _says_absent(row: Row, columns: dict[int, str]) -> bool:
    """A cross under «Forfall», or «forfall» where others have their cross."""
    words = load()
    for index, kind in columns.items():
        said = normalise(_cell(row, index))
        if kind == "forfall" and said and said not in words.words("person", "ingen"):
            return True
        if kind == "status" and "forfall" in words.meanings("felt", said):
            return True
    crosses = [index for index, kind in columns.items() if kind == "status"]
    return bool(crosses) and all(normalise(_cell(row, i)) in ("", "nei", "-") for i in crosses)


def _cell(row: Row, index: int) -> str:
    return " ".join(row.cells[index].split()) if index < len(row.cells) else ""
