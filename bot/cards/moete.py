"""The card of a møte, and of its saksliste."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.cards.agenda import agendalinjer, agendatabell, omfang
from bot.cards.element import Element, overskrift, tekstblokk, tett
from bot.cards.eventueltmoete import Moetestatus, elementer, paa_kortet, under_sakslisten, utfylt
from bot.cards.melding import Lenke, faar_plass, knapp, kort
from bot.cards.ord import fullt_navn, stor
from bot.domain.conversation import Button
from bot.domain.innkalling import Agendapunkt
from bot.domain.moete import Moete
from bot.domain.moeteendring import sakslistens_start
from bot.domain.register import Moetehode, Register
from bot.language import skriv
from bot.turn import Message, Norsk

RADER = 30
"""As many rows as one can take in; the rest is a press away."""
INGEN_STATUS = Moetestatus()


@dataclass(frozen=True)
class Ramme:
    """What a card needs beside the møte: the words, the names, and where calendars are served (""
    nowhere).
    """

    norsk: Norsk
    register: Register
    public_url: str = ""


def moetekort(
    linje: str,
    moete: Moete,
    ramme: Ramme,
    etterord: str = "",
    foerst: Sequence[Button] = (),
    status: Moetestatus = INGEN_STATUS,
) -> Message:
    """`linje` is the answer; then body, place, size, saksliste and what has been raised since (`status`).
    `etterord` closes it. The buttons `foerst` are what it asks for: they stand before the calendar's.
    """
    linje, agenda = avlyst_foerst(ramme.norsk, moete, linje), _agenda(moete)
    detaljer = _detaljer(linje, moete, ramme, agenda)

    def bygg(antall: int) -> Message:
        vist = agenda[:antall]
        kropp = [overskrift(linje), *(tett(tekstblokk(d, dempet=i == 0)) for i, d in enumerate(detaljer))]
        kropp += [agendatabell(ramme.norsk, vist, utfyllende=False)] if vist else []
        linjer = [linje, *detaljer, *agendalinjer(ramme.norsk, vist, utfyllende=False)]
        if len(agenda) > antall:
            rest = ramme.norsk.tekst("saksliste.flere", antall=len(agenda) - antall)
            kropp.append(tekstblokk(rest, dempet=True))
            linjer.append(rest)
        meldt = paa_kortet(ramme.norsk, status)
        sist = [*klokkeslett(ramme.norsk, moete), *meldt, *([etterord] if etterord else [])]
        kropp += elementer(sist)
        knapper = _saksliste(moete, ramme) if agenda and not foerst else []
        samlet = "\n".join([*linjer, *sist])
        return kort(samlet, kropp, knapper, kalenderlenke(moete, ramme), linje, foerst)

    return saa_mye_som_faar_plass(bygg, min(len(agenda), RADER))


def _saksliste(moete: Moete, ramme: Ramme) -> list[Button]:
    return [knapp(ramme.norsk.tekst("knapp.saksliste"), "moete.saksliste", moete=moete.id)]


def saksliste(
    linje: str, moete: Moete, ramme: Ramme, fra: int = 0, status: Moetestatus = INGEN_STATUS
) -> Message:
    """The whole saksliste with bullets, minutes and ansvarlige, from row `fra` (0 is the first); what
    has been raised stands under Eventuelt.
    """
    linje = avlyst_foerst(ramme.norsk, moete, linje)
    agenda = utfylt(_agenda(moete), status)[fra:]

    def bygg(antall: int) -> Message:
        vist, rest = agenda[:antall], agenda[antall:]
        under = under_sakslisten(ramme.norsk, _agenda(moete), status)
        sist = [*klokkeslett(ramme.norsk, moete), *([] if rest else under)]
        omfanget = stor(omfang(ramme.norsk, _agenda(moete))) + "."
        kropp: list[Element] = [
            overskrift(linje),
            tekstblokk(omfanget),
            agendatabell(ramme.norsk, vist, utfyllende=True),
            *elementer(sist),
        ]
        knapper = []
        if rest:
            knapper = [
                knapp(
                    ramme.norsk.tekst("knapp.vis_flere"),
                    "moete.saksliste",
                    moete=moete.id,
                    fra=fra + antall,
                )
            ]
        linjer = [linje, omfanget, *agendalinjer(ramme.norsk, vist, utfyllende=True)]
        samlet = "\n".join([*linjer, *sist])
        return kort(samlet, kropp, knapper, kalenderlenke(moete, ramme), linje)

    return saa_mye_som_faar_plass(bygg, min(len(agenda), RADER))


def avlyst_foerst(norsk: Norsk, moete: Moete | Moetehode, linje: str) -> str:
    """The line, after «Avlyst.» where the møte is."""
    return norsk.tekst("moetet.avlyst_foerst", linje=linje) if moete.avlyst else linje


def klokkeslett(norsk: Norsk, moete: Moete) -> list[str]:
    """That the clock times of the saksliste are those of another start, where the møte has been moved."""
    start = sakslistens_start(moete)
    return [norsk.tekst("moetet.klokkeslett", klokke=skriv.klokke(start))] if start else []


def kalenderlenke(moete: Moete, ramme: Ramme) -> list[Lenke]:
    """«Legg i kalender», where somebody can reach the address; not of a møte that is avlyst."""
    if not ramme.public_url or moete.avlyst:
        return []
    url = f"{ramme.public_url.rstrip('/')}/ics/{moete.ics_noekkel}.ics"
    return [Lenke(ramme.norsk.tekst("knapp.kalender"), url)]


def saa_mye_som_faar_plass(bygg: Callable[[int], Message], antall: int) -> Message:
    """The message with as many of its items as the size of a card allows, at least one."""
    melding = bygg(antall)
    while antall > 1 and not faar_plass(melding):
        antall = antall * 3 // 4
        melding = bygg(antall)
    return melding


def _agenda(moete: Moete) -> list[Agendapunkt]:
    return moete.innkalling.agenda if moete.innkalling else []


def _detaljer(linje: str, moete: Moete, ramme: Ramme, agenda: list[Agendapunkt]) -> list[str]:
    navn = fullt_navn(ramme.register, moete.organ_ids, moete.dato)
    if len(ramme.register.helsefellesskap) > 1:
        navn = f"{navn}, {ramme.register.fellesskap(moete.helsefellesskap_id).navn}"
    sted = (
        ramme.norsk.tekst("moete.sted", sted=moete.sted)
        if moete.sted
        else ramme.norsk.tekst("moete.sted_ukjent")
    )
    return [
        navn,
        sted,
        *(
            [stor(omfang(ramme.norsk, agenda)) + "."]
            if agenda and omfang(ramme.norsk, agenda) not in linje
            else []
        ),
    ]
