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


def name(row: Agendapunkt) -> str:
    """«Sak 12/24», or the title of a row without a number."""
    return f"Sak {row.saksnr}" if row.saksnr else f"«{row.tittel}»"


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
            yield Merknad(
                "minutter", f"{name(row)}: slutter før den starter ({span}). Sjekk klokkeslettene."
            )
        elif row.minutter is not None and row.minutter != length:
            yield Merknad(
                "minutter",
                f"{name(row)}: {span} er {length} minutter, men det står {row.minutter}. Hva gjelder?",
            )


def _seams(rows: Sequence[Agendapunkt]) -> Iterator[Merknad]:
    timed = [row for row in rows if row.start and row.slutt]
    for before, after in pairwise(timed):
        if before.slutt is None or after.start is None:
            continue
        gap = _minutes(after.start) - _minutes(before.slutt)
        if gap > 0:
            yield Merknad(
                "hull",
                f"Mellom {_inside(before)} og {_inside(after)} er {gap} minutter ikke satt av "
                f"({clock(before.slutt)}–{clock(after.start)}).",
            )
        elif gap < 0:
            yield Merknad(
                "overlapp",
                f"{name(after)} starter {clock(after.start)}, men {_inside(before)} varer til "
                f"{clock(before.slutt)}. Sjekk klokkeslettene.",
            )


def _edges(innkalling: Innkalling) -> Iterator[Merknad]:
    """The first and the last row against the møte's own start and end, where those rows have a clock."""
    rows = [row for row in innkalling.agenda if row.type is not Agendatype.AVSLUTNING or row.slutt]
    if not rows:
        return
    first, last = rows[0], rows[-1]
    if innkalling.start and first.start and first.start != innkalling.start:
        kode = "hull" if first.start > innkalling.start else "overlapp"
        yield Merknad(
            kode,
            f"Møtet starter {clock(innkalling.start)}, men {_inside(first)} starter {clock(first.start)}.",
        )
    if innkalling.slutt and last.slutt and last.slutt != innkalling.slutt:
        kode = "hull" if last.slutt < innkalling.slutt else "overlapp"
        yield Merknad(
            kode,
            f"Møtet slutter {clock(innkalling.slutt)}, men {_inside(last)} varer til {clock(last.slutt)}.",
        )


def _sum(innkalling: Innkalling) -> Iterator[Merknad]:
    """Only where every row has its minutes, so that the sum means something."""
    rows = [row for row in innkalling.agenda if row.type is not Agendatype.AVSLUTNING or row.minutter]
    if not (innkalling.start and innkalling.slutt and rows) or any(row.minutter is None for row in rows):
        return
    length = _minutes(innkalling.slutt) - _minutes(innkalling.start)
    total = sum(row.minutter or 0 for row in rows)
    if total != length:
        yield Merknad(
            "minutter",
            f"Sakslisten er på {total} minutter, men møtet varer i {length} "
            f"({clock(innkalling.start)}–{clock(innkalling.slutt)}).",
        )


def _inside(row: Agendapunkt) -> str:
    """The name within a sentence."""
    return f"sak {row.saksnr}" if row.saksnr else f"«{row.tittel}»"
