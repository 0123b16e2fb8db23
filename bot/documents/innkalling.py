"""Rows to an Innkalling: what `helsebot import` reads out of a notice of meeting."""

from collections import Counter
from collections.abc import Sequence

from bot.documents import navn
from bot.documents.hendelser import find_hendelser
from bot.documents.hode import Hode, read_hode
from bot.documents.hode_felt import find_felt
from bot.documents.innkalling_blokker import find_blokker
from bot.documents.innkalling_deler import Blokk, find_end, find_saksliste, prepare, sak_starts
from bot.documents.ordforraad import Ordforraad, load
from bot.documents.rows import Row
from bot.documents.saksfremlegg import read_saksfremlegg
from bot.documents.saksliste import read_saksliste
from bot.documents.saksliste_linjer import Lest, is_column_heading
from bot.domain import saksnummer
from bot.domain.innkalling import Agendapunkt, Agendatype, Innkalling
from bot.domain.kontroll import Papir, check_innkalling
from bot.domain.reading import Reading


def read(rows: list[Row]) -> Reading:
    """The innkalling that the rows hold, what to check in it, and the lines that could not be placed.

    A field that the paper does not give is None or empty; nothing is guessed.
    """
    words = load()
    rows = prepare(rows, words)
    top = find_saksliste(rows, words)
    hode = _hode(rows, top, words)
    aar = _year(hode, rows, words)
    begin = _begin_of_list(rows, top, words, aar)
    rows = rows[: find_end(rows, begin, words)]
    blokker = find_blokker(rows, begin, words, aar)
    end = blokker[0].start if blokker else len(rows)
    known = _known_names(rows, words)
    lest = read_saksliste(list(enumerate(rows))[begin:end], words, aar, known)
    innkalling = Innkalling(
        utvalg=hode.utvalg,
        moetested=hode.moetested,
        arkivsak=hode.arkivsak,
        dato=hode.dato,
        start=hode.start,
        slutt=hode.slutt,
        agenda=_agenda(lest, blokker, aar),
        saksfremlegg=[read_saksfremlegg(rows, blokk, words, aar) for blokk in blokker],
    )
    loose = [row for index, row in enumerate(rows[:end]) if index not in lest.brukt]
    innkalling.hendelser = find_hendelser(innkalling, loose, words)
    papir = Papir(tomt_arkivsak="arkivsak" in hode.tomme and hode.arkivsak is None, moetedato=hode.datofunn)
    return Reading(
        innkalling=innkalling,
        merknader=check_innkalling(innkalling, papir),
        ikke_tolket=_not_placed(rows, hode, begin, end, lest, words),
    )


def _hode(rows: Sequence[Row], top: int | None, words: Ordforraad) -> Hode:
    """The heading; where its date has no year, the year is taken from the rest of the paper."""
    end = len(rows) if top is None else top + 1
    hode = read_hode(rows[:end], words)
    if hode.dato is None and (aar := _year(hode, rows, words)):
        hode = read_hode(rows[:end], words, aar)
    return hode


def _year(hode: Hode, rows: Sequence[Row], words: Ordforraad) -> int | None:
    """The møte's year: its date's, else the day the paper was sent, else that of most saksnumre."""
    if hode.dato or hode.sendt:
        dato = hode.dato or hode.sendt
        return dato.year if dato else None
    years = Counter(start.nummer.aar for start in sak_starts(rows, words, None) if start.nummer.aar)
    return years.most_common(1)[0][0] if years else None


def _begin_of_list(rows: Sequence[Row], top: int | None, words: Ordforraad, aar: int | None) -> int:
    """The first row behind the heading «Saksliste»; without one, the first row of a saksliste."""
    if top is not None:
        return top + 1
    starts = sak_starts(rows, words, aar)
    return starts[0].rad if starts else 0


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
    used = hode.brukt | set(lest.brukt) | {begin - 1}
    return [
        row.text
        for index, row in enumerate(rows[:end])
        if index not in used and row.text and not _is_known_line(row, words)
    ]


def _is_known_line(row: Row, words: Ordforraad) -> bool:
    """Headings and column headings that carry no fact of their own."""
    known = words.meanings("overskrift", row.text) or is_column_heading(row, words)
    cells = [cell for cell in row.cells if cell.strip()]
    return bool(known) or all(words.meaning("kolonne", cell) for cell in cells)
