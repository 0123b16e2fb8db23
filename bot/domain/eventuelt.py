"""Saker til eventuelt: where they are raised, which are on a møte's list and in which order, and what
may be done with them.

A sak keeps its place among those raised to the same møte; one that is withdrawn or moved leaves the
list, which is then numbered anew. So a number is said as it is now, and a sak is known by its id.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.aktoer import Aktoer
from bot.domain.arbeidstid import virkedager_foer
from bot.domain.meldtsak import FLYTTET, FORFREMMET, GODTATT, MeldtSak, Sakslag, Sakstilstand
from bot.domain.moeter import Tilstand, innenfor, kommende, tilstand
from bot.domain.navn import norm
from bot.domain.register import Moetehode, Register

OSLO = ZoneInfo("Europe/Oslo")
SAMME = timedelta(days=1)
"""The same words from the same person within this are the same sak."""


def kan_meldes_til(register: Register, organ_ids: Iterable[int], at: datetime) -> tuple[Moetehode, ...]:
    """The next møte of each body that is neither over nor avlyst, the nearest first."""
    neste = [_neste(register, organ_id, at) for organ_id in organ_ids]
    funnet = {m.id: m for m in neste if m is not None}
    return tuple(kommende(funnet.values(), at))


def i_tiden(
    register: Register, organ_ids: Iterable[int], fra: date | None, til: date | None
) -> tuple[Moetehode, ...]:
    """Every møte of those bodies in the time that was named, also avlyst and over."""
    nevnte = set(organ_ids)
    return tuple(
        m for m in register.moeter if nevnte.intersection(m.organ_ids) and innenfor(m.dato, fra, til)
    )


def aapent(hode: Moetehode, at: datetime) -> bool:
    """Whether a sak can still be raised to it."""
    return not hode.avlyst and tilstand(hode, at) is not Tilstand.OVER


def neste_etter(register: Register, organ_id: int, dag: date) -> Moetehode | None:
    """The body's first møte after that day that is not avlyst."""
    return next((m for m in register.moeter_i(organ_id) if m.dato > dag and not m.avlyst), None)


def _neste(register: Register, organ_id: int, at: datetime) -> Moetehode | None:
    aktuelle = [m for m in register.moeter_i(organ_id) if not m.avlyst]
    return next(iter(kommende(aktuelle, at)), None)


def moetet(register: Register, sak: MeldtSak) -> Moetehode | None:
    """The møte a sak stands on: the one it was raised to, and if that is avlyst (or it was moved where
    none was known) the body's next after it. None where there is none yet.
    """
    hode = register.hode(sak.moete_id) if sak.moete_id is not None else None
    if hode is not None and not hode.avlyst:
        return hode
    if hode is not None:
        return neste_etter(register, sak.organ_id, hode.dato)
    return neste_etter(register, sak.organ_id, _etter(register, sak))


def _etter(register: Register, sak: MeldtSak) -> date:
    """The day after which the møte of a sak without one is to be: that of the møte it was moved from, or
    the day it was put on a saksliste that had none yet.
    """
    for linje in reversed(sak.logg):
        if linje.hva in (GODTATT, FORFREMMET):
            return _dag(linje.at)
        fra = register.hode(int(linje.foer)) if linje.hva == FLYTTET and linje.foer else None
        if fra is not None:
            return fra.dato
    return _dag(sak.at) - timedelta(days=1)


def _dag(at: datetime) -> date:
    return at.astimezone(OSLO).date()


def til_eventuelt(register: Register, saker: Iterable[MeldtSak], hode: Moetehode) -> list[MeldtSak]:
    """Those on the list of eventuelt of that møte, in the order they were raised."""
    levende = {Sakstilstand.MELDT, Sakstilstand.GODTATT}
    return _paa(register, saker, hode, Sakslag.EVENTUELT, levende)


def til_sakslisten(register: Register, saker: Iterable[MeldtSak], hode: Moetehode) -> list[MeldtSak]:
    """Ordinary saker that the sekretariat has put on that møte's saksliste."""
    return _paa(register, saker, hode, Sakslag.ORDINAER, {Sakstilstand.GODTATT})


def _paa(
    register: Register,
    saker: Iterable[MeldtSak],
    hode: Moetehode,
    slag: Sakslag,
    tilstander: set[Sakstilstand],
) -> list[MeldtSak]:
    valgt = [s for s in saker if s.slag is slag and s.tilstand in tilstander]
    paa = {s.id: s for s in valgt if (m := moetet(register, s)) and m.id == hode.id}
    return sorted(paa.values(), key=lambda s: s.id or 0)


def ikke_tatt_opp(
    register: Register, saker: Iterable[MeldtSak], hode: Moetehode
) -> tuple[Moetehode, int] | None:
    """The body's last møte before that one, with how many saker of its list nobody has marked as taken
    up or pushed on. None where there is none.
    """
    foer = [m for o in hode.organ_ids for m in register.moeter_i(o) if m.dato < hode.dato and not m.avlyst]
    if not foer:
        return None
    forrige = max(foer, key=lambda m: m.dato)
    rest = [s for s in til_eventuelt(register, saker, forrige) if s.tilstand is Sakstilstand.MELDT]
    return (forrige, len(rest)) if rest else None


def plass(liste: Sequence[MeldtSak], sak: MeldtSak) -> int:
    """Its number on that list as it is now, 1 is the first; 0 where it is not on it."""
    return next((n for n, s in enumerate(liste, 1) if s.id == sak.id), 0)


def samme(saker: Iterable[MeldtSak], ny: MeldtSak) -> MeldtSak | None:
    """Of saker to the same møte (or the same sekretariat): the same words from the same person within a
    day, that still stand.
    """
    like = (
        s
        for s in saker
        if s.slag is ny.slag
        and s.organ_id == ny.organ_id
        and s.tilstand is Sakstilstand.MELDT
        and _samme_person(s, ny)
        and norm(s.tittel) == norm(ny.tittel)
        and abs(ny.at - s.at) <= SAMME
    )
    return next(like, None)


def _samme_person(en: MeldtSak, annen: MeldtSak) -> bool:
    if en.av.person_id is not None and annen.av.person_id is not None:
        return en.av.person_id == annen.av.person_id
    return en.av_key == annen.av_key and en.av.navn == annen.av.navn


def min_egen(sak: MeldtSak, aktoer: Aktoer) -> bool:
    """Whether the speaker raised it, or somebody for them."""
    egen_id = aktoer.hvem.person_id
    return sak.av_key == aktoer.key or (egen_id is not None and sak.av.person_id == egen_id)


def har_begynt(hode: Moetehode, at: datetime) -> bool:
    """Whether its day has come and, where one is known, its clock; also after its end that day, since
    møter run late.
    """
    if hode.avlyst or hode.dato != at.date():
        return False
    return hode.start is None or at.time().replace(tzinfo=None) >= hode.start


def frist(register: Register, organ_id: int, hode: Moetehode) -> date | None:
    """The last day that saker til eventuelt are in time; None where the body has no frist."""
    dager = register.organ(organ_id).frist_dager
    return None if dager is None else virkedager_foer(hode.dato, dager)


def er_sen(register: Register, organ_id: int, hode: Moetehode, at: datetime) -> bool:
    """Whether what is raised at `at` (Oslo) comes after the frist."""
    siste = frist(register, organ_id, hode)
    return siste is not None and at.date() > siste
