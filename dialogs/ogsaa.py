"""What a line asks for besides: offered, once the first of it is answered."""

from bot.cards.valg import ogsaa_spurt
from bot.language.maalform import in_maalform
from bot.turn import Meaning, Reply, Turn


def tilbud(turn: Turn, meaning: Meaning) -> list[Reply]:
    """A message of its own with a button for each, so that it stays when the first card is replaced."""
    linjer = [in_maalform(turn.norsk.maalform, forslag.text) for forslag in meaning.also]
    if not linjer:
        return []
    return [Reply(ogsaa_spurt(turn.norsk.tekst("ogsaa"), linjer))]
