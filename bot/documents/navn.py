"""Telling people from places of work, and splitting lists of them. Works on form, not on lists of names."""

import re
from collections.abc import Collection, Iterable

from bot.documents.ordforraad import Ordforraad, load
from bot.domain.innkalling import Ansvarlig

_NAVNEORD = r"(?:[A-ZÆØÅÄÖÜÉ][\w’'.-]*|[A-ZÆØÅ]\.)"
_SMAAORD = r"(?:av|von|van|de|der|den|da|du|le|la|del|bin|al|el)"
_NAVN = re.compile(rf"{_NAVNEORD}(?:[ -]+(?:{_SMAAORD} )*{_NAVNEORD})*", re.UNICODE)
_TITTEL_FORAN = re.compile(r"(?:v/|ved |dr\.? |prof\.? |professor )\s*", re.IGNORECASE)
_SKILLE_NAVN = re.compile(r"\s*(?:/|;|&|\||\n|,|\bog\b)\s*")
_VED = re.compile(r"(?P<foran>.*\S)\s+v(?:/|ed\b)\s*(?P<bak>[A-ZÆØÅ].*)")
_SKILLE_PERSON = re.compile(r"\s*(?:(?<!\bv)/(?!\s*$)|;|&|\||\bog\b)\s*(?=v/|[A-ZÆØÅ(])")
_PARENTES = re.compile(r"\s*\(([^()]*)\)?\s*$")
_INITIALER = re.compile(r"[A-ZÆØÅ]{2,3}")
_OVERFLOEDIG = " \t\n,;/|&."


def is_name(text: str, words: Ordforraad | None = None) -> bool:
    """Whether `text` has the form of a person's full name: two to five capitalised words, no digits,
    none of them a word of organisations («kommune», «HF») or of roles («leder»).
    """
    words = words or load()
    parts = text.replace("-", " ").split()
    return (
        2 <= len(parts) <= 6
        and _NAVN.fullmatch(text.strip()) is not None
        and not any(char.isdigit() for char in text)
        and not any(part.isupper() and len(part) > 2 for part in parts)
        and not is_organisation(text, words)
        and not is_role(text, words)
        and not words.contains("navn", "ikke_navn", text)
    )


def is_organisation(text: str, words: Ordforraad | None = None) -> bool:
    """Whether `text` names a place of work: it holds «kommune», «HF», «hospital» … or is an acronym."""
    words = words or load()
    acronym = re.fullmatch(r"[A-ZÆØÅ]{2,6}", text.strip()) is not None
    return acronym or words.contains("navn", "organisasjon", text) or _compound(text, words, "organisasjon")


def is_role(text: str, words: Ordforraad | None = None) -> bool:
    """Whether `text` says what somebody is: «leder», «interkommunal samhandlingsleder», «rådgiver ved»."""
    words = words or load()
    head = re.split(r"\s+(?:i|ved|for|på|hos)\s+|,", text.strip(), maxsplit=1)[0]
    return words.contains("navn", "rolle", head) or _compound(head, words, "rolle")


def split_names(text: str) -> list[str]:
    """The names of a list with «/», «,», «;», «og», «&» or lines between: saksbehandlere, referenter.

    A place of work or a role behind a comma or in brackets is dropped.
    """
    parts = (_PARENTES.sub("", part).strip(_OVERFLOEDIG) for part in _SKILLE_NAVN.split(_no_brackets(text)))
    names = [_TITTEL_FORAN.sub("", part) for part in parts if part]
    return [name for index, name in enumerate(names) if index == 0 or not _belongs_to_previous(name)]


def read_ansvarlige(lines: Iterable[str], known: Collection[str] = ()) -> list[Ansvarlig]:
    """The people of an «Ansvarlig» cell, given its printed lines.

    «Siri Li,» over «Nes kommune» is one person with a tilknytning; «A. Vik/» over «Tom Moe» are two;
    a lower-case title is a rolle. A name broken over two lines is joined where the second line is
    one word, or the joined name is among `known`.
    """
    people: list[Ansvarlig] = []
    for entry in _entries(_paired(list(lines)), set(known)):
        for text in _SKILLE_PERSON.split(entry):
            if text.strip(_OVERFLOEDIG):
                _add(people, text)
    return people


