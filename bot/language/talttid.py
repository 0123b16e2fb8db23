"""Times that were spoken, as they are written: «tolv tjue» is «12.20», «tjue ni mai» «29. mai»."""

import re
from collections.abc import Callable, Sequence

from bot.language.tall import number
from bot.language.tidsord import MONTHS

_ORD = re.compile(r"[^\W_]+")
_FORAN = frozenset({"kl", "klokka", "klokken", "klokkå"})
_ARTIKLER = frozenset({"en", "én", "ein", "éin", "ei", "et"})
_IKKE_BAK = frozenset({"over", "på", "min", "minutt", "minutter", "prosent", "kroner", "stykker"})
_TIMER, _MINUTTER, _TI, _DAGER = 24, 60, 10, 31
_Les = Callable[[Sequence[str], int], tuple[str, int] | None]


def med_klokker(tekst: str) -> str:
    """The line with an hour and minutes in words written as a clock. Only for a line where numbers are
    times of the day: «siri kom tolv tjue».
    """
    return _byttet(tekst, _klokke)


def med_dager(tekst: str) -> str:
    """The line with a day in words before a month written as a date."""
    return _byttet(tekst, _dag)


def _byttet(tekst: str, les: _Les) -> str:
    steder = list(_ORD.finditer(tekst))
    ord_ = [sted[0].lower() for sted in steder]
    ut, fra, at = "", 0, 0
    while at < len(ord_):
        funnet = les(ord_, at) if _naer(tekst, steder, at) else None
        if funnet is not None:
            skrevet, slutt = funnet
            ut += tekst[fra : steder[at].start()] + skrevet
            fra = steder[slutt - 1].end()
        at = funnet[1] if funnet is not None else at + 1
    return ut + tekst[fra:]


def _naer(tekst: str, steder: Sequence[re.Match[str]], at: int) -> bool:
    """Whether the next word follows with nothing but a blank between."""
    return at + 1 < len(steder) and tekst[steder[at].end() : steder[at + 1].start()].isspace()


def _klokke(ord_: Sequence[str], at: int) -> tuple[str, int] | None:
    time = number(ord_, at)
    etter_ordet = at > 0 and ord_[at - 1] in _FORAN
    if time is None or time[0] >= _TIMER or ord_[at] in _ARTIKLER:
        return None
    fra = time[1]
    if etter_ordet and ord_[fra : fra + 1] == ["og"]:
        fra += 1
    minutter = _minutter(ord_, fra)
    if minutter is None or (ord_[at].isdecimal() and not etter_ordet):
        return None
    if ord_[minutter[1] : minutter[1] + 1] and ord_[minutter[1]] in _IKKE_BAK:
        return None
    return f"{time[0]:02d}.{minutter[0]:02d}", minutter[1]


def _minutter(ord_: Sequence[str], at: int) -> tuple[int, int] | None:
    if ord_[at : at + 2] == ["null", "null"]:
        return 0, at + 2
    if ord_[at : at + 1] == ["null"]:
        en = number(ord_, at + 1)
        return en if en and en[0] < _TI else None
    funnet = number(ord_, at)
    if funnet is None or not _TI <= funnet[0] < _MINUTTER:
        return None
    return funnet


def _dag(ord_: Sequence[str], at: int) -> tuple[str, int] | None:
    """«tjue ni mai», «tretti en mai», «fem mai»: a number alone, no ordinal, which is read as it is."""
    dag = number(ord_, at)
    if dag is None or ord_[at].isdecimal() or ord_[at] in _ARTIKLER or not 1 <= dag[0] <= _DAGER:
        return None
    if ord_[dag[1] : dag[1] + 1] and ord_[dag[1]] in MONTHS:
        return f"{dag[0]}.", dag[1]
    return None
