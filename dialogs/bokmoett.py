"""The receipt of a frammøte: who was understood, by full name, and as what."""

from dataclasses import replace
from datetime import time

from bot.domain import bokframmoete
from bot.domain.bokrett import krev_se
from bot.domain.bokstand import Bokstand, Frammoett, Status
from bot.domain.frammoete import Hvem
from bot.domain.moetebok import Foeringsslag
from bot.language import skriv
from bot.turn import Reply, Turn
from dialogs.bok import kvitter, si_fra
from dialogs.bokfoer import Foert, hold, se
from dialogs.bokfolk import ukjente
from dialogs.boksted import krev_i_moetet
from dialogs.svar import si_setning


def kvittering(turn: Turn, hva: str, foert: Foert) -> str:
    """So that a mishearing shows; whom nobody knows is said."""
    norsk, leder = turn.norsk, foert.etter.moeteleder
    folk: tuple[Hvem, ...]
    if hva == "moeteleder" and leder is not None:
        folk = (leder,)
        tekst = norsk.tekst("foering.moeteleder", navn=leder.navn)
    elif hva == "referent":
        folk = foert.etter.referenter
        tekst = norsk.tekst("foering.referent", navn=skriv.liste([h.navn for h in folk]))
    elif hva in ("sted", "start", "slutt"):
        folk, tekst = (), _moetet(turn, hva, foert.etter)
    else:
        folk = tuple(f.person for f in _endret(foert))
        tekst = "\n".join(_rader(turn, hva, foert)) or norsk.tekst("foering.frammoete_uendret")
    return "\n".join(d for d in (tekst, ukjente(turn, folk)) if d)


def _moetet(turn: Turn, hva: str, stand: Bokstand) -> str:
    if hva == "sted":
        return turn.norsk.tekst("foering.moetested", sted=stand.sted or "")
    klokke = stand.start if hva == "start" else stand.slutt
    return turn.norsk.tekst(f"foering.moete_{hva}", klokke=skriv.klokke(klokke) if klokke else "")


async def vis_frammoete(turn: Turn) -> list[Reply]:
    """Those of the part that goes on."""
    bok = await se(turn)
    krev_se(turn.aktoer, bok.stand, bok.hode.organ_ids)
    krev_i_moetet(turn, bok)
    rader: dict[str, list[str]] = {}
    for f in bokframmoete.liste(bok.stand, bok.stand.aapen_del):
        rader.setdefault(f.status.value, []).append(_hele(turn, f))
    linjer = [turn.norsk.tekst(f"foering.linje_{n}", navn=skriv.liste(navn)) for n, navn in rader.items()]
    return si_setning(turn, "\n".join(linjer) or turn.norsk.tekst("foering.ingen_i_listen"))


async def ingen_med(turn: Turn, hva: str) -> list[Reply]:
    """«Forfall: ingen» is nobody's name. Who stands there already is told, and nothing is noted."""
    bok = await hold(turn)
    status = Status.FORFALL if hva == "forfall" else Status.TIL_STEDE
    navn = [f.person.navn for f in bokframmoete.liste(bok.stand, bok.stand.aapen_del) if f.status is status]
    if not navn:
        return kvitter(turn, turn.norsk.tekst(f"foering.ingen_{status.value}"))
    return si_fra(turn, turn.norsk.tekst(f"foering.ingen_{status.value}_likevel", navn=skriv.liste(navn)))


def _hele(turn: Turn, f: Frammoett) -> str:
    """«Siri Haug (Klinikk Fjord, kom 13.20)»."""
    ledd = [
        f.tilknytning or "",
        turn.norsk.tekst("deltaker.vara_for", hvem=f.vara_for) if f.vara_for else "",
        turn.norsk.tekst("foering.kom_kl", klokke=skriv.klokke(f.kom)) if f.kom else "",
        turn.norsk.tekst("foering.gikk_kl", klokke=skriv.klokke(f.gikk)) if f.gikk else "",
    ]
    bak = ", ".join(d for d in ledd if d)
    return f"{f.person.navn} ({bak})" if bak else f.person.navn


def _endret(foert: Foert) -> list[Frammoett]:
    foer = set(foert.foer.frammoete)
    return [f for f in foert.etter.frammoete if f not in foer]


def _rader(turn: Turn, hva: str, foert: Foert) -> list[str]:
    """A line for each status that somebody got; with both clocks where some came and some went."""
    begge = {Foeringsslag.KOM, Foeringsslag.GIKK} <= {linje.slag for linje in foert.linjer}
    rader: dict[str, list[str]] = {}
    for f in _endret(foert):
        noekkel = hva if hva in ("kom", "gikk") and not begge else f.status.value
        navn = _hele(turn, replace(f, tilknytning=None)) if begge else _navn(turn, hva, f)
        rader.setdefault(noekkel, []).append(navn)
    borte = {f.person for f in foert.foer.frammoete} - {f.person for f in foert.etter.frammoete}
    if borte:
        rader["ikke_med"] = [h.navn for h in borte]
    return [turn.norsk.tekst(f"foering.linje_{n}", navn=skriv.liste(navn)) for n, navn in rader.items()]


def _navn(turn: Turn, hva: str, f: Frammoett) -> str:
    """«Siri Haug (13.20)», «Liv Strand (vara for Berit Nes)»."""
    klokke = _klokken(hva, f)
    vara = turn.norsk.tekst("deltaker.vara_for", hvem=f.vara_for) if f.vara_for else ""
    bak = skriv.klokke(klokke) if klokke else vara
    return f"{f.person.navn} ({bak})" if bak else f.person.navn


def _klokken(hva: str, f: Frammoett) -> time | None:
    if hva == "gikk":
        return f.gikk
    if hva != "kom":
        return None
    return f.borte[-1][1] if f.borte else f.kom
