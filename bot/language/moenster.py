"""The small language that sentences are written in, and what a sentence of it matches.

    når er [det] neste (møte|samling)   these words in this order; [ ] may be left out, ( | ) is a choice
    når + (møte|{organ})                both of them anywhere in the line, and else only words that bind
    når + {emne} + [kommer]             likewise, and what else stands there is a topic
    pause + når + *                     likewise, and in a question a few words more, whatever they are
    {organ} {sak} {tid}                 something found in the line beforehand
    {dag} {periode}                     a {tid} of one day, of several
    {klokke}                            a time of the day
    {emne}                              the words of a topic, up to seven
    {navn} {vara} {annen}               the name of a person, up to four words
    {punkt} {tall}                      a number, in digits or words
    {gammel} {ny}                       a few words, whatever they are
    {tittel}                            likewise, and they are what is said
    {tekst}                             all the rest of the line
    {utsagn}                            likewise, where it says something by itself
    <det må avklares {resten}>          what stands between < and > is kept as it was written
    k : {tekst}                         a colon stands there

Words are compared after `Ordbok` has brought them to one spelling, so a sentence covers bokmål,
nynorsk and dialect at once.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

EMNE = "{emne}"
NAVN = "{navn}"
NAMES = frozenset({NAVN, "{vara}", "{annen}"})
NUMBERS = frozenset({"{punkt}", "{tall}"})
TEKST = "{tekst}"
UTSAGN = "{utsagn}"
TITTEL = "{tittel}"
RESTEN = "{resten}"
RESTS = frozenset({TEKST, UTSAGN, RESTEN})
"""All that is left of a line; RESTEN is no text of its own."""
KEPT = "<>"
"""The kind of what stands between < and >."""
FREE = frozenset({EMNE, TITTEL, "{gammel}", "{ny}"}) | RESTS | NAMES | NUMBERS
LOOSE_EMNE = "+{emne}"
"""The kind of a topic in a sentence with +, where little else shows that it is one."""
TIMES = frozenset({"{dag}", "{periode}"})
SLOTS = frozenset({"{organ}", "{tid}", "{sak}", "{klokke}"}) | FREE | TIMES
QUESTIONS = frozenset(
    {"når", "hva", "hvem", "hvor", "hvilke", "hvordan", "hvorfor", "hvormange", "hvorlenge"}
)
_LONGEST = (
    {EMNE: 7, TITTEL: 12, "{gammel}": 12, "{ny}": 12} | dict.fromkeys(NAMES, 4) | dict.fromkeys(NUMBERS, 3)
)
_LONGEST_LOOSE = 16


class Fritt(NamedTuple):
    """Words of a line that a sentence does not give: one of FREE or KEPT, at symbols `fra` up to `til`."""

    kind: str
    fra: int
    til: int


Free = tuple[Fritt, ...]
Ends = Mapping[int, Free]
"""Where a match may end, and for each where its free words stand."""


class Word(NamedTuple):
    """One of these symbols."""

    words: frozenset[str]


class Wild(NamedTuple):
    """Words that are not given: one of FREE, of which {tekst} is all that is left."""

    kind: str


class Choice(NamedTuple):
    branches: "tuple[Sequence[Node], ...]"
    optional: bool


class Colon(NamedTuple):
    """A colon before the next word."""


class Kept(NamedTuple):
    """Words that are a text as they stand."""

    nodes: "Sequence[Node]"


Node = Word | Wild | Choice | Kept | Colon
Allowed = Callable[[str, Sequence[str], Sequence[int]], bool]
"""Whether these symbols, at these places, may be of a kind of FREE, or LOOSE_EMNE."""


class Line(NamedTuple):
    """What is matched: symbols, and where each stands in the line. A {tekst} begins rather at one of
    `labelled`, the places behind a colon.
    """

    symbols: Sequence[str]
    places: Sequence[int]
    allowed: Allowed
    labelled: frozenset[int] = frozenset()

    def may_be(self, kind: str, fra: int, til: int) -> bool:
        """Whether the symbols from and up to these may be of that kind."""
        return self.allowed(kind, self.symbols[fra:til], self.places[fra:til])


@dataclass(frozen=True)
class Moenster:
    """A sentence. `needed` are the symbols it cannot match without: one of each set.

    `loose` means the + form, where order does not count and `words` may stand anywhere.
    """

    source: str
    nodes: tuple[Node, ...]
    needed: tuple[frozenset[str], ...]
    words: frozenset[str]
    loose: bool
    slots: frozenset[str]
    """The slots that must stand where the sentence has them."""
    slack: int
    first: frozenset[str] | None
    """The symbols that it may begin with; None for any."""
    keeps: bool
    """A text of the line's own is part of it."""

    def may_match(self, present: frozenset[str]) -> bool:
        """False where a word that it needs is not among those of the line."""
        for needed in self.needed:  # noqa: SIM110 (asked thousands of times a line: all() takes twice as long)
            if needed.isdisjoint(present):
                return False
        return True

    def match(self, line: Line, binding: frozenset[str], roomy: bool = False) -> Free | None:
        """None where the line is something else; else where its free words stand.

        `roomy`: the line is a question, so a sentence with * bears two words more.
        """
        if self.loose:
            symbols = line.symbols
            too_much = len(symbols) > _LONGEST_LOOSE or len(QUESTIONS.intersection(symbols)) > 1
            return None if too_much else self._in_any_order(line, binding, self.slack * roomy)
        if self.first is not None and line.symbols and line.symbols[0] not in self.first:
            return None
        return _sequence(self.nodes, line, {0: ()}).get(len(line.symbols))

    def _in_any_order(self, line: Line, binding: frozenset[str], slack: int) -> Free | None:
        symbols = line.symbols
        others = [at for at, s in enumerate(symbols) if s not in self.words and s not in binding]
        if EMNE not in self.words:
            fits = len(others) <= slack and all(symbols[at].isalpha() for at in others)
            return () if fits else None
        if not others:
            return None
        start, end = others[0], others[-1] + 1
        fits = (
            end - start <= _LONGEST[EMNE]
            and self.words.isdisjoint(symbols[start:end])
            and line.may_be(LOOSE_EMNE, start, end)
        )
        return (Fritt(EMNE, start, end),) if fits else None


