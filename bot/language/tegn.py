"""What shows only in how a line was written: labels with a colon, names with a capital; and numbers."""

from collections.abc import Sequence
from typing import NamedTuple

from bot.language.lesning import Lesning
from bot.language.moenster import SLOTS
from bot.language.ord import Ordbok
from bot.language.tall import number, ordinal

_ENDS = frozenset(".:!?\n")
_PARTS = frozenset(",.:;!?\n")


class Signs(NamedTuple):
    """Places of symbols: `labelled` stand behind a colon, `names` may begin the name of a person, and
    `capitals` may go on with one; a sign parts `parted` from what is before them.
    """

    labelled: frozenset[int] = frozenset()
    names: frozenset[int] = frozenset()
    capitals: frozenset[int] = frozenset()
    parted: frozenset[int] = frozenset()


NO_SIGNS = Signs()


def signs(lesning: Lesning, start: int, end: int, ordbok: Ordbok) -> Signs:
    """Of the symbols from and up to these, counted from the first of them.

    A capital tells a name only where no sentence begins: there it takes a given name that is known, a
    member, or another capital behind it.
    """
    shouts = lesning.line.isupper()
    members = {funn.fra for funn in lesning.persons if funn.kandidater}
    labelled, names, capitals, parted = set[int](), set[int](), set[int](), set[int]()
    for at in range(start, end):
        gap = lesning.gap(at)
        capital = not shouts and lesning.line[lesning.words[lesning.spans[at][0]].fra].isupper()
        if ":" in gap:
            labelled.add(at - start)
        if lesning.symbols[at] in SLOTS:
            continue
        if capital:
            capitals.add(at - start)
        if not _PARTS.isdisjoint(gap):
            parted.add(at - start)
        inside = at > 0 and _ENDS.isdisjoint(gap)
        member = lesning.spans[at][0] in members
        if (capital and (inside or member)) or ordbok.given_name(lesning.symbols[at], capital or shouts):
            names.add(at - start)
    if lesning.line.rstrip().endswith(":") and end == len(lesning.symbols):
        # «k:» and nothing behind it.
        labelled.add(end - start)
    # «Ragnfrid Moe» is a name wherever it stands.
    names |= {at for at in capitals if at + 1 in capitals and at + 1 not in parted}
    return Signs(frozenset(labelled), frozenset(names), frozenset(capitals), frozenset(parted))


def number_of(symbols: Sequence[str]) -> int | None:
    """The number, or the place («tredje»), that the symbols are and nothing more."""
    found = number(symbols, 0) or ordinal(symbols, 0)
    return found[0] if found and found[1] == len(symbols) else None
