"""Other dates that an innkalling speaks of: meetings, dialogmøter, deadlines and milestones to come.

A date that has been («presentert 01.03.24») is none, nor is the møte's own.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bot.documents import klokke
from bot.documents.innkalling_avsnitt import paragraphs
from bot.documents.ordforraad import Ordforraad
from bot.documents.rows import Row
from bot.domain import datoer, setninger
from bot.domain.datoer import Datofunn
from bot.domain.innkalling import (
    Hendelse,
    Hendelsesstatus,
    Hendelsestype,
    Innkalling,
    Saksfremlegg,
)

_LEDD = re.compile(r"(?:[,;]\s+(?:og\s+|samt\s+|herunder\s+)?(?:at\s+)?|\s+og\s+at\s+|\s+at\s+)")
_PUNKT = re.compile(r"^(?:•|\d{1,2}[.)]|[a-z][.)])\s+")
_ORGAN = re.compile(
    r"\bi\s+(?P<organ>(?:[A-ZÆØÅ][\w.-]*)(?:\s+(?:[A-ZÆØÅ][\w.-]*|for|samarbeidsutvalg|\d+))*)\s*$"
)
_STED = re.compile(r"^[\s,;:|–-]*(?:(?:i|på|ved|hos)\s+)?(?P<sted>.*?)[\s.|]*$")
_STED_BEGYNNER = re.compile(r"^\s*(?:[,|–-]|(?:i|på|ved|hos)\s)")
_TABELLSKILLE = " | "
_KORT = 4
_MANGE = 20
_LANG = 110


@dataclass(frozen=True)
class _Linje:
    """A paragraph, the sak it stands under, and the leading line of the list it belongs to."""

    text: str
    saksnr: str | None
    innledning: str = ""


@dataclass(frozen=True)
class _Leser:
    words: Ordforraad
    moetedato: date | None

    def has(self, mening: str, text: str) -> bool:
        return self.words.contains("hendelse", mening, text)


def find_hendelser(innkalling: Innkalling, loose: Sequence[Row], words: Ordforraad) -> list[Hendelse]:
    """The hendelser of the whole paper, in its order; `loose` are the rows outside the saksfremlegg."""
    reader = _Leser(words, innkalling.dato)
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


def _read_line(reader: _Leser, line: _Linje) -> Iterator[Hendelse]:
    if reader.has("dialogmoete", line.innledning):
        yield from _dialogmoete_item(reader, line)
        return
    for sentence in setninger.split(line.text):
        funn = datoer.find(sentence, reader.moetedato.year if reader.moetedato else None)
        if not funn and _is_unfixed_meeting(reader, sentence):
            yield _unfixed(reader, sentence, line.saksnr)
        for one in funn[:_MANGE]:
            if hendelse := _read_date(reader, sentence, one, line.saksnr):
                yield hendelse


def _dialogmoete_item(reader: _Leser, line: _Linje) -> Iterator[Hendelse]:
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
    place = _place(text[behind:]) if status is Hendelsesstatus.PLANLAGT and funn else None
    yield Hendelse(
        Hendelsestype.DIALOGMOETE,
        hva=f"Dialogmøte: {place}" if place and funn and funn.fra == 0 else text.rstrip("."),
        dato=funn.dato if funn and status is not Hendelsesstatus.IKKE_FASTSATT else None,
        start=tid.start if tid else None,
        slutt=tid.slutt if tid else None,
        sted=place,
        status=status,
        saksnr=line.saksnr,
    )


def _read_date(reader: _Leser, sentence: str, funn: Datofunn, saksnr: str | None) -> Hendelse | None:
    clause = _clause(sentence, funn)
    kind = _kind(reader, sentence, clause, funn)
    if kind is None or not _is_ahead(reader, funn, kind, saksnr) or reader.has("avlyst", sentence):
        return None
    tid = next((one for one in klokke.find(sentence) if one.fra >= funn.fra), None)
    meeting = kind in (Hendelsestype.MOETE, Hendelsestype.DIALOGMOETE)
    behind = sentence[max(funn.til, tid.til if tid else 0) :]
    return Hendelse(
        kind,
        hva=_hva(sentence, clause, meeting),
        dato=funn.dato,
        start=tid.start if tid else None,
        slutt=tid.slutt if tid else None,
        sted=_place(behind) if meeting and _STED_BEGYNNER.match(behind) else None,
        status=_status(reader, kind, sentence, saksnr),
        saksnr=saksnr,
        organ=_organ(sentence[: funn.fra]),
    )


def _hva(sentence: str, clause: str, meeting: bool) -> str:
    """The paper's own words: the clause, where it is too short with the sentence's first one."""
    if meeting or (len(clause.split()) <= _KORT and len(sentence) < _LANG):
        clause = sentence
    elif len(clause.split()) <= _KORT:
        clause = f"{_LEDD.split(sentence, maxsplit=1)[0].strip(' ,')} … {clause.strip()}"
    return clause.strip(" .,;")


def _kind(reader: _Leser, sentence: str, clause: str, funn: Datofunn) -> Hendelsestype | None:
    before = sentence[: funn.fra]
    if reader.has("dialogmoete", clause):
        return Hendelsestype.DIALOGMOETE
    if reader.has("fristord", clause) or reader.has("frist", before[-25:]):
        return Hendelsestype.FRIST
    if reader.has("milepael", clause):
        return Hendelsestype.MILEPAEL
    if reader.has("moete", clause) and reader.has("moeteord", clause):
        return Hendelsestype.MOETE
    return Hendelsestype.MILEPAEL if _organ(before) and reader.moetedato else None


def _is_ahead(reader: _Leser, funn: Datofunn, kind: Hendelsestype, saksnr: str | None) -> bool:
    """A deadline of the møte itself («meld forfall innen …») comes before it; all else after it."""
    if funn.dato is None or reader.moetedato is None:
        return funn.dato is not None
    if kind is Hendelsestype.FRIST and saksnr is None:
        return (reader.moetedato - funn.dato).days < 60
    return funn.dato > reader.moetedato


def _status(
    reader: _Leser, kind: Hendelsestype, sentence: str, saksnr: str | None
) -> Hendelsesstatus | None:
    """What stands in a sak that has not been treated is only proposed, unless it says it is decided."""
    if kind in (Hendelsestype.MOETE, Hendelsestype.DIALOGMOETE):
        return Hendelsesstatus.UTSATT if reader.has("utsatt", sentence) else Hendelsesstatus.PLANLAGT
    if reader.has("vedtatt", sentence) and not reader.has("foreslaatt", sentence):
        return Hendelsesstatus.VEDTATT
    return Hendelsesstatus.FORESLAATT if saksnr else None


def _is_unfixed_meeting(reader: _Leser, sentence: str) -> bool:
    return reader.has("dialogmoete", sentence) and reader.has("ikke_fastsatt", sentence)


def _unfixed(reader: _Leser, sentence: str, saksnr: str | None) -> Hendelse:
    return Hendelse(
        Hendelsestype.DIALOGMOETE,
        sentence.strip(" ."),
        status=Hendelsesstatus.IKKE_FASTSATT,
        saksnr=saksnr,
    )


def _clause(sentence: str, funn: Datofunn) -> str:
    """The part of the sentence that the date stands in."""
    start = max((m.end() for m in _LEDD.finditer(sentence) if m.end() <= funn.fra), default=0)
    end = min((m.start() for m in _LEDD.finditer(sentence) if m.start() >= funn.til), default=len(sentence))
    return sentence[start:end]


def _organ(before: str) -> str | None:
    """«… sluttbehandles i ASU» → ASU."""
    match = _ORGAN.search(
        before.rstrip(" ,(").removesuffix(" den").removesuffix(" er").removesuffix(" blir")
    )
    return match["organ"].strip() if match else None


def _place(text: str) -> str | None:
    match = _STED.match(re.split(r"[.!?](?:\s|$)", text, maxsplit=1)[0])
    return match["sted"].strip(" ,;") or None if match else None


def _same(one: Hendelse, other: Hendelse) -> bool:
    return (
        one.type is other.type and one.dato == other.dato and (one.dato is not None or one.hva == other.hva)
    )
