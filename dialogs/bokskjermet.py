"""How much of a referat is unntatt offentlighet: told when the møte is closed and before it is sent."""

from bot.domain.bokstand import Bokstand
from bot.language import skriv
from bot.turn import Turn
from dialogs.bokkvittering import sakmerke


def unntattlinjer(turn: Turn, stand: Bokstand, *, ogsaa_ingen: bool = False) -> list[str]:
    """A line that names the saker, and the points of other saker; nothing is told by none, or by one."""
    saker = {s.key: s for s in stand.saker if s.hjemmel}
    punkter = [p for p in stand.punkter.values() if p.hjemmel and not p.stroeket and p.sak not in saker]
    if not saker and not punkter:
        return [turn.norsk.tekst("diktat.unntatt_ingen")] if ogsaa_ingen else []
    hva = [turn.norsk.tekst("diktat.sak_nr", sak=sakmerke(s)) for s in saker.values()]
    hva += [turn.norsk.tekst("diktat.punkt_nr", nr=p.nr) for p in punkter]
    return [turn.norsk.tekst("diktat.unntatt", antall=len(hva), hva=skriv.liste(hva))]
