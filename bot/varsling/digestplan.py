"""When which channel's digest is posted, and the facts it is made of.

A channel of several bodies gets one post for all those that have the same time. What has been seen to is a
tick for each body and ISO week, whatever the day: so a channel that changes its day gets no second one
that week, and still its first.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.conversation import Conversation
from bot.domain.digestfakta import (
    IKKE_SENDT,
    Fakta,
    Tidspunkt,
    hendelser_av,
    hoder_av,
    nylig_innkalt,
    samlede_oppdrag,
    samlet,
)
from bot.domain.digesttid import neste, siste
from bot.domain.innkalling import Agendapunkt
from bot.domain.kanaloensker import Digesttid, Kanalkobling
from bot.domain.moetebok import Boktilstand
from bot.domain.ports import UnitOfWork
from bot.domain.register import Register
from bot.varsling.tider import naar

_BOEKER = (*sorted(IKKE_SENDT), Boktilstand.TIL_GODKJENNING)
_LENGST = timedelta(days=14)
"""No digest tells of more days than this from its own on."""


Oppsettdel = tuple[int, tuple[int, ...]]
"""A body, and those it hears from."""


@dataclass(frozen=True)
class Oppsett:
    """One post a week: a channel, a time, and the bodies (each with those it hears from) that have it."""

    kanal: Conversation
    tid: Digesttid
    deler: tuple[Oppsettdel, ...]

    @property
    def organ_ids(self) -> tuple[int, ...]:
        return tuple(organ_id for organ_id, _ in self.deler)


def oppsettene(koblinger: Iterable[Kanalkobling]) -> list[Oppsett]:
    """Of those that have a time for it; as the links come."""
    samlede: dict[tuple[str, Digesttid], list[Kanalkobling]] = {}
    for k in koblinger:
        if k.oensker.digest is not None:
            samlede.setdefault((k.kanal.id, k.oensker.digest), []).append(k)
    return [
        Oppsett(like[0].kanal, tid, tuple((k.organ_id, k.oensker.hoerer_fra) for k in like))
        for (_, tid), like in samlede.items()
    ]


def legges_ut(tidspunkt: Tidspunkt) -> datetime:
    """When it is posted (UTC): when it is due, or at 07 where that is at night."""
    return naar(tidspunkt.at)


def takt(kanal_id: str, organ_id: int) -> str:
    """The plan its ticks are taken under, with `Uke.foerst` as their time."""
    return f"digest:{kanal_id}:{organ_id}"


def tidspunktet(tid: Digesttid, naa: datetime) -> Tidspunkt:
    """The one that was due last."""
    return Tidspunkt(tid, siste(tid, naa))


def forbi(kanal_id: str, organ_id: int, tid: Digesttid) -> str:
    """The plan of the mark that a time of the week was over when it was chosen. Of that time only: who
    changes back to one that is still to come, gets it.
    """
    return f"{takt(kanal_id, organ_id)}:{tid.ukedag}:{tid.klokke:%H%M}"


async def foerste(
    uow: UnitOfWork, kanal_id: str, organ_ids: Collection[int], tid: Digesttid, at: datetime
) -> Tidspunkt:
    """The next one to come after `at` (aware): the week's may have been posted already, at another time."""
    uke = neste(tid, at)
    tatte = await uow.takter.tatte(uke.foerst)
    while all((takt(kanal_id, o), uke.foerst) in tatte for o in organ_ids):
        uke = uke.neste
    return Tidspunkt(tid, uke)


async def satt(uow: UnitOfWork, kanal_id: str, organ_id: int, tid: Digesttid | None, at: datetime) -> None:
    """To be called where a channel gets a time (None: none any more), in the same transaction: the time
    that is over at `at` is not made up for.
    """
    if tid is not None:
        await uow.takter.ta(forbi(kanal_id, organ_id, tid), siste(tid, at).foerst)


async def les_fakta(
    uow: UnitOfWork, register: Register, organ_ids: Collection[int], tider: Collection[Tidspunkt]
) -> Fakta:
    """All that the digests of those bodies at those times are made of: a few questions, however many they
    are, and one more for each møte whose innkalling is new.
    """
    boeker = await uow.boeker.i_tilstand(_BOEKER)
    fra = min(t.fra for t in tider)
    nye = nylig_innkalt(register, organ_ids, min(t.forrige for t in tider))
    return Fakta(
        register,
        oppgaver=samlet(await uow.oppgaver.aapne(organ_ids)),
        oppdrag=samlede_oppdrag(await uow.oppdrag.til_organ(organ_ids)),
        skjult=frozenset(b.id for b in boeker if b.tilstand in IKKE_SENDT),
        hoering=tuple(b for b in boeker if b.tilstand is Boktilstand.TIL_GODKJENNING),
        agenda={moete_id: await _saksliste(uow, moete_id) for moete_id in nye},
        hoder=hoder_av(register),
        hendelser=hendelser_av(register, fra, max(t.fra for t in tider) + _LENGST),
    )


async def _saksliste(uow: UnitOfWork, moete_id: int) -> Sequence[Agendapunkt]:
    moete = await uow.moete(moete_id)
    return tuple(moete.innkalling.agenda) if moete and moete.innkalling else ()
