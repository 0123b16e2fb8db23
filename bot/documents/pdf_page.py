"""One PDF page laid out: its lines, its ruled tables and the rules across it."""

from dataclasses import dataclass
from typing import Any

from bot.documents.gridlines import Rule
from bot.documents.layout import Line
from bot.documents.limits import Limits
from bot.documents.pdf_chars import marks_of
from bot.documents.pdf_words import Word, lines_of, words_of
from bot.domain.errors import Unreadable

COVERED = 0.5
Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class RuledTable:
    """A table with grid lines. `rows` hold the lines of each cell; `bounds` are inner x positions."""

    rows: list[list[list[Line]]]
    bounds: tuple[float, ...]
    top: float
    bottom: float


@dataclass(frozen=True)
class Page:
    """`lines` are those outside the ruled tables; `rules` are (x0, x1, y) of horizontal edges.

    `letters` counts the printed signs, `nameless` those that the font gives no letter for, and
    `pictured` says that a picture covers most of the page.
    """

    number: int
    width: float
    height: float
    lines: list[Line]
    tables: list[RuledTable]
    rules: list[Rule]
    letters: int = 0
    nameless: int = 0
    pictured: bool = False


def read_page(page: Any, limits: Limits) -> Page:
    """Lays out a pdfplumber page. Raises Unreadable where it holds more than a page of text can."""
    marks = marks_of(page)
    if len(marks.chars) > limits.pdf_page_chars or len(marks.edges) > limits.pdf_page_edges:
        raise Unreadable("for_komplisert")
    words = words_of(marks.chars)
    tables = []
    for found in page.find_tables() if len(marks.edges) > 3 else []:
        inside, outside = _parted(words, found.bbox)
        table = _ruled(found, inside, page.page_number)
        if table:
            tables.append(table)
            words = outside
    area = float(page.width) * float(page.height)
    return Page(
        number=page.page_number,
        width=float(page.width),
        height=float(page.height),
        lines=lines_of(words, page.page_number),
        tables=tables,
        rules=[(e["x0"], e["x1"], e["top"]) for e in marks.edges if e["orientation"] == "h"],
        letters=sum(not char["text"].isspace() for char in marks.chars),
        nameless=sum(char["text"].startswith("(cid:") for char in marks.chars),
        pictured=any(picture > COVERED * area for picture in marks.pictures),
    )


def _parted(words: list[Word], box: Box) -> tuple[list[Word], list[Word]]:
    inside = [word for word in words if _within(word, box)]
    return inside, [word for word in words if not _within(word, box)]


def _within(word: Word, box: Box) -> bool:
    x, y = (word["x0"] + word["x1"]) / 2, (word["top"] + word["bottom"]) / 2
    return bool(box[0] <= x <= box[2] and box[1] <= y <= box[3])


def _ruled(found: Any, words: list[Word], page: int) -> RuledTable | None:
    """The table with the words in its cells; None for a frame around text or a lone shaded line."""
    lefts = sorted({cell[0] for row in found.rows for cell in row.cells if cell})
    rows = [[_cell(words, cell, page) for cell in row.cells] for row in found.rows]
    kept = [n for n in range(len(lefts)) if any(len(row) > n and row[n] for row in rows)]
    rows = [[row[n] for n in kept] for row in rows if any(row) and len(row) == len(lefts)]
    if len(kept) < 2 or len(rows) < 2:
        return None
    return RuledTable(rows, tuple(lefts[n] for n in kept[1:]), found.bbox[1], found.bbox[3])


def _cell(words: list[Word], box: Box | None, page: int) -> list[Line]:
    return lines_of([word for word in words if _within(word, box)], page) if box else []
