"""A referat that is made ready for the web: what somebody should look at first."""

from collections.abc import Sequence

from bot.cards.element import overskrift, tekstblokk
from bot.cards.melding import kort
from bot.turn import Message, Norsk


def nettkort(norsk: Norsk, foerst: str, lister: Sequence[tuple[str, Sequence[str]]]) -> Message:
    """`lister`: a heading (a key) and its lines. Empty ones are left out; where all are, that is said."""
    med = [(norsk.tekst(key), linjer) for key, linjer in lister if linjer]
    rader = [rad for tittel, linjer in med for rad in (f"{tittel}:", *(f"• {linje}" for linje in linjer))]
    rader = rader or [norsk.tekst("nett.ingenting")]
    return kort("\n".join([foerst, *rader]), [overskrift(foerst), *map(tekstblokk, rader)])
