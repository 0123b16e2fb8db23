"""Clock times said in another zone: «kl. 8.00 GMT»."""

from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

_HOURS = {"gmt": 0, "utc": 0, "cet": 1, "cest": 2, "bst": 1, "eet": 2, "eest": 3, "est": -5, "edt": -4}
ZONES = frozenset(_HOURS)
_OSLO = "Europe/Oslo"


def to_local(moment: datetime, sone: str, local: tzinfo | None) -> datetime:
    """The naive time of that moment in the local zone; Oslo where none is given."""
    there = moment.replace(tzinfo=timezone(timedelta(hours=_HOURS[sone])))
    return there.astimezone(UTC).astimezone(local or ZoneInfo(_OSLO)).replace(tzinfo=None)
