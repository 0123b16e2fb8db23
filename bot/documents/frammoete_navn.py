"""One person in a part of a list: the name, with what stands in front of it or behind."""

import re

from bot.documents.frammoete_del import Omtale, describe, is_first_name, is_person
from bot.documents.navn import is_role
from bot.documents.ordforraad import normalise
from bot.documents.referat_ord import either, load

_FORAN = re.compile(r"^(?P<ord>(?:[a-zæøå][\w.-]*\s+)+|\S+\s+)(?P<navn>[A-ZÆØÅ].*)$")
_STREK = re.compile(r"^(?P<a>.+?)\s+[–—-]\s+(?P<b>.+)$")
_VED = re.compile(r"^(?P<sted>.+?)\s+v/\s*(?P<navn>[A-ZÆØÅ].*)$")


def find_person(text: str, first_names: bool) -> tuple[str, Omtale] | None:
    """A person with what stands before or behind the name in the same part."""
    omtale = Omtale()
    if is_person(text) or (first_names and is_first_name(text)):
        return text, omtale
    return _deputy(text) or _with_dash(text) or with_title(text)


def _deputy(text: str) -> tuple[str, Omtale] | None:
    """«vara Siri Li», «Siri Li vara for Per Moe», «Siri Li for Per Moe»."""
    words = load()
    vara, vara_for = either(words.words("person", "vara")), either(words.words("person", "vara_for"))
    if (match := re.match(rf"(?:{vara})\b\.?:?\s+(.+)$", text, re.IGNORECASE)) and is_person(match[1]):
        return match[1], Omtale(vara=True)
    match = re.match(rf"(.+?),?\s+((?:{vara_for})\s+\S.*|(?:{vara}))$", text)
    if match and is_person(match[1]):
        omtale = Omtale()
        describe(omtale, match[2])
        return match[1], omtale
    return None


def _with_dash(text: str) -> tuple[str, Omtale] | None:
    """«Siri Li – Nes kommune», «Nes kommune – Siri Li», «Nes kommune v/ Siri Li»."""
    omtale = Omtale()
    if (ved := _VED.match(text)) and is_person(ved["navn"]):
        describe(omtale, ved["sted"])
        return ved["navn"], omtale
    strek = _STREK.match(text)
    if strek is None:
        return None
    name, said = (strek["a"], strek["b"]) if is_person(strek["a"]) else (strek["b"], strek["a"])
    if not is_person(name):
        return None
    describe(omtale, said)
    return name, omtale


def with_title(text: str) -> tuple[str, Omtale] | None:
    """«kommuneoverlege Siri Li», «Leder Siri Li», «Siri Li leder»."""
    match = _FORAN.match(text)
    deputy = load().starts_with("person", "vara", match["ord"]) if match else None
    if match and not deputy and is_person(match["navn"]) and is_role(match["ord"], load()):
        omtale = Omtale()
        describe(omtale, match["ord"].strip())
        return match["navn"], omtale
    return _with_role_behind(text)


def _with_role_behind(text: str) -> tuple[str, Omtale] | None:
    """«Siri Li leder», and «Siri Li Leder Nes kommune» out of a table that lost its columns."""
    parts = text.split()
    for index in range(2, len(parts)):
        role, behind = parts[index], " ".join(parts[index + 1 :])
        if normalise(role) in load().words("navn", "rolle") and is_person(" ".join(parts[:index])):
            omtale = Omtale()
            describe(omtale, role)
            if behind:
                describe(omtale, behind)
            return " ".join(parts[:index]), omtale
    return None
