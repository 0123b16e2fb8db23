"""Several things in one line: «kan ikke komme på onsdag, men kan du sende meg sakslista»."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from bot.language.lesning import Lesning

_SHORTEST = 2
_BUT = frozenset({"men", "samtidig", "dessuten", "forresten"})
_AND = frozenset({"og", "å"})
_BEGINS = frozenset(
    {
        *(
            "kan",
            "kunne",
            "vil",
            "når",
            "hva",
            "hvem",
            "hvor",
            "hvilke",
            "hvordan",
            "hvormange",
            "er",
            "har",
        ),
        *(
            "vis",
            "send",
            "sende",
            "noter",
            "notere",
            "meld",
            "melde",
            "si",
            "fortell",
            "sett",
            "skriv",
            "legg",
        ),
        *(
            "jeg",
            "flytt",
            "avlys",
            "koble",
            "godkjenn",
            "godkjenner",
            "minn",
            "gi",
            "start",
            "stopp",
            "del",
        ),
    }
)
"""What a request of its own begins with behind «og»."""


def parts(lesning: Lesning) -> list[Lesning]:
    """What may be requests of their own, in the order of the line; empty for a line of one."""
    edges = [0, *_edges(lesning), len(lesning.symbols)]
    pieces = [(a, b) for a, b in pairwise(edges) if b - a >= _SHORTEST]
    return [_piece(lesning, a, b) for a, b in pieces] if len(pieces) > 1 else []


def _edges(lesning: Lesning) -> Iterator[int]:
    symbols, clauses = lesning.symbols, [lesning.words[span[0]].clause for span in lesning.spans]
    for at in range(1, len(symbols)):
        if clauses[at] != clauses[at - 1] or symbols[at] in _BUT or _joined(symbols, at):
            yield at


def _joined(symbols: Sequence[str], at: int) -> bool:
    return symbols[at] in _AND and at + 1 < len(symbols) and symbols[at + 1] in _BEGINS


def _piece(lesning: Lesning, start: int, end: int) -> Lesning:
    """The same line, of which only these symbols are read."""
    return replace(lesning, symbols=lesning.symbols[start:end], spans=lesning.spans[start:end])
