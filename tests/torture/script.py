"""What is to be posted, and in which portions: new messages, changes of earlier ones, and deletions."""

import random
from collections import defaultdict
from dataclasses import dataclass

from bot.domain.utboks import Operasjon
from tests.torture.town import ANNEN, CHANNELS, HOT, LEDER, MEDLEM, chat

WRITTEN = (*CHANNELS, *(chat(name) for name in (LEDER, MEDLEM, ANNEN)))
HOT_SHARE = 0.36
CHANGED, DELETED = 0.12, 0.05
BURST = (1, 2, 3, 4, 9, 12)
"""So many at once to one conversation; there is something for each."""


@dataclass(frozen=True)
class Planned:
    """One post. `gjelder` is the key of the one it changes or deletes."""

    key: str
    where: str
    text: str
    operation: Operasjon = Operasjon.NY
    gjelder: str | None = None


Portion = list[list[Planned]]
"""Transactions, each with its posts: between one kill and the next."""


def script(dice: random.Random, posts: int, portions: int) -> list[Portion]:
    """Of `posts` posts, a third go to HOT in one transaction early on; the rest are spread over all."""
    hot = round(posts * HOT_SHARE)
    maker = _Maker(dice)
    bursts = [[maker.next(HOT) for _ in range(hot)]]
    left = posts - hot
    places = list(WRITTEN)
    while left:
        first = min(dice.choice(BURST), left)
        where = places.pop(0) if places else dice.choice(WRITTEN)
        count = min(first, max(1, left - len(places)))
        bursts.append([maker.next(where) for _ in range(count)])
        left -= count
    made: list[Portion] = [[] for _ in range(portions)]
    for number, burst in enumerate(bursts):
        made[number * portions // len(bursts)].append(burst)
    return made


class _Maker:
    def __init__(self, dice: random.Random) -> None:
        self._dice = dice
        self._made = 0
        self._standing: defaultdict[str, list[str]] = defaultdict(list)

    def next(self, where: str) -> Planned:
        self._made += 1
        key, text = f"tortur:{self._made:03}", f"Tortur nummer {self._made:03}"
        thrown, standing = self._dice.random(), self._standing[where]
        if standing and thrown < DELETED:
            target = standing.pop(self._dice.randrange(len(standing)))
            return Planned(key, where, "", Operasjon.SLETT, target)
        if standing and thrown < DELETED + CHANGED:
            return Planned(key, where, text, Operasjon.ENDRE, self._dice.choice(standing))
        standing.append(key)
        return Planned(key, where, text)
