"""The forslag of a sak and what became of them, as an Utgave has them."""

from collections.abc import Sequence

from bot.domain.bokstand import Punkt
from bot.domain.bokvedtak import nummerert, svarer
from bot.domain.forslagsord import hele
from bot.domain.innkalling import Forslag
from bot.domain.moetebok import Punktslag
from bot.domain.utgave import Forslagslinje, Utgavevedtak


def linjene(forslag: Sequence[Forslag]) -> tuple[Forslagslinje, ...]:
    """A single one without a number keeps none; several are told from each other by their place."""
    if len(forslag) == 1:
        return (Forslagslinje(hele(forslag[0]), forslag[0].nr),)
    return tuple(Forslagslinje(hele(ett), nr) for nr, ett in nummerert(forslag))


def vedtakene(forslag: Sequence[Forslag], punkter: Sequence[Punkt]) -> tuple[Utgavevedtak, ...]:
    """In the order they were dictated. A konklusjon that repeats a forslag is the vedtak about it."""
    return tuple(_vedtak(p, forslag, punkter) for p in punkter if er_vedtak(p, forslag))


def er_vedtak(punkt: Punkt, forslag: Sequence[Forslag]) -> bool:
    return punkt.slag is Punktslag.VEDTAK or svarer(punkt, forslag) is not None


def fyller(punkt: Punkt, punkter: Sequence[Punkt]) -> bool:
    """Whether it stands in the open place of a vedtak that is shown."""
    return any(p.nr == punkt.til_vedtak and p.slag is Punktslag.VEDTAK for p in punkter)


def _vedtak(vedtak: Punkt, forslag: Sequence[Forslag], punkter: Sequence[Punkt]) -> Utgavevedtak:
    """With the innspill that fill it; a votering over it is no part of its text."""
    nr = vedtak.forslag if vedtak.slag is Punktslag.VEDTAK else svarer(vedtak, forslag)
    mine = [p for p in punkter if p.til_vedtak == vedtak.nr and p.slag is Punktslag.INNSPILL]
    return Utgavevedtak(vedtak.tekst, nr, tuple(p.tekst for p in mine))
