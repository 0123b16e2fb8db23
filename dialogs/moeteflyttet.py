"""A møte that has another time or place: everybody is told, and answers are asked for anew."""

from collections.abc import Sequence

from bot.cards import moetevarsler as kort
from bot.domain.flytting import flytt
from bot.domain.frammoete import Hvem
from bot.domain.moete import Moete
from bot.domain.moeter import begynt
from bot.domain.situasjon import Situasjon
from bot.domain.utboks import Varselslag
from bot.turn import Turn
from bot.varsling import frammoete, moetevarsler
from dialogs.moetemelding import om_natten, rammen, sier_fra
from dialogs.tjenester import Tjenester
from dialogs.varsle import varsler


def har_ny_tid(foer: Moete, ny: Moete) -> bool:
    """Another day or another start: then everybody's answer is asked for again."""
    return (foer.dato, foer.start) != (ny.dato, ny.start)


def kunngjoering(turn: Turn, tjenester: Tjenester, foer: Moete, ny: Moete) -> moetevarsler.Kunngjoering:
    ramme = rammen(turn, tjenester)
    return moetevarsler.Kunngjoering(
        slag=Varselslag.FLYTTET,
        moete=ny,
        noekkel=f"flyttet:{ny.id}:{ny.ics_sekvens}",
        op=tjenester.ny_id(),
        ordlegg=lambda norsk, op: kort.flyttet(foer, ny, ramme(norsk), op),
    )


def folk(sit: Situasjon, foer: Moete, ny: Moete) -> Sequence[Hvem]:
    """Who is told by the card: who has forfall, and the varaer, are asked by `flytt`."""
    return moetevarsler.berammet(sit) if har_ny_tid(foer, ny) else moetevarsler.som_kommer(sit)


async def si_fra(turn: Turn, tjenester: Tjenester, foer: Moete, ny: Moete) -> moetevarsler.Utsending:
    """Of a møte that this transaction has stored as `ny`, and that was `foer`. The caller commits."""
    turn.register = await turn.uow.register()
    andre, av, moete_id = varsler(turn, tjenester), turn.aktoer.hvem, ny.id or 0
    sit = await frammoete.les(turn.uow, moete_id, turn.incoming.at)
    if har_ny_tid(foer, ny):
        await frammoete.utfoer(turn.uow, andre, moete_id, turn.incoming.at, lambda naa: flytt(naa, av), av)
    return await moetevarsler.send(andre, kunngjoering(turn, tjenester, foer, ny), folk(sit, foer, ny))


async def etter_import(turn: Turn, tjenester: Tjenester, foer: Moete, ny: Moete) -> list[str]:
    """The same of a møte that an imported paper has moved, and who was told; nothing of one that is over
    or avlyst.
    """
    turn.register = await turn.uow.register()
    hode = turn.register.hode(ny.id or 0)
    if hode is None or hode.avlyst or begynt(hode, turn.incoming.at):
        return []
    ut = await si_fra(turn, tjenester, foer, ny)
    return [*sier_fra(turn.norsk, ut, sagt=True), *om_natten(turn, ny, haster=True)]
