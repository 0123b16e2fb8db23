"""Whose 1:1 conversation goes to which referat."""

from bot.turn import Turn


async def foerer_naa(turn: Turn, bok_id: int) -> None:
    """What the person says in 1:1 goes to that referat from now on."""
    turn.bok_id, turn.foerer = bok_id, True
    await turn.uow.boeker.sett_foerer(turn.incoming.person.key, bok_id)
