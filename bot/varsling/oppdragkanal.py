"""An oppdrag that is with a body, and not in all of its channels: one was linked after it was sent, or
was not linked when it would have left.
"""

from datetime import datetime

from bot.domain.kanaloensker import Kanalslag
from bot.domain.oppdrag import Oppdrag
from bot.domain.oppdragsregler import SENDTE
from bot.domain.ports import UnitOfWork
from bot.domain.register import Register
from bot.varsling.kanalvalg import som_vil_ha
from bot.varsling.oppdrag import i_kanalene, noekkel
from bot.varsling.varsler import Varsler


async def mangler(uow: UnitOfWork, o: Oppdrag) -> bool:
    """Whether a channel that wants it was never posted it. What was taken down, or did not come out, is
    another matter.
    """
    if o.tilstand not in SENDTE:
        return False
    kanaler = await som_vil_ha(uow, [o.til_organ_id], Kanalslag.OPPDRAG)
    lagt = {post.conversation_id for post in await uow.utboks.under(f"{noekkel(o)}:")}
    return any(kanal.id not in lagt for kanal in kanaler)


async def legg_ut(varsler: Varsler, register: Register, o: Oppdrag, at: datetime) -> int:
    """As it stands now, in those channels; how many."""
    return await i_kanalene(varsler, register, o, at)
