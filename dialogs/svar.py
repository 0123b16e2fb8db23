"""What every dialog does with its answer: says it, remembers what it showed, or asks."""

from collections.abc import Sequence
from datetime import UTC

from bot.cards.element import tekstlinjer
from bot.cards.melding import kort, setning
from bot.cards.valg import spoersmaal
from bot.domain.conversation import Button, Context
from bot.domain.register import Moetehode
from bot.turn import Message, Reply, Turn


def linjen(turn: Turn) -> str:
    """What was written, or what the pressed button stands for."""
    button = turn.incoming.button
    return turn.incoming.text or (str(button.data.get("tekst", "")) if button else "")


def si(turn: Turn, message: Message) -> list[Reply]:
    """The answer; it takes the place of the card that was pressed."""
    return [Reply(message, in_place=turn.incoming.wants_body)]


def si_setning(turn: Turn, tekst: str, knapper: Sequence[Button] = ()) -> list[Reply]:
    return si(turn, setning(tekst, knapper))


def si_paa_kortet(turn: Turn, tekst: str) -> list[Reply]:
    """A sentence as a card, so that it takes the place of one with buttons that are done with."""
    return si(turn, kort(tekst, tekstlinjer(tekst)))


def spoer(turn: Turn, tekst: str, knapper: Sequence[Button]) -> list[Reply]:
    """Asks with buttons, and lets the person's next line answer too."""
    turn.asks = tuple(knapper)
    return si(turn, spoersmaal(turn.norsk, tekst, knapper))


def husk(turn: Turn, hode: Moetehode, saksnr: str | None = None) -> None:
    """«Der», «møtet» and «saken» now point at this."""
    turn.conversation.context = Context(
        organ_id=hode.organ_ids[0] if hode.organ_ids else None,
        moete_id=hode.id,
        saksnr=saksnr,
        shown=turn.incoming.at.astimezone(UTC),
    )
