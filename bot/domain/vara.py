"""What a vara who is asked answers, and what the sekretariat decides of one of another seat."""

from bot.domain.errors import Refusal
from bot.domain.forloep import Forloep
from bot.domain.frammoete import Frammoetelinje, Hvem, Slag
from bot.domain.kjede import fortsett, si_sent, ta_plassen
from bot.domain.ledig import annet_kall, hindring, ledig
from bot.domain.moeter import Tilstand, tilstand
from bot.domain.plasser import Plass, hvem, samme_person
from bot.domain.situasjon import (
    IkkeDittKall,
    IkkeKalt,
    KallTrukket,
    KallUkjent,
    OpptattAnnetSted,
    PlassenDekket,
    Situasjon,
    krev_aapent,
)
from bot.domain.stilling import Kall, Kalltilstand
from bot.domain.utfall import Beskjedslag, Utfall, Varahva

SVART_NEI = (Kalltilstand.NEI, Kalltilstand.UTLOEPT)
"""A vara who has said no, or let it run out."""


class VaraKanIkke(Refusal):
    """`hva` stands in the way of that vara: BORTE, HAR_PLASS or SEG_SELV."""

    def __init__(self, vara: Hvem, hva: Varahva) -> None:
        super().__init__(vara, hva)
        self.vara = vara
        self.hva = hva


def svar_ja(sit: Situasjon, kall_id: str, av: Hvem, paa_vegne: bool = False) -> Utfall:
    """The first yes takes the place, also one after a no or after the frist as long as it is free. `av`
    is the vara, or who reported the forfall; anybody else only `paa_vegne`, which the caller has
    checked. Where another has the place by then, it is remembered that they can (`villig`). Raises
    PlassenDekket, KallTrukket, KallUkjent, IkkeKalt, IkkeDittKall, OpptattAnnetSted,
    VaraKanIkke, MoeteOver, MoeteAvlyst.
    """
    kall, plass = _kallet(sit, kall_id, av, paa_vegne)
    if kall.tilstand is Kalltilstand.JA:
        return Utfall(allerede=True)
    f = Forloep(sit, av)
    if husk_villig(f, kall):
        return f.utfall(villig=True, dekket=er_dekket(sit, kall))
    krev_ledig_plass(sit, kall)
    si_ja(f, plass, kall)
    _si_notert(f, kall, Beskjedslag.NOTERT_JA)
    fortsett(f)
    return f.utfall()


def _si_notert(f: Forloep, kall: Kall, slag: Beskjedslag) -> None:
    """To a vara for whom somebody else has answered (whoever decides is told nothing)."""
    fakta = {"vara": kall.vara, "kall_id": kall.id, "av": f.av}
    f.si(slag, [kall.vara], kall.for_person, kall.organ_id, **fakta)


def si_ja(f: Forloep, plass: Plass, kall: Kall) -> None:
    """Also takes back the vara's own forfall: who says yes, comes."""
    if f.sit.stilling.person(kall.vara).borte:
        f.skriv(Slag.KOMMER, kall.vara)
    krev_kan(f.sit, plass, kall.vara)
    ta_plassen(f, plass, kall)


def husk_villig(f: Forloep, kall: Kall) -> bool:
    """A vara who could not can after all, and the place they were asked to take is another's by then, or
    their call is of an earlier forfall: their no (to whatever place) is closed, so that they are asked
    again where they are needed. False where they may simply take it.
    """
    stilling = f.sit.stilling
    ledig_naa = stilling.gjelder(kall) and not er_dekket(f.sit, kall)
    if kall.tilstand not in SVART_NEI or ledig_naa:
        return False
    for egen in stilling.kall_til(kall.vara):
        if egen.tilstand in SVART_NEI:
            f.svar(Slag.KALL_TRUKKET, egen)
    fortsett(f)
    return True


def er_dekket(sit: Situasjon, kall: Kall) -> bool:
    return sit.stilling.dekket_av(kall.organ_id, kall.for_person) is not None


def svar_nei(sit: Situasjon, kall_id: str, av: Hvem, paa_vegne: bool = False) -> Utfall:
    """The next is asked. A yes can be taken back so. Raises as `svar_ja`, but not for a place that is
    covered.
    """
    kall, _ = _kallet(sit, kall_id, av, paa_vegne)
    if kall.tilstand is Kalltilstand.NEI:
        return Utfall(allerede=True)
    if kall.tilstand is Kalltilstand.TRUKKET:
        raise KallTrukket
    f = Forloep(sit, av)
    si_nei(f, kall)
    _si_notert(f, kall, Beskjedslag.NOTERT_NEI)
    fortsett(f)
    return f.utfall(sen=sit.sen)


def si_nei(f: Forloep, kall: Kall) -> None:
    """On the last day leder and sekretariat learn at once that somebody who was to come, does not."""
    f.svar(Slag.VARA_NEI, kall)
    if kall.tilstand is Kalltilstand.JA and f.sit.sen:
        si_sent(f, kall.vara, [kall.organ_id], kall.for_person)


