"""How much of the sets is read. The sets stand in datoer/; ../shared/dates is read where it is."""

from datetime import datetime
from pathlib import Path
from time import perf_counter

import pytest

from bot.language.tid import find
from tests.language.datoskaar import FOLDER, score

SHARED = Path(__file__).parents[3] / "shared" / "dates"


@pytest.mark.parametrize(
    ("name", "floor"),
    [("duckling_nb", 0.97), ("domain_dates", 0.97), ("fersk1", 0.97), ("egne1", 0.97)],
)
def test_nearly_every_line_is_read_and_none_too_many(name, floor):
    skaar = score(FOLDER / f"{name}.json")

    assert skaar.false == []
    assert skaar.right / skaar.lines >= floor, skaar.wrong


@pytest.mark.parametrize("name", ["duckling_nb", "domain_dates"])
def test_the_copies_are_those_that_are_measured_on(name):
    shared = SHARED / f"{name}.json"
    if not shared.exists():
        pytest.skip("../shared/dates is not here")
    assert shared.read_text("utf-8") == (FOLDER / f"{name}.json").read_text("utf-8")


def test_a_chat_line_takes_well_under_a_millisecond():
    at = datetime(2026, 3, 11, 9)
    line = "kan vi flytte møtet i fagråd 2 til torsdag 16. april kl 12.30 i stedet"
    find(line, at)
    took = []
    for _ in range(50):
        start = perf_counter()
        find(line, at)
        took.append(perf_counter() - start)
    assert min(took) < 0.003
