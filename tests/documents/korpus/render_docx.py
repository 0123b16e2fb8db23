"""Blocks to DOCX by python-docx, in the dresses Word documents come in.

`docx` has styles, real lists and grid tables; `docx-plain` only bold type, typed list markers and
soft line breaks; `docx-sdt` puts the labels' values and the tables' cells in content controls, as
archive systems do, and the box in a real text box.
"""

import re
from io import BytesIO
from typing import Any

import docx
from docx.document import Document as Word
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from .model import Block, Document, blocks_for, kind

_FORMATS = {
    "ul": ("bullet", "•"),
    "ol": ("decimal", "%{}."),
    "paren": ("decimal", "%{})"),
    "abc": ("lowerLetter", "%{}."),
    "abc-paren": ("lowerLetter", "%{})"),
    "roman": ("lowerRoman", "%{}."),
}
_INLINE = re.compile(r"\*\*(.+?)\*\*|\[([^\]]+)\]\((\w+:[^)]+)\)", re.S)


def word(document: Document, form: str) -> bytes:
    out = docx.Document()
    out.styles["Normal"].font.size = Pt(11)
    for edge in ("header", "footer"):
        if edge in document.style:
            plain = document.style[edge].replace("{side}", "1").replace("{sider}", "1")
            getattr(out.sections[0], edge).paragraphs[0].text = _INLINE.sub(r"\2", plain)
    _Writer(out, form).blocks(blocks_for(document, form))
    buffer = BytesIO()
    out.save(buffer)
    return buffer.getvalue()


