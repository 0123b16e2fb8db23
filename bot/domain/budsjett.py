"""How much may be sent, to one conversation and in all: Teams' limits, and how much of them posts use.

Moments are seconds since 1970, by one clock. What was sent is counted when its sending was over, and
what is to be sent when it begins: so no window holds more than the limit where it arrives either.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Grense:
    """No `sekunder` in a row hold more than `antall`."""

    antall: int
    sekunder: int


TEAMS = (Grense(7, 1), Grense(60, 30), Grense(1800, 3600))
"""What a bot may send to one conversation (Microsoft: «Optimize your bot with rate limiting in Teams»)."""
POSTER = (Grense(5, 1), Grense(50, 30), Grense(1700, 3600))
"""Posts stop there: the rest is for who is answered."""


@dataclass(frozen=True)
class Grenser:
    """`samtale` a conversation, `i_alt` a second to all of them together."""

    samtale: tuple[Grense, ...] = POSTER
    i_alt: int = 20


HUSKES = 30.0
"""Seconds for which every moment is kept; before that, as long as `TIMEN`, how many a minute."""
TIMEN = 3600.0
MINUTT = 60.0
UNDERVEIS = 1.0
"""Seconds from when it is claimed within which a sending arrives, if it is long under way."""


@dataclass(frozen=True)
class Nylig:
    """What was sent to a conversation lately: `tider` of the last half minute, oldest first, and before
    that how many in each minute (by its number since 1970).
    """

    tider: tuple[float, ...] = ()
    minutter: tuple[tuple[int, int], ...] = ()


def noter(nylig: Nylig, naa: float, *sendt: float) -> Nylig:
    """With those too, seen at `naa`. A moment that has not been yet (the clock was set back) is now."""
    alle = sorted(min(tid, naa) for tid in (*nylig.tider, *sendt))
    minutter = Counter(dict(nylig.minutter))
    minutter.update(int(tid // MINUTT) for tid in alle if tid <= naa - HUSKES)
    return Nylig(
        tuple(tid for tid in alle if tid > naa - HUSKES),
        tuple(
            (m, n) for m, n in sorted(minutter.items()) if naa - TIMEN < (m + 1) * MINUTT <= naa + MINUTT
        ),
    )


def naar_ledig(nylig: Nylig, naa: float, grenser: Iterable[Grense], andre: Iterable[float] = ()) -> float:
    """The first moment from `naa` on at which one more keeps within all of the limits. `andre`: what else
    was sent to the conversation in the last hour, by others.
    """
    naere = sorted(min(tid, naa) for tid in (*nylig.tider, *andre))
    hele = [*sorted(min((m + 1) * MINUTT, naa) for m, n in nylig.minutter for _ in range(n)), *naere]
    ledig = naa
    for grense in grenser:
        tider = naere if grense.sekunder <= HUSKES else sorted(hele)
        if len(tider) >= grense.antall:
            ledig = max(ledig, tider[-grense.antall] + grense.sekunder)
    return ledig


def opptar(nylig: Nylig, naa: float, slutt: float | None = None, tatt: float | None = None) -> int:
    """How many of what may be begun in a second this conversation takes at `naa`: those that were over
    within it (`slutt`: the last one), and one that is under way since `tatt` and may arrive within it.
    """
    tider = nylig.tider if slutt is None else (*nylig.tider, slutt)
    over = len([tid for tid in tider if tid > naa - 1])
    return over + (tatt is not None and tatt > naa - 1 - UNDERVEIS)
