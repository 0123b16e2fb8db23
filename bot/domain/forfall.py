"""Somebody does not come, comes after all, or comes late: what is noted and what follows from it.

The reason is no part of any of it.
"""

from datetime import time

from bot.domain.forloep import Forloep, moeteleder
from bot.domain.frammoete import Hvem, Slag
from bot.domain.kjede import er_i_gang, fortsett, si_ingen, si_likevel, si_sent
from bot.domain.ledig import er_oppnevnt, ledig
from bot.domain.plasser import Plass
from bot.domain.situasjon import IkkeKalt, Situasjon, krev_aapent, krev_med
from bot.domain.stilling import Kall, Kalltilstand, Merke, Svar
from bot.domain.utfall import Beskjedslag, Forslag, Utfall, Varasvar
from bot.domain.vara import SVART_NEI, er_ledig_plass, husk_villig, krev_ledig_plass, si_ja, si_nei
from bot.domain.varaliste import oppnevnte
from bot.domain.varanavn import IngenForfall, navngi


def meld_forfall(sit: Situasjon, person: Hvem, av: Hvem, vara: Hvem | None = None) -> Utfall:
    """Noted once, for all the places the person has at the møte; a vara who is named later is added.
    Who was asked as vara, or had said yes, says no by it. Raises IkkeMedlem, MoeteOver, MoeteAvlyst.
    """
    krev_aapent(sit)
    krev_med(sit, person)
    stand = sit.stilling.person(person)
    nytt = not stand.borte or stand.maa_bekreftes
    f = Forloep(sit, av)
    if nytt:
        f.skriv(Slag.FORFALL, person, sen=sit.sen)
    if not stand.borte:
        _meld_fra(f, person)
    svar = _navngitt(f, person, vara) if vara else ()
    fortsett(f)
    forslag, uten = _videre(f, person)
    if not stand.borte and not sit.sen:
        _ingen_ledige(f, uten)
    return f.utfall(allerede=not nytt, sen=nytt and sit.sen, varasvar=svar, forslag=forslag, uten=uten)


def bekreft_forfall(sit: Situasjon, person: Hvem, av: Hvem) -> Utfall:
    """«Gjelder fortsatt», after the møte was moved. Raises IngenForfall where there is none any more."""
    krev_aapent(sit)
    if not sit.stilling.person(person).borte:
        raise IngenForfall
    return meld_forfall(sit, person, av)


def _meld_fra(f: Forloep, person: Hvem) -> None:
    """Their own calls get a no; leder and sekretariat hear at once what is late."""
    if f.sit.sen:
        si_sent(f, person, [p.organ_id for p in f.sit.plasser_til(person)])
    for kall in f.sit.stilling.kall_til(person):
        if kall.tilstand in (Kalltilstand.AAPENT, Kalltilstand.JA):
            si_nei(f, kall)


def _navngitt(f: Forloep, person: Hvem, vara: Hvem) -> tuple[Varasvar, ...]:
    """A vara in one of the two bodies of a felles møte is no stedfortreder in the other."""
    plasser = f.sit.plasser_til(person)
    oppnevnt = [p for p in plasser if er_oppnevnt(f.sit, p, vara)]
    return tuple(navngi(f, p, vara) for p in oppnevnt or plasser)


def _videre(f: Forloep, person: Hvem) -> tuple[tuple[Forslag, ...], tuple[Plass, ...]]:
    """Whom to propose for the places nobody is asked to take; and those nobody can be proposed for."""
    plasser = [p for p in f.sit.plasser_til(person) if _aapen(f, p)]
    funnet = [(p, ledig(f.sit, p)) for p in plasser]
    return (
        tuple(Forslag(p, m) for p, m in funnet if m is not None),
        tuple(p for p, m in funnet if m is None),
    )


def _aapen(f: Forloep, plass: Plass) -> bool:
    stilling = f.sit.stilling
    venter = any(
        k.tilstand is Kalltilstand.PAA_TVERS for k in stilling.kall_for(plass.organ_id, plass.hvem)
    )
    stedfortreder = stilling.stedfortreder(plass.organ_id, plass.hvem)
    return not er_i_gang(f.sit, plass) and not venter and stedfortreder is None


def _ingen_ledige(f: Forloep, uten: tuple[Plass, ...]) -> None:
    """A place that has varaer, but none who can be asked. (Late it is told with the forfall.)"""
    for plass in uten:
        if oppnevnte(f.sit.organ(plass.organ_id), plass, f.sit.hode.dato):
            si_ingen(f, plass)


