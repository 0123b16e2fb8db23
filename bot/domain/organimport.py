"""A list of bodies against those that are stored: names with their dates, and how each body works.

Several rows are about one body where they have a name in common. Nothing is ended: a body or a name
that is not in the file is told as `uteblitt`.
"""

from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field, replace
from hashlib import sha256

from bot.domain.navn import likt, nesten, norm
from bot.domain.organ import Helsefellesskap, Navneslag, Organ, Organnavn
from bot.domain.organrad import BRYTERE, INNSTILLINGER, KOLONNER, NOEDVENDIGE, LestOrganrad, les_rad
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


@dataclass
class Utvalg:
    """A body as it will be. `foer` is None for a new one, `fellesskap` the name of whose it is."""

    organ: Organ
    fellesskap: str
    foer: Organ | None = None
    sagt: dict[str, int] = field(default_factory=dict)
    """Which row said each setting."""
    roert: list[Organnavn] = field(default_factory=list)
    """The names that are in the file."""

    @property
    def endret(self) -> bool:
        return self.organ != self.foer


@dataclass
class Organrad:
    """One row and what becomes of it. `ligner`: a stored name that a new body's is very like."""

    nummer: int
    navn: str
    utvalg: Utvalg | None = None
    status: Radstatus = Radstatus.FEIL
    endringer: tuple[Feltendring, ...] = ()
    feil: list[Radfeil] = field(default_factory=list)
    ligner: str | None = None


@dataclass(frozen=True)
class Organplan:
    """`uteblitt`: bodies, and names of bodies, that are not in the file. `nye_fellesskap` are made."""

    rader: tuple[Organrad, ...]
    utvalg: tuple[Utvalg, ...] = ()
    uteblitt: tuple[str, ...] = ()
    nye_fellesskap: tuple[str, ...] = ()
    ukjente: tuple[str, ...] = ()

    def med(self, status: Radstatus) -> tuple[Organrad, ...]:
        return tuple(rad for rad in self.rader if rad.status is status)

    @property
    def kan_lagres(self) -> bool:
        return bool(self.utvalg) and not self.med(Radstatus.FEIL)

    @property
    def grunnlag(self) -> str:
        """Equal for two plans that would store the same."""
        return sha256(repr((self.utvalg, self.uteblitt)).encode()).hexdigest()[:16]


def planlegg(register: Register, tabell: Tabell, helsefellesskap: str = "") -> Organplan:
    """Raises DobbelKolonne or ManglerKolonner."""
    krev_kolonner(tabell, NOEDVENDIGE)
    planlegging = _Planlegging(register, helsefellesskap)
    rader = [planlegging.rad(les_rad(rad)) for rad in tabell.rader]
    for rad in rader:
        rad.feil += _samtidige(rad) if rad.status is not Radstatus.UENDRET else []
        rad.status = Radstatus.FEIL if rad.feil else rad.status
    return Organplan(
        tuple(rader),
        tuple(u for u in planlegging.utvalg if u.endret),
        tuple(_uteblitt(planlegging.utvalg, {r.utvalg.fellesskap for r in rader if r.utvalg})),
        tuple(dict.fromkeys(planlegging.nye_fellesskap)),
        ukjente_kolonner(tabell, KOLONNER),
    )


async def lagre(uow: UnitOfWork, plan: Organplan) -> None:
    """All of it in this transaction; the caller commits. Raises ValueError where a row is wrong."""
    if plan.med(Radstatus.FEIL):
        raise ValueError("a list with wrong rows is not stored")
    ider = {h.navn: h.id for h in (await uow.register()).helsefellesskap}
    for navn in plan.nye_fellesskap:
        ider[navn] = (await uow.add_helsefellesskap(Helsefellesskap(navn))).id
    for utvalg in plan.utvalg:
        await uow.save_organ(replace(utvalg.organ, helsefellesskap_id=ider[utvalg.fellesskap] or 0))


