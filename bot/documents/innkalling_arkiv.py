"""Saksfremlegg as case systems print them: labels in front of the heading «Saksframlegg», under it the
table of treatments (which body, which day, which number), and then the title.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.documents.hode_felt import label_line
from bot.documents.ordforraad import Ordforraad
from bot.documents.rows import Row, RowKind
from bot.domain import datoer, saksnummer
from bot.domain.saksnummer import Saksnummer

_HODE = re.compile(
    r"(?=.*\bmøtedato\b)"
    r"(?=.*\b(?:utvalg|utval|saksgang|behandle[ts] av|saksnr|saknr|utvalgssak|utvalssak)\b)",
    re.IGNORECASE,
)
_LANGT_HODE = 80
_LINJER = 4
_LETE = 15
_TITTEL = 150
_EGNE = ("annet", "saksbehandler", "saksansvarlig")


@dataclass(frozen=True)
class Behandling:
    """One row of the table of treatments; `utvalg` is "" where it names no body."""

    nummer: Saksnummer
    utvalg: str
    dato: date | None


def is_treatment_head(row: Row) -> bool:
    """«Utvalg Møtedato Utvalgssak», «Saksnr.: Utvalg Møtedato»."""
    return len(row.text) < _LANGT_HODE and _HODE.match(row.text) is not None


def treatment(text: str, aar: int | None) -> Behandling | None:
    """«7/19 Rådet for helse 12.03.2019» or «Rådet for helse 12.03.2019 7/19»; else None."""
    funn = next(iter(datoer.find(text)), None)
    if funn is None:
        return None
    before, behind = text[: funn.fra].strip(" .,|"), text[funn.til :].strip(" .,|")
    if not behind:
        leading = saksnummer.leading(before, aar)
        return Behandling(leading[0], leading[1].strip(" .,"), funn.dato) if leading else None
    number = saksnummer.parse(behind, aar)
    return Behandling(number, before, funn.dato) if number and before else None


def join_treatments(rows: Iterable[Row], aar: int | None = None) -> list[Row]:
    """A treatment that was printed on several lines of text as one."""
    rows = list(rows)
    out: list[Row] = []
    at = 0
    while at < len(rows):
        out.append(rows[at])
        head = rows[at].kind is RowKind.TEXT and is_treatment_head(rows[at])
        joined = _joined(rows[at + 1 : at + 1 + _LINJER], aar) if head else None
        if joined:
            out.append(joined[0])
        at += 1 + (joined[1] if joined else 0)
    return out


def _joined(rows: Sequence[Row], aar: int | None) -> tuple[Row, int] | None:
    for count in range(1, len(rows) + 1):
        if rows[count - 1].kind is not RowKind.TEXT:
            return None
        text = " ".join(row.text for row in rows[:count])
        if treatment(text, aar):
            return replace(rows[0], cells=(text,), marker=None, heading=False), count
    return None


def treatments_below(rows: Sequence[Row], index: int, aar: int | None) -> list[Behandling]:
    """The rows of the table of treatments that stands below that row."""
    near = rows[index + 1 : index + _LETE]
    head = next((at for at, row in enumerate(near) if is_treatment_head(row)), None)
    found: list[Behandling] = []
    for row in near[head + 1 :] if head is not None else ():
        one = treatment(row.text, aar)
        if one is None:
            break
        found.append(one)
    return found


def title_below(rows: Sequence[Row], index: int, words: Ordforraad) -> int | None:
    """The row of the title below the heading at `index`: the first that is no label and no treatment."""
    for at in range(index + 1, min(index + _LETE, len(rows))):
        row = rows[at]
        if (
            row.kind is RowKind.TABLE
            or is_treatment_head(row)
            or treatment(row.text, None)
            or label_line(row.text, words, "fremleggfelt")
        ):
            continue
        known = words.meanings("overskrift", row.text.split(":")[0])
        return None if known or row.marker or len(row.text) > _TITTEL else at
    return None


def labels_above(rows: Sequence[Row], index: int, taken: set[int], words: Ordforraad) -> int:
    """How many rows of labels («Arkivsaksnr», «Saksbehandler») right above `index` are of the paper that
    begins there. `taken` are rows that begin a sak: labels right below one are that sak's own, unless
    a new page begins between.
    """
    count = 0
    while index - count > 0 and _is_own_label(rows[index - count - 1], words):
        count += 1
    first = index - count
    if count == 0 or first == 0:
        return 0
    below_start = first - 1 in taken or label_line(rows[first - 1].text, words, "fremleggfelt")
    return 0 if below_start and rows[first].page == rows[first - 1].page else count


def _is_own_label(row: Row, words: Ordforraad) -> bool:
    labels = label_line(row.text, words, "fremleggfelt") if row.kind is RowKind.TEXT else []
    return bool(labels) and all(mening in _EGNE for mening, _, _ in labels)
