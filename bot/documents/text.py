"""Plain text to rows."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from bot.documents.columns import regions
from bot.documents.gridlines import Cells, cells_of, grid_of
from bot.documents.label_tables import rows_of
from bot.documents.layout import CHAR, LINE, Line, Piece, Region, join_bullets
from bot.documents.limits import LIMITS, Limits
from bot.documents.paragraphs import Levels, Measure, text_row
from bot.documents.rows import Row, RowKind
from bot.documents.table_rows import split_rows
from bot.documents.text_lines import TextLine, lines_of
from bot.documents.text_tables import barred, tabbed, without_list_tabs
from bot.domain.errors import Unreadable

PIECE = re.compile(r"\S+(?:\s{1,2}\S+)*")
NARROW = 2 * CHAR
"""A gutter runs down all of a table; on a single line three spaces part two columns."""
LETTER = 10.0
EARLIEST_WRAP = 40 * CHAR


def rows(data: bytes, limits: Limits = LIMITS) -> list[Row]:
    """The lines of a text file; columns made with bars, tabs or spaces are tables. Raises Unreadable."""
    lines = lines_of(data)
    if not lines:
        raise Unreadable("tom")
    if sum(len(line.text) for line in lines) > limits.text_chars:
        raise Unreadable("for_komplisert")
    return list(_Text(lines).rows())


class _Text:
    """A text file laid out, with the tables in it."""

    def __init__(self, lines: Sequence[TextLine]) -> None:
        self.lines = [replace(line, text=without_list_tabs(line.text)) for line in lines]
        self.texts = [line.text for line in self.lines]
        self.laid_out = _laid_out(self.lines)
        self.regions = {region.first: region for region in regions(self.laid_out, NARROW)}
        self.usual = _measure(self.laid_out)
        self.levels = Levels(by_kind=True)

    def rows(self) -> Iterator[Row]:
        number = tables = 0
        above: Line | None = None
        while number < len(self.lines):
            line = self.laid_out[number]
            if self.lines[number].starts_page:
                yield Row(("",), RowKind.PAGE_BREAK, page=line.page)
            found = self._table(number)
            if found:
                cells, number = found
                own = rows_of(cells, tables + 1, line.page, line.blank)
                tables, above = tables + (own[0].kind is RowKind.TABLE), None
                yield from own
            else:
                yield self._text(number, above)
                number, above = number + 1, line

    def _text(self, number: int, above: Line | None) -> Row:
        """An indented line that is in no list stands one step in: its bullet may have been lost."""
        line = self.laid_out[number]
        row = text_row(line, above, self.usual, self.levels, line.blank)
        alone = row.marker is None and not row.continues and row.indent == 0
        inside = line.x0 > 0 and not self.lines[number].starts_page
        return replace(row, indent=1) if alone and inside else row

    def _table(self, start: int) -> tuple[list[Cells], int] | None:
        text = self.texts[start]
        if "|" in text or "+-" in text:
            return barred(self.texts, start)
        if "\t" in text:
            return tabbed(self.texts[: self._gap_below(start)], start)
        region = self.regions.get(start)
        return self._aligned(region) if region else None

    def _gap_below(self, start: int) -> int:
        """Where text that is no row of a table begins after a gap."""
        below = range(start + 1, len(self.lines))
        return next(
            (n for n in below if self.lines[n].blank and "\t" not in self.texts[n]), len(self.lines)
        )

    def _aligned(self, region: Region) -> tuple[list[Cells], int]:
        grid = grid_of(self.laid_out[region.first : region.last + 1], region)
        return [cells_of(group, region.width) for group in split_rows(grid, region.width)], region.last + 1


def _laid_out(lines: Sequence[TextLine]) -> list[Line]:
    """Each line where it would stand in letters that are all of one width."""
    found: list[Line] = []
    page, y = 1, 0.0
    for line in lines:
        page += line.starts_page
        y += LINE * (1 + line.blank)
        text = line.text.expandtabs(8)
        pieces = tuple(
            Piece(piece[0], piece.start() * CHAR, piece.end() * CHAR) for piece in PIECE.finditer(text)
        )
        found.append(join_bullets(Line(pieces, y, y + LETTER, LETTER, page, line.blank)))
    return found


def _measure(lines: Sequence[Line]) -> Measure:
    """The right edge, from the lines that are surely wrapped: the next one begins in small letters.

    A short line («Siri Li» over «referent») is no evidence: nobody wraps that early.
    """
    wrapped = sorted(
        a.x1 for a, b in pairwise(lines) if not b.blank and b.text[:1].islower() and a.x1 > EARLIEST_WRAP
    )
    right = wrapped[len(wrapped) * 3 // 4] if wrapped else float("inf")
    return Measure(LETTER, LINE - LETTER, right)
