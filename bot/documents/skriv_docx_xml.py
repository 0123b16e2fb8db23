"""What python-docx has no words for: language, repeated header rows, page numbers, borders."""

import re
from datetime import UTC, datetime
from typing import Any

from bot.documents.blokker import Dokument

SPRAAK = {"nb": "nb-NO", "nn": "nn-NO"}
FARGE = "173A5E"
STOERRELSER = {1: 19, 2: 13.5, 3: 12, 4: 11}
_PLASS = re.compile(r"\{(nr|antall)\}")
_FELT = {"nr": "PAGE", "antall": "NUMPAGES"}


def set_up(word: Any, dokument: Dokument) -> None:
    """A page of our own: A4, Calibri, quiet headings, the page number at the foot."""
    from docx.shared import Cm, Pt, RGBColor

    section = word.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.4)
    section.top_margin, section.bottom_margin = Cm(2.2), Cm(2.2)
    normal = word.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(11)
    normal.paragraph_format.space_after = Pt(6)
    for nivaa, size in STOERRELSER.items():
        style = word.styles[f"Heading {nivaa}"]
        _font(style, "Calibri")
        style.font.size, style.font.bold, style.font.italic = Pt(size), True, False
        style.font.color.rgb = RGBColor.from_string(FARGE)
        style.paragraph_format.space_before = Pt(0 if nivaa == 1 else 20 - 3 * nivaa)
        style.paragraph_format.space_after = Pt(4)
    _foot(section.footer.paragraphs[0], dokument.side)


def describe(word: Any, dokument: Dokument) -> None:
    """Title, author and language, which a screen reader and a search ask for."""
    about = word.core_properties
    about.title, about.author = dokument.tittel[:255], dokument.forfatter[:255]
    about.language = SPRAAK[dokument.maalform]
    about.comments = ""
    about.created = about.modified = datetime.now(UTC)
    for properties in word.styles.element.iter(_w("rPr")):
        language = properties.find(_w("lang"))
        if language is not None:
            language.set(_w("val"), SPRAAK[dokument.maalform])


def style_id(word: Any, name: str) -> str | None:
    """None where the template has no such style."""
    return next((str(style.style_id) for style in word.styles if style.name == name), None)


def heading_styles(word: Any) -> dict[int, str]:
    """The ids of the template's own headings; those it lacks are made."""
    from docx.enum.style import WD_STYLE_TYPE

    known = {style.name: style for style in word.styles}
    for nivaa in STOERRELSER:
        name = f"Heading {nivaa}"
        if name not in known:
            known[name] = word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=True)
            known[name].font.bold = True
            _child(known[name].element.get_or_add_pPr(), "outlineLvl", val=str(nivaa - 1))
    return {nivaa: str(known[f"Heading {nivaa}"].style_id) for nivaa in STOERRELSER}


def text_width(word: Any) -> int:
    """Of the last section, in Word's own units."""
    section = word.sections[-1]
    return int(section.page_width - section.left_margin - section.right_margin)


def frame(paragraph: Any) -> None:
    """A bar to the left and a light ground."""
    properties = paragraph._p.get_or_add_pPr()
    borders = _child(properties, "pBdr")
    _child(borders, "left", val="single", sz="24", space="6", color=FARGE)
    _child(properties, "shd", val="clear", color="auto", fill="EEF3F8")


def grid(table: Any) -> None:
    """Lines around every cell, whatever styles the template has."""
    table.autofit = False
    borders = _child(table._tbl.tblPr, "tblBorders")
    # The schema wants them in front of the layout.
    table._tbl.tblPr.find(_w("tblLayout")).addprevious(borders)
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        _child(borders, side, val="single", sz="4", space="0", color="767676")


def header_row(row: Any) -> None:
    """Repeated on every page, and told apart for those who hear it read."""
    _child(row._tr.get_or_add_trPr(), "tblHeader")
    for cell in row.cells:
        _child(cell._tc.get_or_add_tcPr(), "shd", val="clear", color="auto", fill="E6EDF4")


def gap_below(paragraph: Any) -> None:
    from docx.shared import Pt

    paragraph.paragraph_format.space_after = 0
    paragraph.paragraph_format.line_spacing = Pt(6)


def _foot(paragraph: Any, side: str) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    for number, part in enumerate(_PLASS.split(side)):
        if number % 2:
            field = _child(paragraph._p, "fldSimple", instr=_FELT[part])
            _child(_child(field, "r"), "t").text = "1"
        elif part:
            paragraph.add_run(part)


def _font(style: Any, name: str) -> None:
    """Also where the style takes its letters from the theme."""
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.attrib.clear()
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(_w(script), name)


def _child(parent: Any, tag: str, **attributes: str) -> Any:
    from docx.oxml import OxmlElement

    child = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        child.set(_w(name), value)
    parent.append(child)
    return child


def _w(name: str) -> str:
    from docx.oxml.ns import qn

    return str(qn(f"w:{name}"))
