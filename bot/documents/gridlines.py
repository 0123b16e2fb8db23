"""The printed lines of a table whose rows are not told apart yet."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.documents.layout import Line, Region

Cells = tuple[str, ...]
Rule = tuple[float, float, float]
"""A horizontal edge: x0, x1 and y."""
COVERS = 0.6


@dataclass(frozen=True)
class GridLine:
    """What stands in each column on one line. `gap` is the white above; `ruled`: so is a rule."""

    cells: dict[int, str]
    top: float
    bottom: float
    gap: float
    ruled: bool = False
    page: int = 1

    @property
    def words(self) -> list[str]:
        return " ".join(self.cells[column] for column in sorted(self.cells)).split()


def grid_of(lines: Sequence[Line], region: Region, rules: Sequence[Rule] = ()) -> list[GridLine]:
    """The lines of a region by its columns; only rules that run across the table count."""
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    across = [y for x0, x1, y in rules if min(x1, right) - max(x0, left) > COVERS * (right - left)]
    found: list[GridLine] = []
    bottom = lines[0].top
    for line in lines:
        ruled = any(bottom - 1 <= y <= (line.top + line.bottom) / 2 for y in across)
        cells = _by_column(line, region)
        found.append(GridLine(cells, line.top, line.bottom, line.top - bottom, ruled, line.page))
        bottom = max(bottom, line.bottom)
    return found


def _by_column(line: Line, region: Region) -> dict[int, str]:
    cells: dict[int, str] = {}
    for piece in line.pieces:
        column = region.column(piece)
        cells[column] = f"{cells[column]} {piece.text}" if column in cells else piece.text
    return cells


def cells_of(group: Sequence[GridLine], width: int) -> Cells:
    """The cells of a row made of these lines; the lines of a cell are parted by newlines."""
    return tuple(
        "\n".join(line.cells[column] for line in group if column in line.cells) for column in range(width)
    )
