"""An innkalling divided: its heading, its saksliste, and which rows are which saksfremlegg."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bot.documents import navn
from bot.documents.hode import Hode, read_hode
from bot.documents.hode_felt import find_felt, label_line
from bot.documents.innkalling_blokker import find_blokker, title_starts
from bot.documents.innkalling_deler import Blokk, find_saksliste, sak_starts, without_old_protokoll
from bot.documents.ordforraad import Ordforraad
from bot.documents.rows import Row, RowKind
from bot.documents.saksliste import read_saksliste
from bot.documents.saksliste_klokke import clock_in_front
from bot.documents.saksliste_kolonner import is_header
from bot.documents.saksliste_linjer import Lest
from bot.domain import datoer


@dataclass(frozen=True)
class Inndeling:
    """`rows` without what is not this møte's. The saksliste is read from rows[begin:end]; `aar` is the
    møte's year where it is known.
    """

    rows: list[Row]
    hode: Hode
    aar: int | None
    begin: int
    end: int
    lest: Lest
    blokker: list[Blokk]


def divide(rows: list[Row], words: Ordforraad) -> Inndeling:
    """Finds the parts of a paper; `rows` are prepared."""
    top = find_saksliste(rows, words)
    hode, begin = _hode(rows, top, words)
    aar = _year(hode, rows, words)
    rows = without_old_protokoll(rows, begin, words, aar)
    known = _known_names(rows, words)
    blokker = find_blokker(rows, begin, words, aar)
    lest, end = _saksliste(rows, begin, blokker, words, aar, known)
    if not blokker:
        titled = title_starts(rows, max(lest.brukt, default=begin) + 1, lest.punkter, aar)
        blokker = find_blokker(rows, begin, words, aar, titled) if titled else []
    if blokker and blokker[0].start != end:
        lest, end = _saksliste(rows, begin, blokker, words, aar, known)
    return Inndeling(rows, hode, aar, begin, end, lest, blokker)


def _saksliste(
    rows: Sequence[Row],
    begin: int,
    blokker: Sequence[Blokk],
    words: Ordforraad,
    aar: int | None,
    known: set[str],
) -> tuple[Lest, int]:
    """The saksliste between its heading and the first saksfremlegg, and where it ends."""
    end = blokker[0].start if blokker else len(rows)
    return read_saksliste(list(enumerate(rows))[begin:end], words, aar, known), end


def _hode(rows: Sequence[Row], top: int | None, words: Ordforraad) -> tuple[Hode, int]:
    """The heading, and the first row of the saksliste.

    A paper that is itself titled «Agenda» has its date and place under that title. Where the
    date has no year, the year is taken from the rest of the paper.
    """
    first = _first_item(rows, top, words)
    end = first if top is None else top + 1
    hode = read_hode(rows[:end], words)
    if hode.datofunn is None and first > end:
        end = first
        hode = read_hode(rows[:end], words)
    if hode.dato is None and (aar := _year(hode, rows, words)):
        hode = read_hode(rows[:end], words, aar)
    return hode, end


def _first_item(rows: Sequence[Row], top: int | None, words: Ordforraad) -> int:
    """The first row under the heading «Saksliste» that begins an item; without a heading the first
    table that is a saksliste, else the first line that begins a sak.
    """
    aar = next((dato.year for row in rows if (dato := datoer.read(row.text))), None)
    starts = {start.rad for start in sak_starts(rows, words, aar)}
    timed = [
        i for i, row in enumerate(rows) if clock_in_front(row.text) and not label_line(row.text, words)
    ]
    numbered = [index for index, row in enumerate(rows) if row.marker in ("1.", "1)", "(1)")]
    if len(timed) > 1 or top is not None:
        starts |= set(timed)
    for index in range(0 if top is None else top + 1, len(rows)):
        row = rows[index]
        listed = row.kind is RowKind.TABLE and (top is not None or is_header(row, words))
        if listed or index in starts or index in numbered or (top is not None and row.marker is not None):
            return index
    return len(rows) if top is None else top + 1


def _year(hode: Hode, rows: Sequence[Row], words: Ordforraad) -> int | None:
    """The møte's year: its date's, else the day the paper was sent, else that of the other dates where
    the weekday bears it out, else that of most saksnumre.
    """
    if dato := hode.dato or hode.sendt:
        return dato.year
    years = Counter(funn.dato.year for row in rows for funn in datoer.find(row.text) if funn.dato)
    for aar, _ in years.most_common():
        if hode.datofunn and hode.datofunn.falls_in(aar):
            return aar
    numbered = Counter(start.nummer.aar for start in sak_starts(rows, words, None) if start.nummer.aar)
    return numbered.most_common(1)[0][0] if numbered else None


def _known_names(rows: Sequence[Row], words: Ordforraad) -> set[str]:
    """People named by labels anywhere in the paper."""
    named = ("saksansvarlig", "saksbehandler")
    felt = [one for one in find_felt(rows, words, "fremleggfelt") if one.mening in named]
    return {name for one in felt for name in navn.split_names(one.verdi) if navn.is_name(name)}
