"""What came of sending a post, and how it is written down."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime

from bot.domain.ports import UnitOfWork
from bot.domain.utboks import Utpost

Result = Callable[[UnitOfWork, Utpost], Awaitable[None]]


async def sent(uow: UnitOfWork, post: Utpost) -> None:
    await uow.utboks.sendt(_id(post))


def again(when: datetime) -> Result:
    """To be tried then (UTC)."""

    async def write(uow: UnitOfWork, post: Utpost) -> None:
        await uow.utboks.igjen(_id(post), when)

    return write


def dead(reason: str) -> Result:
    """It can never be sent."""

    async def write(uow: UnitOfWork, post: Utpost) -> None:
        await uow.utboks.doed(_id(post), reason)

    return write


def closed(reason: str) -> Result:
    """Nor can anything else to that conversation, until the person speaks or installs again, or the
    channel is connected again.
    """

    async def write(uow: UnitOfWork, post: Utpost) -> None:
        await uow.utboks.doed(_id(post), reason)
        if post.person_key is None:
            await uow.kanaler.stengt(post.conversation_id)
            return
        bruker = await uow.brukere.hent(post.person_key)
        if bruker is not None and bruker.conversation_id == post.conversation_id:
            await uow.brukere.lagre(replace(bruker, conversation_id=None))

    return write


def _id(post: Utpost) -> int:
    if post.id is None:
        raise ValueError("only a stored post has been sent")
    return post.id
