"""Other dates that an innkalling speaks of: meetings, dialogmøter, deadlines and milestones to come.

A date that has been («presentert 01.03.24») is none, nor is the møte's own.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.documents import klokke
from bot.documents.hendelser_dato import Leser, place, read_date
from bot.documents.innkalling_avsnitt import paragraphs
from bot.documents.ordforraad import Ordforraad
from bot.documents.rows import Row
from bot.domain import datoer, setninger
from bot.domain.innkalling import (
    Hendelse,
    Hendelsesstatus,
    Hendelsestype,
    Innkalling,
    Saksfremlegg,
)

_PUNKT = re.compile(r"^(?:•|\d{1,2}[.)]|[a-z][.)])\s+")
_TABELLSKILLE = " | "
_MANGE = 20


@dataclass(frozen=True)
class _Linje:
    """A paragraph, the sak it stands under, and the leading line of the list it belongs to."""

    text: str
    saksnr: str | None
    innledning: str = ""


def find_hendelser(innkalling: Innkalling, loose: Sequence[Row], words: Ordforraad) -> list[Hendelse]:
    """The hendelser of the whole paper, in its order; `loose` are the rows outside the saksfremlegg."""
    reader = Leser(words, innkalling.dato)
    found: list[Hendelse] = []
    for line in _lines(innkalling, loose, words):
        for hendelse in _read_line(reader, line):
            if not any(_same(hendelse, other) for other in found):
                found.append(hendelse)
    return found


def _lines(innkalling: Innkalling, loose: Sequence[Row], words: Ordforraad) -> Iterator[_Linje]:
    for part in paragraphs(loose, words):
        yield _Linje(part.text, None)
    for fremlegg in innkalling.saksfremlegg:
        yield from _fremlegg_lines(fremlegg)
    for row in innkalling.agenda:
        for text in (row.tittel, *row.punkter):
            yield _Linje(text, row.saksnr)


def _fremlegg_lines(fremlegg: Saksfremlegg) -> Iterator[_Linje]:
    for forslag in fremlegg.forslag_til_vedtak:
        for text in (forslag.tekst, *(under.tekst for under in forslag.underpunkter)):
            yield _Linje(text, fremlegg.saksnr)
    for seksjon in fremlegg.seksjoner:
        leading = seksjon.overskrift
        for text in seksjon.tekst.split("\n"):
            item = _PUNKT.match(text) is not None or _TABELLSKILLE in text
            yield _Linje(_PUNKT.sub("", text), fremlegg.saksnr, leading if item else "")
            if text.rstrip().endswith(":") or not item:
                leading = text


def _read_line(reader: Leser, line: _Linje) -> Iterator[Hendelse]:
    if reader.has("dialogmoete", line.innledning):
        yield from _dialogmoete_item(reader, line)
        return
    for sentence in setninger.split(line.text):
        funn = datoer.find(sentence, reader.moetedato.year if reader.moetedato else None)
        if not funn and _is_unfixed_meeting(reader, sentence):
            yield _unfixed(reader, sentence, line.saksnr)
        for one in funn[:_MANGE]:
            if hendelse := read_date(reader, sentence, one, line.saksnr):
                yield hendelse


def _dialogmoete_item(reader: Leser, line: _Linje) -> Iterator[Hendelse]:
    """A line of a list of dialogmøter: a date with its place, a postponed one, or one without a date."""
    text = line.text.strip()
    funn = next(iter(datoer.find(text, reader.moetedato.year if reader.moetedato else None)), None)
    if reader.has("utsatt", text):
        status = Hendelsesstatus.UTSATT
    elif funn is None or reader.has("ikke_fastsatt", text):
        status = Hendelsesstatus.IKKE_FASTSATT
    else:
        status = Hendelsesstatus.PLANLAGT
    unsaid = funn is None and status is not Hendelsesstatus.UTSATT and not reader.has("ikke_fastsatt", text)
    if unsaid or reader.has("avlyst", text):
        return
    tid = next(iter(klokke.find(text)), None)
    behind = max(funn.til if funn else 0, tid.til if tid else 0)
    sted = place(text[behind:]) if status is Hendelsesstatus.PLANLAGT and funn else None
    yield Hendelse(
        Hendelsestype.DIALOGMOETE,
        hva=f"Dialogmøte: {sted}" if sted and funn and funn.fra == 0 else text.rstrip("."),
        dato=funn.dato if funn and status is not Hendelsesstatus.IKKE_FASTSATT else None,
        start=tid.start if tid else None,
        slutt=tid.slutt if tid else None,
        sted=sted,
        status=status,
        saksnr=line.saksnr,
    )


def _is_unfixed_meeting(reader: Leser, sentence: str) -> bool:
    return reader.has("dialogmoete", sentence) and reader.has("ikke_fastsatt", sentence)


def _unfixed(reader: Leser, sentence: str, saksnr: str | None) -> Hendelse:
    return Hendelse(
        Hendelsestype.DIALOGMOETE,
        sentence.strip(" ."),
        status=Hendelsesstatus.IKKE_FASTSATT,
        saksnr=saksnr,
    )


def _same(one: Hendelse, other: Hendelse) -> bool:
    return (
        one.type is other.type and one.dato == other.dato and (one.dato is not None or one.hva == other.hva)
    )
