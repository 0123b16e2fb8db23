"""Who is to do what, and by when: «Jonas avklarer med Fagråd 3 innen 29. april»."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from bot.domain.register import Register
from bot.language.ansvarlige import Ansvarlige, Navngitt
from bot.language.ord import composed
from bot.language.talttid import med_dager
from bot.language.tid import Kind, Tid, find

_DEADLINE = re.compile(
    r"(?:\b(?:frist(?:en)?(?:\s+(?:er|settes|sett|til))*|innen|innan|senest|seinast|i løpet av|i laupet av"
    r"|ferdig|klart?)"
    r"\s*(?:kolon|[:–-])?\s*(?:den\s+|til\s+|på\s+|i\s+)*|\b(?:leveres?|til|leverer|leverast|gjort|levert|sendt|sendes"
    r"|sendast|meldt|meldes|rapporteres|rapportert|legges fram|legges frem)\s+(?:den\s+)?|[,;(]\s*)$",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"[\s,;.(–-]*\b(?:med\s+|og\s+)?frist(?:en)?(?:\s+(?:er|settes til|sett til|til))?"
    r"\s*(?:kolon|[:–-])?\s*(?:den\s+)?$",
    re.IGNORECASE,
)
_NESTE = re.compile(
    r"\b(?:til|før|innen|innan|te)\s+(?:neste|næste|førstkommende)\s+(?:\w+-?)?møte\w?\b(?!\s+(?:i|med|for)\b)",
    re.IGNORECASE,
)
_MOVES = re.compile(r"\b(?:flytt|utset|utsatt|møte[tr]?\b)", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d{2}\b|\d{1,2}[./]\d{1,2}[./]\d{2}\b")
_RECENT = timedelta(days=31)
"""A day without a year that was this lately is taken for a slip, not for next year's."""


@dataclass(frozen=True)
class Oppfoelgingsfunn:
    """`hvem`: full names of members, else as written («Sekretariatet»); `kandidater`, by what was written,
    where several members fit. `hva` is the whole text without what stands behind «ansvarlig» and «frist».
    `frist` may have been. `passiv`: nobody is named. `taler`: the speaker is («jeg sender …»). `tvil`:
    both days where the weekday contradicts the date.
    """

    hvem: tuple[str, ...]
    hva: str
    frist: date | None = None
    passiv: bool = False
    taler: bool = False
    tvil: tuple[date, ...] = ()
    kandidater: dict[str, tuple[str, ...]] = field(default_factory=dict)


def les(tekst: str, register: Register, dag: date, organ_ids: Sequence[int] = ()) -> Oppfoelgingsfunn:
    """What an oppfølging says, said on that day. `organ_ids` are the bodies of the møte: of several
    members of the same first name theirs is meant.
    """
    tekst = med_dager(composed(tekst))
    rest, tid = _without_deadline(tekst, dag)
    rest, named = Ansvarlige(register, dag, organ_ids).i(rest)
    return Oppfoelgingsfunn(
        hvem=tuple(dict.fromkeys(n.navn for n in named.folk)),
        hva=rest,
        frist=_last_day(tid, tekst, dag) if tid else None,
        passiv=not named.folk and not named.taler,
        taler=named.taler,
        tvil=tid.strid if tid else (),
        kandidater=_several(named.folk),
    )


def frist_av(tekst: str, dag: date) -> date | None:
    """The frist that an oppfølging names, None where it names none."""
    tekst = med_dager(tekst)
    tid = _without_deadline(tekst, dag)[1]
    return _last_day(tid, tekst, dag) if tid else None


def frist_i(tekst: str, dag: date) -> date | None:
    """The day that a frist is, where the text says nothing else («10. desember», «utgangen av mai»)."""
    tekst = med_dager(tekst)
    found = find(tekst, datetime.combine(dag, time()), past=False)
    return _last_day(found[-1], tekst, dag) if found else None


def til_neste_moete(tekst: str) -> bool:
    """Whether the frist is the next møte («lager utkast til neste møte»)."""
    return _NESTE.search(tekst) is not None


def _several(folk: Sequence[Navngitt]) -> dict[str, tuple[str, ...]]:
    return {n.navn: n.kandidater for n in folk if len(n.kandidater) > 1}


def _without_deadline(tekst: str, dag: date) -> tuple[str, Tid | None]:
    """The text, without «frist: …» where it is said so, and the time that is the frist."""
    found = find(tekst, datetime.combine(dag, time()), past=False)
    for tid in reversed(found):
        label = _LABELLED.search(tekst[: tid.start])
        if label:
            left, right = tekst[: label.start()], tekst[tid.slutt :].lstrip(" .)")
            return f"{left.rstrip(' ,;–-')}{_joint(left, right)}{right}".strip(), tid
    return tekst, next((tid for tid in reversed(found) if _is_deadline(tid, tekst)), None)


def _joint(left: str, right: str) -> str:
    return ". " if left and right and right[0].isupper() else (" " if left and right else "")


def _is_deadline(tid: Tid, tekst: str) -> bool:
    before = tekst[: tid.start]
    if tid.kind is Kind.BEFORE:
        return True
    match = _DEADLINE.search(before)
    if not match:
        # «i løpet av mai» is read as one time.
        return tekst[tid.start : tid.slutt].lower().startswith(("i løpet", "innen", "innan", "senest"))
    loose = match[0].strip().lower() in ("til", "til den") or match[0].strip()[:1] in ("", ",", ";", "(")
    at_the_end = not tekst[tid.slutt :].strip(" .)")
    return not loose or (at_the_end and not _MOVES.search(before))


def _last_day(tid: Tid, tekst: str, dag: date) -> date | None:
    """The last day there is: «i løpet av mai» is the 31st. A day without a year that is long past is next
    year's.
    """
    end = tid.til or tid.fra
    if end is None:
        return None
    last = (end - timedelta(microseconds=1)).date() if tid.til else end.date()
    written = _YEAR.search(tekst[max(0, tid.start - 1) : tid.slutt + 1])
    if last >= dag - _RECENT or written or tid.strid:
        return last
    return last.replace(year=last.year + 1, day=min(last.day, 28) if last.month == 2 else last.day)
