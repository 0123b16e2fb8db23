"""Oppgaver: lists of them, the receipt of what was done with one, and what its ansvarlige are told."""

from collections.abc import Sequence

from bot.cards.element import overskrift, tekstblokk
from bot.cards.melding import kort
from bot.cards.oppgavelinjer import Oppgavevisning, oppgavelinje
from bot.cards.tekstflyt import Linje, MerKnapp, Utsnitt, flyt
from bot.domain.conversation import Button
from bot.domain.oppgave import Oppgave
from bot.turn import Message


def oppgaveliste(
    foerst: str,
    v: Oppgavevisning,
    oppgaver: Sequence[Oppgave],
    mer: MerKnapp,
    utsnitt: Utsnitt,
    knapper: Sequence[Button] = (),
    etterord: str = "",
) -> Message:
    """`foerst` answers; then a line for each, as they come; `etterord` closes the last of them."""
    linjer = [Linje(f"• {oppgavelinje(v, o)}") for o in oppgaver]
    slutt = [Linje(etterord)] if etterord else []
    return flyt(v.norsk, foerst, [], [*linjer, *slutt], knapper, mer, utsnitt)


def kvittering(linje: str, v: Oppgavevisning, oppgave: Oppgave, knapper: Sequence[Button] = ()) -> Message:
    """What was done, and the oppgave as it stands after it."""
    hele = oppgavelinje(v, oppgave)
    return kort(f"{linje}\n{hele}", [overskrift(linje), tekstblokk(hele)], knapper)


def paaminnelse(
    linje: str,
    v: Oppgavevisning,
    oppgaver: Sequence[Oppgave],
    knapper: Sequence[Button],
    etterord: str,
) -> Message:
    """To one who has promised them: which, and what can be answered."""
    linjer = [f"• {oppgavelinje(v, o)}" for o in oppgaver]
    kropp = [overskrift(linje), *map(tekstblokk, linjer), tekstblokk(etterord, dempet=True)]
    return kort("\n".join([linje, *linjer, etterord]), kropp, knapper)
