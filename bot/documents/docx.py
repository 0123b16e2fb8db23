"""DOCX to rows, by mammoth's HTML."""

import io
from html.parser import HTMLParser

import mammoth

from bot.documents.markers import split_marker
from bot.documents.rows import Row, RowKind


def rows(data: bytes) -> list[Row]:
    """The paragraphs and tables of a DOCX."""
    html = mammoth.convert_to_html(io.BytesIO(data), convert_image=lambda _: []).value
    reader = _Reader()
    reader.feed(html)
    return reader.rows


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Row] = []
        self.buffer: list[str] = []
        self.lists: list[tuple[str, int]] = []
        self.cells: list[list[str]] | None = None
        self.tables = 0
        self.heading = False
        self.marker: str | None = None
        self.bold = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("ul", "ol"):
            self._flush()
            self.lists.append((tag, 0))
        elif tag == "li":
            self._flush()
            kind, number = self.lists.pop()
            self.lists.append((kind, number + 1))
            self.marker = "•" if kind == "ul" else f"{number + 1}."
        elif tag == "br":
            self.buffer.append("\n")
        elif tag == "table":
            self._flush()
            self.tables += 1
        elif tag == "tr":
            self.cells = []
        elif tag in ("td", "th") and self.cells is not None:
            self.cells.append([])
        elif tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            self._flush()
            self.heading = True
        elif tag == "p":
            self._flush()

    def handle_endtag(self, tag: str) -> None:
        if tag in ("ul", "ol"):
            self._flush()
            self.lists.pop()
        elif tag in ("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th"):
            self._flush()
        elif tag == "tr" and self.cells is not None:
            cells = tuple("\n".join(cell) for cell in self.cells)
            self.rows.append(Row(cells, RowKind.TABLE, table=self.tables))
            self.cells = None

    def handle_data(self, data: str) -> None:
        self.buffer.append(data)

    def _flush(self) -> None:
        text = "".join(self.buffer).strip()
        marker, heading = self.marker, self.heading
        self.buffer, self.marker, self.heading = [], None, False
        if not text and not marker:
            return
        if self.cells is not None:
            if self.cells:
                self.cells[-1].append(f"{marker} {text}" if marker else text)
            return
        for line in text.split("\n"):
            if marker is None:
                marker, line = split_marker(line)
            self.rows.append(
                Row((line.strip(),), marker=marker, heading=heading, indent=max(0, len(self.lists) - 1))
            )
            marker = None
