"""Rows to an Innkalling: what `helsebot import` reads out of a notice of meeting."""

import re
from collections import Counter
from collections.abc import Sequence

from bot.documents import navn
from bot.documents.hendelser import find_hendelser
from bot.documents.hode import Hode, read_hode
from bot.documents.hode_felt import find_felt, label_line
from bot.documents.innkalling_blokker import find_blokker, title_starts
from bot.documents.innkalling_deler import Blokk, find_end, find_saksliste, prepare, sak_starts
from bot.documents.ordforraad import Ordforraad, load
from bot.documents.rows import Row, RowKind
from bot.documents.saksfremlegg import read_saksfremlegg
from bot.documents.saksliste import read_saksliste
from bot.documents.saksliste_form import is_column_heading
from bot.documents.saksliste_klokke import clock_in_front
from bot.documents.saksliste_linjer import Lest
from bot.documents.saksliste_tabell import is_header
from bot.domain import datoer, saksnummer
from bot.domain.innkalling import Agendapunkt, Agendatype, Innkalling
from bot.domain.kontroll import Papir, check_innkalling
from bot.domain.reading import Reading

_UNDERSKRIFT = 4


def read(rows: list[Row]) -> Reading:
    """The innkalling that the rows hold, what to check in it, and the lines that could not be placed.

    A field that the paper does not give is None or empty; nothing is guessed.
    """
    words = load()
    rows = prepare(rows, words)
    top = find_saksliste(rows, words)
    hode, begin = _hode(rows, top, words)
    aar = _year(hode, rows, words)
    rows = rows[: find_end(rows, begin, words)]
    blokker = find_blokker(rows, begin, words, aar)
    end = blokker[0].start if blokker else len(rows)
    known = _known_names(rows, words)
    lest = read_saksliste(list(enumerate(rows))[begin:end], words, aar, known)
    titled = title_starts(rows, max(lest.brukt, default=begin) + 1, lest.punkter, aar)
    if titled and not blokker:
        blokker = find_blokker(rows, begin, words, aar, titled)
        end = blokker[0].start if blokker else end
        lest = read_saksliste(list(enumerate(rows))[begin:end], words, aar, known)
    innkalling = Innkalling(
        utvalg=hode.utvalg,
        moetested=hode.moetested,
        arkivsak=hode.arkivsak,
        dato=hode.dato,
        start=hode.start,
        slutt=hode.slutt,
        agenda=_agenda(lest, blokker, aar),
        saksfremlegg=[read_saksfremlegg(rows, blokk, words, aar) for blokk in blokker if blokk.har_papir],
    )
    loose = [row for index, row in enumerate(rows[:end]) if index not in lest.brukt]
    innkalling.hendelser = find_hendelser(innkalling, loose, words)
    papir = Papir(tomt_arkivsak="arkivsak" in hode.tomme and hode.arkivsak is None, moetedato=hode.datofunn)
    return Reading(
        innkalling=innkalling,
        merknader=check_innkalling(innkalling, papir),
        ikke_tolket=[
            line
            for line in _not_placed(rows, hode, begin, end, lest, words)
            if not any(line.rstrip(".").endswith(hendelse.hva) for hendelse in innkalling.hendelser)
        ],
    )


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
    starts = {start.rad for start in sak_starts(rows, words, None)}
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


def _agenda(lest: Lest, blokker: Sequence[Blokk], aar: int | None) -> list[Agendapunkt]:
    """The saksliste. In a paper without one the saker themselves are it."""
    listed = [item.saksnr for item in lest.punkter if item.saksnr]
    shared = any(saksnummer.same(nr, blokk.saksnr, aar) for nr in listed for blokk in blokker)
    if shared or not blokker:
        return lest.punkter
    own = [Agendapunkt(Agendatype.SAK, blokk.tittel, blokk.saksnr) for blokk in blokker]
    return lest.punkter + own if listed or not lest.punkter else lest.punkter


def _not_placed(
    rows: Sequence[Row], hode: Hode, begin: int, end: int, lest: Lest, words: Ordforraad
) -> list[str]:
    used = hode.brukt | set(lest.brukt) | {begin - 1} | _signature(rows[:end], words)
    return [
        row.text
        for index, row in enumerate(rows[:end])
        if index not in used and row.text and not _is_known_line(row, words)
    ]


def _signature(rows: Sequence[Row], words: Ordforraad) -> set[int]:
    """«Hei alle», and «Med hilsen» with the name under it."""
    found: set[int] = set()
    for index, row in enumerate(rows):
        if words.starts_with("agenda", "hilsen", row.text):
            found |= {index, *range(index + 1, min(index + _UNDERSKRIFT, len(rows)))}
        elif re.match(r"hei\b", row.text, re.IGNORECASE) and len(row.text) < 30:
            found.add(index)
    return found


def _is_known_line(row: Row, words: Ordforraad) -> bool:
    """Headings and column headings that carry no fact of their own."""
    known = words.meanings("overskrift", row.text) or is_column_heading(row, words)
    cells = [cell for cell in row.cells if cell.strip()]
    return bool(known) or all(words.meaning("kolonne", cell) for cell in cells)
