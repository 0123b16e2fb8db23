"""The names in a line about who is there."""

from collections.abc import Sequence

from bot.domain.bokfeil import FlereHeter
from bot.domain.bokframmoete import liste
from bot.domain.boknavn import finn
from bot.domain.bokstand import Bokstand, Frammoett, Status
from bot.domain.frammoete import Hvem


def fullt_navn_paa(folk: Sequence[Hvem], skrevet: str) -> str:
    """Of the only one who is called that; else as it was written (a seat), with a capital."""
    try:
        funnet = finn(folk, skrevet)
    except FlereHeter:
        return skrevet
    return funnet.navn if funnet in folk else funnet.navn[:1].upper() + funnet.navn[1:]


def venter_paa(stand: Bokstand, del_nr: int) -> list[Frammoett]:
    """Those nobody has said are there."""
    return [f for f in liste(stand, del_nr) if f.status is Status.BEKREFTES]
