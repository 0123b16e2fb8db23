"""A pasted note cut into its lines: ten lines are ten points."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.language.ord import clean, tokens
from bot.language.saksreferanser import find_saker
from bot.turn import SakRef

_BULLET = re.compile(r"^\s*(?:[-–—•*·▪◦‣●○]+\s+|[•▪◦‣●○]|\(?\d{1,2}[.)]\s+|[a-zæøå]\)\s+)", re.IGNORECASE)
_DATE = re.compile(
    r"^\s*\d{1,2}\.\s*(?:jan|feb|mars|apr|mai|juni|juli|aug|sep|okt|nov|des)\w*\b", re.IGNORECASE
)
_LABEL = re.compile(
    r"^\s*(?:[kviøon]|konklusjon(?:/oppfølging)?|vedtak|innspill|orientering|oppfølging|notat|utsatt|protokolltilførsel"
    r"|votering|til stede|forfall|møteleder|møteleiar|referent(?:er)?|tema|sak)\b[^:]{0,30}:",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"^\s*(?:sak(?:en|a|snr\.?)?\s+|)\d{1,3}\s*/\s*\d{2,4}\b|^\s*sak\s+(?:nr\.?\s*)?\d{1,3}\b",
    re.IGNORECASE,
)
_BETWEEN = " :–—-.,;\t"
"""What stands between the number of a sak and what is said of it."""
_EVENTUELT = re.compile(r"^\s*eventuelt\s*:?\s*$", re.IGNORECASE)
_IS_SAID = re.compile(
    r"\b(?:er|ble|vart|blir|tas|tatt|utsettes|utsatt|vedtatt|må|skal|avklarer|k|konklusjon)\b",
    re.IGNORECASE,
)
_ENDS = tuple(".:;!?»)")
_WRAPPED_FROM = 55
"""A line at least this long without an end may go on in the next one."""


@dataclass(frozen=True)
class Notatlinje:
    """`sak` is the one whose heading is above, or that the line begins with. `overskrift`: the line is a
    heading itself; `resten` of it stands behind the number: the title of that sak, else a point of it.
    `eventuelt` of a heading: that one.
    """

    tekst: str
    sak: SakRef | None = None
    overskrift: bool = False
    eventuelt: bool = False
    resten: str = ""


def linjer(tekst: str) -> tuple[Notatlinje, ...]:
    """The lines of a note, without bullets and numbers, wrapped ones joined. Empty where it is none: a
    single line. No word is lost.
    """
    joined = list(_joined(tekst))
    if len(joined) < 2:
        return ()
    found: list[Notatlinje] = []
    sak: SakRef | None = None
    eventuelt = False
    for line in joined:
        named = _named(line)
        if (named and not _says(line)) or _EVENTUELT.match(line):
            sak, eventuelt = named, not named
            resten = _behind(line) if named else ""
            found.append(Notatlinje(line, sak, overskrift=True, eventuelt=eventuelt, resten=resten))
        else:
            found.append(Notatlinje(line, named or sak, eventuelt=eventuelt and not named))
    return tuple(found)


def _joined(tekst: str) -> Iterator[str]:
    """Each line without its bullet; a line that the one before goes on in is part of it."""
    held, blank, bulleted = "", True, False
    for raw in [*tekst.replace("\r", "").split("\n"), ""]:
        line, bullet = raw.strip(), _bullet(raw)
        if held and line and not blank and not bullet and _goes_on(held, line, bulleted):
            held = f"{held} {line}"
            continue
        if held and (line or not raw.strip()):
            yield held
            held = ""
        if line:
            held, bulleted = line[len(bullet) :].strip() if bullet else line, bool(bullet)
        blank = not line
    if held:
        yield held


def _bullet(raw: str) -> str:
    match = None if _DATE.match(raw) else _BULLET.match(raw.strip())
    return match[0] if match else ""


def _goes_on(before: str, line: str, bulleted: bool) -> bool:
    if _LABEL.match(line) or _HEADING.match(line) or _EVENTUELT.match(line) or before.endswith(_ENDS):
        return False
    last = before.rsplit(" ", 1)[-1].lower()
    if last.endswith(",") or last in (
        "og",
        "eller",
        "i",
        "på",
        "til",
        "for",
        "med",
        "av",
        "at",
        "som",
        "å",
    ):
        return True
    if line[0].islower():
        return bulleted or len(before) >= _WRAPPED_FROM
    return False


def _named(line: str) -> SakRef | None:
    """The sak that the line begins with."""
    if not _HEADING.match(line):
        return None
    saker = find_saker([word.text for word in tokens(clean(line))])
    return saker[0].sak if saker and not saker[0].fra else None


def _behind(line: str) -> str:
    match = _HEADING.match(line)
    return line[match.end() :].strip(_BETWEEN) if match else ""


def _says(line: str) -> bool:
    """«sak 2 tas til orientering» is a sentence; «Sak 02/25 Hva skal til», «sak 2: det skal vi» are a sak
    and what stands behind it.
    """
    match = _HEADING.match(line)
    behind = line[match.end() :].lstrip() if match else ""
    if behind.startswith((":", "–", "—", "-")) or _LABEL.match(behind):
        return False
    written = "/" in line[:12] and not line[:1].islower()
    return bool(_IS_SAID.search(behind)) and not written
