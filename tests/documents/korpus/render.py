"""A document of the korpus as the bytes of a file."""

from .model import Document
from .render_docx import word
from .render_text import text
from .render_typst import pdf

FORMATS = {
    "pdf": "tables as the document draws them (grid lines unless it says otherwise)",
    "pdf-bare": "no lines in any table",
    "pdf-lines": "horizontal lines only",
    "pdf-narrow": "the narrow columns of the document: times and names break",
    "docx": "styles, real lists, grid tables",
    "docx-plain": "bold only, typed markers, soft line breaks",
    "docx-sdt": "content controls and text boxes",
    "txt": "pasted from a PDF: cell under cell, wrapped lines",
    "txt-pdf": "what pypdf gives of the PDF",
    "txt-tab": "pasted from Word: tabs",
    "txt-mail": "an e-mail: a row on a line",
    "txt-cols": "columns kept with blanks",
}


def render(document: Document, form: str) -> bytes:
    if form.startswith("pdf"):
        return pdf(document, form)
    return word(document, form) if form.startswith("docx") else text(document, form)


def file_name(document: Document, form: str) -> str:
    return f"{document.name}.{form.split('-')[0]}"
