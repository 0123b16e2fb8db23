"""The bot is put into a team or a chat, or taken out of it, or a channel gets a name."""

from bot.cards.hjelp import velkomst
from bot.turn import Dialog, Meaning, Reply, Turn
from dialogs.hjelp import eksempelorgan
from dialogs.meninger import FJERNET, INSTALLERT, NAVNGITT
from dialogs.rett import kan_importere
from dialogs.tjenester import Tjenester


class Installert:
    """Greets once in each conversation, however many activities tell that it was installed.

    A channel's name is remembered with the conversation, and nothing is said.
    """

    intents = frozenset({INSTALLERT, FJERNET, NAVNGITT})

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        turn.conversation.installed = meaning.intent != FJERNET
        if meaning.intent != INSTALLERT or turn.conversation.greeted:
            return []
        turn.conversation.greeted = True
        turn.writes = True
        sekretariat = kan_importere(turn)
        kind = turn.incoming.conversation.kind
        return [Reply(velkomst(turn.norsk, eksempelorgan(turn), kind, sekretariat=sekretariat))]


def lag(tjenester: Tjenester) -> Dialog:
    return Installert()