def _add(people: list[Ansvarlig], text: str) -> None:
    """A new person, or what the text says about the one before."""
    if ved := _VED.fullmatch(text):
        _add(people, ved["bak"])
        _describe(people[-1], ved["foran"].strip(_OVERFLOEDIG))
        return
    text, bracket = _take_bracket(_TITTEL_FORAN.sub("", text.strip(), count=1))
    head, *rest = [part.strip(_OVERFLOEDIG) for part in _split_commas(text)]
    initials = people and _INITIALER.fullmatch(head) and _INITIALER.fullmatch(people[-1].navn)
    described = not is_name(head) and (is_role(head) or is_organisation(head))
    if people and head and described and not initials:
        _describe(people[-1], head)
    elif head:
        people.append(_with_title_in_front(head))
    for part in (*rest, bracket):
        if is_name(part) and not is_organisation(part):
            people.append(Ansvarlig(part))
        elif part and people:
            _describe(people[-1], part)


def _with_title_in_front(text: str) -> Ansvarlig:
    """«rådgiver Siri Li» and «Fylkeslege Per Moe» → the name and the role."""
    match = re.match(r"((?:[a-zæøå][\w.-]*\s+)+|\S+\s+)([A-ZÆØÅ].*)", text)
    if match and is_name(match[2]) and is_role(match[1]):
        return Ansvarlig(match[2], rolle=match[1].strip())
    return Ansvarlig(text)


def _describe(person: Ansvarlig, text: str) -> None:
    if is_role(text) and not (person.rolle or (text[:1].isupper() and is_organisation(text))):
        person.rolle = text
    else:
        person.tilknytning = f"{person.tilknytning}, {text}" if person.tilknytning else text


def _paired(lines: list[str]) -> list[str]:
    """Four lines of one word each are two people in a narrow column."""
    words = [line.strip() for line in lines if line.strip()]
    if len(words) != 4 or not all(re.fullmatch(_NAVNEORD, word) for word in words):
        return lines
    pairs = [" ".join(words[:2]), " ".join(words[2:])]
    return pairs if all(map(is_name, pairs)) else lines


def _entries(lines: list[str], known: set[str]) -> list[str]:
    """Printed lines joined to entries: one for each person with what is said of them."""
    entries: list[str] = []
    for line in (" ".join(line.split()) for line in lines):
        if entries and line and _continues(entries[-1], line, known):
            glue = "" if re.search(r"\w[-–]$", entries[-1]) else " "
            entries[-1] += glue + line
        elif line:
            entries.append(line)
    return entries


def _continues(entry: str, line: str, known: set[str]) -> bool:
    if entry.endswith("/"):
        return False
    if entry.endswith((",", "-", "(", "&", " og")) or entry.count("(") > entry.count(")"):
        return True
    tail, first = entry.split("/")[-1].strip(), line.rstrip(_OVERFLOEDIG)
    if _joined_is_known(tail, first, known):
        return True
    if line[0].islower() or line[0] in "(/":
        return True
    if tail in known:
        return False
    if "," in tail:  # what follows a comma may be broken too: «Nes» / «kommune»
        return not is_name(first) and " " not in first and not _is_whole_place(tail, first)
    return (" " not in first.split(",")[0] and not is_organisation(first)) or " " not in tail


def _is_whole_place(tail: str, following: str) -> bool:
    """«Kari Li, Nes kommune» takes in no more of the next line, unless that is of a place («HF») too."""
    *name, kind = tail.rsplit(",", 1)[1].split()
    return bool(name) and kind.islower() and is_organisation(kind) and not is_organisation(following)


def _joined_is_known(tail: str, first: str, known: set[str]) -> bool:
    return f"{tail} {first.split(',')[0].split('/')[0].strip()}" in known


def _belongs_to_previous(text: str) -> bool:
    return is_organisation(text) or (is_role(text) and not is_name(text))


def _take_bracket(text: str) -> tuple[str, str]:
    match = _PARENTES.search(text)
    return (text[: match.start()], match[1].strip()) if match else (text, "")


def _no_brackets(text: str) -> str:
    return re.sub(r"\s*\([^()]*\)", "", text)


def _split_commas(text: str) -> list[str]:
    """At commas that do not stand within brackets."""
    return re.split(r",(?![^()]*\))", text)


def _compound(text: str, words: Ordforraad, mening: str) -> bool:
    """Norwegian compounds end in their kind: «samhandlingsrådgiver», «Nordnessykehuset»."""
    endings = tuple(word for word in words.words("navn", mening) if len(word) > 3)
    return any(part.lower().strip(_OVERFLOEDIG).endswith(endings) for part in text.split())
