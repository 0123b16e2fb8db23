"""Who speaks: a user of Teams tied to the member it is, and how surely that is known."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

from bot.domain.aktoer import Aktoer, Sikkerhet
from bot.domain.frammoete import Hvem
from bot.domain.navn import norm
from bot.domain.organ import Medlem, Rolle
from bot.domain.register import Register
from bot.domain.rettigheter import Rettigheter
from bot.domain.teamsbruker import Teamsbruker


@dataclass(frozen=True)
class Sete:
    """A member that holds on the day, and in which body."""

    organ_id: int
    medlem: Medlem
    person_id: int


@dataclass(frozen=True)
class Knytning:
    person_id: int | None = None
    sikkerhet: Sikkerhet = Sikkerhet.UKJENT


def aktoer_av(
    register: Register,
    person_key: str,
    aad_id: str | None,
    navn: str,
    bruker: Teamsbruker | None,
    rettigheter: Rettigheter,
    dag: date,
) -> Aktoer:
    """The speaker among those who are members of something on that day.

    SIKKER by the aad object id, by the e-mail of Teams' roster, or by the sekretariat's «Stemmer»; NAVN
    where one person alone is called that, and the speaker has not said «Det er ikke meg»; else UKJENT.
    A member with another aad object id it is never. Where nobody needs to be anything
    (`rettigheter.aapen`) a name is enough.
    """
    seter = _mulige(_seter(register, dag), aad_id)
    knytning = _aapnet(_knytning(seter, aad_id, navn, bruker), rettigheter)
    egne = [s for s in seter if s.person_id == knytning.person_id]
    hvem = Hvem(egne[0].medlem.navn, egne[0].person_id) if egne else Hvem(navn)
    admin = rettigheter.er_admin(aad_id)
    return Aktoer(hvem, person_key, knytning.sikkerhet, admin, _roller(egne))


def personer_ved_navn(register: Register, navn: str, dag: date) -> frozenset[int]:
    """Those who are called that and are members of something on that day."""
    return _like(_seter(register, dag), lambda m: norm(m.navn) == norm(navn))


def _seter(register: Register, dag: date) -> list[Sete]:
    return [
        Sete(organ.id, medlem, medlem.person_id)
        for organ in register.organer
        for medlem in organ.medlemmer
        if organ.id is not None and medlem.person_id is not None and medlem.gjelder(dag)
    ]


def _mulige(seter: list[Sete], aad_id: str | None) -> list[Sete]:
    """Without those who are known to be somebody else in Teams."""
    andre = {s.person_id for s in seter if s.medlem.aad_id and aad_id and not _lik(s.medlem.aad_id, aad_id)}
    return [s for s in seter if s.person_id not in andre]


def _knytning(seter: list[Sete], aad_id: str | None, navn: str, bruker: Teamsbruker | None) -> Knytning:
    epost = bruker.epost if bruker else None
    sikre = (
        _like(seter, lambda m: _lik(m.aad_id, aad_id)),
        _like(seter, lambda m: _lik(m.epost, epost)),
        {s.person_id for s in seter if bruker and s.person_id == bruker.person_id},
    )
    for funnet in sikre:
        if len(funnet) == 1:
            return Knytning(min(funnet), Sikkerhet.SIKKER)
    like = _like(seter, lambda m: bool(norm(navn)) and norm(m.navn) == norm(navn))
    like -= frozenset(bruker.ikke if bruker else ())
    return Knytning(min(like), Sikkerhet.NAVN) if len(like) == 1 else Knytning()


def _aapnet(knytning: Knytning, rettigheter: Rettigheter) -> Knytning:
    if rettigheter.aapen and knytning.sikkerhet is Sikkerhet.NAVN:
        return replace(knytning, sikkerhet=Sikkerhet.SIKKER)
    return knytning


def _like(seter: Iterable[Sete], passer: Callable[[Medlem], bool]) -> frozenset[int]:
    return frozenset(s.person_id for s in seter if passer(s.medlem))


def _lik(ene: str | None, andre: str | None) -> bool:
    return bool(ene and andre) and (ene or "").strip().casefold() == (andre or "").strip().casefold()


def _roller(seter: list[Sete]) -> dict[int, frozenset[Rolle]]:
    organer = {s.organ_id for s in seter}
    return {o: frozenset(s.medlem.rolle for s in seter if s.organ_id == o) for o in organer}
