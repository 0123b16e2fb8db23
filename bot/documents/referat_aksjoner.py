"""The action list at the end of a referat: what is to be done, across all its saker."""

import re
from collections.abc import Sequence

from bot.documents import navn, referat_sakhode
from bot.documents.frammoete_del import is_person
from bot.documents.ordforraad import normalise
from bot.documents.referat_avsnitt import Aksjon, Avsnitt, Element, Tabell
from bot.documents.referat_ord import load
from bot.documents.rows import Row
from bot.domain import datoer, saksnummer

_KINDS = {"saksnr", "sak", "oppfoelging", "ansvarlig", "frist", "status"}
_SAK = re.compile(r"\s*\(?\bsak\s+(?P<nr>\d{1,4}\s?[/-]\s?\d{2,4})\)?\s*[:.]?\s*", re.IGNORECASE)


def is_list_heading(element: Element) -> bool:
    """«Aksjonsliste» on a line of its own."""
    return isinstance(element, Avsnitt) and normalise(element.text) in load().words("sak", "aksjonsliste")


def read_table(tabell: Tabell, before: Sequence[Element], aar: int | None) -> list[Aksjon]:
    """The rows of a table Sak | Hva | Ansvarlig | Frist; empty where the table is something else.

    It is an action list only behind the saker: alone such a table is the minutes themselves.
    """
    columns = _columns(tabell.rader[0])
    if not {"oppfoelging", "ansvarlig"} <= set(columns.values()) or not _has_saker(before, aar):
        return []
    return [aksjon for row in tabell.rader[1:] if (aksjon := _from_row(row, columns))]


def read_line(avsnitt: Avsnitt, aar: int | None) -> Aksjon:
    """A line of the list: «2/25 Lage oversikt, Siri Li, 1. mars» in any of its parts."""
    hode = referat_sakhode.read(avsnitt.text, aar)
    sak, text = (hode.saksnr, hode.tittel) if hode else (None, avsnitt.text)
    if sak is None and (pointed := _SAK.search(text)):
        sak, text = pointed["nr"], (text[: pointed.start()] + " " + text[pointed.end() :]).strip()
    parts = [part.strip(" .") for part in re.split(r"\s{3,}|\s+[–|-]\s+|,\s+", text) if part.strip(" .")]
    frist = parts.pop() if len(parts) > 1 and datoer.read(parts[-1]) else None
    ansvarlig = parts.pop() if len(parts) > 1 and is_person(parts[-1]) else None
    return Aksjon(", ".join(parts), ansvarlig, frist, sak)


def _columns(header: Row) -> dict[int, str]:
    """Column index → what it holds; empty where the header has a column of another kind."""
    found: dict[int, str] = {}
    for index, cell in enumerate(header.cells):
        meanings = [m for m in _meanings(cell) if m in _KINDS and m not in found.values()]
        if cell.strip() and not meanings:
            return {}
        if meanings:
            found[index] = meanings[0]
    return found


def _meanings(cell: str) -> list[str]:
    return ["status"] if normalise(cell) == "status" else load().meanings("kolonne", cell)


def _has_saker(before: Sequence[Element], aar: int | None) -> bool:
    return any(
        is_list_heading(e) or e.sak or e.marker == "1." or referat_sakhode.read(e.text, aar) is not None
        for e in before
        if isinstance(e, Avsnitt)
    )


def _from_row(row: Row, columns: dict[int, str]) -> Aksjon | None:
    cells = {kind: row.cells[index] for index, kind in columns.items() if index < len(row.cells)}
    plain = {kind: " ".join(cell.split()) for kind, cell in cells.items()}
    if not plain.get("oppfoelging"):
        return None
    owners = [person.navn for person in navn.read_ansvarlige(cells.get("ansvarlig", "").split("\n"))]
    sak = saksnummer.strip_sak(plain.get("saksnr") or plain.get("sak") or "")
    return Aksjon(plain["oppfoelging"], ", ".join(owners) or None, plain.get("frist") or None, sak or None)
