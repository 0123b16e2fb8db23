"""An oppdrag in one line: its number, from whom to whom, how old it is, and how it stands."""

from dataclasses import dataclass
from datetime import date

from bot.cards.ord import forkortet, organnavn
from bot.clock import OSLO
from bot.domain.oppdrag import Oppdrag, Oppdragstilstand
from bot.domain.oppdragsregler import forfalt
from bot.domain.register import Register
from bot.turn import Norsk

TEGN = 300
"""As much of an oppdrag stands in a list."""
UKE, MAANED, AAR = 7, 30, 365


@dataclass(frozen=True)
class Oppdragsvisning:
    """What a line needs beside the oppdrag; `dag` is today in Oslo."""

    norsk: Norsk
    register: Register
    dag: date

    def organ(self, organ_id: int) -> str:
        return organnavn(self.register, (organ_id,), self.dag)


def oppdragslinje(v: Oppdragsvisning, o: Oppdrag, *, hele: bool = False) -> str:
    """«Oppdrag 3 til Fagråd 1 fra ASU, sendt for 3 uker siden: Lager en plan. (sak 12/24, frist: …)».
    `hele`: all of its text. Of one that is withdrawn nothing of it: it may be withheld now.
    """
    if o.tilstand is Oppdragstilstand.TRUKKET:
        return f"{navn(v, o)}, {tilstand(v, o)}"
    tekst = " ".join(o.tekst.split())
    vist = tekst if hele else forkortet(tekst, TEGN)
    return f"{navn(v, o)}, {tilstand(v, o)}: {vist} {_parentes(v, o)}".rstrip()


def navn(v: Oppdragsvisning, o: Oppdrag) -> str:
    """«Oppdrag 3 til Fagråd 1 fra ASU»."""
    til, fra = v.organ(o.til_organ_id), v.organ(o.fra_organ_id)
    return v.norsk.tekst("oppdrag.navn", nr=o.nr, til=til, fra=fra)


def navn_i_setning(v: Oppdragsvisning, o: Oppdrag) -> str:
    """«oppdrag 3 til Fagråd 1 fra ASU»: where it does not come first."""
    hele = navn(v, o)
    return hele[:1].lower() + hele[1:]


def tilstand(v: Oppdragsvisning, o: Oppdrag) -> str:
    """«sendt for 3 uker siden», «besvart i går», «foreslått i dag»."""
    if o.tilstand is Oppdragstilstand.SENDT and o.sendt:
        over = "_over" if forfalt(o, v.dag) else ""
        return v.norsk.tekst(f"oppdrag.sendt_naar{over}", naar=_siden(v, o.sendt.astimezone(OSLO).date()))
    if o.tilstand is Oppdragstilstand.BESVART and o.besvart:
        return v.norsk.tekst("oppdrag.besvart_naar", naar=_siden(v, o.besvart.astimezone(OSLO).date()))
    if o.tilstand is Oppdragstilstand.FORESLAATT:
        return v.norsk.tekst(
            "oppdrag.foreslaatt_naar", naar=_siden(v, o.foreslaatt.astimezone(OSLO).date())
        )
    return v.norsk.tekst(f"oppdrag.merke_{o.tilstand.value}")


def _siden(v: Oppdragsvisning, da: date) -> str:
    """«i dag», «i går», «for 5 dager siden», «for 3 uker siden», «for 4 måneder siden»."""
    dager = (v.dag - da).days
    if dager <= 1:
        return v.norsk.tekst("oppdrag.i_dag" if dager < 1 else "oppdrag.i_gaar")
    if dager < 2 * UKE:
        return v.norsk.tekst("oppdrag.for_dager", antall=dager)
    if dager < 2 * MAANED:
        return v.norsk.tekst("oppdrag.for_uker", antall=dager // UKE)
    if dager < 2 * AAR:
        return v.norsk.tekst("oppdrag.for_maaneder", antall=dager // MAANED)
    return v.norsk.tekst("oppdrag.for_aar", antall=dager // AAR)


def _parentes(v: Oppdragsvisning, o: Oppdrag) -> str:
    ledd = ", ".join(d for d in (kilde(v, o), frist(v, o)) if d)
    return f"({ledd})" if ledd else ""


def kilde(v: Oppdragsvisning, o: Oppdrag) -> str:
    """«sak 12/24 i møtet onsdag 15. mai 2024», as much of it as is known."""
    hode = v.register.hode(o.moete_id) if o.moete_id is not None else None
    sak = ""
    if o.sak:
        nummer = any(tegn.isdigit() for tegn in o.sak)
        sak = v.norsk.tekst("oppfoelging.sak", sak=o.sak) if nummer else f"«{forkortet(o.sak, 80)}»"
    if hode is None:
        return sak
    moete = v.norsk.tekst("oppdrag.i_moetet", dato=v.norsk.dato(hode.dato))
    return f"{sak} {moete}".strip()


def frist(v: Oppdragsvisning, o: Oppdrag) -> str:
    return v.norsk.tekst("oppfoelging.frist", dato=v.norsk.dato(o.frist)) if o.frist else ""
