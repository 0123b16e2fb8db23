"""A vara is named: asked, noted, or put before the sekretariat."""

from bot.domain.errors import Refusal
from bot.domain.forloep import Forloep
from bot.domain.frammoete import Hvem, Slag
from bot.domain.ledig import annet_kall, er_for_setet, er_oppnevnt, hindring
from bot.domain.plasser import Plass, samme
from bot.domain.situasjon import IkkeMedlem, Situasjon, krev_aapent
from bot.domain.stilling import Kall, Kalltilstand
from bot.domain.utfall import Beskjedslag, Utfall, Varahva, Varasvar


class IngenForfall(Refusal):
    """The member has no forfall, so there is no place to take."""


def kall_inn(sit: Situasjon, person: Hvem, organ_id: int, vara: Hvem, av: Hvem) -> Utfall:
    """Asks the vara who was proposed (or another) for the place of a member who has forfall. Raises
    IkkeMedlem, IngenForfall, MoeteOver, MoeteAvlyst.
    """
    krev_aapent(sit)
    plass = sit.plass(organ_id, person)
    if plass is None:
        raise IkkeMedlem(person)
    if not sit.stilling.person(person).borte:
        raise IngenForfall
    f = Forloep(sit, av)
    svar = navngi(f, plass, vara)
    return f.utfall(varasvar=(svar,), allerede=svar.hva is Varahva.ALLEREDE_KALT)


def navngi(f: Forloep, plass: Plass, vara: Hvem) -> Varasvar:
    """A vara of the seat is asked, one of another seat waits for the sekretariat, anybody else is noted
    as a stedfortreder. What is in the way of it is told, and nothing is written.
    """
    sit = f.sit
    dekket = sit.stilling.dekket_av(plass.organ_id, plass.hvem)
    if dekket is not None:
        return Varasvar(plass, vara, Varahva.DEKKET, dekket, dekket.vara)
    i_veien = hindring(sit, plass, vara)
    if i_veien is not None:
        annet = annet_kall(sit, plass, vara)
        return Varasvar(plass, vara, i_veien, annet, annet.for_person if annet else None)
    if (kall := _levende(sit, plass, vara)) is not None:
        tvers = kall.tilstand is Kalltilstand.PAA_TVERS
        return Varasvar(plass, vara, Varahva.PAA_TVERS if tvers else Varahva.ALLEREDE_KALT, kall)
    if not er_oppnevnt(sit, plass, vara):
        return _stedfortreder(f, plass, vara)
    return _spoer(f, plass, vara) if er_for_setet(sit, plass, vara) else _paa_tvers(f, plass, vara)


def _levende(sit: Situasjon, plass: Plass, vara: Hvem) -> Kall | None:
    kall = sit.stilling.kall_for(plass.organ_id, plass.hvem)
    return next((k for k in kall if k.lever and samme(k.vara, vara)), None)


def _spoer(f: Forloep, plass: Plass, vara: Hvem) -> Varasvar:
    f.kall(plass, vara, melder=f.av)
    return Varasvar(plass, vara, Varahva.KALT, _levende(f.sit, plass, vara))


def _paa_tvers(f: Forloep, plass: Plass, vara: Hvem) -> Varasvar:
    kall_id = f.nytt_kall()
    felt = {"organ_id": plass.organ_id, "for_person": plass.hvem, "kall_id": kall_id}
    f.skriv(Slag.PAA_TVERS, vara, **felt)
    fakta = {"vara": vara, "kall_id": kall_id}
    f.si(Beskjedslag.PAA_TVERS, [None], plass.hvem, plass.organ_id, **fakta)
    return Varasvar(plass, vara, Varahva.PAA_TVERS, f.sit.stilling.kall_med(kall_id))


def _stedfortreder(f: Forloep, plass: Plass, vara: Hvem) -> Varasvar:
    foer = f.sit.stilling.stedfortreder(plass.organ_id, plass.hvem)
    if foer is None or not samme(foer, vara):
        f.skriv(Slag.STEDFORTREDER, vara, organ_id=plass.organ_id, for_person=plass.hvem)
        f.si(Beskjedslag.STEDFORTREDER, [None], plass.hvem, plass.organ_id, vara=vara)
    return Varasvar(plass, vara, Varahva.STEDFORTREDER)
