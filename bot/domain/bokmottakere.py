"""Who gets a referat that is to be approved, what of it concerns each, and by when they are to answer."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from bot.domain.arbeidstid import virkedager_etter
from bot.domain.bokdeler import andres
from bot.domain.bokstand import Bokstand, Frammoett, Status
from bot.domain.frammoete import Hvem
from bot.domain.navn import norm
from bot.domain.oppgave import Oppgave, Oppgavetilstand
from bot.domain.organ import Organ
from bot.domain.plasser import Plass, ident, plasser, samme
from bot.domain.register import Moetehode, Register


@dataclass(frozen=True)
class Mottaker:
    """Somebody who gets it. `borte`: they had forfall. `sete` is their seat."""

    hvem: Hvem
    borte: bool = False
    sete: str | None = None


def merknadsfrist(organer: Iterable[Organ], dag: date) -> date:
    """The last day for merknader to what is sent on `dag`: the longest that one of the bodies gives."""
    return virkedager_etter(dag, max((o.merknadsfrist_dager for o in organer), default=0))


def mottakere(stand: Bokstand, register: Register, hode: Moetehode) -> tuple[Mottaker, ...]:
    """The members on the day of the møte, and the varaer and others of its bodies who were there; each
    once. A guest may not see it before it is approved, and who was in a part that is another body's alone
    gets only that, then.
    """
    seter = {ident(p.hvem): p.sete for p in _plasser(register, hode)}
    medlemmer = {ident(p.hvem): p.hvem for p in _plasser(register, hode)}
    egne = _egne(register, hode)
    moett = {ident(h): h for h in som_moette(stand, hode) if h.person_id in egne}
    alle = {**moett, **medlemmer}
    return tuple(Mottaker(h, hadde_forfall(stand, h), seter.get(i)) for i, h in alle.items())


def delmottakere(stand: Bokstand, register: Register, hode: Moetehode) -> tuple[tuple[int, Mottaker], ...]:
    """Of the parts that are another body's too, with the number of each: that body's members, and the
    others of it who were there. Who gets the whole gets no part.
    """
    hele = {ident(m.hvem) for m in mottakere(stand, register, hode)}
    alle = [(d.nr, m) for d in stand.deler for m in _delens(stand, register, hode, d.nr)]
    return tuple((nr, m) for nr, m in alle if ident(m.hvem) not in hele)


def _delens(stand: Bokstand, register: Register, hode: Moetehode, nr: int) -> tuple[Mottaker, ...]:
    deres = andres(stand, hode.organ_ids, nr)
    if not deres:
        return ()
    listen = tuple(f for f in stand.frammoete if f.del_nr == nr)
    delen = replace(stand, frammoete=listen, deler=())
    return mottakere(delen, register, replace(hode, organ_ids=deres))


def som_moette(stand: Bokstand, hode: Moetehode) -> list[Hvem]:
    """Those who were there, in the part or parts that are the møte's own bodies'. Whom only Teams tells of
    is not known to have been.
    """
    andres = {d.nr for d in stand.deler if set(d.organ_ids) - set(hode.organ_ids)}
    return [f.person for f in stand.frammoete if f.status is Status.TIL_STEDE and f.del_nr not in andres]


def _egne(register: Register, hode: Moetehode) -> frozenset[int]:
    """All who are of the møte's bodies on its day, in any role."""
    medlemmer = [m for o in hode.organ_ids for m in register.organ(o).medlemmer if m.gjelder(hode.dato)]
    return frozenset(m.person_id for m in medlemmer if m.person_id is not None)


def som_mottaker(stand: Bokstand, register: Register, hode: Moetehode, hvem: Hvem) -> Mottaker:
    """The same of one person."""
    alle = mottakere(stand, register, hode)
    egen = Mottaker(hvem, hadde_forfall(stand, hvem))
    return next((m for m in alle if samme(m.hvem, hvem)), egen)


def hadde_forfall(stand: Bokstand, hvem: Hvem) -> bool:
    """Of the whole møte; who was there in one part of it was there."""
    egne = [f.status for f in stand.frammoete if samme(f.person, hvem)]
    return bool(egne) and all(status is Status.FORFALL for status in egne)


def var_der(stand: Bokstand, hvem: Hvem) -> bool:
    return any(samme(f.person, hvem) and f.status is Status.TIL_STEDE for f in stand.frammoete)


def varaen(stand: Bokstand, mottaker: Mottaker) -> Frammoett | None:
    """Who met in their place: vara for that person, or for the seat."""
    navn = {norm(n) for n in (mottaker.hvem.navn, mottaker.sete) if n}
    return next(
        (
            f
            for f in stand.frammoete
            if f.status is not Status.FORFALL and f.vara_for and norm(f.vara_for) in navn
        ),
        None,
    )


def oppgavene(oppgaver: Iterable[Oppgave], mottaker: Mottaker) -> list[Oppgave]:
    """The open ones that are theirs, or their seat's («Nordre region tar kontakt …»)."""
    sete = norm(mottaker.sete) if mottaker.sete else None

    def gjelder(hvem: Hvem) -> bool:
        return samme(hvem, mottaker.hvem) or (hvem.person_id is None and norm(hvem.navn) == sete)

    return [
        o for o in oppgaver if o.tilstand is Oppgavetilstand.AAPEN and any(gjelder(h) for h in o.ansvarlige)
    ]


def _plasser(register: Register, hode: Moetehode) -> tuple[Plass, ...]:
    return plasser([register.organ(o) for o in hode.organ_ids], hode)
