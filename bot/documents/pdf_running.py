"""Running headers and footers: what repeats in the margins of the pages is not part of the paper."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.documents.layout import Line
from bot.documents.pdf_page import Page

MARGIN = 0.12
"""The share of the page's height, at the top and at the bottom, where a running line can stand."""
HEADER = 0.065
"""Above this share a header may be missing on the first page."""
MOSTLY = 0.6
SAME_HEIGHT = 4.0
SMALL = 1.1
PAGE_NUMBER = re.compile(
    r"(?:side|s\.|page)?\s*[-–—]?\s*\d{1,3}\s*(?:(?:av|/|of)\s*\d{1,3})?\s*[-–—]?", re.I
)
LINK = re.compile(r"\s*(?:<?(?:https?://|mailto:|www\.)\S+>?\s*)+", re.I)


def without_running(pages: Sequence[Page], body_size: float) -> list[Page]:
    """The pages without their running lines, page numbers and lines that are only a link.

    A line is running where the same words (the page's number aside) stand at the same height on
    most pages, at the very edge of the page, in letters no larger than the body's: «SAKSFREMLEGG»
    over every paper is a title.
    """
    texts = [
        replace(page, lines=[line for line in page.lines if not LINK.fullmatch(line.text)])
        for page in pages
    ]
    return [_stripped(page, texts, body_size) for page in texts]


def _stripped(page: Page, pages: Sequence[Page], body_size: float) -> Page:
    lines = list(page.lines)
    while lines and _is_running(lines[0], page, pages, body_size, top=True):
        lines.pop(0)
    while lines and _is_running(lines[-1], page, pages, body_size, top=False):
        lines.pop()
    return replace(page, lines=lines)


def _is_running(line: Line, page: Page, pages: Sequence[Page], body_size: float, *, top: bool) -> bool:
    inside = line.bottom < MARGIN * page.height if top else line.top > (1 - MARGIN) * page.height
    if not inside or line.size > SMALL * body_size:
        return False
    if PAGE_NUMBER.fullmatch(line.text.strip()):
        return True
    with_it = sum(_has(other, line, page) for other in pages)
    if not top:
        return with_it >= max(2, MOSTLY * len(pages))
    missing = 1 if line.bottom < HEADER * page.height else 0
    return with_it >= max(2, len(pages) - missing)


def _has(other: Page, line: Line, page: Page) -> bool:
    """The other page has the line at the same height."""
    wanted = _words(line, page)
    return any(abs(o.top - line.top) < SAME_HEIGHT and _words(o, other) == wanted for o in other.lines)


def _words(line: Line, page: Page) -> str:
    return re.sub(rf"\b{page.number}\b(?:\s*(?:av|of|/)\s*\d+)?", "#", line.text)
