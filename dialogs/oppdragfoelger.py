"""What a møtebok asks other bodies for: proposed when the møte is closed, and when its referat is
sent or approved what has come since.
"""

from bot.domain.moete import Moete
from bot.domain.oppgaver import handling
from bot.domain.referat import Referat
from bot.turn import Turn
from bot.varsling import Varsler, oppdrag
from bot.varsling.oppdragpapir import foreslaa_papir
from dialogs.bokfoer import Foert
from dialogs.tjenester import Tjenester


async def foreslaa(turn: Turn, foert: Foert, tjenester: Tjenester) -> None:
    """In the turn's transaction. Also whoever closed it gets the proposals in 1:1, where they are the
    sekretariat: the meeting's chat is no place for them.
    """
    h = handling(turn.aktoer.hvem, turn.incoming.at)
    til = Varsler(turn.uow, turn.register, turn.incoming.at, tjenester.rettigheter)
    await oppdrag.foreslaa(til, turn.uow, turn.register, foert.hode, foert.bok.id or 0, foert.etter, h)


async def ble_godkjent(turn: Turn, foert: Foert, tjenester: Tjenester) -> None:
    """What came after it was closed is proposed, and what was posted is no longer «Foreløpig»."""
    await foreslaa(turn, foert, tjenester)
    bok_id, at = foert.bok.id or 0, turn.incoming.at
    await oppdrag.er_godkjent(turn.uow, await turn.uow.register(), bok_id, foert.etter, at)


async def foreslaa_fra_papiret(
    turn: Turn, moete: Moete, referat: Referat | None, tjenester: Tjenester
) -> None:
    """What a referat that was just imported asks others for, to its sekretariat."""
    register = await turn.uow.register()
    hode = register.hode(moete.id or 0)
    if referat is None or hode is None:
        return
    h = handling(turn.aktoer.hvem, turn.incoming.at)
    til = Varsler(turn.uow, register, turn.incoming.at, tjenester.rettigheter)
    await foreslaa_papir(til, turn.uow, register, hode, referat, h)
