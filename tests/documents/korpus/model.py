"""A document of the korpus: what stands on the paper (blocks) and what a reader must find in it (gold).

One YAML file a document:

    formats: [pdf, pdf-bare, docx, txt]     see `render.FORMATS`
    style: {font, size, margin, header, footer, heading: [sizes], gap}
    blocks: [ {h1: …}, {labels: …}, {table: …}, {p: …}, {ul: […]}, {ol: […]}, … ]
    gold: {…}                               the form of `helsebot import --json`

In gold a list of strings where one text is expected is joined by newlines, so that a section can be
given by the anchors of its paragraphs. «a || b» allows either, «~» in it means «or nothing»; «*» is
never compared; an element of a list that begins with «~», or has «valgfri», may be
there or not.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.yamlfiler import BASE, lest

ROOT = Path(__file__).parent
SPLITS = ("dev", "holdout", "fersk")

Block = dict[str, Any]


@dataclass(frozen=True)
class Document:
    name: str
    split: str
    formats: tuple[str, ...]
    blocks: list[Block]
    gold: dict[str, Any]
    style: dict[str, Any] = field(default_factory=dict)


def read(path: Path) -> Document:
    data = lest(path, BASE)
    return Document(
        name=path.stem,
        split=path.parent.name,
        formats=tuple(data["formats"]),
        blocks=data["blocks"],
        gold=data["gold"],
        style=data.get("style", {}),
    )


def documents(split: str, only: str | None = None) -> list[Document]:
    paths = sorted((ROOT / split).glob("*.yaml"))
    return [read(path) for path in paths if not only or only in path.stem]


def blocks_for(document: Document, form: str) -> list[Block]:
    """The blocks of one format: a block may name the formats it is for («only: [pdf, docx]»)."""
    return [b for b in document.blocks if "only" not in b or any(form.startswith(o) for o in b["only"])]


def kind(block: Block) -> tuple[str, Any]:
    return next((key, value) for key, value in block.items() if key != "only")
