"""Whose paper it is: which helsefellesskap, which body, which day. Never a guess: asked instead."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from bot.domain.errors import Refusal
from bot.domain.navn import likt, nesten
from bot.domain.organ import Helsefellesskap, Navneslag, Organ, Organnavn
from bot.domain.reading import Reading
from bot.domain.register import Register

UTEN_NAVN = "Helsefellesskapet"
"""What the first helsefellesskap is called where nobody has named it."""


_OG = re.compile(r"\s+og\s+|\s*[,;/&+]\s*", re.IGNORECASE)
_NUMMERERT = re.compile(r"(\w*(?:råd|utvalg|utval)\s\d{1,2})\b.", re.IGNORECASE)


class Typenavn(Protocol):
    """The general name and short name of a kind of body (bot.language.organtyper.Organtype)."""

    @property
    def navn(self) -> str: ...
    @property
    def kort(self) -> str | None: ...


Organtype = Callable[[str], Typenavn | None]


class UkjentFellesskap(Refusal):
    """Several helsefellesskap, and nothing says whose paper it is."""

    def __init__(self, navn: Sequence[str]) -> None:
        super().__init__(*navn)
        self.navn = tuple(navn)


class NestenFellesskap(Refusal):
    """The named helsefellesskap is nearly, but not quite, one that exists."""

    def __init__(self, skrevet: str, finnes: str) -> None:
        super().__init__(skrevet, finnes)
        self.skrevet = skrevet
        self.finnes = finnes


class UkjentOrgan(Refusal):
    """The paper names no body. `forslag` is the reader's guess, `organer` what there is to choose."""

    def __init__(self, forslag: str | None, organer: Sequence[str]) -> None:
        super().__init__(forslag, *organer)
        self.forslag = forslag
        self.organer = tuple(organer)


class NestenOrgan(Refusal):
    """The paper's body is nearly, but not quite, one that exists."""

    def __init__(self, skrevet: str, finnes: str) -> None:
        super().__init__(skrevet, finnes)
        self.skrevet = skrevet
        self.finnes = finnes


class UtenDato(Refusal):
    """A møte is (organer, dato), and the paper has no date."""


@dataclass(frozen=True)
class Importvalg:
    """What the person has said. None: nothing, so it is found out or asked.

    `nytt_organ`: the body is to be made although its name is nearly another's.
    `flyttet`: the answer to «Er møtet flyttet?».
    """

    helsefellesskap: str | None = None
    organ: str | None = None
    nytt_organ: bool = False
    flyttet: bool | None = None


@dataclass(frozen=True)
class Importmaal:
    """Whose paper it is. Ids are None on what is new; `nye_navn` as in Importplan. `med`: the other
    bodies of a felles møte, all known.
    """

    helsefellesskap: Helsefellesskap
    organ: Organ
    dato: date
    nye_navn: tuple[str, ...] = ()
    med: tuple[Organ, ...] = ()


def finn_maal(reading: Reading, register: Register, valg: Importvalg, organtype: Organtype) -> Importmaal:
    """Raises one of the Refusals above where the paper, the register and `valg` do not settle it."""
    dato = reading.dokument.dato
    if dato is None:
        raise UtenDato
    fellesskap = _fellesskap(register, valg.helsefellesskap)
    organer = [o for o in register.organer if fellesskap.id and o.helsefellesskap_id == fellesskap.id]
    flere = _felles(organer, valg.organ or reading.dokument.utvalg or "", organtype)
    if flere:
        return Importmaal(fellesskap, flere[0], dato, med=flere[1:])
    organ, nye_navn = _organ(reading, organer, fellesskap, valg, organtype)
    return Importmaal(fellesskap, organ, dato, nye_navn)


def _felles(organer: Sequence[Organ], navn: str, organtype: Organtype) -> tuple[Organ, ...]:
    """The bodies of «ASU og PSU», where that is no body's own name and each of them is known."""
    deler = [del_ for del_ in _OG.split(navn) if del_.strip()]
    if len(deler) < 2 or any(likt(n.navn, navn) for o in organer for n in o.navneliste):
        return ()
    funnet = [_kjent(organer, del_, organtype) for del_ in deler]
    kjente = {o.id: o for o in funnet if o is not None}
    return tuple(kjente.values()) if len(kjente) == len(deler) else ()


def _fellesskap(register: Register, navn: str | None) -> Helsefellesskap:
    alle = register.helsefellesskap
    if not navn:
        if len(alle) > 1:
            raise UkjentFellesskap([h.navn for h in alle])
        return alle[0] if alle else Helsefellesskap(UTEN_NAVN)
    for h in alle:
        if likt(h.navn, navn):
            return h
    for h in alle:
        if nesten(h.navn, navn):
            raise NestenFellesskap(navn, h.navn)
    return Helsefellesskap(" ".join(navn.split()))


def _organ(
    reading: Reading,
    organer: Sequence[Organ],
    fellesskap: Helsefellesskap,
    valg: Importvalg,
    organtype: Organtype,
) -> tuple[Organ, tuple[str, ...]]:
    skrevet = reading.dokument.utvalg
    navn = valg.organ or skrevet
    if not navn:
        dag = reading.dokument.dato or date.min
        raise UkjentOrgan(reading.utvalg_forslag, [o.kort(dag) for o in organer])
    funnet = _kjent(organer, navn, organtype)
    if funnet is None:
        _krev_nytt(organer, navn, valg.nytt_organ)
        funnet = Organ(fellesskap.id or 0, _navneliste(navn, organtype))
    if skrevet is None or _kjent([funnet], skrevet, organtype) or _bare_feilskrevet(funnet, skrevet):
        return funnet, ()
    nytt = _rent(skrevet)
    return replace(funnet, navneliste=[*funnet.navneliste, Organnavn(nytt, Navneslag.ALIAS)]), (nytt,)


def _bare_feilskrevet(organ: Organ, navn: str) -> bool:
    return any(nesten(n.navn, navn) for n in organ.navneliste)


def _kjent(organer: Sequence[Organ], navn: str, organtype: Organtype) -> Organ | None:
    type_ = organtype(navn)
    alle = [navn, _nummernavn(navn) or navn, *([type_.navn, type_.kort or ""] if type_ else [])]
    return next(
        (o for o in organer if any(likt(n.navn, annet) for n in o.navneliste for annet in alle)), None
    )


def _krev_nytt(organer: Sequence[Organ], navn: str, nytt: bool) -> None:
    for n in (n for o in organer for n in o.navneliste):
        if nesten(n.navn, navn) and not nytt:
            raise NestenOrgan(navn, n.navn)


def _navneliste(navn: str, organtype: Organtype) -> list[Organnavn]:
    type_ = organtype(navn)
    fullt = type_.navn if type_ and likt(navn, type_.kort or "") else _rent(navn)
    kort = type_.kort if type_ else _nummernavn(navn)
    return [Organnavn(fullt, Navneslag.NAVN), *([Organnavn(kort, Navneslag.KORT)] if kort else [])]


def _nummernavn(navn: str) -> str | None:
    """«Fagråd 1» of «Fagråd 1 Barn og unge»: the number is the body's within its helsefellesskap."""
    funnet = _NUMMERERT.match(_rent(navn))
    return funnet[1] if funnet else None


def _rent(navn: str) -> str:
    return " ".join(navn.split()).strip(" .,:;")
