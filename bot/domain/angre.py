"""«Angre»: what was just said is taken back, and what followed from it with it."""

from bot.domain.forfall import si_merke
from bot.domain.forloep import Forloep
from bot.domain.frammoete import Frammoetelinje, Hvem, Slag
from bot.domain.kjede import fortsett, si_likevel, si_sent, ta_plassen
from bot.domain.ledig import hindring
from bot.domain.logglesing import MERKER, gjeldende, les_stilling, linje_med
from bot.domain.plasser import Plass, samme
from bot.domain.situasjon import ForSentAaAngre, IngenLinje, Situasjon, krev_aapent
from bot.domain.stilling import Kall, Kalltilstand, Stilling
from bot.domain.utfall import Utfall

_OM_PERSONEN = frozenset({Slag.FORFALL, Slag.KOMMER}) | MERKER
_OM_VARA = frozenset({Slag.KALT, Slag.PAA_TVERS, Slag.STEDFORTREDER})


def angre(sit: Situasjon, linje_id: int, av: Hvem) -> Utfall:
    """Takes back a line that `av` wrote, the last about that person, and a mark that was written with it.
    The caller has checked that `av` may speak for that person: two whom no register knows may share a name.
    Calls are taken back; a vara who had been told that they were not needed is asked anew. Raises
    IngenLinje, ForSentAaAngre, MoeteOver, MoeteAvlyst.
    """
    krev_aapent(sit)
    linje = linje_med(sit.logg, linje_id)
    if linje is None or linje.slag not in _OM_PERSONEN | _OM_VARA:
        raise IngenLinje
    if linje.av is None or not samme(linje.av, av):
        raise ForSentAaAngre
    f = Forloep(sit, av)
    if linje.slag in _OM_VARA:
        _angre_vara(f, linje)
    else:
        _angre_svar(f, linje)
    fortsett(f)
    return f.utfall()


def _angre_vara(f: Forloep, linje: Frammoetelinje) -> None:
    """The vara's name is taken back: nobody was asked."""
    kall = f.sit.stilling.kall_med(linje.kall_id or "")
    if kall is not None and not kall.lever:
        raise ForSentAaAngre
    f.skriv(Slag.ANGRET, linje.person, gjelder=linje.id)
    if kall is not None:
        f.si_trukket(kall)


def _angre_svar(f: Forloep, linje: Frammoetelinje) -> None:
    om = [x for x in gjeldende(f.sit.logg) if x.slag in _OM_PERSONEN and samme(x.person, linje.person)]
    sammen = [linje, *(x for x in om if _skrevet_med(linje, x))]
    if om[-1] not in sammen:
        raise ForSentAaAngre
    foer = les_stilling(x for x in f.sit.logg if _id(x) < _id(linje))
    naa = f.sit.stilling
    for x in sammen:
        f.skriv(Slag.ANGRET, x.person, gjelder=x.id)
    _rett_opp(f, linje, foer, naa)
    for x in sammen:
        if x.slag in MERKER:
            si_merke(f, x.person, x.slag, x.klokke, angret=True)


def _skrevet_med(linje: Frammoetelinje, x: Frammoetelinje) -> bool:
    """Who had forfall and says that they come late, comes: both were written at once."""
    return linje.slag is Slag.KOMMER and x.slag in MERKER and x.at == linje.at and _id(x) > _id(linje)


def _rett_opp(f: Forloep, linje: Frammoetelinje, foer: Stilling, naa: Stilling) -> None:
    """`foer` is how it stood before the line, `naa` before it was taken back."""
    person = linje.person
    var_borte, er_borte = naa.person(person).borte, f.sit.stilling.person(person).borte
    if var_borte and not er_borte:
        _trekk_kallene(f, naa, person)
        si_likevel(f, person)
    _gi_svarene_igjen(f, linje, foer)
    if er_borte and not var_borte:
        _kall_igjen(f, person, foer)
        if f.sit.sen:
            si_sent(f, person, [p.organ_id for p in f.sit.plasser_til(person)])


def _trekk_kallene(f: Forloep, naa: Stilling, person: Hvem) -> None:
    for plass in f.sit.plasser_til(person):
        for kall in naa.kall_for(plass.organ_id, plass.hvem):
            if kall.lever:
                f.trekk(kall)


def _gi_svarene_igjen(f: Forloep, linje: Frammoetelinje, foer: Stilling) -> None:
    """What the person had answered as vara before this line holds again: a yes where the place is still
    free, and what was unanswered is.
    """
    for kall in f.sit.stilling.kall_til(linje.person):
        plass = f.sit.plass(kall.organ_id, kall.for_person)
        gammelt = foer.kall_med(kall.id)
        if plass is None or gammelt is None or gammelt.tilstand is kall.tilstand:
            continue
        if kall.tilstand in (Kalltilstand.NEI, Kalltilstand.JA) and kall.endret == linje.at:
            _gi_igjen(f, plass, kall, gammelt.tilstand)


def _gi_igjen(f: Forloep, plass: Plass, kall: Kall, foer: Kalltilstand) -> None:
    dekket = f.sit.stilling.dekket_av(plass.organ_id, plass.hvem)
    if not f.sit.stilling.person(plass.hvem).borte or (dekket is not None and dekket.id != kall.id):
        return
    if foer is Kalltilstand.JA and hindring(f.sit, plass, kall.vara) is None:
        ta_plassen(f, plass, kall)
    elif foer is Kalltilstand.AAPENT:
        f.kall(plass, kall.vara, kall.id)
    elif foer in (Kalltilstand.NEI, Kalltilstand.UTLOEPT):
        f.svar(Slag.VARA_NEI if foer is Kalltilstand.NEI else Slag.UTLOEPT, kall)


def _kall_igjen(f: Forloep, person: Hvem, foer: Stilling) -> None:
    """The varaer were told that they were not needed, so they are asked anew, not taken for granted."""
    for plass in f.sit.plasser_til(person):
        for kall in foer.kall_for(plass.organ_id, plass.hvem):
            spurt = kall.tilstand in (Kalltilstand.AAPENT, Kalltilstand.JA)
            if spurt and hindring(f.sit, plass, kall.vara) is None:
                f.kall(plass, kall.vara)


def _id(linje: Frammoetelinje) -> int:
    return linje.id or 0
