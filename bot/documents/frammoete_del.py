"""What one bracket or comma part says of a person in a list of those present or absent."""

import re
from dataclasses import dataclass, field

from bot.documents.navn import is_name, is_organisation, is_role
from bot.documents.ordforraad import normalise
from bot.documents.referat_ord import either, load
from bot.domain.referat import Deltaker

_OVERFLOEDIG = " \t\n,;.&–—-|*"
# A party or an acronym behind a name, or more names than one person has.
_IKKE_NAVN = re.compile(r"\s[A-ZÆØÅ]{1,5}$|^(?:[\w.’'-]+\s+){5,}")
_FORNAVN = re.compile(r"[A-ZÆØÅ][\w’'-]+")


@dataclass
class Omtale:
    """What is said of one person: an affiliation list, a role, a vara, and notes about the sitting."""

    tilknytning: list[str] = field(default_factory=list)
    rolle: str | None = None
    vara: bool = False
    vara_for: str | None = None
    notater: list[str] = field(default_factory=list)


def describe(omtale: Omtale, text: str) -> None:
    """Adds what a bracket («vara HNT», «leder, Lia kommune») or the part behind a comma says."""
    words = load()
    if _vara(omtale, text):
        return
    parts = [part.strip(_OVERFLOEDIG) for part in re.split(r"[,;]|\s[–—-]\s", text)]
    for part in filter(None, parts):
        if words.starts_with("person", "delvis", part):
            omtale.notater.append(part)
        elif not words.starts_with("person", "forfallsgrunn", part) and not _vara(omtale, part):
            _role_or_affiliation(omtale, part)


def is_person(text: str) -> bool:
    """A full name in form, and no place («Indre Dal») or group."""
    words = load()
    first = normalise(text.split(" ")[0]) if text else ""
    return (
        is_name(text, words)
        and not _IKKE_NAVN.search(text)
        and first not in words.words("person", "sted")
        and normalise(text) not in words.words("person", "tom_gruppe")
    )


def is_first_name(text: str) -> bool:
    return _FORNAVN.fullmatch(text) is not None and not text.isupper() and not _known_word(text)


def is_description(text: str) -> bool:
    """Whether a comma part clearly says something of a person rather than naming one."""
    words = load()
    return (
        text[:1].islower()
        or is_organisation(text, words)
        or is_role(text, words)
        or words.starts_with("person", "delvis", text) is not None
        or words.starts_with("person", "vara", text) is not None
        or normalise(text.split(" ")[0]) in words.words("person", "sted")
    )


def singular(role: str) -> str:
    """«Observatører» over a group → «observatør» for each in it; other words as written."""
    words = load()
    return words.meaning("entall", role) or role


def known_role(text: str) -> str | None:
    """The role a group label gives those under it, or None: «Observatører», «Sekretariatet»."""
    word = singular(normalise(text))
    return word if word in load().words("navn", "rolle") or normalise(text) != word else None


def tell(person: Deltaker, text: str) -> None:
    """Adds to a person what a line of its own says of them."""
    omtale = Omtale(person.tilknytning, person.rolle, person.vara, person.vara_for)
    describe(omtale, text)
    person.rolle, person.vara, person.vara_for = omtale.rolle, omtale.vara, omtale.vara_for


def deltaker(navn: str, omtale: Omtale) -> Deltaker:
    return Deltaker(navn, omtale.tilknytning, omtale.rolle, omtale.vara, omtale.vara_for)


def _vara(omtale: Omtale, text: str) -> bool:
    """«vara HNT», «varamedlem for Siri Li», «for Siri Li, Nes kommune», «vara»."""
    words = load()
    match = re.match(rf"(?:({either(words.words('person', 'vara_for'))})\s+)(?=\S)", text, re.IGNORECASE)
    match = match or re.match(rf"({either(words.words('person', 'vara'))})\b\.?:?\s*", text, re.IGNORECASE)
    if match is None or (normalise(match[1]) == "for" and not text[match.end()].isupper()):
        return False
    if normalise(text[match.end() :]).split(" ")[0] in words.words("person", "vara_uten"):
        return True
    omtale.vara = True
    whom, _, rest = text[match.end() :].partition(",")
    if re.fullmatch(r"\(?\w*\)?", whom) and not whom.strip("()"):
        whom, _, rest = rest.strip().partition(",")
    omtale.vara_for = whom.strip(_OVERFLOEDIG + "()") or omtale.vara_for
    if rest.strip(_OVERFLOEDIG):
        describe(omtale, rest)
    return True


def _role_or_affiliation(omtale: Omtale, part: str) -> None:
    """«Brukerrepresentant HNT» is a role with its affiliation, «Lia kommune» is an affiliation."""
    words = load()
    role = words.starts_with("navn", "rolle", part)
    if role:
        omtale.rolle = f"{omtale.rolle}, {singular(role)}" if omtale.rolle else singular(role)
        rest = re.sub(
            r"^(?:i|for|fra|frå|ved|på|av)\s+", "", part[_length(part, role) :].strip(_OVERFLOEDIG)
        )
        omtale.tilknytning += [rest] if rest else []
    elif is_role(part, words) and omtale.rolle is None and not _names_an_organisation(part):
        _title(omtale, part)
    else:
        omtale.tilknytning.append(part)


def _title(omtale: Omtale, part: str) -> None:
    """A position at work, with where behind «i» or «ved»: «kommuneoverlege i Lia»."""
    title, _, where = re.sub(r"\s+(?:i|ved|hos|på)\s+", "|", part, count=1).partition("|")
    omtale.rolle = title if title[:2].isupper() else title[:1].lower() + title[1:]
    omtale.tilknytning += [where] if where else []


def _names_an_organisation(part: str) -> bool:
    return part[:1].isupper() and is_organisation(part, load())


def _known_word(text: str) -> bool:
    words = load()
    return is_organisation(text, words) or is_role(text, words) or words.contains("navn", "ikke_navn", text)


def _length(part: str, normalised: str) -> int:
    """How much of `part` the normalised word covers: blanks may be wider in print."""
    match = re.match(re.escape(normalised).replace(r"\ ", r"\s+"), part, re.IGNORECASE)
    return match.end() if match else 0
