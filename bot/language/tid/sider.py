"""What is found of a time in a line, which side of it is open, and where the line looks."""

from typing import NamedTuple

from bot.language.tid import tempus
from bot.language.tid.funn import Kind
from bot.language.tid.leser import Leser
from bot.language.tid.loes import Loest
from bot.language.tid.spes import Naa, Retning
from bot.language.tidsord import AFTER, BEFORE

BOUNDING = frozenset(phrase.partition(" ")[0] for table in (AFTER, BEFORE) for phrase in table)


class Funnet(NamedTuple):
    end: int
    kind: Kind
    loest: Loest
    word: str = ""


def looking(leser: Leser, at: int, end: int, past: bool | None, papers: bool = True) -> Naa:
    if past is None:
        look = tempus.look(leser.line.words, at, end, papers=papers)
        return leser.naa._replace(retning=look)
    return leser.naa._replace(retning=Retning.PAST if past else Retning.OPEN)


def side_of(leser: Leser, at: int) -> tuple[int, str] | None:
    if leser.line.word(at) not in BOUNDING:
        return None
    for table in (BEFORE, AFTER):
        hit = leser.line.phrase(at, table, 6)
        if hit:
            return hit[0], table[hit[1]]
    return None
