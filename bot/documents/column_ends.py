"""Where a table without grid lines begins and ends, once its columns are known."""

from collections.abc import Iterator, Sequence

from bot.documents.layout import Line, Region
from bot.documents.table_keys import carries_on, is_key

FAR = 5.0
"""A vertical gap of so many type sizes ends a table."""
LONGEST = 400
STRICT = 3.0
"""Points; so close are the edges of pieces that stand under one another."""


def near(lines: Sequence[Line], start: int) -> Iterator[int]:
    """The numbers of the lines from start until a wide vertical gap."""
    for number in range(start, min(len(lines), start + LONGEST)):
        line = lines[number]
        if number > start and line.top - lines[number - 1].bottom > FAR * line.size:
            return
        yield number


def head(lines: Sequence[Line], region: Region) -> int:
    """The first line of the table: where cells stand in the middle of their row, a long title may
    begin above the number.
    """
    first = lines[region.first]
    above = lines[region.first - 1] if region.first else first
    inside = all(region.column(piece) > 0 for piece in above.pieces)
    below = [piece for line in lines[region.first : region.last + 1] for piece in line.pieces]
    aligned = all(any(abs(piece.x0 - other.x0) < STRICT for other in below) for piece in above.pieces)
    near = first.top - above.bottom < above.size / 2
    return region.first - 1 if region.first and inside and aligned and near else region.first


def tail(lines: Sequence[Line], region: Region, stop: int) -> int:
    """The last line of the table: wrapped cells below its last full line belong to it."""
    inside = range(region.first + 1, region.last + 1)
    gaps = [lines[number].top - lines[number - 1].bottom for number in inside]
    last = region.last
    for number in near(lines, region.last):
        if number == region.last:
            continue
        if number >= stop or not _continues(lines, number, region, gaps):
            break
        last = number
    return last


def _continues(lines: Sequence[Line], number: int, region: Region, gaps: list[float]) -> bool:
    line, above = lines[number], lines[number - 1]
    gap = line.top - above.bottom
    if any(piece.x1 > bound > piece.x0 for piece in line.pieces for bound in region.bounds):
        return False
    if region.column(line.pieces[0]) > 0:
        return gap <= max(max(gaps) * 1.2 + 1, line.size)
    near = gap <= min(gaps) * 1.2 + 1
    return near or (gap < line.size and _ends_key(above, line))


def _ends_key(above: Line, line: Line) -> bool:
    """«17.00» alone under «16.55-»."""
    first, text = above.pieces[0].text, line.pieces[0].text
    return is_key(first) and is_key(text) and carries_on(first, text, "", alone=len(line.pieces) == 1)
