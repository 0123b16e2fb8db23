"""Reads a sentence of the small language of `moenster`."""

import re
from collections import deque
from collections.abc import Callable, Container, Sequence
from functools import cache

from bot.language.moenster import (
    EMNE,
    FREE,
    RESTS,
    SLOTS,
    TEKST,
    TIMES,
    UTSAGN,
    Choice,
    Colon,
    Kept,
    Moenster,
    Node,
    Wild,
    Word,
)

_ANY, _LOOSE, _COLON, _KEPT = "*", "+", ":", "<"
_SLACK = 2
_PIECE = re.compile(r"[()\[\]<>|+*:]|\{\w+\}|[^\s()\[\]<>|+*{}:]+")
_BRACKETS = {"(": ")", "[": "]", _KEPT: ">"}
_CLOSING = frozenset(")]>|")
_MARKS = _BRACKETS.keys() | _CLOSING | {_ANY, _LOOSE, _COLON}
_ONE_OF_THESE = RESTS | {EMNE}


def compile_sentence(source: str, spell: Callable[[Sequence[str]], list[str]]) -> Moenster:
    """`spell` brings words to one spelling, as is done with a line.

    Raises ValueError where the sentence is not well formed, or would match any line; only a loose
    one with a topic may stand without a word that it needs.
    """
    pieces = spell(_PIECE.findall(source.lower()))
    loose, words = _LOOSE in pieces, frozenset(pieces) - _MARKS
    nodes = _nodes(deque(p for p in pieces if p not in (_LOOSE, _ANY)), ())
    needed = tuple(_needed(nodes))
    if not (needed or (loose and EMNE in words)) or any(w[0] == "{" for w in words - SLOTS):
        raise ValueError(f"not a sentence: {source}")
    _check(source, pieces, words)
    spread = words | TIMES if "{tid}" in words else words
    return Moenster(
        source,
        tuple(nodes),
        needed,
        spread,
        loose,
        slots=spread & SLOTS | (TIMES if spread & TIMES else frozenset()),
        slack=_SLACK * (_ANY in pieces),
        first=None if loose else _first(nodes)[0],
        keeps=not {TEKST, UTSAGN, _KEPT}.isdisjoint(pieces),
    )


def _check(source: str, pieces: Sequence[str], words: frozenset[str]) -> None:
    loose = _LOOSE in pieces
    if sum(pieces.count(free) for free in words & _ONE_OF_THESE) > 1:
        raise ValueError(f"only one topic or rest of the line: {source}")
    if _ANY in pieces and (not loose or EMNE in words):
        raise ValueError(f"* goes with + and without a topic: {source}")
    if loose and (words & (FREE - {EMNE}) or _KEPT in pieces):
        raise ValueError(f"+ does not go with other free words than a topic: {source}")


def _nodes(pieces: deque[str], until: Container[str]) -> list[Node]:
    """Takes the pieces up to one of those."""
    nodes: list[Node] = []
    while pieces and pieces[0] not in until:
        piece = pieces.popleft()
        if piece in _BRACKETS:
            choice = _choice(pieces, _BRACKETS[piece])
            nodes.append(Kept((choice,)) if piece == _KEPT else choice)
        elif piece in _CLOSING:
            raise ValueError(f"«{piece}» without a beginning")
        else:
            nodes.append(_leaf(piece))
    return nodes


def _choice(pieces: deque[str], close: str) -> Choice:
    branches: list[Sequence[Node]] = []
    while True:
        branches.append(tuple(_nodes(pieces, ("|", close))))
        if not pieces:
            raise ValueError(f"«{close}» is missing")
        if pieces.popleft() == close:
            return Choice(tuple(branches), close == "]")


@cache
def _leaf(piece: str) -> Node:
    if piece == _COLON:
        return Colon()
    if piece in FREE:
        return Wild(piece)
    return Word(TIMES if piece == "{tid}" else frozenset({piece}))


def _needed(nodes: Sequence[Node]) -> list[frozenset[str]]:
    needed: list[frozenset[str]] = []
    for node in nodes:
        if isinstance(node, Word):
            needed.append(node.words)
        elif isinstance(node, Kept):
            needed += _needed(node.nodes)
        elif isinstance(node, Choice) and not node.optional:
            firsts = [_needed(branch)[:1] for branch in node.branches]
            if all(firsts):
                needed.append(frozenset(word for first in firsts for word in first[0]))
    return needed


def _first(nodes: Sequence[Node]) -> tuple[frozenset[str] | None, bool]:
    """The symbols that these may begin with, None for any; and whether they may be no symbol at all."""
    found = frozenset[str]()
    for node in nodes:
        first, nothing = _first_of(node)
        if first is None:
            return None, False
        found |= first
        if not nothing:
            return found, False
    return found, True


def _first_of(node: Node) -> tuple[frozenset[str] | None, bool]:
    if isinstance(node, Word):
        return node.words, False
    if isinstance(node, Kept):
        return _first(node.nodes)
    if not isinstance(node, Choice):
        return (frozenset(), True) if isinstance(node, Colon) else (None, False)
    branches = [_first(branch) for branch in node.branches]
    firsts = [first for first, _ in branches if first is not None]
    known = frozenset(word for first in firsts for word in first) if len(firsts) == len(branches) else None
    return known, node.optional or any(nothing for _, nothing in branches)
