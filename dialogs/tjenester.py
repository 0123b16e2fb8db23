"""What the dialogs are given beside the turn."""

from collections.abc import Callable
from dataclasses import dataclass, field
from uuid import uuid4

from bot.cards.moete import Ramme
from bot.domain.bokminne import Bokminne
from bot.domain.ports import Clock
from bot.domain.rettigheter import Rettigheter
from bot.turn import Turn


def ny_id() -> str:
    return uuid4().hex


@dataclass(frozen=True)
class Tjenester:
    """`public_url` is where calendars are served, `helsefellesskap` whose files are taken in where
    nobody says ("" for neither). `keep_phrases`: lines that are not understood are kept for review.
    `ny_id` makes operation and draft ids, `bokminne` remembers what logs fold into.
    """

    clock: Clock
    rettigheter: Rettigheter = field(default_factory=Rettigheter)
    public_url: str = ""
    helsefellesskap: str = ""
    keep_phrases: bool = False
    ny_id: Callable[[], str] = ny_id
    bokminne: Bokminne = field(default_factory=Bokminne)

    def ramme(self, turn: Turn) -> Ramme:
        return Ramme(turn.norsk, turn.register, self.public_url)
