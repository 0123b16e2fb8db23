"""A document as Word, by python-docx; in the committee's own template where it has one."""

import io
from collections.abc import Iterator
from typing import Any

from bot.documents import docx_template, skriv_docx_xml
from bot.documents.blokker import Avsnitt, Blokk, Dokument, Felt, Merke, Overskrift, Punkt, Tabell, sammen
from bot.domain.errors import Unreadable

STED = "{{referat}}"
"""A paragraph of a template that the document is put in the place of."""
KULE = "• "


def skriv(dokument: Dokument, mal: bytes | None = None) -> bytes:
    """`mal`: a .docx or .dotx whose styles, header and footer are used. Raises Unreadable where it is
    refused.
    """
    # Imported late: few commands write Word.
    import docx
    from docx.opc.exceptions import OpcError

    try:
        word = docx.Document(io.BytesIO(docx_template.safe(mal)) if mal else None)
    except (OpcError, KeyError, ValueError) as error:
        raise Unreadable("oedelagt") from error
    if mal is None:
        skriv_docx_xml.set_up(word, dokument)
    skriv_docx_xml.describe(word, dokument)
    _fill(word, dokument)
    file = io.BytesIO()
    word.save(file)
    return file.getvalue()


def _fill(word: Any, dokument: Dokument) -> None:
    place = next((p for p in word.paragraphs if p.text.strip() == STED), None)
    before = set(word.element.body)
    writer = _Writer(word)
    for blokk in sammen(dokument.blokker):
        writer.write(blokk)
    if place is not None:
        for element in [e for e in word.element.body if e not in before]:
            place._p.addprevious(element)
        place._p.getparent().remove(place._p)


class _Writer:
    """Blocks to paragraphs and tables at the end of a Word document."""

    def __init__(self, word: Any) -> None:
        self._word = word
        self._headings = skriv_docx_xml.heading_styles(word)
        self._bullet = skriv_docx_xml.style_id(word, "List Bullet")
        self._width = skriv_docx_xml.text_width(word)

    def write(self, blokk: Blokk | list[Punkt]) -> None:
        match blokk:
            case list():
                self._list(blokk)
            case Overskrift(tekst, nivaa):
                self._paragraph(tekst, self._headings[nivaa])
            case Merke(tekst):
                paragraph = self._word.add_paragraph()
                paragraph.add_run(tekst).bold = True
                skriv_docx_xml.frame(paragraph)
            case Felt(navn, verdi):
                paragraph = self._word.add_paragraph()
                paragraph.add_run(f"{navn}:").bold = True
                paragraph.add_run(f" {verdi}")
            case Avsnitt(tekst) | Punkt(tekst):
                self._word.add_paragraph(tekst)
            case Tabell():
                self._table(blokk)

    def _list(self, punkter: list[Punkt]) -> None:
        """A template without bullets of its own is given plain ones."""
        for punkt in punkter:
            self._paragraph(punkt.tekst if self._bullet else KULE + punkt.tekst, self._bullet)

    def _paragraph(self, text: str, style: str | None = None) -> None:
        """The style by its id: python-docx looks through all of them for every name."""
        paragraph = self._word.add_paragraph(text)
        if style:
            paragraph._p.style = style

    def _table(self, tabell: Tabell) -> None:
        table = self._word.add_table(rows=0, cols=len(tabell.hode))
        skriv_docx_xml.grid(table)
        for number, row in enumerate(_rows(tabell)):
            cells = table.add_row().cells
            for cell, text, share in zip(cells, row, tabell.bredder, strict=True):
                cell.width = int(self._width * share)
                _cell(cell, text, bold=number == 0)
        skriv_docx_xml.header_row(table.rows[0])
        # Word runs a table and the paragraph below together without room between them.
        skriv_docx_xml.gap_below(self._word.add_paragraph())


def _rows(tabell: Tabell) -> Iterator[tuple[str, ...]]:
    yield tabell.hode
    yield from tabell.rader


def _cell(cell: Any, text: str, *, bold: bool) -> None:
    """A line of the text is a paragraph of the cell."""
    for number, line in enumerate(text.split("\n")):
        paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
        paragraph.add_run(line).bold = bold or None
        paragraph.paragraph_format.space_after = 0
