"""Giving somebody a role in a body, and taking it: the rows that follow, with their dates.

Nothing is deleted but what never came to hold: a role that is taken ends the day before.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.domain.errors import Refusal
from bot.domain.navn import norm
from bot.domain.organ import Medlem, Organ, Rolle

ENKELTROLLER = frozenset(
    {Rolle.LEDER, Rolle.NESTLEDER, Rolle.MEDLEM, Rolle.OBSERVATOER, Rolle.BRUKERREPRESENTANT}
)
"""Of these somebody has one at a time; they may be vara, referent or sekretariat besides."""
DAG = timedelta(days=1)


class HarRollen(Refusal):
    """They have it already, in that time."""


class HarIkkeRollen(Refusal):
    """They have not got it; `roller` are those they have."""

    def __init__(self, roller: Iterable[Rolle]) -> None:
        super().__init__(roller)
        self.roller = tuple(dict.fromkeys(roller))


@dataclass(frozen=True)
class Tildeling:
    """A role from `fra` to `til` (inclusive, None is until it is taken). A vara may be `vara_for`."""

    rolle: Rolle
    fra: date
    til: date | None = None
    vara_for: str | None = None


@dataclass(frozen=True)
class Rolleutfall:
    """`organ` as it will be. `avsluttet`: the roles that end. `ogsaa`: others who lead it as well.
    `uten_sekretariat`: nobody is left who is sekretariat.
    """

    organ: Organ
    avsluttet: tuple[Rolle, ...] = ()
    ogsaa: tuple[str, ...] = ()
    uten_sekretariat: bool = False


def gi(organ: Organ, person: Medlem, tildeling: Tildeling) -> Rolleutfall:
    """`person` is any row of theirs, in whichever body. They keep the seat they have in this one.
    Raises HarRollen.
    """
    egne = [m for m in organ.medlemmer if m.person_id == person.person_id]
    if any(_samme(m, tildeling) and _samtidig(m, tildeling) for m in egne):
        raise HarRollen
    gamle = _vikende(egne, tildeling)
    sete = next((m for m in egne if m.gjelder(tildeling.fra) and m.rolle is not Rolle.VARA), None)
    ny = _ny(organ, person, sete, tildeling)
    medlemmer = [rad for m in organ.medlemmer for rad in (_foer(m, tildeling.fra) if m in gamle else [m])]
    etterpaa = [rad for m in gamle for rad in _etter(m, tildeling.til)]
    return Rolleutfall(
        replace(organ, medlemmer=[*medlemmer, ny, *etterpaa]),
        tuple(dict.fromkeys(m.rolle for m in gamle)),
        tuple(_ogsaa(organ, person, tildeling)),
    )


def ta(organ: Organ, person_id: int, rolle: Rolle, fra: date) -> Rolleutfall:
    """The role is theirs no more from `fra` on. Raises HarIkkeRollen."""
    egne = [m for m in organ.medlemmer if m.person_id == person_id and not _slutt_foer(m, fra)]
    har = [m for m in egne if m.rolle is rolle]
    if not har:
        raise HarIkkeRollen(m.rolle for m in egne)
    medlemmer = [rad for m in organ.medlemmer for rad in (_foer(m, fra) if m in har else [m])]
    igjen = [m for m in medlemmer if m.rolle is Rolle.SEKRETARIAT and not _slutt_foer(m, fra)]
    alene = rolle is Rolle.SEKRETARIAT and not igjen
    return Rolleutfall(replace(organ, medlemmer=medlemmer), (rolle,), uten_sekretariat=alene)


def _ny(organ: Organ, person: Medlem, sete: Medlem | None, tildeling: Tildeling) -> Medlem:
    vara = tildeling.rolle is Rolle.VARA
    plass = sete or Medlem(person.navn)
    return Medlem(
        person.navn,
        tildeling.rolle,
        plass.representerer,
        tildeling.vara_for if vara else None,
        _neste_nummer(organ.medlemmer, tildeling) if vara else None,
        plass.sete,
        plass.side,
        person.arbeidsgiver,
        person.epost,
        person.aad_id,
        tildeling.fra,
        tildeling.til,
        person.person_id,
    )


def _neste_nummer(medlemmer: Sequence[Medlem], tildeling: Tildeling) -> int | None:
    """After the others for the same seat; none where it is not said for whom."""
    if tildeling.vara_for is None:
        return None
    brukt = [m.rekkefoelge or 0 for m in medlemmer if _samme(m, tildeling) and _samtidig(m, tildeling)]
    return max(brukt, default=0) + 1


def _samme(medlem: Medlem, tildeling: Tildeling) -> bool:
    return medlem.rolle is tildeling.rolle and (
        medlem.rolle is not Rolle.VARA or norm(medlem.vara_for or "") == norm(tildeling.vara_for or "")
    )


def _vikende(egne: Sequence[Medlem], tildeling: Tildeling) -> list[Medlem]:
    """What they cannot be besides."""
    if tildeling.rolle not in ENKELTROLLER:
        return []
    return [m for m in egne if m.rolle in ENKELTROLLER and _samtidig(m, tildeling)]


def _foer(medlem: Medlem, fra: date) -> list[Medlem]:
    """What is left of it before that day."""
    if medlem.fra is not None and medlem.fra >= fra:
        return []
    return [replace(medlem, til=fra - DAG)]


def _etter(medlem: Medlem, til: date | None) -> list[Medlem]:
    """What is left of it after a role that was for a time."""
    if til is None or _slutt_foer(medlem, til + DAG):
        return []
    return [replace(medlem, fra=max(til + DAG, medlem.fra or til + DAG))]


def _ogsaa(organ: Organ, person: Medlem, tildeling: Tildeling) -> list[str]:
    if tildeling.rolle is not Rolle.LEDER:
        return []
    return [
        m.navn
        for m in organ.medlemmer
        if m.rolle is Rolle.LEDER and m.person_id != person.person_id and _samtidig(m, tildeling)
    ]


def _samtidig(medlem: Medlem, tildeling: Tildeling) -> bool:
    begynner = tildeling.til is None or medlem.fra is None or medlem.fra <= tildeling.til
    return begynner and not _slutt_foer(medlem, tildeling.fra)


def _slutt_foer(medlem: Medlem, dag: date) -> bool:
    return medlem.til is not None and medlem.til < dag
