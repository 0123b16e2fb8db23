"""A møte that has another time or place: everybody is told, and answers are asked for anew."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.cards.moete import Ramme
from bot.cards.moetevarsler import flyttet
from bot.domain.flytting import flytt
from bot.domain.frammoete import Hvem
from bot.domain.moete import Moete
from bot.domain.moeter import begynt
from bot.domain.situasjon import Situasjon
from bot.domain.utboks import Varselslag
from bot.varsling import frammoete, kanaleventuelt, moetevarsler
from bot.varsling.moetevarsler import Kunngjoering, begynner
from bot.varsling.runde import Runde
from bot.varsling.utsending import Utsending


@dataclass(frozen=True)
class Flyttet:
    """What the møte was, what it is, and who moved it."""

    foer: Moete
    ny: Moete
    av: Hvem

    @property
    def ny_tid(self) -> bool:
        """Another day or another start: then everybody's answer is asked for again."""
        return (self.foer.dato, self.foer.start) != (self.ny.dato, self.ny.start)

    def folk(self, sit: Situasjon) -> Sequence[Hvem]:
        """Who is told by the card: who has forfall, and the varaer, are asked by `flytt`."""
        return moetevarsler.berammet(sit) if self.ny_tid else moetevarsler.som_kommer(sit)

    def kunngjoering(self, runde: Runde) -> Kunngjoering:
        return Kunngjoering(
            slag=Varselslag.FLYTTET,
            moete=self.ny,
            noekkel=f"flyttet:{self.ny.id}:{self.ny.ics_sekvens}",
            ordlegg=lambda norsk, personlig: flyttet(
                self.foer,
                self.ny,
                Ramme(norsk, runde.register, runde.public_url),
                personlig=personlig,
            ),
            foer=self.foer,
        )


async def forhaandsvis(runde: Runde, flytting: Flyttet, sit: Situasjon) -> Utsending:
    """Who would be told. `sit` is as it stands."""
    return await moetevarsler.forhaandsvis(
        runde.uow, runde.varsler, flytting.kunngjoering(runde), flytting.folk(sit)
    )


async def fortell(runde: Runde, flytting: Flyttet) -> Utsending:
    """Of a møte that this transaction has stored; `runde` has the register after it. The caller
    commits. Nobody is told of one that is over or avlyst; an innkalling with the time that was, and has
    not left, does not.
    """
    moete_id = flytting.ny.id or 0
    trukket = await runde.varsler.trekk_innkalling(moete_id) if flytting.ny_tid else 0
    utgave = f"tid{flytting.ny.ics_sekvens}"
    await kanaleventuelt.moetet_endret(runde.uow, runde.register, moete_id, utgave, runde.naa)
    sit = await frammoete.les(runde.uow, moete_id, runde.naa)
    if sit.hode.avlyst or begynt(sit.hode, runde.naa):
        return Utsending(trukket=trukket)
    if flytting.ny_tid:
        await frammoete.utfoer(
            runde.uow,
            runde.varsler,
            moete_id,
            runde.naa,
            lambda naa: flytt(naa, flytting.av),
            flytting.av,
            begynner(flytting.foer),
        )
    ut = await moetevarsler.send(runde.varsler, flytting.kunngjoering(runde), flytting.folk(sit))
    return replace(ut, trukket=trukket)
