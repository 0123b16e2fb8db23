"""The saksliste as rows of a table and as lines of text, and how long it all takes."""

from collections.abc import Sequence

from bot.cards.element import Element, tabell, tekstblokk, tett
from bot.cards.ord import Tall, ansvarlige, klokkeslett
from bot.domain.innkalling import Agendapunkt, Agendatype
from bot.language import skriv
from bot.turn import Norsk

KOLONNER: tuple[int | str, ...] = ("58px", 1)
"""The clock is as narrow as it can be, so that titles have room at 360 px."""


def agendatabell(norsk: Norsk, punkter: Sequence[Agendapunkt], *, utfyllende: bool) -> Element:
    """`utfyllende`: also bullets and the clock a slot ends."""
    hode = (norsk.tekst("saksliste.kl"), norsk.tekst("saksliste.sak_og_ansvarlig"))
    return tabell(KOLONNER, hode, [_rad(norsk, p, utfyllende) for p in punkter])


def agendalinjer(norsk: Norsk, punkter: Sequence[Agendapunkt], *, utfyllende: bool) -> list[str]:
    linjer = []
    for p in punkter:
        linjer.append(_linje(norsk, p))
        linjer += [f"   • {punkt}" for punkt in p.punkter if utfyllende]
    return linjer


def poster(agenda: Sequence[Agendapunkt]) -> list[Agendapunkt]:
    """The slots: saker and pauses, but not the closing line."""
    return [p for p in agenda if p.type is not Agendatype.AVSLUTNING]


def av_type(agenda: Sequence[Agendapunkt], type_: Agendatype) -> list[Agendapunkt]:
    return [p for p in agenda if p.type is type_]


def omfang(norsk: Norsk, agenda: Sequence[Agendapunkt]) -> str:
    """«Ni saker og to pauser, elleve poster på til sammen 240 minutter»; without the minutes where
    the paper does not give them all.
    """
    saker, pauser = av_type(agenda, Agendatype.SAK), av_type(agenda, Agendatype.PAUSE)
    ord_ = norsk.tekst("omfang.saker", antall=Tall(len(saker)))
    if pauser:
        deler = skriv.liste([ord_, norsk.tekst("omfang.pauser", antall=Tall(len(pauser)))])
        alle = norsk.tekst("omfang.poster", antall=Tall(len(saker) + len(pauser)))
        ord_ = f"{deler}, {alle}"
    minutter = minutter_i_alt(agenda)
    return norsk.tekst("omfang.med_minutter", omfang=ord_, minutter=minutter) if minutter else ord_


def minutter_i_alt(agenda: Sequence[Agendapunkt]) -> int | None:
    """The minutes of all slots together; None where one is not known."""
    alle = [minutter(p) for p in poster(agenda)]
    return sum(m for m in alle if m) if alle and all(m is not None for m in alle) else None


def minutter(punkt: Agendapunkt) -> int | None:
    """As written, else from the clock."""
    if punkt.minutter is not None or punkt.start is None or punkt.slutt is None:
        return punkt.minutter
    return (punkt.slutt.hour - punkt.start.hour) * 60 + punkt.slutt.minute - punkt.start.minute


def _rad(norsk: Norsk, p: Agendapunkt, utfyllende: bool) -> list[list[Element]]:
    return [_klokke(p, utfyllende), _innhold(norsk, p, utfyllende)]


def _klokke(p: Agendapunkt, utfyllende: bool) -> list[Element]:
    if p.start is None:
        return []
    start = tekstblokk(skriv.klokke(p.start))
    return (
        [start, tett(tekstblokk(f"–{skriv.klokke(p.slutt)}", dempet=True))]
        if utfyllende and p.slutt
        else [start]
    )


def _innhold(norsk: Norsk, p: Agendapunkt, utfyllende: bool) -> list[Element]:
    er_sak = p.type is Agendatype.SAK
    linjer = [tekstblokk(_tittel(p), fet=er_sak and utfyllende, dempet=not er_sak)]
    if utfyllende:
        linjer += [tett(tekstblokk(f"• {punkt}")) for punkt in p.punkter]
    under = " · ".join(
        ledd for ledd in (ansvarlige(p), _min(norsk, p) if utfyllende or not er_sak else "") if ledd
    )
    return [*linjer, tett(tekstblokk(under, dempet=True, liten=True))] if under else linjer


def _tittel(p: Agendapunkt) -> str:
    return f"{p.saksnr} {p.tittel}" if p.saksnr else p.tittel


def _min(norsk: Norsk, p: Agendapunkt) -> str:
    m = minutter(p)
    return norsk.varighet(m) if m else ""


def _linje(norsk: Norsk, p: Agendapunkt) -> str:
    foran = " ".join(ledd for ledd in (klokkeslett(p.start, p.slutt), _tittel(p).rstrip(".")) if ledd)
    hvem = norsk.tekst("saksliste.ansvarlig", hvem=ansvarlige(p)) if p.ansvarlige else ""
    return " ".join(_punktum(ledd) for ledd in (foran, hvem, _min(norsk, p)) if ledd)


def _punktum(ledd: str) -> str:
    return ledd if ledd.endswith((".", "?", "!")) else f"{ledd}."
