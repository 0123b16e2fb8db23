"""«Snakk nynorsk», «bytt til bokmål»: for the person in a 1:1 chat, elsewhere for all who are there."""

from bot.cards.element import tekstblokk
from bot.cards.melding import knapp, kort
from bot.domain.conversation import Button, ConversationKind
from bot.domain.maalform import Maalform
from bot.language.maalform import chosen, foreign
from bot.language.tekster import tekster
from bot.turn import Dialog, Meaning, Norsk, Reply, Turn
from dialogs.slots import UgyldigKnapp, ord_
from dialogs.svar import si, spoer
from dialogs.tjenester import Tjenester

VELG = "maalform.velg"
KVITTERING = {
    ConversationKind.PERSONAL: "maalform.valgt",
    ConversationKind.GROUP: "maalform.valgt_gruppe",
    ConversationKind.CHANNEL: "maalform.valgt_kanal",
}


class Maalformvalg:
    intents = frozenset({VELG})

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        linje = _linjen(turn)
        valgt = _navngitt(ord_(meaning.slots, "maalform")) or chosen(linje)
        if valgt is None:
            return spoer(
                turn, turn.norsk.tekst(f"maalform.{foreign(linje) or 'hvilke'}"), _valg(turn.norsk)
            )
        await _velg(turn, valgt)
        linje = turn.norsk.tekst(KVITTERING[turn.conversation.kind])
        return si(turn, kort(linje, [tekstblokk(linje)]))


async def _velg(turn: Turn, valgt: Maalform) -> None:
    if turn.conversation.kind is ConversationKind.PERSONAL:
        await turn.uow.choose_person_maalform(turn.incoming.person.key, valgt)
    else:
        await turn.uow.choose_channel_maalform(turn.conversation.id, valgt)
    turn.norsk = tekster(valgt)
    turn.writes = True


def _linjen(turn: Turn) -> str:
    """What was written, or what the pressed button stands for."""
    button = turn.incoming.button
    return turn.incoming.text or (str(button.data.get("tekst", "")) if button else "")


def _navngitt(kode: str | None) -> Maalform | None:
    """Raises UgyldigKnapp."""
    try:
        return Maalform(kode) if kode else None
    except ValueError as feil:
        raise UgyldigKnapp from feil


def _valg(norsk: Norsk) -> list[Button]:
    return [
        knapp(norsk.tekst("knapp.bokmaal"), VELG, maalform=Maalform.NB.value),
        knapp(norsk.tekst("knapp.nynorsk"), VELG, maalform=Maalform.NN.value),
    ]


def lag(tjenester: Tjenester) -> Dialog:
    return Maalformvalg()
