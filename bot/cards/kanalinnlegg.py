"""What is posted in a body's channels: what has been raised to eventuelt, that a møte is near, that a
referat is approved, and the new oppgaver.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.cards.element import avsnitt, overskrift, tekstblokk
from bot.cards.kanaloppgave import uten_gjentak
from bot.cards.melding import knapp as leseknapp
from bot.cards.melding import kort
from bot.cards.moete import Ramme, kalenderlenke
from bot.cards.oppgavelinjer import ansvarlige, frist
from bot.cards.ord import Tall, forkortet, naar, organnavn, stor
from bot.domain.moete import Moete
from bot.domain.oppgave import Oppgave
from bot.domain.register import Moetehode, Register
from bot.turn import Message, Norsk

RADER = 20
"""As many lines as one reads on a phone; of the rest it is said how many there are."""
TEGN = 160


@dataclass(frozen=True)
class Naert:
    """A møte that is near: `dager` till then, `frist` for saker til eventuelt where it is still to come.
    `forsinket` is when (Oslo) it should have been told, where that is some time ago.
    """

    moete: Moete
    dager: int
    frist: date | None = None
    forsinket: datetime | None = None


def eventuelt(norsk: Norsk, register: Register, hode: Moetehode, titler: Sequence[str]) -> Message:
    """The titles alone, numbered as on the list: not who raised them. Of a møte that is avlyst: that."""
    om = {"organ": organnavn(register, hode.organ_ids, hode.dato), "naar": naar(norsk, hode)}
    if hode.avlyst:
        return _liste(norsk, norsk.tekst("innlegg.eventuelt_avlyst", **om), [])
    foerst = norsk.tekst("innlegg.eventuelt" if titler else "innlegg.eventuelt_ingen", **om)
    linjer = [f"{nr}. {forkortet(tittel, TEGN)}" for nr, tittel in enumerate(titler, start=1)]
    return _liste(norsk, foerst, linjer)


def paaminnelse(naert: Naert, ramme: Ramme) -> Message:
    norsk, moete = ramme.norsk, naert.moete
    om = {"organ": organnavn(ramme.register, moete.organ_ids, moete.dato), "naar": naar(norsk, moete)}
    foerst = _naar(norsk, naert.dager, om)
    agenda = moete.innkalling.agenda if moete.innkalling else []
    linjer = [
        *_forsinket(norsk, naert.forsinket),
        norsk.tekst("moete.sted", sted=moete.sted) if moete.sted else norsk.tekst("moete.sted_ukjent"),
        *([norsk.tekst("innlegg.frist", dato=norsk.dato(naert.frist))] if naert.frist else []),
    ]
    knapper = (
        [leseknapp(norsk.tekst("knapp.saksliste"), "moete.saksliste", moete=moete.id)] if agenda else []
    )
    kropp = [overskrift(foerst), *map(tekstblokk, linjer)]
    return kort("\n".join([foerst, *linjer]), kropp, knapper, kalenderlenke(moete, ramme))


def _forsinket(norsk: Norsk, skulle: datetime | None) -> list[str]:
    if skulle is None:
        return []
    return [norsk.tekst("innlegg.forsinket", naar=norsk.tidsrom(skulle.date(), skulle.time()))]


def godkjent(norsk: Norsk, register: Register, hode: Moetehode, saker: int) -> Message:
    foerst = norsk.tekst(
        "innlegg.godkjent", organ=organnavn(register, hode.organ_ids, hode.dato), dato=norsk.dato(hode.dato)
    )
    mer = norsk.tekst("innlegg.godkjent_saker", antall=Tall(saker))
    les = leseknapp(norsk.tekst("godkjenning.knapp_les"), "referat.vis", moete=hode.id)
    return kort(f"{foerst} {mer}", [overskrift(foerst), tekstblokk(mer)], [les])


def oppgaver(
    norsk: Norsk, register: Register, hode: Moetehode, organ_id: int, nye: Sequence[Oppgave]
) -> Message:
    """Of that body, from one møte: what, who and by when."""
    om = {"organ": organnavn(register, (organ_id,), hode.dato), "dato": norsk.dato(hode.dato)}
    if not nye:
        return _liste(norsk, norsk.tekst("innlegg.ingen_oppgaver", **om), [])
    foerst = stor(norsk.tekst("innlegg.oppgaver", antall=Tall(len(nye)), **om))
    egne = [uten_gjentak(norsk, o, hode.dato) for o in nye]
    return _liste(norsk, foerst, [f"• {_oppgave(norsk, o)}" for o in egne])


def _oppgave(norsk: Norsk, o: Oppgave) -> str:
    """«Oppgave 3: Ringer kommunene (ansvarlig: Jonas Vik, frist: mandag 17. februar 2025)»."""
    med = ", ".join(d for d in (ansvarlige(norsk, o), frist(norsk, o)) if d)
    hva = f"{norsk.tekst('oppgave.navn', nr=o.nr)}: {forkortet(o.hva.rstrip(' .'), TEGN)}"
    return f"{hva} ({med})" if med else hva


def _naar(norsk: Norsk, dager: int, om: dict[str, str]) -> str:
    if dager <= 0:
        return norsk.tekst("innlegg.moete_i_dag", **om)
    if dager == 1:
        return norsk.tekst("innlegg.moete_i_morgen", **om)
    return norsk.tekst("innlegg.moete_om", dager=Tall(dager), **om)


def _liste(norsk: Norsk, foerst: str, linjer: Sequence[str]) -> Message:
    """What people have written stands word for word."""
    vist, rest = linjer[:RADER], linjer[RADER:]
    mer = [norsk.tekst("innlegg.flere", antall=Tall(len(rest)))] if rest else []
    kropp = [overskrift(foerst), *(e for linje in vist for e in avsnitt(linje)), *map(tekstblokk, mer)]
    return kort("\n".join([foerst, *vist, *mer]), kropp)
