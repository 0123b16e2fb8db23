"""Who may dictate, approve and see a referat: the table of rights, and who is set in this møte.

Whoever is set as referent or møteleder may keep the referat of that møte, as long as it is surely they.
"""

from collections.abc import Collection

from bot.domain.aktoer import Aktoer, Sikkerhet
from bot.domain.bokstand import Bokstand
from bot.domain.moetebok import Boktilstand
from bot.domain.plasser import samme_person
from bot.domain.rettigheter import IkkeLov, Mangler, Rett, har, krev


def kan_foere(aktoer: Aktoer, stand: Bokstand, organ_ids: Collection[int]) -> bool:
    return _lov(aktoer, Rett.FOERE_REFERAT, organ_ids, _satt(aktoer, stand))


def krev_foere(aktoer: Aktoer, stand: Bokstand, organ_ids: Collection[int]) -> None:
    """Raises IkkeLov."""
    _krev(aktoer, Rett.FOERE_REFERAT, organ_ids, _satt(aktoer, stand))


def kan_godkjenne(aktoer: Aktoer, stand: Bokstand, organ_ids: Collection[int]) -> bool:
    """The body's leder, and who led that møte."""
    return _lov(aktoer, Rett.GODKJENNE_REFERAT, organ_ids, _ledet(aktoer, stand))


def krev_godkjenne(aktoer: Aktoer, stand: Bokstand, organ_ids: Collection[int]) -> None:
    """Raises IkkeLov."""
    _krev(aktoer, Rett.GODKJENNE_REFERAT, organ_ids, _ledet(aktoer, stand))


def kan_merke(aktoer: Aktoer, organ_ids: Collection[int]) -> bool:
    """Whether merknader are taken from them."""
    return har(aktoer, Rett.MERKNAD_REFERAT, organ_ids)


def kan_se(aktoer: Aktoer, stand: Bokstand, organ_ids: Collection[int]) -> bool:
    """Until it is sent those who keep it, then the bodies' own, and anybody once it is approved."""
    rett = _se(stand)
    return rett is None or _lov(aktoer, rett, organ_ids, _satt(aktoer, stand))


def krev_se(aktoer: Aktoer, stand: Bokstand, organ_ids: Collection[int]) -> None:
    """Raises IkkeLov."""
    rett = _se(stand)
    if rett is not None:
        _krev(aktoer, rett, organ_ids, _satt(aktoer, stand))


def _se(stand: Bokstand) -> Rett | None:
    if stand.tilstand is Boktilstand.GODKJENT:
        return None
    return Rett.SE_REFERAT if stand.tilstand is Boktilstand.TIL_GODKJENNING else Rett.SE_UTKAST


def _satt(aktoer: Aktoer, stand: Bokstand) -> bool:
    i_referatet = [*stand.referenter, *([stand.moeteleder] if stand.moeteleder else [])]
    return any(samme_person(aktoer.hvem, hvem) for hvem in i_referatet)


def _ledet(aktoer: Aktoer, stand: Bokstand) -> bool:
    return stand.moeteleder is not None and samme_person(aktoer.hvem, stand.moeteleder)


def _lov(aktoer: Aktoer, rett: Rett, organ_ids: Collection[int], satt: bool) -> bool:
    return har(aktoer, rett, organ_ids) or (satt and aktoer.sikkerhet is Sikkerhet.SIKKER)


def _krev(aktoer: Aktoer, rett: Rett, organ_ids: Collection[int], satt: bool) -> None:
    """One who is set, and is known by name alone, lacks the knytning and not the role."""
    if _lov(aktoer, rett, organ_ids, satt):
        return
    if satt and aktoer.sikkerhet is Sikkerhet.NAVN:
        raise IkkeLov(rett, organ_ids, Mangler.KNYTNING)
    krev(aktoer, rett, organ_ids)
