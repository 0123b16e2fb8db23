"""Names in WordprocessingML, in its two namespaces (transitional and strict)."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
OFF = frozenset({"0", "false", "off", "none"})


def local(element: Element) -> str:
    """«p» of {…}p."""
    return str(element.tag).rpartition("}")[2]


def child(element: Element | None, *path: str) -> Element | None:
    """The first descendant along the path of local names, or None."""
    for name in path:
        if element is None:
            return None
        element = next((part for part in element if local(part) == name), None)
    return element


def children(element: Element | None, name: str) -> Iterator[Element]:
    return (part for part in (element if element is not None else ()) if local(part) == name)


def attribute(element: Element | None, name: str = "val") -> str | None:
    """The attribute by its local name."""
    if element is None:
        return None
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), None)


def number(element: Element | None, name: str = "val") -> int | None:
    text = attribute(element, name)
    try:
        return int(float(text)) if text is not None else None
    except ValueError:
        return None


def is_on(element: Element | None) -> bool | None:
    """True or False as a switch (w:b, w:vanish) says; None where it is not there."""
    return None if element is None else attribute(element) not in OFF
