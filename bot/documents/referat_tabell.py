"""Minutes in a table (Sak | Referat | Ansvarlig | Frist) as the lines they would be without one."""

from collections.abc import Sequence
from dataclasses import replace

from bot.documents import frammoete_tabell, navn, referat_aksjoner
from bot.documents.frammoete_etikett import FRAMMOETE, meaning
from bot.documents.ordforraad import normalise
from bot.documents.referat_avsnitt import Avsnitt, Element, Tabell, cell_lines
from bot.documents.referat_ord import load, seksjon
from bot.documents.rows import Row
from bot.domain import saksnummer

_TEKSTER = ("tekst", "konklusjon", "oppfoelging", "ansvarlig", "frist")
_MERKER = {
    "konklusjon": "Konklusjon",
    "oppfoelging": "Oppfølging",
    "ansvarlig": "Ansvarlig",
    "frist": "Frist",
}
Columns = dict[int, str]


def flatten(elements: Sequence[Element], aar: int | None) -> list[Element]:
    """Every table but those of people as paragraphs: labels and values, or a sak with its texts."""
    out: list[Element] = []
    columns: Columns = {}
    for element in elements:
        if not isinstance(element, Tabell) or _is_people(element):
            out.append(element)
        elif aksjoner := referat_aksjoner.read_table(element, out, aar):
            out += aksjoner
        else:
            columns = sak_columns(element.rader[0]) or _same_width(columns, element)
            out += _table(element, columns, aar)
    return out


def sak_columns(header: Row) -> Columns:
    """Column index → what it holds, where the row is the header of a table of saker; else empty."""
    words = load()
    found: Columns = {}
    for index, cell in enumerate(header.cells):
        taken = found.values()
        meanings = [
            m for m in words.meanings("kolonne", cell) if m in (*_TEKSTER, "saksnr", "tittel", "sak")
        ]
        if free := [m for m in meanings if m not in taken]:
            found[index] = free[0]
    is_header = len(found) > 1 and any(
        kind in ("saksnr", "sak", "tittel", *_TEKSTER[:3]) for kind in found.values()
    )
    filled = sum(bool(cell.strip()) for cell in header.cells)
    return found if is_header and 2 * len(found) >= filled else {}


def _same_width(columns: Columns, tabell: Tabell) -> Columns:
    """A table that goes on over a page, or is set once more for the next sak, keeps its columns."""
    return columns if columns and max(columns) < len(tabell.rader[0].cells) else {}


def _is_people(tabell: Tabell) -> bool:
    return frammoete_tabell.is_attendance(tabell.rader) and not sak_columns(tabell.rader[0])


def _table(tabell: Tabell, columns: Columns, aar: int | None) -> list[Element]:
    out: list[Element] = []
    rows = list(tabell.rader)
    if not columns and _labels_over_values(rows):
        out += [
            line for pair in zip(rows[0].cells, rows[1].cells, strict=False) for line in _pairs(list(pair))
        ]
        rows = rows[2:]
    for row in rows:
        if not sak_columns(row):
            out += _sak_row(row, columns, aar) if columns else _loose_row(row, aar)
    return out


def _labels_over_values(rows: Sequence[Row]) -> bool:
    """«Dato | Tid | Sted» over their values."""
    felt = load().meanings
    return (
        len(rows) > 1
        and sum(bool(cell.strip()) for cell in rows[0].cells) > 1
        and all(felt("felt", cell) for cell in rows[0].cells if cell.strip())
        and not any(felt("felt", cell) for cell in rows[1].cells if cell.strip())
    )


def _sak_row(row: Row, columns: Columns, aar: int | None) -> list[Avsnitt]:
    cells = {kind: row.cells[index] for index, kind in columns.items() if index < len(row.cells)}
    others = [cell for index, cell in enumerate(row.cells) if index not in columns]
    lines = _heading_lines(cells, aar)
    for kind in _TEKSTER:
        lines += _labelled(kind, cells.get(kind, ""))
    return lines + [line for cell in others for line in cell_lines(cell)]


