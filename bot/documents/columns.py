"""Tables without grid lines, found by their white gutters.

A gutter is a strip of white that runs down several lines with text on both sides of it. Prose
has none: its word spaces are narrow and do not stand under one another.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.documents.column_ends import STRICT, head, near, tail
from bot.documents.layout import Line, Piece, Region
from bot.documents.markers import split_marker

Span = tuple[float, float]

FULL_LINES = 3
"""So many lines must have text on both sides of an only gutter; two are enough for several."""
ALIGNED = 4.0
MOSTLY = 0.6
AHEAD = 2
SEEN = 10
"""Of the lines above, so many of the first and of the last are looked at."""
TRIED = 12
"""So many lines are tried as the first of a table."""


def regions(lines: Sequence[Line], narrow: float) -> list[Region]:
    """The tables among the lines of one page; a gutter is at least `narrow` wide."""
    found: list[Region] = []
    start = 0
    while start < len(lines):
        region = _best(lines, start, narrow) if len(lines[start].pieces) > 1 else None
        if region:
            found.append(region)
        start = region.last + 1 if region else start + 1
    return found


def _best(lines: Sequence[Line], start: int, narrow: float) -> Region | None:
    """A line above a table, with one wide space in it, must not hide the table's columns."""
    region = _region(lines, start, narrow)
    if region is None or region.width >= max(len(line.pieces) for line in lines[start : region.last + 1]):
        return region
    for below in range(start + 1, min(len(lines), start + TRIED)):
        other = _region(lines, below, narrow) if len(lines[below].pieces) > 1 else None
        if other and other.width > region.width and _is_mostly_in(other, region):
            region = other
    return region


def _is_mostly_in(inner: Region, outer: Region) -> bool:
    return outer.last - inner.first >= MOSTLY * (inner.last - inner.first)


def _region(lines: Sequence[Line], start: int, narrow: float) -> Region | None:
    gutters, stop = _grown(lines, start, narrow)
    full = sorted({row for gutter in gutters for row in gutter.rows})
    if len(full) < (FULL_LINES if len(gutters) == 1 else 2):
        return None
    region = Region(full[0], full[-1], tuple((g.x0 + g.x1) / 2 for g in gutters))
    if not _aligned(lines, region, full) or _is_list(lines, region, full):
        return None
    return Region(head(lines, region), tail(lines, region, stop), region.bounds)


@dataclass(frozen=True)
class Gutter:
    """White from x0 to x1; `rows` are the lines with text on both sides."""

    x0: float
    x1: float
    rows: tuple[int, ...]


def _grown(lines: Sequence[Line], start: int, narrow: float) -> tuple[list[Gutter], int]:
    """Takes lines in as long as none runs across a gutter that is already certain, or begins another
    table. Returns the gutters, and the number of the line that it stopped at.
    """
    taken: list[int] = []
    ink: list[Span] = []
    gutters: list[Gutter] = []
    for number in near(lines, start):
        if _begins_another(lines, taken, number):
            return _certain(gutters), number
        wider = _with(ink, lines[number])
        narrowed = _narrowed(gutters, wider, lines[number], number, narrow)
        if all(_survives(gutter, _certain(narrowed)) for gutter in _certain(gutters)):
            taken.append(number)
            ink, gutters = wider, narrowed
        elif not _is_crossing_row(lines, number, _certain(gutters)):
            return _certain(gutters), number
    return _certain(gutters), number + 1


def _certain(gutters: list[Gutter]) -> list[Gutter]:
    """Those with text on both sides on two lines at least."""
    return [gutter for gutter in gutters if len(gutter.rows) > 1]


