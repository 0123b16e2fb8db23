"""Tells those of a møte that it is called, moved, called off or held after all: each personally, and
the channels of its bodies.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.clock import OSLO
from bot.domain import flytting
from bot.domain.frammoete import Hvem
from bot.domain.kanaloensker import Kanalslag
from bot.domain.moete import Moete
from bot.domain.plasser import ident
from bot.domain.ports import UnitOfWork
from bot.domain.register import Moetehode
from bot.domain.situasjon import Situasjon
from bot.domain.stilling import Kalltilstand
from bot.domain.utboks import Varselslag
from bot.turn import Message, Norsk
from bot.varsling.kanalvalg import som_vil_ha
from bot.varsling.utsending import Utsending
from bot.varsling.varsler import Naadd, Varsel, Varsler

Ordlegg = Callable[[Norsk, bool], Message]
"""The card in that målform: for one person (True) or a channel."""
HASTER = frozenset({Varselslag.FLYTTET, Varselslag.AVLYST})
"""Who sets out early in the morning must know."""


@dataclass(frozen=True)
class Kunngjoering:
    """What is told of a møte. `noekkel` is unique a cause; `foer` is what it was, where it is moved."""

    slag: Varselslag
    moete: Moete
    noekkel: str
    ordlegg: Ordlegg
    foer: Moete | None = None

    @property
    def personlig(self) -> Varsel:
        return Varsel(
            self.noekkel,
            self.slag,
            lambda norsk: self.ordlegg(norsk, True),
            self.moete.id,
            haster=self.slag in HASTER,
            foer=begynner(self.foer) if self.foer else None,
        )

    @property
    def i_kanalen(self) -> Varsel:
        """To those that want the innkalling: whoever was told of the møte is told of what becomes of it."""
        return Varsel(
            f"{self.noekkel}:kanal",
            self.slag,
            lambda norsk: self.ordlegg(norsk, False),
            self.moete.id,
            kanalslag=Kanalslag.INNKALLING,
        )


async def forhaandsvis(
    uow: UnitOfWork, varsler: Varsler, kunngjoering: Kunngjoering, folk: Sequence[Hvem]
) -> Utsending:
    """What `send` would come to; nothing is queued."""
    naadde = [
        (person, await varsler.ville(person.person_id, kunngjoering.personlig))
        if person.person_id is not None
        else (person, Naadd.UKJENT)
        for person in folk
    ]
    return _utsending(naadde, await antall_kanaler(uow, kunngjoering.moete))


async def send(varsler: Varsler, kunngjoering: Kunngjoering, folk: Sequence[Hvem]) -> Utsending:
    """Queues it; the caller commits."""
    naadde = [
        (person, await varsler.til_person(person.person_id, kunngjoering.personlig))
        if person.person_id is not None
        else (person, Naadd.UKJENT)
        for person in folk
    ]
    return _utsending(
        naadde, await varsler.til_kanaler(kunngjoering.moete.organ_ids, kunngjoering.i_kanalen)
    )


async def antall_kanaler(uow: UnitOfWork, moete: Moete) -> int:
    """How many of its bodies' channels want it."""
    return len(await som_vil_ha(uow, moete.organ_ids, Kanalslag.INNKALLING))


def begynner(moete: Moete | Moetehode) -> datetime | None:
    """In Oslo; None where its clock is not known."""
    return datetime.combine(moete.dato, moete.start, OSLO) if moete.start else None


def _utsending(naadde: Sequence[tuple[Hvem, Naadd]], kanaler: int) -> Utsending:
    return Utsending(
        personer=sum(n in (Naadd.LAGT, Naadd.LAGT_FOER) for _, n in naadde),
        kanaler=kanaler,
        unaadde=tuple(p.navn for p, n in naadde if n in (Naadd.UKJENT, Naadd.IKKE_INSTALLERT)),
        mette=tuple(p.navn for p, n in naadde if n is Naadd.FOR_MANGE),
    )


def medlemmer(sit: Situasjon) -> list[Hvem]:
    """The members on the day of the møte, each once. A vara is one of them only when called in."""
    return _hver([plass.hvem for plass in sit.plasser])


def beroerte(sit: Situasjon) -> list[Hvem]:
    """The members, the varaer who were called, and everybody else who has said something of it."""
    return _hver([*medlemmer(sit), *flytting.beroerte(sit)])


def berammet(sit: Situasjon) -> list[Hvem]:
    """Those, without who has forfall and the varaer: when a møte is moved, they are asked anew."""
    spurte = {ident(k.vara) for k in sit.stilling.kall if k.lever}
    return [p for p in beroerte(sit) if not sit.stilling.person(p).borte and ident(p) not in spurte]


def innkalte(sit: Situasjon) -> list[Hvem]:
    """The members, and the varaer who are called in and have said yes."""
    return _hver([*medlemmer(sit), *_varaer(sit)])


def som_kommer(sit: Situasjon) -> list[Hvem]:
    """Those, without who has forfall."""
    return [person for person in innkalte(sit) if not sit.stilling.person(person).borte]


def _varaer(sit: Situasjon) -> list[Hvem]:
    return [kall.vara for kall in sit.stilling.kall if kall.tilstand is Kalltilstand.JA]


def _hver(folk: Sequence[Hvem]) -> list[Hvem]:
    return list({ident(person): person for person in folk}.values())
