"""Whether a line is names and nothing else: only such a line answers «Hvem?»."""

import re
from datetime import date

from bot.domain.navn import norm
from bot.domain.register import Register
from bot.language.fremmednavn import kan_vaere_navn
from bot.language.ord import FOLDER, clean, read_yaml, tokens
from bot.language.personer import Personer
from bot.language.personnavn import navneord
from bot.language.referanser import Organer

_PARTING = re.compile(r"\s*(?:[,;&/+\n]|\bog\b|\bsamt\b)\s*", re.IGNORECASE)
_DATA = read_yaml(FOLDER / "ansvarlige.yaml")
_GROUP = re.compile(
    rf"(?:(?:{'|'.join(_DATA['foran'].split())})\s+)?(?:{'|'.join(_DATA['grupper'].split())})",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"alle|nav|fylket|fylkeskommunen|statsforvalter(?:en)?|statsforvaltar(?:en)?|kommunelegen|rådgiver(?:en)?|"
    r"rådgjevar(?:en)?",
    re.IGNORECASE,
)
"""Who is no group of a helsefellesskap, and is to do something all the same."""
_NAME = 3
"""The longest name of somebody nobody knows, in words."""


def bare_navn(tekst: str, register: Register, dag: date) -> bool:
    """People or bodies that are known, groups, or up to three words that are no everyday words («Ola
    Nordmann»); several parted by commas and «og».
    """
    navn = [del_.strip(" .") for del_ in _PARTING.split(tekst.strip())]
    return all(en and _et_navn(en, register, dag) for en in navn)


def _et_navn(tekst: str, register: Register, dag: date) -> bool:
    if _GROUP.fullmatch(tekst) or _OTHERS.fullmatch(tekst) or _kjent(tekst, register, dag):
        return True
    return _initialer(tekst) or _ukjent(tekst)


def _initialer(tekst: str) -> bool:
    """«NAV», and not «OK»."""
    return tekst.isalpha() and tekst.isupper() and len(tekst) > len("OK")


def _ukjent(tekst: str) -> bool:
    """A given name alone, or with a surname behind it; else words that all have capitals."""
    ord_ = tekst.split()
    if len(ord_) > _NAME or not kan_vaere_navn(tekst):
        return False
    if all(en[0].isupper() for en in ord_) and len(ord_) > 1:
        return True
    fornavn = [en.lower() in navneord().fornavn for en in ord_]
    return fornavn[0] and all(f or not _er_verb(en) for f, en in zip(fornavn, ord_, strict=True))


def _er_verb(ordet: str) -> bool:
    """«Jonas sjekker» is no name, «ola nordmann» is."""
    return ordet[0].islower() and ordet.endswith(("er", "ar", "tar", "skal", "es", "ast"))


def _kjent(tekst: str, register: Register, dag: date) -> bool:
    """The whole of it, or any part of a member's name."""
    deler = set(norm(tekst).split())
    if any(deler <= set(norm(m.navn).split()) for o in register.organer for m in o.medlemmer):
        return True
    organer = Organer(register)
    ord_ = organer.split(tokens(clean(tekst)))
    folk = Personer(register).find(tekst, ord_, ())
    hele = (0, len(ord_))
    return any((f.fra, f.til) == hele and f.kandidater for f in folk) or any(
        (f.fra, f.til) == hele for f in organer.find(tekst, ord_, dag)
    )
