"""Small words of an answer: numbers in letters, bodies by name, people with where they come from."""

from datetime import date, time, timedelta

from bot.domain.innkalling import Agendapunkt, Ansvarlig
from bot.domain.moete import Moete
from bot.domain.referat import Deltaker
from bot.domain.register import Moetehode, Register
from bot.language import skriv
from bot.turn import Norsk, Period

_ORD = ("ingen", "én", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve", "tolv")


class Tall(int):
    """A number that writes itself in letters up to twelve."""

    def __format__(self, spec: str) -> str:
        return _ORD[self] if 0 <= self < len(_ORD) else str(int(self))


def stor(setning: str) -> str:
    """With a capital first letter."""
    return setning[:1].upper() + setning[1:]


def organnavn(register: Register, organ_ids: tuple[int, ...] | list[int], dag: date) -> str:
    """The short name («ASU»), with the helsefellesskap where another has a body of that name."""
    return skriv.liste([_kort(register, organ_id, dag) for organ_id in organ_ids])


def fullt_navn(register: Register, organ_ids: tuple[int, ...] | list[int], dag: date) -> str:
    return skriv.liste([register.organ(organ_id).navn(dag) for organ_id in organ_ids])


def moeter_i(norsk: Norsk, organ: str) -> str:
    """«ASU-møter», «møter i Fagråd 1»."""
    forkortelse = organ.isupper() and organ.isalpha()
    return norsk.tekst("ord.organmoeter" if forkortelse else "ord.moeter_hos", organ=organ)


def _kort(register: Register, organ_id: int, dag: date) -> str:
    organ = register.organ(organ_id)
    kort = organ.kort(dag)
    flere = any(
        o.helsefellesskap_id != organ.helsefellesskap_id and o.kort(dag) == kort for o in register.organer
    )
    return f"{kort} ({register.fellesskap(organ.helsefellesskap_id).navn})" if flere else kort


def naar(norsk: Norsk, moete: Moete | Moetehode) -> str:
    """«onsdag 17. april 2024 kl. 13.00–17.00»."""
    return norsk.tidsrom(moete.dato, moete.start, moete.slutt)


def klokkeslett(start: time | None, slutt: time | None) -> str:
    """«13.00–13.10», as much of it as is known."""
    return "–".join(skriv.klokke(t) for t in (start, slutt) if t)


def person(a: Ansvarlig) -> str:
    """«Kari Nes (rektor, Nes kommune)»."""
    hvor = ", ".join(ledd for ledd in (a.rolle, a.tilknytning) if ledd)
    return f"{a.navn} ({hvor})" if hvor else a.navn


def ansvarlige(punkt: Agendapunkt) -> str:
    return skriv.liste([person(a) for a in punkt.ansvarlige])


def deltaker(norsk: Norsk, d: Deltaker) -> str:
    """«Kari Nes (Nes kommune, leder, vara for HNT)»."""
    for_hvem = norsk.tekst("deltaker.vara_for", hvem=d.vara_for) if d.vara_for else None
    vara = for_hvem or (norsk.tekst("rolle.vara") if d.vara else None)
    hvor = ", ".join(ledd for ledd in (*d.tilknytning, d.rolle, vara) if ledd)
    return f"{d.navn} ({hvor})" if hvor else d.navn


def i_perioden(norsk: Norsk, period: Period) -> str:
    """«i juni 2024», «onsdag 17. april 2024», «i perioden 1. mai–15. juni 2024», «fra 1. mai 2024»."""
    ord_ = norsk.periode(period.fra, period.til)
    if period.fra is None or period.til is None or period.til - period.fra == timedelta(days=1):
        return ord_
    return norsk.tekst("ord.i_perioden" if "–" in ord_ else "ord.i_tiden", periode=ord_)


def forkortet(navn: str, tegn: int) -> str:
    """At most `tegn` letters."""
    return navn if len(navn) <= tegn else f"{navn[: tegn - 1].rstrip()}…"


def sakstittel(saksnr: str | None, tittel: str) -> str:
    tittel = tittel.rstrip(" .:")
    return f"Sak {saksnr} {tittel}" if saksnr else tittel
