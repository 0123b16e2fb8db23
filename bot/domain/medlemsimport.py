"""A list of members against those that are stored: what is new, changed, unchanged, and wrong.

`planlegg` changes nothing; `lagre` stores the whole plan, or nothing where a row is wrong. Nobody is
taken out: who holds a seat and is not in the file is told as `uteblitt`.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from bot.domain.medlemskontroll import kontroller
from bot.domain.medlemsparing import par
from bot.domain.medlemspersoner import Personfinner
from bot.domain.medlemsplan import Medlemsplan, Medlemsrad, Uteblitt
from bot.domain.medlemsrad import KOLONNER, NOEDVENDIGE, PERSONENS, LestRad, les_rad
from bot.domain.organ import Medlem, Organ, Rolle
from bot.domain.organoppslag import Organoppslag
from bot.domain.ports import UnitOfWork
from bot.domain.register import Register
from bot.domain.tabell import (
    Feltendring,
    Radfeil,
    Radstatus,
    Tabell,
    krev_kolonner,
    ukjente_kolonner,
)

_Par = tuple[LestRad, Medlemsrad]


def planlegg(register: Register, tabell: Tabell, dag: date, helsefellesskap: str = "") -> Medlemsplan:
    """`dag` is today. Raises DobbelKolonne or ManglerKolonner."""
    krev_kolonner(tabell, NOEDVENDIGE)
    leste = [les_rad(rad) for rad in tabell.rader]
    oppslag = Organoppslag(register, helsefellesskap)
    par_av = [(lest, _begynn(lest, oppslag)) for lest in leste]
    personer = Personfinner(register, leste)
    for lest, rad in par_av:
        if rad.organ is not None and lest.navn:
            personer.legg_til(lest, rad.organ)
    planlegging = _Planlegging(par_av, personer, dag)
    organer, uteblitt = planlegging.organene()
    rader = [rad for _, rad in par_av]
    kontroller(rader, planlegging.medlemmer)
    _merk_feil(rader)
    endret = tuple(o for o, foer in organer if o.medlemmer != foer.medlemmer)
    ukjente = ukjente_kolonner(tabell, KOLONNER)
    return Medlemsplan(tuple(rader), endret, uteblitt, ukjente, personer.knyttes_om(register))


async def lagre(uow: UnitOfWork, plan: Medlemsplan) -> None:
    """All of it in this transaction; the caller commits. Raises ValueError where a row is wrong."""
    if plan.med(Radstatus.FEIL):
        raise ValueError("a list with wrong rows is not stored")
    for organ in plan.organer:
        medlemmer = [replace(m, person_id=_kjent(m)) for m in organ.medlemmer]
        await uow.save_organ(replace(organ, medlemmer=medlemmer))


def _kjent(medlem: Medlem) -> int | None:
    return medlem.person_id if (medlem.person_id or 0) > 0 else None


def _begynn(lest: LestRad, oppslag: Organoppslag) -> Medlemsrad:
    rad = Medlemsrad(lest.nummer, lest.navn, feil=lest.feil)
    if lest.organ:
        funnet = oppslag.finn(lest.organ, lest.helsefellesskap)
        if isinstance(funnet, Organ):
            rad.organ = funnet
        else:
            rad.feil.append(funnet)
    return rad


def _merk_feil(rader: Iterable[Medlemsrad]) -> None:
    for rad in rader:
        if rad.feil:
            rad.status = Radstatus.FEIL


class _Planlegging:
    """Puts the rows of each body on top of its stored members."""

    def __init__(self, rader: Collection[_Par], personer: Personfinner, dag: date) -> None:
        self._rader = rader
        self._personer = personer
        self._dag = dag
        self.medlemmer: dict[int, list[Medlem]] = {}
        """Of each body, by its id, as they will be."""

    def organene(self) -> tuple[list[tuple[Organ, Organ]], tuple[Uteblitt, ...]]:
        """Each body as it will be with what it was, and who is left out."""
        etter_organ: defaultdict[int, list[_Par]] = defaultdict(list)
        for lest, rad in self._rader:
            if rad.organ is not None and self._personer.id_for(lest) is not None:
                etter_organ[rad.organ.id or 0].append((lest, rad))
        organer, uteblitt = [], []
        for rader in etter_organ.values():
            foer = rader[0][1].organ
            if foer is not None:
                etter, borte = self._organet(foer, rader)
                organer.append((etter, foer))
                uteblitt += borte
        return organer, tuple(uteblitt)

    def _organet(self, organ: Organ, rader: list[_Par]) -> tuple[Organ, list[Uteblitt]]:
        funnet = par([(lest, self._personer.id_for(lest)) for lest, _ in rader], organ.medlemmer, self._dag)
        medlemmer = list(organ.medlemmer)
        nye: list[Medlem] = []
        for lest, rad in rader:
            plass = funnet.get(lest.nummer)
            if plass is None:
                nye.append(self._ny(lest, rad))
            else:
                nye += self._kjent(lest, rad, medlemmer, plass)
        alle = [self._personer.samme_overalt(m) for m in (*medlemmer, *nye)]
        self.medlemmer[organ.id or 0] = alle
        borte = [
            Uteblitt(organ, m)
            for plass, m in enumerate(organ.medlemmer)
            if plass not in funnet.values() and not _sluttet(m, self._dag)
        ]
        return replace(organ, medlemmer=alle), borte

    def _ny(self, lest: LestRad, rad: Medlemsrad) -> Medlem:
        medlem = _med(Medlem(lest.navn, person_id=self._personer.id_for(lest)), lest)
        rad.medlem = self._personer.samme_overalt(medlem)
        rad.status = Radstatus.NY
        return rad.medlem

    def _kjent(self, lest: LestRad, rad: Medlemsrad, medlemmer: list[Medlem], plass: int) -> list[Medlem]:
        """Changes the one at `plass`; a new role from today is a row of its own, and the old one ends."""
        foer = medlemmer[plass]
        etter = self._personer.samme_overalt(_med(foer, lest))
        if etter.rolle is not foer.rolle and "fra" not in lest.verdier and _kan_avsluttes(foer, self._dag):
            etter = replace(etter, fra=self._dag)
            medlemmer[plass] = replace(foer, til=self._dag - timedelta(days=1))
            nye = [etter]
        else:
            medlemmer[plass] = etter
            nye = []
        rad.medlem = etter
        rad.endringer = tuple(forskjeller(foer, etter))
        rad.status = Radstatus.ENDRET if rad.endringer else Radstatus.UENDRET
        return nye


FELT = (*PERSONENS, *(k for k in KOLONNER if k not in (*PERSONENS, "organ", "helsefellesskap")))


def forskjeller(foer: Medlem, etter: Medlem) -> Iterator[Feltendring]:
    for felt in FELT:
        fra, til = getattr(foer, felt), getattr(etter, felt)
        if fra != til:
            yield Feltendring(felt, fra, til)


def _med(medlem: Medlem, lest: LestRad) -> Medlem:
    """The member as the row says; only a vara is vara for somebody."""
    etter = replace(medlem, **lest.verdier)
    return etter if etter.rolle is Rolle.VARA else _uten_vara(etter, lest)


def _uten_vara(medlem: Medlem, lest: LestRad) -> Medlem:
    """What is left from when they were vara goes; what the row itself says is told as wrong."""
    skrevet = {felt: lest.verdier.get(felt) for felt in ("vara_for", "rekkefoelge")}
    if any(verdi is not None for verdi in skrevet.values()):
        lest.feil.append(Radfeil("ikke_vara", {}))
    return replace(medlem, vara_for=None, rekkefoelge=None)


def _kan_avsluttes(medlem: Medlem, dag: date) -> bool:
    return medlem.gjelder(dag) and medlem.fra != dag


def _sluttet(medlem: Medlem, dag: date) -> bool:
    return medlem.til is not None and medlem.til < dag
