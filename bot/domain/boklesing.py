"""The log of a møtebok, read from its first line to its last: how it stands.

An act that was taken back (ANGRET) counts for nothing, but its numbers are not given again. A line about
what is not there (a point whose act was taken back) is passed over.
"""

from collections.abc import Callable, Iterable, Sequence

from bot.domain.bokkladd import Kladd, kladd_av, stand_av
from bot.domain.boklesing_etter import ETTER
from bot.domain.boklesing_folk import FOLK
from bot.domain.boklesing_punkt import PUNKT
from bot.domain.boklesing_sak import SAK
from bot.domain.bokstand import Bokstand
from bot.domain.moetebok import Foering, Foeringsslag
from bot.domain.plasser import ident

_LESERE: dict[Foeringsslag, Callable[[Kladd, Foering], None]] = {**SAK, **PUNKT, **FOLK, **ETTER}
_TELLES = {
    Foeringsslag.PUNKT: "punkt",
    Foeringsslag.SAK_LAGT: "sak",
    Foeringsslag.DEL_LAGT: "del_",
    Foeringsslag.MERKNAD: "merknad",
    Foeringsslag.FORESLAATT: "foreslaatt",
}

_OM_PUNKT = frozenset({Foeringsslag.PUNKT, Foeringsslag.ENDRET, Foeringsslag.SETT})


def les(linjer: Sequence[Foering], fra: Bokstand | None = None) -> Bokstand:
    """`linjer` is the whole log, in order; lines without id are not stored yet and come last. `fra` is what
    a fold of the first of them came to: only what is new is read, but for where something new was
    taken back.
    """
    nye = _etter(linjer, fra.siste) if fra is not None else linjer
    if any(linje.slag is Foeringsslag.ANGRET for linje in nye):
        return _les(linjer, Kladd())
    return _les(nye, Kladd() if fra is None else kladd_av(fra))


def angrede(linjer: Iterable[Foering]) -> frozenset[int]:
    """The ids of the lines that count for nothing: whole acts, by the first line of each."""
    alle = list(linjer)
    gjelder = {linje.gjelder for linje in alle if linje.slag is Foeringsslag.ANGRET}
    if not gjelder:
        return frozenset()
    akter = {akten(linje) for linje in alle if linje.id in gjelder}
    return frozenset(
        linje.id
        for linje in alle
        if linje.id is not None and akten(linje) in akter and linje.slag is not Foeringsslag.ANGRET
    )


def akten(linje: Foering) -> tuple[str, int | str | None]:
    """Which act it is of: two people may press one button."""
    return linje.akt, ident(linje.av) if linje.av else None


def _etter(linjer: Sequence[Foering], siste: int) -> Sequence[Foering]:
    """Those after that id; the log is in order, so only its end is looked at."""
    start = len(linjer)
    while start and (linjer[start - 1].id is None or (linjer[start - 1].id or 0) > siste):
        start -= 1
    return linjer[start:]


def _les(linjer: Sequence[Foering], kladd: Kladd) -> Bokstand:
    borte = angrede(linjer)
    for linje in linjer:
        _noter(kladd, linje)
        leser = _LESERE.get(linje.slag)
        if leser is not None and linje.id not in borte:
            leser(kladd, linje)
    return stand_av(kladd)


def _noter(kladd: Kladd, linje: Foering) -> None:
    """What holds of a line whether it was taken back or not."""
    if linje.id is not None:
        kladd.siste = linje.id
        if linje.av is not None and linje.nr is not None and linje.slag in _OM_PUNKT:
            kladd.skrev[ident(linje.av), linje.nr] = linje.id
    felt = _TELLES.get(linje.slag)
    if felt is not None:
        nr = (linje.sak if felt == "sak" else linje.nr) or 0
        if nr > kladd.teller.get(felt, 0):
            kladd.teller[felt] = nr
