"""The tables of a laid-out page as rows of cells, and tables that run over several pages."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.documents.gridlines import Cells, GridLine, Rule, cells_of, grid_of
from bot.documents.layout import Line, Region
from bot.documents.pdf_page import RuledTable
from bot.documents.table_keys import is_key
from bot.documents.table_rows import split_by_keys, split_rows

SAME_PLACE = 8.0
SAME_LINE = 0.35
UNPARTED = 2
"""Rows of a table that has rules round it and below its header only."""


@dataclass(frozen=True)
class TableRow:
    """`page` is where the row begins."""

    cells: Cells
    page: int


@dataclass(frozen=True)
class Ruled:
    """A table whose rows the grid lines tell. `lefts` is where its columns begin (points)."""

    rows: list[TableRow]
    lefts: tuple[float, ...]
    top: float
    bottom: float


@dataclass(frozen=True)
class Gridless:
    """A table whose lines are known, but not yet which of them make a row."""

    lines: list[GridLine]
    lefts: tuple[float, ...]
    top: float
    bottom: float


Block = Ruled | Gridless


def ruled_block(table: RuledTable, page: int) -> Ruled:
    """A table with grid lines; one without rules between its rows is parted by its content."""
    rows = [[_text(cell) for cell in row] for row in table.rows]
    if len(rows) <= UNPARTED:
        rows = [part for row in table.rows for part in _parted(row)]
    return Ruled(
        rows=[TableRow(tuple(row), page) for row in rows if any(row)],
        lefts=(0.0, *table.bounds),
        top=table.top,
        bottom=table.bottom,
    )


def _text(cell: list[Line]) -> str:
    return "\n".join(line.text for line in cell)


def _parted(row: list[list[Line]]) -> list[list[str]]:
    """One ruled row, as several where times or numbers stand under one another in it."""
    lines = [(line, column) for column, cell in enumerate(row) for line in cell]
    lines.sort(key=lambda item: (item[0].bottom, item[1]))
    grid: list[GridLine] = []
    for line, column in lines:
        if grid and line.bottom - grid[-1].bottom < SAME_LINE * line.size:
            grid[-1].cells[column] = line.text
        else:
            gap = line.top - grid[-1].bottom if grid else 0.0
            grid.append(GridLine({column: line.text}, line.top, line.bottom, gap))
    return [list(cells_of(group, len(row))) for group in split_by_keys(grid, len(row))]


def gutter_block(lines: Sequence[Line], region: Region, rules: Sequence[Rule]) -> Gridless:
    """A table without grid lines, between `lines`' first and last."""
    own = lines[region.first : region.last + 1]
    return Gridless(grid_of(own, region, rules), _lefts(own, region), own[0].top, own[-1].bottom)


def _lefts(lines: Sequence[Line], region: Region) -> tuple[float, ...]:
    pieces = [piece for line in lines for piece in line.pieces]
    return tuple(
        min((piece.x0 for piece in pieces if region.column(piece) == column), default=0.0)
        for column in range(region.width)
    )


def table_rows(block: Block) -> list[TableRow]:
    """The rows of a whole table."""
    if isinstance(block, Ruled):
        return block.rows
    width = len(block.lefts)
    return [TableRow(cells_of(group, width), group[0].page) for group in split_rows(block.lines, width)]


def joined(above: Block, below: Block) -> Block | None:
    """One table where `below` goes on over the page break: the same columns at the same places, or
    the same header, which is then dropped. None where it is another table.
    """
    if len(above.lefts) != len(below.lefts):
        return None
    if isinstance(above, Ruled) and isinstance(below, Ruled):
        repeats = _words(below.rows[0]) == _words(above.rows[0])
        return _joined_ruled(above, below, repeats) if repeats or _same_place(above, below) else None
    if isinstance(above, Gridless) and isinstance(below, Gridless):
        repeats = below.lines[0].words == above.lines[0].words
        return _joined_lines(above, below, repeats) if repeats or _same_place(above, below) else None
    return None


def _same_place(above: Block, below: Block) -> bool:
    return all(abs(a - b) <= SAME_PLACE for a, b in zip(above.lefts, below.lefts, strict=True))


def _joined_lines(above: Gridless, below: Gridless, repeats: bool) -> Gridless:
    """The lines below are moved to stand under those above, with the usual gap between."""
    rest = below.lines[1:] if repeats else below.lines
    if not rest:
        return above
    gaps = sorted(line.gap for line in above.lines[1:])
    gap = gaps[len(gaps) // 2]
    down = above.lines[-1].bottom + gap - rest[0].top
    moved = [replace(line, top=line.top + down, bottom=line.bottom + down) for line in rest]
    return replace(above, lines=[*above.lines, replace(moved[0], gap=gap), *moved[1:]], bottom=below.bottom)


def _joined_ruled(above: Ruled, below: Ruled, repeats: bool) -> Ruled:
    """A row that the page break cut is made whole."""
    rest = below.rows[1:] if repeats else below.rows
    if rest and _is_cut(above.rows, rest[0]):
        whole = TableRow(_whole(above.rows[-1].cells, rest[0].cells), above.rows[-1].page)
        return replace(above, rows=[*above.rows[:-1], whole, *rest[1:]], bottom=below.bottom)
    return replace(above, rows=[*above.rows, *rest], bottom=below.bottom)


def _whole(above: Cells, below: Cells) -> Cells:
    return tuple("\n".join(filter(None, pair)) for pair in zip(above, below, strict=True))


def _is_cut(above: Sequence[TableRow], first: TableRow) -> bool:
    """A row is cut where it has neither time nor number, and the rows above it have."""
    firsts = [[cell.split("\n")[0] for cell in row.cells] for row in above[1:]]
    keys = [n for n in range(len(first.cells)) if sum(is_key(cells[n]) for cells in firsts) > 1]
    return bool(keys) and not any(first.cells[n] for n in keys)


def _words(row: TableRow) -> list[str]:
    return " ".join(row.cells).split()
