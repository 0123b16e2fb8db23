"""Topics that several bodies have up in the same period: candidates for a felles møte.

Precision before recall: nobody is told of what only looks alike.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

PERIODE = timedelta(weeks=6)
"""Before and after a møte, whose saker are of the same period."""
NOK = 0.75
"""As much must two titles have in common: a word that tells a topic, or two that tell a little."""
VANLIG_ANTALL, VANLIG_ANDEL = 4, 0.02
"""A word in more titles than this counts less, the more there are."""


@dataclass(frozen=True)
class Tema:
    """A sak of a møte. `ord` are the words of its title with how much each tells."""

    moete_id: int
    organ_ids: tuple[int, ...]
    dato: date
    tittel: str
    ord: Mapping[str, float]
    saksnr: str | None = None


@dataclass(frozen=True)
class Felles:
    """Two saker, of different bodies, with the words they have in common (the one that counts most first)
    and how much these count.
    """

    egen: Tema
    annen: Tema
    ord: tuple[str, ...]
    poeng: float


def felles(egne: Iterable[Tema], alle: Sequence[Tema]) -> list[Felles]:
    """What of `alle` is up in other bodies within `PERIODE` of each of `egne`: the most alike first, one
    for each sak and each body it is also up in. `alle` are those the commonness of words is counted in.
    """
    vekter = _vekter(alle)
    etter_ord: dict[str, list[Tema]] = {}
    for tema in alle:
        for ord_ in tema.ord:
            etter_ord.setdefault(ord_, []).append(tema)
    funnet: dict[tuple[int, str, tuple[int, ...]], Felles] = {}
    for egen in egne:
        for treff in _like(egen, etter_ord, vekter):
            noekkel = (egen.moete_id, egen.tittel, treff.annen.organ_ids)
            if noekkel not in funnet or _rang(treff) < _rang(funnet[noekkel]):
                funnet[noekkel] = treff
    return sorted(funnet.values(), key=_rang)


def _like(egen: Tema, etter_ord: Mapping[str, list[Tema]], vekter: Mapping[str, float]) -> list[Felles]:
    kandidater = {id(t): t for ord_ in egen.ord for t in etter_ord.get(ord_, ())}
    andre = [t for t in kandidater.values() if _andres(egen, t)]
    treff = [_sammen(egen, annen, vekter) for annen in andre]
    return [t for t in treff if t.poeng >= NOK]


def _andres(egen: Tema, annen: Tema) -> bool:
    return not set(egen.organ_ids) & set(annen.organ_ids) and abs(egen.dato - annen.dato) <= PERIODE


def _sammen(egen: Tema, annen: Tema, vekter: Mapping[str, float]) -> Felles:
    """A word that is part of a longer one they have in common too counts no more."""
    like = sorted(egen.ord.keys() & annen.ord.keys(), key=lambda o: (-len(o), o))
    telt: list[str] = []
    for ord_ in like:
        if not any(ord_ in lengre for lengre in telt):
            telt.append(ord_)
    poeng = {o: min(egen.ord[o], annen.ord[o]) * vekter.get(o, 1.0) for o in telt}
    ordnet = sorted(telt, key=lambda o: (-poeng[o], o))
    return Felles(egen, annen, tuple(ordnet), sum(poeng.values()))


def _vekter(alle: Sequence[Tema]) -> dict[str, float]:
    """Rare words count in full."""
    antall = Counter(ord_ for tema in alle for ord_ in tema.ord)
    grense = max(VANLIG_ANTALL, VANLIG_ANDEL * len(alle))
    return {ord_: min(1.0, grense / n) for ord_, n in antall.items()}


def _rang(f: Felles) -> tuple[float, timedelta, int]:
    """The most alike first, then the nearest in time."""
    return (-f.poeng, abs(f.egen.dato - f.annen.dato), f.annen.moete_id)
