"""The heading of an innkalling or a referat: which body, where, when, and who runs it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, time

from bot.documents import klokke, navn
from bot.documents.hode_felt import Felt, find_felt
from bot.documents.hode_organ import body_of_line
from bot.documents.ordforraad import Ordforraad
from bot.documents.rows import Row, RowKind
from bot.domain import datoer
from bot.domain.datoer import Datofunn

_STED_BAK = re.compile(r"^[\s,;:–-]*(?:(?P<ord>på|i|ved|hos)\s+)?(?P<sted>[^\s].*)$")
_HOLDES = re.compile(
    r"\bmøtet?\s+(?:(?:vert|blir|skal|er|finner|finn)\s+)?"
    r"(?:holdes|holdt|haldast|halde|halden|avholdes|avhalde|avholdt|lagt til|sted|stad|finner sted|er)\s+"
    r"(?:på|i|ved|hos)\s+(?P<sted>\S.*)",
    re.IGNORECASE,
)
_SETNING = re.compile(r"(?<=[.!?])\s+(?=[A-ZÆØÅ])")


_Linje = tuple[tuple[int, ...], Row]


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
        hode.moetested = _place(match["sted"])
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
    hode: Hode, rows: Sequence[Row], felt: Iterable[Felt], words: Ordforraad, aar: int | None
) -> None:
    """What no label gave is taken from headings and sentences."""
    labelled = {index for one in felt for index in one.rader}
    lines = _whole_lines(rows, labelled)
    for index, row in lines:
        if hode.utvalg is None and (body := body_of_line(row, words)):
            hode.utvalg = body
            hode.brukt.update(index)
    if hode.dato is None:
        _when_from_lines(hode, lines, aar)
    if hode.start is None:
        _clock_from_lines(hode, lines)
    if hode.moetested is None:
        _place_from_lines(hode, lines)


def _whole_lines(rows: Sequence[Row], labelled: set[int]) -> list[_Linje]:
    """The text rows without labels; a wrapped line is joined to the one above."""
    lines: list[_Linje] = []
    for index, row in enumerate(rows):
        if index in labelled or row.kind is not RowKind.TEXT:
            continue
        if lines and index - 1 == lines[-1][0][-1] and row.continues:
            above = lines[-1][1]
            lines[-1] = ((*lines[-1][0], index), replace(above, cells=(f"{above.text} {row.text}",)))
        else:
            lines.append(((index,), row))
    return lines


def _when_from_lines(hode: Hode, lines: Sequence[_Linje], aar: int | None) -> None:
    for index, row in lines:
        for sentence in _SETNING.split(row.text):
            if any(funn.finnes for funn in datoer.find(sentence, aar)) and not _is_deadline(sentence):
                _take_when(hode, sentence, aar)
                hode.brukt.update(index)
                return


def _clock_from_lines(hode: Hode, lines: Sequence[_Linje]) -> None:
    for index, row in lines:
        tid = next(iter(klokke.find(row.text)), None)
        if tid and not _is_deadline(row.text):
            hode.start, hode.slutt = tid.start, tid.slutt or hode.slutt
            hode.brukt.update(index)
            return


def _place_from_lines(hode: Hode, lines: Sequence[_Linje]) -> None:
    for index, row in lines:
        if match := _HOLDES.search(row.text):
            hode.moetested = _place(match["sted"])
            hode.brukt.update(index)
            return


def _is_deadline(text: str) -> bool:
    return re.search(r"\b(?:frist\w*|senest|seinast|innan|innen|sendt|forfall)\b", text.lower()) is not None


def _place(text: str) -> str:
    """The place of a sentence: up to its full stop."""
    return re.split(r"[.!?](?:\s|$)", text, maxsplit=1)[0].strip(" ,;")
