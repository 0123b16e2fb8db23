"""Times of the day: which half of the day is meant, and on which day it is."""

from datetime import datetime, timedelta

from bot.language.tid.kalender import Rom, midnight
from bot.language.tid.soner import to_local
from bot.language.tid.spes import Klokke, Naa, Spes
from bot.language.tidsord import PART_HOURS

AFTERNOON, _MORNING = 12, 7
NIGHT = 6
"""The small hours end."""


def afternoon(klokke: Klokke, part: str | None, naa: Naa, rom: Rom | None) -> Klokke:
    """«Klokka to» is 14.00, save in the small hours."""
    if klokke.hour >= AFTERNOON or (klokke.sikker and part is None):
        return klokke
    night = rom is None and naa.at.hour < NIGHT
    if part in ("kveld", "ettermiddag") or (part == "middag" and klokke.hour < _MORNING):
        return klokke._replace(hour=klokke.hour + 12)
    if part or night or klokke.hour >= _MORNING or klokke.hour == 0:
        return klokke
    return klokke._replace(hour=klokke.hour + 12)


def moment_of(klokke: Klokke, rom: Rom | None, spes: Spes, naa: Naa) -> datetime:
    day = rom.fra if rom else midnight(naa.at.date())
    moment = datetime.combine(day.date(), klokke.clock)
    if klokke.hour == 24:
        moment += timedelta(days=1)
    if spes.sone:
        moment = to_local(moment, spes.sone, naa.sone)
    if rom is not None or spes.part:
        return moment
    if naa.past:
        return moment if moment <= naa.at else moment - timedelta(days=1)
    floor = naa.at.replace(second=0, microsecond=0)
    return moment if moment >= floor else moment + timedelta(days=1)


def part_of(part: str, day: datetime) -> Rom:
    start, end = PART_HOURS[part]
    start_of_day = midnight(day.date())
    grain = "hour"
    return Rom(start_of_day + timedelta(hours=start), start_of_day + timedelta(hours=end), grain)
