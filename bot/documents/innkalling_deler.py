"""Where the parts of an innkalling are: heading, saksliste, and the rows of each saksfremlegg."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.documents.hode_felt import label_line
from bot.documents.innkalling_arkiv import is_treatment_head
from bot.documents.ordforraad import Ordforraad, normalise
from bot.documents.rows import Row, RowKind
from bot.documents.saksliste_form import begins_with_clocks, number_in_front
from bot.domain import datoer, saksnummer
from bot.domain.saksnummer import Saksnummer

_LISTEORD = re.compile(
    r"\b(?:saker|saksliste|sakliste|sakene|sakane|agenda|dagsorden|sakskart)\b", re.IGNORECASE
)
_UFERDIG = re.compile(r"(?:[,–—(«-]|\b(?:sak|og|i|på|av|for|til|med|om|jf\.?|jfr\.?|se))$", re.IGNORECASE)
_NAER = 3
_KORT = 80
_FREMLEGG_TIL = re.compile(r"^saksfr[ea]mlegg\s+(?:(?:til|for|i)\s+)?(?=sak)", re.IGNORECASE)
_PREFIKS = re.compile(r"[A-ZÆØÅ]{2}")


@dataclass(frozen=True)
class Blokk:
    """The rows of one saksfremlegg: `start` is its first row, `innhold` the first behind the title.

    `har_papir` is False for a sak that stands among the others with its title alone. So many rows from
    `start` on as `foran` says are labels in front of the heading; `tittelrad` is where the title
    stands, if it does below `innhold`.
    """

    saksnr: str
    tittel: str
    start: int
    innhold: int
    slutt: int
    har_papir: bool = True
    foran: int = 0
    tittelrad: int | None = None


@dataclass(frozen=True)
class Sakstart:
    """A line that begins a sak: its number, its title where one follows, and the row; `tittelrad` is the
    row of a title that stands further down.
    """

    nummer: Saksnummer
    tittel: str
    rad: int
    tittelrad: int | None = None


def find_saksliste(rows: Sequence[Row], words: Ordforraad) -> int | None:
    """The row of the heading «Saksliste», «Desse sakene ligg føre:», «… Saker:»; None without one."""
    for index, row in enumerate(rows):
        if row.kind is RowKind.TEXT and not row.marker and _is_list_heading(row.text, words):
            return index
    return None


def sak_starts(rows: Sequence[Row], words: Ordforraad, aar: int | None) -> list[Sakstart]:
    """The text lines that begin a sak, in the saksliste or further down: «Sak 2/11 – …», «PS 1/19 …».

    A number inside a sentence that happens to begin a line is none.
    """
    starts = []
    timed = begins_with_clocks(rows, aar)
    for index, row in enumerate(rows):
        plain = row.kind is RowKind.TEXT and not row.marker
        found = _leading(rows, index, aar, timed) if plain else None
        if found and _begins_something(rows, index, found[1]):
            starts.append(Sakstart(found[0], _title_of(found[1], words), index))
    return starts


def without_old_protokoll(rows: Sequence[Row], begin: int, words: Ordforraad, aar: int | None) -> list[Row]:
    """The rows without last meeting's protokoll, where one lies among the papers from row `begin` on.

    It ends at the next sak that is one of this møte's.
    """
    first = next((i for i in range(begin, len(rows)) if _is_protokoll_title(rows[i], words)), None)
    if first is None:
        return list(rows)
    numbers = [number.skrevet for number in numbers_in_tables(rows[begin:first], aar)]
    numbers += [start.nummer.skrevet for start in sak_starts(rows[begin:first], words, aar)]
    own = (
        start.rad
        for start in sak_starts(rows, words, aar)
        if start.rad > first and any(saksnummer.same(start.nummer.skrevet, nr, aar) for nr in numbers)
    )
    return [*rows[:first], *rows[next(own, len(rows)) :]]


def numbers_in_tables(rows: Sequence[Row], aar: int | None) -> list[Saksnummer]:
    """The saksnumre of a saksliste that is a table."""
    cells = [" ".join(cell.split()) for row in rows if row.kind is RowKind.TABLE for cell in row.cells]
    numbers = [found[0] for cell in cells if (found := saksnummer.leading(cell, aar))]
    return [number for number in numbers if number.aar]


def _is_protokoll_title(row: Row, words: Ordforraad) -> bool:
    if row.kind is not RowKind.TEXT or row.marker or not (row.blank_before or row.heading):
        return False
    if normalise(row.text) in words.words("doktype", "referat"):
        return True
    title = row.heading or row.text.isupper()
    opening = words.starts_with("doktype", "referat", row.text)
    return title and opening is not None and len(row.text) < _KORT and bool(datoer.find(row.text))


def _leading(
    rows: Sequence[Row], index: int, aar: int | None, timed: bool
) -> tuple[Saksnummer, str] | None:
    """The number a line begins with, with «PS» from the line above where that stands alone."""
    row = rows[index]
    found = number_in_front(replace(row, cells=(_FREMLEGG_TIL.sub("", row.text),)), aar, timed)
    above = rows[index - 1].text if index else ""
    if found and found[0].prefiks is None and _PREFIKS.fullmatch(above):
        with_prefix = saksnummer.parse(f"{above} {found[0].skrevet}", aar)
        return (with_prefix, found[1]) if with_prefix else found
    return found


def is_heading(row: Row, words: Ordforraad, mening: str) -> bool:
    """Whether the row is a heading of that meaning, alone on its line."""
    return row.kind is RowKind.TEXT and not row.marker and mening in words.meanings("overskrift", row.text)


def near_heading(rows: Sequence[Row], index: int, words: Ordforraad) -> int | None:
    """The row of a heading «Saksfremlegg» just above, with at most short lines between; else None."""
    for above in range(index - 1, max(-1, index - 1 - _NAER), -1):
        row = rows[above]
        if is_heading(row, words, "fremlegg"):
            # «Saksutredning» and the like are also sections, so they must stand right above.
            section = "seksjon" in words.meanings("overskrift", row.text)
            return above if above == index - 1 or not section else None
        if len(row.text) > _KORT:
            return None
    return None


def _is_list_heading(text: str, words: Ordforraad) -> bool:
    if "saksliste" in words.meanings("overskrift", text):
        return True
    last = re.split(r"(?<=[.!?])\s+", text.strip())[-1]
    return last.endswith(":") and len(last) < 100 and _LISTEORD.search(last) is not None


def _begins_something(rows: Sequence[Row], index: int, title: str) -> bool:
    row = rows[index]
    if row.continues or (title and not re.match(r"[A-ZÆØÅ0-9«\"“(]|og \d", title)):
        return False
    above = rows[index - 1] if index else None
    if above is not None and is_treatment_head(above):
        return False
    if above is None or row.heading or row.blank_before or above.kind is RowKind.TABLE:
        return True
    return _UFERDIG.search(above.text) is None


def _title_of(rest: str, words: Ordforraad) -> str:
    """The title behind the number: «Tema: …» and «Tittel: …» lose their label; other labels give none."""
    labels = label_line(rest, words, "fremleggfelt")
    if not labels:
        return rest.strip()
    return next((value for mening, _, value in labels if mening == "tittel"), "")
