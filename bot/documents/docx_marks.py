"""Writes into each paragraph of a DOCX what mammoth would lose: number, indent, heading, gap.

mammoth's HTML has no list levels for some lists, no letters and no numbers that go on after a
break. So the list is taken off, and a mark in private-use signs is put in front of the text.
"""

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from bot.documents.docx_names import attribute, child, children, local
from bot.documents.docx_numbering import Numbering
from bot.documents.docx_styles import Look, Styles, look_of
from bot.documents.docx_tidy import PAGE_BREAK

OPEN, BETWEEN, CLOSE = "\ue000", "\ue001", "\ue002"
MARK = re.compile(f"{OPEN}([^{CLOSE}]*){CLOSE}")
CLEAR_GAP = 100
"""Twentieths of a point between two paragraphs."""
LARGER = 1.12
BODY_SIZE = 22
TWENTIETHS = 20


@dataclass(frozen=True)
class Mark:
    """`left` in points; `gap`: a clear gap stands in front."""

    marker: str | None = None
    left: float = 0.0
    heading: bool = False
    gap: bool = False

    def __str__(self) -> str:
        flags = ("h" if self.heading else "") + ("g" if self.gap else "")
        return f"{OPEN}{self.marker or ''}{BETWEEN}{self.left}{BETWEEN}{flags}{CLOSE}"


def unmarked(text: str) -> tuple[Mark, str]:
    """The mark in a paragraph's text, and the text without it. It need not stand first: where a
    paragraph mark was deleted, the text of two paragraphs is one.
    """
    found = MARK.search(text)
    if found is None:
        return Mark(), text
    marker, left, flags = found[1].split(BETWEEN)
    return Mark(marker or None, float(left), "h" in flags, "g" in flags), MARK.sub("", text)


class Marker:
    """Marks the paragraphs of one document, in order."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self.styles = styles
        self.numbering = numbering
        self.body_size = styles.look(None).size or BODY_SIZE
        self._above: tuple[Look, str | None] | None = None

    def mark_all(self, root: Element) -> None:
        for paragraph in [element for element in root.iter() if local(element) == "p"]:
            if _is_word(paragraph):
                self._mark(paragraph)

    def _mark(self, paragraph: Element) -> None:
        properties = child(paragraph, "pPr")
        if _is_removed(properties):
            return
        style_id = attribute(child(properties, "pStyle")) or self.styles.default
        own = look_of(properties)
        look = own.over(self.styles.look(style_id))
        marker, left = self._list_marker(look, own, style_id)
        mark = Mark(marker, left / TWENTIETHS, self._is_heading(paragraph, look), self._gap(look, style_id))
        self._above = (look, style_id)
        _put(
            paragraph,
            properties,
            f"{PAGE_BREAK if look.breaks_page else ''}{mark}",
            _ends_section(properties),
        )

    def _list_marker(self, look: Look, own: Look, style_id: str | None) -> tuple[str | None, int]:
        if look.num_id in (None, "0"):
            return None, look.left or 0
        level = look.level
        if own.num_id is None or level is None:
            level = (
                own.level if own.level is not None else self.numbering.level_of_style(look.num_id, style_id)
            )
        left = own.left if own.left is not None else self.numbering.left(look.num_id, level)
        return self.numbering.marker(look.num_id, level), left if left is not None else look.left or 0

    def _is_heading(self, paragraph: Element, look: Look) -> bool:
        runs = [run for run in children(paragraph, "r") if _text_of(run).strip()]
        if not runs:
            return False
        if look.heading:
            return True
        looks = [look_of(None, child(run, "rPr")).over(look) for run in runs]
        bold = all(one.bold for one in looks)
        return bold or all((one.size or self.body_size) > LARGER * self.body_size for one in looks)

    def _gap(self, look: Look, style_id: str | None) -> bool:
        if self._above is None:
            return False
        above, above_id = self._above
        if look.contextual and above.contextual and style_id == above_id:
            return False
        return max(look.before or 0, above.after or 0) >= CLEAR_GAP


def _is_word(paragraph: Element) -> bool:
    """A w:p; drawings have paragraphs of their own kind."""
    return "wordprocessingml" in str(paragraph.tag)


def _is_removed(properties: Element | None) -> bool:
    """The paragraph mark is deleted or moved away: its text belongs to the next paragraph."""
    marks = child(properties, "rPr")
    return child(marks, "del") is not None or child(marks, "moveFrom") is not None


def _ends_section(properties: Element | None) -> bool:
    section = child(properties, "sectPr")
    return section is not None and attribute(child(section, "type")) != "continuous"


def _text_of(run: Element) -> str:
    return "".join(part.text or "" for part in run.iter() if local(part) == "t")


def _put(paragraph: Element, properties: Element | None, mark: str, ends_section: bool) -> None:
    """The mark becomes the paragraph's first run; the list and the style are taken off."""
    namespace = str(paragraph.tag).rpartition("}")[0] + "}"
    if properties is not None:
        removed = [part for part in properties if local(part) in ("numPr", "pStyle")]
        for part in removed:
            properties.remove(part)
    paragraph.insert(0 if properties is None else 1, _run(namespace, mark))
    if ends_section:
        paragraph.append(_run(namespace, PAGE_BREAK))


def _run(namespace: str, text: str) -> Element:
    run = Element(f"{namespace}r")
    part = Element(f"{namespace}t")
    part.text = text
    run.append(part)
    return run
