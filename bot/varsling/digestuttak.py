"""What has become unntatt, or was withdrawn, is taken out of the digests that stand in the channels.

A digest is otherwise never written anew: it told how things were that week.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bot.cards.digestuttak import Uttak, uten
from bot.cards.oppdragslinjer import Oppdragsvisning
from bot.cards.oppdragslinjer import navn as oppdragsnavn
from bot.cards.ord import organnavn
from bot.clock import OSLO
from bot.domain.digesttid import uke_av
from bot.domain.maalform import Maalform
from bot.domain.oppdrag import Oppdrag, Oppdragstilstand
from bot.domain.oppgave import Oppgave, Oppgavetilstand
from bot.domain.ports import UnitOfWork
from bot.domain.register import Register
from bot.domain.utboks import Operasjon, Utpost, Utposttilstand
from bot.language.tekster import tekster
from bot.turn import Norsk

UKER = 3
"""This week's, and those of the two before it."""


@dataclass(frozen=True)
class Tilbake:
    """What may no longer be read in a channel."""

    oppgaver: tuple[Oppgave, ...] = ()
    oppdrag: tuple[Oppdrag, ...] = ()

    @property
    def organ_ids(self) -> frozenset[int]:
        return frozenset([*(o.organ_id for o in self.oppgaver), *(o.til_organ_id for o in self.oppdrag)])


def tilbake(oppgaver: Collection[Oppgave] = (), oppdrag: Collection[Oppdrag] = ()) -> Tilbake:
    """Of those that were changed just now."""
    return Tilbake(
        tuple(o for o in oppgaver if o.hjemmel or o.tilstand is Oppgavetilstand.TRUKKET),
        tuple(o for o in oppdrag if o.tilstand is Oppdragstilstand.TRUKKET),
    )


async def ta_ut(uow: UnitOfWork, register: Register, hva: Tilbake, at: datetime) -> int:
    """In the transaction that withheld it; how many posts. What waits is changed before it leaves. The
    caller commits.
    """
    if not hva.organ_ids:
        return 0
    uka = at.astimezone(OSLO).date()
    antall = 0
    for n in range(UKER):
        alle = await uow.utboks.under(f"digest:{uke_av(uka - timedelta(weeks=n))}:")
        for post in alle:
            if post.operasjon is Operasjon.NY and hva.organ_ids & _organene(post):
                antall += await _rett(uow, register, post, alle, hva, at)
    return antall


def _organene(post: Utpost) -> frozenset[int]:
    """Those in its key, `digest:<week>:<body>[+<body>]:<channel>`."""
    return frozenset(int(organ) for organ in post.noekkel.split(":")[2].split("+"))


async def _rett(
    uow: UnitOfWork, register: Register, post: Utpost, alle: Sequence[Utpost], hva: Tilbake, at: datetime
) -> bool:
    endringer = [
        p for p in alle if p.gjelder == post.noekkel and p.operasjon is Operasjon.ENDRE and p.melding
    ]
    sist = endringer[-1].melding if endringer else post.melding
    if not sist:
        return False
    norsk = tekster(Maalform(sist["maalform"]))
    melding = uten(sist, _uttakene(norsk, register, hva, _organene(post), at))
    if melding is None:
        return False
    if post.tilstand is Utposttilstand.DOED:
        return await uow.utboks.ret_doed(post.noekkel, melding)
    # What waits is replaced, be it the digest or its last change.
    if await uow.utboks.erstatt(endringer[-1].noekkel if endringer else post.noekkel, melding):
        return True
    return await uow.utboks.legg(_endring(post, melding, len(endringer), at))


def _endring(post: Utpost, melding: dict[str, object], nr: int, at: datetime) -> Utpost:
    """Sent at once, also at night: nobody's phone rings for it."""
    return Utpost(
        noekkel=f"{post.noekkel}:uttak{nr}",
        conversation_id=post.conversation_id,
        melding=melding,
        slag=post.slag,
        ikke_foer=at.astimezone(UTC),
        operasjon=Operasjon.ENDRE,
        gjelder=post.noekkel,
    )


def _uttakene(
    norsk: Norsk, register: Register, hva: Tilbake, organ_ids: frozenset[int], at: datetime
) -> list[Uttak]:
    dag = at.astimezone(OSLO).date()
    v = Oppdragsvisning(norsk, register, dag)
    par = [(norsk.tekst("oppgave.navn", nr=o.nr), o.organ_id) for o in hva.oppgaver]
    par += [(oppdragsnavn(v, o), o.til_organ_id) for o in hva.oppdrag]
    return [
        Uttak(navn, organnavn(register, (organ,), dag), norsk.tekst("digest.tatt_ut", hva=navn))
        for navn, organ in par
        if organ in organ_ids
    ]
