"""A Reading as JSON: whole, for the child process and the database; and as the command line prints it."""

import json
from collections.abc import Callable
from dataclasses import asdict
from datetime import date, time
from functools import cache
from typing import Any

from bot.domain.innkalling import Hendelse, Innkalling
from bot.domain.reading import Merknad, Reading
from bot.domain.referat import Referat

CLOCK = "%H:%M"
OPTIONAL = {
    "agenda.ansvarlige": ("tilknytning", "rolle"),
    "hendelser": ("start", "slutt", "sted", "status"),
    "tilstede": ("rolle", "vara", "vara_for"),
    "forfall": ("rolle", "vara", "vara_for"),
    "deler.saker": ("saksnr_rettet", "innleder"),
    "oppfoelging": ("del", "frist"),
}
"""The keys that are left out where they say nothing, by the path of the list they stand in."""


def to_json(reading: Reading) -> str:
    """All of a Reading; `from_json` gives it back equal."""
    return json.dumps(asdict(reading), ensure_ascii=False, default=_iso)


def from_json(text: str) -> Reading:
    """Raises ValueError for text that `to_json` did not write."""
    reading: Reading = _adapter().validate_json(text)
    return reading


@cache
def _adapter() -> Any:
    # Imported late: the child process writes and never reads, and must start fast.
    from pydantic import TypeAdapter

    return TypeAdapter(Reading)


def json_form(reading: Reading, ordlegg: Callable[[Merknad], str]) -> dict[str, Any]:
    """What `helsebot import --json` prints: times as HH:MM, dates as ISO, absent keys left out.
    `ordlegg` words a merknad.
    """
    document = reading.dokument
    form = _of_innkalling(document) if isinstance(document, Innkalling) else _of_referat(document)
    form["merknader"] = [{"kode": m.kode, "tekst": ordlegg(m)} for m in reading.merknader]
    form["ikke_tolket"] = list(reading.ikke_tolket)
    plain: dict[str, Any] = json.loads(json.dumps(_without(form, ""), ensure_ascii=False, default=_short))
    return plain


def _of_innkalling(innkalling: Innkalling) -> dict[str, Any]:
    form = {"doktype": "innkalling", **asdict(innkalling)}
    form["hendelser"] = [_hendelse(hendelse) for hendelse in innkalling.hendelser]
    return form


def _of_referat(referat: Referat) -> dict[str, Any]:
    form = {"doktype": "referat", **asdict(referat)}
    form["deler"] = [{"tittel": part.pop("tittel"), **part} for part in form["deler"]]
    form["oppfoelging"] = [{"del": point.pop("del_tittel"), **point} for point in form["oppfoelging"]]
    form["hendelser"] = [_hendelse(hendelse) for hendelse in referat.hendelser]
    if not form["hendelser"]:
        del form["hendelser"]
    return form


def _hendelse(hendelse: Hendelse) -> dict[str, Any]:
    inner = ("saksnr", "organ")
    return {key: value for key, value in asdict(hendelse).items() if key not in inner}


def _without(value: Any, path: str) -> Any:
    """The value without the optional keys that say nothing."""
    if isinstance(value, list):
        return [_without(part, path) for part in value]
    if not isinstance(value, dict):
        return value
    left_out = {key for key in OPTIONAL.get(path, ()) if not value.get(key)}
    below = f"{path}." if path else ""
    return {key: _without(part, below + key) for key, part in value.items() if key not in left_out}


def _iso(value: object) -> str:
    if isinstance(value, date | time):
        return value.isoformat()
    raise TypeError(type(value).__name__)


def _short(value: object) -> str:
    return value.strftime(CLOCK) if isinstance(value, time) else _iso(value)
