"""What comes of a referat in the channels: that it is approved, and the body's new oppgaver."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from bot.cards import kanalinnlegg
from bot.domain.kanaloensker import Kanalslag
from bot.domain.oppgave import Oppgave, Oppgavetilstand
from bot.domain.ports import UnitOfWork
from bot.domain.utboks import Varselslag
from bot.turn import Message, Norsk
from bot.varsling import kanalposter
from bot.varsling.godkjenning import Sak
from bot.varsling.varsler import Varsel, Varsler


async def nye_oppgaver(uow: UnitOfWork, varsler: Varsler, sak: Sak, at: datetime) -> None:
    """When it is sent to the members or approved, never while it is an utkast. One post a møte and body;
    what has changed since is changed in its place, so each oppgave is told of once. Not what is unntatt.
    """
    alle = await uow.oppgaver.for_bok(sak.id)
    organer = dict.fromkeys([*(o.organ_id for o in alle), *sak.hode.organ_ids])
    for organ_id in organer:
        synlige = [o for o in alle if o.organ_id == organ_id and _vises(o)]
        await _legg_ut(uow, varsler, sak, at, organ_id, synlige)


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


async def _legg_ut(
    uow: UnitOfWork, varsler: Varsler, sak: Sak, at: datetime, organ_id: int, nye: Sequence[Oppgave]
) -> None:
    ordlegg = partial(_ordlegg, sak, organ_id, nye)
    noekkel = f"kanaloppgaver:{sak.hode.id}.{organ_id}"
    await kanalposter.endre(uow, at, noekkel, str(sak.stand.siste), ordlegg)
    if nye:
        varsel = Varsel(noekkel, Varselslag.OPPGAVE, ordlegg, sak.hode.id, kanalslag=Kanalslag.OPPGAVER)
        await varsler.til_kanaler([organ_id], varsel)


def _ordlegg(sak: Sak, organ_id: int, nye: Sequence[Oppgave], norsk: Norsk) -> Message:
    return kanalinnlegg.oppgaver(norsk, sak.register, sak.hode, organ_id, nye)
