"""Plain text to rows."""

import re

from bot.documents.markers import split_marker
from bot.documents.rows import Row, RowKind

ONLY_LINKS = re.compile(r"\s*(?:<?(?:https?://|mailto:|www\.)\S+>?\s*)+", re.IGNORECASE)


def decode(data: bytes) -> str:
    """UTF-8, UTF-16 with its mark, else Windows-1252 (which never fails here)."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def rows(data: bytes) -> list[Row]:
    """The lines of a text file."""
    found: list[Row] = []
    blank = False
    page = 1
    for line in decode(data).replace("\f", "\n\f").splitlines():
        if line.startswith("\f"):
            page += 1
            found.append(Row(("",), RowKind.PAGE_BREAK, page=page))
        if not line.strip():
            blank = True
            continue
        if ONLY_LINKS.fullmatch(line):
            continue
        marker, text = split_marker(line)
        found.append(Row((text,), marker=marker, blank_before=blank, page=page))
        blank = False
    return found
