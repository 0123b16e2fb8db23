"""The places of a møte: who is to come, for which seat, in which body."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.domain.frammoete import Hvem
from bot.domain.navn import norm
from bot.domain.organ import Medlem, Organ, Rolle, Side
from bot.domain.register import Moetehode

_RANG = (
    Rolle.LEDER,
    Rolle.NESTLEDER,
    Rolle.MEDLEM,
    Rolle.BRUKERREPRESENTANT,
    Rolle.OBSERVATOER,
    Rolle.REFERENT,
    Rolle.SEKRETARIAT,
)
TELLER = frozenset(_RANG[:4])
"""Who counts for a quorum and for the sides."""
UTEN_SETE = frozenset({Rolle.REFERENT, Rolle.SEKRETARIAT})


@dataclass(frozen=True)
class Plass:
    """A member's place at a møte. Somebody in two bodies of a felles møte has one in each."""

    organ_id: int
    medlem: Medlem

    @property
    def hvem(self) -> Hvem:
        return hvem(self.medlem)

    @property
    def sete(self) -> str | None:
        return self.medlem.plass

    @property
    def side(self) -> Side | None:
        return self.medlem.side

    @property
    def teller(self) -> bool:
        return self.medlem.rolle in TELLER


def hvem(medlem: Medlem) -> Hvem:
    return Hvem(medlem.navn, medlem.person_id)


def ident(person: Hvem) -> int | str:
    """What tells people apart: the register's id, else the name as it is written."""
    return norm(person.navn) if person.person_id is None else person.person_id


def samme(en: Hvem, annen: Hvem) -> bool:
    return ident(en) == ident(annen)


def samme_person(en: Hvem, annen: Hvem) -> bool:
    """What gives somebody a right: both are the same person of the register, never one name alone."""
    return en.person_id is not None and en.person_id == annen.person_id


def plasser(organer: Iterable[Organ], hode: Moetehode) -> tuple[Plass, ...]:
    """Those who are members on the day of the møte, in the order of the bodies and of their lists. One
    with several roles in a body has one place, by the first of them in `_RANG`.
    """
    return tuple(Plass(organ.id or 0, m) for organ in organer for m in _medlemmer(organ, hode))


def _medlemmer(organ: Organ, hode: Moetehode) -> list[Medlem]:
    funnet: dict[int | str, Medlem] = {}
    for m in organ.medlemmer:
        if m.rolle is not Rolle.VARA and m.gjelder(hode.dato):
            foer = funnet.get(ident(hvem(m)))
            if foer is None or _RANG.index(m.rolle) < _RANG.index(foer.rolle):
                funnet[ident(hvem(m))] = m
    return list(funnet.values())
