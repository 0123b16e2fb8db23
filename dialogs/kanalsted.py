"""Which body of a channel (or group chat) a line is about."""

from bot.cards.ord import organnavn
from bot.domain.conversation import ConversationKind
from bot.domain.kanaloensker import Kanalkobling
from bot.turn import Meaning, Reply, Slots, Turn
from dialogs import ingen_moeter
from dialogs.hjelp import eksempelorgan
from dialogs.moetemelding import svar
from dialogs.slots import UgyldigKnapp, videre
from dialogs.svar import spoer


async def kobling_her(turn: Turn, meaning: Meaning) -> Kanalkobling | list[Reply]:
    """The one that is meant, held till the end of the turn; else the reply that asks, or says why not."""
    slots = meaning.slots
    if turn.conversation.kind is ConversationKind.PERSONAL:
        return svar(turn, turn.norsk.tekst("kanal.hvor"))
    ukjente = slots.ukjente_organer or ((slots.organ_tekst,) if slots.organ_tekst else ())
    if ukjente and not slots.organ_ids:
        return svar(turn, ingen_moeter.ukjent_organ(turn, ukjente[0]))
    alle = {k.organ_id: k for k in await turn.uow.kanaler.laas(turn.conversation.id)}
    nevnt = [o for o in slots.organ_ids if o in alle]
    if slots.organ_ids and not nevnt:
        navn = navnet(turn, *slots.organ_ids)
        return svar(turn, turn.norsk.tekst("kanal.ikke_koblet", stedet=stedet(turn), organ=navn))
    mulige = nevnt or list(alle)
    if not mulige:
        return svar(turn, turn.norsk.tekst("kanal.uten", stedet=stedet(turn), organ=eksempel(turn)))
    return alle[mulige[0]] if len(mulige) == 1 else _hvilket(turn, meaning, mulige)


def _hvilket(turn: Turn, meaning: Meaning, organer: list[int]) -> list[Reply]:
    knapper = [
        videre(navnet(turn, o), meaning, Slots(organ_ids=(o,), extra=meaning.slots.extra)) for o in organer
    ]
    navn = navnet(turn, *organer)
    return spoer(turn, turn.norsk.tekst("kanal.hvilket", stedet=stedet(turn), organer=navn), knapper)


def stedet(turn: Turn) -> str:
    """«Kanalen» or «Chatten». Raises UgyldigKnapp where it is neither."""
    if turn.conversation.kind is ConversationKind.PERSONAL:
        raise UgyldigKnapp
    return turn.norsk.tekst(f"kanal.sted.{turn.conversation.kind.value}")


def denne(turn: Turn) -> str:
    """«denne kanalen» or «denne chatten»."""
    return turn.norsk.tekst(f"kanal.denne.{turn.conversation.kind.value}")


def navnet(turn: Turn, *organer: int) -> str:
    return organnavn(turn.register, organer, turn.incoming.at.date())


def eksempel(turn: Turn) -> str:
    return eksempelorgan(turn) or "ASU"
