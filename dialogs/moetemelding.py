"""Telling the members and channels of a møte: what is said of it to the one who does it."""

from collections.abc import Callable
from datetime import UTC

from bot.cards.moete import Ramme
from bot.domain.moete import Moete
from bot.domain.register import Moetehode
from bot.turn import Norsk, Reply, Turn
from bot.varsling.moetevarsler import begynner
from bot.varsling.tider import naar as tid_for_sending
from dialogs.svar import si_paa_kortet, si_setning
from dialogs.tjenester import Tjenester


def rammen(turn: Turn, tjenester: Tjenester) -> Callable[[Norsk], Ramme]:
    """The frame of a card to others, in the målform of each; the register is read when it is worded."""
    return lambda norsk: Ramme(norsk, turn.register, tjenester.public_url)


def om_natten(
    turn: Turn, moete: Moete | Moetehode, *, haster: bool, foer: Moete | None = None
) -> list[str]:
    """That it waits for the morning, where it does. `foer` is what a moved møte was."""
    at = turn.incoming.at
    tider = [begynner(m) for m in (moete, foer) if m and haster]
    start = min((tid for tid in tider if tid), default=None)
    venter = tid_for_sending(at, start) > at.astimezone(UTC)
    return [turn.norsk.tekst("moetet.i_morgen_tidlig")] if venter else []


def svar(turn: Turn, tekst: str) -> list[Reply]:
    """In the place of the card where a button was pressed, so that its buttons go."""
    return si_paa_kortet(turn, tekst) if turn.incoming.wants_body else si_setning(turn, tekst)
