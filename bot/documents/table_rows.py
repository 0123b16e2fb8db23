"""Which lines of a table without rules between its rows belong to the same row.

A clock time or a case number in a narrow column begins a row; so does text below a clearly wide
gap. A time that ends what the line above began («13.00-» over «13.10», «14.20» over «14.30») does
not. Where a table has neither, text in the first column begins a row.
"""

from collections.abc import Sequence
from itertools import pairwise

from bot.documents.gridlines import GridLine
from bot.documents.table_keys import is_break, is_key, starts_in

MOSTLY = 0.6
WIDER = 1.4
"""Gaps come in two sizes where the step between them is so many times the smaller."""
BLANK_LINE = 1.2


def split_rows(lines: Sequence[GridLine], width: int) -> list[list[GridLine]]:
    """The lines in groups, one for each row of the table."""
    starts = _by_rules(lines) or _by_content(lines, width)
    starts = starts | {0}
    bounds = [*sorted(starts), len(lines)]
    return [list(lines[a:b]) for a, b in pairwise(bounds)]


def split_by_keys(lines: Sequence[GridLine], width: int) -> list[list[GridLine]]:
    """As `split_rows`, but one group where no times or numbers tell the rows apart."""
    begun = _key_starts(lines, _key_columns(lines, width, _main_column(lines, width)))
    return split_rows(lines, width) if len(begun) > 1 else [list(lines)]


def _by_rules(lines: Sequence[GridLine]) -> set[int]:
    """Where rules part the rows (not only the header from the rest) nothing else needs to be asked."""
    ruled = {number for number, line in enumerate(lines) if line.ruled and number > 0}
    return ruled if len(ruled) > 1 and _holds_single_rows(lines, ruled) else set()


def _holds_single_rows(lines: Sequence[GridLine], starts: set[int]) -> bool:
    """Below the first line of a row, its lines are wrapped cells: few are as full as the first."""
    bounds = [*sorted(starts | {0}), len(lines)]
    inner = [(lines[a], lines[n]) for a, b in pairwise(bounds) for n in range(a + 1, b)]
    full = sum(0 in line.cells and len(line.cells) >= max(2, len(first.cells)) for first, line in inner)
    return full * 2 <= len(inner)


def _by_content(lines: Sequence[GridLine], width: int) -> set[int]:
    if _is_labelled(lines):
        return _by_first_column(lines)
    main = _main_column(lines, width)
    keys = _key_columns(lines, width, main)
    ruled = {number for number, line in enumerate(lines) if line.ruled}
    begun = _key_starts(lines, keys)
    blocks = _by_gaps(lines)
    if not begun:
        sure = blocks and _holds_single_rows(lines, blocks)
        return ruled | (blocks if sure else _by_first_column(lines))
    if (
        blocks
        and _one_key_a_block(blocks, begun, len(lines))
        and _keeps_keys_whole(lines, blocks, begun, keys)
    ):
        return ruled | _without_inner(lines, blocks, begun)
    breaks = {
        n for n, line in enumerate(lines) if list(line.cells) == [main] and is_break(line.cells[main])
    }
    return ruled | begun | breaks | _apart(lines, main, begun)


def _is_labelled(lines: Sequence[GridLine]) -> bool:
    """Labels with a colon in the first column, whatever their values look like."""
    firsts = [line.cells[0] for line in lines if 0 in line.cells]
    return len(firsts) > 1 and sum(text.endswith(":") for text in firsts) >= MOSTLY * len(firsts)


def _main_column(lines: Sequence[GridLine], width: int) -> int:
    """The column with most text that is no time or number: the titles."""
    sizes = [sum(len(line.cells.get(column, "")) for line in lines) for column in range(width)]
    others = [column for column in range(width) if not _is_key_column(lines, column)]
    return max(others or range(width), key=lambda column: sizes[column])


def _key_columns(lines: Sequence[GridLine], width: int, main: int) -> list[int]:
    """Columns of times and numbers: those left of the titles, else those right of them."""
    found = [column for column in range(width) if _is_key_column(lines, column)]
    return [column for column in found if column < main] or [c for c in found if c > main][:1]


