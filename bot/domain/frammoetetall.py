"""Who comes to a møte, counted for one body: in all, for each side and each seat, and for a quorum."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.frammoete import Hvem
from bot.domain.organ import Side
from bot.domain.plasser import Plass
from bot.domain.situasjon import Situasjon
from bot.domain.stilling import Kall, Kalltilstand, Personstilling, Svar


@dataclass(frozen=True)
class Rad:
    """One place. `vara` has said yes, `spurt` have not answered; `paa_tvers` waits for the sekretariat."""

    plass: Plass
    stand: Personstilling
    vara: Kall | None
    spurt: tuple[Kall, ...]
    paa_tvers: tuple[Kall, ...]
    stedfortreder: Hvem | None


@dataclass(frozen=True)
class Tall:
    """Members who come, varaer who come, places nobody fills, and members who have not answered; `spurt`
    of the places without anybody are those a vara has been asked to take.
    """

    kommer: int = 0
    vara: int = 0
    forfall: int = 0
    ubesvart: int = 0
    spurt: int = 0

    @property
    def til_stede(self) -> int:
        return self.kommer + self.vara

    @property
    def plasser(self) -> int:
        return self.til_stede + self.forfall + self.ubesvart


class Beslutning(StrEnum):
    """UAVKLART: those who have not answered can tip it. KONSENSUS: the body has no quorum."""

    JA = "ja"
    NEI = "nei"
    UAVKLART = "uavklart"
    KONSENSUS = "konsensus"


@dataclass(frozen=True)
class Frammoetetall:
    """`rader` are all places of the body, the numbers only of those that count (no observatør, referent
    or sekretariat). `sider` in the order kommuner, helseforetak, neither; `seter` as in the list.
    """

    organ_id: int
    rader: tuple[Rad, ...]
    alle: Tall
    sider: tuple[tuple[Side | None, Tall], ...]
    seter: tuple[tuple[str | None, Tall], ...]
    quorum: int | None

    @property
    def beslutning(self) -> Beslutning:
        if self.quorum is None:
            return Beslutning.KONSENSUS
        if self.alle.til_stede >= self.quorum:
            return Beslutning.JA
        mulige = self.alle.til_stede + self.alle.ubesvart + self.alle.spurt
        return Beslutning.UAVKLART if mulige >= self.quorum else Beslutning.NEI

    @property
    def mangler(self) -> int:
        """How many more must come."""
        return max((self.quorum or 0) - self.alle.til_stede, 0)


def frammoetetall(sit: Situasjon, organ_id: int) -> Frammoetetall:
    """A stedfortreder who is no oppnevnt vara is shown, and not counted."""
    rader = tuple(_rad(sit, p) for p in sit.plasser if p.organ_id == organ_id)
    teller = [r for r in rader if r.plass.teller]
    return Frammoetetall(
        organ_id,
        rader,
        _tall(teller),
        tuple((s, t) for s in (*Side, None) if (t := _tall(_med(teller, _side, s))).plasser),
        tuple((s, _tall(_med(teller, _sete, s))) for s in dict.fromkeys(_sete(r) for r in teller)),
        sit.organ(organ_id).quorum,
    )


def _rad(sit: Situasjon, plass: Plass) -> Rad:
    stilling, hvem = sit.stilling, plass.hvem
    alle = stilling.kall_for(plass.organ_id, hvem)
    return Rad(
        plass,
        stilling.person(hvem),
        stilling.dekket_av(plass.organ_id, hvem),
        stilling.spurt(plass.organ_id, hvem),
        tuple(k for k in alle if k.tilstand is Kalltilstand.PAA_TVERS),
        stilling.stedfortreder(plass.organ_id, hvem),
    )


def _tall(rader: Iterable[Rad]) -> Tall:
    rader = list(rader)
    borte = [r for r in rader if r.stand.borte]
    tomme = [r for r in borte if r.vara is None]
    return Tall(
        sum(r.stand.svar is Svar.KOMMER for r in rader),
        len(borte) - len(tomme),
        len(tomme),
        sum(r.stand.svar is Svar.UBESVART for r in rader),
        sum(bool(r.spurt) for r in tomme),
    )


def _side(rad: Rad) -> Side | None:
    return rad.plass.side


def _sete(rad: Rad) -> str | None:
    return rad.plass.sete


def _med(rader: Iterable[Rad], av: Callable[[Rad], str | None], verdi: str | None) -> list[Rad]:
    return [r for r in rader if av(r) == verdi]
