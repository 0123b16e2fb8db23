"""What has been raised to eventuelt, in the channels: one post a møte, changed in its place."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from bot.cards import kanalinnlegg
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
    await kanalposter.endre(uow, at, _noekkel(hode), f"{sak.id}.{sak.versjon}", ordlegg)
    if saker:
        varsel = Varsel(
            _noekkel(hode), Varselslag.EVENTUELT, ordlegg, hode.id, kanalslag=Kanalslag.EVENTUELT
        )
        # To channels alone, so nobody's rights are asked for.
        await Varsler(uow, register, at, Rettigheter()).til_kanaler(hode.organ_ids, varsel)


def _noekkel(hode: Moetehode) -> str:
    return f"kanaleventuelt:{hode.id}"


def _ordlegg(register: Register, hode: Moetehode, titler: Sequence[str], norsk: Norsk) -> Message:
    return kanalinnlegg.eventuelt(norsk, register, hode, titler)
