"""The saker that were postponed at the last møte of a body: they come back on its next saksliste."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.boklesing import les
from bot.domain.bokstand import Bokstand
from bot.domain.moetebok import Boktilstand, Moetebok, Punktslag
from bot.domain.ports import UnitOfWork
from bot.domain.referat import Referat
from bot.domain.register import Moetehode, Register

_UTSATT = re.compile(
    r"\b(?:(?:saken|saka|sak)\s+)?(?:er\s+|blir\s+|ble\s+)?(?:utsatt|utsett|utsettes|utsettast)\b",
    re.IGNORECASE,
)
NAERE = 3
"""So many møter back it is looked for one with a referat."""


@dataclass(frozen=True)
class Utsatt:
    """A sak as it was called then. `hjemmel`: it is unntatt offentlighet."""

    tittel: str
    saksnr: str | None = None
    hjemmel: str | None = None


@dataclass(frozen=True)
class Utsatte:
    """`tilstand` of the møtebok they stand in; None where it is a paper that was imported."""

    saker: tuple[Utsatt, ...] = ()
    tilstand: Boktilstand | None = None


async def utsatte(uow: UnitOfWork, register: Register, hode: Moetehode) -> Utsatte:
    """Those of the last møte before this that has a referat, or keeps one."""
    for forrige in _foer(register, hode):
        bok = await uow.boeker.for_moete(forrige.id)
        if bok is not None:
            return await _fra_bok(uow, bok)
        if forrige.har_referat:
            moete = await uow.moete(forrige.id)
            return Utsatte(_fra_papir(moete.referat) if moete and moete.referat else ())
    return Utsatte()


def _foer(register: Register, hode: Moetehode) -> Sequence[Moetehode]:
    felles = set(hode.organ_ids)
    tidligere = [
        m for m in register.moeter if not m.avlyst and m.dato < hode.dato and felles & set(m.organ_ids)
    ]
    return tidligere[-NAERE:][::-1]


async def _fra_bok(uow: UnitOfWork, bok: Moetebok) -> Utsatte:
    return Utsatte(i_stand(les(await uow.boeker.les(bok.id or 0))), bok.tilstand)


def i_stand(stand: Bokstand) -> tuple[Utsatt, ...]:
    """In the order of the saksliste, each once."""
    utsatt = {p.sak for p in stand.punkter.values() if p.slag is Punktslag.UTSATT and not p.stroeket}
    return tuple(Utsatt(s.tittel, s.saksnr, s.hjemmel) for s in stand.saker if s.key in utsatt)


def _fra_papir(referat: Referat) -> tuple[Utsatt, ...]:
    """Where the konklusjon begins by saying so."""
    saker = [s for del_ in referat.deler for s in del_.saker]
    return tuple(
        Utsatt(s.tittel, s.saksnr_rettet or s.saksnr)
        for s in saker
        if any(map(_UTSATT.match, s.konklusjon))
    )
