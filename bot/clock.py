"""The clock of what happens without being asked, and of the command line."""

from datetime import datetime
from zoneinfo import ZoneInfo

OSLO = ZoneInfo("Europe/Oslo")


class RunningClock:
    """The wall clock, or one that started at `start` and runs. Always Europe/Oslo."""

    def __init__(self, start: datetime | None = None) -> None:
        began = datetime.now(OSLO)
        self._ahead = in_oslo(start) - began if start else began - began

    def now(self) -> datetime:
        return datetime.now(OSLO) + self._ahead


def in_oslo(moment: datetime) -> datetime:
    """The moment in Europe/Oslo; a time without offset is already Oslo's."""
    return moment.replace(tzinfo=OSLO) if moment.tzinfo is None else moment.astimezone(OSLO)
