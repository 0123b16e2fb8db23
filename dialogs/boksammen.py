"""«Sak 3 og 4 behandles sammen»: the first is opened, and it is said where the points stand."""

from bot.cards.ord import sakstittel
from bot.domain import boksaker
from bot.domain.bokfeil import Bokfeil
from bot.turn import SakRef, Turn
from dialogs.bokfoer import Foert
from dialogs.bokkvittering import sakmerke


def sammen_med(turn: Turn, foert: Foert, nummer: int | None) -> str:
    """The points of saker that are taken together stand in the one that is open."""
    stand = foert.etter
    if nummer is None or stand.aapen is None:
        return ""
    aapen = sakmerke(stand.sak(stand.aapen))
    try:
        annen = boksaker.finn_sak(stand, SakRef(nummer, tekst=str(nummer)), foert.hode.dato.year)
    except Bokfeil:
        return turn.norsk.tekst("foering.sammen_ukjent", nummer=nummer, aapen=aapen)
    return turn.norsk.tekst("foering.sammen", sak=sakstittel(annen.saksnr, annen.tittel), aapen=aapen)
