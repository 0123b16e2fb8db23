"""A row of a table that became one line: its title apart from the points, people and minutes behind it."""

import re
from collections.abc import Collection
from dataclasses import replace

from bot.documents import navn
from bot.documents.rows import Row
from bot.documents.saksliste_form import MINUTTER

_CELLE = re.compile(r"\s{3,}")
_PUNKT = re.compile(r"\s+[•▪]\s+")
_STORT = r"[A-ZÆØÅ][\w.'’-]*"
_NAVN_BAK = re.compile(
    rf"^(?P<foran>.*?\S)\s+(?P<navn>{_STORT}(?:\s{_STORT}){{1,3}})(?P<hale>,(?:\s.*)?)?(?:\s(?P<min>\d{{1,3}}))?$"
)
# What says itself that a person follows is read by others.
_INNLEDET = re.compile(r"(?:\([^)]*|\bv/|\bved|:|[–—-]|\bog|/)$", re.IGNORECASE)
_LENGDE = 70

Biter = list[tuple[str | None, str]]


def apart(row: Row, known: Collection[str], people_behind: bool) -> tuple[Row, Biter]:
    """The line with its title alone, and what stood behind it as (marker, text).

    Cells are parted by wide spaces. Where they are not, a name at the end is a person if it is among
    `known`, or if the column headings say that people stand there (`people_behind`).
    """
    *cells, last = _CELLE.split(row.cells[0].strip())
    behind: Biter = []
    while cells and (is_person_line(last) or MINUTTER.fullmatch(last)):
        behind.insert(0, (None, last))
        last = cells.pop()
    if not behind:
        last, behind = _name_behind(last, known, people_behind)
    title, *points = _PUNKT.split(last)
    if not behind and not points:
        return row, []
    return replace(row, cells=("   ".join([*cells, title]),)), [*(("•", one) for one in points), *behind]


def is_person_line(text: str) -> bool:
    """«Kari Li», «Kari Li, Nes kommune»."""
    first = re.split(r"[,/(]", text)[0].strip()
    return navn.is_name(first) and len(text) < _LENGDE


def _name_behind(text: str, known: Collection[str], people_behind: bool) -> tuple[str, Biter]:
    """The text without the person (and minutes) at its end; as it is where there is none for sure."""
    match = _NAVN_BAK.match(text)
    if match is None or is_person_line(text) or _INNLEDET.search(match["foran"]):
        return text, []
    if match["hale"] and ("," in match["hale"][1:] or ")" in match["hale"]):
        return text, []
    words = match["navn"].split()
    people_behind = people_behind and not match["foran"].split()[-1][0].isupper()
    for count in range(len(words), 1, -1):
        name = " ".join(words[-count:])
        sure = people_behind and count == len(words) == 2 and navn.is_name(name)
        if name in known or sure:
            before = " ".join([match["foran"], *words[:-count]])
            minutes: Biter = [(None, match["min"])] if match["min"] else []
            return before, [(None, name + (match["hale"] or "")), *minutes]
    return text, []
