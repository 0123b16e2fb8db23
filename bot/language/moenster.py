"""The small language that sentences are written in, compiled to matchers.

    når er [det] neste (møte|samling)   these words in this order; [ ] may be left out, ( | ) is a choice
    når + (møte|{organ})                both of them anywhere in the line, and else only words that bind
    når + {emne} + [kommer]             likewise, and what else stands there is a topic
    pause + når + *                     likewise, and in a question a few words more, whatever they are
    {organ} {sak} {tid}                 something found in the line beforehand
    {dag} {periode}                     a {tid} of one day, of several
    {klokke}                            a time of the day
    {emne}                              the words of a topic, up to seven
    {navn}                              the name of a person, up to four words
    {tekst}                             all the rest of the line

Words are compared after `Ordbok` has brought them to one spelling, so a sentence covers bokmål,
nynorsk and dialect at once.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

EMNE = "{emne}"
NAVN = "{navn}"
TEKST = "{tekst}"
FREE = frozenset({EMNE, NAVN, TEKST})
LOOSE_EMNE = "+{emne}"
"""The kind of a topic in a sentence with +, where little else shows that it is one."""
TIMES = frozenset({"{dag}", "{periode}"})
SLOTS = frozenset({"{organ}", "{tid}", "{sak}", "{klokke}"}) | FREE | TIMES
QUESTIONS = frozenset(
    {"når", "hva", "hvem", "hvor", "hvilke", "hvordan", "hvorfor", "hvormange", "hvorlenge"}
)
_LONGEST = {EMNE: 7, NAVN: 4}
_LONGEST_LOOSE = 16
_ANY = "*"
_SLACK = 2
_PIECE = re.compile(r"[()\[\]|+*]|\{\w+\}|[^\s()\[\]|+*{}]+")

Span = tuple[int, int]
Ends = Mapping[int, Span | None]
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


Node = Word | Wild | Choice
Allowed = Callable[[str, Sequence[str]], bool]
"""Whether these symbols may be a topic ({emne}, or LOOSE_EMNE) or a name ({navn})."""


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

    def may_match(self, present: frozenset[str]) -> bool:
        """False where a word that it needs is not among those of the line."""
        return not any(needed.isdisjoint(present) for needed in self.needed)

    def match(
        self, symbols: Sequence[str], binding: frozenset[str], allowed: Allowed, roomy: bool = False
    ) -> Span | None:
        """None where the line is something else; else where its free words stand (0, 0 for none).

        `roomy`: the line is a question, so a sentence with * bears two words more.
        """
        if self.loose:
            too_much = len(symbols) > _LONGEST_LOOSE or len(QUESTIONS.intersection(symbols)) > 1
            return None if too_much else self._in_any_order(symbols, binding, allowed, self.slack * roomy)
        ends = _sequence(self.nodes, symbols, {0: None}, allowed)
        return (ends[len(symbols)] or (0, 0)) if len(symbols) in ends else None

    def _in_any_order(
        self, symbols: Sequence[str], binding: frozenset[str], allowed: Allowed, slack: int
    ) -> Span | None:
        others = [at for at, s in enumerate(symbols) if s not in self.words and s not in binding]
        if EMNE not in self.words:
            fits = len(others) <= slack and all(symbols[at].isalpha() for at in others)
            return (0, 0) if fits else None
        if not others:
            return None
        topic = symbols[others[0] : others[-1] + 1]
        fits = (
            len(topic) <= _LONGEST[EMNE]
            and not self.words.intersection(topic)
            and allowed(LOOSE_EMNE, topic)
        )
        return (others[0], others[-1] + 1) if fits else None


def compile_sentence(source: str, spell: Callable[[Sequence[str]], list[str]]) -> Moenster:
    """`spell` brings words to one spelling, as is done with a line.

    Raises ValueError where the sentence is not well formed, or would match any line; only a loose
    one with a topic may stand without a word that it needs.
    """
    pieces = spell(_PIECE.findall(source.lower()))
    loose, slack = "+" in pieces, _SLACK * (_ANY in pieces)
    nodes, rest = _parse([p for p in pieces if p not in ("+", _ANY)], ())
    words = frozenset(p for p in pieces if p not in "()[]|+*")
    needed = tuple(_needed(nodes))
    if rest or not (needed or (loose and EMNE in words)) or any(w.startswith("{") for w in words - SLOTS):
        raise ValueError(f"not a sentence: {source}")
    if len(words & FREE) > 1:
        raise ValueError(f"only one of {', '.join(sorted(FREE))}: {source}")
    if slack and (not loose or EMNE in words):
        raise ValueError(f"* goes with + and without a topic: {source}")
    if loose and words & {NAVN, TEKST}:
        raise ValueError(f"+ does not go with a name or the rest of the line: {source}")
    spread = words | TIMES if "{tid}" in words else words
    slots = spread & SLOTS | (TIMES if spread & TIMES else frozenset())
    return Moenster(source, tuple(nodes), needed, spread, loose, slots, slack)


def _parse(pieces: Sequence[str], until: Sequence[str]) -> tuple[list[Node], Sequence[str]]:
    nodes: list[Node] = []
    while pieces and pieces[0] not in until:
        piece, pieces = pieces[0], pieces[1:]
        if piece in "([":
            choice, pieces = _parse_choice(pieces, ")" if piece == "(" else "]")
            nodes.append(choice)
        elif piece in ")]|":
            raise ValueError(f"«{piece}» without a beginning")
        else:
            nodes.append(_leaf(piece))
    return nodes, pieces


def _parse_choice(pieces: Sequence[str], close: str) -> tuple[Choice, Sequence[str]]:
    branches: list[Sequence[Node]] = []
    while True:
        branch, pieces = _parse(pieces, ("|", close))
        branches.append(tuple(branch))
        if not pieces:
            raise ValueError(f"«{close}» is missing")
        end, pieces = pieces[0], pieces[1:]
        if end == close:
            return Choice(tuple(branches), close == "]"), pieces


def _leaf(piece: str) -> Node:
    if piece in FREE:
        return Wild(piece)
    return Word(TIMES if piece == "{tid}" else frozenset({piece}))


def _needed(nodes: Sequence[Node]) -> list[frozenset[str]]:
    needed: list[frozenset[str]] = []
    for node in nodes:
        if isinstance(node, Word):
            needed.append(node.words)
        elif isinstance(node, Choice) and not node.optional:
            firsts = [_needed(branch)[:1] for branch in node.branches]
            if all(firsts):
                needed.append(frozenset(word for first in firsts for word in first[0]))
    return needed


def _sequence(nodes: Sequence[Node], symbols: Sequence[str], starts: Ends, allowed: Allowed) -> Ends:
    for node in nodes:
        if not starts:
            break
        starts = _step(node, symbols, starts, allowed)
    return starts


def _step(node: Node, symbols: Sequence[str], starts: Ends, allowed: Allowed) -> Ends:
    if isinstance(node, Word):
        return {p + 1: w for p, w in starts.items() if p < len(symbols) and symbols[p] in node.words}
    if isinstance(node, Wild):
        return _wild(node, symbols, starts, allowed)
    ends = dict(starts) if node.optional else {}
    for branch in node.branches:
        for end, wild in _sequence(branch, symbols, starts, allowed).items():
            ends[end] = ends.get(end) or wild
    return ends


def _wild(node: Wild, symbols: Sequence[str], starts: Ends, allowed: Allowed) -> Ends:
    ends: dict[int, Span | None] = {}
    rest = node.kind == TEKST
    for start in sorted(starts, reverse=True):
        last = len(symbols) if rest else min(len(symbols), start + _LONGEST[node.kind])
        for end in range(len(symbols) if rest else start + 1, last + 1):
            if end > start and (rest or allowed(node.kind, symbols[start:end])):
                ends.setdefault(end, (start, end))
    return ends
