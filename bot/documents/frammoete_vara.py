"""Deputies named beside those absent: «Forfall: Per Moe (Nes kommune) – vara Siri Li møtte»."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.documents import frammoete
from bot.documents.frammoete_del import is_person
from bot.documents.referat_ord import either, load
from bot.domain.referat import Deltaker

_NAVN = r"[A-ZÆØÅ][\w.'’-]*(?:\s+[A-ZÆØÅ][\w.'’-]*){1,4}"
_MOETTE = r"møtte|møter|møtt|deltok|deltek|deltar|stilte|stiller|til stede|tilstede"


@dataclass(frozen=True)
class Vara:
    """A deputy, whom for, and whether the list says that the deputy came."""

    navn: str
    vara_for: str
    moette: bool


def take_deputies(lines: Iterable[str]) -> tuple[list[str], list[Vara]]:
    """The lines of those absent without the deputies named in them, and those deputies.

    «vara HNT» and «vara for Per Moe» tell of the absent person, and are left.
    """
    kept: list[str] = []
    found: list[Vara] = []
    for line in lines:
        text = " ".join(line.split())
        while match := _named(text):
            found.append(Vara(match["navn"], _last_person(text[: match.start()]), bool(match["moette"])))
            text = f"{text[: match.start()]}{text[match.end() :]}"
        kept.append(text)
    return kept, found


def ends_in_deputy(line: str) -> bool:
    """Whether the line breaks off behind a deputy's first name: «…, vara Siri»."""
    match = re.search(rf"{_opening()}(?P<ord>[A-ZÆØÅ][\w-]+)$", line, re.IGNORECASE)
    return match is not None and not match["ord"].isupper()


def settle(
    tilstede: Sequence[Deltaker], forfall: Sequence[Deltaker], deputies: Iterable[Vara]
) -> tuple[list[Deltaker], list[Deltaker]]:
    """Those present and absent, each once, with the deputies in their places.

    «Forfall: Ola Vik (vara Siri Li)» with Siri Li present: she is the vara, and he is not.
    """
    present = {person.navn: person for person in reversed(tilstede)}
    came = _unique([*tilstede, *(new for one in deputies if (new := seat(one, present)))])
    for absent in forfall:
        deputy = present.get(absent.vara_for or "")
        if deputy:
            deputy.vara, deputy.vara_for = True, deputy.vara_for or absent.navn
            absent.vara, absent.vara_for = False, None
    return came, _unique(forfall)


def seat(vara: Vara, present: dict[str, Deltaker]) -> Deltaker | None:
    """Marks the deputy among those present; a new one where the list says that the deputy came."""
    known = present.get(vara.navn)
    if known:
        known.vara, known.vara_for = True, known.vara_for or vara.vara_for or None
        return None
    return Deltaker(vara.navn, [], None, True, vara.vara_for or None) if vara.moette else None


def _unique(people: Iterable[Deltaker]) -> list[Deltaker]:
    seen: dict[str, Deltaker] = {}
    for person in people:
        seen.setdefault(person.navn, person)
    return list(seen.values())


def flat_deputy(line: str, absent: Iterable[str]) -> Deltaker | None:
    """«Siri Li Per Moe SV» with Per Moe among the absent: Siri Li, SV, for Per Moe; else None."""
    for name in absent:
        before, found, behind = line.partition(f" {name}")
        if found and is_person(before.strip()):
            where = behind.strip(" ,")
            return Deltaker(before.strip(), [where] if where else [], None, True, name)
    return None


def _opening() -> str:
    return rf"\s*[(,–—-]\s*(?:med\s+)?(?:{either(load().words('person', 'vara'))})\s*:?\s+"


def _named(text: str) -> re.Match[str] | None:
    pattern = rf"(?i:{_opening()})(?P<navn>{_NAVN})(?P<moette>\s+(?i:{_MOETTE}))?\s*\)?"
    return next((match for match in re.finditer(pattern, text) if is_person(match["navn"])), None)


def _last_person(text: str) -> str:
    people = frammoete.read([text]).deltakere
    return people[-1].navn if people else ""
