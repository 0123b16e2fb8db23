"""Reads back the line of those present or absent that `bot.documents.utgave_folk` writes."""

import re

from bot.documents.frammoete_del import known_role
from bot.documents.navn import is_role
from bot.documents.ordforraad import normalise
from bot.domain.referat import Deltaker

_KLOKKE = r"\d{2}\.\d{2}"
_TID = re.compile(rf"(?:kom|gikk|gjekk) kl\. {_KLOKKE}|ute kl\. {_KLOKKE}–{_KLOKKE}")
_VARA = re.compile(r"vara(?: for (?P<hvem>.+))?")
_SAGT = 2


class IkkeFolk(ValueError):
    """The line is not of this form."""


def les(tekst: str) -> list[Deltaker]:
    """Raises IkkeFolk."""
    return [_deltaker(del_) for del_ in _delt(tekst, ";")]


def _deltaker(tekst: str) -> Deltaker:
    navn, _, rest = tekst.partition(" (")
    if "," in navn or not navn or (rest and not rest.endswith(")")):
        raise IkkeFolk
    deltaker = Deltaker(navn)
    sagt = [ledd for ledd in _delt(rest[:-1], ";") if not _tatt(deltaker, ledd)]
    if len(sagt) > _SAGT:
        raise IkkeFolk
    if len(sagt) == _SAGT or (sagt and _er_rolle(sagt[0])):
        deltaker.rolle = sagt.pop(0)
    deltaker.tilknytning = _delt(sagt[0], ",") if sagt else []
    return deltaker


def _tatt(deltaker: Deltaker, ledd: str) -> bool:
    """Whether it was when they were there, or whom they are vara for."""
    if _TID.fullmatch(ledd):
        return True
    vara = _VARA.fullmatch(ledd)
    if vara:
        deltaker.vara, deltaker.vara_for = True, vara["hvem"]
    return vara is not None


def _er_rolle(ledd: str) -> bool:
    return known_role(normalise(ledd)) is not None or is_role(ledd)


def _delt(tekst: str, skille: str) -> list[str]:
    """Cut at the sign, outside brackets."""
    deler, depth = [""], 0
    for tegn in tekst:
        depth += (tegn == "(") - (tegn == ")")
        if tegn == skille and depth == 0:
            deler.append("")
        else:
            deler[-1] += tegn
    if depth:
        raise IkkeFolk
    return [del_.strip() for del_ in deler if del_.strip()]
