"""Which referat that is kept here the lines of a turn go to, and whether the speaker may dictate to it."""

from bot.domain.ports import TurnStart
from bot.domain.rettigheter import Rett
from bot.turn import Turn
from dialogs.bokrett import kan_foere_boken
from dialogs.rett import kan_et_sted

BOK = "bok"
"""Under this a button carries the id of the møtebok it is about."""


async def velg_bok(turn: Turn, start: TurnStart) -> None:
    """What a button names; else what the conversation is tied to (`ports.TurnStart`). Nothing is read
    where neither is.
    """
    turn.bok_id = _trykket(turn) or start.bok_id
    if turn.bok_id is not None:
        turn.foerer = await kan_foere_boken(turn, turn.bok_id)


def _trykket(turn: Turn) -> int | None:
    """What it names is checked when it is opened."""
    knapp = turn.incoming.button
    bok_id = knapp.data.get(BOK) if knapp else None
    gyldig = isinstance(bok_id, int) and not isinstance(bok_id, bool) and 0 < bok_id < 2**31
    return bok_id if gyldig else None


def foerer_et_sted(turn: Turn) -> bool:
    return kan_et_sted(turn, Rett.FOERE_REFERAT)
