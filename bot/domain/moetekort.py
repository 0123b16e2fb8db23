"""The card in the meeting's chat that shows how the referat stands: where it is, and who renews it.

What is on it is `bot.domain.kortstand`.
"""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Moetekort:
    """One a møtebok. `conversation_id` is the chat it was posted in (None: in none yet); which activity it
    is there the møtebok knows (`Moetebok.kort_id`). `merke` tells what it shows, so that the same is not
    sent twice. Nothing is sent before `ikke_foer` (UTC). `forsoek` are those that failed in a row, since
    `feilet`. `fortalt`: the referent was told that it fails. `ferdig`: it is as it will stay, as long as
    the møtebok is closed.
    """

    bok_id: int
    conversation_id: str | None = None
    merke: str | None = None
    ikke_foer: datetime | None = None
    forsoek: int = 0
    feilet: datetime | None = None
    fortalt: bool = False
    ferdig: bool = False
