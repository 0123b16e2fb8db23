"""The receipt of a point: one short line that repeats sak and kind, so that a mishearing shows."""

import re
from collections.abc import Mapping, Sequence

from bot.cards.ord import forkortet
from bot.domain import bokpunkt
from bot.domain.bokstand import Boksak, Bokstand, Punkt, Status
from bot.domain.conversation import Button
from bot.domain.frammoete import Hvem
from bot.domain.moetebok import Punktslag
from bot.language import skriv
from bot.language.oppfoelging import frist_av, til_neste_moete
from bot.turn import Reply, Turn
from dialogs.bok import kvitter, stille
from dialogs.bokfoer import Foert
from dialogs.bokfolk import ukjente
from dialogs.bokprivat import spoer_den_som_skrev
from dialogs.svar import si_setning
from dialogs.tjenester import Tjenester

HVEM, AAPENT = "referat.hvem", "aapent"
TITTEL, DELTITTEL = 40, 80
_FRIST = re.compile(r"\b(?:innen|innan|frist|senest|seinast)\b", re.IGNORECASE)
"""A text with such a word names a deadline, understood or not."""
FORESLAATT = 4
"""As many names are offered where nobody was named."""


async def kvitter_punkter(
    turn: Turn, foert: Foert, tjenester: Tjenester, mer: Sequence[str] = ()
) -> list[Reply]:
    """With `mer` behind, and what must be asked: who is to do what nobody was named for."""
    nye = [foert.etter.punkter[nr] for nr in foert.nye_punkter]
    linjer = [
        *(punktlinje(turn, foert, p) for p in nye),
        *_merknader(turn, nye),
        *_fortsatt(turn, foert, nye),
        *mer,
    ]
    tekst = "\n".join(linjer)
    uten = [p for p in nye if p.slag is Punktslag.OPPFOELGING and not p.hvem]
    if len(uten) == 1 and len(nye) == 1:
        spurt = f"{tekst}\n{turn.norsk.tekst('foering.hvem')}"
        knapper = _hvem_knapper(turn, foert, uten[0], tjenester)
        return await spoer_den_som_skrev(turn, spurt, knapper, tjenester)
    knapper = _fyller_andre(turn, foert, nye, tjenester)
    if knapper and not stille(turn) and not turn.incoming.wants_body:
        return si_setning(turn, tekst, knapper)
    return kvitter(turn, tekst)


def _fyller_andre(turn: Turn, foert: Foert, nye: Sequence[Punkt], tjenester: Tjenester) -> list[Button]:
    """Of several vedtak that end in an open place the last takes it, unless the referent says another."""
    if len(nye) != 1 or nye[0].til_vedtak is None or nye[0].slag is not Punktslag.INNSPILL:
        return []
    andre = [p for p in foert.etter.i_sak(nye[0].sak) if p.aapent and p.nr != nye[0].til_vedtak]
    felles = {"bok": foert.bok.id, "hva": "fyll", "punkt": nye[0].nr, "op": tjenester.ny_id()}
    label = turn.norsk.tekst
    return [
        Button(label("foering.knapp_fyll", nr=p.nr), "referat.rett", {**felles, "vedtak": p.nr})
        for p in andre[-FORESLAATT:]
    ]


def _fortsatt(turn: Turn, foert: Foert, nye: Sequence[Punkt]) -> list[str]:
    """A point of another sak than the open one leaves that open; who said «sak 2» may think otherwise."""
    stand = foert.etter
    if stand.aapen is None or stand.hevet is not None or all(p.sak == stand.aapen for p in nye):
        return []
    return [turn.norsk.tekst("foering.fortsatt_aapen", sak=sakmerke(stand.sak(stand.aapen)))]


def punktlinje(turn: Turn, foert: Foert, punkt: Punkt) -> str:
    """«12/24 · innspill 3»; of an oppfølging also who and when."""
    return " · ".join([merket(foert.etter, punkt.nr, turn), *_hvem_og_naar(turn, punkt)])


