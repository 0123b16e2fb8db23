"""What came of sending a post, and how it is written down."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.ports import UnitOfWork
from bot.domain.utboks import Utpost, Varselslag

Write = Callable[[UnitOfWork, Utpost, int], Awaitable[bool]]
"""Given the post's id too. Whether it counted: a word that comes too late does not."""


@dataclass(frozen=True)
class Result:
    """`told`: why it did not come out, where that is to be told of; `uviss`: or perhaps it did."""

    write: Write
    told: str | None = None
    uviss: bool = False

    async def store(self, uow: UnitOfWork, post: Utpost) -> bool:
        """In the caller's transaction."""
        if post.id is None:
            raise ValueError("only a stored post has been sent")
        return await self.write(uow, post, post.id)


def sent(aktivitet: str | None = None) -> Result:
    async def write(uow: UnitOfWork, post: Utpost, number: int) -> bool:
        await uow.utboks.sendt(number, aktivitet, forsoek=post.forsoek)
        return True

    return Result(write)


def again(when: datetime, grunn: str, *, tvil: bool = False) -> Result:
    """To be tried then (UTC); what is behind it waits. `tvil`: it may have arrived."""

    async def write(uow: UnitOfWork, post: Utpost, number: int) -> bool:
        await uow.utboks.igjen(number, when, forsoek=post.forsoek, grunn=grunn, tvil=tvil)
        return True

    return Result(write)


def put_off(til: datetime) -> Result:
    """Not before then (UTC); others may pass it."""

    async def write(uow: UnitOfWork, post: Utpost, number: int) -> bool:
        await uow.utboks.utsett(number, til, forsoek=post.forsoek)
        return True

    return Result(write)


def dead(grunn: str, *, told: bool = True) -> Result:
    """It can never be sent."""

    async def write(uow: UnitOfWork, post: Utpost, number: int) -> bool:
        return await uow.utboks.doed(number, grunn, forsoek=post.forsoek)

    return Result(write, grunn if told else None)


def uncertain(grunn: str, *, tvil: bool = False) -> Result:
    """It may have arrived twice, or not at all: somebody has to look. `tvil`: nobody knows of this try
    either.
    """

    async def write(uow: UnitOfWork, post: Utpost, number: int) -> bool:
        return await uow.utboks.uviss(number, grunn, forsoek=post.forsoek, tvil=tvil)

    return Result(write, grunn, uviss=True)


def closed(grunn: str) -> Result:
    """The conversation takes nothing: its posts wait until somebody writes in it or installs again, and a
    person has none meanwhile. A vara's call is dead at once: the next is to be asked.
    """

    async def write(uow: UnitOfWork, post: Utpost, number: int) -> bool:
        if post.person_key is None:
            await uow.kanaler.stengt(post.conversation_id)
        else:
            await _out_of_reach(uow, post.person_key, post.conversation_id)
        if post.slag is Varselslag.VARA:
            return await uow.utboks.doed(number, grunn, forsoek=post.forsoek)
        await uow.utboks.steng(number, grunn, forsoek=post.forsoek)
        return True

    return Result(write)


async def _out_of_reach(uow: UnitOfWork, person_key: str, conversation_id: str) -> None:
    """Unless they have come back in another conversation."""
    bruker = await uow.brukere.hent(person_key)
    if bruker is not None and bruker.conversation_id == conversation_id:
        await uow.brukere.lagre(replace(bruker, conversation_id=None))
