"""Rows made ready for reading: what is drawn is dropped, and what shares a line is set on its own."""

import re
from collections.abc import Iterable
from dataclasses import replace

from bot.documents.innkalling_arkiv import join_treatments
from bot.documents.markers import split_marker
from bot.documents.ordforraad import Ordforraad, normalise
from bot.documents.rows import Row, RowKind
from bot.domain import saksnummer

_FAA_ORD = 7
_KOMMALISTE = re.compile(
    r"(?P<foran>.*\b(?:saker|saksliste|sakliste|agenda|agendaen|dagsorden)\s*:)\s*(?P<liste>[^.:;]+?)\.?",
    re.IGNORECASE,
)
_LISTEORD = re.compile(
    r"\b(?:saker|saksliste|sakliste|sakene|sakane|agenda|dagsorden|sakskart)\b", re.IGNORECASE
)
_OPPRAMSING = re.compile(r"(?:(?<=\s)|^)(?P<nr>\d{1,2})[.)]\s*(?=[A-ZÆØÅ«])")
_STREK = re.compile(r"[\s_=*·.–—-]{3,}")


def prepare(rows: Iterable[Row], words: Ordforraad) -> list[Row]:
    """Rows without page breaks and drawn lines; «Saker: 1. A 2. B» on one line is made several rows,
    and a heading that stands alone in a table row is made text.

    The first row of a page has `blank_before`, unless it carries on the page above; pages are counted
    by their breaks where the format has no others.
    """
    kept: list[Row] = []
    page = 1
    for row in join_treatments(rows):
        page += row.kind is RowKind.PAGE_BREAK
        if row.kind is RowKind.PAGE_BREAK or (row.kind is RowKind.TEXT and _is_rule(row)):
            continue
        row = replace(row, page=max(page, row.page))
        if kept and row.page != kept[-1].page and not row.continues:
            row = replace(row, blank_before=True)
        kept.extend(_as_text(row, words) or _split_enumeration(row))
    return kept


def _is_rule(row: Row) -> bool:
    return not row.marker and _STREK.fullmatch(row.text or "") is not None


def _as_text(row: Row, words: Ordforraad) -> list[Row]:
    """The rows of text that a table row stands for: a heading alone, or a heading with its text beside it
    («Vurdering | Ordningen er god.», «Sak | 3/24 Budsjett»), as in papers that are one form. Else none.
    """
    filled = [cell.strip() for cell in row.cells if cell.strip()]
    if row.kind is not RowKind.TABLE or not filled or len(filled) > 2 or "\n" in filled[0]:
        return []
    known = words.meanings("overskrift", filled[0])
    if len(filled) == 1:
        alone = any(m in ("saksliste", "fremlegg", "forslag", "vedlegg") for m in known)
        return [Row((filled[0],), heading=True, blank_before=True, page=row.page)] if alone else []
    if normalise(filled[0]) in ("sak", "saksnr", "saksnummer") and saksnummer.leading(filled[1]):
        return [
            Row((f"Sak {saksnummer.strip_sak(filled[1])}",), heading=True, blank_before=True, page=row.page)
        ]
    if not any(m in ("forslag", "vedlegg", "seksjon") for m in known) or words.meaning(
        "kolonne", filled[1]
    ):
        return []
    return [
        Row((filled[0],), heading=True, blank_before=True, page=row.page),
        *_lines_of(filled[1], row.page),
    ]


def _lines_of(cell: str, page: int) -> list[Row]:
    lines = [split_marker(line) for line in cell.splitlines() if line.strip()]
    return [Row((text,), marker=marker, page=page) for marker, text in lines]


def _split_enumeration(row: Row) -> list[Row]:
    """«Saker: 1. A 2. B» → «Saker:», «1.» A, «2.» B. Any other row is given back as it is."""
    if row.kind is not RowKind.TEXT or not (_LISTEORD.search(row.text) or row.marker in ("1.", "1)")):
        return [row]
    text = f"{row.marker} {row.text}" if row.marker else row.text
    cuts = list(_OPPRAMSING.finditer(text))
    run = [match for number, match in enumerate(cuts, 1) if int(match["nr"]) == number]
    if len(run) < 2 or len(run) != len(cuts):
        return _split_commas(row)
    ends = [match.start() for match in run[1:]] + [len(text)]
    before = text[: run[0].start()].strip()
    items = [
        replace(
            row, cells=(text[match.end() : end].strip(" ,;"),), marker=f"{match['nr']}.", blank_before=False
        )
        for match, end in zip(run, ends, strict=True)
    ]
    return [replace(row, cells=(before,), marker=None), *items] if before else items


def _split_commas(row: Row) -> list[Row]:
    """«Agenda: velkommen, budsjett og eventuelt.» → the heading and an item for each."""
    match = _KOMMALISTE.fullmatch(row.text)
    parts = re.split(r",\s+(?:og\s+)?|\s+og\s+(?=\S+$)", match["liste"]) if match else []
    if match is None or len(parts) < 2 or any(len(part.split()) > _FAA_ORD for part in parts):
        return [row]
    heading = replace(row, cells=(match["foran"],), marker=None)
    return [heading, *(Row((part.strip(),), marker="•", page=row.page) for part in parts if part.strip())]
