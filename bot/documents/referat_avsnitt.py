"""Rows to paragraphs: printed lines put together again, tables kept as tables."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from bot.documents.markers import split_marker
from bot.documents.rows import Row, RowKind

_WRAPPED = 55
_NARROW = 25
_OPEN_NAME = re.compile(r"\bv(?:/|ed)\s*[A-ZÆØÅ][\w.-]*$")
_OPEN_END = re.compile(
    r"(?:[,–—/(«-]|\b(?:og|i|på|av|for|til|med|om|ved|fra|frå|v/|den|det|en|et|ein|eit|som|å"
    r"|innen|innan|senest|seinast|før|frist|kl\.?|nr\.?|sak))$"
)
_FIRST_OF_PAIR = ("og ", "eller ", "til ", "samt ", "/", "–", "-")


@dataclass(frozen=True)
class Avsnitt:
    """One paragraph, list item or heading. `marker`, `indent`, `heading`, `blank` as in its first Row.
    `sak`: a table says that a sak begins here. `rader` are the rows it was put together from.
    """

    text: str
    marker: str | None = None
    indent: int = 0
    heading: bool = False
    blank: bool = False
    sak: bool = False
    rader: tuple[Row, ...] = ()


@dataclass(frozen=True)
class Tabell:
    rader: tuple[Row, ...]


@dataclass(frozen=True)
class Aksjon:
    """One line of an action list for the whole meeting, as written; `sak` is the number it points to."""

    hva: str
    ansvarlig: str | None = None
    frist: str | None = None
    sak: str | None = None


Element = Avsnitt | Tabell | Aksjon
Begins = Callable[[str], bool]


def elements(rows: Iterable[Row], is_sak: Begins, is_heading: Begins) -> list[Element]:
    """Paragraphs and tables from top to bottom.

    `is_sak` and `is_heading` tell the lines that begin something of their own, whatever their length.
    """
    out: list[Element] = []
    last: Row | None = None
    for row in rows:
        if row.kind is RowKind.TABLE:
            _add_table_row(out, row)
            last = None
        elif row.kind is RowKind.TEXT and row.text:
            _add_line(out, last, row, is_sak, is_heading)
            last = row
    return out


def cell_lines(cell: str, titled: bool = False) -> list[Avsnitt]:
    """The printed lines of a table cell as paragraphs.

    A line that was full to the cell's width, or cannot end where it does, takes the next one in.
    `titled`: the first paragraph is a title, which ends where the line is not surely broken.
    """
    out: list[Avsnitt] = []
    lines = [split_marker(line) for line in cell.split("\n")]
    width = max(len(text) for _, text in lines)
    last = ""
    for marker, line in lines:
        text = " ".join(line.split())
        broken = (
            marker is None
            and text
            and out
            and _broken(last, out[-1].text, text, width, titled and len(out) == 1)
        )
        if broken:
            out[-1] = replace(out[-1], text=join(out[-1].text, text))
        elif text:
            out.append(Avsnitt(text, marker, blank=True))
        last = text
    return out


def _broken(last: str, first: str, second: str, width: int, in_title: bool) -> bool:
    full = len(last) >= _NARROW and len(last) + 1 + len(second.split(" ")[0]) > width
    return _must_join(first, second) or (full and not in_title and not first.endswith((".", "!", "?", ":")))


def join(first: str, second: str) -> str:
    """Two printed lines as one text. A hyphen at the line's end stays: «Lill-» + «Merethe»."""
    hyphen = re.search(r"\w-$", first) and not second.startswith(_FIRST_OF_PAIR)
    return first + second if hyphen else f"{first} {second}"


def join_list_text(elements: Sequence[Element], is_heading: Begins) -> list[Element]:
    """Text between two bullets of one list belongs to the first of them, unless it is a heading."""
    out: list[Element] = []
    for index, element in enumerate(elements):
        below = elements[index + 1] if index + 1 < len(elements) else None
        above = out[-1] if out else None
        if (
            isinstance(above, Avsnitt)
            and isinstance(element, Avsnitt)
            and not is_heading(element.text)
            and _between_bullets(above, element, below)
        ):
            out[-1] = replace(above, text=join(above.text, element.text))
        else:
            out.append(element)
    return out


def _between_bullets(above: Avsnitt, text: Avsnitt, below: Element | None) -> bool:
    if not isinstance(below, Avsnitt):
        return False
    bullets = above.marker is not None and above.marker == below.marker and not above.marker[0].isalnum()
    plain = text.marker is None and not text.heading and not text.sak and not text.text.endswith(":")
    return bullets and plain and len(text.text) < 250 and above.blank == text.blank == below.blank


def _add_table_row(out: list[Element], row: Row) -> None:
    last = out[-1] if out else None
    if isinstance(last, Tabell) and last.rader[0].table == row.table:
        out[-1] = Tabell((*last.rader, row))
    else:
        out.append(Tabell((row,)))


def _add_line(out: list[Element], last: Row | None, row: Row, is_sak: Begins, is_heading: Begins) -> None:
    avsnitt = out[-1] if out else None
    if last and isinstance(avsnitt, Avsnitt) and _carries_on(avsnitt, last, row, is_sak, is_heading):
        out[-1] = replace(avsnitt, text=join(avsnitt.text, row.text), rader=(*avsnitt.rader, row))
    else:
        out.append(Avsnitt(row.text, row.marker, row.indent, row.heading, row.blank_before, rader=(row,)))


def _carries_on(avsnitt: Avsnitt, last: Row, row: Row, is_sak: Begins, is_heading: Begins) -> bool:
    if row.marker is not None:
        return False
    begins = is_sak(row.text) or is_heading(row.text)
    if begins and not (row.continues and _must_join(avsnitt.text, row.text)):
        return False
    if is_sak(_with_marker(last)) or is_sak(avsnitt.text):
        return _title_carries_on(avsnitt.text, last, row)
    if _is_bare(avsnitt.text) and is_heading(avsnitt.text):
        return False
    if row.heading != last.heading:
        return False
    return row.continues or (len(last.text) >= _WRAPPED and _must_join(avsnitt.text, row.text))


def _is_bare(line: str) -> bool:
    """A heading or label with nothing behind it."""
    return not line.partition(":")[2].strip()


def _title_carries_on(title: str, last: Row, row: Row) -> bool:
    if title.endswith((".", "!")):
        return False
    if last.heading and row.heading:
        return not row.blank_before
    if last.heading and not row.heading:
        return _OPEN_NAME.search(title) is not None and len(last.text) > _WRAPPED
    return (
        row.continues or row.heading or _must_join(title, row.text) or _OPEN_NAME.search(title) is not None
    )


def _must_join(first: str, second: str) -> bool:
    """Whether the second line cannot stand alone, or the first cannot end where it does."""
    if re.search(r"\b\d{1,2}\.$", first) and second[0].islower():
        return True
    if first.endswith((".", "!", "?", ":")):
        return False
    brackets = first.count("(") > first.count(")") or first.count("«") > first.count("»")
    return brackets or second[0].islower() or _OPEN_END.search(first) is not None


def _with_marker(row: Row) -> str:
    return f"{row.marker} {row.text}" if row.marker else row.text
