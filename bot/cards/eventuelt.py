"""Saker that were raised: the list of eventuelt, one sak with its log, and the receipt."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.cards.element import Element, avsnitt, overskrift, tekstblokk, tett
from bot.cards.melding import knapp, kort, utfoer
from bot.cards.moete import RADER, saa_mye_som_faar_plass
from bot.domain.conversation import Button
from bot.domain.eventuelt import OSLO
from bot.domain.meldtsak import ENDRET, MeldtSak, Sakslinje, Sakstilstand
from bot.language import skriv
from bot.turn import Message, Norsk


@dataclass(frozen=True)
class Rad:
    """One sak of a list, its number there, and what may be pressed beside it; `sted` is the body or the
    møte it is for, where the list is of several.
    """

    nr: int
    sak: MeldtSak
    knapper: tuple[Button, ...] = ()
    sted: str = ""


@dataclass(frozen=True)
class Liste:
    """`foerst` answers; `etterord` closes it. `intent` and `moete_id` are what «Vis flere» asks for."""

    foerst: str
    rader: Sequence[Rad]
    etterord: str = ""
    intent: str = "eventuelt.liste"
    moete_id: int | None = None
    hva: str | None = None
    knapper: tuple[Button, ...] = ()


def listekort(norsk: Norsk, liste: Liste, fra: int = 0) -> Message:
    """From row `fra` (0 is the first) as many as one takes in, every title whole."""
    igjen = liste.rader[fra:]

    def bygg(antall: int) -> Message:
        vist, rest = igjen[:antall], igjen[antall:]
        kropp: list[Element] = [overskrift(liste.foerst)]
        linjer, trykk = [liste.foerst], list[Button]()
        for rad in vist:
            kropp += _radelementer(norsk, rad)
            linjer.append(radlinje(norsk, rad))
            trykk += rad.knapper
        slutt = [norsk.tekst("liste.flere", antall=len(rest))] if rest else []
        slutt += [liste.etterord] if liste.etterord else []
        kropp += map(tekstblokk, slutt)
        under = [_flere(norsk, liste, fra + antall)] if rest else []
        melding = kort("\n".join([*linjer, *slutt]), kropp, [*under, *liste.knapper], uttale=liste.foerst)
        return Message(melding.text, melding.card, (*trykk, *melding.buttons))

    return saa_mye_som_faar_plass(bygg, min(len(igjen), RADER))


def _flere(norsk: Norsk, liste: Liste, fra: int) -> Button:
    return knapp(norsk.tekst("knapp.vis_flere"), liste.intent, moete=liste.moete_id, fra=fra, hva=liste.hva)


def _radelementer(norsk: Norsk, rad: Rad) -> list[Element]:
    under = tekstblokk(under_tittelen(norsk, rad), dempet=True, liten=True)
    elementer = [tekstblokk(f"{rad.nr}. {rad.sak.tittel}"), tett(under)]
    if rad.knapper:
        handlinger = [utfoer(k) for k in rad.knapper]
        elementer.append({"type": "ActionSet", "spacing": "Small", "actions": handlinger})
    return elementer


def radlinje(norsk: Norsk, rad: Rad) -> str:
    """«1. Bruk av tolk (Anne Berg, 8. mai, 10 minutter)»."""
    return f"{rad.nr}. {rad.sak.tittel} ({under_tittelen(norsk, rad)})"


def under_tittelen(norsk: Norsk, rad: Rad) -> str:
    """Where it is raised to, who raised it and when, the minutes wanted, and what has become of it."""
    sak = rad.sak
    ledd = [
        rad.sted,
        sak.av.navn,
        dag(norsk, sak.logg[0] if sak.logg else None) or "",
        norsk.varighet(sak.minutter) if sak.minutter else "",
        norsk.tekst("eventuelt.sen") if sak.sen else "",
        tilstand(norsk, sak),
    ]
    return ", ".join(d for d in ledd if d)


def tilstand(norsk: Norsk, sak: MeldtSak) -> str:
    """«tatt opp», «trukket»; nothing while it waits."""
    if sak.tilstand is Sakstilstand.MELDT:
        return ""
    return norsk.tekst(f"eventuelt.tilstand_{sak.slag.value}_{sak.tilstand.value}")


def dag(norsk: Norsk, linje: Sakslinje | None) -> str | None:
    """«8. mai»."""
    if linje is None:
        return None
    return norsk.dato(linje.at.astimezone(OSLO).date()).partition(" ")[2].rpartition(" ")[0]


def sakskort(norsk: Norsk, sak: MeldtSak, hvor: str, knapper: Sequence[Button] = ()) -> Message:
    """One sak: where it stands, what was written, and who has done what with it."""
    grunn = sak.begrunnelse or ""
    fakta = [hvor, *_fakta(norsk, sak)]
    logg = [logglinje(norsk, linje) for linje in sak.logg]
    kropp = [overskrift(sak.tittel), *(tett(tekstblokk(f, dempet=True)) for f in fakta)]
    kropp += avsnitt(grunn)
    kropp += [tekstblokk(linje, dempet=True, liten=True) for linje in logg]
    linjer = [sak.tittel, *fakta, *([grunn] if grunn else []), *logg]
    return kort("\n".join(linjer), kropp, knapper, uttale=sak.tittel)


def _fakta(norsk: Norsk, sak: MeldtSak) -> list[str]:
    fakta = [
        norsk.tekst("eventuelt.oensket_tid", varighet=norsk.varighet(sak.minutter)) if sak.minutter else "",
        norsk.tekst("eventuelt.vedlegg", navn=skriv.liste(sak.vedlegg)) if sak.vedlegg else "",
        norsk.tekst("eventuelt.svar", svar=sak.svar) if sak.svar else "",
        norsk.tekst("eventuelt.sen_stor") if sak.sen else "",
    ]
    return [f for f in fakta if f]


def logglinje(norsk: Norsk, linje: Sakslinje) -> str:
    """«Endret av Anne Berg 12. mai kl. 09.00. Før sto det «Tolk».»"""
    klokke = skriv.klokke(linje.at.astimezone(OSLO).time().replace(tzinfo=None))
    naar = f"{dag(norsk, linje)} kl. {klokke}"
    gjort = norsk.tekst(f"eventuelt.logg_{linje.hva}", navn=linje.av.navn, naar=naar)
    if linje.hva == ENDRET and linje.foer:
        return f"{gjort} {norsk.tekst('eventuelt.logg_foer', foer=linje.foer)}"
    return gjort


def kvittering(
    setninger: Sequence[str], knapper: Sequence[Button] = (), linjer: Sequence[str] = ()
) -> Message:
    """What was done, as a card, so that it takes the place of the one that was pressed; `linjer` are
    shown word for word.
    """
    foerst, *resten = setninger
    kropp = [overskrift(foerst), *map(tekstblokk, resten), *(e for linje in linjer for e in avsnitt(linje))]
    return kort("\n".join([foerst, *resten, *linjer]), kropp, knapper, uttale=foerst)
