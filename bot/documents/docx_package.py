"""The parts of a DOCX that are read, unpacked with a limit on everything."""

import io
import zipfile
from dataclasses import dataclass
from xml.etree import ElementTree
from xml.parsers import expat

from bot.documents.limits import Limits
from bot.domain.errors import Unreadable

CHUNK = 64 * 1024
MAIN = "word/document.xml"
OFFICE_DOCUMENT = "/officeDocument"


@dataclass(frozen=True)
class Package:
    """The XML of the main part, and of its styles and numbering where it has them."""

    document: ElementTree.Element
    styles: ElementTree.Element | None
    numbering: ElementTree.Element | None


def unpack(data: bytes, limits: Limits) -> Package:
    """Raises Unreadable for a bomb, a password, a broken file or one that is no Word document."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _Unpacker(archive, limits).package()
    except (zipfile.BadZipFile, EOFError, KeyError, NotImplementedError) as error:
        raise Unreadable("avkortet" if _looks_cut(data) else "oedelagt") from error
    except RuntimeError as error:
        raise Unreadable("passord") from error
    except (expat.ExpatError, ElementTree.ParseError) as error:
        raise Unreadable("oedelagt") from error


def _looks_cut(data: bytes) -> bool:
    """A zip file ends with its list of contents; where that is not found, the end is missing."""
    return b"PK\x05\x06" not in data


class _Unpacker:
    """Counts what comes out while it comes out: the sizes a zip file states may be lies."""

    def __init__(self, archive: zipfile.ZipFile, limits: Limits) -> None:
        self.archive = archive
        self.limits = limits
        self.unpacked = 0

    def package(self) -> Package:
        if len(self.archive.infolist()) > self.limits.docx_entries:
            raise Unreadable("bombe")
        if sum(entry.file_size for entry in self.archive.infolist()) > self.limits.docx_bytes:
            raise Unreadable("bombe")
        main = self._main()
        folder = main.rpartition("/")[0]
        document = self._xml(main)
        if document is None:
            raise Unreadable("feil_type", type="zip")
        return Package(document, self._xml(f"{folder}/styles.xml"), self._xml(f"{folder}/numbering.xml"))

    def _main(self) -> str:
        relations = self._xml("_rels/.rels")
        for relation in relations if relations is not None else ():
            if relation.get("Type", "").endswith(OFFICE_DOCUMENT):
                return relation.get("Target", MAIN).lstrip("/")
        return MAIN

    def _xml(self, name: str) -> ElementTree.Element | None:
        if name not in self.archive.namelist():
            return None
        text = self._read(name)
        check_xml(text, self.limits)
        return ElementTree.fromstring(text)  # noqa: S314  (check_xml let no DOCTYPE through)

    def _read(self, name: str) -> bytes:
        chunks: list[bytes] = []
        size = 0
        with self.archive.open(name) as part:
            while chunk := part.read(CHUNK):
                size += len(chunk)
                self.unpacked += len(chunk)
                if size > self.limits.docx_part_bytes or self.unpacked > self.limits.docx_bytes:
                    raise Unreadable("bombe")
                chunks.append(chunk)
        return b"".join(chunks)


def check_xml(text: bytes, limits: Limits) -> None:
    """Raises Unreadable for a DOCTYPE, for nesting too deep and for a cell across too many columns."""
    depth = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > limits.docx_depth or (
            name.rpartition(":")[2] == "gridSpan" and _span(attributes) > limits.docx_grid_span
        ):
            raise Unreadable("for_komplisert")

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1

    def doctype(*_: object) -> None:
        raise Unreadable("bombe")

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.StartDoctypeDeclHandler = doctype
    parser.Parse(text, True)


def _span(attributes: dict[str, str]) -> int:
    value = next((text for name, text in attributes.items() if name.endswith(":val")), "1").strip()
    if not value.isdigit() or len(value) > 6:
        return 10**6
    return int(value)
