"""From the parts of a day or a period to the days themselves: which Tuesday, which year, which week."""

from datetime import date, timedelta

from bot.language.tid.kalender import Rom, later, midnight, months, one_day, real, week
from bot.language.tid.spes import Naa, Retning, Spes

_RECENT = timedelta(days=60)
_FINE = {
    "sekund": "second",
    "minutt": "minute",
    "kvarter": "minute",
    "halvtime": "minute",
    "time": "minute",
}


def day_of(spes: Spes, naa: Naa) -> Rom | None:
    """The day or days that the parts come to; None where there is no such day. Raises ValueError or
    OverflowError where a number is none of a day.
    """
    kinds = spes.kinds
    if "F" in kinds and spes.fast:
        return _fast(spes, naa)
    if spes.avstand:
        return _distance(spes, naa)
    if spes.day is not None:
        day = _day(spes, naa)
        return one_day(day) if day else None
    if "U" in kinds:
        return _week(spes, naa)
    if spes.rel_day is not None:
        return one_day(naa.at.date() + timedelta(days=spes.rel_day))
    if spes.weekday is not None:
        return one_day(_weekday(spes, naa))
    return _month_or_year(spes, naa)


def _fast(spes: Spes, naa: Naa) -> Rom | None:
    year = _year(spes, naa)
    if spes.fast is None:
        return None
    if year is None:
        return spes.fast(naa)
    return spes.fast(naa._replace(at=midnight(date(year, 1, 1)), retning=Retning.AHEAD))


def _distance(spes: Spes, naa: Naa) -> Rom | None:
    avstand = spes.avstand
    if avstand is None:
        return None
    base = naa.at
    if spes.weekday is not None:
        weeks = avstand.antall if avstand.unit == "uke" else avstand.antall / 7
        monday = week(later(base, int(weeks), "uke").date()).fra
        return one_day(monday.date() + timedelta(days=spes.weekday))
    if spes.rel_day is not None:
        return one_day(later(base + timedelta(days=spes.rel_day), avstand.antall, avstand.unit).date())
    moment = later(base, avstand.antall, avstand.unit)
    grain = _FINE.get(avstand.unit, "day")
    if grain != "day":
        return Rom(moment, moment + timedelta(minutes=1), grain)
    return Rom(moment.replace(minute=0, second=0, microsecond=0), one_day(moment.date()).til, grain)


def _year(spes: Spes, naa: Naa) -> int | None:
    if spes.year is not None:
        return spes.year
    return naa.at.year + spes.rel_year if spes.rel_year is not None else None


def _day(spes: Spes, naa: Naa) -> date | None:
    day = spes.day or 0
    year = _year(spes, naa)
    today = naa.at.date()
    if spes.rel_month is not None:
        return real(today.year, today.month + spes.rel_month, day)
    if spes.month is None:
        return _day_alone(spes, day, naa)
    if year is not None:
        return real(year, spes.month, day)
    return _without_year(spes, day, spes.month, naa)


def _day_alone(spes: Spes, day: int, naa: Naa) -> date | None:
    today = naa.at.date()
    ahead = range(13) if not naa.past else range(0, -13, -1)
    dates = [d for n in ahead if (d := real(today.year, today.month + n, day))]
    fits = [d for d in dates if (d <= today if naa.past else d >= today)]
    if spes.weekday is not None and fits and fits[0].weekday() != spes.weekday:
        return next((d for d in fits[:3] if d.weekday() == spes.weekday), fits[0])
    return fits[0] if fits else None


def _without_year(spes: Spes, day: int, month: int, naa: Naa) -> date | None:
    today = naa.at.date()
    dates = [d for n in range(-8, 9) if (d := real(today.year + n, month, day))]
    before = [d for d in dates if d <= today]
    after = [d for d in dates if d >= today]
    if naa.past:
        return before[-1] if before else None
    recent = before[-1] if before and today - before[-1] <= _RECENT else None
    if recent and spes.weekday is not None and after:
        # «Søndag 10. februar» on the 12th: the one that was a Sunday.
        return after[0] if after[0].weekday() == spes.weekday else recent
    if recent and naa.retning is Retning.OPEN:
        return recent
    return after[0] if after else None


def _week(spes: Spes, naa: Naa) -> Rom | None:
    monday = _monday(spes, naa)
    if monday is None:
        return None
    if spes.weekday is not None:
        return one_day(monday + timedelta(days=spes.weekday))
    rom = week(monday)
    return rom._replace(til=rom.fra + timedelta(weeks=spes.weeks))


def _monday(spes: Spes, naa: Naa) -> date | None:
    today = naa.at.date()
    if spes.week is None:
        return week(today).fra.date() + timedelta(weeks=spes.rel_week or 0)
    year = _year(spes, naa)
    if year is not None:
        return date.fromisocalendar(year, spes.week, 1)
    this = today.isocalendar().year
    years = range(this, this - 8, -1) if naa.past else range(this, this + 8)
    for candidate in years:
        try:
            monday = date.fromisocalendar(candidate, spes.week, 1)
        except ValueError:
            continue
        if monday <= today if naa.past else monday + timedelta(weeks=1) > today:
            return monday
    return None


def _weekday(spes: Spes, naa: Naa) -> date:
    day, today = spes.weekday or 0, naa.at.date()
    monday = week(today).fra.date()
    if spes.mod == "forrige":
        return monday + timedelta(days=day - 7)
    if spes.mod == "neste":
        return monday + timedelta(days=day + 7)
    if spes.mod == "denne":
        return monday + timedelta(days=day)
    if spes.mod == "sist":
        return near_weekday(day, naa._replace(retning=Retning.PAST))
    if spes.mod == "nærmeste":
        return near_weekday(day, naa._replace(retning=Retning.AHEAD))
    return near_weekday(day, naa)


def near_weekday(day: int, naa: Naa) -> date:
    """The next of that weekday, or the last, never today."""
    today = naa.at.date()
    if naa.past:
        return today - timedelta(days=(today.weekday() - day - 1) % 7 + 1)
    return today + timedelta(days=(day - today.weekday() - 1) % 7 + 1)


def _month_or_year(spes: Spes, naa: Naa) -> Rom:
    year = _year(spes, naa)
    if spes.rel_month is not None:
        return months(naa.at.year, naa.at.month + spes.rel_month)
    if spes.month is None:
        return months(year or naa.at.year, 1, 12, "year")
    if year is not None:
        return months(year, spes.month)
    return months(naa.at.year + _which_year(spes, naa), spes.month)


def _which_year(spes: Spes, naa: Naa) -> int:
    month, now = spes.month or 0, naa.at.month
    if spes.mod == "neste":
        return int(month <= now)
    if spes.mod in ("forrige", "sist"):
        return -int(month >= now)
    if spes.mod == "denne":
        return 0
    return -int(month > now) if naa.past else int(month < now)
