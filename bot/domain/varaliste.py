"""Whose vara somebody is: the oppnevnte of a place, and whom a written name can mean."""

from collections.abc import Iterable
from datetime import date

from bot.domain.frammoete import Hvem
from bot.domain.navn import inneholder, likt, norm
from bot.domain.organ import Medlem, Organ, Rolle
from bot.domain.plasser import UTEN_SETE, Plass, hvem, ident, samme


def varaer(organ: Organ, dag: date) -> list[Medlem]:
    return [m for m in organ.medlemmer if m.rolle is Rolle.VARA and m.gjelder(dag)]


def oppnevnte(organ: Organ, plass: Plass, dag: date) -> tuple[Medlem, ...]:
    """Who may be called to that place unasked: those who are vara for the person, then those of the
    seat; each in their order, and those without one last.
    """
    funnet: dict[int | str, Medlem] = {}
    for hoerer_til in (_personlig, _setets):
        for m in sorted(varaer(organ, dag), key=_orden):
            if hoerer_til(organ, m, plass) and not samme(hvem(m), plass.hvem):
                funnet.setdefault(ident(hvem(m)), m)
    return tuple(funnet.values())


def samme_sete(organ: Organ, vara: Medlem, plass: Plass) -> bool:
    """Whether the vara may take the place without the parity being touched: vara for the person, for
    the seat, or for another who holds the same seat.
    """
    if _personlig(organ, vara, plass) or _setets(organ, vara, plass):
        return True
    egne = [m for m in organ.medlemmer if m.rolle is not Rolle.VARA and likt(m.navn, vara.vara_for or "")]
    return any(_like(m.plass, plass.sete) and _samme_side(m, plass) for m in egne)


def _personlig(organ: Organ, vara: Medlem, plass: Plass) -> bool:
    return bool(vara.vara_for) and likt(vara.vara_for or "", plass.medlem.navn)


def _setets(organ: Organ, vara: Medlem, plass: Plass) -> bool:
    """A body without seats has one for all; a referent or a sekretariat has none."""
    if plass.medlem.rolle in UTEN_SETE or not _samme_side(vara, plass) or _for_noen(organ, vara):
        return False
    return _like(vara.vara_for or vara.plass, plass.sete)


def _for_noen(organ: Organ, vara: Medlem) -> bool:
    """Vara for a person, not for a seat."""
    return any(m.rolle is not Rolle.VARA and likt(m.navn, vara.vara_for or "") for m in organ.medlemmer)


def _like(en: str | None, annen: str | None) -> bool:
    return norm(en or "") == norm(annen or "")


def _samme_side(medlem: Medlem, plass: Plass) -> bool:
    return medlem.side is None or plass.side is None or medlem.side is plass.side


def _orden(vara: Medlem) -> tuple[bool, int]:
    return vara.rekkefoelge is None, vara.rekkefoelge or 0


def navngitt(organer: Iterable[Organ], dag: date, tekst: str) -> tuple[Hvem, ...]:
    """Whom of those bodies a written name can mean: by the whole name, else by part of it (varaer
    before the others). Empty where it is nobody.
    """
    alle = [m for organ in organer for m in organ.medlemmer if m.gjelder(dag)]
    alle.sort(key=lambda m: m.rolle is not Rolle.VARA)
    hele = _ulike(m for m in alle if likt(m.navn, tekst))
    if hele:
        return hele
    i_navnet = [m for m in alle if inneholder(m.navn, tekst)]
    return _ulike(m for m in i_navnet if m.rolle is Rolle.VARA) or _ulike(i_navnet)


def _ulike(medlemmer: Iterable[Medlem]) -> tuple[Hvem, ...]:
    return tuple({ident(hvem(m)): hvem(m) for m in medlemmer}.values())
