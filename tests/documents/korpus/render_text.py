"""Blocks to plain text, as people paste it: out of a PDF, out of Word (tabs), out of an e-mail."""

import re
import textwrap
from io import BytesIO
from typing import Any

from pypdf import PdfReader

from .model import Block, Document, blocks_for, kind
from .render_typst import pdf

_WIDTH = 92
_MARK = {"ol": "{}.", "paren": "{})", "abc": "{}.", "abc-paren": "{})", "roman": "{}."}


def text(document: Document, form: str) -> bytes:
    if form == "txt-pdf":
        pages = PdfReader(BytesIO(pdf(document, "pdf"))).pages
        return "\n".join(page.extract_text() for page in pages).encode()
    lines = [line for b in blocks_for(document, form) for line in _block(b, form)]
    return ("\n".join(lines) + "\n").encode()


def _clean(value: str) -> str:
    value = value.replace("**", "")
    return re.sub(r"\[([^\]]+)\]\((\w+:[^)]+)\)", r"\1", value)


def _paragraph(value: str, form: str) -> list[str]:
    out: list[str] = []
    for line in _clean(value).split("\n"):
        out += textwrap.wrap(line, _WIDTH, break_on_hyphens=False) if form == "txt" else [line]
    return out or [""]


def _block(block: Block, form: str) -> list[str]:
    name, value = kind(block)
    if name == "h1":
        return ["", _clean(value).upper() if form == "txt-mail" else _clean(value), ""]
    if name in ("h2", "h3"):
        return ["", _clean(value)]
    if name in ("p", "center", "right", "small"):
        return [*_paragraph(value, form), ""]
    if name == "ul" or name in _MARK:
        return [*_items(name, value, form, 0), ""]
    if name == "rule":
        return ["_" * 65]
    if name == "gap":
        return ["", ""]
    if name == "pagebreak":
        return ["\f"] if form == "txt" else ["", ""]
    if name == "lines":
        return [*(_clean(v) for v in value), ""]
    if name == "labels":
        return [*_labels(value, form), ""]
    if name == "table":
        return [*_table(value, form), ""]
    if name == "dots":
        return [*(f"{a} {'.' * max(3, 80 - len(a))} {b}" for a, b in value), ""]
    if name == "side":
        return [line for b in [*value["left"], *value["right"]] for line in _block(b, form)]
    return [line for b in value for line in _block(b, form)]


def _items(name: str, items: list[Any], form: str, level: int) -> list[str]:
    out, number = [], 0
    for item in items:
        number = int(item["nr"]) if isinstance(item, dict) and "nr" in item else number + 1
        out += _item(_marker(name, number, form, level), item, form, level)
    return out


def _marker(name: str, number: int, form: str, level: int) -> str:
    if name == "ul":
        return {"txt-mail": "-", "txt-tab": "•"}.get(form, "o" if level else "•")
    sign = chr(96 + number) if name.startswith("abc") else "i" * number if name == "roman" else str(number)
    return _MARK[name].format(sign)


def _item(marker: str, item: Any, form: str, level: int) -> list[str]:
    words = item if isinstance(item, str) else item["t"]
    lines = [line for part in words.split("\n") for line in (_paragraph(part, form) if part else [""])]
    gap = "\t" if form == "txt-tab" else " "
    pad = ("\t" if form == "txt-tab" else "   ") * level
    out = [f"{pad}{marker}{gap}{lines[0]}".rstrip(), *(pad + line for line in lines[1:])]
    if isinstance(item, dict):
        for k, v in item.items():
            out += _items(k, v, form, level + 1) if k == "ul" or k in _MARK else []
        out += _paragraph(item["after"], form) if "after" in item else []
    return out


def _labels(value: dict[str, Any], form: str) -> list[str]:
    how, sep = value.get("form", "colon"), value.get("sep", ": ")
    if how == "stacked" and form == "txt":
        labels = [row[i] + sep.rstrip() for row in value["items"] for i in range(0, len(row), 2) if row[i]]
        return [*labels, "", *(line for row in value["items"] for v in row[1::2] for line in v.split("\n"))]
    gap = "\t" if form == "txt-tab" and how in ("tab", "table") else None
    out = []
    for row in value["items"]:
        pairs = [_pair(row[i], _clean(row[i + 1]), sep, gap) for i in range(0, len(row), 2)]
        out += ("\t" if form == "txt-tab" else "    ").join(pairs).split("\n")
    return out


def _pair(label: str, value: str, sep: str, gap: str | None) -> str:
    if not label:
        return value
    return f"{label}{sep.rstrip()}{gap}{value}" if gap else f"{label}{sep or '   '}{value}"


def _table(value: dict[str, Any], form: str) -> list[str]:
    rows = ([value["head"]] if "head" in value else []) + value["rows"]
    plain = [[_clean(c["t"] if isinstance(c, dict) else c) for c in row] for row in rows]
    if form == "txt-tab":
        return ["\t".join(row) for row in plain]
    if form == "txt-mail":
        return ["   ".join(c.replace("\n", " ") for c in row if c) for row in plain]
    if form == "txt-cols":
        return _columns(plain)
    return [line for row in plain for line in _row_down(row)]


def _row_down(row: list[str]) -> list[str]:
    out: list[str] = []
    for cell in row:
        if cell:
            out += [line for part in cell.split("\n") for line in textwrap.wrap(part, 60)] + [""]
    return [*out]


def _columns(rows: list[list[str]]) -> list[str]:
    """Aligned with blanks, as `pdftotext -layout` and some mail programs give it."""
    count = max(len(row) for row in rows)
    wrapped = [
        [[w for part in c.split("\n") for w in (textwrap.wrap(part, 44) or [""])] for c in r] for r in rows
    ]
    widths = [max((len(w) for r in wrapped if i < len(r) for w in r[i]), default=0) for i in range(count)]
    out = []
    for row in wrapped:
        for i in range(max(len(c) for c in row)):
            cells = [(c[i] if i < len(c) else "").ljust(widths[j]) for j, c in enumerate(row)]
            out.append("   ".join(cells).rstrip())
    return out
