"""Whether a text may be about one patient: asked about before anything of it is kept.

A committee speaks of patients in general all day («pasienter med demens»); what counts is one person, by
a name that is no member's or by age and place, beside a diagnosis or a word of care. It is rather asked
once too seldom about a committee's own words than at every line, but of one person it shall not be missed.
"""

import re
from collections.abc import Collection, Iterator
from functools import cache
from typing import NamedTuple

from bot.language.ord import FOLDER, ordbok, read_yaml
from bot.language.personnavn import navneord

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_AGE = re.compile(
    r"\b(?P<years>\d{1,3})\s*-?\s*(?:åring(?:en)?|års?\s+gam(?:mel|al|malt)|år(?:ig)?)\b"
    r"(?!\s+siden|\s+sidan|\s+frem|\s+fram)"
    r"|\b(?P<who>[a-zæøå]+)\s*(?:(?:min|mi|vår)\s+)?(?:,|på|\()\s*(?P<bare>\d{1,3})"
    r"(?=\s*(?:[,.);]|år|fra|frå|i\b|med|som|har|er|ble|vart|fikk|$))"
    r"|\bfødt\s+(?:i\s+)?(?:19|20)\d{2}\b|\bf\.\s?(?:19|20)\d{2}\b"
    r"|\bi\s+(?:[1-9]0-?|tjue|tretti|førti|femti|seksti|sytti|åtti|nitti)år(?:ene|a|åra)\b"
    r"|\b(?P<words>(?:tjue|tretti|førti|femti|seksti|sytti|åtti|nitti)\w*)\s*-?\s*åring(?:en)?\b",
    re.IGNORECASE,
)
_RANGE = re.compile(
    r"(?:\b(?:over|under|mellom|eldre enn|yngre enn|minst|inntil|neste|siste|hvert|etter|om|fylte|fyller)"
    r"|\d\s*[–-])\s*$",
    re.IGNORECASE,
)
_TIME = re.compile(r"\b(?:i|på|fra|frå|for|til|de|dei)\s*$", re.IGNORECASE)
_PLACE = re.compile(
    r"\b(?:fra|frå|i|på|bosatt i|busett i|hjemmehørende i|ved)\s+([A-ZÆØÅ][^\W\d_]+)"
    r"|\b([A-ZÆØÅ]?[^\W\d_]{3,}) kommune\b"
)
_FOLLOWED = re.compile(r" [A-ZÆØÅ][a-zæøå]")
_NAMED_AGE = re.compile(
    r"(?P<name>[A-ZÆØÅ][^\W\d_]+(?:\s+[A-ZÆØÅ][^\W\d_]+)+)\s*,?\s*"
    r"(?:\(\s*\d{1,3}\s*\)|\(?\s*(?:på\s+)?\d{1,3}\s*(?:åring|år\b)|\(?\s*(?:f\.|født|fødd)\s*(?:i\s+)?(?:19|20)?\d{2})"
)
"""«Kari Olsen 87 år», «Ola Nordmann (54)», «Kari Olsen, f. 1937»: nobody is named so as a colleague."""
_THANKS = "takk"
_TITLES = frozenset({"fru", "herr", "frøken"})
_ROOM = re.compile(r"\s+(?:på|i)\s+(?:rom|stue)\s+\d")
_SENTENCES = re.compile(r"(?<=[^\W\d_]{3}[.?!])\s+|(?<=[.?!])\s+(?=[A-ZÆØÅ])|\n")
_OLDEST = 115
_SHORT, _LONG = 3, 6
"""A word of three letters is only itself («ALS»); a long one may be part of a compound."""
_INSTITUTION = re.compile(
    r"(?:sykehus|sjukehus|hospital|klinikk|avdeling|senter|legevakt|sykehjem|sjukeheim|foretak|utvalg|fagråd)",
    re.IGNORECASE,
)


class _Words(NamedTuple):
    """The lists of `pasient.yaml`. Of words about somebody's health or care `about` are beginnings,
    `inside` what may stand anywhere in one, and `alone` whole words.
    """

    about: tuple[str, ...]
    inside: tuple[str, ...]
    alone: frozenset[str]
    patient: frozenset[str]
    person: frozenset[str]
    many: frozenset[str]
    works: frozenset[str]
    by: frozenset[str]
    endings: tuple[str, ...]
    not_people: frozenset[str]


@cache
def _words() -> _Words:
    data = {name: frozenset(words.split()) for name, words in read_yaml(FOLDER / "pasient.yaml").items()}
    return _Words(
        tuple(sorted(word for word in data["sykdom"] | data["hjelp"] if len(word) > _SHORT)),
        tuple(sorted(word for word in data["sykdom"] if len(word) > _LONG)),
        data["hele"] | {word for word in data["sykdom"] | data["hjelp"] if len(word) <= _SHORT},
        data["pasient"],
        data["person"],
        data["mange"],
        data["gjoer"],
        data["ved"],
        tuple(data["stedsendelser"]),
        data["ikke_folk"],
    )


def kan_vaere_pasient(tekst: str, kjente_navn: Collection[str]) -> bool:
    """Whether one person who is no member seems to be meant, with their health or care.

    `kjente_navn` are full names of members, bodies and places that are known.
    """
    sentences = [s for s in _SENTENCES.split(tekst) if s.strip()]
    known = frozenset(word.lower() for navn in kjente_navn for word in _WORD.findall(navn))
    return any(_in_sentence(s, known) for s in (*sentences, tekst) if len(s) <= _LONGEST)


