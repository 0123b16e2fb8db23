"""«Koble denne kanalen til fagråd 1»: which bodies a channel is for. Said in the channel itself."""

from dataclasses import replace

from bot.domain.conversation import ConversationKind
from bot.domain.kanaloensker import Kanalkobling
from bot.domain.rettigheter import Rett
from bot.turn import Dialog, Meaning, Reply, Slots, Turn
from bot.varsling.kanalposter import trekk_ventende
from dialogs import ingen_moeter
from dialogs.bekreft import Forhaandsvisning
from dialogs.her import organer_her
from dialogs.kanalkort import til_innstillinger, vis_kortet
from dialogs.kanalsted import denne, eksempel, navnet, stedet
from dialogs.moetemelding import svar
from dialogs.moetet import spoer_organ
from dialogs.rett import kan, krev
from dialogs.svar import si_setning
from dialogs.tjenester import Tjenester

KOBLE, KOBLE_FRA = "kanal.koble", "kanal.koble_fra"


class Kanal:
    """After linking it shows what the channel gets from now on."""

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
            ("kanal.skal_koble", "kanal.ja_koble")
            if meaning.intent == KOBLE
            else ("kanal.skal_koble_fra", "kanal.ja_koble_fra")
        )
        return Forhaandsvisning(
            spoersmaal=turn.norsk.tekst(skal, den=denne(turn), organer=_navn(turn, organer)),
            ja=turn.norsk.tekst(ja),
            meaning=replace(meaning, slots=Slots(organ_ids=organer)),
        )


def _er_gjort(turn: Turn, meaning: Meaning, organer: tuple[int, ...]) -> bool:
    koblet = set(turn.kanal_organ_ids)
    return set(organer) <= koblet if meaning.intent == KOBLE else not set(organer) & koblet


async def _koble(turn: Turn, organer: tuple[int, ...]) -> list[Reply]:
    nye = [o for o in organer if await turn.uow.kanaler.koble(turn.conversation.id, o)]
    turn.writes = bool(nye)
    alle = tuple(dict.fromkeys((*turn.kanal_organ_ids, *organer)))
    key, nevnt = ("kanal.koblet", alle) if nye else ("kanal.koblet_foer", organer)
    foerst = turn.norsk.tekst(key, stedet=stedet(turn), organer=_navn(turn, nevnt))
    return await _med_innstillinger(turn, foerst, tuple(nye) or organer)


async def _med_innstillinger(turn: Turn, foerst: str, organer: tuple[int, ...]) -> list[Reply]:
    """The card of the only body; of several, which to see."""
    if len(organer) > 1:
        velg = f"{foerst} {turn.norsk.tekst('kanal.velg_innstillinger')}"
        return si_setning(turn, velg, [til_innstillinger(turn, o) for o in organer])
    # A channel the bot has not been spoken to in before is stored at the end of the turn.
    ny = Kanalkobling(turn.conversation, organer[0])
    koblinger = await turn.uow.kanaler.her(turn.conversation.id)
    kobling = next((k for k in koblinger if k.organ_id == organer[0]), ny)
    slik = turn.norsk.tekst("kanal.overskrift", organ=_navn(turn, organer))
    return vis_kortet(turn, kobling, f"{foerst} {slik}")


async def _koble_fra(turn: Turn, organer: tuple[int, ...]) -> list[Reply]:
    borte = [o for o in organer if await turn.uow.kanaler.koble_fra(turn.conversation.id, o)]
    turn.writes = bool(borte)
    trukket = await trekk_ventende(turn.uow, turn.register, turn.conversation.id, borte)
    key = "kanal.frakoblet" if borte else "kanal.ikke_koblet_fra"
    setninger = [turn.norsk.tekst(key, stedet=stedet(turn), organer=_navn(turn, tuple(borte) or organer))]
    setninger += [turn.norsk.tekst("kanal.trukket", antall=trukket)] if trukket else []
    return svar(turn, " ".join(setninger))


def _organer(turn: Turn, meaning: Meaning) -> tuple[int, ...] | list[Reply]:
    """The bodies that are meant, of which the speaker may link each; else the reply that asks, or says
    why not. Raises IkkeLov.
    """
    slots = meaning.slots
    if turn.conversation.kind is ConversationKind.PERSONAL:
        return svar(turn, turn.norsk.tekst("kanal.koble_hvor", organ=eksempel(turn)))
    ukjente = slots.ukjente_organer or ((slots.organ_tekst,) if slots.organ_tekst else ())
    if ukjente and (slots.ukjente_organer or not slots.organ_ids):
        return svar(turn, ingen_moeter.ukjent_organ(turn, ukjente[0]))
    organer = slots.organ_ids or _uten_navn(turn, meaning)
    if not organer:
        return _hvilket(turn, meaning)
    if len(organer) > 1 and _tvetydig(turn, meaning, organer):
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
    return svar(turn, turn.norsk.tekst("kanal.uten", stedet=stedet(turn), organ=eksempel(turn)))


def _tvetydig(turn: Turn, meaning: Meaning, organer: tuple[int, ...]) -> bool:
    """One name that fits several bodies («fagråd»), not several names; a «ja» has been asked already."""
    dag = turn.incoming.at.date()
    navn = [turn.register.organ(o).kort(dag).casefold() for o in organer]
    return len(set(navn)) < len(navn) or (
        meaning.slots.organ_tekst is not None and not all(_nevnt(turn, o) for o in organer)
    )


def _nevnt(turn: Turn, organ_id: int) -> bool:
    """Whether one of its own names stands in the line; a button has chosen already."""
    linje = turn.incoming.text.casefold()
    return not linje or any(n.navn.casefold() in linje for n in turn.register.organ(organ_id).navneliste)


def _navn(turn: Turn, organer: tuple[int, ...]) -> str:
    return navnet(turn, *organer)


def lag(tjenester: Tjenester) -> Dialog:
    return Kanal()
