"""Minutes, gaps and overlaps on a saksliste. Local clock times, durations in minutes."""

from collections.abc import Iterator, Sequence
from datetime import time
from itertools import pairwise

from bot.domain.innkalling import Agendapunkt, Agendatype, Innkalling
from bot.domain.reading import Merknad


def check(innkalling: Innkalling) -> Iterator[Merknad]:
    """Rows whose minutes do not match their clock, holes and overlaps between rows, and the sum."""
    rows = innkalling.agenda
    found = [*_durations(rows), *_seams(rows), *_edges(innkalling)]
    yield from found or _sum(innkalling)


def clock(moment: time) -> str:
    return f"{moment:%H.%M}"


def _minutes(moment: time) -> int:
    return moment.hour * 60 + moment.minute


def _durations(rows: Sequence[Agendapunkt]) -> Iterator[Merknad]:
    for row in rows:
        if row.start is None or row.slutt is None:
            continue
        length = _minutes(row.slutt) - _minutes(row.start)
        span = f"{clock(row.start)}–{clock(row.slutt)}"
        if length < 0:
            yield Merknad("minutter", "slutter_foer", {"hva": name(row), "klokke": span})
        elif row.minutter is not None and row.minutter != length:
            fakta = {"hva": name(row), "klokke": span, "minutter": str(length), "staar": str(row.minutter)}
            yield Merknad("minutter", "klokken", fakta)


def _seams(rows: Sequence[Agendapunkt]) -> Iterator[Merknad]:
    timed = [row for row in rows if row.start and row.slutt]
    for before, after in pairwise(timed):
        if before.slutt is None or after.start is None:
            continue
        gap = _minutes(after.start) - _minutes(before.slutt)
        if gap > 0:
            fakta = {"minutter": str(gap), "klokke": f"{clock(before.slutt)}–{clock(after.start)}"}
            yield Merknad("hull", "mellom", {"foer": name(before), "etter": name(after), **fakta})
        elif gap < 0:
            fakta = {"start": clock(after.start), "slutt": clock(before.slutt)}
            yield Merknad("overlapp", "mellom", {"foer": name(before), "etter": name(after), **fakta})


def _edges(innkalling: Innkalling) -> Iterator[Merknad]:
    """The first and the last row against the møte's own start and end, where those rows have a clock."""
    rows = [row for row in innkalling.agenda if row.type is not Agendatype.AVSLUTNING or row.slutt]
    if not rows:
        return
    first, last = rows[0], rows[-1]
    if innkalling.start and first.start and first.start != innkalling.start:
        kode = "hull" if first.start > innkalling.start else "overlapp"
        fakta = {"moetet": clock(innkalling.start), "hva": name(first), "start": clock(first.start)}
        yield Merknad(kode, "starten", fakta)
    if innkalling.slutt and last.slutt and last.slutt != innkalling.slutt:
        kode = "hull" if last.slutt < innkalling.slutt else "overlapp"
        fakta = {"moetet": clock(innkalling.slutt), "hva": name(last), "slutt": clock(last.slutt)}
        yield Merknad(kode, "slutten", fakta)


def _sum(innkalling: Innkalling) -> Iterator[Merknad]:
    """Only where every row has its minutes, so that the sum means something."""
    rows = [row for row in innkalling.agenda if row.type is not Agendatype.AVSLUTNING or row.minutter]
    if not (innkalling.start and innkalling.slutt and rows) or any(row.minutter is None for row in rows):
        return
    length = _minutes(innkalling.slutt) - _minutes(innkalling.start)
    total = sum(row.minutter or 0 for row in rows)
    if total != length:
        span = f"{clock(innkalling.start)}–{clock(innkalling.slutt)}"
        fakta = {"sum": str(total), "minutter": str(length), "klokke": span}
        yield Merknad("minutter", "i_alt", fakta)


def name(row: Agendapunkt) -> str:
    """«sak 12/24», or the title of a row without a number."""
    return f"sak {row.saksnr}" if row.saksnr else f"«{row.tittel}»"