def _heading_lines(cells: dict[str, str], aar: int | None) -> list[Avsnitt]:
    """The first line of a row that begins a sak; nothing where the row carries on the one above."""
    number, title, body = _number_and_title(cells, aar)
    if not number and not title:
        return []
    if number and not title:
        title, body = _title_from(cells)
    head = f"Sak {saksnummer.strip_sak(number)} {title}".strip() if number else title
    return [Avsnitt(head, heading=True, blank=True, sak=True), *body]


def _number_and_title(cells: dict[str, str], aar: int | None) -> tuple[str, str, list[Avsnitt]]:
    written = " ".join(cells.get("saksnr", "").split())
    sak = cell_lines(cells.get("sak", ""), titled=True)
    first = sak[0] if sak else Avsnitt("")
    if not written and saksnummer.parse(_with_marker(first), aar):
        written, sak = _with_marker(first), sak[1:]
    elif not written and first.marker and first.marker[0].isdigit():
        written, sak = first.marker.strip(".)"), [replace(first, marker=None), *sak[1:]]
    elif not written and (leading := saksnummer.leading(first.text, aar)):
        written, sak = leading[0].skrevet, [replace(first, text=leading[1]), *sak[1:]]
    if title := cell_lines(cells.get("tittel", ""), titled=True):
        return written, title[0].text, [*title[1:], *sak]
    return written, (sak[0].text if sak else ""), sak[1:]


def _title_from(cells: dict[str, str]) -> tuple[str, list[Avsnitt]]:
    """With no column for it, the title is the first line of what was said."""
    lines = cell_lines(cells.get("tekst", ""), titled=True)
    cells["tekst"] = ""
    return (lines[0].text, lines[1:]) if lines else ("", [])


def _labelled(kind: str, cell: str) -> list[Avsnitt]:
    """The lines of a cell, with the column's word in front where it says what they are."""
    lines = cell_lines(cell)
    if kind not in _MERKER or not lines:
        return lines
    if kind == "ansvarlig":
        owners = [person.navn for person in navn.read_ansvarlige(cell.split("\n"))]
        return [Avsnitt(f"{_MERKER[kind]}: {', '.join(owners)}")] if owners else []
    if kind == "frist":
        return [Avsnitt(f"{_MERKER[kind]}: {' '.join(cell.split())}")]
    return [Avsnitt(_MERKER[kind], heading=True, blank=True), *lines]


def _loose_row(row: Row, aar: int | None) -> list[Avsnitt]:
    """A row of a table without a header: «Sak 1/25 | Title», «Vedtak | …», «Dato | …», or text."""
    filled = [cell for cell in row.cells if cell.strip()]
    first, rest = filled[0] if filled else "", filled[1:]
    name = " ".join(first.split())
    if rest and saksnummer.parse(name, aar) and not name.isdigit():
        lines = [line for cell in rest for line in cell_lines(cell, titled=True)]
        return [
            Avsnitt(f"Sak {saksnummer.strip_sak(name)} {lines[0].text}", heading=True, sak=True),
            *lines[1:],
        ]
    if rest and (seksjon(name) or load().meanings("felt", name)):
        return _pairs(filled)
    return [line for cell in filled for line in cell_lines(cell)]


def _pairs(cells: list[str]) -> list[Avsnitt]:
    """«Label | value | label | value» as «Label: value» lines."""
    out: list[Avsnitt] = []
    label = ""
    for cell in cells:
        lines = cell_lines(cell) if meaning(label) not in FRAMMOETE else _printed(cell)
        if label and lines:
            out += [Avsnitt(f"{label}: {_with_marker(lines[0])}", blank=True), *lines[1:]]
            label = ""
        elif normalise(cell):
            label = " ".join(cell.split()).rstrip(" :")
    return [*out, Avsnitt(f"{label}:", blank=True)] if label else out


def _printed(cell: str) -> list[Avsnitt]:
    """The lines of a list of people as they stand: who is broken over two is known later."""
    return [Avsnitt(" ".join(line.split()), blank=True) for line in cell.split("\n") if line.strip()]


def _with_marker(line: Avsnitt) -> str:
    return f"{line.marker} {line.text}" if line.marker else line.text
