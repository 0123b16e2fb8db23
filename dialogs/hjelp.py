"""«Hjelp»: what one can ask, with the bodies' own names, each a button."""

from bot.cards.hjelp import diktathjelp, hjelpekort
from bot.domain.register import Register
from bot.turn import Dialog, Meaning, Reply, Turn
from dialogs.her import organer_her
from dialogs.identitet import hva_jeg_kan
from dialogs.rett import kan_importere
from dialogs.svar import si
from dialogs.tjenester import Tjenester

RETTIGHETER = "rettigheter"
"""`hva` of «hva kan jeg gjøre» and «hvem er jeg»."""


class Hjelp:
    intents = frozenset({"hjelp"})

    def __init__(self, tjenester: Tjenester) -> None:
        self._tjenester = tjenester

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        if meaning.slots.extra.get("hva") == RETTIGHETER:
            return hva_jeg_kan(turn, self._tjenester)
        if turn.foerer:
            return si(turn, diktathjelp(turn.norsk))
        sekretariat = kan_importere(turn)
        return si(
            turn,
            hjelpekort(
                turn.norsk, eksempelorgan(turn), turn.incoming.conversation.kind, sekretariat=sekretariat
            ),
        )


def eksempelorgan(turn: Turn) -> str | None:
    """The body to take examples from: the channel's, else that of the nearest møte."""
    her = organer_her(turn)
    organ_id = her[0] if her else _noen(turn.register)
    return turn.register.organ(organ_id).kort(turn.incoming.at.date()) if organ_id is not None else None


def _noen(register: Register) -> int | None:
    return register.moeter[-1].organ_ids[0] if register.moeter else None


def lag(tjenester: Tjenester) -> Dialog:
    return Hjelp(tjenester)
