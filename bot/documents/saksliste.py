"""The saksliste of an innkalling, whether it is a table or lines or both."""

from collections.abc import Collection, Sequence

from bot.documents.ordforraad import Ordforraad
from bot.documents.rows import Row, RowKind
from bot.documents.saksliste_kolonner import is_header
from bot.documents.saksliste_linjer import Lest, read_linjer
from bot.documents.saksliste_tabell import read_tabell
from bot.domain.innkalling import Agendapunkt, Agendatype


def read_saksliste(
    rows: Sequence[tuple[int, Row]], words: Ordforraad, aar: int | None, known: Collection[str]
) -> Lest:
    """The items of the rows (index, row) between the heading «Saksliste» and what follows it."""
    tables = _agenda_tables(rows, words, aar, known)
    if tables is None:
        lines = [(index, _as_line(row)) for index, row in rows]
        lest = read_linjer(lines, words, aar, known)
        return Lest(_close(lest.punkter), lest.brukt)
    items, used = tables
    last = max(used)
    behind = read_linjer(
        [(i, row) for i, row in rows if i > last and _is_unnumbered(row, words)], words, aar, known
    )
    return Lest(_close([*items, *behind.punkter]), frozenset({*used, *behind.brukt}))


def _agenda_tables(
    rows: Sequence[tuple[int, Row]], words: Ordforraad, aar: int | None, known: Collection[str]
) -> tuple[list[Agendapunkt], set[int]] | None:
    items: list[Agendapunkt] = []
    used: set[int] = set()
    for pairs in _table_groups(rows, words):
        found = read_tabell([row for _, row in pairs], words, aar, known)
        if found:
            items += found
            used |= {index for index, _ in pairs}
    return (items, used) if items else None


def _table_groups(rows: Sequence[tuple[int, Row]], words: Ordforraad) -> list[list[tuple[int, Row]]]:
    """Tables with the lines that stand between their rows. A table that goes on under another number,
    with as many columns and no heading of its own, is one with the table above.
    """
    groups: list[list[tuple[int, Row]]] = []
    between: list[tuple[int, Row]] = []
    for index, row in rows:
        if row.kind is RowKind.TEXT:
            between.append((index, row))
        else:
            last = groups[-1][-1][1] if groups else None
            same = last and (
                last.table == row.table or (len(last.cells) == len(row.cells) and not is_header(row, words))
            )
            if same:
                groups[-1] += [*between, (index, row)]
            else:
                groups.append([(index, row)])
            between = []
    return groups


def _as_line(row: Row) -> Row:
    """A table that is no saksliste is read as lines all the same."""
    return row if row.kind is RowKind.TEXT else Row((row.text,), blank_before=row.blank_before)


def _is_unnumbered(row: Row, words: Ordforraad) -> bool:
    """«Eventuelt» under the table."""
    named = {"pause", "avslutning", "uten_nummer"} & set(words.meanings("agenda", row.text))
    return row.kind is RowKind.TEXT and bool(named)


def _close(items: list[Agendapunkt]) -> list[Agendapunkt]:
    """«Hvordan har møtet vært?» and «Avslutning av møtet» without a clock between them are one row."""
    out: list[Agendapunkt] = []
    for item in items:
        if any(
            item.saksnr and item.saksnr == other.saksnr and item.tittel == other.tittel for other in out
        ):
            continue  # a table of contents and the saksliste itself
        last = out[-1] if out else None
        ends = last and last.type is Agendatype.AVSLUTNING and item.type is Agendatype.AVSLUTNING
        if last and ends and item.start is None:
            last.punkter += [item.tittel, *item.punkter]
        else:
            out.append(item)
    return out
