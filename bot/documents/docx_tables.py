"""Tables of a DOCX as rows of cells: merged cells, frames, and tables inside cells."""

from collections.abc import Iterator

from bot.documents.docx_html import Block, Cell, Paragraph, Table
from bot.documents.docx_marks import unmarked
from bot.documents.docx_tidy import PAGE_BREAK
from bot.documents.gridlines import Cells

Part = Cells | list[Block]
"""A row of cells, or blocks that stand outside the columns (a frame's content, a table in a cell)."""


def parts_of(table: Table) -> Iterator[Part]:
    """The table from the top down. A table of one column is a frame: its content stands alone."""
    width = max((sum(cell.across for cell in row) for row in table.rows), default=0)
    hanging: dict[int, int] = {}
    for row in table.rows:
        if width == 1:
            yield [block for cell in row for block in cell.blocks]
        else:
            yield from _row(row, width, hanging)


def _row(row: list[Cell], width: int, hanging: dict[int, int]) -> Iterator[Part]:
    """`hanging` holds the columns that a merged cell from above still covers, and for how many rows."""
    texts = [""] * width
    column = 0
    for cell in row:
        while hanging.get(column):
            column += 1
        own, inner = _split(cell.blocks)
        if column < width:
            texts[column] = cell_text(own)
        if inner:
            yield tuple(texts)
            yield inner
            texts = [""] * width
        _hang(hanging, column, cell)
        column += cell.across
    yield tuple(texts)
    for place in list(hanging):
        hanging[place] -= 1
        if hanging[place] <= 0:
            del hanging[place]


def _hang(hanging: dict[int, int], column: int, cell: Cell) -> None:
    for place in range(column, column + cell.across):
        hanging[place] = cell.down


def _split(blocks: list[Block]) -> tuple[list[Block], list[Block]]:
    """What stands before the first inner table, and the rest."""
    first = next((n for n, block in enumerate(blocks) if isinstance(block, Table)), len(blocks))
    return blocks[:first], blocks[first:]


def cell_text(blocks: list[Block]) -> str:
    """The printed lines of a cell, each with its own list marker in front."""
    lines = [_lines(block.text) for block in blocks if isinstance(block, Paragraph)]
    return "\n".join(line for line in lines if line)


def _lines(text: str) -> str:
    mark, text = unmarked(text.replace(PAGE_BREAK, ""))
    lines = [" ".join(line.split()) for line in text.split("\n")]
    lines = [line for line in lines if line]
    if mark.marker:
        lines[:1] = [f"{mark.marker} {lines[0] if lines else ''}".strip()]
    return "\n".join(lines)
