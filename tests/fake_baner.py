"""The lanes of the outbox, as FakeStore keeps them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from bot.domain.budsjett import Grenser, Nylig, naar_ledig, noter, opptar
from bot.domain.conversation import channel_of
from bot.domain.utboksport import GAMMEL

if TYPE_CHECKING:
    from tests.fake_data import Data


INGENTING = Nylig()


@dataclass(frozen=True)
class Bane:
    """`holder` is a post and which try of it."""

    neste: datetime | None = None
    leie: datetime | None = None
    holder: tuple[int, int] | None = None
    nylig: Nylig = INGENTING
    stengt: datetime | None = None


def free(
    lane: Bane | None, at: datetime, naa: datetime | None = None, oldest: datetime | None = None
) -> bool:
    if lane is None:
        return True
    held = (lane.leie and lane.leie > at) or (lane.neste and lane.neste > at)
    return not held and (not lane.stengt or bool(oldest and naa and oldest <= naa - GAMMEL))


def limited(data: Data, where: str, at: datetime, grenser: Grenser | None) -> None:
    """The last sending is noted as over; where the limits say so, the lane waits."""
    lane = data.baner.get(where, Bane())
    nylig = noter(lane.nylig, at.timestamp(), *([lane.leie.timestamp()] if lane.leie else []))
    answered = [
        turn.at.timestamp()
        for place, turns in data.turns.items()
        if channel_of(place) == where
        for turn in turns
        for _ in turn.replies or [None]
    ]
    when = naar_ledig(nylig, at.timestamp(), grenser.samtale if grenser else (), answered)
    neste = datetime.fromtimestamp(when, UTC) if when > at.timestamp() else None
    data.baner[where] = replace(lane, nylig=nylig, leie=None, neste=neste)


def note(data: Data, where: str, at: datetime) -> None:
    """Something else is sent there."""
    lane = data.baner.get(where, Bane())
    data.baner[where] = replace(lane, nylig=noter(lane.nylig, at.timestamp(), at.timestamp()))


def take_of_all(data: Data, wanted: int, at: datetime, leie: timedelta, grenser: Grenser) -> int:
    taken = sum(_takes(lane, at, leie) for lane in data.baner.values())
    return min(wanted, max(0, grenser.i_alt - taken))


def _takes(lane: Bane, at: datetime, leie: timedelta) -> int:
    if lane.leie is None:
        return opptar(lane.nylig, at.timestamp())
    if lane.holder is None or lane.leie <= at:
        return opptar(lane.nylig, at.timestamp(), slutt=lane.leie.timestamp())
    return opptar(lane.nylig, at.timestamp(), tatt=(lane.leie - leie).timestamp())


def open_lanes(data: Data, where: str) -> None:
    """The lane and those of its threads."""
    for place, lane in data.baner.items():
        if channel_of(place) == channel_of(where):
            data.baner[place] = replace(lane, stengt=None)
