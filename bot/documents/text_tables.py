"""Tables in plain lines whose columns are parted by tabs or upright bars."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import reduce

from bot.documents.markers import split_marker
from bot.documents.navn import is_name
from bot.documents.table_keys import UNFINISHED, is_key

RULE = re.compile(r"[\s|+:=-]*[-=]{2,}[\s|+:=-]*")
PARTS = re.compile(r"\t+")
LIST_TABS = re.compile(r"(?P<indent>\t*)(?P<marker>[^\t]{1,4})\t(?P<text>[^\t]*)")
INDENT = 4
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
    parts = _between_rules(block)
    inner = [cells for part in parts for cells in part[1:]]
    if len(parts) > 1 and sum(not cells[0] for cells in inner) * 2 >= len(inner):
        yield from (reduce(_stacked, part) for part in parts)
    else:
        yield from (cells for part in parts for cells in part)


def _between_rules(block: Sequence[str]) -> list[list[Cells]]:
    parts: list[list[Cells]] = [[]]
    for line in block:
        if _is_rule(line):
            parts.append([])
        else:
            parts[-1].append(_bar_cells(line))
    return [part for part in parts if part]


def _bar_cells(line: str) -> Cells:
    return tuple(cell.strip() for cell in line.strip().removeprefix("|").removesuffix("|").split("|"))


def _stacked(above: Cells, below: Cells) -> Cells:
    width = max(len(above), len(below))
    pairs = zip(_padded(above, width), _padded(below, width), strict=True)
    return tuple("\n".join(filter(None, pair)) for pair in pairs)


def tabbed(lines: Sequence[str], start: int) -> tuple[list[Cells], int] | None:
    """The table with tabs that begins at `start`, and the number of the line after it."""
    return _with_long_cells(lines, start) or _line_by_line(lines, start)


def _with_long_cells(lines: Sequence[str], start: int) -> tuple[list[Cells], int] | None:
    """Text pasted from a table in Word: a cell may go on over several lines, and a row is whole
    when it has as many cells as the header. None where each line is a row.
    """
    width = lines[start].count("\t") + 1
    rows: list[list[str]] = []
    for line in lines[start:]:
        own = [cell.strip() for cell in line.split("\t")]
        if rows and _ends_cell(own, rows[-1]):
            rows[-1][-1] = f"{rows[-1][-1]}\n{own[0]}"
        elif not rows or _begins_row(own, rows[-1], width):
            rows.append(own)
        elif len(rows[-1]) + len(own) - 1 <= width:
            rows[-1][-1] = f"{rows[-1][-1]}\n{own[0]}".strip()
            rows[-1].extend(own[1:])
        else:
            return None
    long_cells = any("\t" not in line for line in lines[start:]) or _has_keys(rows)
    whole = sum(len(row) == width for row in rows)
    if width < WIDE or not long_cells or whole < FEWEST or whole * 2 <= len(rows):
        return None
    return [_padded(tuple(row), width) for row in rows], len(lines)


def _begins_row(own: list[str], above: list[str], width: int) -> bool:
    begins = is_key(own[0]) or own[0].endswith(":")
    return len(above) >= width or len(own) == width or (len(own) > 1 and begins)


def _ends_cell(own: list[str], above: list[str]) -> bool:
    """A line alone is more of the last cell above it where that had not ended, or both are names."""
    last = above[-1].split("\n")[-1]
    if len(own) > 1 or len(above) < WIDE or not last or is_key(own[0]):
        return False
    return UNFINISHED.search(last) is not None or (is_name(last) and is_name(own[0]))


def _has_keys(rows: list[list[str]]) -> bool:
    return sum(is_key(row[0].split("\n")[0]) for row in rows) * 2 > len(rows)


def _line_by_line(lines: Sequence[str], start: int) -> tuple[list[Cells], int] | None:
    end = _while(lines, start, lambda line: "\t" in line.strip("\t "))
    block = lines[start:end]
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


def without_list_tabs(line: str) -> str:
    """A tab behind a list marker, and tabs before it, are no columns."""
    found = LIST_TABS.fullmatch(line)
    if found is None or split_marker(found["marker"])[0] is None or split_marker(found["marker"])[1]:
        return line
    return f"{' ' * INDENT * len(found['indent'])}{found['marker']} {found['text']}"


def _padded(row: Cells, width: int) -> Cells:
    return (*row, *("" for _ in range(width - len(row))))


def _while(lines: Sequence[str], start: int, holds: Callable[[str], bool]) -> int:
    end = start
    while end < len(lines) and holds(lines[end]):
        end += 1
    return end
