"""Asking: a short question with buttons."""

from collections.abc import Sequence

from bot.cards.element import avsnitt, tekstblokk, tekstlinjer
from bot.cards.melding import MAKS_KNAPPER, kort_med_valg
from bot.domain.conversation import Button
from bot.language import skriv
from bot.turn import Message, Norsk


def spoersmaal(norsk: Norsk, sporsmaalet: str, knapper: Sequence[Button]) -> Message:
    """At most six buttons are shown; what is left over is named, to be written."""
    vist, rest = knapper[:MAKS_KNAPPER], knapper[MAKS_KNAPPER:]
    linjer = [sporsmaalet]
    if rest:
        linjer.append(norsk.tekst("valg.flere", antall=len(rest), navn=", ".join(k.label for k in rest)))
    samlet = "\n".join(linjer)
    return kort_med_valg(samlet, tekstlinjer(samlet), vist)


def om_teksten(spoersmaalet: str, tekst: str, knapper: Sequence[Button]) -> Message:
    """Asks about what somebody wrote, which stands there word for word."""
    sitat = f"«{tekst}»"
    kropp = [tekstblokk(spoersmaalet), *avsnitt(sitat)]
    return kort_med_valg(f"{spoersmaalet}\n{sitat}", kropp, knapper)


def ogsaa_spurt(foerst: str, knapper: Sequence[Button]) -> Message:
    """Lines that were asked for besides, to be pressed."""
    samlet = f"{foerst} {skriv.liste([f'«{k.label}»' for k in knapper])}"
    return kort_med_valg(samlet, [tekstblokk(foerst)], knapper)