def _is_key_column(lines: Sequence[GridLine], column: int) -> bool:
    texts = [line.cells[column] for line in lines if column in line.cells]
    texts = texts if not texts or is_key(texts[0]) else texts[1:]
    return len(texts) > 1 and sum(map(is_key, texts)) >= MOSTLY * len(texts)


def _key_starts(lines: Sequence[GridLine], keys: list[int]) -> set[int]:
    """Each key column may begin rows; where it usually stands lower than the first, it does not."""
    begun: set[int] = set()
    for column in keys:
        own = starts_in([(number, line.cells) for number, line in enumerate(lines)], column)
        if not begun or len(own & begun) >= MOSTLY * len(own):
            begun |= own
    return begun


def _by_gaps(lines: Sequence[GridLine]) -> set[int]:
    """The lines below a wide gap, where the gaps come in two clear sizes; else none."""
    gaps = sorted(max(line.gap, 0.0) + 1 for line in lines[1:])
    steps = [(b / a, b) for a, b in pairwise(gaps) if b - a > 1]
    if not steps or max(steps)[0] < WIDER:
        return set()
    wide = max(steps)[1]
    return {number for number, line in enumerate(lines) if number and line.gap + 1 >= wide}


def _one_key_a_block(blocks: set[int], begun: set[int], count: int) -> bool:
    """The gaps and the keys tell the same: no block has two keys, and most have one."""
    bounds = [*sorted(blocks | {0}), count]
    keys = [sum(a <= start < b for start in begun) for a, b in pairwise(bounds)]
    return max(keys) <= 1 and sum(keys) >= MOSTLY * (len(keys) - 1)


def _keeps_keys_whole(
    lines: Sequence[GridLine], blocks: set[int], begun: set[int], keys: list[int]
) -> bool:
    """No gap stands inside a time of two lines, and one stands below the header."""
    start = min(begun)
    header = any(key in line.cells for line in lines[:start] for key in keys)
    if header and not any(0 < block <= start for block in blocks):
        return False
    for number, line in enumerate(lines):
        start = number if number in begun else start
        rest = number > start and any(key in line.cells and key in lines[start].cells for key in keys)
        if rest and any(start < block <= number for block in blocks):
            return False
    return True


def _without_inner(lines: Sequence[GridLine], blocks: set[int], begun: set[int]) -> set[int]:
    """Leaves out gaps inside a cell: a block without a key below a gap smaller than those of rows."""
    bounds = [*sorted(blocks), len(lines)]
    keyed = {a for a, b in pairwise(bounds) if any(a <= start < b for start in begun)}
    least = min((lines[number].gap for number in keyed), default=0.0)
    return keyed | {number for number in blocks - keyed if lines[number].gap >= least * 0.95}


def _by_first_column(lines: Sequence[GridLine]) -> set[int]:
    return {n for n, line in enumerate(lines) if 0 in line.cells and not _wraps(lines, n)}


def _wraps(lines: Sequence[GridLine], number: int) -> bool:
    """Alone in the first column, right below its text, and not with a capital letter."""
    line = lines[number]
    if number == 0 or len(line.cells) > 1 or 0 not in lines[number - 1].cells:
        return False
    return not line.cells[0][:1].isupper()


def _apart(lines: Sequence[GridLine], main: int, begun: set[int]) -> set[int]:
    """Lines with a title but no key, where all of their columns have been empty for a line or more."""
    found: set[int] = set()
    last: dict[int, float] = {}
    for number, line in enumerate(lines):
        if number in begun:
            last = {}
        elif main in line.cells and number > min(begun) and _all_empty_above(line, last):
            found.add(number)
        last |= dict.fromkeys(line.cells, line.bottom)
    return found


def _all_empty_above(line: GridLine, last: dict[int, float]) -> bool:
    """`last` is where each column's text of the row so far ended."""
    least = BLANK_LINE * (line.bottom - line.top)
    return line.cells.keys() <= last.keys() and all(line.top - last[c] > least for c in line.cells)
