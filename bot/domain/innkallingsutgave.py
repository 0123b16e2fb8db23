"""An innkalling as it is written out: the paper's own saksliste and saksfremlegg, with the møte's day,
clocks and place as they are now (a møte may have been moved since the paper was read).
"""

from dataclasses import dataclass, replace

from bot.domain.innkalling import Innkalling
from bot.domain.moete import Moete
from bot.domain.register import Register
from bot.domain.utgave import oppramsing


@dataclass(frozen=True)
class Innkallingsutgave:
    """`organ` is the body's full name, for a paper that has none."""

    innkalling: Innkalling
    organ: str


def fra_moete(moete: Moete, register: Register) -> Innkallingsutgave:
    """Raises LookupError where the møte has no innkalling."""
    if moete.innkalling is None:
        raise LookupError(moete.id)
    gjeldende = replace(
        moete.innkalling,
        dato=moete.dato,
        start=moete.start or moete.innkalling.start,
        slutt=moete.slutt if moete.start else moete.innkalling.slutt,
        moetested=moete.sted or moete.innkalling.moetested,
    )
    organer = [register.organ(organ_id).navn(moete.dato) for organ_id in moete.organ_ids]
    return Innkallingsutgave(gjeldende, oppramsing(organer))
