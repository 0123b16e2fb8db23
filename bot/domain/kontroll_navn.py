"""One person under two spellings."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from bot.domain.innkalling import Innkalling
from bot.domain.likhet import distance
from bot.domain.reading import Merknad
from bot.domain.referat import Referat

_KORT = 3
_LANGT = 6
# The same sound in other letters: Merete and Merethe, Kristin and Christin, Åse and Aase.
_LYDLIKE = (
    ("aa", "å"),
    ("ch", "k"),
    ("th", "t"),
    ("ph", "f"),
    ("c", "k"),
    ("w", "v"),
    ("z", "s"),
    ("é", "e"),
)


def people_of_innkalling(innkalling: Innkalling) -> list[tuple[str, ...]]:
    """The names of each list of the paper; two people of one list are two people."""
    lists = [tuple(person.navn for person in row.ansvarlige) for row in innkalling.agenda]
    for fremlegg in innkalling.saksfremlegg:
        lists += [tuple(fremlegg.saksansvarlig), tuple(fremlegg.saksbehandler)]
    return lists


def people_of_referat(referat: Referat) -> list[tuple[str, ...]]:
    lists = [
        tuple(person.navn for person in (*referat.tilstede, *referat.forfall)),
        tuple(referat.referenter),
        (referat.moeteleder,) if referat.moeteleder else (),
    ]
    innledere = [sak.innleder for part in referat.deler for sak in part.saker if sak.innleder]
    promised = [task.ansvarlig for task in referat.oppfoelging if task.ansvarlig]
    return lists + [(navn,) for navn in (*innledere, *promised)]


def check(lists: Iterable[Sequence[str]]) -> Iterator[Merknad]:
    groups = [frozenset(names) for names in lists]
    names = list(dict.fromkeys(name for group in groups for name in sorted(group) if len(name.split()) > 1))
    for first, second in combinations(names, 2):
        together = any(first in group and second in group for group in groups)
        if not together and same_person(first, second):
            yield Merknad("navn", "to_skrivemaater", {"en": first, "annen": second})


def same_person(first: str, second: str) -> bool:
    """Whether two names are likely one person's: a name left out in the middle, or one word misspelt.

    «Anne Moe» and «Arne Moe» are two people; «Merete Moe» and «Merethe Moe» are one.
    """
    a, b = _words(first), _words(second)
    if a == b:
        return first != second
    if len(a) != len(b):
        return _left_out(*sorted((a, b), key=len))
    differing = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    if len(differing) != 1:
        return False
    x, y = differing[0]
    longest = max(len(x), len(y))
    # Another letter in a short name («Berg», «Borg») is another name.
    changed = len(x) == len(y) and sorted(x) != sorted(y) and longest < _LANGT
    return a[0] == b[0] and x[0] == y[0] and longest > _KORT and not changed and distance(x, y, 1) == 1


def _left_out(short: Sequence[str], long: Sequence[str]) -> bool:
    """«Siri Moe» of «Siri Lund Moe»: first and last name alike, none of the short one's words unknown."""
    ends_alike = len(short) > 1 and short[0] == long[0] and short[-1] == long[-1]
    return ends_alike and set(short) <= set(long)


def _words(name: str) -> list[str]:
    plain = name.lower().replace("-", " ").replace(".", "")
    for written, sound in _LYDLIKE:
        plain = plain.replace(written, sound)
    return re.sub(r"(.)\1", r"\1", plain).split()
