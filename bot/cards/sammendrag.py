"""The sammendrag of a møte as it stands in a channel: what is worth knowing on a phone, the rest a press
away.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.cards.element import Element, avsnitt, mellomtittel, overskrift, tekstblokk
from bot.cards.melding import faar_plass, knapp, kort
from bot.cards.moetekort import moetet
from bot.cards.ord import naar
from bot.cards.sammendragslinjer import innholdslinjer, kortet_ned
from bot.cards.tekstflyt import Linje, Utsnitt, avsnittslinjer, flyt, sakens_mer
from bot.clock import OSLO
from bot.domain.conversation import Button
from bot.domain.register import Moetehode, Register
from bot.domain.sammendragsinnhold import Innhold
from bot.language import skriv
from bot.turn import Message, Norsk

VIS = "sammendrag.vis"
INGENTING, TATT_BORT = "sammendrag.ingenting", "sammendrag.tatt_bort"
"""What is said where there is nothing to tell, and where there no longer is."""
_KORT, _ALT = "sammendrag_kort", "sammendrag_alt"


@dataclass(frozen=True)
class Visning:
    """What is shown. `rettet` (UTC) is when it was changed in its place, `neste` the bodies' next møte.
    `del_nr`: that part alone, in the channel of a body that was with them there. `tomt`: what is said where
    there is nothing in it ("": nothing).
    """

    register: Register
    hode: Moetehode
    innhold: Innhold
    innledning: str | None = None
    rettet: datetime | None = None
    neste: Moetehode | None = None
    del_nr: int = 0
    tomt: str = INGENTING


def sammendragskort(norsk: Norsk, v: Visning) -> Message:
    """As it is posted."""
    return med_sammendrag(norsk, v, [tittelen(norsk, v)], referatknapper(norsk, v))


def med_sammendrag(norsk: Norsk, v: Visning, foerst: Sequence[str], knapper: Sequence[Button]) -> Message:
    """The lines `foerst`, the first of them as a heading, and the sammendrag under them. Where all of it
    has room in the card, «Vis alt» opens it there; else it is a button that asks.
    """
    alle = innholdslinjer(norsk, v.innhold, v.tomt)
    korte = kortet_ned(norsk, alle)
    if korte == alle:
        return _kort(norsk, v, foerst, alle, _elementer(alle), knapper)
    aapnes = _kort(norsk, v, foerst, alle, _to_deler(norsk, korte, alle), knapper)
    if faar_plass(aapnes):
        return aapnes
    mer = knapp(norsk.tekst("knapp.vis_alt"), VIS, moete=v.hode.id, hele=True)
    return _kort(norsk, v, foerst, korte, _elementer(korte), [mer, *knapper])


def hele_kortet(norsk: Norsk, v: Visning, utsnitt: Utsnitt) -> Message:
    """All of it, a card at a time."""
    linjer = [Linje(linje) for linje in _hodet(norsk, v)]
    linjer += [bit for x in innholdslinjer(norsk, v.innhold, v.tomt) for bit in _biter(x)]
    linjer += [Linje(linje) for linje in _neste(norsk, v)]
    mer = sakens_mer(VIS, moete=v.hode.id, hele=True)
    return flyt(norsk, tittelen(norsk, v), [], linjer, referatknapper(norsk, v), mer, utsnitt)


def tittelen(norsk: Norsk, v: Visning) -> str:
    noekkel = "sammendrag.tittel_del" if v.del_nr else "sammendrag.tittel"
    return norsk.tekst(noekkel, moete=moetet(norsk, v.register, v.hode))


def referatknapper(norsk: Norsk, v: Visning) -> list[Button]:
    """Not before the members have it: it would refuse them. That of a part is filed at its own body, once
    it is approved.
    """
    if v.del_nr or v.innhold.utkast:
        return []
    return [knapp(norsk.tekst("sammendrag.knapp_referat"), "referat.vis", moete=v.hode.id)]


def kort_dato(norsk: Norsk, dag: date, aar: int) -> str:
    """«12. mars», with the year where it is another than that."""
    uten_ukedag = norsk.dato(dag).partition(" ")[2]
    return uten_ukedag.rpartition(" ")[0] if dag.year == aar else uten_ukedag


def _kort(
    norsk: Norsk,
    v: Visning,
    foerst: Sequence[str],
    linjer: Sequence[Linje],
    kroppen: Iterable[Element],
    knapper: Sequence[Button],
) -> Message:
    hodet, innledning, neste = _hodet(norsk, v), v.innledning or "", _neste(norsk, v)
    kropp = [
        overskrift(foerst[0]),
        *(tekstblokk(linje) for linje in foerst[1:]),
        *(tekstblokk(linje, fet=nr == 0 and v.innhold.foreloepig) for nr, linje in enumerate(hodet)),
        *avsnitt(innledning, tett=False),
        *kroppen,
        *({**tekstblokk(linje), "spacing": "Medium", "separator": True} for linje in neste),
    ]
    tekster = [*foerst, *hodet, *filter(None, [innledning]), *map(_tekst, linjer), *neste]
    return kort("\n".join(tekster), kropp, knapper, uttale=_sagt([foerst[0], *hodet]))


def _sagt(linjer: Iterable[str]) -> str:
    """As sentences, also where a line is one already."""
    return " ".join(x if x.endswith((".", "?", "!")) else f"{x}." for x in linjer)


def _hodet(norsk: Norsk, v: Visning) -> list[str]:
    """How far the referat has come, and whether this was changed after it was posted."""
    linjer = [norsk.tekst("sammendrag.foreloepig")] if v.innhold.foreloepig else []
    if v.innhold.godkjent:
        dag = kort_dato(norsk, v.innhold.godkjent, v.hode.dato.year)
        linjer.append(norsk.tekst("sammendrag.godkjent", dato=dag))
    if v.rettet:
        lokal = v.rettet.astimezone(OSLO)
        dag = kort_dato(norsk, lokal.date(), v.hode.dato.year)
        linjer.append(norsk.tekst("sammendrag.rettet", dato=dag, klokke=skriv.klokke(lokal.time())))
    return linjer


def _neste(norsk: Norsk, v: Visning) -> list[str]:
    return [norsk.tekst("sammendrag.neste", naar=naar(norsk, v.neste))] if v.neste and not v.del_nr else []


def _to_deler(norsk: Norsk, korte: Sequence[Linje], alle: Sequence[Linje]) -> list[Element]:
    """One of them is seen at a time; no word goes to the bot."""
    vis = _veksle(norsk.tekst("knapp.vis_alt"))
    skjul = _veksle(norsk.tekst("sammendrag.knapp_mindre"))
    return [
        {"type": "Container", "id": _KORT, "items": [*_elementer(korte), vis]},
        {"type": "Container", "id": _ALT, "isVisible": False, "items": [*_elementer(alle), skjul]},
    ]


def _veksle(tittel: str) -> Element:
    handling = {"type": "Action.ToggleVisibility", "title": tittel, "targetElements": [_KORT, _ALT]}
    return {"type": "ActionSet", "spacing": "Small", "actions": [handling]}


def _elementer(linjer: Iterable[Linje]) -> list[Element]:
    return [e for x in linjer for e in ([mellomtittel(x.tekst)] if x.tittel else avsnitt(x.tekst))]


def _tekst(linje: Linje) -> str:
    return f"\n{linje.tekst}" if linje.tittel else linje.tekst


def _biter(linje: Linje) -> list[Linje]:
    return [linje] if linje.tittel else avsnittslinjer(linje.tekst)
