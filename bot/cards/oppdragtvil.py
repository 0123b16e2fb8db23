"""What a referat calls a body, where that may be several."""

from bot.cards.oppdragslinjer import Oppdragsvisning
from bot.domain.oppdrag import Oppdrag
from bot.language import skriv
from bot.language.oppdragsord import Oppdragsord


def kan_vaere(v: Oppdragsvisning, o: Oppdrag) -> str:
    """«Fagrådet» kan være Fagråd 1 eller Fagråd 3.»; empty where it is clear which."""
    for nevnt in Oppdragsord(v.register).bedt(o.tekst, [o.fra_organ_id], v.dag):
        if len(nevnt.organ_ids) > 1 and o.til_organ_id in nevnt.organ_ids:
            mulige = skriv.liste([v.organ(til) for til in nevnt.organ_ids])
            return v.norsk.tekst("oppdrag.kan_vaere", navn=nevnt.navn, organer=mulige)
    return ""
