"""Whom a name in a møte means, and where somebody comes from."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.bokfeil import FlereHeter
from bot.domain.bokstand import Bokstand, Status
from bot.domain.frammoete import Hvem
from bot.domain.navn import norm
from bot.domain.navnebokstaver import med_stor
from bot.domain.navnetreff import treff
from bot.domain.organ import Medlem, Rolle
from bot.domain.plasser import hvem, ident, samme
from bot.domain.register import Register

ROLLER = {
    Rolle.SEKRETARIAT: "sekretariat",
    Rolle.REFERENT: "referent",
    Rolle.BRUKERREPRESENTANT: "brukerrepresentant",
    Rolle.OBSERVATOER: "observatør",
}
"""The roles that are written behind a name."""
_VARA = re.compile(r"vara(?:medlem|representant)?\s*(?:for\s+)?(?P<for>.*)", re.IGNORECASE)
_ROLLE = re.compile(
    r"(?P<rolle>bruk[ae]rrepresentant|observatør|sekretariat(?:et)?|referent|gjest)\b\s*(?:for\s+)?(?P<fra>.*)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Nevnt:
    """Somebody in a list of present or absent, with what was said of them."""

    hvem: Hvem
    tilknytning: str | None = None
    rolle: str | None = None
    vara: bool = False
    vara_for: str | None = None


def folk(stand: Bokstand, register: Register, organ_ids: Iterable[int], dag: date) -> tuple[Hvem, ...]:
    """Members and varaer of the bodies on that day, and those in the list; each once."""
    registrert = (hvem(m) for m in _rader(register, organ_ids, dag))
    i_listen = (f.person for f in stand.frammoete)
    return tuple({ident(h): h for h in (*i_listen, *registrert)}.values())


def finn(folk: Sequence[Hvem], navn: str, foerst: Sequence[Hvem] = ()) -> Hvem:
    """The one called that; else the only one whom it fits best («Kari» or «Kari N» is «Kari Nes»), or
    whose name has all its words; `foerst` where one of several is among them. Whom nobody knows is kept
    as written, without a `person_id`. Raises FlereHeter.
    """
    for funnet in (_som_heter(folk, navn), _best(folk, navn), _med_ordene(folk, navn)):
        naere = [h for h in funnet if any(samme(h, f) for f in foerst)]
        if len(funnet) == 1 or len(naere) == 1:
            return (naere or funnet)[0]
        if funnet:
            raise FlereHeter(navn, tuple(funnet))
    return Hvem(med_stor(navn))


def ukjente(folk: Iterable[Hvem]) -> tuple[Hvem, ...]:
    """Those whom no register knows."""
    return tuple(h for h in folk if h.person_id is None)


def til_stede(stand: Bokstand) -> tuple[Hvem, ...]:
    """Those who are there, or wait to be confirmed: the likelier ones where a name fits several."""
    return tuple(f.person for f in stand.frammoete if f.status is not Status.FORFALL)


def nevnt(
    register: Register, organ_ids: Iterable[int], dag: date, person: Hvem, parentes: str | None = None
) -> Nevnt:
    """With what stood in brackets behind the name («HNT, KMR», «vara HNT», «brukerrepresentant
    kommunene»); where nothing did, with what the register knows.
    """
    if parentes and parentes.strip():
        return i_parentes(person, parentes)
    medlem = next((m for m in _rader(register, organ_ids, dag) if samme(hvem(m), person)), None)
    return Nevnt(person) if medlem is None else fra_registeret(person, medlem)


def fra_registeret(person: Hvem, medlem: Medlem) -> Nevnt:
    vara = medlem.rolle is Rolle.VARA
    for_ = (medlem.vara_for or medlem.plass) if vara else None
    fra = None if vara else medlem.representerer or medlem.sete
    return Nevnt(person, fra, ROLLER.get(medlem.rolle), vara, for_)


def i_parentes(person: Hvem, skrevet: str) -> Nevnt:
    ren = " ".join(skrevet.split())
    vara, rolle = _VARA.fullmatch(ren), _ROLLE.fullmatch(ren)
    if vara:
        return Nevnt(person, vara=True, vara_for=vara["for"].strip(" ,") or None)
    if rolle:
        return Nevnt(person, rolle["fra"].strip(" ,") or None, rolle["rolle"].lower())
    return Nevnt(person, ren)


def _rader(register: Register, organ_ids: Iterable[int], dag: date) -> list[Medlem]:
    """A member's row before the same person's as a vara."""
    organer = [register.organ(i) for i in organ_ids]
    rader = [m for organ in organer for m in organ.medlemmer if m.gjelder(dag)]
    return sorted(rader, key=lambda m: m.rolle is Rolle.VARA)


def _som_heter(folk: Sequence[Hvem], navn: str) -> list[Hvem]:
    return [h for h in folk if norm(h.navn) == norm(navn)]


def _best(folk: Sequence[Hvem], navn: str) -> list[Hvem]:
    return [folk[nr] for nr in treff([h.navn for h in folk], navn)]


def _med_ordene(folk: Sequence[Hvem], navn: str) -> list[Hvem]:
    ord_ = set(norm(navn).split())
    return [h for h in folk if ord_ and ord_ <= set(norm(h.navn).split())]
