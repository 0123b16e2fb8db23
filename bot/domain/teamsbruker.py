"""Somebody who talks to the bot in Teams: where they can be reached, and who they are."""

from dataclasses import dataclass, field
from datetime import datetime

from bot.domain.maalform import Maalform


@dataclass(frozen=True)
class Teamsbruker:
    """`key` is `bot.turn.Person.key`. `navn` is what Teams calls them, which a guest chooses.

    `epost` is from Teams' own roster, looked up at `epost_sjekket` (UTC; None: never). `person_id` is
    whom the sekretariat has said it is («Stemmer»), `ikke` those the person (or the sekretariat) says it
    is not, `stemmer` the bodies whose sekretariat has said that it is somebody, as (person, body), while
    others are yet to say so, `tatt_for` whom they have been told that the bot takes them for.
    `paaminnelser`: whether they want reminders, of møter and of oppgaver.
    `conversation_id` is the 1:1 conversation, None where there is none, so that nothing can be sent.
    `maalform` is what to write to them in (read only: it is stored by the målform's own methods).
    """

    key: str
    channel_id: str
    navn: str
    epost: str | None = None
    epost_sjekket: datetime | None = None
    person_id: int | None = None
    ikke: tuple[int, ...] = field(default=())
    tatt_for: int | None = None
    stemmer: tuple[tuple[int, int], ...] = field(default=())
    conversation_id: str | None = None
    paaminnelser: bool = True
    maalform: Maalform = Maalform.NB

    @property
    def aad_id(self) -> str | None:
        """The aad object id, where Teams has told one: then it is the key."""
        return None if self.key == self.channel_id else self.key
