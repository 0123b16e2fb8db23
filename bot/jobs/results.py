"""What came of sending a post, and how it is written down."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.ports import UnitOfWork
from bot.domain.utboks import Utpost

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
    """The conversation takes nothing. A person has none from now on, until they speak or install again, and
    the post is dead. A channel is closed, and its posts wait, until somebody writes in it.
    """

    async def write(uow: UnitOfWork, post: Utpost, number: int) -> bool:
        if post.person_key is None:
            await uow.utboks.steng(number, grunn, forsoek=post.forsoek)
            await uow.kanaler.stengt(post.conversation_id)
            return True
        bruker = await uow.brukere.hent(post.person_key)
        if bruker is not None and bruker.conversation_id == post.conversation_id:
            await uow.brukere.lagre(replace(bruker, conversation_id=None))
        return await uow.utboks.doed(number, grunn, forsoek=post.forsoek)

    return Result(write)