class _Writer:
    def __init__(self, out: Word, form: str) -> None:
        self.out, self.form, self.container = out, form, out
        self.plain, self.sdt = form == "docx-plain", form == "docx-sdt"

    def blocks(self, blocks: list[Block]) -> None:
        for block in blocks:
            self.block(*kind(block))

    def block(self, name: str, value: Any) -> None:
        if name in ("h1", "h2", "h3"):
            self.heading(int(name[1]), value)
        elif name in _FORMATS:
            self.items(name, value, 0)
        elif name in ("p", "center", "right", "small"):
            self.inline(self.paragraph(), value)
        elif name == "lines":
            self.lines(value)
        elif name == "box" and self.sdt:
            self.textbox(value)
        elif name == "box":
            self.blocks(value)
        elif name == "side":
            self.side(value)
        else:
            getattr(self, name)(value)

    def paragraph(self) -> Paragraph:
        return self.container.add_paragraph()

    def inline(self, paragraph: Paragraph, text: str) -> None:
        at = 0
        for m in _INLINE.finditer(text):
            paragraph.add_run(text[at : m.start()])
            paragraph.add_run(m[1] or m[2]).bold = True if m[1] else None
            at = m.end()
        paragraph.add_run(text[at:])

    def heading(self, level: int, text: str) -> None:
        if self.plain:
            self.paragraph().add_run(text).bold = True
        else:
            self.container.add_paragraph(text, style=f"Heading {level}")

    def rule(self, value: str) -> None:
        self.paragraph().add_run("_" * 65)

    def gap(self, value: str) -> None:
        self.paragraph()

    def pagebreak(self, value: str) -> None:
        self.out.add_page_break()

    def lines(self, value: list[str]) -> None:
        if self.plain:
            self.inline(self.paragraph(), "\n".join(value))
        else:
            for line in value:
                self.inline(self.paragraph(), line)

    def dots(self, value: list[list[str]]) -> None:
        for left, right in value:
            self.paragraph().add_run(f"{left}\t{right}" if not self.plain else f"{left} ........ {right}")

    def labels(self, value: dict[str, Any]) -> None:
        if value.get("form") == "table":
            self.label_table(value)
        elif self.plain:
            paragraph = self.paragraph()
            for i, row in enumerate(value["items"]):
                if i:
                    paragraph.add_run().add_break()
                self.label_row(paragraph, row, value)
        else:
            for row in value["items"]:
                self.label_row(self.paragraph(), row, value)

    def label_row(self, paragraph: Paragraph, row: list[str], value: dict[str, Any]) -> None:
        sep = value.get("sep", ": ")
        tab = value.get("form", "colon") in ("tab", "stacked")
        for i in range(0, len(row), 2):
            lead = "\t" if i else ""
            label = f"{row[i]}{sep.rstrip()}\t" if tab else f"{row[i]}{sep}"
            paragraph.add_run(lead + (label if row[i] else "\t")).bold = value.get("bold", "yes") == "yes"
            self.value(paragraph, row[i + 1])

    def value(self, paragraph: Paragraph, text: str) -> None:
        if not (self.sdt and text):
            self.inline(paragraph, text)
            return
        run = paragraph.add_run(text)._r
        sdt = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtPr/><w:sdtContent/></w:sdt>")
        run.addprevious(sdt)
        sdt.find(qn("w:sdtContent")).append(run)

    def label_table(self, value: dict[str, Any]) -> None:
        sep = value.get("sep", ": ").rstrip()
        rows = [[t + sep if t and i % 2 == 0 else t for i, t in enumerate(row)] for row in value["items"]]
        self.table({"rows": rows})

    def table(self, value: dict[str, Any]) -> None:
        rows = ([[f"**{c}**" if c else c for c in value["head"]]] if "head" in value else []) + value[
            "rows"
        ]
        width = max(sum(int(c["span"]) if isinstance(c, dict) else 1 for c in row) for row in rows)
        table = self.out.add_table(rows=0, cols=width)
        if value.get("grid", "full") != "none":
            table.style = "Table Grid"
        for row in rows:
            self.table_row(table, row)
        self.out.add_paragraph()

    def table_row(self, table: Any, row: list[Any]) -> None:
        cells, at = table.add_row().cells, 0
        for cell in row:
            span = int(cell["span"]) if isinstance(cell, dict) else 1
            target = cells[at].merge(cells[at + span - 1]) if span > 1 else cells[at]
            self.cell(target, cell["t"] if isinstance(cell, dict) else cell)
            at += span

    def cell(self, cell: Any, text: str) -> None:
        paragraph, number = cell.paragraphs[0], None
        for i, line in enumerate(text.split("\n")):
            if i and self.plain and not line.startswith("• "):
                paragraph.add_run().add_break()
            elif i:
                paragraph = cell.add_paragraph()
            if line.startswith("• ") and not self.plain:
                number = number or self.number("ul")
                self.as_item(paragraph, number, 0)
                line = line[2:]
            self.value(paragraph, line) if self.sdt and "**" not in line else self.inline(paragraph, line)

    def items(self, name: str, items: list[Any], level: int) -> None:
        start = next((int(i["nr"]) for i in items if isinstance(i, dict) and "nr" in i), 1)
        number = None if self.plain else self.number(name, start, level)
        for i, item in enumerate(items, start):
            words = item if isinstance(item, str) else item["t"]
            paragraph = self.paragraph()
            if number is None:
                paragraph.add_run(f"{_typed(name, i)} ")
            else:
                self.as_item(paragraph, number, level)
            self.inline(paragraph, words)
            self.nested(item, level)

    def nested(self, item: Any, level: int) -> None:
        for name, value in item.items() if isinstance(item, dict) else ():
            if name in _FORMATS:
                self.items(name, value, level + 1)
            elif name == "after":
                self.inline(self.paragraph(), value)

    def as_item(self, paragraph: Paragraph, number: int, level: int) -> None:
        properties = paragraph._p.get_or_add_pPr()
        xml = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
        properties.append(parse_xml(xml))

    def number(self, name: str, start: int = 1, level: int = 0) -> int:
        """A list of its own: an abstract numbering with the one format, and a number that uses it."""
        numbering = self.out.part.numbering_part.element
        fmt, text = _FORMATS[name]
        taken = [int(n.get(qn("w:abstractNumId"))) for n in numbering.findall(qn("w:abstractNum"))]
        abstract = max(taken, default=0) + 1
        levels = "".join(
            f'<w:lvl w:ilvl="{i}"><w:start w:val="{start if i == level else 1}"/><w:numFmt w:val="{fmt}"/>'
            f'<w:lvlText w:val="{text.format(i + 1)}"/>'
            f'<w:pPr><w:ind w:left="{720 * (i + 1)}" w:hanging="360"/></w:pPr></w:lvl>'
            for i in range(3)
        )
        node = parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{abstract}">{levels}</w:abstractNum>'
        )
        first = numbering.find(qn("w:num"))
        first.addprevious(node) if first is not None else numbering.append(node)
        return int(numbering.add_num(abstract).numId)

    def side(self, value: dict[str, Any]) -> None:
        cells = self.out.add_table(rows=1, cols=2).rows[0].cells
        for cell, blocks in zip(cells, (value["left"], value["right"]), strict=True):
            self.container = cell
            self.blocks(blocks)
        self.container = self.out

    def textbox(self, blocks: list[Block]) -> None:
        made = len(self.out.element.body)
        self.blocks(blocks)
        inner = [e for e in list(self.out.element.body)[made - 1 :] if e.tag != qn("w:sectPr")]
        host = parse_xml(
            f'<w:p {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:r><w:pict>'
            "<v:shape style='width:400pt;height:80pt'><v:textbox><w:txbxContent/></v:textbox></v:shape>"
            "</w:pict></w:r></w:p>"
        )
        inner[0].addprevious(host)
        content = next(host.iter(qn("w:txbxContent")))
        for element in inner:
            content.append(element)


def _typed(name: str, number: int) -> str:
    if name == "ul":
        return "-"
    sign = chr(96 + number) if name.startswith("abc") else str(number)
    return _FORMATS[name][1].format(1).replace("%1", sign)
