"""The one row model that every reader works on, whatever the file was.

PDF, DOCX and plain text become a list of rows from top to bottom. Running headers, footers
and their links are already taken out; hyphens at line ends are kept as they stand.
"""

from dataclasses import dataclass
from enum import StrEnum


class RowKind(StrEnum):
    TEXT = "text"
    TABLE = "table"
    PAGE_BREAK = "page_break"


@dataclass(frozen=True)
class Row:
    """One line of text, or one row of a table.

    `cells`: one string for TEXT (one printed line, stripped, without its list marker); one per
    column for TABLE, empty ones kept, and the printed lines of a cell joined by newlines with
    each line's own list marker left in front («• Status»). Columns need no grid lines to be a
    TABLE: words aligned under one another are enough. But «Møtested:   Storsalen» in columns is
    TEXT («Møtested: Storsalen»), and so is a title with dots or a tab before its page number
    («Sak 2/11 – tittel ..... 4»). A space wider than the letters are high is three spaces.
    `marker`: the list marker of a TEXT row as written («1.», «a.», «•», «o», «-», «1)»), else None.
    `indent`: how far in it stands, in steps from 0 (list level). In plain text, a line that begins
    with a space stands one step in: its bullet may have been lost.
    `heading`: True where the file itself marks a heading (style, or clearly larger or bold alone).
    `blank_before`: an empty line or a clear gap stands in front of it.
    `table`: rows of the same table share this number; None for TEXT. A table that runs over a
    page break has no PAGE_BREAK inside, its repeated header is left out, and a row that the break
    cut is whole.
    `page`: 1-based; always 1 where the format has no pages.
    `continues`: this TEXT row carries on the paragraph of the TEXT row above it: a wrapped line.
    Known in DOCX, where a row is a paragraph; reckoned from the line lengths elsewhere.
    """

    cells: tuple[str, ...]
    kind: RowKind = RowKind.TEXT
    marker: str | None = None
    indent: int = 0
    heading: bool = False
    blank_before: bool = False
    table: int | None = None
    page: int = 1
    continues: bool = False

    @property
    def text(self) -> str:
        """The row as one line of text."""
        return " ".join(" ".join(self.cells).split())
