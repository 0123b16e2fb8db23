"""The short form of `make torture`: the real program is killed four times while it posts.

It takes half a minute, most of which the program needs to begin five times.
"""

from tests.torture.ordeal import Measure, Ordeal
from tests.torture.program import Times

KORT = Measure(
    posts=40,
    doors=0,
    kills=4,
    between=(0.2, 1.5),
    limit=150,
    quick=True,
    times=Times(lease=4.0, send=2.0, doubt=1.0),
)


async def test_killed_four_times_nothing_is_lost_and_nothing_doubled_unseen(sqlite_url, tmp_path):
    report = await Ordeal(sqlite_url, tmp_path, seed=6, measure=KORT).run()
    assert report.broken == [], report.figures
    assert (report.figures["posts queued"], report.figures["kills"]) == (40, 4)
