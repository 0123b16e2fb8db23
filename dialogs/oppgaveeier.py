"""Whose oppgaver are asked for, where several have that name."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.conversation import Button
from bot.domain.navn import norm
from bot.domain.navnebokstaver import med_stor
from bot.domain.oppgave import Oppgave
from bot.language import skriv
from bot.language.medlemsnavn import Medlemsnavn
from bot.turn import Reply, Slots, Turn
from dialogs.slots import til_data
from dialogs.svar import spoer

LISTE = "oppgave.liste"


def flere_som_heter(turn: Turn, slots: Slots, funnet: Sequence[Oppgave]) -> tuple[str, ...]:
    """The members who may be meant, where it matters which: unless all that was found is one's alone."""
    if not slots.person:
        return ()
    navn = Medlemsnavn(turn.register, slots.organ_ids).finn(slots.person)
    eiere = {norm(en) for en in navn} & {norm(a.navn) for o in funnet for a in o.ansvarlige}
    return navn if len(navn) > 1 and len(eiere) != 1 else ()


def spoer_hvem_sine(turn: Turn, slots: Slots, navn: Sequence[str]) -> list[Reply]:
    knapper = [Button(en, LISTE, {**til_data(replace(slots, person=en)), "hvem": en}) for en in navn]
    tekst = turn.norsk.tekst(
        "foering.hvem_av", navn=med_stor(slots.person or ""), kandidater=skriv.liste(list(navn))
    )
    return spoer(turn, tekst, knapper)
