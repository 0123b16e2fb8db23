"""Where a line wants a møte moved to: «flytt ASU fra 15. mai til 22. mai kl. 10, i Fjordsalen»."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.language.tid import Kind, Tid, find
from bot.turn import Period

_DAG = timedelta(days=1)
_FRA = re.compile(r"(?:^|\s)(?:fra|frå)(?:\s+den)?\s*$", re.IGNORECASE)
_TIL = re.compile(r"(?:^|\s)(?:til|over på|heller|heller på|i stedet)(?:\s+(?:den|på))?\s*$", re.IGNORECASE)
_KLOKKA = re.compile(
    r"[,\s]*(?:\b(?:kl|klokk[ae]n?)\b\.?.*|(?:\bfra\s+)?\b\d{1,2}([.:]\d\d)?\s*(?:–|-|til)\s*\d.*)$",
    re.IGNORECASE,
)
_MELLOM = re.compile(r"\s+til\s+(?:den\s+)?", re.IGNORECASE)
_BARE_UKEDAG = re.compile(
    r"(?:på\s+)?(?:m[aå]ndag|tirsdag|tysdag|onsdag|torsdag|fredag|lørdag|laurdag|søndag|sundag)(?:en)?",
    re.IGNORECASE,
)
_TALL = {"en": 1, "ei": 1, "ein": 1, "én": 1, "et": 1, "eit": 1, "ett": 1, "to": 2, "tre": 3, "fire": 4}
_SKYV = re.compile(
    r"\b(\d{1,2}|"
    + "|".join(_TALL)
    + r")\s+(dag|uke|veke|time|halvtime|kvarter|minutt|min)(?:er|ar|r|a)?\b",
    re.IGNORECASE,
)
_ENHET = {
    "dag": timedelta(days=1),
    "uke": timedelta(weeks=1),
    "veke": timedelta(weeks=1),
    "time": timedelta(hours=1),
    "halvtime": timedelta(minutes=30),
    "kvarter": timedelta(minutes=15),
    "minutt": timedelta(minutes=1),
    "min": timedelta(minutes=1),
}
_BAKVENDT = re.compile(
    r"\bkl\w*\.?\s*(\d{1,2})(?:[.:](\d\d))?\s*(?:–|-|til)\s*(\d{1,2})(?:[.:](\d\d))?(?!\d)", re.IGNORECASE
)
"""No time by itself: it ends before it begins."""
_TIDLIGERE = re.compile(r"\b(?:framskynd\w*|fremskynd\w*|tidlig\w*|tidleg\w*|før)\b", re.IGNORECASE)
_TVETYDIG = re.compile(r"\b(?:fram|frem)\b", re.IGNORECASE)
_NAVNGITT_STED = re.compile(
    r"\b(?:sted|stad|møtested|møtestad|rom|møterom|lokale)(?:et|en|a)?\b\s*"
    r"(?:for\s+(?:møtet?|\0+)\s*)?(?:til|:|er|blir)?\s*",
    re.IGNORECASE,
)
_STED = re.compile(r"(?:^|\s)(?:til|i|på|over på|ved)\s+(?=[A-ZÆØÅ]|teams\b)")
_I_STEDET = re.compile(r"\b(?:i\s+(?:stedet|staden)\s+for|heller enn|framfor)\b.*$", re.IGNORECASE)
"""What stands behind it is what it is now."""
_ENDER_STED = re.compile(
    r"\s*(?:[,.;!?]|\b(?:for|og)\s*$"
    r"|\b(?:heller|i stedet|i staden|for møte\w*|fra|frå|fordi|da|då|takk)\b).*$",
    re.IGNORECASE,
)
_TEAMS = re.compile(r"\bteams\b", re.IGNORECASE)


@dataclass(frozen=True)
class Oensket:
    """What the line says. `fra`: the day of the møte that is meant; `uviss`: a day that may be that one
    or the new one. `ukedag`: `dag` was named by its weekday alone. `omtrent`: a new time that is no
    single day. `skyv`: by how much (later is more); `fram`: by how much, but not which way.
    """

    fra: date | None = None
    dag: date | None = None
    uviss: date | None = None
    omtrent: Period | None = None
    start: time | None = None
    slutt: time | None = None
    sted: str | None = None
    skyv: timedelta | None = None
    fram: timedelta | None = None
    ukedag: bool = False


@dataclass(frozen=True)
class _Del:
    """One time of the line: its days, its clock."""

    period: Period | None
    start: time | None
    slutt: time | None
    fra: bool
    til: bool
    ukedag: bool = False


def les_flytting(linje: str, at: datetime, navn: Sequence[str] = ()) -> Oensket:
    """`navn` are the names of the bodies that the line names: no part of a place."""
    linje = _I_STEDET.sub("", linje)
    tider = find(linje, at, past=False)
    deler = [d for tid in tider for d in _deler(linje, tid, at)]
    sted = _sted(linje, tider, navn)
    fra, dag, uviss = _dagene([d for d in deler if d.period], annet=_annet(deler, sted))
    klokka = next((d for d in reversed(deler) if d.start), None)
    ny = dag.period if dag else None
    start, slutt = (klokka.start, klokka.slutt) if klokka else _bakvendt(linje)
    skyv = None if dag else _skyv(_uten(linje, tider, navn))
    return Oensket(
        fra=fra.period.fra if fra and fra.period else None,
        dag=ny.fra if ny and _en_dag(ny) else None,
        uviss=uviss.period.fra if uviss and uviss.period else None,
        omtrent=ny if ny and not _en_dag(ny) else None,
        start=start,
        slutt=slutt,
        sted=sted,
        skyv=skyv.hvor_mye if skyv and not skyv.tvetydig else None,
        fram=skyv.hvor_mye if skyv and skyv.tvetydig else None,
        ukedag=dag is not None and dag.ukedag,
    )


def _dagene(dager: list[_Del], *, annet: bool) -> tuple[_Del | None, _Del | None, _Del | None]:
    """The old day, the new one, and one that may be either. `annet`: something else is new."""
    fra = next((d for d in dager if d.fra), None)
    andre = [d for d in dager if d is not fra]
    til = next((d for d in andre if d.til), None)
    rest = [d for d in andre if d is not til]
    if til is None and (fra or len(rest) > 1) and rest:
        til = rest.pop()
    if fra is None and (til or annet) and rest:
        fra = rest.pop(0)
    return fra, til, rest[0] if rest and til is None and fra is None else None


def _annet(deler: Sequence[_Del], sted: str | None) -> bool:
    return sted is not None or any(d.start and not d.period for d in deler)


def _deler(linje: str, tid: Tid, at: datetime) -> list[_Del]:
    """«Torsdag til fredag» is two days, «fra kl. 12 til kl. 13» a new start."""
    skrevet, foran = linje[tid.start : tid.slutt], linje[: tid.start]
    ender = _MELLOM.split(skrevet, maxsplit=1)
    if tid.kind is Kind.INTERVAL and not tid.clock_range and len(ender) == 2:
        nye = [
            d for ny in find(f"til {ender[1]}", at, past=False) for d in _deler(f"til {ender[1]}", ny, at)
        ]
        gammel = Period(tid.fra.date(), tid.fra.date() + _DAG) if tid.fra else None
        return [_Del(gammel, None, None, fra=True, til=False), *nye]
    return [_del(tid, skrevet, foran, at)]


def _del(tid: Tid, skrevet: str, foran: str, at: datetime) -> _Del:
    fra = skrevet.lower().startswith(("fra ", "frå ")) or bool(_FRA.search(foran))
    til = bool(_TIL.search(foran))
    period = _period(tid, skrevet, at)
    start, slutt = _klokka(tid)
    if tid.clock_range and fra and period is None:
        start, slutt = slutt, None
    ukedag = bool(_BARE_UKEDAG.fullmatch(_uten_til(_KLOKKA.sub("", skrevet))))
    return _Del(period, start, slutt, fra=fra and period is not None, til=til, ukedag=ukedag)


def _uten_til(skrevet: str) -> str:
    return re.sub(r"^til\s+", "", skrevet.strip(" ,"), flags=re.IGNORECASE)


def _period(tid: Tid, skrevet: str, at: datetime) -> Period | None:
    """The days of a time; None of a mere clock."""
    if not _har_klokka(tid):
        return Period(tid.fra.date() if tid.fra else None, tid.til.date() if tid.til else None)
    uten = _KLOKKA.sub("", skrevet).strip(" ,")
    dager = [t for t in find(uten, at, past=False) if not _har_klokka(t)] if uten else []
    return Period(tid.fra.date(), tid.fra.date() + _DAG) if dager and tid.fra else None


def _har_klokka(tid: Tid) -> bool:
    return tid.clock_range or (tid.kind is Kind.POINT and tid.grain in ("hour", "minute"))


def _klokka(tid: Tid) -> tuple[time | None, time | None]:
    if not _har_klokka(tid) or tid.fra is None:
        return None, None
    return tid.fra.time(), tid.til.time() if tid.clock_range and tid.til else None


def _en_dag(period: Period) -> bool:
    return period.fra is not None and period.til == period.fra + _DAG


def _uten(linje: str, tider: Sequence[Tid], navn: Sequence[str]) -> str:
    """The line where times and bodies are blank."""
    for tid in tider:
        linje = linje[: tid.start] + "\0" * (tid.slutt - tid.start) + linje[tid.slutt :]
    for ett in sorted(navn, key=len, reverse=True):
        linje = re.sub(
            rf"\b{re.escape(ett)}\b", lambda funn: "\0" * len(funn[0]), linje, flags=re.IGNORECASE
        )
    return linje


def _sted(linje: str, tider: Sequence[Tid], navn: Sequence[str]) -> str | None:
    uten = _uten(linje, tider, navn)
    funn = [*_NAVNGITT_STED.finditer(uten), *reversed(list(_STED.finditer(uten)))]
    for start in funn:
        sted = _ENDER_STED.sub("", uten[start.end() :].partition("\0")[0]).strip(' .,:«»"')
        if sted:
            return "Teams" if _TEAMS.fullmatch(sted) else sted
    return None


def _bakvendt(linje: str) -> tuple[time | None, time | None]:
    funn = _BAKVENDT.search(linje)
    if funn is None:
        return None, None
    fra, til = (int(funn[1]), int(funn[2] or 0)), (int(funn[3]), int(funn[4] or 0))
    if any(t > 23 or m > 59 for t, m in (fra, til)):
        return None, None
    return time(*fra), time(*til)


@dataclass(frozen=True)
class _Skyv:
    """`tvetydig`: nobody can tell which way («en uke fram»)."""

    hvor_mye: timedelta
    tvetydig: bool


def _skyv(linje: str) -> _Skyv | None:
    funn = _SKYV.search(linje)
    if funn is None:
        return None
    antall = int(funn[1]) if funn[1].isdecimal() else _TALL[funn[1].lower()]
    lengde = antall * _ENHET[funn[2].lower()]
    tidligere = bool(_TIDLIGERE.search(linje))
    return _Skyv(-lengde if tidligere else lengde, bool(_TVETYDIG.search(linje)) and not tidligere)
