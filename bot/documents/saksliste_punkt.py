"""One item of a saksliste: from its printed lines to an Agendapunkt."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import time

from bot.documents import klokke, navn
from bot.documents.hode_felt import label_line
from bot.documents.markers import split_marker
from bot.documents.ordforraad import Ordforraad, normalise
from bot.documents.referat_avsnitt import join
from bot.domain import datoer
from bot.domain.innkalling import Agendapunkt, Agendatype, Ansvarlig

_PRIKKER = re.compile(r"\s*(?:\.{3,}|…+|(?:\s\.){3,}|_{3,})\s*(?:s\.?\s*|side\s*)?\d*\s*$")
_MINUTTER_BAK = re.compile(
    r"[\s,(–-]*\(?\s*(?:ca\.?\s*|tid:\s*|tidsbruk:\s*)?(?P<min>\d{1,3}\s*(?:min(?:utt(?:er|ar)?)?\.?|[’'′]))\s*\)?\s*$",
    re.IGNORECASE,
)
_V_BAK = re.compile(r"[\s,;(–-]+v\s?/\s*(?P<folk>[A-ZÆØÅa-zæøå][^()]*(?:\([^()]*\))?[^()]*?)\s*\)?\s*$")
_VED_BAK = re.compile(
    r"[\s,;(–-]+(?:ved|innleder:?|innleiar:?|orientering ved|presentasjon ved|ansvarlig:?|ansvarleg:?)\s+"
    r"(?P<folk>[A-ZÆØÅ][^()]*?)\s*\)?\s*$"
)
_NAVN_BAK = re.compile(r"\s[–-]\s(?P<folk>[^–]+)\s*$")
_DEL = re.compile(r"del\s+(?:\d|[ivx]+\b)", re.IGNORECASE)
_ET_AAR = 2024
_FOLK = ("ansvarlig", "saksansvarlig")
_INGEN = ("alle", "alle medlemmer", "alle medlemmene")
_TANKESTREKER = ("-", "–", "—")
_KLAMME = re.compile(r"\s*\((?P<inni>[^()]+)\)\s*$")
_V = re.compile(r"^(?:v\s?/|ved\b|[a-zæøå]{2,15}\.?\s*:)\s*", re.IGNORECASE)
_KANT = " \t\n–-:;,|"
_ROM = 0.9


@dataclass
class Utkast:
    """An item while it is put together. `linjer` are (marker, text), the title first."""

    start: time | None = None
    slutt: time | None = None
    saksnr: str | None = None
    linjer: list[tuple[str | None, str]] = field(default_factory=list)
    ansvarlig: list[str] = field(default_factory=list)
    minutter: int | None = None
    rader: list[int] = field(default_factory=list)

    @property
    def empty(self) -> bool:
        return not (self.linjer or self.saksnr or self.start)


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
    tittel = _take_brackets(utkast, _PRIKKER.sub("", tittel))
    tittel = take_clock_behind(utkast, tittel)
    tittel, minutter = _take_minutter(tittel)
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


def take_labels(draft: Utkast, text: str, words: Ordforraad) -> bool:
    """Takes «Innleder: Kari Li» or «Tid: 20 min» under an item; False where the line is neither."""
    if opening := words.starts_with("agenda", "ansvarlig_foran", text):
        people = text[len(opening) :].strip(" :")
        if navn.read_ansvarlige([people]) and navn.is_name(navn.read_ansvarlige([people])[0].navn):
            draft.ansvarlig.append(people)
            return True
    labels = label_line(text, words, "fremleggfelt")
    for mening, _, verdi in labels:
        if mening in _FOLK:
            draft.ansvarlig.append(verdi)
        elif mening == "minutter":
            draft.minutter = klokke.duration(verdi)
    return bool(labels) and labels[0][0] in (*_FOLK, "minutter")


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
    return (entries[0].strip(_KANT), entries[1:]) if entries else ("", [])


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


def take_clock_behind(draft: Utkast, text: str) -> str:
    """«Pause 08.50-09.00» in one cell, «Lunsj kl. 11.30 – 12.15» on one line."""
    tid = next(iter(klokke.find(text)), None)
    if draft.start is None and tid and tid.slutt and not text[tid.til :].strip(" )."):
        draft.start, draft.slutt = tid.start, tid.slutt
        return text[: tid.fra].strip(" (,–-")
    return text


def take_people(text: str, known: Collection[str]) -> tuple[str, str | None]:
    """«Budsjett – v/ Kari Li» → («Budsjett», «Kari Li»). A name without «v/» counts only where it is
    known from elsewhere, or a role or place of work follows it.
    """
    if match := _V_BAK.search(text):
        return text[: match.start()].strip(_KANT), match["folk"]
    match = _VED_BAK.search(text)
    if match and navn.is_name(_first_part(match["folk"])):
        return text[: match.start()].strip(_KANT), match["folk"]
    match = _NAVN_BAK.search(text)
    if match:
        folk = match["folk"]
        first = _first_part(folk)
        described = navn.is_organisation(folk[len(first) :]) or navn.is_role(folk[len(first) :].strip(" ,"))
        if navn.is_name(first) and (first in known or described):
            return text[: match.start()].strip(_KANT), folk
    return text, None


def _take_brackets(utkast: Utkast, text: str) -> str:
    """«Status (Kari Li, 20 min)», «Status (13.10–14.00)»: takes the bracket at the end where all of it
    is people, minutes and clock.
    """
    match = _KLAMME.search(text)
    if match is None:
        return text
    people: list[str] = []
    for part in (_V.sub("", one) for one in re.split(r"\s*[,;]\s*", match["inni"])):
        tid = next(iter(klokke.find(part)), None)
        whole = tid and not (part[: tid.fra] + part[tid.til :]).strip(" .")
        if tid and (tid.slutt or whole) and utkast.start is None:
            utkast.start, utkast.slutt = tid.start, tid.slutt
        elif klokke.duration(part) is not None:
            utkast.minutter = klokke.duration(part)
        elif part.lower() in _INGEN:
            continue
        elif navn.is_name(_first_part(part)) or (
            people and (navn.is_organisation(part) or navn.is_role(part))
        ):
            people.append(part)
        else:
            return text
    utkast.ansvarlig += [", ".join(people)] if people else []
    return text[: match.start()].strip(_KANT)


def _first_part(folk: str) -> str:
    return re.split(r"\s*(?:,|/|\(|\bog\b|&|;)\s*", folk)[0].strip()


def _take_minutter(text: str) -> tuple[str, int | None]:
    match = _MINUTTER_BAK.search(text)
    if match is None:
        return text, None
    rest = text[: match.start()].strip(_KANT)
    return rest + ")" * (rest.count("(") - rest.count(")")), klokke.duration(match["min"])


def _without_nobody(people: list[Ansvarlig]) -> list[Ansvarlig]:
    return [person for person in people if re.search(r"[A-Za-zÆØÅæøå]{2}", person.navn)]
