"""What is answered where an oppdrag cannot be sent, answered or opened, and what one can do instead."""

from enum import StrEnum

from bot.cards.oppdragslinjer import navn, navn_i_setning
from bot.domain import oppdragsregler as regler
from bot.domain.oppdrag import Oppdrag, Oppdragshendelse, Oppdragstilstand
from bot.turn import Reply, Turn
from dialogs.oppdragsyn import visning
from dialogs.svar import si_setning

Avslag = regler.OppdragUkjent | regler.AlleredeAvgjort | regler.AlleredeBesvart | regler.IkkeBesvart
AVSLAG = (regler.OppdragUkjent, regler.AlleredeAvgjort, regler.AlleredeBesvart, regler.IkkeBesvart)


class Skulle(StrEnum):
    """What it was to be."""

    SENDES = "sendes"
    BESVARES = "besvares"
    TREKKES = "trekkes"


def avslag(turn: Turn, nei: Avslag, skulle: Skulle = Skulle.SENDES) -> list[Reply]:
    return si_setning(turn, ordlagt(turn, nei, skulle))


def ordlagt(turn: Turn, nei: Avslag, skulle: Skulle = Skulle.SENDES) -> str:
    norsk = turn.norsk
    if isinstance(nei, regler.OppdragUkjent):
        if nei.nr is None:
            return norsk.tekst("oppdrag.ingen_aa_svare")
        return norsk.tekst("oppdrag.ukjent", nr=nei.nr)
    hva = navn(visning(turn), nei.oppdrag)
    if isinstance(nei, regler.IkkeBesvart):
        return norsk.tekst("oppdrag.ikke_besvart", oppdrag=hva)
    if isinstance(nei, regler.AlleredeBesvart):
        return _besvart(turn, nei.oppdrag, hva)
    i_setning, til = (
        navn_i_setning(visning(turn), nei.oppdrag),
        visning(turn).organ(nei.oppdrag.til_organ_id),
    )
    return norsk.tekst(_avgjort(nei.oppdrag, skulle), oppdrag=hva, i_setning=i_setning, til=til)


def _besvart(turn: Turn, o: Oppdrag, hva: str) -> str:
    linje = regler.sist(o, Oppdragshendelse.BESVART)
    if linje and linje.av:
        return turn.norsk.tekst("oppdrag.alt_besvart", oppdrag=hva, navn=linje.av.navn)
    return turn.norsk.tekst("oppdrag.alt_besvart_uten", oppdrag=hva)


def _avgjort(o: Oppdrag, skulle: Skulle) -> str:
    if o.tilstand is Oppdragstilstand.TRUKKET:
        return "oppdrag.alt_trukket_send" if skulle is Skulle.SENDES else "oppdrag.alt_trukket"
    if o.tilstand in regler.SENDTE:
        return "oppdrag.alt_sendt"
    return _IKKE_SENDT[skulle]


_IKKE_SENDT = {
    Skulle.SENDES: "oppdrag.alt_avslaatt",
    Skulle.BESVARES: "oppdrag.ikke_sendt_ennaa",
    Skulle.TREKKES: "oppdrag.ikke_sendt_trekk",
}
