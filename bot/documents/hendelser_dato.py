"""What a date in a sentence stands for: a meeting, a deadline, a milestone, or nothing to come."""

import re
from dataclasses import dataclass
from datetime import date

from bot.documents import klokke
from bot.documents.ordforraad import Ordforraad
from bot.domain.datoer import Datofunn
from bot.domain.innkalling import Hendelse, Hendelsesstatus, Hendelsestype

_LEDD = re.compile(r"(?:[,;]\s+(?:og\s+|samt\s+|herunder\s+)?(?:at\s+)?|\s+og\s+at\s+|\s+at\s+)")
_ORGAN = re.compile(
    r"\b(?:i\s+(?P<organ>(?:[A-ZÆØÅ][\w.-]*)(?:\s+(?:[A-ZÆØÅ][\w.-]*|for|samarbeidsutvalg|\d+))*)"
    r"|(?:for|til)\s+(?P<kort>[A-ZÆØÅ]{2,5}))\s*$"
)
_KOBLING = re.compile(r"\s+(?:den|er|blir|vert|holdes|haldast)$")
_FRIST = re.compile(r"\b\w*frist(?:en|a|er|ar)?\b", re.IGNORECASE)
_SVAR_FOER = re.compile(r"\b(?:svar|meld|send|lever|gi)\w*\b[^.]*\bfør\s*$", re.IGNORECASE)
_NESTE = re.compile(
    r"\bneste\s+(?:\S+[- ])?møtet?\b|\bneste\s+\S+-møte\b|\bmøt(?:e|es|est)\s+neste\s+gang\b", re.IGNORECASE
)
_TIL = re.compile(r"\btil\s+(?:den\s+)?$")
_STED = re.compile(r"^[\s,;:|–-]*(?:(?:i|på|ved|hos)\s+)?(?P<sted>.*?)[\s.|]*$")
_STED_BEGYNNER = re.compile(r"^\s*(?:[,|–-]|(?:i|på|ved|hos)\s)")
_KORT = 4
_LANG = 110
_FORAN = 25


@dataclass(frozen=True)
class Leser:
    """The vocabulary, and the day of the møte: what lies before it has been."""

    words: Ordforraad
    moetedato: date | None

    def has(self, mening: str, text: str) -> bool:
        return self.words.contains("hendelse", mening, text)


def read_date(reader: Leser, sentence: str, funn: Datofunn, saksnr: str | None) -> Hendelse | None:
    """The hendelse of a date in a sentence; None for the past, the møte itself, and what is not known."""
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
        sted=place(behind) if meeting and _STED_BEGYNNER.match(behind) else None,
        status=_status(reader, kind, sentence, funn, saksnr),
        saksnr=saksnr,
        organ=None if kind is Hendelsestype.DIALOGMOETE else _organ(sentence[: funn.fra]),
    )


def _hva(sentence: str, clause: str, meeting: bool) -> str:
    """The paper's own words: the clause, where it is too short with the sentence's first one."""
    if meeting or (len(clause.split()) <= _KORT and len(sentence) < _LANG):
        clause = sentence
    elif len(clause.split()) <= _KORT:
        clause = f"{_LEDD.split(sentence, maxsplit=1)[0].strip(' ,')} … {clause.strip()}"
    return clause.strip(" .,;")


def _kind(reader: Leser, sentence: str, clause: str, funn: Datofunn) -> Hendelsestype | None:
    before = sentence[: funn.fra]
    if reader.has("dialogmoete", clause):
        return Hendelsestype.DIALOGMOETE
    if _FRIST.search(clause) or reader.has("frist", before[-_FORAN:]) or _SVAR_FOER.search(before):
        return Hendelsestype.FRIST
    if reader.has("milepael", clause):
        return Hendelsestype.MILEPAEL
    if _NESTE.search(clause) or (reader.has("moete", clause) and reader.has("moeteord", clause)):
        return Hendelsestype.MOETE
    return Hendelsestype.MILEPAEL if _organ(before) and reader.moetedato else None


def _is_ahead(reader: Leser, funn: Datofunn, kind: Hendelsestype, saksnr: str | None) -> bool:
    """A deadline of the møte itself («meld forfall innen …») comes before it; all else after it."""
    if funn.dato is None or reader.moetedato is None:
        return funn.dato is not None
    if kind is Hendelsestype.FRIST and saksnr is None:
        return (reader.moetedato - funn.dato).days < 60
    return funn.dato > reader.moetedato


def _status(
    reader: Leser, kind: Hendelsestype, sentence: str, funn: Datofunn, saksnr: str | None
) -> Hendelsesstatus | None:
    """What stands in a sak that has not been treated is only proposed, unless it says it is decided.

    «Flyttet fra 23.05 til 30.05»: the first day is utsatt, the second planlagt.
    """
    if kind in (Hendelsestype.MOETE, Hendelsestype.DIALOGMOETE):
        new_day = _TIL.search(sentence[: funn.fra]) is not None
        postponed = reader.has("utsatt", sentence) and not new_day
        return Hendelsesstatus.UTSATT if postponed else Hendelsesstatus.PLANLAGT
    if reader.has("vedtatt", sentence) and not reader.has("foreslaatt", sentence):
        return Hendelsesstatus.VEDTATT
    return Hendelsesstatus.FORESLAATT if saksnr else None


def _clause(sentence: str, funn: Datofunn) -> str:
    """The part of the sentence that the date stands in."""
    start = max((m.end() for m in _LEDD.finditer(sentence) if m.end() <= funn.fra), default=0)
    end = min((m.start() for m in _LEDD.finditer(sentence) if m.start() >= funn.til), default=len(sentence))
    return sentence[start:end]


def _organ(before: str) -> str | None:
    """«… sluttbehandles i ASU» → ASU, «… legges frem for ASU» → ASU."""
    match = _ORGAN.search(_KOBLING.sub("", before.rstrip(" ,(")))
    return (match["organ"] or match["kort"]).strip() if match else None


def place(text: str) -> str | None:
    """The place at the beginning of what stands behind a date and its clock."""
    match = _STED.match(re.split(r"[.!?](?:\s|$)", text, maxsplit=1)[0])
    return match["sted"].strip(" ,;") or None if match else None
