"""What stands in columns and is no table: labels with their values, titles with page numbers."""

from collections.abc import Iterator, Sequence

from bot.documents.gridlines import Cells
from bot.documents.rows import Row, RowKind

MOSTLY = 0.8
OPEN_ENDS = (",", "/", "-", "–", " og")
LONG = 60
"""A value line of so many signs was wrapped, not ended."""


def rows_of(cells: Sequence[Cells], table: int, page: int, blank: bool) -> list[Row]:
    """The cells as the rows of the table of that number; as lines of text where it is none."""
    if is_label_table(cells):
        return list(label_rows(cells, page, blank))
    titles = _page_numbered(cells)
    if titles:
        return [Row((title,), blank_before=blank and not n, page=page) for n, title in enumerate(titles)]
    return [
        Row(row, RowKind.TABLE, blank_before=blank and not n, table=table, page=page)
        for n, row in enumerate(cells)
    ]


def _page_numbered(rows: Sequence[Cells]) -> list[str] | None:
    """Titles with page numbers in rising order, written as where there are dots between; else None."""
    if any(len(row) != 2 or not row[1].isdigit() for row in rows):
        return None
    pages = [int(row[1]) for row in rows]
    return [f"{title} ..... {page}" for title, page in rows] if pages == sorted(pages) else None


def is_label_table(rows: Sequence[Cells]) -> bool:
    """Two columns, the first of which ends with a colon wherever it has text."""
    labels = [row[0] for row in rows if row[0]]
    return len(rows[0]) == 2 and sum(label.endswith(":") for label in labels) >= MOSTLY * len(labels)


def label_rows(rows: Sequence[Cells], page: int, blank: bool) -> Iterator[Row]:
    """Each label with its value as a line of text; a value's further lines are rows of their own."""
    for number, (label, value) in enumerate(rows):
        first, *more = value.split("\n")
        text = " ".join(" ".join((label, first)).split())
        yield Row((text,), blank_before=blank and number == 0, page=page)
        above = first
        for line in more:
            yield Row((line,), indent=1, page=page, continues=_goes_on(above, line))
            above = line


def _goes_on(above: str, line: str) -> bool:
    in_brackets = above.count("(") > above.count(")")
    begun = above.endswith(OPEN_ENDS) or in_brackets or len(above) >= LONG
    return begun or line[:1].islower() or line.startswith("(")