_LONGEST = 600
"""A text of more is read sentence by sentence only."""


def _in_sentence(tekst: str, known: Collection[str]) -> bool:
    if _stranger_with_age(tekst, known):
        return True
    words = [word.lower() for word in _WORD.findall(tekst)]
    if not any(_about_care(word) for word in words):
        return False
    return _somebody_of_an_age(tekst) or _stranger_by_name(tekst, known)


def _stranger_with_age(tekst: str, known: Collection[str]) -> bool:
    """Whatever else is said of them: a full name that is no member's, and how old they are."""
    found = (match["name"].lower().split() for match in _NAMED_AGE.finditer(tekst))
    return any(
        navneord().surname(names[-1]) or any(name in navneord().fornavn for name in names[:-1])
        for names in found
        if not all(name in known for name in names)
    )


def _about_care(word: str) -> bool:
    lists = _words()
    return word in lists.alone or word.startswith(lists.about) or any(part in word for part in lists.inside)


def _somebody_of_an_age(tekst: str) -> bool:
    """«87-åring fra Frosta», «mann (54)», «ei jente på 12 år»: one person, and of an age people have."""
    for match in _AGE.finditer(tekst):
        who = (match["who"] or "").lower()
        years = match["years"] or match["bare"]
        if years and not 0 <= int(years) <= _OLDEST:
            continue
        if match["bare"] and who not in _words().person:
            continue
        before = tekst[: match.start()]
        if match["years"] and (_RANGE.search(before) or (_TIME.search(before) and not _one(tekst, match))):
            continue
        if _of_many(tekst, match):
            continue
        if _one(tekst, match) or _place(tekst):
            return True
    return False


def _one(tekst: str, match: re.Match[str]) -> bool:
    """Whether the age is one person's: «-åring», or «kvinne» or the like close by."""
    if "åring" in match[0].lower() or "født" in match[0].lower():
        return True
    before = [word.lower() for word in _WORD.findall(tekst[: match.start()])][-4:]
    after = [word.lower() for word in _WORD.findall(tekst[match.end() :])][:2]
    who = (match["who"] or "").lower()
    return who in _words().person or any(word in _words().person for word in (*before, *after))


def _of_many(tekst: str, match: re.Match[str]) -> bool:
    near = [word.lower() for word in _WORD.findall(tekst[: match.start()])][-3:]
    near += [word.lower() for word in _WORD.findall(tekst[match.end() :])][:1]
    return any(word in _words().many for word in near)


def _place(tekst: str) -> bool:
    for match in _PLACE.finditer(tekst):
        name = (match[1] or match[2]).lower()
        if name not in _words().not_people and not _INSTITUTION.search(name):
            return True
    return False


def _stranger_by_name(tekst: str, known: Collection[str]) -> bool:
    """A given name and a surname that are no member's, or a given name with «pasienten» beside it."""
    for names in _names(tekst):
        lower = [name.lower() for name in names]
        if all(name in known for name in lower) or any(_INSTITUTION.search(name) for name in lower):
            continue
        if lower[0] in known and len(lower) == 1:
            continue
        given = lower[0] in navneord().fornavn or navneord().surname(lower[-1])
        full = len(names) > 1 and given and not _theirs(lower, known)
        at = tekst.index(" ".join(names))
        before = [w.lower() for w in _WORD.findall(tekst[:at])][-2:]
        after = [w.lower() for w in _WORD.findall(tekst[at + len(" ".join(names)) :])][:4]
        cared_for = any(word in _words().patient for word in before)
        if (before and before[-1] in _TITLES) or _ROOM.match(tekst, at + len(" ".join(names))):
            return True
        if not cared_for and _at_work(before, after):
            continue
        if full or (cared_for and lower[0] in navneord().fornavn):
            return True
        if len(names) == 1 and _is_given_name(lower[0]):
            return True
    return False


def _at_work(before: list[str], after: list[str]) -> bool:
    """«Ved Ola Nordmann», «Ola Nordmann (FHI) orienterte»: somebody who speaks or does something there."""
    lists = _words()
    named = bool(before) and (before[-1] in lists.by or _THANKS in before)
    return named or any(word in lists.works for word in after)


def _theirs(lower: list[str], known: Collection[str]) -> bool:
    """«Kari Nordli» where both are words of members' names."""
    return all(name in known for name in lower)


def _is_given_name(name: str) -> bool:
    """A given name that is nothing else («Gudrun»), and no word of a place or an organisation."""
    kjent = navneord()
    return name in kjent.fornavn and not kjent.common(name) and name not in ordbok().romslig


def _names(tekst: str) -> Iterator[list[str]]:
    """Rows of words with capitals that may be names; at the beginning of a sentence only a given name."""
    row: list[str] = []
    end = -1
    for match in _WORD.finditer(tekst):
        word = match[0]
        capital = word[0].isupper() and not word.isupper()
        if row and not (capital and tekst[end : match.start()] == " "):
            yield row
            row = []
        begins = not tekst[: match.start()].strip(' «»"(-–•') or bool(
            re.search(r"[.?!:]\s*$", tekst[: match.start()])
        )
        may_be = capital and word.lower() not in _words().not_people
        followed = _FOLLOWED.match(tekst, match.end())
        if may_be and (row or not begins or followed or word.lower() in navneord().fornavn):
            row.append(word)
            end = match.end()
    if row:
        yield row
