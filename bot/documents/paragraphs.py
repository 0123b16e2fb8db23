"""What geometry tells of running text: gaps, headings, list levels and wrapped lines."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from bot.documents.layout import Line
from bot.documents.markers import split_marker
from bot.documents.rows import Row

CLEAR_GAP = 0.45
"""A gap larger than the usual one by this share of the type size is clear."""
LARGER = 1.12
STEP = 5.0
SEVERAL = 3
NEAR = 0.04
BEGINS = re.compile(
    r"[A-ZÆØÅ][\w ./-]{1,30}:(?:\s|$)"
    r"|Sak\s*(?:nr\.?:?)?\s*\d"
    r"|(?:[A-ZÆØÅ]{2}\s)?\d{1,4}/\d{2,4}\s+[A-ZÆØÅ]"
)
"""A label, a sak: such a line is no rest of the one above."""
LEADER = re.compile(r"(?:\.\s?){4,}|(?:…\s?){2,}")
ENDED = re.compile(r"[.:;?!]$")


@dataclass(frozen=True)
class Measure:
    """What is usual in a document: the size of its letters, the gap between its lines, its right edge.

    `right` is how far a line may go before the next word is put below it.
    """

    size: float
    gap: float
    right: float


def measure(pages: Sequence[Sequence[Line]], width: float) -> Measure:
    """The usual of all pages' lines together; `width` is that of a page."""
    lines = [line for page in pages for line in page]
    sizes = Counter[float]()
    for line in lines:
        sizes[round(line.size * 2) / 2] += len(line.text)
    gaps = sorted(b.top - a.bottom for page in pages for a, b in pairwise(page) if b.top >= a.bottom)
    return Measure(
        size=sizes.most_common(1)[0][0] if sizes else 0.0,
        gap=gaps[len(gaps) * 3 // 10] if gaps else 0.0,
        right=_right_edge(lines, width),
    )


def _right_edge(lines: Sequence[Line], width: float) -> float:
    """As far as several lines go; where they are few and short, the left margin again on the right."""
    if not lines:
        return width
    ends = sorted((line.x1 for line in lines), reverse=True)
    often = sum(end > ends[0] - NEAR * width for end in ends) >= SEVERAL
    return ends[0] if often else max(ends[0], width - min(line.x0 for line in lines))


def is_heading(line: Line, usual: Measure) -> bool:
    """All of the line is bold, or it is clearly larger than the body."""
    letters = any(sign.isalpha() for sign in line.text)
    return letters and (line.bold or line.size > LARGER * usual.size)


def carries_on(line: Line, above: Line, usual: Measure) -> bool:
    """The line is the rest of the one above: its first word had no room there, or its sentence
    had not ended."""
    if split_marker(line.text)[0] or line.bold != above.bold or abs(line.size - above.size) > 1:
        return False
    if not any(sign.isalnum() for sign in line.text) or LEADER.search(above.text):
        return False
    if BEGINS.match(line.text):
        return False
    ended = ENDED.search(above.text)
    if line.page != above.page and ended:
        return False
    return not _had_room(line, above, usual) or (not ended and line.text[:1].islower())


def _had_room(line: Line, above: Line, usual: Measure) -> bool:
    first = line.pieces[0]
    word = first.text.split(" ", 1)[0]
    share = len(word) / max(1, len(first.text))
    space = 0.3 * line.size
    return above.x1 + space + share * (first.x1 - first.x0) < usual.right


@dataclass
class Levels:
    """List levels by the x of the markers. Text at the margin that is no list item begins anew.

    `by_kind` is for plain text, where nothing need be indented: there a marker of another kind,
    at the same x, is a level further in.
    """

    by_kind: bool = False
    stack: list[tuple[float, str]] = field(default_factory=list)

    def of_marker(self, x: float, marker: str) -> int:
        kind = _kind(marker)
        while self.stack and self.stack[-1][0] > x + STEP:
            self.stack.pop()
        known = [other for left, other in self.stack if left > x - STEP]
        if self.by_kind and kind in known:
            del self.stack[len(self.stack) - len(known) + known.index(kind) + 1 :]
        elif not known or self.by_kind:
            self.stack.append((x, kind))
        return len(self.stack) - 1

    def of_text(self, x: float, continues: bool) -> int:
        """The level of the item that the line hangs under; 0 for text of its own."""
        inside = sum(left < x - STEP / 2 for left, _ in self.stack)
        if not inside and not continues:
            self.stack.clear()
        return max(0, inside - 1)


def _kind(marker: str) -> str:
    """«1.» and «12.» are of one kind, «a)» and «c)» of another, every bullet of its own."""
    return re.sub(r"[a-zæøå]", "a", re.sub(r"\d+", "1", marker)) if len(marker) > 1 else marker


def text_row(line: Line, above: Line | None, usual: Measure, levels: Levels, blank: bool) -> Row:
    """The row of a line outside the tables. `above` is the text line just above it, if any."""
    marker, text = split_marker(line.text)
    continues = above is not None and not blank and marker is None and carries_on(line, above, usual)
    indent = levels.of_marker(line.x0, marker) if marker else levels.of_text(line.x0, continues)
    return Row(
        (text,),
        marker=marker,
        indent=indent,
        heading=is_heading(line, usual),
        blank_before=blank,
        page=line.page,
        continues=continues,
    )