def kommer(sit: Situasjon, person: Hvem, av: Hvem) -> Utfall:
    """A member comes (after all); a vara says yes to what they were asked. Varaer who were called in
    the member's place are told that they are not needed. Of a vara who comes too late it is remembered
    (`villig`). Raises IkkeMedlem, IkkeKalt (a vara nobody has asked), PlassenDekket, MoeteOver,
    MoeteAvlyst.
    """
    krev_aapent(sit)
    krev_med(sit, person)
    f = Forloep(sit, av)
    if _for_sent_villig(f, person):
        return f.utfall(villig=True, dekket=True)
    tilbake = _ta_tilbake(f, person)
    gjort = _ja_som_vara(f, person) or tilbake
    if sit.plasser_til(person) and f.sit.stilling.person(person).svar is Svar.UBESVART:
        f.skriv(Slag.KOMMER, person)
        gjort = True
    fortsett(f)
    return f.utfall(allerede=not gjort)


def _for_sent_villig(f: Forloep, person: Hvem) -> bool:
    """A vara (who is no member) said no to a place that is covered by now, and could take it after all."""
    sit = f.sit
    if sit.plasser_til(person) or _i_tilstand(sit, person, Kalltilstand.AAPENT, Kalltilstand.JA):
        return False
    svart = [k for k in _i_tilstand(sit, person, *SVART_NEI) if sit.stilling.gjelder(k)]
    return bool(svart) and husk_villig(f, svart[-1])


def _ta_tilbake(f: Forloep, person: Hvem) -> bool:
    stand = f.sit.stilling.person(person)
    if not stand.borte:
        return False
    plasser = f.sit.plasser_til(person)
    kall = [k for p in plasser for k in f.sit.stilling.kall_for(p.organ_id, p.hvem) if k.lever]
    f.skriv(Slag.KOMMER, person)
    for k in kall:
        f.trekk(k)
    si_likevel(f, person)
    return True


def _ja_som_vara(f: Forloep, person: Hvem) -> bool:
    """One yes a body. Whoever has said already that they come (or just now took their own forfall back)
    does so also where the place they were asked to take is another's by now.
    """
    kommer_alt = f.sit.stilling.person(person).svar is Svar.KOMMER
    sagt = False
    for kall in _i_tilstand(f.sit, person, Kalltilstand.AAPENT) or _tidligere(f.sit, person):
        plass = f.sit.plass(kall.organ_id, kall.for_person)
        if plass is None or (kommer_alt and not er_ledig_plass(f.sit, kall)):
            continue
        krev_ledig_plass(f.sit, kall)
        si_ja(f, plass, kall)
        sagt = True
    return sagt


def _tidligere(sit: Situasjon, person: Hvem) -> list[Kall]:
    """The last call that a vara, who is no member, said no to or let run out. Raises IkkeKalt where
    there is nothing to come to.
    """
    if sit.plasser_til(person) or _i_tilstand(sit, person, Kalltilstand.JA):
        return []
    ubrukte = [k for k in _i_tilstand(sit, person, *SVART_NEI) if sit.stilling.gjelder(k)]
    if not ubrukte and sit.stilling.person(person).svar is Svar.UBESVART:
        raise IkkeKalt
    return ubrukte[-1:]


def _i_tilstand(sit: Situasjon, person: Hvem, *tilstander: Kalltilstand) -> list[Kall]:
    return [k for k in sit.stilling.kall_til(person) if k.tilstand in tilstander]


def noter_merke(sit: Situasjon, person: Hvem, av: Hvem, slag: Slag, klokke: time | None) -> Utfall:
    """SENT, TIDLIG or TEAMS: noted, and the møteleder told. Nobody is called in, and one who had forfall
    comes after all. Raises as `kommer`.
    """
    krev_aapent(sit)
    krev_med(sit, person)
    f = Forloep(sit, av)
    tilbake = _ta_tilbake(f, person)
    som_vara = _ja_som_vara(f, person)
    foer = f.sit.stilling.person(person).merker
    allerede = any(_er(m, slag, klokke) for m in foer)
    if not allerede:
        f.skriv(slag, person, klokke=klokke)
        si_merke(f, person, slag, klokke)
    fortsett(f)
    return f.utfall(allerede=allerede and not tilbake and not som_vara)


def _er(merke: Merke, slag: Slag, klokke: time | None) -> bool:
    return merke.slag is slag and merke.klokke == klokke


def si_merke(f: Forloep, person: Hvem, slag: Slag, klokke: time | None, angret: bool = False) -> None:
    """To the møteleder of each body where the person has a place; the sekretariat where there is none."""
    egne = [p.organ_id for p in f.sit.plasser_til(person)]
    som_vara = [k.organ_id for k in _i_tilstand(f.sit, person, Kalltilstand.JA)]
    for organ_id in dict.fromkeys([*egne, *som_vara]):
        mottakere = moeteleder(f.sit, organ_id, person) or (None,)
        fakta = {"merke": slag, "klokke": klokke, "angret": angret}
        f.si(Beskjedslag.FRAMMOETE, mottakere, person, organ_id, **fakta)