def _kallet(sit: Situasjon, kall_id: str, av: Hvem, paa_vegne: bool) -> tuple[Kall, Plass]:
    krev_aapent(sit)
    kall = _finn(sit, kall_id)
    if not (paa_vegne or samme_person(av, kall.vara) or _meldte(sit, kall, av)):
        raise IkkeDittKall
    plass = sit.plass(kall.organ_id, kall.for_person)
    if plass is None:
        raise KallTrukket
    if kall.tilstand is Kalltilstand.PAA_TVERS:
        raise IkkeKalt
    return kall, plass


def _finn(sit: Situasjon, kall_id: str) -> Kall:
    kall = sit.stilling.kall_med(kall_id)
    if kall is None:
        raise KallTrukket if any(_om(linje, kall_id) for linje in sit.logg) else KallUkjent
    return kall


def _om(linje: Frammoetelinje, kall_id: str) -> bool:
    return linje.kall_id == kall_id


def _meldte(sit: Situasjon, kall: Kall, av: Hvem) -> bool:
    stand = sit.stilling.person(kall.for_person)
    return stand.borte and stand.meldt_av is not None and samme_person(stand.meldt_av, av)


def krev_ledig_plass(sit: Situasjon, kall: Kall) -> None:
    """Raises PlassenDekket (by another), or KallTrukket."""
    dekket = sit.stilling.dekket_av(kall.organ_id, kall.for_person)
    if dekket is not None and dekket.id != kall.id:
        raise PlassenDekket(dekket.vara)
    if not er_ledig_plass(sit, kall):
        raise KallTrukket


def er_ledig_plass(sit: Situasjon, kall: Kall) -> bool:
    """The call still stands, the member is still absent, and nobody else has the place."""
    dekket = sit.stilling.dekket_av(kall.organ_id, kall.for_person)
    return (
        kall.tilstand is not Kalltilstand.TRUKKET
        and sit.stilling.gjelder(kall)
        and (dekket is None or dekket.id == kall.id)
    )


def krev_kan(sit: Situasjon, plass: Plass, vara: Hvem) -> None:
    """Raises OpptattAnnetSted or VaraKanIkke."""
    i_veien = hindring(sit, plass, vara)
    annet = annet_kall(sit, plass, vara)
    if i_veien is Varahva.OPPTATT and annet is not None:
        raise OpptattAnnetSted(annet.for_person)
    if i_veien is not None:
        raise VaraKanIkke(vara, i_veien)


def godkjenn(sit: Situasjon, kall_id: str, av: Hvem) -> Utfall:
    """The sekretariat lets a vara of another seat be asked (the caller has checked that it is they).
    Raises as `svar_ja`.
    """
    kall, plass = _paa_vent(sit, kall_id)
    if kall.tilstand is not Kalltilstand.PAA_TVERS:
        return Utfall(allerede=True)
    krev_ledig_plass(sit, kall)
    krev_kan(sit, plass, kall.vara)
    f = Forloep(sit, av)
    f.kall(plass, kall.vara, kall.id)
    _si_tvers(f, plass, kall, godkjent=True)
    return f.utfall()


def avslaa(sit: Situasjon, kall_id: str, av: Hvem) -> Utfall:
    """The sekretariat does not; who reported is told, with a vara of the seat to ask instead."""
    kall, plass = _paa_vent(sit, kall_id)
    if kall.tilstand is not Kalltilstand.PAA_TVERS:
        raise KallTrukket
    f = Forloep(sit, av)
    f.trekk(kall)
    _si_tvers(f, plass, kall, godkjent=False)
    return f.utfall()


def _paa_vent(sit: Situasjon, kall_id: str) -> tuple[Kall, Plass]:
    krev_aapent(sit)
    kall = _finn(sit, kall_id)
    plass = sit.plass(kall.organ_id, kall.for_person)
    if plass is None or kall.tilstand is Kalltilstand.TRUKKET:
        raise KallTrukket
    return kall, plass


def _si_tvers(f: Forloep, plass: Plass, kall: Kall, godkjent: bool) -> None:
    melder = f.sit.stilling.person(plass.hvem).meldt_av
    neste = None if godkjent else ledig(f.sit, plass)
    f.si(
        Beskjedslag.TVERS_SVAR,
        [melder] if melder else [],
        plass.hvem,
        plass.organ_id,
        vara=kall.vara,
        kall_id=kall.id,
        godkjent=godkjent,
        neste=hvem(neste) if neste else None,
    )


def utloep(sit: Situasjon) -> Utfall:
    """Those who have not answered by their frist: noted, and the next is asked. Nothing where it has
    been done, or the møte is over or avlyst.
    """
    f = Forloep(sit, None)
    if sit.hode.avlyst or tilstand(sit.hode, sit.naa) is Tilstand.OVER:
        return f.utfall()
    for kall in sit.stilling.kall:
        if kall.tilstand is Kalltilstand.AAPENT and kall.frist is not None and kall.frist <= sit.utc:
            f.svar(Slag.UTLOEPT, kall)
    fortsett(f)
    return f.utfall()