def merket(stand: Bokstand, nr: int, turn: Turn) -> str:
    """«12/24 · innspill 3»."""
    punkt = stand.punkter[nr]
    slag = turn.norsk.tekst(f"foering.slag_{punkt.slag.value}")
    return f"{sakmerke(stand.sak(punkt.sak))} · {slag} {nr}"


def sakmerke(sak: Boksak) -> str:
    """Its number, or the title of one without."""
    return sak.saksnr or forkortet(sak.tittel, TITTEL)


def i_delen(stand: Bokstand, sak: Boksak) -> str:
    """« (felles møte med PSU)» behind a sak of another part: both may have an 01/25."""
    tittel = next((d.tittel for d in stand.deler if d.nr == sak.del_nr and d.tittel), None)
    return f" ({forkortet(tittel[0].lower() + tittel[1:], DELTITTEL)})" if sak.del_nr and tittel else ""


def _hvem_og_naar(turn: Turn, punkt: Punkt) -> list[str]:
    if punkt.slag is not Punktslag.OPPFOELGING:
        return []
    navn = skriv.liste([h.navn for h in punkt.hvem])
    frist = turn.norsk.tekst("foering.frist", dato=turn.norsk.dato(punkt.frist)) if punkt.frist else ""
    return [d for d in (navn, frist) if d]


def _merknader(turn: Turn, nye: list[Punkt]) -> list[str]:
    folk: Mapping[Hvem, None] = dict.fromkeys(h for p in nye for h in p.hvem)
    fyller = [p for p in nye if p.til_vedtak is not None and p.slag is Punktslag.INNSPILL]
    linjer = [turn.norsk.tekst("foering.fyller", nr=p.til_vedtak or 0) for p in fyller]
    linjer += [turn.norsk.tekst("foering.aapent_vedtak", nr=p.nr) for p in nye if p.aapent]
    uklar = [p for p in nye if p.slag is Punktslag.OPPFOELGING and _uklar_frist(turn, p)]
    linjer += [turn.norsk.tekst(_uklarhet(p), nr=p.nr) for p in uklar]
    kjent = ukjente(turn, list(folk))
    return [*linjer, *([kjent] if kjent else [])]


def _uklarhet(punkt: Punkt) -> str:
    return "diktat.frist_neste_moete" if til_neste_moete(punkt.tekst) else "diktat.frist_uklar"


def _uklar_frist(turn: Turn, punkt: Punkt) -> bool:
    """A deadline is named, and no day is found in it."""
    if punkt.frist is not None:
        return False
    if til_neste_moete(punkt.tekst):
        return True
    if not _FRIST.search(punkt.tekst):
        return False
    return frist_av(punkt.tekst, turn.incoming.at.date()) is None


def _hvem_knapper(turn: Turn, foert: Foert, punkt: Punkt, tjenester: Tjenester) -> list[Button]:
    """Those who are there and present the sak first; and that it stays open."""
    op = tjenester.ny_id()
    felles = {"bok": foert.bok.id, "punkt": punkt.nr, "op": op}
    ansvarlig = foert.etter.sak(punkt.sak).ansvarlig or ""
    rekke = {Status.TIL_STEDE: 0, Status.BEKREFTES: 1}
    ventet = sorted((f for f in foert.etter.frammoete if f.status in rekke), key=lambda f: rekke[f.status])
    her = list(dict.fromkeys(f.person.navn for f in ventet))
    her.sort(key=lambda navn: navn not in ansvarlig)
    navn = [Button(n, HVEM, {**felles, "navn": n}) for n in her[:FORESLAATT]]
    return [*navn, Button(turn.norsk.tekst("foering.knapp_aapent"), HVEM, {**felles, AAPENT: True})]


def si_rettet(turn: Turn, stand: Bokstand, hva: str, nr: int) -> list[Reply]:
    """A receipt about a point that was changed; `hva` is how."""
    if stille(turn):
        return []
    punkt = bokpunkt.punkt(stand, nr)
    tekst = turn.norsk.tekst(f"foering.rettet_{hva}", punkt=merket(stand, nr, turn), tekst=punkt.tekst)
    return kvitter(turn, tekst) if turn.incoming.wants_body else si_setning(turn, tekst)
