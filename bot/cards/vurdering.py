"""«Hvordan har møtet vært?»: the anonymous form, and what it came to."""

from collections.abc import Sequence

from bot.cards.element import overskrift, tekstblokk
from bot.cards.melding import knapp, kort
from bot.cards.moetekort import moetet
from bot.domain.register import Moetehode, Register
from bot.turn import Message, Norsk

VURDER = "referat.vurder"
MINST, SVAR = 5, (1, 2, 3, 4, 5)
"""From so many answers up anything is shown."""


def skjema(norsk: Norsk, register: Register, hode: Moetehode, bok_id: int) -> Message:
    """Five buttons with a figure each: on a telephone there is no room for words on them. Without an
    operation: nothing is kept of who pressed which.
    """
    foerst = norsk.tekst("vurdering.spoer", moete=moetet(norsk, register, hode))
    under = norsk.tekst("vurdering.anonymt", antall=MINST)
    skala = norsk.tekst("vurdering.skala")
    knapper = [knapp(str(n), VURDER, bok=bok_id, svar=n) for n in SVAR]
    kropp = [overskrift(foerst), tekstblokk(skala), tekstblokk(under, dempet=True, liten=True)]
    return kort(f"{foerst}\n{skala}\n{under}", kropp, knapper, uttale=f"{foerst} {skala}")


def resultat(norsk: Norsk, svar: Sequence[int]) -> str:
    """To the nearest half and without a count, so that one more answer tells nothing of itself; empty
    under five.
    """
    if len(svar) < MINST:
        return ""
    halve = round(2 * sum(svar) / len(svar)) / 2
    return norsk.tekst("vurdering.resultat", snitt=f"{halve:g}".replace(".", ","))
