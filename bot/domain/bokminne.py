"""What was folded of a møtebok's log is remembered, so that a line more does not read it all again."""

from collections import OrderedDict
from collections.abc import Sequence

from bot.domain.boklesing import les
from bot.domain.bokstand import Bokstand
from bot.domain.moetebok import Foering

PLASS = 64
"""As many møtebøker are remembered, those last read."""


class Bokminne:
    """One for a process. Only what is committed may be remembered: the ids of lines that were rolled back
    may come again with others behind them.
    """

    def __init__(self, plass: int = PLASS) -> None:
        self._plass = plass
        self._lest: OrderedDict[int, tuple[Foering, Bokstand]] = OrderedDict()

    def les(self, bok_id: int, linjer: Sequence[Foering], *, husk: bool) -> Bokstand:
        """How the whole log folds. `husk`: all of the lines are committed."""
        stand = les(linjer, self._fra(bok_id, linjer))
        if husk and linjer:
            self._lest[bok_id] = (linjer[-1], stand)
            self._lest.move_to_end(bok_id)
            if len(self._lest) > self._plass:
                self._lest.popitem(last=False)
        return stand

    def _fra(self, bok_id: int, linjer: Sequence[Foering]) -> Bokstand | None:
        """What was remembered, if its last line stands in this log too."""
        sist, stand = self._lest.get(bok_id, (None, None))
        if sist is None:
            return None
        for linje in reversed(linjer):
            if linje.id is None or sist.id is None or linje.id <= sist.id:
                return stand if linje == sist else None
        return None
