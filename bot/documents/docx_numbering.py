"""The automatic numbers and bullets of a DOCX, counted as Word counts them."""

from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from bot.documents.docx_names import attribute, child, children, number
from bot.documents.docx_styles import Styles
from bot.documents.markers import plain_bullet, plain_symbols

ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
LETTERS = 26
HIGHEST_ROMAN = 39


@dataclass(frozen=True)
class Level:
    start: int
    format: str
    text: str
    left: int | None
    style: str | None


@dataclass
class _List:
    """One abstract list: its levels and how far each has been counted."""

    levels: dict[int, Level]
    counts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """Call `marker` once for each list paragraph, in the order of the document."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._abstract = {attribute(a, "abstractNumId"): a for a in children(root, "abstractNum")}
        self._nums = {attribute(num, "numId"): num for num in children(root, "num")}
        self._styles = styles
        self._lists: dict[str | None, _List] = {}
        self._restarted: set[tuple[str, int]] = set()

    def level_of_style(self, num_id: str, style_id: str | None) -> int:
        """The level that a list style stands for."""
        own = self._list(num_id)
        levels = own.levels.items() if own else ()
        return next((number for number, level in levels if level.style == style_id), 0)

    def left(self, num_id: str, level: int) -> int | None:
        own = self._list(num_id)
        return own.levels[level].left if own and level in own.levels else None

    def marker(self, num_id: str, level: int) -> str | None:
        """The next number or the bullet («1.», «a)», «•»); None where the list has none."""
        own = self._list(num_id)
        if own is None or level not in own.levels:
            return None
        self._count(own, num_id, level)
        shown = own.levels[level]
        if shown.format == "none":
            return None
        if shown.format == "bullet":
            return plain_bullet(plain_symbols(shown.text)) or "•"
        return self._numbered(own, shown)

    def _count(self, own: _List, num_id: str, level: int) -> None:
        override = self._override(num_id, level)
        if override is not None and (num_id, level) not in self._restarted:
            self._restarted.add((num_id, level))
            own.counts[level] = override
        elif level in own.counts:
            own.counts[level] += 1
        else:
            own.counts[level] = own.levels[level].start
        for above in range(level):
            if above in own.levels:
                own.counts.setdefault(above, own.levels[above].start)
        for below in [other for other in own.counts if other > level]:
            del own.counts[below]

    def _numbered(self, own: _List, shown: Level) -> str:
        text = shown.text
        for level, count in own.counts.items():
            text = text.replace(f"%{level + 1}", _written(count, own.levels[level].format))
        return text.strip()

    def _override(self, num_id: str, level: int) -> int | None:
        for override in children(self._nums.get(num_id), "lvlOverride"):
            if number(override, "ilvl") == level:
                return number(child(override, "startOverride"))
        return None

    def _list(self, num_id: str) -> _List | None:
        """Lists that share an abstract list go on from one another, as in Word."""
        abstract_id = attribute(child(self._nums.get(num_id), "abstractNumId"))
        abstract = self._linked(abstract_id)
        if abstract is None:
            return None
        if abstract_id not in self._lists:
            levels = {number(lvl, "ilvl") or 0: _level(lvl) for lvl in children(abstract, "lvl")}
            self._lists[abstract_id] = _List(levels)
        return self._lists[abstract_id]

    def _linked(self, abstract_id: str | None) -> Element | None:
        """A list may be given by a list style, which names another list."""
        abstract = self._abstract.get(abstract_id)
        link = attribute(child(abstract, "numStyleLink"))
        if link is None:
            return abstract
        linked = self._nums.get(self._styles.look(link).num_id)
        return self._abstract.get(attribute(child(linked, "abstractNumId")), abstract)


def _level(element: Element) -> Level:
    indent = child(element, "pPr", "ind")
    left = number(indent, "left")
    start = number(child(element, "start"))
    return Level(
        start=1 if start is None else start,
        format=attribute(child(element, "numFmt")) or "decimal",
        text=attribute(child(element, "lvlText")) or "",
        left=left if left is not None else number(indent, "start"),
        style=attribute(child(element, "pStyle")),
    )


def _written(count: int, form: str) -> str:
    match form:
        case "lowerLetter" if count > 0:
            return _letter(count)
        case "upperLetter" if count > 0:
            return _letter(count).upper()
        case "lowerRoman" if 0 < count <= HIGHEST_ROMAN:
            return _roman(count)
        case "upperRoman" if 0 < count <= HIGHEST_ROMAN:
            return _roman(count).upper()
        case "decimalZero":
            return f"{count:02}"
        case _:
            return str(count)


def _letter(count: int) -> str:
    """Word writes aa after z."""
    return chr(ord("a") + (count - 1) % LETTERS) * ((count - 1) // LETTERS + 1)


def _roman(count: int) -> str:
    text = ""
    for value, sign in ROMAN:
        text += sign * (count // value)
        count %= value
    return text
