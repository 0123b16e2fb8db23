"""Which column of a saksliste is which, by its heading and by what stands in it."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.documents import klokke, navn
from bot.documents.ordforraad import Ordforraad
from bot.documents.rows import Row, RowKind
from bot.domain import saksnummer

_PREFIKS = re.compile(r"[A-ZÆØÅ]{2,3}")
_HELTALL = re.compile(r"\d{1,3}")
_VARIGHET = re.compile(r"\(?\b\d{1,3}\s*min\w*\.?\)?", re.IGNORECASE)


@dataclass(frozen=True)
class Kolonner:
    """Column indices by role; None where the table has no such column."""

    tid: int | None = None
    prefiks: int | None = None
    saksnr: int | None = None
    sak: int | None = None
    ansvarlig: int | None = None
    slutt: int | None = None
    minutter: int | None = None
    detaljer: int | None = None


def find_kolonner(rows: Sequence[Row], words: Ordforraad, aar: int | None) -> Kolonner | None:
    """The roles of the columns, by their headings and by what stands in them; None where the table
    is no saksliste.
    """
    rows = [row for row in rows if row.kind is RowKind.TABLE]
    header = next((row for row in rows[:3] if is_header(row, words)), None)
    body = [row for row in rows if not is_header(row, words)]
    width = max((len(row.cells) for row in rows), default=0)
    columns = [[cell(row, index) for row in body if cell(row, index)] for index in range(width)]
    named = _roles_by_heading(header, words) if header else {}
    roles = _roles_by_content(columns, named, aar)
    if "sak" not in roles:
        return None
    numbered = _share(columns[roles["sak"]], lambda cell: saksnummer.leading(cell, aar) is not None)
    if not (header or {"saksnr", "tid"} & set(roles) or numbered > 0.5):
        return None
    return Kolonner(**roles)


def is_header(row: Row, words: Ordforraad) -> bool:
    """Whether the row holds the headings of a saksliste: at least two of them, and little else."""
    cells = [cell for cell in row.cells if cell.strip()]
    known = [cell for cell in cells if words.meaning("kolonne", one_line(cell))]
    return len(known) >= 2 and len(known) * 3 >= len(cells) * 2


def _roles_by_heading(header: Row, words: Ordforraad) -> dict[int, str]:
    named: dict[int, str] = {}
    for index, cell in enumerate(header.cells):
        mening = words.meaning("kolonne", one_line(cell))
        if mening:
            named[index] = mening
    return named


def _roles_by_content(columns: list[list[str]], named: dict[int, str], aar: int | None) -> dict[str, int]:
    """Roles; a heading is believed where the content does not speak against it («Tid» may be either)."""
    roles: dict[str, int] = {}
    for index, cells in enumerate(columns):
        role = _role(cells, named.get(index), aar)
        if role == "sak" and "sak" in roles:
            role = "detaljer"
        if role and role not in roles:
            roles[role] = index
    if "sak" not in roles:
        free = [i for i in range(len(columns)) if i not in roles.values() and i not in named and columns[i]]
        if free:
            roles["sak"] = max(free, key=lambda i: sum(map(len, columns[i])))
    return roles


def _role(cells: list[str], heading: str | None, aar: int | None) -> str | None:
    clocks = _share(cells, lambda cell: klokke.read(_VARIGHET.sub("", cell)) is not None)
    numbers = _share(cells, lambda cell: saksnummer.parse(cell, aar) is not None)
    durations = _share(cells, lambda cell: minutes(cell) is not None)
    if heading == "slutt":
        return "slutt" if clocks > 0.5 else None
    if heading in ("tid", "minutter"):
        return _clock_orminutes(clocks, durations) or (heading if cells else None)
    if heading == "saksnr" or (heading == "sak" and numbers > 0.6):
        return "saksnr"
    if heading in ("sak", "ansvarlig"):
        return heading
    return None if heading else _role_by_content(cells, clocks, numbers, aar)


def _clock_orminutes(clocks: float, durations: float) -> str | None:
    if clocks and clocks >= durations:
        return "tid"
    return "minutter" if durations else None


def _role_by_content(cells: list[str], clocks: float, numbers: float, aar: int | None) -> str | None:
    """The role of a column without a heading, by what most of its cells are."""
    if numbers > 0.8 and aar and _share(cells, lambda cell: cell.rstrip(".").endswith(str(aar)[2:])) > 0.8:
        return "saksnr"
    if clocks > 0.5:
        return "tid"
    if _share(cells, lambda cell: _PREFIKS.fullmatch(cell) is not None) > 0.5:
        return "prefiks"
    if numbers > 0.5 and _share(cells, lambda cell: "/" in cell or "-" in cell or cell.endswith(".")) > 0.5:
        return "saksnr"
    if _share(cells, lambda cell: klokke.duration(cell) is not None) > 0.6:
        return "minutter"
    if _share(cells, lambda cell: navn.is_name(re.split(r"[,/\n]", cell)[0])) > 0.5:
        return "ansvarlig"
    return None


def _share(cells: list[str], test: Callable[[str], bool]) -> float:
    return sum(bool(test(cell)) for cell in cells) / len(cells) if cells else 0.0


def minutes(cell: str) -> int | None:
    """Minutes of a cell: a number alone, or one with its unit."""
    text = one_line(cell)
    return int(text) if _HELTALL.fullmatch(text) else klokke.duration(text)


def cell(row: Row, index: int | None) -> str:
    """The text of that cell; "" where the row or the table has none."""
    return row.cells[index].strip() if index is not None and index < len(row.cells) else ""


def one_line(cell: str) -> str:
    """A heading or number broken over lines: «Saks-\\nnr» → «Saksnr»."""
    return " ".join(re.sub(r"(?<=\w)-\s*\n\s*(?=[a-zæøå])", "", cell).split())
