"""Rows to an Innkalling: what `helsebot import` reads out of a notice of meeting."""

import re
from collections.abc import Sequence

from bot.documents.hendelser import find_hendelser
from bot.documents.innkalling_deler import Blokk
from bot.documents.innkalling_inndeling import Inndeling, divide
from bot.documents.innkalling_rader import prepare
from bot.documents.ordforraad import Ordforraad, load
from bot.documents.rows import Row
from bot.documents.saksfremlegg import read_saksfremlegg
from bot.documents.saksliste_form import is_column_heading
from bot.documents.saksliste_linjer import Lest
from bot.domain import saksnummer
from bot.domain.innkalling import Agendapunkt, Agendatype, Innkalling
from bot.domain.kontroll import Papir, check_innkalling
from bot.domain.reading import Reading

_UNDERSKRIFT = 4
_HILSEN = 30


def read(rows: list[Row]) -> Reading:
    """The innkalling that the rows hold, what to check in it, and the lines that could not be placed.

    A field that the paper does not give is None or empty; nothing is guessed.
    """
    words = load()
    parts = divide(prepare(rows, words), words)
    hode, lest = parts.hode, parts.lest
    innkalling = Innkalling(
        utvalg=hode.utvalg,
        moetested=hode.moetested,
        arkivsak=hode.arkivsak,
        dato=hode.dato,
        start=hode.start,
        slutt=hode.slutt,
        agenda=_agenda(lest, parts.blokker, parts.aar),
        saksfremlegg=[
            read_saksfremlegg(parts.rows, blokk, words, parts.aar)
            for blokk in parts.blokker
            if blokk.har_papir
        ],
    )
    loose = [row for index, row in enumerate(parts.rows[: parts.end]) if index not in lest.brukt]
    innkalling.hendelser = find_hendelser(innkalling, loose, words)
    papir = Papir(tomt_arkivsak="arkivsak" in hode.tomme and hode.arkivsak is None, moetedato=hode.datofunn)
    return Reading(
        innkalling=innkalling,
        merknader=check_innkalling(innkalling, papir),
        ikke_tolket=_not_placed(parts, innkalling, words),
    )


def _agenda(lest: Lest, blokker: Sequence[Blokk], aar: int | None) -> list[Agendapunkt]:
    """The saksliste. In a paper without one the saker themselves are it."""
    listed = [item.saksnr for item in lest.punkter if item.saksnr]
    shared = any(saksnummer.same(nr, blokk.saksnr, aar) for nr in listed for blokk in blokker)
    if shared or not blokker or (lest.punkter and not listed):
        return lest.punkter
    return lest.punkter + [Agendapunkt(Agendatype.SAK, blokk.tittel, blokk.saksnr) for blokk in blokker]


def _not_placed(parts: Inndeling, innkalling: Innkalling, words: Ordforraad) -> list[str]:
    rows = parts.rows[: parts.end]
    used = parts.hode.brukt | parts.lest.brukt | {parts.begin - 1} | _signature(rows, words)
    found = [hendelse.hva for hendelse in innkalling.hendelser]
    return [
        row.text
        for index, row in enumerate(rows)
        if index not in used
        and row.text
        and not _is_known_line(row, words)
        and not row.text.rstrip(".").endswith(tuple(found))
    ]


def _signature(rows: Sequence[Row], words: Ordforraad) -> set[int]:
    """«Hei alle», and «Med hilsen» with the name under it."""
    found: set[int] = set()
    for index, row in enumerate(rows):
        if words.starts_with("agenda", "hilsen", row.text):
            found |= {index, *range(index + 1, min(index + _UNDERSKRIFT, len(rows)))}
        elif re.match(r"hei\b", row.text, re.IGNORECASE) and len(row.text) < _HILSEN:
            found.add(index)
    return found


def _is_known_line(row: Row, words: Ordforraad) -> bool:
    """Headings and column headings that carry no fact of their own."""
    known = words.meanings("overskrift", row.text) or is_column_heading(row, words)
    cells = [cell for cell in row.cells if cell.strip()]
    return bool(known) or all(words.meaning("kolonne", cell) for cell in cells)
