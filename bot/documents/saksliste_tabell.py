"""A saksliste that is a table: which column is which, and one item for each row."""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

from bot.documents import klokke, navn
from bot.documents.markers import split_marker
from bot.documents.ordforraad import Ordforraad, normalise
from bot.documents.rows import Row, RowKind
from bot.documents.saksliste_klokke import clock_in_front
from bot.documents.saksliste_punkt import Utkast, cell_lines, finish, take_labels, without_divisions
from bot.domain import saksnummer
from bot.domain.innkalling import Agendapunkt, Agendatype

_PREFIKS = re.compile(r"[A-ZÆØÅ]{2,3}")
_HELTALL = re.compile(r"\d{1,3}")
_VARIGHET = re.compile(r"\(?\b\d{1,3}\s*min\w*\.?\)?", re.IGNORECASE)
_SUM = ("sum", "totalt", "total", "i alt", "til sammen", "til saman")


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
    columns = [[_cell(row, index) for row in body if _cell(row, index)] for index in range(width)]
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
    known = [cell for cell in cells if words.meaning("kolonne", _one_line(cell))]
    return len(known) >= 2 and len(known) * 3 >= len(cells) * 2


def read_tabell(
    rows: Sequence[Row], words: Ordforraad, aar: int | None, known: Collection[str]
) -> list[Agendapunkt] | None:
    """The items of a table, or None where it is no saksliste."""
    kolonner = find_kolonner(rows, words, aar)
    if kolonner is None or kolonner.sak is None:
        return None
    drafts: list[Utkast] = []
    for row in rows:
        if (row.kind is RowKind.TABLE and is_header(row, words)) or normalise(row.text).startswith(_SUM):
            continue
        draft = _draft(row, kolonner, words, aar) if row.kind is RowKind.TABLE else _line_draft(row)
        if drafts and _carries_on(draft, row, kolonner, words):
            _append(drafts[-1], draft)
        elif draft.linjer or draft.saksnr:
            drafts += _split_unnumbered(draft, words)
    width = max((len(text) for draft in drafts for _, text in draft.linjer), default=0)
    return [finish(draft, words, width, known) for draft in without_divisions(drafts, words)]


def _roles_by_heading(header: Row, words: Ordforraad) -> dict[int, str]:
    named: dict[int, str] = {}
    for index, cell in enumerate(header.cells):
        mening = words.meaning("kolonne", _one_line(cell))
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
    durations = _share(cells, lambda cell: _minutes(cell) is not None)
    if heading == "slutt":
        return "slutt" if clocks > 0.5 else None
    if heading in ("tid", "minutter"):
        return (
            "tid"
            if clocks and clocks >= durations
            else "minutter"
            if durations
            else heading
            if cells
            else None
        )
    if heading == "saksnr" or (heading == "sak" and numbers > 0.6):
        return "saksnr"
    if heading in ("sak", "ansvarlig"):
        return heading
    if heading:
        return None
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


def _draft(row: Row, kolonner: Kolonner, words: Ordforraad, aar: int | None) -> Utkast:
    row = _shifted(row, kolonner)
    draft = Utkast(linjer=cell_lines(_cell(row, kolonner.sak)))
    draft.linjer += [(marker or "", text) for marker, text in cell_lines(_cell(row, kolonner.detaljer))]
    for line in [line for line in draft.linjer[1:] if take_labels(draft, line[1], words)]:
        draft.linjer.remove(line)
    if kolonner.tid is None and draft.linjer and (clock := clock_in_front(draft.linjer[0][1])):
        draft.start, draft.slutt = clock.start, clock.slutt
        draft.linjer[0] = (None, clock.rest)
    elif tid := klokke.read(_cell(row, kolonner.tid)):
        draft.start, draft.slutt = tid.start, tid.slutt
        draft.minutter = klokke.duration(_cell(row, kolonner.tid))
        if draft.slutt is None and (end := klokke.read(_cell(row, kolonner.slutt))):
            draft.slutt = end.start
        _take_glued(draft, _one_line(_cell(row, kolonner.tid)))
    draft.saksnr = _saksnr(row, kolonner, draft, aar)
    draft.ansvarlig += _cell(row, kolonner.ansvarlig).splitlines()
    if (minutes := _minutes(_cell(row, kolonner.minutter))) is not None:
        draft.minutter = minutes
    if not draft.linjer:
        draft.linjer = [(None, text) for text in _loose_text(row, kolonner)]
    return draft


def _shifted(row: Row, kolonner: Kolonner) -> Row:
    """A row whose first cells were lost, so that a point stands where the clock should."""
    first = next((cell for cell in row.cells if cell.strip()), "")
    at = row.cells.index(first) if first else 0
    if kolonner.sak is None or at >= kolonner.sak or not split_marker(first)[0] or klokke.read(first):
        return row
    return replace(row, cells=("",) * (kolonner.sak - at) + row.cells)


