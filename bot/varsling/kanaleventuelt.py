"""What has been raised to eventuelt, in the channels: one post a møte, changed in its place, also when the
møte is moved or called off.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from bot.cards import kanalinnlegg
from bot.domain import eventuelt
from bot.domain.kanaloensker import Kanalslag
from bot.domain.meldtsak import MeldtSak
from bot.domain.ports import UnitOfWork
from bot.domain.register import Moetehode, Register
from bot.domain.rettigheter import Rettigheter
from bot.domain.utboks import Varselslag
from bot.turn import Message, Norsk
from bot.varsling import kanalposter
from bot.varsling.kanalvalg import som_vil_ha
from bot.varsling.varsler import Varsel, Varsler


async def angaar(uow: UnitOfWork, hode: Moetehode) -> bool:
    """Whether a channel has such a post of that møte, or wants one."""
    vil_ha = await som_vil_ha(uow, hode.organ_ids, Kanalslag.EVENTUELT)
    return bool(vil_ha or await kanalposter.staar(uow, _noekkel(hode)))


async def vis(
    uow: UnitOfWork,
    register: Register,
    hode: Moetehode,
    saker: Sequence[MeldtSak],
    sak: MeldtSak,
    at: datetime,
) -> None:
    """`saker` is the møte's list of eventuelt as it is now, `sak` what has just changed. Channels that want
    it and have no post yet get one; where there is nothing on the list, none is made. The caller commits.
    """
    ordlegg = partial(_ordlegg, register, hode, [s.tittel for s in saker])
    utgave = f"{sak.id}.{sak.versjon}"
    await kanalposter.endre(uow, at, _noekkel(hode), utgave, ordlegg, hode.organ_ids)
    if saker:
        await _legg_ut(uow, register, hode, ordlegg, at)


async def moetet_endret(
    uow: UnitOfWork, register: Register, moete_id: int, utgave: str, at: datetime
) -> None:
    """In the transaction that moved that møte, called it off, or took that back; `register` is as it is
    after it, `utgave` unique a change. Its post tells the new time, or that it is avlyst; the list of the
    next møte gets what came over, or loses it again. The caller commits.
    """
    hode = register.hode(moete_id)
    if hode is None:
        return
    naboer = [eventuelt.neste_etter(register, o, hode.dato) for o in hode.organ_ids]
    roerte = {h.id: h for h in [hode, *naboer] if h is not None}
    for h in sorted(roerte.values(), key=lambda h: h.id):
        if await angaar(uow, h) and (h.avlyst or eventuelt.aapent(h, at)):
            await uow.frammoete.laas(h.id)
            await _rett(uow, register, h, f"{utgave}.{moete_id}", at, ny=h.id != moete_id)


async def _rett(
    uow: UnitOfWork, register: Register, hode: Moetehode, utgave: str, at: datetime, *, ny: bool
) -> None:
    """`ny`: also where there is no post yet, and something on the list."""
    titler = [] if hode.avlyst else [s.tittel for s in await _listen(uow, register, hode)]
    ordlegg = partial(_ordlegg, register, hode, titler)
    await kanalposter.endre(uow, at, _noekkel(hode), utgave, ordlegg, hode.organ_ids)
    if titler and ny:
        await _legg_ut(uow, register, hode, ordlegg, at)


async def _listen(uow: UnitOfWork, register: Register, hode: Moetehode) -> Sequence[MeldtSak]:
    avlyste = [m.id for o in hode.organ_ids for m in register.moeter_i(o) if m.avlyst]
    saker = await uow.saker.for_moeter(hode.organ_ids, {hode.id, *avlyste})
    return eventuelt.til_eventuelt(register, saker, hode)


async def _legg_ut(
    uow: UnitOfWork, register: Register, hode: Moetehode, ordlegg: Callable[[Norsk], Message], at: datetime
) -> None:
    """To channels alone, so nobody's rights are asked for."""
    varsel = Varsel(_noekkel(hode), Varselslag.EVENTUELT, ordlegg, hode.id, kanalslag=Kanalslag.EVENTUELT)
    await Varsler(uow, register, at, Rettigheter()).til_kanaler(hode.organ_ids, varsel)


def _noekkel(hode: Moetehode) -> str:
    return f"kanaleventuelt:{hode.id}"


def _ordlegg(register: Register, hode: Moetehode, titler: Sequence[str], norsk: Norsk) -> Message:
    return kanalinnlegg.eventuelt(norsk, register, hode, titler)
