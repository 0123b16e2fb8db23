"""A line with what it names found: words that are left, and slots in place of the rest."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeVar

from bot.language.klokkeslett import Klokkefunn, find_clocks
from bot.language.ord import Ordbok, Token
from bot.language.personer import Personer
from bot.language.personfunn import Personfunn
from bot.language.referanser import Organfunn
from bot.language.saksreferanser import SakFunn, find_saker
from bot.language.tid import Tidsfunn, times_in
from bot.language.tid.linje import Plasser

_PARTING = " \t\n:;,.–—-"
_NUMBERED = frozenset(
    {
        "oppgave",
        "oppgåve",
        "oppgaven",
        "oppgåva",
        "oppdrag",
        "oppdraget",
        "punkt",
        "punktet",
        "pkt",
        "forslag",
    }
)
"""What stands behind one of these is its number."""
_Claim = tuple[int, int, str]
_Funn = TypeVar("_Funn", SakFunn, Organfunn, Personfunn, Klokkefunn, Tidsfunn)


@dataclass(frozen=True)
class Lesning:
    """`symbols` are words in their one spelling and slots («{organ}»); each stands for the words of
    the line from `spans[i][0]` up to `spans[i][1]`.
    """

    line: str
    words: tuple[Token, ...]
    organs: tuple[Organfunn, ...]
    saker: tuple[SakFunn, ...]
    persons: tuple[Personfunn, ...]
    clocks: tuple[Klokkefunn, ...]
    times: tuple[Tidsfunn, ...]
    symbols: tuple[str, ...] = ()
    spans: tuple[tuple[int, int], ...] = ()

    def text(self, fra: int, til: int) -> str:
        """What was written at these symbols, as it was written."""
        first, last = self.spans[fra], self.spans[til - 1]
        return self.line[self.words[first[0]].fra : self.words[last[1] - 1].til]

    def gap(self, at: int) -> str:
        """What stands between this symbol and the one before."""
        first = self.spans[at][0]
        return self.line[self.words[first - 1].til if first else 0 : self.words[first].fra]

    def rest(self, at: int) -> str:
        """All that was written from this symbol to the end of the line, signs and all, but for the
        colon, comma or dash that parts it from what is before.
        """
        first = self.spans[at][0]
        return self.line[self.words[first - 1].til if first else 0 :].lstrip(_PARTING).rstrip()

    def clauses(self) -> list[tuple[int, int]]:
        """The symbols of each clause, from and up to; empty for a line of one clause."""
        number = [self.words[span[0]].clause for span in self.spans]
        starts = [at for at, clause in enumerate(number) if at == 0 or clause != number[at - 1]]
        return list(zip(starts, [*starts[1:], len(number)], strict=True)) if len(starts) > 1 else []


def scan(
    line: str,
    words: Sequence[Token],
    personer: Personer,
    organs: Sequence[Organfunn],
    day: date,
    persons: tuple[Personfunn, ...] | None = None,
) -> Lesning:
    """All that the line may name, before anything is decided: persons (where they are not given, beside
    these organs), saker and times.
    """
    texts = [word.text for word in words]
    plasser, saker = Plasser.of(_without_numbers(texts)), tuple(find_saker(texts))
    if persons is None:
        taken = set[int]()
        _free(saker, taken)
        _free(organs, taken)
        ids = tuple(i for funn in organs for i in funn.organ_ids)
        persons = tuple(personer.find(line, words, ids, taken))
    times = tuple(times_in(plasser, day))
    clocks = tuple(clock for clock in find_clocks(plasser) if not _of_days(clock, times))
    return Lesning(line, tuple(words), tuple(organs), saker, persons, clocks, times)


def _without_numbers(texts: list[str]) -> list[str]:
    """«Utsett oppgave 3 til 17. februar» is no «3. til 17. februar»."""
    if _NUMBERED.isdisjoint(texts):
        return texts
    pairs = zip(["", *texts], texts, strict=False)
    return ["·" if before in _NUMBERED and word.isdecimal() else word for before, word in pairs]


def _of_days(clock: Klokkefunn, times: Sequence[Tidsfunn]) -> bool:
    """«Fra 15. til 19. april»."""
    return any(time.fra < clock.fra and clock.til < time.til for time in times)


def read(found: Lesning, organs: Sequence[Organfunn], ordbok: Ordbok) -> Lesning:
    """The line with these organs. Saker come first, then organs, then persons, times of the day and
    days: «sak 12/24» is no date, nor is «fagråd 1 mai», «Tor kommer» or «kl 12.30». A person stays in
    the line as words.
    """
    taken: set[int] = set()
    saker, bodies = _free(found.saker, taken), _free(organs, taken)
    _free(found.persons, taken)
    clocks, times = _free(found.clocks, taken), _free(found.times, taken)
    claims: list[_Claim] = [(s.fra, s.til, "{sak}") for s in saker]
    claims += [(o.fra, o.til, "{organ}") for o in bodies]
    claims += [(k.fra, k.til, "{klokke}") for k in clocks]
    claims += [(t.fra, t.til, _kind_of_time(t)) for t in times]
    symbols, spans = _symbols([word.text for word in found.words], sorted(claims), _labels(found), ordbok)
    return replace(
        found,
        organs=bodies,
        saker=saker,
        clocks=clocks,
        times=times,
        symbols=tuple(symbols),
        spans=tuple(spans),
    )


def _free(found: Sequence[_Funn], taken: set[int]) -> tuple[_Funn, ...]:
    kept: list[_Funn] = []
    for funn in found:
        if taken.isdisjoint(range(funn.fra, funn.til)):
            taken.update(range(funn.fra, funn.til))
            kept.append(funn)
    return tuple(kept)


def _kind_of_time(funn: Tidsfunn) -> str:
    fra, til = funn.period.fra, funn.period.til
    return "{dag}" if fra and til and til - fra == timedelta(days=1) else "{periode}"


def _labels(found: Lesning) -> list[int]:
    """The words that stand behind a colon."""
    pairs = zip(found.words, found.words[1:], strict=False)
    return [at for at, (before, word) in enumerate(pairs, 1) if ":" in found.line[before.til : word.fra]]


def _symbols(
    texts: Sequence[str], claims: Sequence[_Claim], labels: Sequence[int], ordbok: Ordbok
) -> tuple[list[str], list[tuple[int, int]]]:
    """No words are one over a colon: «til eventuelt: sak om tolk» tells of no «eventuelt sak»."""
    symbols: list[str] = []
    spans: list[tuple[int, int]] = []
    at = 0
    for fra, til, slot in [*claims, (len(texts), len(texts), "")]:
        for end in [*(label for label in labels if at < label < fra), fra]:
            for symbol, length in ordbok.spelled(texts[at:end]):
                symbols.append(symbol)
                spans.append((at, at + length))
                at += length
        if slot:
            symbols.append(slot)
            spans.append((fra, til))
        at = til
    return symbols, spans
