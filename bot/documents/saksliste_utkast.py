"""An item of a saksliste while it is put together, and what is taken out of the words of its title."""

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import time

from bot.documents import klokke, navn
from bot.documents.hode_felt import label_line
from bot.documents.ordforraad import Ordforraad

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
_KLAMME = re.compile(r"\s*\((?P<inni>[^()]+)\)\s*$")
_V = re.compile(r"^(?:v\s?/|ved\b|[a-zæøå]{2,15}\.?\s*:)\s*", re.IGNORECASE)
_INGEN = ("alle", "alle medlemmer", "alle medlemmene")
_FOLK = ("ansvarlig", "saksansvarlig")
KANT = " \t\n–-:;,|"
"""What does not belong to a title at its ends."""


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
        return text[: match.start()].strip(KANT), match["folk"]
    match = _VED_BAK.search(text)
    if match and navn.is_name(_first_part(match["folk"])):
        return text[: match.start()].strip(KANT), match["folk"]
    match = _NAVN_BAK.search(text)
    if match:
        folk = match["folk"]
        first = _first_part(folk)
        described = navn.is_organisation(folk[len(first) :]) or navn.is_role(folk[len(first) :].strip(" ,"))
        if navn.is_name(first) and (first in known or described):
            return text[: match.start()].strip(KANT), folk
    return text, None


def take_brackets(utkast: Utkast, text: str) -> str:
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
    return text[: match.start()].strip(KANT)


def _first_part(folk: str) -> str:
    return re.split(r"\s*(?:,|/|\(|\bog\b|&|;)\s*", folk)[0].strip()


def take_minutter(text: str) -> tuple[str, int | None]:
    match = _MINUTTER_BAK.search(text)
    if match is None:
        return text, None
    rest = text[: match.start()].strip(KANT)
    return rest + ")" * (rest.count("(") - rest.count(")")), klokke.duration(match["min"])
