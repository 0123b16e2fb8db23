"""A tagged PDF to rows by its own tags: paragraphs, headings, lists and tables as they were written.

Only for what this program has written itself (`bot.documents.skriv_pdf` puts its name among the keywords):
tags of others are too often wrong, and their papers are laid out instead (`bot.documents.pdf`).
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pdfplumber
from pypdf import PdfReader, apply_configuration
from pypdf.errors import PyPdfError

from bot.documents.characters import clean
from bot.documents.limits import Limits
from bot.documents.markers import split_marker
from bot.documents.pdf_chars import BROKEN, letters_of
from bot.documents.rows import Row, RowKind
from bot.domain.errors import Unreadable

MAKER = "helsebot"
DEEPEST = 60
MOST = 200_000
"""Tags in a document: a page holds some hundreds."""
TAGGED = 0.9
"""The share of the letters that must stand under a tag."""
FOOT = 0.1
"""The share of the page, from below, whose letters stand under no tag and should not: its number."""
Texts = dict[tuple[int, int], str]


class _NoTags(Exception):
    """The tags are missing, or they cannot be trusted."""


@dataclass
class _Tag:
    """One element: its own text (in reading order) and what stands below it."""

    kind: str
    marks: list[tuple[int, int]] = field(default_factory=list)
    below: list["_Tag"] = field(default_factory=list)


def rows(data: bytes, limits: Limits) -> list[Row] | None:
    """None where the file is not of that kind. `data` has been through the gate (`pdf_gate.check`)."""
    try:
        with apply_configuration(zlib_maximum_output_length=limits.pdf_stream_bytes):
            root = _tags(PdfReader(io.BytesIO(data)))
        texts = _texts(data, limits) if root else {}
    except (_NoTags, PyPdfError, RecursionError, *BROKEN):
        return None
    return list(_Rows(texts).of(root)) if root else None


def _tags(reader: PdfReader) -> _Tag | None:
    root: Any = reader.trailer["/Root"]
    keywords = (reader.metadata.keywords or "") if reader.metadata else ""
    tree = root.get("/StructTreeRoot")
    if keywords != MAKER or tree is None:
        return None
    return _Tree(reader).read(tree.get_object())


class _Tree:
    def __init__(self, reader: PdfReader) -> None:
        self._pages = {page.indirect_reference.idnum: n for n, page in enumerate(reader.pages)}  # type: ignore[union-attr]
        self._left = MOST

    def read(self, root: Any) -> _Tag:
        tag = _Tag("Root")
        self._below(tag, root.get("/K"), None, 0)
        return tag

    def _below(self, tag: _Tag, kids: Any, page: int | None, depth: int) -> None:
        kids = kids.get_object() if kids is not None else []
        for kid in kids if isinstance(kids, list) else [kids]:
            self._kid(tag, kid.get_object(), page, depth)

    def _kid(self, tag: _Tag, kid: Any, page: int | None, depth: int) -> None:
        self._left -= 1
        if depth > DEEPEST or self._left < 0:
            raise _NoTags
        if isinstance(kid, int):
            tag.marks.append((_known(page), int(kid)))
            return
        page = self._page(kid, page)
        if kid.get("/Type") == "/MCR":
            tag.marks.append((_known(page), int(kid["/MCID"])))
        elif "/S" in kid:
            below = _Tag(str(kid["/S"]).lstrip("/"))
            tag.below.append(below)
            self._below(below, kid.get("/K"), page, depth + 1)

    def _page(self, kid: Any, page: int | None) -> int | None:
        own = kid.raw_get("/Pg") if "/Pg" in kid else None
        return self._pages[own.idnum] if own is not None else page


def _known(page: int | None) -> int:
    if page is None:
        raise _NoTags
    return page


def _texts(data: bytes, limits: Limits) -> Texts:
    """What is printed under each mark of each page. Raises _NoTags where too much stands under none."""
    texts: dict[tuple[int, int], list[str]] = {}
    bare = 0
    for number, page in enumerate(pdfplumber.open(io.BytesIO(data)).pages):
        chars = letters_of(page)
        if len(chars) > limits.pdf_page_chars:
            raise Unreadable("for_komplisert")
        for char in chars:
            mark = getattr(char, "mcid", None)
            if mark is not None:
                texts.setdefault((number, mark), []).append(char.get_text())
            elif char.y0 > FOOT * float(page.height):
                bare += 1
        page.close()
    tagged = sum(map(len, texts.values()))
    if tagged < TAGGED * (tagged + bare):
        raise _NoTags
    return {mark: "".join(parts) for mark, parts in texts.items()}


class _Rows:
    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self._table = 0

    def of(self, tag: _Tag) -> Iterator[Row]:
        if tag.kind == "Table":
            yield from self._rows(tag)
        elif tag.kind in ("P", "H1", "H2", "H3", "H4", "H5", "H6"):
            yield from self._line(tag, heading=tag.kind != "P")
        elif tag.kind == "LI":
            bodies = [below for below in tag.below if below.kind == "LBody"]
            yield from (row for body in bodies for row in self._line(body, marker="•"))
        else:
            yield from (row for below in tag.below for row in self.of(below))

    def _line(self, tag: _Tag, *, heading: bool = False, marker: str | None = None) -> Iterator[Row]:
        text = self._text(tag)
        if not heading and marker is None:
            marker, text = _own_marker(text)
        if text or marker:
            yield Row((text,), marker=marker, heading=heading, blank_before=True, page=self._page(tag))

    def _rows(self, table: _Tag) -> Iterator[Row]:
        self._table += 1
        for row in _all(table, "TR"):
            cells = tuple(self._cell(cell) for cell in row.below if cell.kind in ("TH", "TD"))
            yield Row(cells, RowKind.TABLE, table=self._table, page=self._page(row))

    def _cell(self, cell: _Tag) -> str:
        """Its paragraphs on lines of their own."""
        parts = [self._text(below) for below in cell.below if below.kind == "P"]
        return "\n".join(filter(None, parts)) or self._text(cell)

    def _text(self, tag: _Tag) -> str:
        joined = "".join(self._texts.get(mark, "") for mark in sorted(_marks(tag)))
        return " ".join(clean(joined).split())

    def _page(self, tag: _Tag) -> int:
        return min((page for page, _ in _marks(tag)), default=0) + 1


def _own_marker(text: str) -> tuple[str | None, str]:
    """«1. Saken …», «a) …»: the marker and the rest, where the two put together are the text again."""
    marker, rest = split_marker(text)
    return (marker, rest) if marker and f"{marker} {rest}" == text else (None, text)


def _marks(tag: _Tag) -> Iterator[tuple[int, int]]:
    yield from tag.marks
    for below in tag.below:
        yield from _marks(below)


def _all(tag: _Tag, kind: str) -> Iterator[_Tag]:
    for below in tag.below:
        if below.kind == kind:
            yield below
        else:
            yield from _all(below, kind)
