"""Looking the speaker up in Teams' own roster: between two runs of a turn, never inside a transaction."""

from dataclasses import replace
from datetime import UTC, timedelta

from bot.domain.aktoer import Sikkerhet
from bot.domain.ports import Store
from bot.edges import Roster
from bot.turn import Incoming, Turn
from dialogs.bruker import ny_bruker

FERSK = timedelta(hours=24)
"""How long an answer of the roster holds."""
UTEN_SVAR = timedelta(minutes=10)
"""How long nobody asks again where it knew no e-mail, or did not answer, and something is refused."""


class SlaaOpp(Exception):
    """The speaker is to be looked up, and the turn run again."""


def slaa_opp_foerst(turn: Turn) -> None:
    """Raises SlaaOpp where it is not sure who speaks and the roster has not been asked lately."""
    bruker = turn.bruker
    sikker = turn.aktoer.admin or turn.aktoer.sikkerhet is Sikkerhet.SIKKER
    if bruker and not sikker and _gammel(turn, FERSK if bruker.epost else UTEN_SVAR):
        raise SlaaOpp


def _gammel(turn: Turn, holder: timedelta) -> bool:
    sjekket = turn.bruker.epost_sjekket if turn.bruker else None
    return sjekket is None or turn.incoming.at - sjekket > holder


class IngenRoster:
    """A Roster that knows nobody: the terminal's."""

    async def epost(self, incoming: Incoming) -> str | None:
        return None


class Oppslag:
    def __init__(self, store: Store, roster: Roster) -> None:
        self._store = store
        self._roster = roster

    def uten_grunn(self, turn: Turn) -> None:
        """Raises SlaaOpp for somebody whose e-mail was never asked for, or was not known a day ago: only
        who is surely known can be called in or reminded, and they may never do what needs it.
        """
        if isinstance(self._roster, IngenRoster) or turn.bruker is None or turn.bruker.epost:
            return
        if turn.aktoer.sikkerhet is not Sikkerhet.SIKKER and _gammel(turn, FERSK):
            raise SlaaOpp

    async def slaa_opp(self, incoming: Incoming) -> None:
        """Asks the roster and stores when it was asked, with the e-mail where there is one. An e-mail
        from before stands where there is none. Raises Conflict.
        """
        epost = await self._roster.epost(incoming)
        async with self._store.turn() as uow:
            bruker = await uow.brukere.hent(incoming.person.key) or ny_bruker(incoming)
            sjekket = incoming.at.astimezone(UTC)
            await uow.brukere.lagre(replace(bruker, epost=epost or bruker.epost, epost_sjekket=sjekket))
            await uow.commit()
