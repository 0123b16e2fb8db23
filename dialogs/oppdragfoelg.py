"""Oppdrag follow every act in the møtebok they come from."""

from bot.domain.bokstand import Bokstand
from bot.domain.moetebok import Moetebok
from bot.domain.oppgaver import handling
from bot.domain.register import Moetehode
from bot.domain.rettigheter import Rettigheter
from bot.turn import Turn
from bot.varsling import Varsler, oppdrag


async def foelg_oppdragene(
    turn: Turn, bok: Moetebok, hode: Moetehode, foer: Bokstand, etter: Bokstand
) -> None:
    """Under the møtebok's lock. Those who have a role in the other body are told; who did it is not."""
    til = Varsler(turn.uow, turn.register, turn.incoming.at, Rettigheter(), turn.aktoer.key)
    h = handling(turn.aktoer.hvem, turn.incoming.at)
    await oppdrag.foelg(til, turn.uow, turn.register, hode, bok.id or 0, foer, etter, h)
