"""A saksliste that is a table: one item for each row."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from bot.documents import klokke, navn
from bot.documents.markers import split_marker
from bot.documents.ordforraad import Ordforraad, normalise
from bot.documents.rows import Row, RowKind
from bot.documents.saksliste_klokke import clock_in_front
from bot.documents.saksliste_kolonner import Kolonner, cell, find_kolonner, is_header, minutes, one_line
from bot.documents.saksliste_punkt import cell_lines, finish, without_divisions
from bot.documents.saksliste_utkast import Utkast, take_labels
from bot.domain import saksnummer
from bot.domain.innkalling import Agendapunkt, Agendatype

_SUM = ("sum", "totalt", "total", "i alt", "til sammen", "til saman")


def read_tabell(
    rows: Sequence[Row], words: Ordforraad, aar: int | None, known: Collection[str]
) -> list[Agendapunkt] | None:
    """The items of a table, or None where it is no saksliste."""
    kolonner = find_kolonner(rows, words, aar)
    if kolonner is None or kolonner.sak is None:
        return None
    drafts: list[Utkast] = []
    for row in rows:
        if (row.kind is RowKind.TABLE and is_header(row, words)) or normalise(row.text).startswith(_SUM):
            continue
        draft = _draft(row, kolonner, words, aar) if row.kind is RowKind.TABLE else _line_draft(row)
        if drafts and _carries_on(draft, row, kolonner, words):
            _append(drafts[-1], draft)
        elif draft.linjer or draft.saksnr:
            drafts += _split_unnumbered(draft, words)
    width = max((len(text) for draft in drafts for _, text in draft.linjer), default=0)
    return [finish(draft, words, width, known) for draft in without_divisions(drafts, words)]


def _draft(row: Row, kolonner: Kolonner, words: Ordforraad, aar: int | None) -> Utkast:
    row = _shifted(row, kolonner)
    draft = Utkast(linjer=cell_lines(cell(row, kolonner.sak)))
    draft.linjer += [(marker or "", text) for marker, text in cell_lines(cell(row, kolonner.detaljer))]
    for line in [line for line in draft.linjer[1:] if take_labels(draft, line[1], words)]:
        draft.linjer.remove(line)
    if kolonner.tid is None and draft.linjer and (clock := clock_in_front(draft.linjer[0][1])):
        draft.start, draft.slutt = clock.start, clock.slutt
        draft.linjer[0] = (None, clock.rest)
    elif tid := klokke.read(cell(row, kolonner.tid)):
        draft.start, draft.slutt = tid.start, tid.slutt
        draft.minutter = klokke.duration(cell(row, kolonner.tid))
        if draft.slutt is None and (end := klokke.read(cell(row, kolonner.slutt))):
            draft.slutt = end.start
        _take_glued(draft, one_line(cell(row, kolonner.tid)))
    draft.saksnr = _saksnr(row, kolonner, draft, aar)
    draft.ansvarlig += cell(row, kolonner.ansvarlig).splitlines()
    if (written := minutes(cell(row, kolonner.minutter))) is not None:
        draft.minutter = written
    if not draft.linjer:
        draft.linjer = [(None, text) for text in _loose_text(row, kolonner)]
    return draft


def _shifted(row: Row, kolonner: Kolonner) -> Row:
    """A row whose first cells were lost, so that a point stands where the clock should."""
    first = next((cell for cell in row.cells if cell.strip()), "")
    at = row.cells.index(first) if first else 0
    if kolonner.sak is None or at >= kolonner.sak or not split_marker(first)[0] or klokke.read(first):
        return row
    return replace(row, cells=("",) * (kolonner.sak - at) + row.cells)


def _take_glued(draft: Utkast, cell: str) -> None:
    """«1100-1115Sak» over a column of «1/23»: what stands behind the clock belongs to the title."""
    clock = clock_in_front(cell)
    if clock and clock.rest and clock.rest[0].isupper():
        head = draft.linjer[0][1] if draft.linjer and not draft.linjer[0][0] else ""
        draft.linjer[: bool(head)] = [(None, f"{clock.rest} {head}".strip())]


def _line_draft(row: Row) -> Utkast:
    """A line of text between the rows of a table: more points of the item above, or a person."""
    *texts, last = re.split(r"\s{3,}", row.cells[0].strip())
    if row.marker is None and navn.is_name(re.split(r"[,/]", last)[0]):
        return Utkast(linjer=[(None, " ".join(texts))] if texts else [], ansvarlig=[last])
    if texts and navn.is_name(re.split(r"[,/]", last)[0]):
        return Utkast(linjer=[(row.marker, " ".join(texts))], ansvarlig=[last])
    return Utkast(linjer=[(row.marker, row.text)])


def _split_unnumbered(draft: Utkast, words: Ordforraad) -> list[Utkast]:
    """«Ymse» on a line of its own under the last title is an item, where no line was drawn between."""
    head, tail = draft.linjer[:1], draft.linjer[1:]
    if (
        len(tail) == 1
        and tail[0][0] is None
        and normalise(tail[0][1]) in words.words("agenda", "uten_nummer")
    ):
        return [replace(draft, linjer=head), Utkast(linjer=tail)]
    return [draft]


def _saksnr(row: Row, kolonner: Kolonner, draft: Utkast, aar: int | None) -> str | None:
    """The number of its column (with «PS» from a column of its own), else the one the title begins with."""
    written = one_line(cell(row, kolonner.saksnr))
    prefix = cell(row, kolonner.prefiks)
    if written and saksnummer.parse(written, aar):
        skrevet = saksnummer.strip_sak(written).rstrip(".")
        return f"{prefix} {skrevet}" if prefix else skrevet
    if draft.linjer and draft.linjer[0][0] is None:
        leading = saksnummer.leading(draft.linjer[0][1], aar)
        if leading:
            draft.linjer[:1] = [(None, leading[1])] if leading[1] else []
            return leading[0].skrevet
    if written and not draft.linjer:
        draft.linjer = [(None, written)]
    return None


def _loose_text(row: Row, kolonner: Kolonner) -> list[str]:
    """A row such as «Lunsj» that stands in one merged cell, under another column."""
    skip = {kolonner.tid, kolonner.saksnr, kolonner.minutter, kolonner.prefiks, kolonner.ansvarlig}
    texts = [cell for index, cell in enumerate(row.cells) if cell.strip() and index not in skip]
    if not texts and kolonner.saksnr is not None and not saksnummer.parse(cell(row, kolonner.saksnr)):
        texts = [cell(row, kolonner.saksnr)]
    if not texts and kolonner.tid is not None and klokke.read(cell(row, kolonner.tid)) is None:
        texts = [cell(row, kolonner.tid)]
    return [line for text in texts for line in text.splitlines() if line.strip()]


def _carries_on(draft: Utkast, row: Row, kolonner: Kolonner, words: Ordforraad) -> bool:
    """A row without number, clock and minutes that only holds more of the item above."""
    if draft.saksnr or draft.start or draft.minutter is not None:
        return False
    if not draft.linjer:
        return True
    marker, text = draft.linjer[0]
    if marker or text[:1].islower():
        return True
    if finish(draft, words, 0, ()).type is not Agendatype.SAK:
        return False
    named = words.starts_with("agenda", "uten_nummer", text)
    return (
        not named
        and bool(kolonner.tid is not None or kolonner.saksnr is not None)
        and bool(draft.ansvarlig)
        and (draft.ansvarlig[0][:1].islower())
    )


def _append(item: Utkast, more: Utkast) -> None:
    item.linjer += more.linjer
    item.ansvarlig += more.ansvarlig
