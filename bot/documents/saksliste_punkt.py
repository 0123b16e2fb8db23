"""One item of a saksliste: from its printed lines to an Agendapunkt."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from bot.documents import klokke, navn
from bot.documents.markers import split_marker
from bot.documents.ordforraad import Ordforraad, normalise
from bot.documents.referat_avsnitt import join
from bot.documents.saksliste_utkast import (
    KANT,
    Utkast,
    take_brackets,
    take_clock_behind,
    take_minutter,
    take_people,
)
from bot.domain import datoer
from bot.domain.innkalling import Agendapunkt, Agendatype, Ansvarlig

_PRIKKER = re.compile(r"\s*(?:\.{3,}|…+|(?:\s\.){3,}|_{3,})\s*(?:s\.?\s*|side\s*)?\d*\s*$")
_DEL = re.compile(r"del\s+(?:\d|[ivx]+\b)", re.IGNORECASE)
_ET_AAR = 2024
_TANKESTREKER = ("-", "–", "—")
_ROM = 0.9


def cell_lines(cell: str) -> list[tuple[str | None, str]]:
    """The (marker, text) lines of a cell. A dash that carries on a broken title is no marker."""
    lines = [split_marker(line) for line in cell.splitlines() if line.strip()]
    dashed = [marker for marker, _ in lines if marker in _TANKESTREKER]
    return [
        (None, f"{marker} {text}")
        if marker and len(dashed) == 1 and marker in dashed and index
        else (marker, text)
        for index, (marker, text) in enumerate(lines)
    ]


def finish(utkast: Utkast, words: Ordforraad, width: int, known: Collection[str]) -> Agendapunkt:
    """The item. `width` is the length of a full line where its title stood, so that a wrapped title
    is told from a title with a second line; `known` are names of people met elsewhere in the paper.
    """
    utkast = replace(utkast, ansvarlig=list(utkast.ansvarlig))
    tittel, punkter = split_title(utkast.linjer, width)
    tittel = take_brackets(utkast, _PRIKKER.sub("", tittel))
    tittel = take_clock_behind(utkast, tittel)
    tittel, minutter = take_minutter(tittel)
    tittel, folk = take_people(tittel, known)
    ansvarlige = navn.read_ansvarlige(utkast.ansvarlig, known)
    if folk:
        ansvarlige += navn.read_ansvarlige([folk], known)
    kind = agendatype(tittel, utkast.saksnr, words)
    given = utkast.minutter if utkast.minutter is not None else minutter
    return Agendapunkt(
        type=kind,
        tittel=tittel,
        saksnr=utkast.saksnr if kind is Agendatype.SAK else None,
        start=utkast.start,
        slutt=utkast.slutt,
        minutter=given if given is not None else klokke.minutes_between(utkast.start, utkast.slutt),
        punkter=[punkt for punkt in punkter if punkt],
        ansvarlige=_without_nobody(ansvarlige),
    )


def without_divisions(drafts: Sequence[Utkast], words: Ordforraad) -> list[Utkast]:
    """Without the rows that only divide the list: «Beslutningssaker» over its saker, «Mandag 24. april»."""
    kept = []
    for index, draft in enumerate(drafts):
        bare = len(draft.linjer) == 1 and not (draft.saksnr or draft.start or draft.ansvarlig)
        text = draft.linjer[0][1] if draft.linjer else ""
        heads_saker = index + 1 < len(drafts) and bool(drafts[index + 1].saksnr or drafts[index + 1].start)
        named = is_division(text, words) and heads_saker
        dated = [
            funn
            for funn in datoer.find(text, _ET_AAR)
            if not (text[: funn.fra] + text[funn.til :]).strip(" :.")
        ]
        if not (bare and draft.minutter is None and (named or dated)):
            kept.append(draft)
    return kept


def is_division(text: str, words: Ordforraad) -> bool:
    """«Beslutningssaker», «Del 2 – fagrådet»."""
    return words.meaning("gruppe", text) is not None or _DEL.match(text) is not None


def agendatype(tittel: str, saksnr: str | None, words: Ordforraad) -> Agendatype:
    """A pause or the end of the møte is called so, and has no saksnr but its number in the list."""
    plain = normalise(tittel)
    if saksnr is not None and not saksnr.isdigit():
        return Agendatype.SAK
    if words.starts_with("agenda", "avslutning", tittel) and "godkjenning" not in plain:
        return Agendatype.AVSLUTNING
    parts = plain.split()
    named = words.starts_with("agenda", "pause", tittel) is not None and len(parts) <= 8
    if named or (len(parts) <= 5 and any(part.endswith(("pause", "pausen", "lunsj")) for part in parts)):
        return Agendatype.PAUSE
    return Agendatype.SAK


def split_title(lines: Sequence[tuple[str | None, str]], width: int) -> tuple[str, list[str]]:
    """Title and points. A line goes on with the one above where that one had no room for its first word.

    Points are printed further in, so the longest of them tells their width.
    """
    inner = max((len(text) for marker, text in lines if marker), default=width)
    entries: list[str] = []
    headings: set[str] = set()
    above, marked = "", False
    for marker, text in lines:
        text = " ".join(text.split())
        joins = entries and marker is None and text and text.split()[0] not in headings
        if joins and goes_on(above, text, inner if marked else width):
            entries[-1] = join(entries[-1], text)
        else:
            if entries and not marker and text:
                headings.add(text.split()[0])
            entries.append(text)
            marked = bool(marker)
        above = text
    return (entries[0].strip(KANT), entries[1:]) if entries else ("", [])


def goes_on(above: str, line: str, width: int) -> bool:
    """Whether a printed line carries on the one above it in a column of that width (characters)."""
    if above.endswith((",", "–", "/", "(")) or above.count("(") > above.count(")"):
        return True
    if above.count("«") > above.count("»") or re.search(r"\w-$", above):
        return True
    if line[0].islower() or line[0] in "–-":
        return True
    if above.endswith((".", "?", "!", ":")):
        return False
    return len(above) + 1 + len(line.split()[0]) > _ROM * width and len(above) > 20


def _without_nobody(people: list[Ansvarlig]) -> list[Ansvarlig]:
    return [person for person in people if re.search(r"[A-Za-zÆØÅæøå]{2}", person.navn)]