def _begins_another(lines: Sequence[Line], taken: list[int], number: int) -> bool:
    """The header stands there again, or a new one in bold; or nothing is aligned with what is above."""
    line = lines[number]
    above = [lines[n] for n in (*taken[:SEEN], *taken[SEEN:][-SEEN:])]
    full = [one for one in above if len(one.pieces) > 1]
    if len(line.pieces) < 2 or len(full) < 2:
        return False
    header = full[0]
    if line.text == header.text or (header.bold and line.bold and not all(one.bold for one in full)):
        return True
    labels = all(one.pieces[0].text.endswith(":") for one in full)
    if labels and line.pieces[0].x0 < header.pieces[0].x1 and not line.pieces[0].text.endswith(":"):
        return True
    return not any(_under(piece, other) for piece in line.pieces for one in above for other in one.pieces)


def _under(piece: Piece, other: Piece) -> bool:
    return abs(piece.x0 - other.x0) < STRICT or abs(piece.x1 - other.x1) < STRICT


def _with(ink: list[Span], line: Line) -> list[Span]:
    """The union of what is printed, as spans that do not touch."""
    merged: list[Span] = []
    for x0, x1 in sorted([*ink, *((piece.x0, piece.x1) for piece in line.pieces)]):
        if merged and x0 <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(x1, merged[-1][1]))
        else:
            merged.append((x0, x1))
    return merged


def _narrowed(
    gutters: list[Gutter], ink: list[Span], line: Line, number: int, narrow: float
) -> list[Gutter]:
    """The white strips left in the ink, each with the rows of the strip that it was a part of."""
    strips = [(a[1], b[0]) for a, b in pairwise(ink) if b[0] - a[1] >= narrow]
    found: list[Gutter] = []
    for strip in strips:
        rows = next((old.rows for old in gutters if old.x0 <= strip[0] and strip[1] <= old.x1), ())
        found.append(Gutter(*strip, (*rows, number) if _straddles(line, strip) else rows))
    return found


def _straddles(line: Line, strip: Span) -> bool:
    return line.x0 < strip[0] and line.x1 > strip[1]


def _survives(gutter: Gutter, gutters: list[Gutter]) -> bool:
    return any(other.x0 < gutter.x1 and gutter.x0 < other.x1 for other in gutters)


def _is_crossing_row(lines: Sequence[Line], number: int, gutters: list[Gutter]) -> bool:
    """A merged row («Del 2 …») inside a table: the lines right below it keep to the gutters."""
    below = lines[number + 1 : number + 1 + AHEAD]
    line = lines[number]
    if len(gutters) < 2 or len(below) < AHEAD or len(line.pieces) > 1 or line.text.endswith(":"):
        return False
    return all(not _crosses(line, gutters) for line in below) and len(below[0].pieces) > 2


def _crosses(line: Line, gutters: list[Gutter]) -> bool:
    return any(p.x0 < g.x1 - 1 and p.x1 > g.x0 + 1 for p in line.pieces for g in gutters)


def _aligned(lines: Sequence[Line], region: Region, full: list[int]) -> bool:
    """In every column but the first, most pieces begin, end or have their middle under one another."""
    columns: list[list[Piece]] = [[] for _ in range(region.width)]
    for number in full:
        for piece in lines[number].pieces:
            columns[region.column(piece)].append(piece)
    return all(
        max(_agreeing(values) for values in _edges(column)) >= MOSTLY * len(column)
        for column in columns[1:]
        if column
    )


def _edges(column: list[Piece]) -> tuple[list[float], list[float], list[float]]:
    return (
        [piece.x0 for piece in column],
        [piece.x1 for piece in column],
        [(piece.x0 + piece.x1) / 2 for piece in column],
    )


def _agreeing(values: list[float]) -> int:
    """The most values that lie within ALIGNED of one of them."""
    ordered = sorted(values)
    return max(
        bisect_right(ordered, value + ALIGNED) - bisect_left(ordered, value - ALIGNED) for value in ordered
    )


def _is_list(lines: Sequence[Line], region: Region, full: list[int]) -> bool:
    """A numbered list is no table, however wide the space behind its numbers is."""
    if region.width != 2:
        return False
    firsts = [split_marker(lines[number].pieces[0].text) for number in full]
    return all(marker and not rest for marker, rest in firsts)
