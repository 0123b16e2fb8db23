"""Which channels get what."""

from collections.abc import Collection

from bot.domain.conversation import Conversation
from bot.domain.kanaloensker import Kanalslag
from bot.domain.ports import UnitOfWork


async def som_vil_ha(
    uow: UnitOfWork, organ_ids: Collection[int], slag: Kanalslag | None
) -> list[Conversation]:
    """The channels where the bot is that want that of one of the bodies (None: all of theirs), each once:
    one that two bodies of a felles møte share gets it if either link says so.
    """
    koblinger = await uow.kanaler.koblinger(list(organ_ids))
    return list({k.kanal.id: k.kanal for k in koblinger if slag is None or k.oensker.vil_ha(slag)}.values())
