"""When the møte was to be, as a button about who comes carries it: an answer to an old card is about the
time that card told of.
"""

from bot.domain.moete import Moete
from bot.domain.register import Moetehode

TID = "moetetid"
"""In a button."""


def moetetid(moete: Moete | Moetehode) -> str:
    """Its day and start, as `bot.varsling.flyttet` counts a new time."""
    return f"{moete.dato.isoformat()} {moete.start.isoformat('minutes') if moete.start else ''}".strip()
