"""Whose sak it is: the speaker's own, or that of a member they raise it for."""

from collections.abc import Callable, Iterable

from bot.cards.ord import organnavn
from bot.domain.conversation import Button
from bot.domain.frammoete import Hvem
from bot.domain.navn import likt
from bot.domain.organ import Organ
from bot.domain.rettigheter import Rett
from bot.domain.varaliste import navngitt
from bot.turn import Meaning, Reply, Turn
from dialogs.fritekstsvar import mine_ord
from dialogs.rett import krev
from dialogs.slots import tall, til_data
from dialogs.svar import si_setning, spoer

PERSON = "person_id"
"""A button says which of several with one name."""


def for_hvem(turn: Turn, meaning: Meaning, organ_id: int, ny_id: Callable[[], str]) -> Hvem | list[Reply]:
    """Else the reply that asks which of several is meant, or says that nobody is called that. For
    others only leder, nestleder and sekretariat may. Raises IkkeLov.
    """
    navn = meaning.slots.person
    if navn is None:
        return turn.aktoer.hvem
    dag = turn.incoming.at.date()
    organ, valgt = turn.register.organ(organ_id), tall(meaning.slots, PERSON)
    mulige = navngitt((organ,), dag, navn)
    mulige = tuple(m for m in mulige if m.person_id == valgt) if valgt is not None else mulige
    if mulige == (turn.aktoer.hvem,):
        return turn.aktoer.hvem
    krev(turn, Rett.ENDRE_ANDRES_SAK, (organ_id,))
    if len(mulige) == 1:
        return mulige[0]
    if not mulige:
        hvor = organnavn(turn.register, (organ_id,), dag)
        return si_setning(turn, turn.norsk.tekst("eventuelt.ikke_medlem", navn=navn, organ=hvor))
    op, data = ny_id(), {**til_data(meaning.slots), **mine_ord(turn)}
    knapper = [
        Button(_kjennetegn(organ, m, mulige), meaning.intent, {**data, PERSON: m.person_id, "op": op})
        for m in mulige
    ]
    return spoer(turn, turn.norsk.tekst("eventuelt.hvem_av_dem", navn=navn), knapper)


def _kjennetegn(organ: Organ, hvem: Hvem, mulige: Iterable[Hvem]) -> str:
    """Their name; of two with one name the seat too."""
    like = [m for m in mulige if likt(m.navn, hvem.navn)]
    plassene = [m.plass for m in organ.medlemmer if m.person_id == hvem.person_id and m.plass]
    return f"{hvem.navn} ({plassene[0]})" if len(like) > 1 and plassene else hvem.navn
