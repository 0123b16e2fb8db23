"""mammoth's HTML as a tree of paragraphs and tables."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

BOXES = {True: "☒ ", False: "☐ "}


@dataclass
class Paragraph:
    """Its lines are parted by newlines, its tabs are tabs."""

    text: str = ""


@dataclass
class Cell:
    across: int = 1
    down: int = 1
    blocks: "list[Block]" = field(default_factory=list)


@dataclass
class Table:
    rows: list[list[Cell]] = field(default_factory=list)


Block = Paragraph | Table


def blocks_of(html: str) -> list[Block]:
    """The paragraphs and tables of the body, in order."""
    tree = _Tree()
    tree.feed(html)
    tree.close()
    return tree.body


class _Tree(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.body: list[Block] = []
        self._places: list[list[Block]] = [self.body]
        self._tables: list[Table] = []
        self._paragraph: Paragraph | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        match tag:
            case "p":
                self._begin_paragraph()
            case "br":
                self.handle_data("\n")
            case "input":
                self.handle_data(BOXES["checked" in given])
            case "table":
                self._begin_table()
            case "tr" if self._tables:
                self._tables[-1].rows.append([])
            case "td" | "th" if self._tables and self._tables[-1].rows:
                self._begin_cell(_count(given.get("colspan")), _count(given.get("rowspan")))

    def handle_endtag(self, tag: str) -> None:
        match tag:
            case "p":
                self._paragraph = None
            case "td" | "th" if len(self._places) > 1:
                self._places.pop()
                self._paragraph = None
            case "table" if self._tables:
                self._tables.pop()

    def handle_data(self, data: str) -> None:
        if self._paragraph is None:
            self._begin_paragraph()
        assert self._paragraph is not None
        self._paragraph.text += data

    def _begin_paragraph(self) -> None:
        self._paragraph = Paragraph()
        self._places[-1].append(self._paragraph)

    def _begin_table(self) -> None:
        self._paragraph = None
        table = Table()
        self._places[-1].append(table)
        self._tables.append(table)

    def _begin_cell(self, across: int, down: int) -> None:
        self._paragraph = None
        cell = Cell(across, down)
        self._tables[-1].rows[-1].append(cell)
        self._places.append(cell.blocks)


def _count(text: str | None) -> int:
    return int(text) if text and text.isdigit() else 1
