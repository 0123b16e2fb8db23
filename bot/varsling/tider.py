"""When something may be said unasked: never between 20 and 07 in Oslo, unless a møte is upon us."""

from datetime import UTC, date, datetime, time, timedelta

from bot.clock import OSLO

KVELD = time(20)
MORGEN = time(7)
TIDLIG = time(10)
"""Before this the morning after, what is urgent cannot wait for MORGEN."""


def natt(at: datetime) -> bool:
    """From 20 to 07 by the clock on the wall in Oslo."""
    klokke = at.astimezone(OSLO).time()
    return klokke >= KVELD or klokke < MORGEN


def naar(at: datetime, moetestart: datetime | None = None) -> datetime:
    """When a message of `at` may be sent (UTC): then, or at 07 when the night is over.

    `moetestart` is given of what is urgent: where the møte begins before 10 that morning, it is sent
    at once.
    """
    if not natt(at):
        return at.astimezone(UTC)
    morgen = _morgenen_etter(at)
    if moetestart is not None and moetestart < datetime.combine(morgen, TIDLIG, OSLO):
        return at.astimezone(UTC)
    return datetime.combine(morgen, MORGEN, OSLO).astimezone(UTC)


def ved_sending(at: datetime, foerst: datetime) -> datetime:
    """When what was due at `foerst` may be sent, seen at `at` (UTC): what was late does not ring at
    night either, and what was urgent at night still is.
    """
    return at.astimezone(UTC) if natt(foerst) else naar(at)


def _morgenen_etter(at: datetime) -> date:
    """The day on which the night of `at` ends."""
    lokal = at.astimezone(OSLO)
    return lokal.date() + timedelta(days=1 if lokal.time() >= KVELD else 0)
