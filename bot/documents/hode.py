"""The heading of an innkalling or a referat: which body, where, when, and who runs it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, time

from bot.documents import klokke, navn
from bot.documents.hode_felt import Felt, find_felt
from bot.documents.hode_linjer import (
    Linje,
    find_body,
    find_clock,
    find_date,
    find_place,
    place,
    whole_lines,
)
from bot.documents.hode_organ import body_of_line, is_unnamed
from bot.documents.ordforraad import Ordforraad
from bot.documents.rows import Row
from bot.domain import datoer
from bot.domain.datoer import Datofunn

_STED_BAK = re.compile(r"^[\s,;:–-]*(?:(?P<ord>på|i|ved|hos)\s+)?(?P<sted>[^\s].*)$")


@dataclass
class Hode:
    """What the heading says; None where it does not. `tomme` are the meanings of labels with no value,
    `brukt` the indices (within the rows given) that were understood.
    """

    utvalg: str | None = None
    moetested: str | None = None
    arkivsak: str | None = None
    dato: date | None = None
    start: time | None = None
    slutt: time | None = None
    moeteleder: str | None = None
    referenter: list[str] = field(default_factory=list)
    datofunn: Datofunn | None = None
    sendt: date | None = None
    tomme: set[str] = field(default_factory=set)
    brukt: set[int] = field(default_factory=set)


def read_hode(rows: Sequence[Row], words: Ordforraad, aar: int | None = None) -> Hode:
    """Reads the rows in front of the saksliste (or of the first sak).

    `aar` is the year of dates written without one, where it is known from elsewhere.
    """
    hode = Hode()
    felt = find_felt(rows, words)
    for one in felt:
        _take(hode, one, words, aar)
    _fill_from_lines(hode, rows, felt, words, aar)
    return hode


def _take(hode: Hode, felt: Felt, words: Ordforraad, aar: int | None) -> None:
    hode.brukt.update(felt.rader)
    if not felt.verdi:
        hode.tomme.add(felt.mening)
        return
    if words.meaning("felt", felt.merke) == "annet":
        if felt.merke.lower() in words.words("felt", "sendt"):
            hode.sendt = datoer.read(felt.verdi)
        return
    readers = {
        "dato": _take_when,
        "tid": _take_when,
        "tid_og_sted": _take_when_and_where,
        "slutt": _take_end,
    }
    if felt.mening in readers:
        readers[felt.mening](hode, felt.verdi, aar)
    else:
        _take_text(hode, felt)


def _take_text(hode: Hode, felt: Felt) -> None:
    if felt.mening == "utvalg":
        hode.utvalg = hode.utvalg or felt.verdi.rstrip(" .")
    elif felt.mening == "moetested":
        hode.moetested = hode.moetested or felt.verdi
    elif felt.mening == "arkivsak":
        hode.arkivsak = hode.arkivsak or felt.verdi
    elif felt.mening == "moeteleder":
        hode.moeteleder = hode.moeteleder or next(iter(navn.split_names(felt.verdi)), None)
    elif felt.mening == "referent":
        hode.referenter = hode.referenter or navn.split_names(felt.verdi)


def _take_when(hode: Hode, text: str, aar: int | None) -> str:
    """Takes date and clock, and place where one follows them; gives back what is left of the text."""
    funn = next(iter(datoer.find(text, aar)), None)
    tid = klokke.read(text)
    if funn and hode.datofunn is None:
        hode.datofunn, hode.dato = funn, funn.dato
    if tid and hode.start is None:
        hode.start, hode.slutt = tid.start, tid.slutt or hode.slutt
    behind = max((span.til for span in (funn, tid) if span), default=0)
    rest = text[behind:]
    match = _STED_BAK.match(rest)
    alone = funn is not None and funn.fra == 0 and rest.startswith(",")
    if match and (match["ord"] or alone) and hode.moetested is None:
        hode.moetested = place(match["sted"])
    return rest


def _take_when_and_where(hode: Hode, text: str, aar: int | None) -> str:
    rest = _take_when(hode, text, aar)
    found = datoer.find(text, aar)
    if hode.moetested is None:
        before = text[: found[0].fra].strip(" ,.;–-") if found else ""
        behind = rest.strip(" ,.;:–-")
        hode.moetested = behind or before or None
    return ""


def _take_end(hode: Hode, text: str, _aar: int | None) -> str:
    tid = klokke.read(text)
    hode.slutt = hode.slutt or (tid.start if tid else klokke.clock(text))
    return ""


def _fill_from_lines(
    hode: Hode, rows: Sequence[Row], felt: Sequence[Felt], words: Ordforraad, aar: int | None
) -> None:
    """What no label gave is taken from titles and sentences, and the body last from «Til» and «Emne»."""
    lines = whole_lines(rows, {index for one in felt for index in one.rader})
    body = find_body(lines, words)
    if body is None or is_unnamed(body[0]):
        body = _body_of_labels(felt, words) or body
    if hode.utvalg is None and body:
        hode.utvalg = body[0]
        hode.brukt.update(body[1])
    _fill_date(hode, lines, felt, aar)
    if hode.start is None and (clock := find_clock(lines)):
        hode.start, hode.slutt = clock[0].start, clock[0].slutt or hode.slutt
        hode.brukt.update(clock[1])
    if hode.moetested is None and (sted := find_place(lines, words)):
        hode.moetested = sted[0]
        hode.brukt.update(sted[1])


def _fill_date(hode: Hode, lines: Sequence[Linje], felt: Sequence[Felt], aar: int | None) -> None:
    """A letter's own «Dato» beside «Deres ref.» yields to a sentence that dates the møte."""
    found = find_date(lines, aar)
    letter = any(one.merke.lower().startswith(("vår ref", "deres ref", "dykkar ref")) for one in felt)
    own = letter and any(one.merke.lower() == "dato" for one in felt)
    if found is None or (hode.dato is not None and not (own and found.om_moetet)):
        return
    if found.funn.dato != hode.dato:
        hode.datofunn = hode.dato = None
    _take_when(hode, found.setning, aar)
    hode.brukt.update(found.rader)


def _body_of_labels(felt: Sequence[Felt], words: Ordforraad) -> tuple[str, tuple[int, ...]] | None:
    for one in felt:
        if one.merke.lower() in ("til", "to", "emne", "subject", "tema"):
            body = body_of_line(Row((one.verdi,)), words)
            if body:
                return body, one.rader
    return None
