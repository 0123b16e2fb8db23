"""The heading of one sak in a referat: number, title, who presented it."""

import re
from dataclasses import dataclass

from bot.documents.frammoete_del import is_person
from bot.documents.ordforraad import normalise
from bot.documents.referat_ord import either, load
from bot.domain import datoer, saksnummer
from bot.domain.saksnummer import Saksnummer

_LEDERE = re.compile(r"\s*\.{3,}\s*\d*$")
_ENDA_ET = re.compile(r"^(?P<ord>og|,|\+|&)\s*(?P<nr>\d{1,4}\s*[/-]\s*\d{2,4})\b[\s:.–-]*")
_VED = re.compile(r"\s*[,;–-]?\s*\(?\bv/\s*(?P<hvem>[^()]+?)\)?\s*\.?$")
_VED_ORD = re.compile(
    r"\s*[,;–-]?\s+(?:ved|innleder|innleiar|innledere|presentasjon ved)[:\s]\s*(?P<hvem>[A-ZÆØÅ].+)$"
)
_PARENTES = re.compile(r"\s*\((?P<hvem>[^()]+)\)$")
_PROSA = re.compile(r"^(?:[a-zæøå]|\d)")
_SKILT = re.compile(r"^[\w\s./-]*?\d[\w/]*\s*[:.)–—-]")


@dataclass(frozen=True)
class Sakhode:
    """`saksnr` as written; None for a sak without one. `tittel` is "" where it stands on the next line."""

    saksnr: str | None
    tittel: str
    innleder: str | None = None
    nummer: Saksnummer | None = None


def read(text: str, aar: int | None = None) -> Sakhode | None:
    """The heading in a line such as «Sak 03/25 Tema: Status v/ Siri Li», or None.

    «sak 13/24 ble utsatt» is a sentence and no heading.
    """
    line = _with_common_word(" ".join(text.split()))
    found = saksnummer.leading(line, aar)
    if found is None or line[0].islower() or any(f.fra == 0 and f.har_aar for f in datoer.find(line)):
        return None
    nummer, rest = found
    if saksnummer.parse(rest, aar):
        return None
    if _PROSA.match(rest) and not _ENDA_ET.match(rest) and not _SKILT.match(_head(line, rest)):
        return None
    skrevet = nummer.skrevet
    if enda := _ENDA_ET.match(rest):
        skrevet, rest = f"{skrevet} {enda['ord']} {enda['nr']}".replace(" ,", ","), rest[enda.end() :]
    tittel, innleder = split_innleder(clean_title(rest))
    return Sakhode(skrevet, tittel, innleder, nummer)


def clean_title(text: str) -> str:
    """Without «Tema:», dot leaders and a page number."""
    text = _LEDERE.sub("", text.strip())
    head, colon, rest = text.partition(":")
    if colon and normalise(head) in load().words("sak", "tema"):
        text = rest
    return text.strip(" \t:")


def split_innleder(title: str) -> tuple[str, str | None]:
    """«Status v/ Siri Li, rådgiver» → («Status», «Siri Li, rådgiver»): a role stays in the string."""
    for pattern, sure in ((_VED, True), (_VED_ORD, False), (_PARENTES, False)):
        match = pattern.search(title)
        if match and match.start() > 0 and (sure or is_person(match["hvem"].split(",")[0].strip())):
            return title[: match.start()].rstrip(" ,;–-"), match["hvem"].strip(" .")
    return title, None


def tema_line(text: str) -> str | None:
    """The title of a line «Tema: …» or «Tittel: …»; None for any other."""
    head, colon, rest = text.partition(":")
    return (
        rest.strip() if colon and rest.strip() and normalise(head) in load().words("sak", "tema") else None
    )


def _with_common_word(line: str) -> str:
    """«Styresak 4/25» and «Pkt. 3» begin with «Sak» from here on."""
    match = re.match(
        rf"(?:{either(load().words('sak', 'ord'))})\b\.?\s*(?:nr\b\.?)?\s*:?\s*(?=[A-ZÆØÅ]{{0,4}}\s?\d)",
        line,
        re.IGNORECASE,
    )
    if match is None or line[0].islower():
        return line
    return f"Sak {line[match.end() :]}"


def _head(line: str, rest: str) -> str:
    return line[: len(line) - len(rest)] if rest else line
