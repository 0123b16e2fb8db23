"""A møte that gets another date, or is called off: what becomes of the answers."""

from bot.domain.forloep import Forloep
from bot.domain.frammoete import Hvem, Slag
from bot.domain.kjede import fortsett
from bot.domain.ledig import hindring
from bot.domain.plasser import ident
from bot.domain.situasjon import Situasjon
from bot.domain.stilling import Kall, Kalltilstand, Svar
from bot.domain.utfall import Beskjedslag, Utfall


def flytt(sit: Situasjon, av: Hvem) -> Utfall:
    """`sit` is with the new date. Every forfall is asked about (GJELDER) and stands until it is answered;
    who was to come is unanswered again; the varaer who had said yes, or not answered, are asked anew.
    """
    f = Forloep(sit, av)
    spurt = [k for k in sit.stilling.kall if _gjelder(sit, k)]
    f.skriv(Slag.FLYTTET, av)
    for stand in f.sit.stilling.personer:
        if stand.borte:
            plasser = sit.plasser_til(stand.hvem)
            organ_id = plasser[0].organ_id if plasser else sit.hode.organ_ids[0]
            f.si(Beskjedslag.GJELDER, [stand.hvem], stand.hvem, organ_id, melder=stand.meldt_av)
    for kall in spurt:
        _kall_igjen(f, kall)
    fortsett(f)
    return f.utfall()


def _gjelder(sit: Situasjon, kall: Kall) -> bool:
    """Asked or to come, for one who is still absent."""
    levende = kall.tilstand in (Kalltilstand.AAPENT, Kalltilstand.JA)
    return levende and sit.stilling.person(kall.for_person).borte


def _kall_igjen(f: Forloep, kall: Kall) -> None:
    plass = f.sit.plass(kall.organ_id, kall.for_person)
    if plass is not None and hindring(f.sit, plass, kall.vara) is None:
        f.kall(plass, kall.vara)


def avlys(sit: Situasjon, av: Hvem) -> Utfall:
    """Closes the calls. Nobody is told by it: `beroerte`, asked before this, are to hear of the møte."""
    f = Forloep(sit, av)
    for kall in sit.stilling.kall:
        if kall.lever:
            felt = {"organ_id": kall.organ_id, "for_person": kall.for_person, "kall_id": kall.id}
            f.skriv(Slag.KALL_TRUKKET, kall.vara, **felt)
    return f.utfall()


def beroerte(sit: Situasjon) -> tuple[Hvem, ...]:
    """Everybody who has answered, is asked, or has said yes; once each."""
    stilling = sit.stilling
    svart = [p.hvem for p in stilling.personer if p.svar is not Svar.UBESVART]
    kalt = [k.vara for k in stilling.kall if k.tilstand in (Kalltilstand.AAPENT, Kalltilstand.JA)]
    vikarer = [s for p in sit.plasser if (s := stilling.stedfortreder(p.organ_id, p.hvem))]
    return tuple({ident(h): h for h in (*svart, *kalt, *vikarer)}.values())
