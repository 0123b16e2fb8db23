"""Which målform a turn is answered in, and what is remembered of it."""

from bot.domain.maalform import Maalform
from bot.domain.ports import TurnStart
from bot.language.maalform import guess
from bot.language.tekster import tekster
from bot.turn import Incoming, Kind, Norsk, Turn


def norsk_til(incoming: Incoming, start: TurnStart) -> Norsk:
    return tekster(start.maalformer.svar(_skrevet_paa(incoming)))


def norsk_uten_tur(incoming: Incoming) -> Norsk:
    """Where nothing could be read of what is remembered: as the line is written, as far as it tells."""
    return tekster(_skrevet_paa(incoming) or Maalform.NB)


async def husk_skrevet(turn: Turn, start: TurnStart) -> None:
    """Remembers what the person wrote in, for lines that do not tell."""
    skrevet = _skrevet_paa(turn.incoming)
    if skrevet and skrevet is not start.maalformer.sist:
        await turn.uow.note_written_maalform(turn.incoming.person.key, skrevet)


def _skrevet_paa(incoming: Incoming) -> Maalform | None:
    """What the person's own words tell; a button's words are the bot's."""
    return guess(incoming.text) if incoming.kind is Kind.MESSAGE else None
