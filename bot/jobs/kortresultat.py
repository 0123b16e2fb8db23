"""What came of renewing a meeting's card, and how it is written down."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime, timedelta

import structlog

from bot.domain.moetekort import Moetekort
from bot.domain.ports import UnitOfWork
from bot.jobs.kortvisning import Visning
from bot.jobs.sending import pause

Result = Callable[[UnitOfWork, Moetekort, Visning | None, datetime], Awaitable[tuple[Moetekort, bool]]]
"""The card as it is from now on, and whether the referent is to be told that it fails."""

TELLS_AFTER = timedelta(minutes=2)
"""What is over sooner nobody needs to hear of."""
CLOSED_WAITS = timedelta(minutes=1)
"""How long a chat that takes nothing is left alone: the bot may be let in again."""
REFUSED_WAITS = timedelta(minutes=10)
LONGEST_WAIT = 60.0
GIVES_UP = timedelta(hours=24)
"""On the card of a referat that is closed."""

log = structlog.get_logger("helsebot.jobs")


async def same(
    uow: UnitOfWork, kort: Moetekort, vis: Visning | None, naa: datetime
) -> tuple[Moetekort, bool]:
    """It shows that already, or there is nothing to show."""
    done = vis is None or vis.stengt
    return replace(
        kort, ferdig=done, ikke_foer=naa + CLOSED_WAITS if vis is None else kort.ikke_foer
    ), False


def shown(kort_id: str, spacing: timedelta) -> Result:
    async def write(
        uow: UnitOfWork, kort: Moetekort, vis: Visning | None, naa: datetime
    ) -> tuple[Moetekort, bool]:
        if vis is None:
            return kort, False
        await uow.boeker.vist(kort.bok_id, kort_id, vis.siste)
        after = Moetekort(
            kort.bok_id,
            conversation_id=vis.bok.conversation_id,
            merke=vis.merke,
            ikke_foer=naa + spacing,
            ferdig=vis.stengt,
        )
        return after, False

    return write


def closed(reason: str) -> Result:
    """The chat takes nothing from the bot."""
    return _failed(reason, lambda kort: CLOSED_WAITS, tells=timedelta(0))


def refused(reason: str) -> Result:
    """The card will not be taken."""
    return _failed(reason, lambda kort: REFUSED_WAITS, tells=timedelta(0))


def later(reason: str, after: float | None) -> Result:
    """It may get better; `after`: seconds it was asked to wait."""

    def wait(kort: Moetekort) -> timedelta:
        return timedelta(seconds=min(pause(kort.forsoek) if after is None else after, LONGEST_WAIT))

    return _failed(reason, wait, tells=TELLS_AFTER)


def _failed(reason: str, wait: Callable[[Moetekort], timedelta], tells: timedelta) -> Result:
    async def write(
        uow: UnitOfWork, kort: Moetekort, vis: Visning | None, naa: datetime
    ) -> tuple[Moetekort, bool]:
        since = kort.feilet or naa
        log.warning("card.not_shown", bok=kort.bok_id, reason=reason, tries=kort.forsoek + 1)
        after = replace(kort, forsoek=kort.forsoek + 1, feilet=since)
        gives_up = vis is not None and vis.stengt and naa - since >= GIVES_UP
        tell = not kort.fortalt and naa - since >= tells
        ikke_foer = naa + wait(after)
        return replace(after, ikke_foer=ikke_foer, fortalt=kort.fortalt or tell, ferdig=gives_up), tell

    return write
