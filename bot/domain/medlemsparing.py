"""Which stored member a row of a list is about, where somebody has sat in a body more than once."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from bot.domain.medlemsrad import LestRad
from bot.domain.navn import norm
from bot.domain.organ import Medlem, Rolle

PLASSROLLER = frozenset(
    {
        Rolle.LEDER,
        Rolle.NESTLEDER,
        Rolle.MEDLEM,
        Rolle.VARA,
        Rolle.OBSERVATOER,
        Rolle.BRUKERREPRESENTANT,
    }
)
"""One of these may become another. A referent or sekretariat is that beside what else they are."""
TRINN = (("rolle", "vara_for", "fra", "til"), ("rolle", "vara_for"), ("rolle",))
"""What must be the same, the strictest first. What the row does not say is the same."""


def par(
    rader: Iterable[tuple[LestRad, int | None]], medlemmer: Sequence[Medlem], dag: date
) -> dict[int, int]:
    """Row number to the place in `medlemmer`, both of the same person; new rows are not in it. Who has
    left is meant only by a row that says so.
    """
    av_person: defaultdict[int, list[LestRad]] = defaultdict(list)
    for lest, person_id in rader:
        if person_id is not None:
            av_person[person_id].append(lest)
    funnet: dict[int, int] = {}
    plasser: defaultdict[int, list[int]] = defaultdict(list)
    for plass, medlem in enumerate(medlemmer):
        if medlem.person_id is not None:
            plasser[medlem.person_id].append(plass)
    for person_id, radene in av_person.items():
        funnet |= _personen(radene, plasser[person_id], medlemmer, dag)
    return funnet


def _personen(
    rader: list[LestRad], plasser: list[int], medlemmer: Sequence[Medlem], dag: date
) -> dict[int, int]:
    funnet: dict[int, int] = {}
    for felt in TRINN:
        for lest in rader:
            ledige = [p for p in plasser if p not in funnet.values()]
            if lest.nummer not in funnet:
                treff = next((p for p in ledige if _samme(lest, medlemmer[p], felt, dag)), None)
                if treff is not None:
                    funnet[lest.nummer] = treff
    igjen = [lest for lest in rader if lest.nummer not in funnet]
    ledige = [p for p in plasser if p not in funnet.values() and not _sluttet(medlemmer[p], dag)]
    if len(igjen) == len(ledige) == 1 and _ny_rolle(igjen[0], medlemmer[ledige[0]]):
        funnet[igjen[0].nummer] = ledige[0]
    return funnet


def _ny_rolle(lest: LestRad, medlem: Medlem) -> bool:
    rolle = lest.verdier.get("rolle", medlem.rolle)
    return {rolle, medlem.rolle} <= PLASSROLLER and not _sier_slutt(lest)


def _samme(lest: LestRad, medlem: Medlem, felt: Sequence[str], dag: date) -> bool:
    if _sluttet(medlem, dag) and not ("til" in felt and lest.verdier.get("til") == medlem.til):
        return False
    return all(navn not in lest.verdier or _lik(lest.verdier[navn], getattr(medlem, navn)) for navn in felt)


def _lik(skrevet: object, lagret: object) -> bool:
    if isinstance(skrevet, str) and isinstance(lagret, str) and not isinstance(skrevet, Rolle):
        return norm(skrevet) == norm(lagret)
    return skrevet == lagret


def _sier_slutt(lest: LestRad) -> bool:
    return lest.verdier.get("til") is not None


def _sluttet(medlem: Medlem, dag: date) -> bool:
    return medlem.til is not None and medlem.til < dag
