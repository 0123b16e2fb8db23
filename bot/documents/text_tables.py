"""Tables in plain lines whose columns are parted by tabs or upright bars."""

import re
from collections.abc import Callable, Iterator, Sequence

RULE = re.compile(r"[\s|+:=-]*[-=]{2,}[\s|+:=-]*")
PARTS = re.compile(r"\t+")
FEWEST = 2
WIDE = 3
"""Two columns are a table from so many lines on; from three columns two lines are enough."""

Cells = tuple[str, ...]


def barred(lines: Sequence[str], start: int) -> tuple[list[Cells], int] | None:
    """The table with upright bars that begins at `start`, and the number of the line after it."""
    end = _while(lines, start, lambda line: line.count("|") > 1 or (bool(line.strip()) and _is_rule(line)))
    block = lines[start:end]
    if sum("|" in line and not _is_rule(line) for line in block) < FEWEST:
        return None
    rows = list(_barred_rows(block))
    width = max(len(row) for row in rows)
    return [_padded(row, width) for row in rows], end


def _is_rule(line: str) -> bool:
    return bool(RULE.fullmatch(line))


def _barred_rows(block: Sequence[str]) -> Iterator[Cells]:
    """Where rules stand between the rows, the lines between two rules are one row."""
    ruled = sum(map(_is_rule, block)) > FEWEST + 1
    row: Cells = ()
    for line in block:
        if _is_rule(line):
            if row:
                yield row
            row = ()
        elif ruled and row:
            row = _stacked(row, _bar_cells(line))
        else:
            if row:
                yield row
            row = _bar_cells(line)
    if row:
        yield row


def _bar_cells(line: str) -> Cells:
    return tuple(cell.strip() for cell in line.strip().removeprefix("|").removesuffix("|").split("|"))


def _stacked(above: Cells, below: Cells) -> Cells:
    width = max(len(above), len(below))
    pairs = zip(_padded(above, width), _padded(below, width), strict=True)
    return tuple("\n".join(filter(None, pair)) for pair in pairs)


def tabbed(lines: Sequence[str], start: int) -> tuple[list[Cells], int] | None:
    """The table with tabs that begins at `start`, and the number of the line after it."""
    end = _while(lines, start, lambda line: "\t" in line.strip("\t "))
    block = [line.strip("\n\r ") for line in lines[start:end]]
    single = [tuple(cell.strip() for cell in line.split("\t")) for line in block]
    runs = [tuple(cell.strip() for cell in PARTS.split(line.strip("\t"))) for line in block]
    rows = single if _agree(single) or not _agree(runs) else runs
    width = max(map(len, rows), default=0)
    if len(rows) < (WIDE if width < WIDE else FEWEST) or not _mostly(rows, width):
        return None
    return [_padded(row, width) for row in rows], end


def _agree(rows: list[Cells]) -> bool:
    return len({len(row) for row in rows}) == 1


def _mostly(rows: list[Cells], width: int) -> bool:
    """More than half of the rows have all columns, or lack one at most."""
    return sum(len(row) >= width - 1 and len(row) > 1 for row in rows) * 2 > len(rows)


def _padded(row: Cells, width: int) -> Cells:
    return (*row, *("" for _ in range(width - len(row))))


def _while(lines: Sequence[str], start: int, holds: Callable[[str], bool]) -> int:
    end = start
    while end < len(lines) and holds(lines[end]):
        end += 1
    return end
