"""From which body, and to which, an oppdrag goes that somebody writes to the bot."""

from dataclasses import replace

from bot.cards.melding import knapp
from bot.cards.oppdrag import SEND
from bot.domain.rettigheter import Rett
from bot.turn import Meaning, Reply, Turn
from dialogs.oppdragsyn import mine_organer, visning
from dialogs.rett import krev
from dialogs.slots import UgyldigKnapp, tall
from dialogs.svar import si_setning, spoer

FRA, TIL = "fra_organ", "til_organ"
"""In a button: the bodies' ids."""


def fra_organ(turn: Turn, meaning: Meaning) -> int | list[Reply]:
    """The body that sends: what a button says, else the speaker's own. Raises IkkeLov."""
    valgt = tall(meaning.slots, FRA)
    if valgt is not None:
        _krev_organ(turn, valgt)
        krev(turn, Rett.SENDE_OPPDRAG, [valgt])
        return valgt
    egne = mine_organer(turn, Rett.SENDE_OPPDRAG)
    if not egne:
        krev(turn, Rett.SENDE_OPPDRAG, [o.id for o in turn.register.organer if o.id is not None])
    nevnte = [o for o in egne if o in meaning.slots.organ_ids]
    if len(meaning.slots.organ_ids) > 1 and len(nevnte) == 1:
        return nevnte[0]
    mulige = [o for o in egne if meaning.slots.organ_ids != (o,)]
    if not mulige:
        return si_setning(turn, turn.norsk.tekst("oppdrag.ikke_seg_selv"))
    return mulige[0] if len(mulige) == 1 else _spoer(turn, meaning, "oppdrag.hvem_fra", FRA, mulige)


def til_organ(turn: Turn, meaning: Meaning, fra: int) -> int | list[Reply]:
    """The body that gets it: of several by one name, that of the same helsefellesskap."""
    valgt = tall(meaning.slots, TIL)
    if valgt is not None:
        _krev_organ(turn, valgt)
        return valgt if valgt != fra else si_setning(turn, turn.norsk.tekst("oppdrag.ikke_seg_selv"))
    alle = [o for o in meaning.slots.organ_ids if o != fra]
    hjemme = turn.register.organ(fra).helsefellesskap_id
    naere = [o for o in alle if turn.register.organ(o).helsefellesskap_id == hjemme] or alle
    if len(naere) == 1:
        return naere[0]
    if not naere and meaning.slots.organ_ids:
        return si_setning(turn, turn.norsk.tekst("oppdrag.ikke_seg_selv"))
    mulige = naere or [
        o.id for o in turn.register.organer if o.id not in (None, fra) and o.helsefellesskap_id == hjemme
    ]
    meaning = replace(meaning, slots=replace(meaning.slots, extra={**meaning.slots.extra, FRA: fra}))
    return _spoer(turn, meaning, "oppdrag.hvem_til", TIL, [o for o in mulige if o is not None])


def _spoer(turn: Turn, meaning: Meaning, noekkel: str, hva: str, organer: list[int]) -> list[Reply]:
    v = visning(turn)
    slots = meaning.slots
    data = {**slots.extra, "organer": list(slots.organ_ids) or None}
    knapper = [knapp(v.organ(o), SEND, **{**data, hva: o}) for o in organer]
    return spoer(turn, turn.norsk.tekst(noekkel), knapper)


def _krev_organ(turn: Turn, organ_id: int) -> None:
    if all(o.id != organ_id for o in turn.register.organer):
        raise UgyldigKnapp
