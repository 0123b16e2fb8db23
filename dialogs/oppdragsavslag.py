"""What is answered where an oppdrag cannot be sent, answered or opened, and what one can do instead."""

from bot.cards.oppdragslinjer import navn
from bot.domain import oppdragsregler as regler
from bot.domain.oppdrag import Oppdrag, Oppdragshendelse, Oppdragstilstand
from bot.turn import Reply, Turn
from dialogs.oppdragsyn import visning
from dialogs.svar import si_setning

Avslag = regler.OppdragUkjent | regler.AlleredeAvgjort | regler.AlleredeBesvart | regler.IkkeBesvart
AVSLAG = (regler.OppdragUkjent, regler.AlleredeAvgjort, regler.AlleredeBesvart, regler.IkkeBesvart)


def avslag(turn: Turn, nei: Avslag, *, svarer: bool = False) -> list[Reply]:
    return si_setning(turn, ordlagt(turn, nei, svarer=svarer))


def ordlagt(turn: Turn, nei: Avslag, *, svarer: bool = False) -> str:
    """`svarer`: it was to be answered, not sent."""
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
    return norsk.tekst(_avgjort(nei.oppdrag, svarer), oppdrag=hva)


def _besvart(turn: Turn, o: Oppdrag, hva: str) -> str:
    linje = regler.sist(o, Oppdragshendelse.BESVART)
    if linje and linje.av:
        return turn.norsk.tekst("oppdrag.alt_besvart", oppdrag=hva, navn=linje.av.navn)
    return turn.norsk.tekst("oppdrag.alt_besvart_uten", oppdrag=hva)


def _avgjort(o: Oppdrag, svarer: bool) -> str:
    if o.tilstand is Oppdragstilstand.TRUKKET:
        return "oppdrag.alt_trukket"
    if o.tilstand in regler.SENDTE:
        return "oppdrag.alt_sendt"
    return "oppdrag.ikke_sendt_ennaa" if svarer else "oppdrag.alt_avslaatt"
