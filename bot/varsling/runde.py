"""What a step of the plan is given: one transaction, and now."""

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Generic, TypeVar

from bot.domain.ports import UnitOfWork
from bot.domain.register import Register
from bot.domain.rettigheter import Rettigheter
from bot.varsling.varsler import Varsler

T = TypeVar("T")
SEINT = timedelta(hours=24)


@dataclass(frozen=True)
class Runde:
    """One round of one step. `naa` is Europe/Oslo, by the clock of the jobs. `public_url` is where
    calendars are served ("" for nowhere). `seint`: what is posted at a fixed time is posted so late, and
    no later. The plan commits; a step never does.
    """

    uow: UnitOfWork
    register: Register
    naa: datetime
    rettigheter: Rettigheter
    varsler: Varsler
    public_url: str = ""
    seint: timedelta = SEINT


@dataclass(frozen=True)
class Hver(Generic[T]):
    """A step that is about several: `finn` lists them (ids of møter, of bodies) in one reading, and each
    is done in a transaction of its own, so that one that fails stops no other. `gjoer` looks again at
    whether it is still due. `logget` is what the log names one by; never what people have written.
    """

    finn: Callable[[Runde], Awaitable[Iterable[T]]]
    gjoer: Callable[[Runde, T], Awaitable[None]]
    logget: Callable[[T], object] = lambda ett: ett


Step = Callable[[Runde], Awaitable[None]] | Hver[Any]
"""Does what is due. It is run again and again, on several replicas at once, and after a crash: what it
writes has unique keys or is decided under a lock. Raises Conflict where somebody else was first.
"""
