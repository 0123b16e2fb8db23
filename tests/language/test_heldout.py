"""Lines that nobody has learnt from: how many are understood, and that nothing is done wrongly.

The floors may rise, never fall. What fails is counted and not shown, so that it is not tuned on:
`python -m tests.language.test_heldout FILE` shows it, to those who have finished.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from math import ceil

import pytest

from bot.language.tolk import NOTHING, Tolk
from bot.turn import Meaning
from tests.language.conftest import FJORD_NORDRE, NORD, NOW
from tests.language.linjer import Linje, heldout

FILES = ("heldout.yaml", "heldout2.yaml", "heldout3.yaml", "heldout4.yaml")
FIRST, AMONG_THREE = 0.93, 0.975
STRAY = 2 / 28
FORFALL = "forfall."
Read = Callable[[Linje, bool], Meaning]


@dataclass(frozen=True)
class Result:
    """`wrote` are lines that another intent, one that writes, was acted on for, with an open referat
    or without.
    """

    asked: list[Linje]
    stray: list[Linje]
    missed: list[Linje]
    not_among: list[Linje]
    answered: list[tuple[Linje, str]]
    wrote: list[tuple[Linje, str]]


def measure(tolk: Tolk, lines: list[Linje]) -> Result:
    from bot.domain.register import Register

    register = Register(1, (FJORD_NORDRE,), NORD)

    def read(linje: Linje, referat: bool) -> Meaning:
        return tolk.understand(linje.text, register=register, at=NOW, referat=referat)

    def among(linje: Linje) -> bool:
        return linje.intent in tolk.likely(linje.text, register=register, at=NOW, referat=linje.referat)

    asked = [linje for linje in lines if linje.intent != NOTHING]
    stray = [linje for linje in lines if linje.intent == NOTHING]
    return Result(
        asked,
        stray,
        [linje for linje in asked if read(linje, linje.referat).intent != linje.intent],
        [linje for linje in asked if not among(linje)],
        [(linje, m.intent) for linje in stray if (m := read(linje, linje.referat)).sure],
        [found for linje in lines for found in _wrote(linje, tolk.writes, read)],
    )


def _wrote(linje: Linje, writes: frozenset[str], read: Read) -> list[tuple[Linje, str]]:
    meanings = [(read(linje, referat), referat) for referat in (False, True)]
    return [
        (linje, m.intent)
        for m, referat in meanings
        if m.sure and m.intent in writes - {linje.intent} and not _is_that_here(linje, m, referat)
    ]


def _is_that_here(linje: Linje, meaning: Meaning, referat: bool) -> bool:
    """«Sak 12» is shown to everybody else, and is where the referent of an open referat goes; «noter
    at …» is a point where the referent says it, and is offered to the referent where another does.
    """
    pair = ("sak.vis", "referat.sak") if referat else ("referat.punkt", "referat.foreslaa")
    return meaning.strict and (linje.intent, meaning.intent) == pair


@pytest.mark.parametrize("name", FILES)
def test_lines_that_nobody_has_learnt_from(name, tolk, capsys):
    result = measure(tolk, heldout(name))
    first = 1 - len(result.missed) / len(result.asked)
    three = 1 - len(result.not_among) / len(result.asked)
    stray = f"{len(result.answered)} of {len(result.stray)} stray lines answered"
    with capsys.disabled():
        print(f"\n{name}: {first:.1%} right at first, {three:.1%} among three, {stray}")
    assert len(result.wrote) == 0
    assert first >= FIRST
    assert three >= AMONG_THREE
    assert len(result.answered) <= ceil(STRAY * len(result.stray))
    assert [intent for _, intent in result.answered if intent.startswith(FORFALL)] == []


if __name__ == "__main__":
    found = measure(Tolk(), heldout(sys.argv[1]))
    for linje in found.missed:
        print("first:", linje.intent, "|", linje.text)
    for linje, intent in [*found.answered, *found.wrote]:
        print("acted:", linje.intent, "|", intent, "|", linje.text)
