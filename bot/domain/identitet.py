"""Who speaks: a user of Teams tied to the member it is, and how surely that is known."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date

from bot.domain.aktoer import Aktoer, Sikkerhet
from bot.domain.errors import Refusal
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
    """The speaker among those who are members of something on that day, or else from a later one on.

    SIKKER by the aad object id, by the e-mail of Teams' roster, or by the sekretariat's «Stemmer»; NAVN
    where one person alone is called that, and the speaker has not said «Det er ikke meg»; else UKJENT.
    A member with another aad object id it is never. Where nobody needs to be anything
    (`rettigheter.aapen`) a name is enough.
    """
    alle = _mulige([*_seter(register, dag), *_senere(register, dag)], aad_id)
    naa = [s for s in alle if s.medlem.gjelder(dag)]
    knytning = _knytning(naa, aad_id, navn, bruker)
    if knytning.person_id is None:
        knytning = _knytning(alle, aad_id, navn, bruker)
    knytning = _aapnet(knytning, rettigheter)
    egne, nye = (
        [s for s in alle if s.person_id == knytning.person_id and s.medlem.gjelder(dag) is i_dag]
        for i_dag in (True, False)
    )
    hvem = next((Hvem(s.medlem.navn, s.person_id) for s in [*egne, *nye]), Hvem(navn))
    admin = rettigheter.er_admin(aad_id)
    return Aktoer(hvem, person_key, knytning.sikkerhet, admin, _roller(egne), _roller(nye))


def uten_delt_navn(
    register: Register, aktoer: Aktoer, navn: str, brukere: Iterable[Teamsbruker], dag: date
) -> Aktoer:
    """Who is taken for a member by name, is nobody where another of the users is taken for the same one, or
    surely is them, under that name.
    """
    if aktoer.sikkerhet is not Sikkerhet.NAVN:
        return aktoer
    like = [b for b in brukere if b.key != aktoer.key and norm(b.navn) == norm(navn)]
    andre = [(b.key, aktoer_av(register, b.key, b.aad_id, b.navn, b, Rettigheter(), dag)) for b in like]
    delt, ukjent = aktoer.hvem.person_id, Aktoer(Hvem(navn), aktoer.key, admin=aktoer.admin)
    funnet = tuple(key for key, annen in andre if annen.hvem.person_id == delt)
    return replace(ukjent, delt=delt, navnebroedre=funnet) if funnet else aktoer


class AnnenBruker(Refusal):
    """The member is known to be another user of Teams."""


class IkkeLike(Refusal):
    """The user and the member have different names, or there is no such member."""


def bekreftet(
    register: Register, bruker: Teamsbruker, person_id: int, organ_ids: Collection[int], dag: date
) -> Teamsbruker:
    """«Stemmer», said for those bodies: the user is that member when it has been said for all the member
    is in, and until then it is noted (`gjenstaar`), for it gives the member's rights in them all. Raises
    AnnenBruker, and IkkeLike where they are not called the same (any more), so that it was not what the
    sekretariat was asked.
    """
    seter = [s for s in _seter(register, dag) if s.person_id == person_id]
    if not any(norm(s.medlem.navn) == norm(bruker.navn) for s in seter):
        raise IkkeLike
    if not _mulige(seter, bruker.aad_id):
        raise AnnenBruker
    sagt = {*bruker.stemmer, *((person_id, organ_id) for organ_id in organ_ids)}
    ny = replace(bruker, stemmer=tuple(sorted(sagt)), ikke=tuple(i for i in bruker.ikke if i != person_id))
    if gjenstaar(register, ny, person_id, dag):
        return ny
    return replace(ny, person_id=person_id, stemmer=_uten(ny, person_id))


def gjenstaar(register: Register, bruker: Teamsbruker, person_id: int, dag: date) -> tuple[int, ...]:
    """The member's bodies whose sekretariat has not said that it is them; none where it is known."""
    if bruker.person_id == person_id:
        return ()
    organer = organer_til(register, person_id, dag)
    return tuple(o for o in organer if (person_id, o) not in bruker.stemmer)


def avkreftet(bruker: Teamsbruker, person_id: int) -> Teamsbruker:
    """«Stemmer ikke» and «Det er ikke meg»: the user is somebody else."""
    ikke = tuple(sorted({*bruker.ikke, person_id}))
    er = None if bruker.person_id == person_id else bruker.person_id
    return replace(bruker, person_id=er, ikke=ikke, stemmer=_uten(bruker, person_id))


def _uten(bruker: Teamsbruker, person_id: int) -> tuple[tuple[int, int], ...]:
    return tuple(par for par in bruker.stemmer if par[0] != person_id)


def organer_til(register: Register, person_id: int, dag: date) -> tuple[int, ...]:
    """The bodies somebody is in on that day."""
    return tuple(dict.fromkeys(s.organ_id for s in _seter(register, dag) if s.person_id == person_id))


def roller_til(register: Register, person_id: int, dag: date) -> dict[int, frozenset[Rolle]]:
    """What somebody is on that day, by body."""
    return _roller([s for s in _seter(register, dag) if s.person_id == person_id])


def personnavn(register: Register, person_id: int, dag: date) -> str:
    """What somebody is called in the list of members on that day; empty for nobody."""
    return next((s.medlem.navn for s in _seter(register, dag) if s.person_id == person_id), "")


def bare_ved_navn(
    register: Register, brukere: Iterable[Teamsbruker], organ_ids: Collection[int], dag: date
) -> list[tuple[Teamsbruker, Aktoer]]:
    """Users who are taken for a member of one of the bodies, and known by the name alone."""
    ingen = Rettigheter()
    alle = [(b, aktoer_av(register, b.key, b.aad_id, b.navn, b, ingen, dag)) for b in brukere]
    return [
        (b, a)
        for b, a in alle
        if a.sikkerhet is Sikkerhet.NAVN and not a.roller.keys().isdisjoint(organ_ids)
    ]


def _seter(register: Register, dag: date) -> list[Sete]:
    return _seter_der(register, lambda medlem: medlem.gjelder(dag))


def _senere(register: Register, dag: date) -> list[Sete]:
    """Those that begin after that day."""
    return _seter_der(register, lambda medlem: medlem.fra is not None and medlem.fra > dag)


def _seter_der(register: Register, passer: Callable[[Medlem], bool]) -> list[Sete]:
    return [
        Sete(organ.id, medlem, medlem.person_id)
        for organ in register.organer
        for medlem in organ.medlemmer
        if organ.id is not None and medlem.person_id is not None and passer(medlem)
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