class _Planlegging:
    """Puts row after row on top of what is stored."""

    def __init__(self, register: Register, helsefellesskap: str) -> None:
        self._fellesskap = [h.navn for h in register.helsefellesskap]
        self._fast = helsefellesskap
        self.nye_fellesskap: list[str] = []
        self.utvalg = [
            Utvalg(deepcopy(o), register.fellesskap(o.helsefellesskap_id).navn, foer=o)
            for o in register.organer
        ]

    def rad(self, lest: LestOrganrad) -> Organrad:
        rad = Organrad(lest.nummer, lest.navn, feil=lest.feil)
        fellesskap = self._finn_fellesskap(lest)
        if fellesskap is None or lest.feil:
            return rad
        passer = [u for u in self.utvalg if u.fellesskap == fellesskap and _felles_navn(u, lest)]
        if len(passer) > 1:
            hvilke = ", ".join(u.organ.navneliste[0].navn for u in passer)
            rad.feil.append(Radfeil("flere_utvalg", {"navn": lest.navn, "hvilke": hvilke}))
            return rad
        rad.utvalg = passer[0] if passer else self._nytt(rad, fellesskap)
        rad.endringer = (*_navnene(rad.utvalg, lest), *_innstillingene(rad, lest))
        endret = Radstatus.ENDRET if rad.endringer else Radstatus.UENDRET
        rad.status = endret if passer else Radstatus.NY
        return rad

    def _nytt(self, rad: Organrad, fellesskap: str) -> Utvalg:
        navnene = [n.navn for u in self.utvalg if u.fellesskap == fellesskap for n in u.organ.navneliste]
        rad.ligner = next((navn for navn in navnene if nesten(navn, rad.navn)), None)
        self.utvalg.append(Utvalg(Organ(0), fellesskap))
        return self.utvalg[-1]

    def _finn_fellesskap(self, lest: LestOrganrad) -> str | None:
        """As it is stored, or new; None, and what is wrong, where it is not said."""
        skrevet = lest.helsefellesskap or self._fast
        if not skrevet:
            if len(self._fellesskap) == 1:
                return self._fellesskap[0]
            lest.feil.append(Radfeil("tom", {"kolonne": "helsefellesskap"}))
            return None
        for kjent in self._fellesskap:
            if likt(kjent, skrevet):
                return kjent
        for kjent in self._fellesskap:
            if nesten(kjent, skrevet):
                lest.feil.append(Radfeil("nesten_fellesskap", {"skrevet": skrevet, "finnes": kjent}))
                return None
        self._fellesskap.append(skrevet)
        self.nye_fellesskap.append(skrevet)
        return skrevet


def _felles_navn(utvalg: Utvalg, lest: LestOrganrad) -> bool:
    kjente = {norm(n.navn) for n in utvalg.organ.navneliste}
    return any(norm(n.navn) in kjente for n in lest.navneliste)


def _navnene(utvalg: Utvalg, lest: LestOrganrad) -> Iterator[Feltendring]:
    for ny in lest.navneliste:
        kjent = _samme_navn(utvalg, ny, lest)
        if kjent is None:
            utvalg.organ.navneliste.append(ny)
            utvalg.roert.append(ny)
            yield Feltendring(ny.slag.value, None, ny.navn)
            continue
        utvalg.roert.append(kjent)
        for felt in ("navn", *sorted(lest.datert)):
            fra, til = getattr(kjent, felt), getattr(ny, felt)
            if fra != til:
                setattr(kjent, felt, til)
                yield Feltendring(ny.slag.value if felt == "navn" else felt, fra, til)


def _samme_navn(utvalg: Utvalg, ny: Organnavn, lest: LestOrganrad) -> Organnavn | None:
    """A name may have been used twice, so the date it began tells; else one that no row has had."""
    like = [n for n in utvalg.organ.navneliste if n.slag is ny.slag and likt(n.navn, ny.navn)]
    samme_fra = [n for n in like if "fra" not in lest.datert or n.fra == ny.fra]
    ledige = [n for n in like if not any(n is r for r in utvalg.roert)]
    return next(iter([*samme_fra, *ledige]), None)


def _innstillingene(rad: Organrad, lest: LestOrganrad) -> Iterator[Feltendring]:
    utvalg = rad.utvalg
    if utvalg is None:
        return
    for kolonne in (*INNSTILLINGER, *BRYTERE):
        if kolonne not in lest.innstillinger:
            continue
        foer, etter = getattr(utvalg.organ, kolonne), lest.innstillinger[kolonne]
        if foer != etter and kolonne in utvalg.sagt:
            rad.feil.append(
                Radfeil("ulik_innstilling", {"kolonne": kolonne, "rad": str(utvalg.sagt[kolonne])})
            )
            continue
        utvalg.sagt.setdefault(kolonne, lest.nummer)
        if foer != etter:
            setattr(utvalg.organ, kolonne, etter)
            yield Feltendring(kolonne, foer, etter)


def _samtidige(rad: Organrad) -> list[Radfeil]:
    """Two full names, or two short ones, that would hold on the same day."""
    alle = rad.utvalg.organ.navneliste if rad.utvalg else []
    par = overlapp(alle)
    return [Radfeil("navn_samtidig", {"en": par[0].navn, "annen": par[1].navn})] if par else []


def overlapp(navneliste: Iterable[Organnavn]) -> tuple[Organnavn, Organnavn] | None:
    """The first two names of one kind (aliases apart) that hold on the same day; None if none do."""
    sett: list[Organnavn] = []
    for navn in navneliste:
        for foer in sett:
            if navn.slag is foer.slag is not Navneslag.ALIAS and _samtidig(navn, foer):
                return foer, navn
        sett.append(navn)
    return None


def _samtidig(en: Organnavn, annen: Organnavn) -> bool:
    return (en.til is None or annen.fra is None or annen.fra <= en.til) and (
        annen.til is None or en.fra is None or en.fra <= annen.til
    )


def _uteblitt(utvalg: Iterable[Utvalg], fellesskap: set[str]) -> Iterator[str]:
    for u in utvalg:
        if u.foer is None or u.fellesskap not in fellesskap or not u.organ.navneliste:
            continue
        if not u.roert:
            yield u.organ.navneliste[0].navn
            continue
        for navn in u.organ.navneliste:
            if navn.slag is not Navneslag.ALIAS and not any(navn is r for r in u.roert):
                yield navn.navn