def _sequence(nodes: Sequence[Node], line: Line, starts: Ends) -> Ends:
    for node in nodes:
        if not starts:
            break
        starts = _step(node, line, starts)
    return starts


def _step(node: Node, line: Line, starts: Ends) -> Ends:
    if isinstance(node, Word):
        symbols, words = line.symbols, node.words
        return {p + 1: w for p, w in starts.items() if p < len(symbols) and symbols[p] in words}
    if isinstance(node, Wild):
        return _rest(node, line, starts) if node.kind in RESTS else _wild(node, line, starts)
    if isinstance(node, Colon):
        return {p: w for p, w in starts.items() if p in line.labelled}
    if isinstance(node, Kept):
        return _kept(node, line, starts)
    ends = dict(starts) if node.optional else {}
    for branch in node.branches:
        for end, free in _sequence(branch, line, starts).items():
            ends[end] = ends.get(end) or free
    return ends


def _wild(node: Wild, line: Line, starts: Ends) -> Ends:
    ends: dict[int, Free] = {}
    for start in sorted(starts, reverse=True):
        for end in range(start + 1, min(len(line.symbols), start + _LONGEST[node.kind]) + 1):
            if end not in ends and line.may_be(node.kind, start, end):
                ends[end] = (*starts[start], Fritt(node.kind, start, end))
    return ends


def _rest(node: Wild, line: Line, starts: Ends) -> Ends:
    end = len(line.symbols)
    for start in sorted(starts, key=lambda at: (at in line.labelled, at), reverse=True):
        if start < end and line.may_be(node.kind, start, end):
            return {end: (*starts[start], Fritt(node.kind, start, end))}
    return {}


def _kept(node: Kept, line: Line, starts: Ends) -> Ends:
    ends: dict[int, Free] = {}
    for start, before in starts.items():
        for end, free in _sequence(node.nodes, line, {start: before}).items():
            ends[end] = (*free, Fritt(KEPT, start, end))
    return ends
