"""Which rows are which saksfremlegg."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.documents.hode_felt import find_felt, label_line
from bot.documents.innkalling_arkiv import labels_above, title_below, treatments_below
from bot.documents.innkalling_deler import (
    Blokk,
    Sakstart,
    is_heading,
    near_heading,
    numbers_in_tables,
    sak_starts,
)
from bot.documents.ordforraad import Ordforraad, normalise
from bot.documents.rows import Row, RowKind
from bot.domain import saksnummer
from bot.domain.innkalling import Agendapunkt
from bot.domain.saksnummer import Saksnummer

_LETE = 15
_LISTE = 2
_STERKE_FELT = ("saksansvarlig", "saksbehandler")


def title_starts(
    rows: Sequence[Row], begin: int, agenda: Sequence[Agendapunkt], aar: int | None
) -> list[Sakstart]:
    """Rows from `begin` on that repeat the title of a sak, where the paper of each sak opens with it."""
    starts = []
    for item in agenda:
        number = saksnummer.parse(item.saksnr or "", aar)
        for index in range(begin, len(rows)):
            row = rows[index]
            opens = row.kind is RowKind.TEXT and not row.marker and (row.heading or row.blank_before)
            if number and opens and normalise(row.text) == normalise(item.tittel):
                starts.append(Sakstart(number, item.tittel, index))
                break
    return starts


def find_blokker(
    rows: Sequence[Row],
    begin: int,
    words: Ordforraad,
    aar: int | None,
    titled: Sequence[Sakstart] = (),
) -> list[Blokk]:
    """The saksfremlegg from row `begin` on, in the paper's order.

    A sak begins one where «Saksfremlegg» stands above it, where proposals, sections or a
    saksbehandler stand under it, or where its number has come before. Among such saker one
    with its title alone («Sak 5/24 Eventuelt») is kept as a Blokk without papir. `titled` are
    further starts (see `title_starts`).
    """
    starts = [start for start in _all_starts(rows, words, aar) if start.rad >= begin]
    starts = sorted([*starts, *titled], key=lambda start: start.rad)
    found: list[_Funn] = []
    seen: defaultdict[tuple[int, int | None], list[str]] = defaultdict(list)
    for number in numbers_in_tables(rows[begin : starts[0].rad] if starts else (), aar):
        seen[(number.nummer, number.under)].append(number.skrevet)
    taken = {start.rad for start in starts}
    firsts = [_first_row(rows, start, taken, words) for start in starts]
    for position, start in enumerate(starts):
        end = firsts[position + 1][0] if position + 1 < len(starts) else len(rows)
        if found and saksnummer.same(found[-1].start.nummer.skrevet, start.nummer.skrevet, aar):
            continue
        place = (start.nummer.nummer, start.nummer.under)
        again = any(saksnummer.same(start.nummer.skrevet, other, aar) for other in seen[place])
        seen[place].append(start.nummer.skrevet)
        if funn := _look_at(rows, start, firsts[position], end, again, words):
            found.append(funn)
        elif found and not again and start.nummer.nummer == found[-1].start.nummer.nummer + 1:
            found.append(_Funn(start, start.rad, False))
    ends = [*[funn.first for funn in found[1:]], len(rows)][: len(found)]
    return [_blokk(rows, funn, end, words) for funn, end in zip(found, ends, strict=True)]


@dataclass(frozen=True)
class _Funn:
    """A sak that begins a Blokk; `first` is the row of «Saksfremlegg» above it, if there is one, or of
    the `foran` labels in front of that.
    """

    start: Sakstart
    first: int
    har_papir: bool = True
    foran: int = 0


def _first_row(rows: Sequence[Row], start: Sakstart, taken: set[int], words: Ordforraad) -> tuple[int, int]:
    """Where the paper of that sak begins, and how many labels stand in front of its heading."""
    above = near_heading(rows, start.rad, words)
    heading = above if above is not None else start.rad
    if not is_heading(rows[heading], words, "fremlegg"):
        return start.rad, 0
    labels = labels_above(rows, heading, taken, words)
    return heading - labels, labels


def _look_at(
    rows: Sequence[Row], start: Sakstart, first: tuple[int, int], end: int, again: bool, words: Ordforraad
) -> _Funn | None:
    if first[0] < start.rad:
        return _Funn(start, first[0], foran=first[1])
    fresh = again and (end - start.rad > _LISTE or rows[start.rad].heading)
    return _Funn(start, start.rad) if fresh or has_body(rows, start.rad + 1, end, words) else None


def has_body(rows: Sequence[Row], begin: int, end: int, words: Ordforraad) -> bool:
    """Whether the rows hold what only a saksfremlegg holds."""
    for row in rows[begin:end]:
        if row.kind is not RowKind.TEXT:
            continue
        if is_heading(row, words, "fremlegg"):
            return False
        meanings = words.meanings("overskrift", row.text.split(":")[0])
        if "forslag" in meanings or "utredning" in meanings:
            return True
        if any(mening in _STERKE_FELT for mening, _, _ in label_line(row.text, words, "fremleggfelt")):
            return True
    return False


def _all_starts(rows: Sequence[Row], words: Ordforraad, aar: int | None) -> list[Sakstart]:
    """Lines that begin a sak, and headings «Saksframlegg» whose number stands in a label or table."""
    starts = sak_starts(rows, words, aar)
    taken = {start.rad for start in starts}
    for index, row in enumerate(rows):
        near = any(index < rad <= index + 3 for rad in taken)
        if is_heading(row, words, "fremlegg") and not near:
            start = _start_by_label(rows, index, words, aar) or _start_by_treatment(rows, index, words, aar)
            if start:
                starts.append(start)
    return sorted(starts, key=lambda start: start.rad)


def _start_by_label(rows: Sequence[Row], index: int, words: Ordforraad, aar: int | None) -> Sakstart | None:
    for felt in find_felt(rows[index + 1 : index + _LETE], words, "fremleggfelt"):
        number = saksnummer.parse(felt.verdi, aar) if felt.mening == "saksnr" else None
        if number:
            return _start_at(rows, index, number, words)
    return None


def _start_by_treatment(
    rows: Sequence[Row], index: int, words: Ordforraad, aar: int | None
) -> Sakstart | None:
    found = treatments_below(rows, index, aar)
    return _start_at(rows, index, found[0].nummer, words) if found else None


def _start_at(rows: Sequence[Row], index: int, number: Saksnummer, words: Ordforraad) -> Sakstart:
    title = title_below(rows, index, words)
    return Sakstart(number, rows[title].text if title is not None else "", index, title)


def _blokk(rows: Sequence[Row], funn: _Funn, end: int, words: Ordforraad) -> Blokk:
    start = funn.start
    blokk = Blokk(
        start.nummer.skrevet,
        start.tittel,
        funn.first,
        start.rad + 1,
        end,
        funn.har_papir,
        funn.foran,
        start.tittelrad,
    )
    while not start.tittelrad and blokk.innhold < end and _title_goes_on(rows, blokk, words):
        blokk = replace(
            blokk, tittel=f"{blokk.tittel} {rows[blokk.innhold].text}".strip(), innhold=blokk.innhold + 1
        )
    return blokk


def _title_goes_on(rows: Sequence[Row], blokk: Blokk, words: Ordforraad) -> bool:
    """The title may be broken over lines, or stand on the line under the number."""
    row, above = rows[blokk.innhold], rows[blokk.innhold - 1]
    if row.kind is not RowKind.TEXT or row.marker or label_line(row.text, words, "fremleggfelt"):
        return False
    if words.meanings("overskrift", row.text.split(":")[0]) or words.meaning("fremleggfelt", row.text):
        return False
    if not blokk.tittel:
        return above.text.strip().rstrip(".:") != "" and len(row.text) < 150
    return row.continues or (above.heading and row.heading and not row.blank_before)
