"""Whose sak it is: the speaker's own, or that of a member they raise it for."""

from collections.abc import Callable

from bot.cards.ord import organnavn
from bot.domain.conversation import Button
from bot.domain.frammoete import Hvem
from bot.domain.rettigheter import Rett
from bot.domain.varaliste import navngitt
from bot.turn import Meaning, Reply, Turn
from dialogs.fritekstsvar import mine_ord
from dialogs.rett import krev
from dialogs.slots import til_data
from dialogs.svar import si_setning, spoer


def for_hvem(turn: Turn, meaning: Meaning, organ_id: int, ny_id: Callable[[], str]) -> Hvem | list[Reply]:
    """Else the reply that asks which of several is meant, or says that nobody is called that. For
    others only leder, nestleder and sekretariat may. Raises IkkeLov.
    """
    navn = meaning.slots.person
    if navn is None:
        return turn.aktoer.hvem
    dag = turn.incoming.at.date()
    mulige = navngitt((turn.register.organ(organ_id),), dag, navn)
    if mulige == (turn.aktoer.hvem,):
        return turn.aktoer.hvem
    krev(turn, Rett.ENDRE_ANDRES_SAK, (organ_id,))
    if len(mulige) == 1:
        return mulige[0]
    if not mulige:
        organ = organnavn(turn.register, (organ_id,), dag)
        return si_setning(turn, turn.norsk.tekst("eventuelt.ikke_medlem", navn=navn, organ=organ))
    op, data = ny_id(), {**til_data(meaning.slots), **mine_ord(turn)}
    knapper = [Button(m.navn, meaning.intent, {**data, "person": m.navn, "op": op}) for m in mulige]
    return spoer(turn, turn.norsk.tekst("eventuelt.hvem_av_dem", navn=navn), knapper)
