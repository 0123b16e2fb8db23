"""Files that a reader must refuse, made small and fast. No one of them is a real document."""

import io
import random
import zipfile
import zlib
from collections.abc import Sequence

from pypdf import PdfReader, PdfWriter

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MB = 1024 * 1024
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"


def pdf_of(objects: Sequence[bytes]) -> bytes:
    """A PDF of these objects, numbered from 1; the first is the catalogue."""
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)


def stream(data: bytes, more: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), more, data)


def pdf_page(
    content: bytes, resources: bytes = b"/Font << /F1 5 0 R >>", others: Sequence[bytes] = ()
) -> bytes:
    """A PDF of one A4 page. `content` is a whole stream object; `others` are objects from 6 on."""
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << %s >> >>"
    tree = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
    return pdf_of([b"<< /Type /Catalog /Pages 2 0 R >>", tree, page % resources, content, FONT, *others])


def lines(texts: Sequence[str]) -> bytes:
    """A content stream with each text on a line of its own."""
    shown = b"".join(b"(%s) Tj T*\n" % text.encode("cp1252") for text in texts)
    return stream(b"BT /F1 11 Tf 14 TL 62 780 Td\n%sET" % shown)


def good_pdf() -> bytes:
    return pdf_page(
        lines(["INNKALLING", "Utvalg: Nemnda for prøving", "Sak 1/24 Åpning", "Sak 2/24 Eventuelt"])
    )


