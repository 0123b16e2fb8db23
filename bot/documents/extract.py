"""Bytes to rows, whatever the file is."""

from bot.documents.kinds import FileKind, kind_of
from bot.documents.rows import Row
from bot.domain.errors import Unreadable

REFUSED = {
    FileKind.EMPTY: "tom",
    FileKind.OLD_WORD: "gammel_doc",
    FileKind.LOCKED_OFFICE: "passord",
    FileKind.IMAGE: "skannet",
}


def rows(data: bytes) -> list[Row]:
    """The rows of a PDF, DOCX or text file, by its first bytes. Raises Unreadable."""
    kind = kind_of(data)
    # The readers are imported late: each is heavy, and one file needs one of them.
    if kind is FileKind.PDF:
        from bot.documents import pdf

        return pdf.rows(data)
    if kind is FileKind.DOCX:
        from bot.documents import docx

        return docx.rows(data)
    if kind is FileKind.TEXT:
        from bot.documents import text

        return text.rows(data)
    raise Unreadable(REFUSED.get(kind, "feil_type"), type=kind.value)
