"""Looks through a PDF before it is laid out: what pdfplumber would choke on is refused here."""

import io
import re
from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader, apply_configuration
from pypdf.errors import DependencyError, FileNotDecryptedError, LimitReachedError, PyPdfError
from pypdf.generic import StreamObject

from bot.documents.limits import Limits
from bot.domain.errors import Unreadable

END = b"%%EOF"
TAIL = 4096
SHOWN = re.compile(rb"\((?:[^()\\]|\\.)*\)|<[0-9A-Fa-f\s]+>")
DRAWN = re.compile(rb"\s(?:re|l|c)\s")
WORST = 4
"""What is written of text and lines in a stream is a rough count; so many times the limit is refused."""
DEEPEST = 20


def check(data: bytes, limits: Limits) -> None:
    """Raises Unreadable for a password, a cut or broken file, too many pages, too large streams,
    and pages that hold far more than a page can.
    """
    try:
        with apply_configuration(zlib_maximum_output_length=limits.pdf_stream_bytes):
            _check(PdfReader(io.BytesIO(data)), limits)
    except (FileNotDecryptedError, DependencyError) as error:
        raise Unreadable("passord") from error
    except LimitReachedError as error:
        raise Unreadable("oedelagt" if "cycle" in str(error) else "bombe") from error
    except (
        PyPdfError,
        ValueError,
        TypeError,
        KeyError,
        AttributeError,
        IndexError,
        RecursionError,
    ) as error:
        raise Unreadable("oedelagt" if END in data[-TAIL:] else "avkortet") from error


def _check(reader: PdfReader, limits: Limits) -> None:
    if reader.is_encrypted and not reader.decrypt(""):
        raise Unreadable("passord")
    for number, page in enumerate(reader.pages):
        if number >= limits.pdf_pages:
            raise Unreadable("for_mange_sider", antall=str(limits.pdf_pages))
        shown = drawn = 0
        for stream in _streams(page):
            text = stream.get_data()
            if len(text) > limits.pdf_stream_bytes:
                raise Unreadable("bombe")
            shown += sum(map(_letters, SHOWN.findall(text)))
            drawn += len(DRAWN.findall(text))
        if shown > WORST * limits.pdf_page_chars or drawn > WORST * limits.pdf_page_edges:
            raise Unreadable("for_komplisert")


def _letters(shown: bytes) -> int:
    return len(shown) // 4 if shown.startswith(b"<") else len(shown) - 2


def _streams(page: Any) -> Iterator[StreamObject]:
    """The page's contents and the forms it may draw, each form once."""
    contents = page.get("/Contents")
    contents = contents.get_object() if contents is not None else None
    parts = contents if isinstance(contents, list) else [contents]
    yield from (part.get_object() for part in parts if part is not None)
    yield from _forms(page.get("/Resources"), set(), 0)


def _forms(resources: Any, seen: set[int], depth: int) -> Iterator[StreamObject]:
    resources = resources.get_object() if resources is not None else None
    objects = resources.get("/XObject") if isinstance(resources, dict) else None
    objects = objects.get_object() if objects is not None else {}
    for reference in objects.values():
        form = reference.get_object()
        if id(form) in seen or not isinstance(form, StreamObject) or form.get("/Subtype") != "/Form":
            continue
        seen.add(id(form))
        yield form
        if depth < DEEPEST:
            yield from _forms(form.get("/Resources"), seen, depth + 1)
