"""Blocks to PDF by typst. Text goes in as string literals, so it never becomes code."""

import json
import re
from collections.abc import Callable
from typing import Any

import typst

from .model import Block, Document, blocks_for, kind

_INLINE = re.compile(r"\*\*(.+?)\*\*|\[([^\]]+)\]\((\w+:[^)]+)\)|(\n)", re.S)
_STROKES = {
    "full": "0.5pt",
    "none": "none",
    "lines": "(x, y) => (top: if y == 0 {0.7pt} else {0pt}, bottom: 0.5pt)",
    "head": "(x, y) => (bottom: if y == 0 {0.8pt} else {0pt})",
}
_GRIDS = {"pdf-bare": "none", "pdf-lines": "lines"}
_NUMBERING = {"ol": "1.", "paren": "1)", "abc": "a.", "abc-paren": "a)", "roman": "i."}


def pdf(document: Document, form: str) -> bytes:
    body = "\n\n".join(_block(b, form, document.style) for b in blocks_for(document, form))
    return typst.compile((_preamble(document.style) + body).encode(), ignore_system_fonts=True)


def _preamble(style: dict[str, Any]) -> str:
    fonts = ", ".join(_s(f) for f in [*_list(style.get("font", "Liberation Sans")), "Libertinus Serif"])
    parts = [f"margin: {style.get('margin', '2.2cm')}"]
    parts += [f"{edge}: {_running(style[edge])}" for edge in ("header", "footer") if edge in style]
    return (
        f'#set page(paper: "a4", {", ".join(parts)})\n'
        f'#set text(font: ({fonts}), size: {style.get("size", "11pt")}, lang: "nb", hyphenate: false)\n'
        f"#set par(spacing: {style.get('gap', '0.9em')}, leading: {style.get('leading', '0.6em')})\n\n"
    )


def _running(text: str) -> str:
    """A running header or footer; {side} and {sider} become page numbers."""
    marked = _inline(text)
    marked = marked.replace("{side}", '";#counter(page).display();#"')
    marked = marked.replace("{sider}", '";#str(counter(page).final().first());#"')
    return f"context [#set text(8pt); {marked}]"


