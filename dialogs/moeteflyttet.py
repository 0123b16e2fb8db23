"""What a moved møte sets going, in a turn."""

from bot.domain.moete import Moete
from bot.turn import Turn
from bot.varsling.flyttet import Flyttet, fortell
from bot.varsling.runde import Runde
from bot.varsling.utsending import Utsending, sier_fra
from dialogs.moetemelding import om_natten
from dialogs.tjenester import Tjenester
from dialogs.varsle import varsler


def runden(turn: Turn, tjenester: Tjenester) -> Runde:
    """What this turn does, as the rules of varsling want it."""
    return Runde(
        turn.uow,
        turn.register,
        turn.incoming.at,
        tjenester.rettigheter,
        varsler(turn, tjenester),
        tjenester.public_url,
    )


def flyttingen(turn: Turn, foer: Moete, ny: Moete) -> Flyttet:
    return Flyttet(foer, ny, turn.aktoer.hvem)


async def si_fra(turn: Turn, tjenester: Tjenester, foer: Moete, ny: Moete) -> Utsending:
    """Of a møte that this transaction has stored as `ny`, and that was `foer`. The caller commits."""
    turn.register = await turn.uow.register()
    return await fortell(runden(turn, tjenester), flyttingen(turn, foer, ny))


async def etter_import(turn: Turn, tjenester: Tjenester, foer: Moete, ny: Moete) -> list[str]:
    """The same of a møte that an imported paper has moved: who was told; nothing where nobody is."""
    ut = await si_fra(turn, tjenester, foer, ny)
    if not ut.noen and not ut.unaadde:
        return []
    return [*sier_fra(turn.norsk, ut, sagt=True), *om_natten(turn, ny, haster=True, foer=foer)]
