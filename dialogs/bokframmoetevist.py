"""A line of frammøte that was only guessed at: what would be noted is shown, by full names and clocks."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.domain import bokrett
from bot.domain.bokfeil import Bokfeil
from bot.domain.boklesing import les
from bot.domain.fritekst import UgyldigTekst
from bot.domain.moetebok import Foering
from bot.domain.rettigheter import IkkeLov
from bot.turn import Meaning, Turn
from dialogs.bekreft import Forhaandsvisning
from dialogs.bokfoer import Bok, Foert, IngenBok, se
from dialogs.bokmoett import kvittering
from dialogs.slots import UgyldigKnapp, ord_

Linjeregel = Callable[[Turn, Meaning, Bok], Sequence[Foering]]


async def vist_frammoete(
    turn: Turn, meaning: Meaning, vist: Forhaandsvisning | None, linjer: Linjeregel
) -> Forhaandsvisning | None:
    """`vist` with the receipt the yes would give in the place of what the line was taken for. None where
    nothing would come of it: then the dialog says why.
    """
    if vist is None:
        return None
    try:
        bok = await se(turn)
        bokrett.krev_foere(turn.aktoer, bok.stand, bok.hode.organ_ids)
        nye = tuple(linjer(turn, meaning, bok))
    except (Bokfeil, UgyldigTekst, UgyldigKnapp, IngenBok, IkkeLov):
        return None
    foert = Foert(bok.bok, bok.hode, bok.stand, les([*bok.linjer, *nye], bok.stand), nye)
    sagt = kvittering(turn, ord_(meaning.slots, "hva") or "liste", foert)
    return replace(vist, linjer=(sagt, vist.linjer[-1]))