def _s(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _inline(text: str) -> str:
    out, at = [], 0
    for m in _INLINE.finditer(text):
        out.append(_literal(text[at : m.start()]))
        if m[1]:
            out.append(f"#strong[{_inline(m[1])}];")
        elif m[2]:
            out.append(f"#link({_s(m[3])})[{_literal(m[2])}];")
        else:
            out.append("#linebreak();")
        at = m.end()
    return "".join([*out, _literal(text[at:])])


def _literal(text: str) -> str:
    return f"#{_s(text)};" if text else ""


def _block(block: Block, form: str, style: dict[str, Any]) -> str:
    name, value = kind(block)
    if name in ("h1", "h2", "h3"):
        return _heading(int(name[1]), value, style)
    if name in _NUMBERING or name == "ul":
        return "#" + _items(name, value)
    draw = {
        "p": _inline,
        "center": lambda v: f"#align(center)[{_inline(v)}]",
        "right": lambda v: f"#align(right)[{_inline(v)}]",
        "small": lambda v: f"#text(8pt)[{_inline(v)}]",
        "rule": lambda v: "#line(length: 100%, stroke: 0.5pt)" if v == "line" else _inline("_" * 65),
        "gap": lambda v: f"#v({v})",
        "pagebreak": lambda v: "#pagebreak()",
        "lines": lambda v: _inline("\n".join(v)),
        "labels": _labels,
        "table": lambda v: "#" + _table(v, form),
        "dots": _dots,
        "box": lambda v: f"#rect(inset: 8pt, stroke: 0.5pt)[{_blocks(v, form, style)}]",
        "side": lambda v: "#" + _side(v, form, style),
    }
    return draw[name](value)


def _blocks(blocks: list[Block], form: str, style: dict[str, Any]) -> str:
    return "\n\n".join(_block(b, form, style) for b in blocks)


def _heading(level: int, text: str, style: dict[str, Any]) -> str:
    size = style.get("heading", ["18pt", "13pt", "11pt"])[level - 1]
    look = f'size: {size}, weight: "{style.get("weight", "bold")}"'
    return f"#block(above: 1.4em, below: 0.8em)[#text({look})[{_inline(text)}]]"


def _items(name: str, items: list[Any]) -> str:
    body = ", ".join(f"[{_item(i)}]" for i in items)
    if name == "ul":
        return f"list(indent: 0.6em, spacing: 0.7em, {body})"
    start = next((int(i["nr"]) for i in items if isinstance(i, dict) and "nr" in i), 1)
    return f'enum(indent: 0.6em, spacing: 0.7em, numbering: "{_NUMBERING[name]}", start: {start}, {body})'


def _item(item: Any) -> str:
    if isinstance(item, str):
        return _inline(item)
    nested = "".join(f"#{_items(k, v)}" for k, v in item.items() if k == "ul" or k in _NUMBERING)
    after = "".join(f"#parbreak();{_inline(item[k])}" for k in ("after",) if k in item)
    return _inline(item["t"]) + nested + after


def _labels(value: dict[str, Any]) -> str:
    form, sep = value.get("form", "colon"), value.get("sep", ": ")
    rows = [[_label(text, i, sep, value) for i, text in enumerate(row)] for row in value["items"]]
    if form in ("tab", "stacked"):
        cells = ", ".join(f"[{c}]" for row in rows for c in row)
        widths = ", ".join(_list(value.get("cols", ["4cm", "1fr"])))
        return f"#grid(columns: ({widths}), row-gutter: 0.7em, {cells})"
    if form == "table":
        cells = ", ".join(f"[{c}]" for row in rows for c in row)
        widths = ", ".join(_list(value.get("cols", ["4cm", "1fr"])))
        return f"#table(columns: ({widths}), stroke: 0.5pt, {cells})"
    space = value.get("space", "1.5cm")
    lines = [f"#h({space});".join("".join(row[i : i + 2]) for i in range(0, len(row), 2)) for row in rows]
    return "#linebreak();".join(lines)


def _label(text: str, index: int, sep: str, value: dict[str, Any]) -> str:
    if index % 2:
        return _inline(text)
    label = text + (sep if value.get("form", "colon") == "colon" else sep.rstrip()) if text else text
    return f"#strong[{_literal(label)}];" if value.get("bold", "yes") == "yes" else _literal(label)


def _table(value: dict[str, Any], form: str) -> str:
    widths = value.get("narrow", value["cols"]) if form == "pdf-narrow" else value["cols"]
    columns = ", ".join(w if w[-1].isalpha() else f"{w}fr" for w in widths)
    stroke = _STROKES[_GRIDS.get(form, value.get("grid", "full"))]
    head = "".join(f"[#strong[{_inline(c)}];], " for c in value.get("head", []))
    header = f"table.header(repeat: {value.get('repeat', 'true')}, {head})," if head else ""
    broken = _broken if form == "pdf-narrow" else lambda t: t
    cells = ", ".join(_cell(c, broken) for row in value["rows"] for c in row)
    size = f"#set text({value['size']}); " if "size" in value else ""
    look = f"columns: ({columns}), stroke: {stroke}, inset: {value.get('inset', '5pt')}"
    return f"block[{size}#table({look}, {header} {cells})]"


def _cell(cell: Any, broken: Callable[[str], str]) -> str:
    if isinstance(cell, dict):
        return f"table.cell(colspan: {cell['span']})[{_cell_text(broken(cell['t']))}]"
    return f"[{_cell_text(broken(cell))}]"


def _broken(text: str) -> str:
    """A clock range as Word breaks it in a narrow column; typst would let it stick out."""
    return re.sub(r"^(\d{1,2}[.:]\d\d ?[-–]) ?(?=\d)", r"\1\n", text)


def _cell_text(text: str) -> str:
    out = []
    for i, line in enumerate(text.split("\n")):
        if line.startswith("• "):
            out.append(f"#list([{_inline(line[2:])}]);")
        else:
            out.append(("#linebreak();" if i else "") + _inline(line))
    return "".join(out)


def _dots(rows: list[list[str]]) -> str:
    return "#linebreak();".join(f"{_inline(a)} #box(width: 1fr, repeat[.]) {_inline(b)}" for a, b in rows)


def _side(value: dict[str, Any], form: str, style: dict[str, Any]) -> str:
    cells = ", ".join(f"[{_blocks(v, form, style)}]" for v in (value["left"], value["right"]))
    return f"grid(columns: (1fr, 1fr), column-gutter: 1cm, {cells})"
