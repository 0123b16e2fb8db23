"""Tier one: whether a line, or a part of it, is one of the sentences."""

from collections.abc import Sequence

from bot.language.lesning import Lesning
from bot.language.ord import Ordbok
from bot.language.setninger import Setninger, Treff
from bot.language.tegn import signs

POLITE = frozenset({"kan", "kunne", "vil"})
"""One of these makes a question of what is asked to be done."""


class Strenge:
    def __init__(self, setninger: Setninger, ordbok: Ordbok) -> None:
        self._setninger = setninger
        self._ordbok = ordbok

    def whole(self, lesning: Lesning, referat: bool) -> Treff | None:
        """The sentence that the whole line is: a command or dictation first, then a question."""
        symbols = lesning.symbols
        for start, end in dict.fromkeys((self._ordbok.without_greeting(symbols), (0, len(symbols)))):
            treff = self._done(lesning, start, end, referat)
            if treff:
                return treff
        return self.question(lesning)

    def question(self, lesning: Lesning) -> Treff | None:
        """As `whole`, but only what reads."""
        symbols = lesning.symbols
        question, polite = self._ordbok.without_fillers(symbols), self._ordbok.without_greeting(symbols)
        for start, end in dict.fromkeys((question, polite, (0, len(symbols)))):
            treff = self._asked(symbols, start, end)
            if treff:
                return treff
        return None

    def clause(self, lesning: Lesning) -> Treff | None:
        """The one question among the clauses of the line; none where several ask for different things."""
        found: list[Treff] = []
        for fra, til in lesning.clauses():
            start, end = self._ordbok.without_fillers(lesning.symbols[fra:til])
            treff = self._asked(lesning.symbols, fra + start, fra + end)
            # A greeting before or after it is no question of its own.
            if treff and treff.gruppe.forslag:
                found.append(treff)
        return found[0] if len({treff.gruppe.intent for treff in found}) == 1 else None

    def roomy(self, lesning: Lesning) -> Treff | None:
        """The sentence that a question is where common words do not count."""
        start, end = self._ordbok.without_fillers(lesning.symbols)
        part = lesning.symbols[start:end]
        return _one_of(part, start, self._setninger.roomy(part)) if self._ordbok.asks(part) else None

    def perhaps(self, lesning: Lesning) -> list[Treff]:
        """The sentences that it is where the papers or what was just shown bear it out."""
        start, end = self._ordbok.without_fillers(lesning.symbols)
        return [treff.moved(start) for treff in self._setninger.perhaps(lesning.symbols[start:end])]

    def _asked(self, symbols: Sequence[str], start: int, end: int) -> Treff | None:
        part = symbols[start:end]
        return _one_of(part, start, self._setninger.reads(part))

    def _done(self, lesning: Lesning, start: int, end: int, referat: bool) -> Treff | None:
        """«Møtet er avlyst?» asks; «kan du avlyse møtet?» does not."""
        part, before = lesning.symbols[start:end], lesning.symbols[:start]
        asks = lesning.line.rstrip().endswith("?") and POLITE.isdisjoint(before)
        seen = signs(lesning, start, end, self._ordbok)
        return _one_of(part, start, self._setninger.does(part, seen, referat=referat, asks=asks))


def _one_of(part: Sequence[str], start: int, found: Sequence[Treff]) -> Treff | None:
    """The best of them, where one intent is; none for a line about two saker or two times."""
    if part.count("{sak}") > 1 or part.count("{dag}") + part.count("{periode}") > 1:
        return None
    alike = [treff for treff in found if treff.rank == found[0].rank]
    return found[0].moved(start) if len({treff.gruppe.intent for treff in alike}) == 1 else None
