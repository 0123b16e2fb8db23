"""What comes of a referat in the channels: that it is approved, and the body's new oppgaver."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from bot.cards import kanalinnlegg
from bot.domain.kanaloensker import Kanalslag
from bot.domain.oppgave import Oppgave, Oppgavetilstand
from bot.domain.ports import UnitOfWork
from bot.domain.register import Moetehode, Register
from bot.domain.utboks import Varselslag
from bot.turn import Message, Norsk
from bot.varsling import kanalposter
from bot.varsling.digestuttak import ta_ut, tilbake
from bot.varsling.godkjenning import Sak
from bot.varsling.varsler import Varsel, Varsler


async def nye_oppgaver(uow: UnitOfWork, varsler: Varsler, sak: Sak, at: datetime) -> None:
    """When it is sent to the members or approved, never while it is an utkast. One post a møte and body;
    what has changed since is changed in its place, so each oppgave is told of once. Not what is unntatt.
    """
    alle = await uow.oppgaver.for_bok(sak.id)
    organer = dict.fromkeys([*(o.organ_id for o in alle), *sak.hode.organ_ids])
    for organ_id in organer:
        post = _Post(sak.register, sak.hode, organ_id, tuple(o for o in alle if o.organ_id == organ_id))
        await post.rett(uow, at)
        if post.synlige:
            await varsler.til_kanaler([organ_id], post.varsel)


async def rett_oppgaver(
    uow: UnitOfWork, register: Register, endret: Collection[Oppgave], at: datetime
) -> None:
    """In the transaction that changed those oppgaver: where a channel was told of them, it says how they
    are now, without what is unntatt; and that is taken out of the digests.
    """
    await ta_ut(uow, register, tilbake(oppgaver=endret), at)
    for bok_id, organ_id in dict.fromkeys((o.bok_id, o.organ_id) for o in endret):
        alle = await uow.oppgaver.for_bok(bok_id) if bok_id is not None else []
        egne = tuple(o for o in alle if o.organ_id == organ_id)
        hode = register.hode(egne[0].moete_id) if egne else None
        if hode is not None:
            await _Post(register, hode, organ_id, egne).rett(uow, at)


async def er_godkjent(uow: UnitOfWork, varsler: Varsler, sak: Sak, at: datetime) -> None:
    """In the transaction that approved it, after `godkjent.fullfoer`; the oppgaver as they are now too."""
    moete = await uow.moete(sak.hode.id)
    referat = moete.referat if moete else None
    saker = sum(len(part.saker) for part in referat.deler) if referat else 0

    def ordlegg(norsk: Norsk) -> Message:
        return kanalinnlegg.godkjent(norsk, sak.register, sak.hode, saker)

    varsel = Varsel(
        f"kanalgodkjent:{sak.hode.id}",
        Varselslag.REFERAT,
        ordlegg,
        sak.hode.id,
        kanalslag=Kanalslag.GODKJENT,
    )
    deres = [o for part in sak.stand.deler for o in part.organ_ids]
    await varsler.til_kanaler(list(dict.fromkeys([*sak.hode.organ_ids, *deres])), varsel)
    await nye_oppgaver(uow, varsler, sak, at)


def _vises(o: Oppgave) -> bool:
    return o.tilstand is not Oppgavetilstand.TRUKKET and not o.hjemmel


@dataclass(frozen=True)
class _Post:
    """What a channel is told of the oppgaver that a møte gave a body."""

    register: Register
    hode: Moetehode
    organ_id: int
    oppgaver: tuple[Oppgave, ...]

    @property
    def synlige(self) -> list[Oppgave]:
        return [o for o in self.oppgaver if _vises(o)]

    @property
    def varsel(self) -> Varsel:
        return Varsel(
            self._noekkel, Varselslag.OPPGAVE, self._ordlegg, self.hode.id, kanalslag=Kanalslag.OPPGAVER
        )

    async def rett(self, uow: UnitOfWork, at: datetime) -> None:
        """What stands there already. Every change of an oppgave raises its `versjon`."""
        utgave = str(sum(o.versjon for o in self.oppgaver))
        await kanalposter.endre(uow, at, self._noekkel, utgave, self._ordlegg)

    @property
    def _noekkel(self) -> str:
        return f"kanaloppgaver:{self.hode.id}.{self.organ_id}"

    def _ordlegg(self, norsk: Norsk) -> Message:
        return kanalinnlegg.oppgaver(norsk, self.register, self.hode, self.organ_id, self.synlige)
