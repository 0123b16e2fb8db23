"""A committee's own Word template, let through the same guard as files that are read."""

import io
import re
import zipfile
from xml.parsers import expat

from bot.documents.docx_package import CHUNK, check_xml
from bot.documents.kinds import FileKind, kind_of
from bot.documents.limits import LIMITS, Limits
from bot.domain.errors import Unreadable

TYPES = "[Content_Types].xml"
TEMPLATE = b"wordprocessingml.template.main+xml"
DOCUMENT = b"wordprocessingml.document.main+xml"
MACROS = b"macroEnabled"
_ATTACHED = re.compile(rb"<w:attachedTemplate\b[^>]*/>")
_RELATION = re.compile(rb"<Relationship\b[^>]*/attachedTemplate\"[^>]*/>")


def safe(data: bytes, limits: Limits = LIMITS) -> bytes:
    """The template as an ordinary document that python-docx opens; a link to yet another template is taken
    out. Raises Unreadable for what is no Word file, a bomb, macros, or anything else a read file is
    refused for.
    """
    if len(data) > limits.file_bytes:
        raise Unreadable("for_stor", mb=str(limits.file_bytes // (1024 * 1024)))
    kind = kind_of(data)
    if kind is not FileKind.DOCX:
        raise Unreadable("feil_type", type=kind.value)
    try:
        return _copied(data, limits)
    except (zipfile.BadZipFile, EOFError, KeyError, NotImplementedError, expat.ExpatError) as error:
        raise Unreadable("oedelagt") from error
    except RuntimeError as error:
        raise Unreadable("passord") from error


def _copied(data: bytes, limits: Limits) -> bytes:
    out = io.BytesIO()
    unpacked = 0
    with (
        zipfile.ZipFile(io.BytesIO(data)) as archive,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as copy,
    ):
        if len(archive.infolist()) > limits.docx_entries:
            raise Unreadable("bombe")
        for entry in archive.infolist():
            part = _read(archive, entry, limits)
            unpacked += len(part)
            if unpacked > limits.docx_bytes:
                raise Unreadable("bombe")
            copy.writestr(entry.filename, _part(entry.filename, part, limits))
    return out.getvalue()


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, limits: Limits) -> bytes:
    """Counted while it comes out: the size a zip file states may be a lie."""
    chunks: list[bytes] = []
    size = 0
    with archive.open(entry) as part:
        while chunk := part.read(CHUNK):
            size += len(chunk)
            if size > limits.docx_part_bytes:
                raise Unreadable("bombe")
            chunks.append(chunk)
    return b"".join(chunks)


def _part(name: str, part: bytes, limits: Limits) -> bytes:
    if not name.endswith((".xml", ".rels")):
        return part
    check_xml(part, limits)
    if name == TYPES:
        if MACROS in part:
            raise Unreadable("feil_type", type="Word-fil med makroer")
        return part.replace(TEMPLATE, DOCUMENT)
    return _RELATION.sub(b"", _ATTACHED.sub(b"", part))
