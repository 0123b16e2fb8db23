"""What a line asks for besides: offered, once the first of it is answered."""

from bot.cards.valg import ogsaa_spurt
from bot.turn import Meaning, Reply, Turn
from dialogs.forslag import forslagsknapp, lovlige


def tilbud(turn: Turn, meaning: Meaning) -> list[Reply]:
    """A message of its own with a button for each, so that it stays when the first card is replaced."""
    knapper = [forslagsknapp(turn, forslag) for forslag in lovlige(turn, meaning, meaning.also)]
    return [Reply(ogsaa_spurt(turn.norsk.tekst("ogsaa"), knapper))] if knapper else []
