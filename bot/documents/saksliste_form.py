"""What kind of list a saksliste of lines is, and where it ends."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.documents.ordforraad import Ordforraad
from bot.documents.rows import Row
from bot.documents.saksliste_klokke import clock_in_front
from bot.domain import datoer, saksnummer
from bot.domain.saksnummer import Saksnummer

NUMMER = re.compile(r"\(?(\d{1,2})[.)]")
MINUTTER = re.compile(
    r"\(?(?:ca\.?\s*)?\d{1,3}(?:\s*(?:min(?:utt(?:er|ar)?)?\.?|[’'′]))?\)?", re.IGNORECASE
)
_SETNING = re.compile(r"[.!?]$")
_UNDERSKRIFT = re.compile(r"^[A-ZÆØÅ][\w-]*(?: [A-ZÆØÅ][\w-]*)?,?\s*(?:den\s+)?$")
_FORKLARING = re.compile(r"^[A-ZÆØÅ]\s*=\s*\w")
_KONTAKT = re.compile(r"\S@\S|\b(?:\d{3} \d{2} \d{3}|\d{2} \d{2} \d{2} \d{2})\b")
_PUNKTUM = re.compile(r"\d{1,2}\.\d{2}(?!\d)")
_LANG = 60


@dataclass(frozen=True)
class Listeform:
    """Seen over all its lines: which of them begin an item.

    `cellevis`: a table that was laid out cell by cell, so that clocks stand alone on their lines.
    """

    har_saksnr: bool
    har_tid: bool
    har_nummer: bool
    har_minutter: bool
    cellevis: bool
    siste: int
    """The last line that begins an item, -1 where none does."""
    minutter_foran: bool = False
    """Minutes stand in front of the title, as the column headings say."""
    folk_bak: bool = False
    """People stand behind the title, as the column headings say."""
    klokker: bool = False
    """See `begins_with_clocks`."""
    aar_foerst: bool | None = None
    """Where the year stands in the saksnumre; an archive number («2021/655») has it elsewhere."""


def look_over(rows: Sequence[Row], words: Ordforraad, aar: int | None) -> Listeform:
    clocks = [clock for row in rows if (clock := clock_in_front(row.text))]
    timed = begins_with_clocks(rows, aar)
    numbers = [found[0] for row in rows if (found := number_in_front(row, aar, timed))]
    form = Listeform(
        har_saksnr=bool(numbers),
        har_tid=len(clocks) > 1,
        har_nummer=sum(_is_numbered(row) for row in rows) > 1,
        har_minutter=sum(MINUTTER.fullmatch(row.text) is not None for row in rows) > 1,
        cellevis=sum(not clock.rest for clock in clocks) > 2,
        siste=-1,
        minutter_foran=any(_order(row, words, "minutter", "sak") for row in rows),
        folk_bak=any(_order(row, words, "sak", "ansvarlig") for row in rows),
        klokker=timed,
        aar_foerst=_year_first(numbers[0]) if numbers and numbers[0].aar else None,
    )
    last = max((at for at, row in enumerate(rows) if begins_item(form, row, aar)), default=-1)
    return replace(form, siste=last)


def begins_with_clocks(rows: Sequence[Row], aar: int | None) -> bool:
    """Whether lines begin with clocks that are no saksnumre: then «09.25» in 2025 is none either."""
    plain = [row for row in rows if clock_in_front(row.text) and not number_in_front(row, aar)]
    return len(plain) > 1


def _order(row: Row, words: Ordforraad, first: str, second: str) -> bool:
    """Whether the line holds the headings of those columns in that order: «Saksnr Min Sak Innleder»."""
    if not is_column_heading(row, words):
        return False
    kinds = [words.meaning("kolonne", part) for part in row.text.split()]
    return first in kinds and second in kinds[kinds.index(first) :]


def _is_numbered(row: Row) -> bool:
    return row.marker is not None and NUMMER.fullmatch(row.marker) is not None


def is_archive_number(form: Listeform, number: Saksnummer) -> bool:
    """Whether the number is written another way than the saksnumre of the list."""
    return form.aar_foerst is not None and number.aar is not None and _year_first(number) != form.aar_foerst


def _year_first(number: Saksnummer) -> bool:
    first, *_ = re.findall(r"\d+", number.skrevet)
    return int(first) != number.nummer


def number_in_front(row: Row, aar: int | None, timed: bool = False) -> tuple[Saksnummer, str] | None:
    """The saksnummer a line begins with, and the rest. A bulleted line needs the word «Sak»; where
    lines begin with clocks (`timed`) «09.25» is one.
    """
    if row.marker and not re.match(r"sak\b", row.text, re.IGNORECASE):
        return None
    if timed and _PUNKTUM.match(row.text) and clock_in_front(row.text):
        return None
    return saksnummer.leading(row.text, aar)


def begins_item(form: Listeform, row: Row, aar: int | None) -> bool:
    """Whether the line begins an item the way items of this list do."""
    if form.har_saksnr and number_in_front(row, aar, form.klokker):
        return True
    if form.har_tid and clock_in_front(row.text):
        return True
    return (
        _is_numbered(row)
        if form.har_nummer
        else row.marker is not None and not (form.har_saksnr or form.har_tid)
    )


def ends_list(form: Listeform, rows: Sequence[Row], at: int, words: Ordforraad, aar: int | None) -> bool:
    """Whether the line at `at` is behind the list: greetings, where to report forfall, date and
    signature, or prose with no more items after it. `rows` are all the lines of the list.
    """
    row = rows[at]
    if begins_item(form, row, aar):
        return False
    if words.starts_with("agenda", "slutt_paa_saksliste", row.text) or _FORKLARING.match(row.text):
        return True
    if _KONTAKT.search(row.text) and row.marker is None:
        return True
    if at <= form.siste or row.marker:
        return False
    found = datoer.find(row.text)
    if found and _UNDERSKRIFT.match(row.text[: found[0].fra]) and len(row.text) < _LANG:
        return True
    if form.cellevis and len(row.text) < _LANG:
        return False
    return row.blank_before or (len(row.text) > _LANG and _SETNING.search(row.text) is not None)


def is_column_heading(row: Row, words: Ordforraad) -> bool:
    """«Kl. Saksnr. Saker Ansvarlig Tid» on one line, or one of its words alone."""
    parts = row.text.split()
    if len(parts) == 1 or words.meaning("kolonne", row.text):
        item = {"pause", "avslutning", "uten_nummer"} & set(words.meanings("agenda", row.text))
        return words.meaning("kolonne", row.text) is not None and not item
    known = sum(words.meaning("kolonne", part) is not None for part in parts)
    return len(parts) <= 8 and known * 4 >= len(parts) * 3
