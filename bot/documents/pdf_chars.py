"""The letters and pictures of a PDF page, straight from pdfminer's layout.

pdfplumber's own objects hold far more than is needed here and take as long to make as the page
takes to parse; its edges and tables are asked for only where a page has lines at all.
"""

import struct
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from pdfminer.layout import LTChar, LTContainer, LTCurve, LTImage
from pdfminer.psexceptions import PSException
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from bot.domain.errors import Unreadable

BROKEN = (
    PSException,
    MalformedPDFException,
    PdfminerException,
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    AssertionError,
    struct.error,
    zlib.error,
)
"""What pdfminer raises on broken files: it fails in many ways."""
Char = dict[str, Any]


@dataclass(frozen=True)
class Marks:
    """`chars` are as pdfplumber's, in the order they were written; `edges` too. `pictures` are areas."""

    chars: list[Char]
    edges: list[Char]
    pictures: list[float]


def marks_of(page: Any) -> Marks:
    """What is printed on a pdfplumber page. Raises Unreadable where the page is broken."""
    try:
        items = list(_flat(page.layout))
        chars = [_char(item, page) for item in items if isinstance(item, LTChar)]
        edges = page.edges if any(isinstance(item, LTCurve) for item in items) else []
    except BROKEN as error:
        raise Unreadable("oedelagt") from error
    return Marks(chars, edges, [item.width * item.height for item in items if isinstance(item, LTImage)])


def letters_of(page: Any) -> list[LTChar]:
    """The printed letters as pdfminer has them, each with the mark it stands under (`mcid`)."""
    return [item for item in _flat(page.layout) if isinstance(item, LTChar)]


def _flat(items: Iterable[Any]) -> Iterator[Any]:
    for item in items:
        if isinstance(item, LTContainer):
            yield from _flat(item)
        else:
            yield item


def _char(item: LTChar, page: Any) -> Char:
    left, top = page.mediabox[:2]
    above = page.height - item.y1 + top
    return {
        "text": item.get_text(),
        "fontname": item.fontname if isinstance(item.fontname, str) else "",
        "size": item.size,
        "upright": item.upright,
        "x0": item.x0 + left,
        "x1": item.x1 + left,
        "top": above,
        "bottom": page.height - item.y0 + top,
        "doctop": page.initial_doctop + above,
        "width": item.width,
        "height": item.height,
    }
