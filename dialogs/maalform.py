"""«Snakk nynorsk», «bytt til bokmål»: for the person in a 1:1 chat, elsewhere for all who are there."""

from dataclasses import replace

from bot.cards.melding import knapp
from bot.domain.conversation import Button, ConversationKind
from bot.domain.maalform import Maalform
from bot.language.maalform import chosen, foreign
from bot.language.tekster import tekster
from bot.turn import Dialog, Meaning, Norsk, Reply, Slots, Turn
from dialogs.bekreft import Forhaandsvisning
from dialogs.slots import UgyldigKnapp, ord_
from dialogs.svar import linjen, si_paa_kortet, spoer
from dialogs.tjenester import Tjenester

VELG, ANNET = "maalform.velg", "annet"
KNAPPER = {Maalform.NB: "knapp.bokmaal", Maalform.NN: "knapp.nynorsk"}
STED = {
    ConversationKind.PERSONAL: "",
    ConversationKind.GROUP: "_gruppe",
    ConversationKind.CHANNEL: "_kanal",
}
"""What the keys of a sentence end with, by who it is chosen for."""


class Maalformvalg:
    intents = frozenset({VELG})

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        linje, oensket = linjen(turn), _oensket(turn, meaning)
        if oensket is None:
            return spoer(
                turn, turn.norsk.tekst(f"maalform.{foreign(linje) or 'hvilke'}"), _valg(turn.norsk)
            )
        await _velg(turn, oensket)
        return si_paa_kortet(turn, _om(turn, "maalform.valgt"))

    async def forhaandsvisning(self, turn: Turn, meaning: Meaning) -> Forhaandsvisning | None:
        oensket = _oensket(turn, meaning)
        if oensket is None:
            return None
        navn = turn.norsk.tekst(KNAPPER[oensket]).lower()
        return Forhaandsvisning(
            spoersmaal=_om(turn, "maalform.skal", maalform=navn),
            ja=turn.norsk.tekst("maalform.ja", maalform=navn),
            meaning=replace(meaning, slots=Slots(extra={"maalform": oensket.value})),
        )


def _om(turn: Turn, key: str, **values: object) -> str:
    return turn.norsk.tekst(f"{key}{STED[turn.conversation.kind]}", **values)


def _oensket(turn: Turn, meaning: Meaning) -> Maalform | None:
    """What a button or a known sentence names, else what the words of the line ask for."""
    navngitt = ord_(meaning.slots, "maalform") if meaning.strict else None
    return _navngitt(navngitt) or chosen(linjen(turn))


async def _velg(turn: Turn, valgt: Maalform) -> None:
    if turn.conversation.kind is ConversationKind.PERSONAL:
        await turn.uow.choose_person_maalform(turn.incoming.person.key, valgt)
    else:
        await turn.uow.choose_channel_maalform(turn.conversation.id, valgt)
    turn.norsk = tekster(valgt)
    turn.writes = True


def _navngitt(kode: str | None) -> Maalform | None:
    """Raises UgyldigKnapp."""
    try:
        return Maalform(kode) if kode and kode != ANNET else None
    except ValueError as feil:
        raise UgyldigKnapp from feil


def _valg(norsk: Norsk) -> list[Button]:
    return [knapp(norsk.tekst(key), VELG, maalform=valg.value) for valg, key in KNAPPER.items()]


def lag(tjenester: Tjenester) -> Dialog:
    return Maalformvalg()
