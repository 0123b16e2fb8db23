"""Takes out of a DOCX what is not printed, and unwraps what mammoth does not know.

mammoth keeps content controls, tracked insertions and text boxes; it loses simple fields and
text boxes without a fallback, and shows placeholder and hidden text.
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

from bot.documents.docx_names import STRICT, W, child, is_on, local

V = "urn:schemas-microsoft-com:vml"
PAGE_BREAK = "\ue004"
PRIVATE = dict.fromkeys(range(0xE000, 0xE010))
DROPPED = frozenset(
    (
        "object",
        "fldChar",
        "instrText",
        "footnoteReference",
        "endnoteReference",
        "commentReference",
        "imagedata",
    )
)
REMOVED = frozenset(("del", "moveFrom"))
UNWRAPPED = frozenset(("hyperlink", "fldSimple", "smartTag", "customXml", "dir", "bdo", "ins", "moveTo"))


def tidy(element: Element) -> None:
    """Changes the tree in place. Its depth is bounded by the guard."""
    kept: list[Element] = []
    for part in element:
        tidy(part)
        kept.extend(_instead(part))
    element[:] = kept
    if local(element) == "t" and element.text:
        element.text = element.text.translate(PRIVATE)


def _instead(element: Element) -> Iterator[Element]:
    name = local(element)
    if name in DROPPED or _is_removed(element) or _is_hidden(element) or _is_placeholder(element):
        return
    if name == "AlternateContent":
        yield from _printed(element)
    elif name in ("drawing", "pict"):
        yield from _text_boxes(element)
    elif name in UNWRAPPED and len(element):
        yield from (part for part in element if not local(part).endswith("Pr"))
    elif name == "br" and element.get(f"{_namespace(element)}type") == "page":
        yield _text(element, PAGE_BREAK)
    elif name == "cr":
        yield Element(f"{_namespace(element)}br")
    else:
        yield element


def _is_removed(element: Element) -> bool:
    """Text that was taken out with changes tracked. Without content, it says so of a paragraph mark."""
    return local(element) in REMOVED and len(element) > 0


def _is_hidden(element: Element) -> bool:
    return local(element) == "r" and bool(is_on(child(element, "rPr", "vanish")))


def _is_placeholder(element: Element) -> bool:
    """«Klikk her for å skrive inn tekst» is the form's own text, not the writer's."""
    return local(element) == "sdt" and bool(is_on(child(element, "sdtPr", "showingPlcHdr")))


def _printed(element: Element) -> list[Element]:
    """Only one of the alternatives is printed."""
    for name in ("Fallback", "Choice"):
        found = child(element, name)
        if found is not None and len(found):
            return list(found)
    return []


def _text_boxes(element: Element) -> Iterator[Element]:
    """Pictures go; the text boxes in them stay, in the one form that mammoth reads."""
    boxes = [part for part in element.iter() if local(part) == "txbxContent"]
    if boxes:
        picture = Element(f"{_namespace(boxes[0])}pict")
        for box in boxes:
            SubElement(picture, f"{{{V}}}textbox").append(box)
        yield picture


def _text(like: Element, text: str) -> Element:
    element = Element(f"{_namespace(like)}t")
    element.text = text
    return element


def _namespace(element: Element) -> str:
    return f"{{{STRICT}}}" if STRICT in str(element.tag) else f"{{{W}}}"
