"""The lines of a text file: which encoding, where pages begin, which gaps are meant."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from bot.documents.characters import clean
from bot.documents.markers import plain_symbols

ONLY_LINKS = re.compile(r"\s*(?:<?(?:https?://|mailto:|www\.)\S+>?\s*)+", re.I)
PAGE_NUMBER = re.compile(r"\s*(?:side\s+\d{1,3}(?:\s*(?:av|/)\s*\d{1,3})?|\d{1,3}\s+av\s+\d{1,3})\s*", re.I)
COUNTED = re.compile(r"\bside\s+(?P<side>\d{1,3})\b|\s{2,}(?P<last>\d{1,3})$", re.I)
MARKS = (b"\xff\xfe", b"\xfe\xff")
MOSTLY = 0.6
SPARSE = 5
FEW_PAGES = 3


@dataclass(frozen=True)
class TextLine:
    """`blank`: an empty line that is meant as one stands in front. `starts_page`: a page begins."""

    text: str
    blank: bool = False
    starts_page: bool = False


def decode(data: bytes) -> str:
    """UTF-8, UTF-16 with its mark, else Windows-1252."""
    if data.startswith(MARKS):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def lines_of(data: bytes) -> list[TextLine]:
    """The printed lines, without lines that are only links, page numbers or running headers."""
    raw = decode(data).replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\f").split("\n")
    gap = _meant_gap(raw)
    found: list[TextLine] = []
    empty: list[str] = []
    starts = False
    for number, line in enumerate(raw):
        starts = starts or "\f" in line
        text = plain_symbols(clean(line)).rstrip(" ")
        if not text.strip():
            empty.append(line)
        elif ONLY_LINKS.fullmatch(text):
            continue
        elif PAGE_NUMBER.fullmatch(text):
            starts = True
        else:
            starts = starts or _starts_at_margin(raw, number)
            found.append(TextLine(text, gap(empty), starts and bool(found)))
            empty, starts = [], False
    return _without_running(found)


def _meant_gap(raw: Sequence[str]) -> Callable[[list[str]], bool]:
    """Tells which empty lines are meant. Text taken out of a PDF often has one after every line;
    there a line of a single space is a paragraph's, or else two empty lines are.
    """
    empty = [line for line in raw if not line.strip()]
    spaces = sum(bool(line) for line in empty)
    if spaces >= SPARSE and len(empty) - spaces >= SPARSE:
        return any
    alone = sum(
        bool(a.strip() and c.strip()) and not b.strip()
        for a, b, c in zip(raw, raw[1:], raw[2:], strict=False)
    )
    if alone >= MOSTLY * (len(raw) - len(empty)):
        return lambda lines: len(lines) > 1
    return bool


def _starts_at_margin(raw: Sequence[str], number: int) -> bool:
    """Text taken out of a PDF has one space before the first word of a page, and no empty line."""
    line = raw[number]
    if number == 0 or not line.startswith(" ") or line[1:2].isspace():
        return False
    above = raw[number - 1]
    return bool(above.strip()) and not above.startswith(" ")


def _without_running(lines: list[TextLine]) -> list[TextLine]:
    """Takes out the first or last line of the pages where every page has the same, and footers that
    count the pages where nothing else tells where they end.
    """
    lines = _without_counting(lines)
    pages = _pages(lines)
    if len(pages) < FEW_PAGES:
        return lines
    top = len({page[0].text.strip() for page in pages}) == 1
    bottom = len({page[-1].text.strip() for page in pages}) == 1
    return [line for page in pages for line in _body(page, top, bottom)]


def _pages(lines: list[TextLine]) -> list[list[TextLine]]:
    pages: list[list[TextLine]] = []
    for line in lines:
        if line.starts_page or not pages:
            pages.append([])
        pages[-1].append(line)
    return pages


def _body(page: list[TextLine], top: bool, bottom: bool) -> list[TextLine]:
    body = page[int(top) : len(page) - bottom]
    return [replace(body[0], starts_page=page[0].starts_page), *body[1:]] if body else []


def _without_counting(lines: list[TextLine]) -> list[TextLine]:
    """«Møteinnkalling   Side 1 av 3», … «Side 2 av 3»: the same line again with the next number."""
    numbers: dict[str, list[int]] = {}
    for line in lines:
        found = COUNTED.search(line.text)
        if found:
            numbers.setdefault(_uncounted(line), []).append(int(found["side"] or found["last"]))
    running = {
        text for text, seen in numbers.items() if len(seen) > 1 and seen == list(range(1, len(seen) + 1))
    }
    kept: list[TextLine] = []
    starts = False
    for line in lines:
        if COUNTED.search(line.text) and _uncounted(line) in running:
            starts = bool(kept)
        else:
            kept.append(replace(line, starts_page=True) if starts else line)
            starts = False
    return kept


def _uncounted(line: TextLine) -> str:
    return COUNTED.sub("#", line.text).strip()
