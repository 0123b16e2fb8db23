"""«Møtested:   Storsalen» in aligned columns is a list of labels, not a table."""

from collections.abc import Iterator, Sequence

from bot.documents.gridlines import Cells
from bot.documents.rows import Row

MOSTLY = 0.8
OPEN_ENDS = (",", "/", "-", "–", " og")


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
    return above.endswith(OPEN_ENDS) or line[:1].islower()
