"""The clock times and case numbers that begin the rows of a saksliste."""

import re
from collections.abc import Sequence

CLOCK = r"(?:[Kk]l\.?\s*)?\d{1,2}[.:]\d{2}"
TIME = re.compile(rf"(?P<start>{CLOCK})(?P<more>\s*(?P<dash>[-–—]?)\s*(?P<end>{CLOCK})?)\s*$")
BARE_RANGE = re.compile(r"\d{4}\s*[-–—]\s*\d{4}$")
CASE = re.compile(
    r"(?:[Ss]ak(?:\s?nr\.?:?)?\s*)?(?:[A-ZÆØÅ]{1,4}[ -]?)?\d{1,4}\s?[/-]\s?\d{1,4}(?:[./]\d{1,2})?$"
)
NUMBER = re.compile(r"(?:[Ss]ak\s)?\d{1,3}[.):]?$|[a-zA-Z][.)]$")
DATE = re.compile(r"\d{1,2}\.\d{1,2}\.(?:\d{2}|\d{4})?$")
UNFINISHED = re.compile(r"(?:[-–—,/&+]|\bog)$")
BREAK = re.compile(r"(?:pause|lunsj|lunch|middag|kaffe|beinstrekk|servering|pust i bakken)\b", re.I)
KEYS = (TIME, BARE_RANGE, CASE, NUMBER, DATE)


def is_key(text: str) -> bool:
    """«13.00-», «0900 – 0930», «PS 1/19», «1.» and «17.04.24» are keys; «Pause» is not."""
    return any(key.match(text.strip()) for key in KEYS)


def is_break(text: str) -> bool:
    """«Pause 10 min» is a row of its own though it has neither time nor number in a column."""
    return bool(BREAK.match(text))


def starts_in(lines: Sequence[tuple[int, dict[int, str]]], column: int) -> set[int]:
    """The numbers of the lines whose text in the column begins a row."""
    texts = [(number, cells[column].strip(), len(cells) == 1) for number, cells in lines if column in cells]
    found: set[int] = set()
    above: str | None = None
    for place, (number, text, alone) in enumerate(texts):
        below = texts[place + 1][1] if place + 1 < len(texts) else ""
        if above is not None and carries_on(above, text, below, alone=alone):
            above = f"{above} {text}"
            continue
        if is_key(text) or (found and text[:1].isupper()):
            found.add(number)
        above = text
    return found


def carries_on(above: str, text: str, below: str, *, alone: bool) -> bool:
    """The text ends what stands above it in its column: the end of a time, or the rest of a list.

    `below` is what stands under it, and `alone` says that the line has no other text.
    """
    if UNFINISHED.search(above):
        return True
    if not is_key(text):
        return not text[:1].isupper()
    if not _is_open(above) or not _is_open(text):
        return False
    return alone or _clock(below) == _clock(text)


def _is_open(text: str) -> bool:
    """A clock time with no end."""
    found = TIME.match(text)
    return bool(found and not found["end"])


def _clock(text: str) -> str | None:
    found = TIME.match(text)
    return found["start"] if found else None
