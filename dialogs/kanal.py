"""«Koble denne kanalen til fagråd 1»: which bodies a channel is for. Said in the channel itself."""

from dataclasses import replace

from bot.cards.ord import organnavn
from bot.domain.conversation import ConversationKind
from bot.domain.rettigheter import Rett
from bot.turn import Dialog, Meaning, Reply, Slots, Turn
from dialogs import ingen_moeter
from dialogs.bekreft import Forhaandsvisning
from dialogs.her import organer_her
from dialogs.hjelp import eksempelorgan
from dialogs.moetemelding import svar
from dialogs.moetet import spoer_organ
from dialogs.rett import kan, krev
from dialogs.tjenester import Tjenester

KOBLE, KOBLE_FRA = "kanal.koble", "kanal.koble_fra"


class Kanal:
    intents = frozenset({KOBLE, KOBLE_FRA})

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        organer = _organer(turn, meaning)
        if not isinstance(organer, tuple):
            return organer
        return await (_koble(turn, organer) if meaning.intent == KOBLE else _koble_fra(turn, organer))

    async def forhaandsvisning(self, turn: Turn, meaning: Meaning) -> Forhaandsvisning | None:
        organer = _organer(turn, meaning)
        if not isinstance(organer, tuple) or _er_gjort(turn, meaning, organer):
            return None
        skal, ja = (
            ("moetet.kanal_skal", "moetet.kanal_ja")
            if meaning.intent == KOBLE
            else ("moetet.kanal_fra_skal", "moetet.kanal_fra_ja")
        )
        return Forhaandsvisning(
            spoersmaal=turn.norsk.tekst(skal, organer=_navn(turn, organer)),
            ja=turn.norsk.tekst(ja),
            meaning=replace(meaning, slots=Slots(organ_ids=organer)),
        )


def _er_gjort(turn: Turn, meaning: Meaning, organer: tuple[int, ...]) -> bool:
    koblet = set(turn.kanal_organ_ids)
    return set(organer) <= koblet if meaning.intent == KOBLE else not set(organer) & koblet


async def _koble(turn: Turn, organer: tuple[int, ...]) -> list[Reply]:
    nye = [o for o in organer if await turn.uow.kanaler.koble(turn.conversation.id, o)]
    turn.writes = bool(nye)
    if not nye:
        return svar(turn, turn.norsk.tekst("moetet.kanal_koblet_foer", organer=_navn(turn, organer)))
    alle = tuple(dict.fromkeys((*turn.kanal_organ_ids, *organer)))
    return svar(turn, turn.norsk.tekst("moetet.kanal_koblet", organer=_navn(turn, alle)))


async def _koble_fra(turn: Turn, organer: tuple[int, ...]) -> list[Reply]:
    borte = [o for o in organer if await turn.uow.kanaler.koble_fra(turn.conversation.id, o)]
    turn.writes = bool(borte)
    key = "moetet.kanal_frakoblet" if borte else "moetet.kanal_ikke_koblet"
    return svar(turn, turn.norsk.tekst(key, organer=_navn(turn, tuple(borte) or organer)))


def _organer(turn: Turn, meaning: Meaning) -> tuple[int, ...] | list[Reply]:
    """The bodies that are meant, of which the speaker may link each; else the reply that asks, or says
    why not. Raises IkkeLov.
    """
    slots = meaning.slots
    if turn.conversation.kind is ConversationKind.PERSONAL:
        return svar(turn, turn.norsk.tekst("moetet.kanal_hvor", organ=_eksempel(turn)))
    ukjente = slots.ukjente_organer or ((slots.organ_tekst,) if slots.organ_tekst else ())
    if ukjente and (slots.ukjente_organer or not slots.organ_ids):
        return svar(turn, ingen_moeter.ukjent_organ(turn, ukjente[0]))
    organer = slots.organ_ids or _uten_navn(turn, meaning)
    if not organer:
        return _hvilket(turn, meaning)
    if _tvetydig(turn, organer):
        return spoer_organ(turn, meaning, organer)
    for organ_id in organer:
        krev(turn, Rett.KOBLE_KANAL, [organ_id])
    return organer


def _uten_navn(turn: Turn, meaning: Meaning) -> tuple[int, ...]:
    """Linking means the body of the channel's name, unlinking all that it is linked to."""
    return organer_her(turn) if meaning.intent == KOBLE else turn.kanal_organ_ids


def _hvilket(turn: Turn, meaning: Meaning) -> list[Reply]:
    """Those the speaker may link."""
    alle = [o.id for o in turn.register.organer if o.id is not None]
    krev(turn, Rett.KOBLE_KANAL, alle)
    egne = tuple(o for o in alle if kan(turn, Rett.KOBLE_KANAL, [o]))
    if meaning.intent == KOBLE and egne:
        return spoer_organ(turn, meaning, egne)
    return svar(turn, turn.norsk.tekst("moetet.kanal_ingen", organ=_eksempel(turn)))


def _tvetydig(turn: Turn, organer: tuple[int, ...]) -> bool:
    """One name that several helsefellesskap have a body of, not several names."""
    dag = turn.incoming.at.date()
    navn = [turn.register.organ(o).kort(dag).casefold() for o in organer]
    return len(set(navn)) < len(navn)


def _eksempel(turn: Turn) -> str:
    return eksempelorgan(turn) or "ASU"


def _navn(turn: Turn, organer: tuple[int, ...]) -> str:
    return organnavn(turn.register, organer, turn.incoming.at.date())


def lag(tjenester: Tjenester) -> Dialog:
    return Kanal()
