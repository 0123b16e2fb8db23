"""Text as it stands on a page: pieces at x positions, on lines at y positions.

Units are points in a PDF; a plain text file is laid out as if each sign were CHAR wide.
"""

from dataclasses import dataclass, replace
from itertools import pairwise

from bot.documents.markers import BULLETS

CHAR = 6.0
LINE = 12.0
DASHES = frozenset("-–—")


@dataclass(frozen=True)
class Piece:
    """Words that stand close together on a line. `bold` when all of them are."""

    text: str
    x0: float
    x1: float
    bold: bool = False


@dataclass(frozen=True)
class Line:
    """One printed line; pieces are ordered by x, with a wide space between them.

    `blank` says that a gap clearly larger than the usual stands in front of it.
    """

    pieces: tuple[Piece, ...]
    top: float
    bottom: float
    size: float = LINE
    page: int = 1
    blank: bool = False

    @property
    def x0(self) -> float:
        return self.pieces[0].x0

    @property
    def x1(self) -> float:
        return self.pieces[-1].x1

    @property
    def bold(self) -> bool:
        return all(piece.bold for piece in self.pieces)

    @property
    def text(self) -> str:
        """The line with three spaces where a space as wide as the letters are high is."""
        parts = [self.pieces[0].text]
        for piece, after in pairwise(self.pieces):
            parts += ["   " if after.x0 - piece.x1 > self.size else " ", after.text]
        return "".join(parts)


@dataclass(frozen=True)
class Region:
    """Lines first..last (inclusive) are a table; `bounds` are the x positions between its columns."""

    first: int
    last: int
    bounds: tuple[float, ...]

    @property
    def width(self) -> int:
        return len(self.bounds) + 1

    def column(self, piece: Piece) -> int:
        """The column in which a piece begins."""
        return sum(bound <= piece.x0 for bound in self.bounds)


def join_bullets(line: Line) -> Line:
    """A bullet belongs to the text behind it, however wide the space is between them.

    A dash between two numbers («09.00 – 10.00») is no bullet, and a number may be a column.
    """
    joined: list[Piece] = []
    for piece in line.pieces:
        last = joined[-1] if joined else None
        if last and last.text in BULLETS and not _after_number(joined):
            joined[-1] = Piece(f"{last.text} {piece.text}", last.x0, piece.x1, last.bold and piece.bold)
        else:
            joined.append(piece)
    return replace(line, pieces=tuple(joined))


def _after_number(pieces: list[Piece]) -> bool:
    return len(pieces) > 1 and pieces[-1].text in DASHES and pieces[-2].text[-1:].isdigit()
