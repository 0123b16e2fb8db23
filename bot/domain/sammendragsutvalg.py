"""What of a sammendrag is shown to whom: without what is left out, and to channels only what was shown
first to who put it out.
"""

import hashlib
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from bot.domain.sammendragsinnhold import (
    Innhold,
    Sammendragsdel,
    Sammendragslinje,
    Sammendragsrettelse,
    Sammendragssak,
)


@dataclass(frozen=True)
class Gruppe:
    """Whose channels get the same: all of it (`del_nr` 0), or the one part that is theirs too."""

    organ_ids: tuple[int, ...]
    del_nr: int = 0


def grupper(innhold: Innhold, organ_ids: Sequence[int], *, tomme: bool = False) -> tuple[Gruppe, ...]:
    """The møte's own bodies first, which get it all. `tomme`: also of parts with nothing to tell."""
    delte = [p for p in innhold.deler if p.andre and (p.saker or tomme)]
    return (Gruppe(tuple(organ_ids)), *(Gruppe(p.andre, p.nr) for p in delte))


def for_gruppe(innhold: Innhold, gruppe: Gruppe) -> Innhold:
    if not gruppe.del_nr:
        return innhold
    return replace(
        innhold,
        deler=tuple(part for part in innhold.deler if part.nr == gruppe.del_nr),
        rettelser=tuple(r for r in innhold.rettelser if r.del_nr == gruppe.del_nr),
    )


def uten(innhold: Innhold, utelatt: Collection[str]) -> Innhold:
    """Without those saker, lines and rettelser; nor a rettelse of a point that is not there."""
    deler = [replace(p, saker=_av(p.saker, lambda key: key not in utelatt)) for p in innhold.deler]
    return _med(innhold, deler, lambda key: key not in utelatt)


def bare(innhold: Innhold, vist: Collection[str], del_nr: int = 0) -> Innhold:
    """What of it was shown to who put it out (`noekler`), as it is worded now; `del_nr`: in the channels of
    whom that part is felles with.
    """
    merket = f"@{del_nr}" if del_nr else ""
    deler = [replace(p, saker=_fylt(_av(p.saker, _i(vist, merket)), vist)) for p in innhold.deler]
    return _med(innhold, deler, _i(vist, ""))


def noekler(innhold: Innhold) -> frozenset[str]:
    """All that is shown by showing it: of a line in a felles part also that it is there that it is."""
    alle = {r.key for r in innhold.rettelser if r.gjelder is None}
    for part in innhold.deler:
        for linje in (x for sak in part.saker for x in sak.linjer):
            alle |= {linje.key, *linje.innspill_keys, *([f"{linje.key}@{part.nr}"] if part.nr else [])}
    return frozenset(alle)


def merke(innhold: Innhold, innledning: str | None = None) -> str:
    """The same as long as it says the same; whether it is approved is not part of it."""
    ord_ = [innledning or "", *(w for part in innhold.deler for w in _ordene(part))]
    ord_ += [f"{r.dato}{r.tekst}" for r in innhold.rettelser]
    return hashlib.sha256("\0".join(ord_).encode()).hexdigest()[:16]


def _med(innhold: Innhold, deler: Iterable[Sammendragsdel], vises: Callable[[str], bool]) -> Innhold:
    igjen = replace(innhold, deler=tuple(deler))
    linjer = {linje.key for linje in igjen.linjer}
    return replace(igjen, rettelser=tuple(r for r in innhold.rettelser if _gjelder(r, linjer, vises)))


def _gjelder(r: Sammendragsrettelse, linjer: Collection[str], vises: Callable[[str], bool]) -> bool:
    return vises(r.key) if r.gjelder is None else r.gjelder in linjer


def _i(vist: Collection[str], merket: str) -> Callable[[str], bool]:
    return lambda key: f"{key}{merket}" in vist or key.startswith("s")


def _av(saker: Iterable[Sammendragssak], vises: Callable[[str], bool]) -> tuple[Sammendragssak, ...]:
    igjen = [replace(s, linjer=tuple(x for x in s.linjer if vises(x.key))) for s in saker if vises(s.key)]
    return tuple(s for s in igjen if s.linjer)


def _fylt(saker: Iterable[Sammendragssak], vist: Collection[str]) -> tuple[Sammendragssak, ...]:
    """With the innspill that were shown."""
    return tuple(replace(s, linjer=tuple(_med_vist(x, vist) for x in s.linjer)) for s in saker)


def _med_vist(linje: Sammendragslinje, vist: Collection[str]) -> Sammendragslinje:
    par = [(i, k) for i, k in zip(linje.innspill, linje.innspill_keys, strict=False) if k in vist]
    return replace(linje, innspill=tuple(i for i, _ in par), innspill_keys=tuple(k for _, k in par))


def _ordene(part: Sammendragsdel) -> Iterable[str]:
    yield part.tittel or ""
    for sak in part.saker:
        yield f"{sak.key}{sak.saksnr or ''}{sak.tittel}"
        for x in sak.linjer:
            yield "\1".join([x.key, x.slag, x.tekst, *x.innspill, *x.hvem, str(x.frist)])
