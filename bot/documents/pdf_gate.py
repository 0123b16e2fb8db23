"""Looks through a PDF before it is laid out: what pdfplumber would choke on is refused here."""

import io
import re
from collections import Counter
from dataclasses import dataclass
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
FORM = re.compile(rb"/([^\s/<>\[\]()]+)\s+Do\b")
WORST = 4
"""What is written of text and lines in a stream is a rough count; so many times the limit is refused."""
MOST_STREAMS = 2000
DEEPEST = 20


@dataclass(frozen=True)
class Work:
    """What a page shows, with each form counted as often as it is drawn."""

    letters: int = 0
    lines: int = 0
    streams: int = 0

    def plus(self, other: "Work", times: int) -> "Work":
        return Work(
            self.letters + times * other.letters,
            self.lines + times * other.lines,
            self.streams + times * other.streams,
        )


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
        work = _Page(limits).work(page)
        if (
            work.letters > WORST * limits.pdf_page_chars
            or work.lines > WORST * limits.pdf_page_edges
            or work.streams > MOST_STREAMS
        ):
            raise Unreadable("for_komplisert")


class _Page:
    """Counts the work of one page; a form is unpacked once however often it is drawn."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.known: dict[int, Work] = {}

    def work(self, page: Any) -> Work:
        contents = _resolved(page.get("/Contents"))
        parts = contents if isinstance(contents, list) else [contents]
        texts = [self._text(part) for part in map(_resolved, parts) if part is not None]
        return self._work(b"\n".join(texts), page.get("/Resources"), 0)

    def _work(self, text: bytes, resources: Any, depth: int) -> Work:
        work = Work(sum(map(_letters, SHOWN.findall(text))), len(DRAWN.findall(text)), 1)
        objects = _resolved((_resolved(resources) or {}).get("/XObject")) or {}
        for name, times in Counter(FORM.findall(text)).items():
            form = _resolved(objects.get("/" + name.decode("latin-1")))
            if isinstance(form, StreamObject) and form.get("/Subtype") == "/Form":
                work = work.plus(self._form(form, resources, depth + 1), times)
        return work

    def _form(self, form: StreamObject, resources: Any, depth: int) -> Work:
        if depth > DEEPEST:
            raise Unreadable("for_komplisert")
        if id(form) not in self.known:
            # A form that draws itself is drawn once: pdfminer leaves out the inner one.
            self.known[id(form)] = Work()
            self.known[id(form)] = self._work(self._text(form), form.get("/Resources", resources), depth)
        return self.known[id(form)]

    def _text(self, stream: Any) -> bytes:
        text: bytes = stream.get_data()
        if len(text) > self.limits.pdf_stream_bytes:
            raise Unreadable("bombe")
        return text


def _resolved(value: Any) -> Any:
    return value.get_object() if value is not None else None


def _letters(shown: bytes) -> int:
    return len(shown) // 4 if shown.startswith(b"<") else len(shown) - 2