def gigabyte_page() -> bytes:
    """1 MB of file that unpacks to 1 GB of white space: one packed megabyte, again and again."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = packer.compress(bytes(MB)) + packer.flush(zlib.Z_FULL_FLUSH)
    size = 1024 * MB
    checksum = (size % 65521) << 16 | 1
    packed = b"\x78\x9c" + block * 1024 + packer.flush() + checksum.to_bytes(4, "big")
    return pdf_page(stream(packed, b"/Filter /FlateDecode"))


def ring_of_pages() -> bytes:
    """The page tree has itself among its branches."""
    tree = b"<< /Type /Pages /Kids [3 0 R 2 0 R] /Count 2 >>"
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"
    return pdf_of([b"<< /Type /Catalog /Pages 2 0 R >>", tree, page])


def ring_of_forms() -> bytes:
    """A form that draws itself."""
    form = stream(
        b"/X0 Do",
        b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X0 6 0 R >> >>",
    )
    return pdf_page(stream(b"/X0 Do"), b"/XObject << /X0 6 0 R >>", [form])


def forms_of_forms(depth: int = 12, times: int = 10) -> bytes:
    """Each form draws the next one ten times: 10^12 in all."""
    head = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9]"
    forms = [
        stream(b"/X Do " * times, b"%s /Resources << /XObject << /X %d 0 R >> >>" % (head, 7 + number))
        for number in range(depth)
    ]
    last = stream(b"0 0 m 9 9 l S", head)
    return pdf_page(stream(b"/X Do"), b"/XObject << /X 6 0 R >>", [*forms, last])


def encrypted_pdf(password: str = "hemmelig") -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(good_pdf())))
    writer.encrypt(password, algorithm="AES-256")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def locked_but_open_pdf() -> bytes:
    """Opens without a password; only changing it needs one."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(good_pdf())))
    writer.encrypt("", owner_password="eier", algorithm="AES-256")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def truncated_pdf() -> bytes:
    data = good_pdf()
    return data[: len(data) * 6 // 10]


def broken_pdf() -> bytes:
    return b"%PDF-1.7\n" + random.Random(1).randbytes(4000) + b"\n%%EOF\n"


def words_on_a_page(count: int = 60_000) -> bytes:
    words = " ".join(f"ord{number % 977}" for number in range(100))
    return pdf_page(lines([words] * (count // 100)))


def lines_on_a_page(count: int = 60_000) -> bytes:
    drawn = b"".join(b"%d %d m %d 800 l S\n" % (n % 500, n % 700, n % 400) for n in range(count))
    return pdf_page(stream(drawn))


def many_pages(count: int = 201) -> bytes:
    kids = b" ".join(b"%d 0 R" % number for number in range(3, 3 + count))
    tree = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, count)
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"
    return pdf_of([b"<< /Type /Catalog /Pages 2 0 R >>", tree, *[page] * count])


def scanned_pdf() -> bytes:
    """A page that is one picture, with a short stamp on it."""
    picture = stream(
        b"\x80" * 64,
        b"/Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceGray /BitsPerComponent 8",
    )
    content = stream(b"q 595 0 0 842 0 0 cm /Im0 Do Q BT /F1 8 Tf 500 20 Td (Side 1) Tj ET")
    return pdf_page(content, b"/XObject << /Im0 6 0 R >> /Font << /F1 5 0 R >>", [picture])


def nameless_letters() -> bytes:
    """A font without a map to letters: what is printed cannot be known."""
    font = (
        b"<< /Type /Font /Subtype /Type0 /BaseFont /Hemmelig /Encoding /Identity-H "
        b"/DescendantFonts [7 0 R] >>"
    )
    inner = (
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Hemmelig /FontDescriptor 8 0 R "
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>"
    )
    descriptor = b"<< /Type /FontDescriptor /FontName /Hemmelig /Flags 4 /FontBBox [0 0 9 9] >>"
    shown = "".join(f"{number:04x}" for number in range(40, 140)).encode()
    content = stream(b"BT /F2 11 Tf 62 780 Td <%s> Tj ET" % shown)
    return pdf_page(content, b"/Font << /F2 6 0 R >>", [font, inner, descriptor])


def blank_pdf() -> bytes:
    return pdf_page(stream(b" "))


def docx_of(body: str, parts: dict[str, str] | None = None, doctype: str = "") -> bytes:
    """A DOCX with this as the inside of w:body."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        xml = (
            f'<?xml version="1.0"?>{doctype}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
        )
        archive.writestr("word/document.xml", xml)
        for name, text in (parts or {}).items():
            archive.writestr(name, text)
    return out.getvalue()


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def good_docx() -> bytes:
    return docx_of(paragraph("Innkalling") + paragraph("Sak 1/24 Åpning"))


def zip_bomb() -> bytes:
    return docx_of(paragraph(" " * (30 * MB)))


def many_entries(count: int = 2001) -> bytes:
    return docx_of(paragraph("Innkalling"), {f"word/media/{number}.txt": "" for number in range(count)})


def wide_cell(columns: int = 100_000_000) -> bytes:
    span = f'<w:tcPr><w:gridSpan w:val="{columns}"/></w:tcPr>'
    return docx_of(f"<w:tbl><w:tr><w:tc>{span}{paragraph('Sak')}</w:tc></w:tr></w:tbl>")


def nested_tables(depth: int = 3000) -> bytes:
    return docx_of("<w:tbl><w:tr><w:tc>" * depth + paragraph("innerst") + "</w:tc></w:tr></w:tbl>" * depth)


def entity_bomb() -> bytes:
    entities = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(9))
    doctype = f'<!DOCTYPE w [<!ENTITY e0 "innspill ">{entities}]>'
    return docx_of(paragraph("&e9;"), doctype=doctype)


def truncated_docx() -> bytes:
    data = docx_of("".join(paragraph(f"Sak {number}/24") for number in range(500)))
    return data[: len(data) // 2]


def broken_docx() -> bytes:
    return docx_of("<w:p><w:r>")


def empty_docx() -> bytes:
    return docx_of("<w:p/>")


def odt() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    return out.getvalue()


def other_zip() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("bilder/strand.txt", "sand")
    return out.getvalue()


def old_doc() -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000)


def locked_docx() -> bytes:
    """Word locks a .docx by putting it into the old container."""
    return old_doc() + "EncryptedPackage".encode("utf-16-le")


def outlook_message() -> bytes:
    return old_doc() + "__substg1.0_001A001F".encode("utf-16-le")


def web_page() -> bytes:
    return b"<!DOCTYPE html>\n<html><body>Innkalling</body></html>"


def rtf() -> bytes:
    return b"{\\rtf1\\ansi Innkalling}"


def png() -> bytes:
    return b"\x89PNG\r\n\x1a\n" + bytes(200)


def random_bytes() -> bytes:
    return random.Random(7).randbytes(5000)
