"""What somebody should look at before a referat is put on the web. All of it is pure."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from bot.domain.bokstand import Boksak, Bokstand, Punkt
from bot.domain.utgave import Utgave

_EPOST = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_LENKE = re.compile(r"(?:https?|file)://[^\s<>«»\"]+|\\\\[\w.-]+\\[^\s<>«»\"]+", re.IGNORECASE)
_INTERNE = (
    "sharepoint.com",
    "onedrive.com",
    "teams.microsoft.com",
    "nhn.no",
    ".local",
    ".lan",
    ".intern",
    ".internal",
    ".corp",
)
_INTERNE_ORD = ("intranett", "intranet", "ekstranett", "sharepoint")


def epostadresser(utgave: Utgave) -> tuple[str, ...]:
    """Each once, in the order of the text."""
    return tuple(dict.fromkeys(funn for tekst in _tekster(utgave) for funn in _EPOST.findall(tekst)))


def interne_lenker(utgave: Utgave) -> tuple[str, ...]:
    """Addresses that open for those who are inside alone: a file share, a private machine, an intranet,
    SharePoint and Teams.
    """
    lenker = (funn.rstrip(".,;:)") for tekst in _tekster(utgave) for funn in _LENKE.findall(tekst))
    return tuple(dict.fromkeys(lenke for lenke in lenker if _er_intern(lenke)))


def utelatt(stand: Bokstand) -> tuple[tuple[Boksak, Punkt | None, str], ...]:
    """The saker (and the points of others) that the public version leaves out, each with its hjemmel."""
    saker = [(sak, None, sak.hjemmel) for sak in stand.saker if sak.hjemmel]
    hele = {sak.key for sak, _, _ in saker}
    punkter = [
        (stand.sak(p.sak), p, p.hjemmel)
        for p in stand.punkter.values()
        if p.hjemmel and not p.stroeket and p.sak not in hele
    ]
    return (*saker, *punkter)


def _er_intern(lenke: str) -> bool:
    if not lenke.lower().startswith("http"):
        return True
    try:
        vert = (urlsplit(lenke).hostname or "").lower()
    except ValueError:
        return True
    if any(ord_ in vert for ord_ in _INTERNE_ORD) or vert.endswith(_INTERNE) or "." not in vert:
        return True
    try:
        return ip_address(vert).is_private
    except ValueError:
        return False


def _tekster(verdi: Any) -> Iterator[str]:
    if isinstance(verdi, str):
        yield verdi
    elif isinstance(verdi, tuple | list):
        for del_ in verdi:
            yield from _tekster(del_)
    elif is_dataclass(verdi):
        for felt in fields(verdi):
            yield from _tekster(getattr(verdi, felt.name))
