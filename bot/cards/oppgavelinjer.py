"""An oppgave in one line: its number, what it is, and who does it by when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.cards.ord import forkortet, organnavn
from bot.domain.oppgave import Oppgave, Oppgavetilstand
from bot.domain.oppgaver import forfalt
from bot.domain.register import Register
from bot.language import skriv
from bot.turn import Norsk

TEGN = 160
"""As much of an oppgave stands in a list of others' things."""
_MAANEDER = ("jan.", "feb.", "mars", "april", "mai", "juni", "juli", "aug.", "sep.", "okt.", "nov.", "des.")


@dataclass(frozen=True)
class Oppgavevisning:
    """What a line needs beside the oppgave. `organ`: with the body's name, where there are several."""

    norsk: Norsk
    register: Register
    dag: date
    organ: bool = False


def oppgavelinje(v: Oppgavevisning, o: Oppgave) -> str:
    """«Oppgave 3 i ASU, over fristen: Ringer kommunene (sak 12/24, ansvarlig: Jonas Vik, frist: …)»."""
    return f"{_hode(v, o)}: {o.hva.rstrip()} {_parentes(v, o)}".rstrip()


def navn(v: Oppgavevisning, o: Oppgave) -> str:
    """«Oppgave 3», «Oppgave 3 i ASU»."""
    if not v.organ:
        return v.norsk.tekst("oppgave.navn", nr=o.nr)
    organ = organnavn(v.register, (o.organ_id,), v.dag)
    return v.norsk.tekst("oppgave.navn_i", nr=o.nr, organ=organ)


def _hode(v: Oppgavevisning, o: Oppgave) -> str:
    tilstand = "over" if forfalt(o, v.dag) else o.tilstand.value
    merke = "" if tilstand == Oppgavetilstand.AAPEN.value else v.norsk.tekst(f"oppgave.merke_{tilstand}")
    return ", ".join(ledd for ledd in (navn(v, o), merke) if ledd)


def _parentes(v: Oppgavevisning, o: Oppgave) -> str:
    ledd = [_sak(v.norsk, o), ansvarlige(v.norsk, o), frist(v.norsk, o)]
    med = ", ".join(d for d in ledd if d)
    return f"({med})" if med else ""


def _sak(norsk: Norsk, o: Oppgave) -> str:
    if not o.sak:
        return ""
    har_nummer = any(tegn.isdigit() for tegn in o.sak)
    return norsk.tekst("oppfoelging.sak", sak=o.sak) if har_nummer else forkortet(o.sak, TEGN)


def ansvarlige(norsk: Norsk, o: Oppgave) -> str:
    """«ansvarlig: Kari Nes og Ola Vik»; nothing where nobody is named."""
    alle = [a.navn for a in o.ansvarlige]
    return norsk.tekst("oppfoelging.ansvarlig", navn=skriv.liste(alle)) if alle else ""


def frist(norsk: Norsk, o: Oppgave) -> str:
    """«frist: mandag 17. februar 2025», with those before where it has slipped: «frist: 4. des. → 17. feb.
    2025»; nothing where there is none.
    """
    if o.frist is None:
        return ""
    if not o.frister:
        return norsk.tekst("oppfoelging.frist", dato=norsk.dato(o.frist))
    return norsk.tekst("oppfoelging.frist", dato=frister((*o.frister, o.frist)))


def frister(datoer: Sequence[date]) -> str:
    """«4. des. → 17. feb. 2025»: each year once, where it ends."""
    par = zip(datoer, [*datoer[1:], None], strict=True)
    return " → ".join(_kort(d) + (f" {d.year}" if n is None or n.year != d.year else "") for d, n in par)


def _kort(dag: date) -> str:
    return f"{dag.day}. {_MAANEDER[dag.month - 1]}"


def fra_forrige(norsk: Norsk, oppgaver: Sequence[Oppgave], dag: date) -> list[str]:
    """A line for each, as they stand under their sak in the next møte: «Oppfølging fra forrige møte:
    Ringer kommunene (ansvarlig: Jonas Vik, frist: …)».
    """
    return [norsk.tekst("oppgave.fra_forrige", oppgave=kort(norsk, o, dag)) for o in oppgaver]


def kort(norsk: Norsk, o: Oppgave, dag: date) -> str:
    """Without its number and its sak."""
    merke = norsk.tekst("oppgave.merke_over") if forfalt(o, dag) else ""
    med = ", ".join(d for d in (ansvarlige(norsk, o), frist(norsk, o), merke) if d)
    return f"{forkortet(o.hva.rstrip(' .'), TEGN)} ({med})" if med else forkortet(o.hva.rstrip(" ."), TEGN)
