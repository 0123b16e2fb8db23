"""The outbox as a unit of work holds it: what is to be said unasked, and how it is sent."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any, Protocol

from bot.domain.budsjett import Grenser
from bot.domain.utboks import Utboksmaal, Utpost, Utposttilstand, Varselslag


class Utboks(Protocol):
    """Messages to be sent. What is read here is never older than this transaction.

    A conversation's are sent in order (`foerst`, then id) and one at a time, by whoever has its lane.
    `naa` is the time by which something is due. Leases and limits go by the database's own clock.
    """

    async def legg(self, post: Utpost) -> bool:
        """False, and nothing, where that key is there already, also if it has been sent (it is known for
        180 days). A change of a message comes after that message.
        """
        ...

    async def finnes(self, noekler: Collection[str]) -> set[str]:
        """Which of those keys `legg` would say False to."""
        ...

    async def doede(self, noekler: Collection[str]) -> set[str]:
        """Which of those could not be sent (known for 30 days)."""
        ...

    async def trekk(self, noekkel: str) -> bool:
        """Takes back what has not been sent; False where it is too late (or perhaps), or there is none."""
        ...

    async def stopp(self, noekkel: str) -> bool:
        """What has not been sent is never sent: it is DOED (STOPPET), without its text, and its key is
        known. False where it is too late (or perhaps), or there is none. `maal` does not count it.
        """
        ...

    async def trekk_om(self, moete_id: int, slag: Sequence[Varselslag]) -> int:
        """The same of all messages (NY) of those slag about that møte, to people and channels, and of what
        changes them; how many messages.
        """
        ...

    async def erstatt(self, noekkel: str, melding: dict[str, Any]) -> bool:
        """What waits says this instead; False where it is too late (or perhaps), or there is none."""
        ...

    async def ret_doed(self, noekkel: str, melding: dict[str, Any] | None) -> bool:
        """What could not be sent (DOED) says this if it is tried again; None: it cannot be, and its text is
        gone. False, and nothing, where it is not DOED or there is none.
        """
        ...

    async def antall(self, person_key: str, moete_id: int, slag: Sequence[Varselslag]) -> int:
        """How many of those were queued or sent to that person about that møte (DOED ones were not)."""
        ...

    async def ved_aktivitet(self, conversation_id: str, aktivitet: str) -> Utpost | None:
        """The post that is that message; of a thread its channel is meant."""
        ...

    async def under(self, prefix: str) -> list[Utpost]:
        """All whose key begins so, in the order they were queued."""
        ...

    async def siste(self, conversation_ids: Collection[str], antall: int) -> list[Utpost]:
        """The newest messages (NY) of those conversations, but DOED ones; newest first."""
        ...

    async def hent(self, post_id: int) -> Utpost | None: ...
    async def ta(
        self, naa: datetime, leie: timedelta, antall: int, grenser: Grenser | None = None
    ) -> list[Utpost]:
        """Takes those that are due, so many at most, one a conversation, the oldest first, for so long: the
        first of each conversation, where nobody is sending to it, it is not closed, nothing in it waits
        to be tried again, and the limits bear it. No two replicas get the same. Each counts one more
        `forsoek`, which tells whose result it is.

        One that was being sent when a lease ran out is taken first, and is once more `i_tvil` (but a
        change or deletion); such a one may be `er_uviss`, and is then not to be sent. `aktivitet` of a
        change or deletion is the id of the message. Of a closed conversation only those are taken that
        are older than `GAMMEL`: they are not to be sent either.
        """
        ...

    async def sendt(
        self, post_id: int, aktivitet: str | None = None, *, forsoek: int | None = None
    ) -> None:
        """It has left, whatever else became of it since it was taken. Like the other results it lets the
        conversation go, where it is still held for that `forsoek` (None: for anybody).
        """
        ...

    async def igjen(
        self,
        post_id: int,
        ikke_foer: datetime,
        *,
        forsoek: int | None = None,
        grunn: str | None = None,
        tvil: bool = False,
    ) -> None:
        """To be tried again then, before what is behind it; `tvil`: it may have arrived. Nothing where it
        is not SENDER any more, or for another `forsoek`: that word comes too late.
        """
        ...

    async def utsett(self, post_id: int, til: datetime, *, forsoek: int | None = None) -> None:
        """Not to be sent before then, and others may pass it; its changes go with it. Nothing, likewise."""
        ...

    async def doed(self, post_id: int, grunn: str, *, forsoek: int | None = None) -> bool:
        """Can never be sent. `grunn` is a status or a word. False, and nothing, likewise."""
        ...

    async def uviss(
        self, post_id: int, grunn: str, *, forsoek: int | None = None, tvil: bool = False
    ) -> bool:
        """May have arrived, and is not sent again by itself; `tvil`: nobody knows of this try either.
        False, and nothing, likewise.
        """
        ...

    async def steng(self, post_id: int, grunn: str, *, forsoek: int | None = None) -> None:
        """The conversation takes nothing: it is closed, and its posts wait, that one too, until somebody
        writes there (`Kanaler.aapnet`). Nothing, likewise.
        """
        ...

    async def noter(self, conversation_id: str) -> None:
        """Something else is sent to that conversation now: it counts against its limits."""
        ...

    async def maal(self, naa: datetime) -> Utboksmaal: ...
    async def liste(self, tilstander: Collection[Utposttilstand], antall: int) -> list[Utpost]:
        """Those that are so, the first in order first."""
        ...

    async def proev_igjen(self, post_id: int, naa: datetime) -> bool:
        """One that could not be sent, or may have been, or waits, is due now, also in a closed
        conversation: somebody has asked for it. False where it is none of those, or has been taken down.
        It says what it was last changed to, and what changes it comes after it. One that waits keeps its
        place.
        """
        ...


GAMMEL = timedelta(days=7)
"""What has waited longer is nothing new any more."""
