"""What a step of the plan is given: one transaction, and now."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

from bot.domain.ports import UnitOfWork
from bot.domain.register import Register
from bot.domain.rettigheter import Rettigheter
from bot.varsling.varsler import Varsler


@dataclass(frozen=True)
class Runde:
    """One round of one step. `naa` is Europe/Oslo, by the clock of the jobs. `public_url` is where
    calendars are served ("" for nowhere). The plan commits; a step never does.
    """

    uow: UnitOfWork
    register: Register
    naa: datetime
    rettigheter: Rettigheter
    varsler: Varsler
    public_url: str = ""


Step = Callable[[Runde], Awaitable[None]]
"""Does what is due. It is run again and again, on several replicas at once, and after a crash: what it
writes has unique keys or is decided under a lock. Raises Conflict where somebody else was first.
"""
