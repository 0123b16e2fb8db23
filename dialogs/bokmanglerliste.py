"""«Hva mangler?»: what a referat that is kept here still lacks, with what mends it."""

from bot.turn import Dialog, Meaning, Reply, Turn
from dialogs.bok import i_boken
from dialogs.bokfinn import finn_boken
from dialogs.bokfoer import Foert, hold
from dialogs.bokmangler import manglerkort
from dialogs.svar import si
from dialogs.tjenester import Tjenester

MANGLER = "referat.mangler"


class BokManglerliste:
    intents = frozenset({MANGLER})

    def __init__(self, tjenester: Tjenester) -> None:
        self._tjenester = tjenester

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        return await i_boken(turn, lambda: self._vis(turn, meaning))

    async def _vis(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        await finn_boken(turn, meaning)
        bok = await hold(turn)
        foert = Foert(bok.bok, bok.hode, bok.stand, bok.stand, ())
        foerst = turn.norsk.tekst("foering.mangler_naa")
        return si(turn, await manglerkort(turn, foert, foerst, self._tjenester))


def lag(tjenester: Tjenester) -> Dialog:
    return BokManglerliste(tjenester)
