"""PDF to rows, by pdfplumber."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pdfplumber

from bot.documents import pdf_tagged
from bot.documents.columns import regions
from bot.documents.label_tables import is_label_table, label_rows
from bot.documents.layout import Line
from bot.documents.limits import LIMITS, Limits
from bot.documents.paragraphs import CLEAR_GAP, Levels, Measure, measure, text_row
from bot.documents.pdf_chars import BROKEN
from bot.documents.pdf_gate import check
from bot.documents.pdf_page import Page, read_page
from bot.documents.pdf_running import without_running
from bot.documents.pdf_tables import (
    Block,
    Gridless,
    TableRow,
    gutter_block,
    joined,
    ruled_block,
    table_rows,
)
from bot.documents.rows import Row, RowKind
from bot.domain.errors import Unreadable

NARROW = 4.0
"""Points: Word's cell margins leave 10.8 between two columns that are both full, others less."""

FEW = 25
"""Letters a page: a scanned page may have a stamp on it."""
NAMELESS = 0.3


@dataclass(frozen=True)
class PageStart:
    page: int


Item = PageStart | Line | Block


def rows(data: bytes, limits: Limits = LIMITS) -> list[Row]:
    """The lines and tables of a PDF from top to bottom.

    A table that runs over a page break is one table, with no PAGE_BREAK inside. Raises Unreadable.
    """
    check(data, limits)
    return pdf_tagged.rows(data, limits) or _laid_out(data, limits)


def _laid_out(data: bytes, limits: Limits) -> list[Row]:
    pages = _read_pages(data, limits)
    _check_readable(pages)
    width = max(page.width for page in pages)
    pages = without_running(pages, measure([page.lines for page in pages], width).size)
    usual = measure([page.lines for page in pages], width)
    items = [item for page in pages for item in _items(page)]
    return list(_rows(_with_whole_tables(items), usual))


def _read_pages(data: bytes, limits: Limits) -> list[Page]:
    pages: list[Page] = []
    for page in _opened(data).pages:
        pages.append(read_page(page, limits))
        page.close()
    return pages


def _opened(data: bytes) -> Any:
    try:
        return pdfplumber.open(io.BytesIO(data))
    except BROKEN as error:
        raise Unreadable("oedelagt") from error


def _check_readable(pages: Sequence[Page]) -> None:
    """Pictures of pages have no text to read, and some fonts do not tell which letters they draw."""
    letters = sum(page.letters for page in pages)
    if letters < FEW * len(pages) and any(page.pictured for page in pages):
        raise Unreadable("skannet")
    if not letters:
        raise Unreadable("tom")
    if sum(page.nameless for page in pages) > NAMELESS * letters:
        raise Unreadable("uleselig")


def _items(page: Page) -> list[Item]:
    found: list[Line | Block] = [ruled_block(table, page.number) for table in page.tables]
    edges = [0.0, *(table.top for table in page.tables), page.height + 1]
    for top, bottom in pairwise(edges):
        found += _of_stretch([line for line in page.lines if top <= line.top < bottom], page)
    return [PageStart(page.number), *sorted(found, key=lambda item: item.top)]


def _of_stretch(lines: Sequence[Line], page: Page) -> Iterator[Line | Block]:
    """The lines between two ruled tables, with the tables among them."""
    start = 0
    for region in regions(lines, NARROW):
        yield from lines[start : region.first]
        yield gutter_block(lines, region, page.rules)
        start = region.last + 1
    yield from lines[start:]


def _with_whole_tables(items: Sequence[Item]) -> list[Item]:
    """Tables that a page break cut are made one; the PageStart inside them goes."""
    found: list[Item] = []
    for item in items:
        whole = _goes_on(found, item)
        if whole:
            found[-2:] = [whole]
        else:
            found.append(item)
    return found


def _goes_on(found: Sequence[Item], below: Item) -> Block | None:
    if len(found) < 2 or not isinstance(found[-1], PageStart):
        return None
    above = found[-2]
    return joined(above, below) if isinstance(above, Block) and isinstance(below, Block) else None


def _rows(items: Sequence[Item], usual: Measure) -> Iterator[Row]:
    levels = Levels()
    above: Line | None = None
    bottom: float | None = None
    table = 0
    for item in items:
        if isinstance(item, PageStart):
            bottom = None
            if item.page > 1:
                yield Row(("",), RowKind.PAGE_BREAK, page=item.page)
            continue
        blank = bottom is not None and item.top - bottom > usual.gap + CLEAR_GAP * usual.size
        bottom = item.bottom
        if isinstance(item, Block):
            own = table_rows(item)
            labels = isinstance(item, Gridless) and is_label_table([row.cells for row in own])
            table, above = table + (not labels), None
            yield from _label_rows(own, blank) if labels else _table_rows(own, table, blank)
        else:
            yield text_row(item, above, usual, levels, blank)
            above = item


def _label_rows(own: Sequence[TableRow], blank: bool) -> Iterator[Row]:
    return label_rows([row.cells for row in own], own[0].page, blank)


def _table_rows(own: Sequence[TableRow], table: int, blank: bool) -> Iterator[Row]:
    for number, row in enumerate(own):
        above = blank and number == 0
        yield Row(row.cells, RowKind.TABLE, blank_before=above, table=table, page=row.page)
