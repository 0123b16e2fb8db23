"""DOCX to rows: lists as Word counts them, merged cells, what is printed and what is not."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.shared import Pt

from bot.documents import pdf
from bot.documents.docx import rows
from bot.documents.rows import Row, RowKind
from tests.documents.hostile import docx_of, paragraph

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"


def skrevet(skriv: Callable[[Any], None]) -> list[Row]:
    """The rows of a document that python-docx wrote."""
    document = docx.Document()
    skriv(document)
    out = io.BytesIO()
    document.save(out)
    return rows(out.getvalue())


def les(body: str, **parts: str) -> list[Row]:
    """The rows of a document of this XML; `numbering` and `styles` are parts of it."""
    return rows(docx_of(body, {f"word/{name}.xml": _part(name, inside) for name, inside in parts.items()}))


def _part(name: str, inside: str) -> str:
    namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return f'<w:{name} xmlns:w="{namespace}">{inside}</w:{name}>'


def celler(lest: list[Row]) -> list[tuple[str, ...]]:
    return [row.cells for row in lest if row.kind is RowKind.TABLE]


def level(number: int, form: str, text: str) -> str:
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/>'
        f'<w:pPr><w:ind w:left="{360 * (number + 1)}"/></w:pPr></w:lvl>'
    )


NUMBERING = (
    f'<w:abstractNum w:abstractNumId="1">{level(0, "decimal", "%1.")}{level(1, "lowerLetter", "%2)")}'
    f"{level(2, 'decimal', '%1.%3')}</w:abstractNum>"
    f'<w:abstractNum w:abstractNumId="2">{level(0, "bullet", "&#xF0B7;")}'
    f"{level(1, 'bullet', 'o')}</w:abstractNum>"
    f'<w:abstractNum w:abstractNumId="3">{level(0, "decimal", "Sak %1/24")}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="3"/></w:num>'
    '<w:num w:numId="4"><w:abstractNumId w:val="1"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
)


def punkt(text: str, num: int, niva: int = 0) -> str:
    properties = f'<w:pPr><w:numPr><w:ilvl w:val="{niva}"/><w:numId w:val="{num}"/></w:numPr></w:pPr>'
    return f"<w:p>{properties}<w:r><w:t>{text}</w:t></w:r></w:p>"


def merket(lest: list[Row]) -> list[tuple[str | None, int, str]]:
    return [(row.marker, row.indent, row.text) for row in lest]


def test_numbers_go_on_after_a_paragraph_and_letters_begin_anew_below_each() -> None:
    body = punkt("en", 1) + punkt("ledd", 1, 1) + punkt("ledd", 1, 1) + paragraph("Mellom")
    body += punkt("to", 1) + punkt("ledd", 1, 1)
    assert merket(les(body, numbering=NUMBERING)) == [
        ("1.", 0, "en"),
        ("a)", 1, "ledd"),
        ("b)", 1, "ledd"),
        (None, 0, "Mellom"),
        ("2.", 0, "to"),
        ("a)", 1, "ledd"),
    ]


def test_a_list_that_is_told_to_start_again_does() -> None:
    body = punkt("en", 1) + punkt("to", 1) + punkt("ny", 4) + punkt("ny to", 4)
    assert [row.marker for row in les(body, numbering=NUMBERING)] == ["1.", "2.", "1.", "2."]


def test_bullets_with_levels_and_an_empty_one_as_a_place_to_fill_in() -> None:
    body = punkt("Status", 2) + punkt("nord", 2, 1) + punkt("", 2)
    assert merket(les(body, numbering=NUMBERING)) == [("•", 0, "Status"), ("o", 1, "nord"), ("•", 0, "")]


def test_a_number_that_says_more_than_its_place_begins_the_text() -> None:
    assert les(punkt("Strandrydding", 3), numbering=NUMBERING)[0].cells == ("Sak 1/24 Strandrydding",)


def test_a_numbered_cell_has_its_number() -> None:
    rad = "".join(f"<w:tc>{cell}</w:tc>" for cell in (punkt("", 1), paragraph("Tang")))
    assert celler(les(f"<w:tbl><w:tr>{rad}</w:tr><w:tr>{rad}</w:tr></w:tbl>", numbering=NUMBERING)) == [
        ("1.", "Tang"),
        ("2.", "Tang"),
    ]


def test_word_s_own_list_styles() -> None:
    def skriv(document: Any) -> None:
        document.add_paragraph("Vedlegg", style="List Bullet")
        document.add_paragraph("Del to", style="List Bullet 2")
        document.add_paragraph("Vedtak", style="List Number")

    assert merket(skrevet(skriv)) == [("•", 0, "Vedlegg"), ("•", 1, "Del to"), ("1.", 0, "Vedtak")]


def test_headings_by_style_by_bold_and_by_size() -> None:
    def skriv(document: Any) -> None:
        document.add_heading("Innkalling", 1)
        document.add_paragraph().add_run("Forslag til vedtak").bold = True
        document.add_paragraph().add_run("Bakgrunn").font.size = Pt(16)
        delvis = document.add_paragraph()
        delvis.add_run("Utvalg:").bold = True
        delvis.add_run(" Strandnemnda")

    assert [row.heading for row in skrevet(skriv)] == [True, True, True, False]


def test_merged_cells_stand_in_their_first_column_and_row() -> None:
    def skriv(document: Any) -> None:
        table = document.add_table(3, 3)
        for row, texts in enumerate(
            (("Kl.", "Sak", "Hvem"), ("09.00", "Tang", "Odd"), ("", "Tare", "Siv"))
        ):
            for column, text in enumerate(texts):
                table.cell(row, column).text = text
        table.cell(1, 0).merge(table.cell(2, 0))
        table.add_row().cells[0].merge(table.rows[3].cells[2]).text = "Pause"

    assert celler(skrevet(skriv)) == [
        ("Kl.", "Sak", "Hvem"),
        ("09.00", "Tang", "Odd"),
        ("", "Tare", "Siv"),
        ("Pause", "", ""),
    ]


def test_lines_of_a_cell_are_parted_whether_soft_or_paragraphs() -> None:
    celle = (
        f"<w:tc><w:p><w:r><w:t>13.00-</w:t><w:br/><w:t>13.10</w:t></w:r></w:p>{paragraph('kort')}</w:tc>"
    )
    rad = f"<w:tr>{celle}<w:tc>{paragraph('Tang')}</w:tc></w:tr>"
    assert celler(les(f"<w:tbl>{rad}</w:tbl>")) == [("13.00-\n13.10\nkort", "Tang")]


def test_a_frame_of_one_column_is_text_and_a_table_inside_it_is_a_table() -> None:
    def skriv(document: Any) -> None:
        frame = document.add_table(1, 1).cell(0, 0)
        frame.text = "Innkalling"
        inner = frame.add_table(2, 2)
        inner.cell(0, 0).text, inner.cell(0, 1).text = "1/24", "Tang"
        inner.cell(1, 0).text, inner.cell(1, 1).text = "2/24", "Tare"

    lest = skrevet(skriv)
    assert [(row.kind.value, row.cells) for row in lest] == [
        ("text", ("Innkalling",)),
        ("table", ("1/24", "Tang")),
        ("table", ("2/24", "Tare")),
    ]


def test_content_controls_are_read_and_their_prompts_are_not() -> None:
    felt = f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph('Utvalg: Strandnemnda')}</w:sdtContent></w:sdt>"
    tomt = (
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
        f"<w:sdtContent>{paragraph('Klikk her for å skrive inn tekst.')}</w:sdtContent></w:sdt>"
    )
    assert [row.text for row in les(felt + tomt)] == ["Utvalg: Strandnemnda"]


def test_inserted_text_stays_and_deleted_and_hidden_text_goes() -> None:
    body = (
        "<w:p><w:r><w:t>Møtet er </w:t></w:r><w:ins><w:r><w:t>utsatt</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>åpent</w:delText></w:r></w:del>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t> hemmelig</w:t></w:r></w:p>"
    )
    assert [row.text for row in les(body)] == ["Møtet er utsatt"]


def test_a_deleted_list_item_takes_no_number() -> None:
    borte = punkt("", 1).replace("</w:pPr>", "<w:rPr><w:del/></w:rPr></w:pPr>")
    lest = les(punkt("en", 1) + borte + punkt("to", 1), numbering=NUMBERING)
    assert merket(lest) == [("1.", 0, "en"), ("2.", 0, "to")]


def test_a_text_box_is_read_once_though_it_is_written_twice() -> None:
    boks = f"<w:txbxContent>{paragraph('Møterom Naustet')}</w:txbxContent>"
    body = (
        '<w:p xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
        ' xmlns:v="urn:schemas-microsoft-com:vml"><w:r><mc:AlternateContent>'
        f"<mc:Choice><w:drawing><w:inline>{boks}</w:inline></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{boks}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    alene = f"<w:p><w:r><w:drawing><w:inline>{boks}</w:inline></w:drawing></w:r></w:p>"
    assert [row.text for row in les(body)] == ["Møterom Naustet"]
    assert [row.text for row in les(alene)] == ["Møterom Naustet"]


def test_fields_links_and_footnote_signs() -> None:
    body = (
        '<w:p><w:fldSimple w:instr="DATE"><w:r><w:t>17.04.2024</w:t></w:r></w:fldSimple>'
        "<w:hyperlink><w:r><w:t> lenke</w:t></w:r></w:hyperlink>"
        '<w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    )
    assert [row.text for row in les(body)] == ["17.04.2024 lenke"]


def test_page_breaks_soft_breaks_and_empty_paragraphs() -> None:
    body = (
        f"<w:p><w:r><w:t>Utvalg: A</w:t><w:br/><w:t>Sted: B</w:t></w:r></w:p><w:p/>{paragraph('Sak')}"
        '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
        f"<w:p><w:pPr><w:pageBreakBefore/></w:pPr><w:r><w:t>Ny side</w:t></w:r></w:p>"
    )
    lest = les(body)
    assert [row.text for row in lest] == ["Utvalg: A", "Sted: B", "Sak", "", "Ny side"]
    assert [row.kind is RowKind.PAGE_BREAK for row in lest] == [False, False, False, True, False]
    assert [row.text for row in lest if row.blank_before] == ["Sak"]


def test_tabs_make_columns() -> None:
    def skriv(document: Any) -> None:
        for line in ("Kl.\tSak\tHvem", "09.00\tTang\tOdd", "09.30\tTare\tSiv"):
            document.add_paragraph(line)

    assert celler(skrevet(skriv)) == [
        ("Kl.", "Sak", "Hvem"),
        ("09.00", "Tang", "Odd"),
        ("09.30", "Tare", "Siv"),
    ]


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed documents are not here")
@pytest.mark.parametrize("name", ["innkalling-asu-2024-04-17", "referat-fagraad-2025-01-30"])
def test_the_seed_in_word_says_what_the_seed_in_pdf_says(name: str) -> None:
    word = rows((SEEDS / f"{name}.docx").read_bytes())
    page = pdf.rows((SEEDS / f"{name}.pdf").read_bytes())
    assert _words(word) == _words(page)
    assert [tuple(map(_plain, row)) for row in celler(word)] == [
        tuple(map(_plain, row)) for row in celler(page)
    ]
    assert [row.marker for row in word if row.marker] == [row.marker for row in page if row.marker]


def _plain(cell: str) -> str:
    return "".join(cell.split())


def _words(lest: list[Row]) -> str:
    return "".join(_plain(row.text) for row in lest if row.kind is RowKind.TEXT)