def _take_glued(draft: Utkast, cell: str) -> None:
    """«1100-1115Sak» over a column of «1/23»: what stands behind the clock belongs to the title."""
    clock = clock_in_front(cell)
    if clock and clock.rest and clock.rest[0].isupper():
        head = draft.linjer[0][1] if draft.linjer and not draft.linjer[0][0] else ""
        draft.linjer[: bool(head)] = [(None, f"{clock.rest} {head}".strip())]


def _line_draft(row: Row) -> Utkast:
    """A line of text between the rows of a table: more points of the item above, or a person."""
    *texts, last = re.split(r"\s{3,}", row.cells[0].strip())
    if row.marker is None and navn.is_name(re.split(r"[,/]", last)[0]):
        return Utkast(linjer=[(None, " ".join(texts))] if texts else [], ansvarlig=[last])
    if texts and navn.is_name(re.split(r"[,/]", last)[0]):
        return Utkast(linjer=[(row.marker, " ".join(texts))], ansvarlig=[last])
    return Utkast(linjer=[(row.marker, row.text)])


def _split_unnumbered(draft: Utkast, words: Ordforraad) -> list[Utkast]:
    """«Ymse» on a line of its own under the last title is an item, where no line was drawn between."""
    head, tail = draft.linjer[:1], draft.linjer[1:]
    if (
        len(tail) == 1
        and tail[0][0] is None
        and normalise(tail[0][1]) in words.words("agenda", "uten_nummer")
    ):
        return [replace(draft, linjer=head), Utkast(linjer=tail)]
    return [draft]


def _saksnr(row: Row, kolonner: Kolonner, draft: Utkast, aar: int | None) -> str | None:
    """The number of its column (with «PS» from a column of its own), else the one the title begins with."""
    written = _one_line(_cell(row, kolonner.saksnr))
    prefix = _cell(row, kolonner.prefiks)
    if written and saksnummer.parse(written, aar):
        skrevet = saksnummer.strip_sak(written).rstrip(".")
        return f"{prefix} {skrevet}" if prefix else skrevet
    if draft.linjer and draft.linjer[0][0] is None:
        leading = saksnummer.leading(draft.linjer[0][1], aar)
        if leading:
            draft.linjer[:1] = [(None, leading[1])] if leading[1] else []
            return leading[0].skrevet
    if written and not draft.linjer:
        draft.linjer = [(None, written)]
    return None


def _loose_text(row: Row, kolonner: Kolonner) -> list[str]:
    """A row such as «Lunsj» that stands in one merged cell, under another column."""
    skip = {kolonner.tid, kolonner.saksnr, kolonner.minutter, kolonner.prefiks, kolonner.ansvarlig}
    texts = [cell for index, cell in enumerate(row.cells) if cell.strip() and index not in skip]
    if not texts and kolonner.saksnr is not None and not saksnummer.parse(_cell(row, kolonner.saksnr)):
        texts = [_cell(row, kolonner.saksnr)]
    if not texts and kolonner.tid is not None and klokke.read(_cell(row, kolonner.tid)) is None:
        texts = [_cell(row, kolonner.tid)]
    return [line for text in texts for line in text.splitlines() if line.strip()]


def _carries_on(draft: Utkast, row: Row, kolonner: Kolonner, words: Ordforraad) -> bool:
    """A row without number, clock and minutes that only holds more of the item above."""
    if draft.saksnr or draft.start or draft.minutter is not None:
        return False
    if not draft.linjer:
        return True
    marker, text = draft.linjer[0]
    if marker or text[:1].islower():
        return True
    if finish(draft, words, 0, ()).type is not Agendatype.SAK:
        return False
    named = words.starts_with("agenda", "uten_nummer", text)
    return (
        not named
        and bool(kolonner.tid is not None or kolonner.saksnr is not None)
        and bool(draft.ansvarlig)
        and (draft.ansvarlig[0][:1].islower())
    )


def _append(item: Utkast, more: Utkast) -> None:
    item.linjer += more.linjer
    item.ansvarlig += more.ansvarlig


def _minutes(cell: str) -> int | None:
    text = _one_line(cell)
    return int(text) if _HELTALL.fullmatch(text) else klokke.duration(text)


def _cell(row: Row, index: int | None) -> str:
    return row.cells[index].strip() if index is not None and index < len(row.cells) else ""


def _one_line(cell: str) -> str:
    """A heading or number broken over lines: «Saks-\\nnr» → «Saksnr»."""
    return " ".join(re.sub(r"(?<=\w)-\s*\n\s*(?=[a-zæøå])", "", cell).split())
