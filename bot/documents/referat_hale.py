"""The end of the paper: greetings and signatures below the last sak, and when the meeting ended."""

import re
from dataclasses import dataclass, field
from datetime import time

from bot.documents import klokke
from bot.documents.frammoete_del import is_first_name, is_person
from bot.documents.ordforraad import normalise
from bot.documents.referat_blokk import Delutkast
from bot.documents.referat_ord import load
from bot.domain import datoer

MOETET = re.compile(
    r"^(?:møtet|møte)\s+(?:ble\s+|vart\s+|blei\s+)?(?P<hva>[a-zæøå]+)\b.{0,30}?\bkl\.?\s*(?P<tid>\d[\d.:]*)",
    re.IGNORECASE,
)
_LETTERHEAD = re.compile(r"[A-ZÆØÅ][\wæøå-]+(?: [A-ZÆØÅ][\w-]+){1,4}")
_SIGN = re.compile(r"\s*[(/]?\s*\bsign\b\.?\s*[)/]?\s*$", re.IGNORECASE)


@dataclass
class Hale:
    """`roller` are the people who signed, by «referent» or «moeteleder»; `start` and `slutt` when the
    meeting is said to have begun and ended (local); `rest` the other lines below.
    """

    roller: dict[str, list[str]] = field(default_factory=dict)
    start: time | None = None
    slutt: time | None = None
    rest: list[str] = field(default_factory=list)


def take_tail(deler: list[Delutkast]) -> Hale:
    """Takes greeting and signature off the last sak."""
    hale = Hale()
    blokker = deler[-1].saker[-1].blokker if deler and deler[-1].saker else []
    lines: list[str] = []
    while len(blokker) > len(lines) and not blokker[-1 - len(lines)].er_punkt:
        text = blokker[-1 - len(lines)].tekst
        if not is_below(text):
            break
        lines.insert(0, text)
    first = next((i for i in range(len(lines)) if _opens(lines, i)), len(lines))
    if first == len(lines) and len(blokker) > 1 and _LETTERHEAD.fullmatch(blokker[-1].tekst):
        hale.rest.append(blokker.pop().tekst)
        return hale
    del blokker[len(blokker) - len(lines) + first :]
    _read(hale, lines[first:])
    return hale


def _opens(lines: list[str], index: int) -> bool:
    """A greeting or a role, or the name right above one."""
    below = lines[index + 1] if index + 1 < len(lines) else ""
    return _signs(lines[index]) or (is_person(lines[index].strip(" ,.")) and _signs(below))


def read_clock(hale: Hale, lines: list[str]) -> None:
    """«Møtet hevet kl. 11.10» and «Møtet satt kl. 9»; other lines about the meeting are left in `rest`."""
    for line in lines:
        match = MOETET.match(line)
        kind = load().meaning("moetet", match["hva"]) if match else None
        if match and kind == "slutt":
            hale.slutt = klokke.clock(match["tid"].rstrip(".:"))
        elif match and kind == "start":
            hale.start = klokke.clock(match["tid"].rstrip(".:"))
        else:
            hale.rest.append(line)


def _read(hale: Hale, lines: list[str]) -> None:
    """«Siri Li» over «referent», «Siri Li, referent», «Siri Li (sign.)»."""
    name = ""
    for line in lines:
        plain = _SIGN.sub("", line).strip(" ,.")
        role = _role(plain)
        person = plain if role is None else plain[: len(plain) - len(plain.split()[-1])].strip(" ,")
        if role and (person or name):
            hale.roller.setdefault(role, []).append(person or name)
        elif not is_person(plain) and normalise(plain) not in load().words("person", "hilsen"):
            hale.rest.append(line)
        name = plain if is_person(plain) else ""


def is_below(text: str) -> bool:
    """Whether a line can stand below the last sak: a greeting, a name, a role, place and date."""
    plain = _SIGN.sub("", text).strip(" ,.")
    place_and_date = len(text) < 45 and bool(datoer.find(text)) and "," in text
    return _signs(text) or is_person(plain) or is_first_name(plain) or place_and_date


def _signs(text: str) -> bool:
    """A greeting, a role alone or behind a name, or «(sign.)»."""
    plain = _SIGN.sub("", text).strip(" ,.")
    greets = normalise(text) in load().words("person", "hilsen")
    return greets or _role(plain) is not None or (plain != text.strip(" ,.") and is_person(plain))


def _role(text: str) -> str | None:
    """The role a line ends with, where nothing but a name stands in front of it."""
    *name, last = text.split() or [""]
    meanings = [m for m in load().meanings("felt", last) if m in ("referent", "moeteleder")]
    alone = not name or is_person(" ".join(name).strip(" ,"))
    return meanings[0] if meanings and alone else None
