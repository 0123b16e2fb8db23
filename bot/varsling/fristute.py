"""The merknadsfrist of a referat is over and it is not approved: who can do something about it is told."""

from datetime import timedelta

from bot.cards import godkjenning
from bot.domain.bokendret import endret_etter_sending
from bot.domain.bokgodkjenning import taushet_gjelder, ubesvarte
from bot.domain.boklesing import les
from bot.domain.moetebok import Boktilstand
from bot.domain.utboks import Varselslag
from bot.turn import Message, Norsk
from bot.varsling.godkjenning import Sak, til_foererne
from bot.varsling.godkjent import ved_taushet
from bot.varsling.runde import Runde
from bot.varsling.varsler import Varsel

I_DAGER = 3
"""After the frist: so long it is looked for, where the service stood still."""


async def ute(runde: Runde) -> list[int]:
    boeker = await runde.uow.boeker.i_tilstand([Boktilstand.TIL_GODKJENNING])
    dag = runde.naa.date()
    siste = dag - timedelta(days=I_DAGER)
    return [b.id for b in boeker if b.id and b.merknadsfrist and siste <= b.merknadsfrist < dag]


async def si_fra(runde: Runde, bok_id: int) -> None:
    """A step of the plan, after the one that approves by silence: once for each frist."""
    bok, linjer = await runde.uow.boeker.hent(bok_id), await runde.uow.boeker.les(bok_id)
    hode, stand = runde.register.hode(bok.moete_id) if bok else None, les(linjer)
    if bok is None or hode is None or stand.tilstand is not Boktilstand.TIL_GODKJENNING:
        return
    endret = endret_etter_sending(linjer)
    taus = taushet_gjelder(stand, ved_taushet(runde.register, hode), runde.naa.date())
    if taus and not endret:
        return
    antall = len(ubesvarte(stand))

    def ordlegg(norsk: Norsk) -> Message:
        return godkjenning.frist_ute(norsk, runde.register, hode, bok_id, antall, endret=endret)

    varsel = Varsel(f"fristute:{bok_id}:{stand.merknadsfrist}", Varselslag.GODKJENNING, ordlegg, hode.id)
    leder = stand.moeteleder.person_id if stand.moeteleder else None
    await runde.varsler.til_personer([leder] if leder is not None else [], varsel)
    await til_foererne(runde.varsler, Sak(runde.register, hode, bok, stand, linjer), varsel)
