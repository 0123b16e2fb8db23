"""The saksliste against the saksfremlegg: titles that differ, and papers or rows that are missing."""

import re
from collections.abc import Iterator

from bot.domain import saksnummer
from bot.domain.innkalling import Agendapunkt, Innkalling, Saksfremlegg
from bot.domain.likhet import distance
from bot.domain.reading import Merknad

_UTEN_PAPIR = re.compile(
    r"godkjenn|eventuelt|ymse|orienter|referat|melding|velkom|protokoll|opprop", re.IGNORECASE
)


def check(innkalling: Innkalling) -> Iterator[Merknad]:
    yield from _titles(innkalling)
    yield from _not_listed(innkalling)
    yield from _without_paper(innkalling)


def alike(first: str, second: str) -> bool:
    """Whether two titles are the same but for signs, capitals and one letter («sakliste», «saksliste»)."""
    a, b = (re.sub(r"\W+", "", title).lower() for title in (first, second))
    return distance(a, b, 1) <= 1


def _titles(innkalling: Innkalling) -> Iterator[Merknad]:
    for fremlegg in innkalling.saksfremlegg:
        row = _row_of(innkalling, fremlegg)
        if row and row.tittel and fremlegg.tittel and not alike(row.tittel, fremlegg.tittel):
            titler = {"saksliste": row.tittel, "fremlegg": fremlegg.tittel}
            yield Merknad("tittel", "ulike", {"saksnr": fremlegg.saksnr, **titler})


def _not_listed(innkalling: Innkalling) -> Iterator[Merknad]:
    if not any(row.saksnr for row in innkalling.agenda):
        return
    for fremlegg in innkalling.saksfremlegg:
        if _row_of(innkalling, fremlegg) is None:
            sak = {"saksnr": fremlegg.saksnr, "tittel": fremlegg.tittel}
            yield Merknad("mangler_i_saksliste", "sak", sak)


def _without_paper(innkalling: Innkalling) -> Iterator[Merknad]:
    """Only where most saker have a saksfremlegg, so that one without is likely to be forgotten."""
    saker = [row for row in innkalling.agenda if row.saksnr]
    without = [row for row in saker if _fremlegg_of(innkalling, row) is None]
    if len(without) * 2 >= len(saker):
        return
    for row in without:
        if not _UTEN_PAPIR.search(row.tittel):
            yield Merknad("mangler_fremlegg", "sak", {"saksnr": row.saksnr or "", "tittel": row.tittel})


def _row_of(innkalling: Innkalling, fremlegg: Saksfremlegg) -> Agendapunkt | None:
    aar = innkalling.dato.year if innkalling.dato else None
    rows = (row for row in innkalling.agenda if row.saksnr)
    return next((row for row in rows if saksnummer.same(row.saksnr or "", fremlegg.saksnr, aar)), None)


def _fremlegg_of(innkalling: Innkalling, row: Agendapunkt) -> Saksfremlegg | None:
    aar = innkalling.dato.year if innkalling.dato else None
    papers = innkalling.saksfremlegg
    return next((one for one in papers if saksnummer.same(one.saksnr, row.saksnr or "", aar)), None)
