"""What the paragraph styles of a DOCX say: headings, bold, size, lists, indents and gaps."""

import re
from dataclasses import dataclass, fields, replace
from xml.etree.ElementTree import Element

from bot.documents.docx_names import attribute, child, children, is_on, number

HEADING_NAMES = re.compile(r"(?:heading|title|subtitle|overskrift|tittel|undertittel)\b", re.I)
DEEPEST = 9
LONGEST_CHAIN = 20


@dataclass(frozen=True)
class Look:
    """Properties of a paragraph or a style; None where nothing is said. Sizes are half points,
    lengths are twentieths of a point.
    """

    heading: bool | None = None
    bold: bool | None = None
    size: int | None = None
    num_id: str | None = None
    level: int | None = None
    left: int | None = None
    before: int | None = None
    after: int | None = None
    contextual: bool | None = None
    """No gap towards a neighbour of the same style."""
    breaks_page: bool | None = None

    def over(self, base: "Look") -> "Look":
        """These properties where they say something, else the base's."""
        said = {f.name: v for f in fields(self) if (v := getattr(self, f.name)) is not None}
        return replace(base, **said)


def look_of(properties: Element | None, run: Element | None = None) -> Look:
    """What a w:pPr says itself, with the w:rPr of the style or paragraph."""
    outline = number(child(properties, "outlineLvl"))
    indent = child(properties, "ind")
    spacing = child(properties, "spacing")
    left = number(indent, "left")
    return Look(
        heading=None if outline is None else outline < DEEPEST,
        bold=is_on(child(run, "b")),
        size=number(child(run, "sz")),
        num_id=attribute(child(properties, "numPr", "numId")),
        level=number(child(properties, "numPr", "ilvl")),
        left=left if left is not None else number(indent, "start"),
        before=number(spacing, "before"),
        after=number(spacing, "after"),
        contextual=is_on(child(properties, "contextualSpacing")),
        breaks_page=is_on(child(properties, "pageBreakBefore")),
    )


class Styles:
    """The styles by id, each with what it takes from those it is based on."""

    def __init__(self, root: Element | None) -> None:
        self._elements = {attribute(style, "styleId"): style for style in children(root, "style")}
        defaults = child(root, "docDefaults")
        self._base = look_of(child(defaults, "pPrDefault", "pPr"), child(defaults, "rPrDefault", "rPr"))
        self._known: dict[str | None, Look] = {}
        self.default = next((name for name, style in self._elements.items() if _is_default(style)), None)

    def look(self, style_id: str | None) -> Look:
        """The whole look of a style; of the default one where the id is unknown."""
        known = style_id if style_id in self._elements else self.default
        if known not in self._known:
            self._known[known] = self._resolved(known)
        return self._known[known]

    def _resolved(self, style_id: str | None) -> Look:
        look = self._base
        for style in reversed(self._chain(style_id)):
            own = look_of(child(style, "pPr"), child(style, "rPr"))
            named = HEADING_NAMES.match(attribute(child(style, "name")) or "")
            look = (replace(own, heading=True) if named else own).over(look)
        return look

    def _chain(self, style_id: str | None) -> list[Element]:
        chain: list[Element] = []
        while style_id in self._elements and len(chain) < LONGEST_CHAIN:
            chain.append(self._elements[style_id])
            style_id = attribute(child(chain[-1], "basedOn"))
        return chain


def _is_default(style: Element) -> bool:
    return attribute(style, "type") == "paragraph" and attribute(style, "default") in ("1", "true", "on")
