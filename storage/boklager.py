"""The lines of møtebøker that are known already: they never change, so that only new ones are read."""

from collections import OrderedDict
from collections.abc import Sequence

from bot.domain.moetebok import Foering

_MOST = 50_000
"""Lines in all, of whichever møtebøker were read last: some 50 MB."""


class Boklager:
    """One a process. Of each møtebok the lines from the first on, without gaps, and only such as are
    committed: what a transaction wrote itself may yet be rolled back, and its ids given to others.
    """

    def __init__(self, most: int = _MOST) -> None:
        self._boeker: OrderedDict[int, tuple[Foering, ...]] = OrderedDict()
        self._most = most
        self._antall = 0

    def linjer(self, bok_id: int) -> tuple[Foering, ...]:
        return self._boeker.get(bok_id, ())

    def behold(self, bok_id: int, linjer: Sequence[Foering]) -> None:
        """Two that read at once may come in either order: the longer stays."""
        if len(linjer) > len(self.linjer(bok_id)):
            self._antall += len(linjer) - len(self.linjer(bok_id))
            self._boeker[bok_id] = tuple(linjer)
        if bok_id in self._boeker:
            self._boeker.move_to_end(bok_id)
        while self._antall > self._most:
            self._antall -= len(self._boeker.popitem(last=False)[1])
