"""Which rows are which saksfremlegg."""

from collections.abc import Sequence
from dataclasses import replace

from bot.documents.hode_felt import find_felt, label_line
from bot.documents.innkalling_deler import (
    Blokk,
    Sakstart,
    is_heading,
    near_heading,
    sak_starts,
)
from bot.documents.ordforraad import Ordforraad
from bot.documents.rows import Row, RowKind
from bot.domain import saksnummer

_LETE = 15
_STERKE_FELT = ("saksansvarlig", "saksbehandler")


def find_blokker(rows: Sequence[Row], begin: int, words: Ordforraad, aar: int | None) -> list[Blokk]:
    """The saksfremlegg from row `begin` on, in the paper's order.

    A sak begins one where «Saksfremlegg» stands above it, where proposals, sections or a
    saksbehandler stand under it, or where its number has come before.
    """
    starts = [start for start in _all_starts(rows, words, aar) if start.rad >= begin]
    found: list[tuple[Sakstart, int]] = []
    seen: list[str] = []
    for position, start in enumerate(starts):
        end = starts[position + 1].rad if position + 1 < len(starts) else len(rows)
        above = near_heading(rows, start.rad, words)
        again = any(saksnummer.same(start.nummer.skrevet, other, aar) for other in seen)
        seen.append(start.nummer.skrevet)
        if found and saksnummer.same(found[-1][0].nummer.skrevet, start.nummer.skrevet, aar):
            continue
        if above is not None or again or has_body(rows, start.rad + 1, end, words):
            found.append((start, above if above is not None else start.rad))
    ends = [*[first for _, first in found[1:]], len(rows)][: len(found)]
    return [_blokk(rows, start, first, end, words) for (start, first), end in zip(found, ends, strict=True)]


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
            start = _start_by_label(rows, index, words, aar)
            if start:
                starts.append(start)
    return sorted(starts, key=lambda start: start.rad)


def _start_by_label(rows: Sequence[Row], index: int, words: Ordforraad, aar: int | None) -> Sakstart | None:
    for felt in find_felt(rows[index + 1 : index + _LETE], words, "fremleggfelt"):
        number = saksnummer.parse(felt.verdi, aar) if felt.mening == "saksnr" else None
        if number:
            title = (
                rows[index + 1].text if not label_line(rows[index + 1].text, words, "fremleggfelt") else ""
            )
            return Sakstart(number, title, index)
    return None


def _blokk(rows: Sequence[Row], start: Sakstart, first: int, end: int, words: Ordforraad) -> Blokk:
    title, content = start.tittel, start.rad + 1
    if is_heading(rows[start.rad], words, "fremlegg"):
        content += bool(title)
    blokk = Blokk(start.nummer.skrevet, title, first, content, end)
    while blokk.innhold < end and _title_goes_on(rows, blokk, words):
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
