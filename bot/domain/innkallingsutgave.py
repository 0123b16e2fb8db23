"""An innkalling as it is written out: the paper's own saksliste and saksfremlegg, with the møte's day,
clocks and place as they are now (a møte may have been moved since the paper was read), and the saker that
the sekretariat has put on the saksliste since.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.domain.bokaapning import sakslag
from bot.domain.bokstand import Boksakslag
from bot.domain.innkalling import Agendapunkt, Agendatype, Innkalling
from bot.domain.meldtsak import MeldtSak
from bot.domain.moete import Moete
from bot.domain.navn import likt
from bot.domain.register import Register
from bot.domain.utgave import oppramsing


@dataclass(frozen=True)
class Innkallingsutgave:
    """`organ` is the body's full name, for a paper that has none."""

    innkalling: Innkalling
    organ: str


def fra_moete(moete: Moete, register: Register, meldte: Sequence[MeldtSak] = ()) -> Innkallingsutgave:
    """`meldte`: those put on its saksliste (`eventuelt.til_sakslisten`); they have neither saksnr nor a
    slot yet. Raises LookupError where the møte has no innkalling.
    """
    if moete.innkalling is None:
        raise LookupError(moete.id)
    gjeldende = replace(
        moete.innkalling,
        dato=moete.dato,
        start=moete.start or moete.innkalling.start,
        slutt=moete.slutt if moete.start else moete.innkalling.slutt,
        moetested=moete.sted or moete.innkalling.moetested,
        agenda=_med(moete.innkalling.agenda, meldte),
    )
    organer = [register.organ(organ_id).navn(moete.dato) for organ_id in moete.organ_ids]
    return Innkallingsutgave(gjeldende, oppramsing(organer))


def _med(agenda: Sequence[Agendapunkt], meldte: Sequence[MeldtSak]) -> list[Agendapunkt]:
    """Before eventuelt; those that the paper has a row for already are not put there twice."""
    nye = [
        Agendapunkt(Agendatype.SAK, sak.tittel, minutter=sak.minutter)
        for sak in meldte
        if not any(likt(punkt.tittel, sak.tittel) for punkt in agenda)
    ]
    slutt = next((nr for nr, punkt in enumerate(agenda) if _er_siste(punkt)), len(agenda))
    return [*agenda[:slutt], *nye, *agenda[slutt:]]


def _er_siste(punkt: Agendapunkt) -> bool:
    if punkt.type is Agendatype.AVSLUTNING:
        return True
    return punkt.type is Agendatype.SAK and sakslag(punkt.tittel) is Boksakslag.EVENTUELT
