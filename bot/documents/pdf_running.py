"""Running headers and footers: what repeats in the margins of the pages is not part of the paper."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from bot.documents.layout import Line
from bot.documents.pdf_page import Page

MARGIN = 0.12
"""The share of the page's height, at the top and at the bottom, where a running line can stand."""
MOSTLY = 0.6
STEP = 4.0
PAGE_NUMBER = re.compile(
    r"(?:side|s\.|page)?\s*[-–—]?\s*\d{1,3}\s*(?:(?:av|/|of)\s*\d{1,3})?\s*[-–—]?", re.I
)
LINK = re.compile(r"\s*(?:<?(?:https?://|mailto:|www\.)\S+>?\s*)+", re.I)

Mark = tuple[str, int]


def without_running(pages: Sequence[Page], body_size: float) -> list[Page]:
    """The pages without their running lines, page numbers and lines that are only a link.

    A line is running where the same words (numbers aside) stand at the same height in the margin
    of most pages, in letters no larger than the body's: «SAKSFREMLEGG» over every paper is a title.
    """
    seen = Counter(mark for page in pages for mark in {_mark(line) for line in _marginal(page)})
    least = max(2, round(MOSTLY * len(pages)))
    running = {mark for mark, count in seen.items() if count >= least}
    return [
        replace(page, lines=[line for line in page.lines if not _drops(line, page, running, body_size)])
        for page in pages
    ]


def _marginal(page: Page) -> list[Line]:
    return [line for line in page.lines if _in_margin(line, page)]


def _in_margin(line: Line, page: Page) -> bool:
    return line.bottom < MARGIN * page.height or line.top > (1 - MARGIN) * page.height


def _mark(line: Line) -> Mark:
    return re.sub(r"\d+", "#", line.text).casefold(), round(line.top / STEP)


def _drops(line: Line, page: Page, running: set[Mark], body_size: float) -> bool:
    if LINK.fullmatch(line.text):
        return True
    if not _in_margin(line, page):
        return False
    if PAGE_NUMBER.fullmatch(line.text.strip()):
        return True
    text, place = _mark(line)
    near = any((text, place + step) in running for step in (-1, 0, 1))
    return near and line.size <= body_size * 1.1
