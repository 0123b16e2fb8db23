"""DOCX to rows, by mammoth's HTML."""

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import mammoth

from bot.documents.characters import clean
from bot.documents.docx_html import Block, Paragraph, Table, blocks_of
from bot.documents.docx_marks import Mark, Marker, unmarked
from bot.documents.docx_numbering import Numbering
from bot.documents.docx_package import MAIN, unpack
from bot.documents.docx_styles import Styles
from bot.documents.docx_tables import parts_of
from bot.documents.docx_tidy import PAGE_BREAK, tidy
from bot.documents.label_tables import rows_of
from bot.documents.limits import LIMITS, Limits
from bot.documents.markers import plain_symbols, split_marker
from bot.documents.paragraphs import Levels
from bot.documents.rows import Row, RowKind
from bot.documents.text_tables import tabbed, without_list_tabs
from bot.domain.errors import Unreadable

STYLE_MAP = "p => p:fresh"
SIMPLE = re.compile(r"[\d.]+[.)]?")


def rows(data: bytes, limits: Limits = LIMITS) -> list[Row]:
    """The paragraphs and tables of a DOCX, each paragraph a row. Raises Unreadable."""
    package = unpack(data, limits)
    try:
        html = _html(package.document, package.styles, package.numbering)
    except RecursionError as error:
        raise Unreadable("for_komplisert") from error
    found = list(_Writer().rows(blocks_of(html)))
    if not any(row.text or row.marker for row in found):
        raise Unreadable("tom")
    return found


def _html(document: Element, styles_part: Element | None, numbering_part: Element | None) -> str:
    tidy(document)
    styles = Styles(styles_part)
    Marker(styles, Numbering(numbering_part, styles)).mark_all(document)
    converted = mammoth.convert_to_html(
        _alone(document),
        style_map=STYLE_MAP,
        include_default_style_map=False,
        include_embedded_style_map=False,
        ignore_empty_paragraphs=False,
    )
    return str(converted.value)


def _alone(document: Element) -> io.BytesIO:
    """A DOCX of the main part only: nothing else in the file is given to the reader."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(MAIN, ElementTree.tostring(document))
    file.seek(0)
    return file


@dataclass(frozen=True)
class _Line:
    """A printed line of a paragraph; `first` of it carries its mark."""

    text: str
    mark: Mark
    first: bool
    blank: bool


class _Writer:
    """Blocks to rows; list levels and table numbers run through the whole document."""

    def __init__(self) -> None:
        self.levels = Levels()
        self.tables = 0

    def rows(self, blocks: Sequence[Block]) -> Iterator[Row]:
        start = 0
        while start < len(blocks):
            block = blocks[start]
            if isinstance(block, Table):
                yield from self._table(block)
                start += 1
            else:
                end = _while_paragraphs(blocks, start)
                yield from self._paragraphs([b for b in blocks[start:end] if isinstance(b, Paragraph)])
                start = end

    def _table(self, table: Table) -> Iterator[Row]:
        self.tables += 1
        number = self.tables
        for part in parts_of(table):
            if isinstance(part, list):
                yield from self.rows(part)
            elif any(part):
                yield Row(tuple(map(_plain, part)), RowKind.TABLE, table=number)

    def _paragraphs(self, paragraphs: Sequence[Paragraph]) -> Iterator[Row]:
        lines = list(_lines(paragraphs))
        texts = ["" if line.mark.marker else line.text for line in lines]
        number = 0
        while number < len(lines):
            found = tabbed(texts[: _gap_below(lines, number)], number) if "\t" in texts[number] else None
            if found:
                cells, end = found
                own = rows_of(cells, self.tables + 1, 1, lines[number].blank)
                self.tables += own[0].kind is RowKind.TABLE
                yield from own
                number = end
            else:
                yield self._row(lines[number])
                number += 1

    def _row(self, line: _Line) -> Row:
        if line.text == PAGE_BREAK:
            return Row(("",), RowKind.PAGE_BREAK)
        marker, text = _marker(line)
        indent = self.levels.of_marker(line.mark.left, marker) if marker else self._indent(line)
        return Row(
            (" ".join(text.replace("\t", "   ").strip().splitlines()),),
            marker=marker,
            indent=indent,
            heading=line.mark.heading and bool(text),
            blank_before=line.blank,
        )

    def _indent(self, line: _Line) -> int:
        return self.levels.of_text(line.mark.left, continues=not line.first)


def _while_paragraphs(blocks: Sequence[Block], start: int) -> int:
    end = start
    while end < len(blocks) and isinstance(blocks[end], Paragraph):
        end += 1
    return end


def _lines(paragraphs: Sequence[Paragraph]) -> Iterator[_Line]:
    """The printed lines with text or a marker; an empty paragraph is a gap before the next."""
    blank = new_page = False
    for paragraph in paragraphs:
        for number, text in enumerate(paragraph.text.split(PAGE_BREAK)):
            if number and not new_page:
                yield _Line(PAGE_BREAK, Mark(), first=True, blank=False)
            new_page = new_page or bool(number)
            mark, text = unmarked(text)
            printed = [_plain(line) for line in text.split("\n") if line.strip()]
            if printed or mark.marker:
                yield from _printed(printed or [""], mark, (blank or mark.gap) and not new_page)
                blank = new_page = False
            else:
                blank = True


def _printed(lines: Sequence[str], mark: Mark, blank: bool) -> Iterator[_Line]:
    """Only the first line of a paragraph has its number and the gap above."""
    yield _Line(lines[0], mark, first=True, blank=blank)
    rest = Mark(None, mark.left, mark.heading)
    yield from (_Line(line, rest, first=False, blank=False) for line in lines[1:])


def _gap_below(lines: Sequence[_Line], start: int) -> int:
    below = range(start + 1, len(lines))
    return next((n for n in below if lines[n].blank and "\t" not in lines[n].text), len(lines))


def _plain(text: str) -> str:
    return without_list_tabs(plain_symbols(clean(text)))


def _marker(line: _Line) -> tuple[str | None, str]:
    """The list marker. A number that says more («Sak 1/24») is the beginning of the text."""
    if line.mark.marker is None:
        return split_marker(line.text)
    simple = split_marker(f"{line.mark.marker} x")[0] or SIMPLE.fullmatch(line.mark.marker)
    if simple:
        return line.mark.marker, line.text
    return None, f"{line.mark.marker} {line.text}"
