"""What a file is, by its first bytes. Its name is never asked: a PDF named .docx is a PDF."""

from enum import StrEnum

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = (b"PK\x03\x04", b"PK\x05\x06")
IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM", b"\x00\x00\x00\x0cjP")
UTF16 = (b"\xff\xfe", b"\xfe\xff")
ODT_MARK = b"mimetypeapplication/vnd.oasis.opendocument"
HEAD = 1024


class FileKind(StrEnum):
    """The values are what a person is told that the file is."""

    PDF = "PDF"
    DOCX = "DOCX"
    TEXT = "tekst"
    OLD_WORD = "gammelt Word-format (.doc)"
    LOCKED_OFFICE = "Office-fil med passord"
    OUTLOOK = "Outlook-melding"
    OLD_OFFICE = "gammelt Office-format"
    HTML = "nettside"
    RTF = "RTF"
    ODT = "ODT"
    ZIP = "zip"
    IMAGE = "bilde"
    EMPTY = "tom"
    UNKNOWN = "ukjent"


OLE_KINDS = (
    ("EncryptedPackage".encode("utf-16-le"), FileKind.LOCKED_OFFICE),
    ("__substg1.0_".encode("utf-16-le"), FileKind.OUTLOOK),
    ("PowerPoint Document".encode("utf-16-le"), FileKind.OLD_OFFICE),
    ("Workbook".encode("utf-16-le"), FileKind.OLD_OFFICE),
)
"""Names of streams inside: the same container holds many kinds, and a locked .docx too."""


def kind_of(data: bytes) -> FileKind:
    """The kind of the whole file `data`."""
    if not data.strip(b"\x00\t\n\r "):
        return FileKind.EMPTY
    if data.startswith(UTF16):
        return FileKind.TEXT
    if b"%PDF-" in data[:HEAD] and not data.startswith(ZIP):
        return FileKind.PDF
    return _by_magic(data) or _text_or_unknown(data)


def _by_magic(data: bytes) -> FileKind | None:
    if data.startswith(ZIP):
        return _zip_kind(data)
    if data.startswith(OLE):
        return next((kind for mark, kind in OLE_KINDS if mark in data), FileKind.OLD_WORD)
    if data[:HEAD].lstrip().lower().startswith((b"<!doctype html", b"<html")):
        return FileKind.HTML
    if data.startswith(b"{\\rtf"):
        return FileKind.RTF
    if data.startswith(IMAGES) or (data[:4] == b"RIFF" and data[8:12] == b"WEBP"):
        return FileKind.IMAGE
    return None


def _zip_kind(data: bytes) -> FileKind:
    if ODT_MARK in data[:200]:
        return FileKind.ODT
    return FileKind.DOCX if b"word/" in data else FileKind.ZIP


def _text_or_unknown(data: bytes) -> FileKind:
    """Text has no control bytes but the usual ones; a little noise is let through."""
    sample = data[: 64 * HEAD]
    strange = sum(byte < 32 and byte not in b"\t\n\r\x0b\x0c\x1b" for byte in sample)
    return FileKind.TEXT if strange * 1000 <= len(sample) else FileKind.UNKNOWN
