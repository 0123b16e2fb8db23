"""What is said of a referat that is being kept: receipts, a sak, what is missing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.cards.element import Element, avsnitt, mellomtittel, overskrift, tekstblokk, tett
from bot.cards.melding import kort
from bot.cards.moete import saa_mye_som_faar_plass
from bot.cards.ord import forkortet, klokkeslett, sakstittel
from bot.domain.bokstand import Boksak
from bot.domain.conversation import Button
from bot.turn import Message, Norsk

FORSLAG_TEGN = 240
"""As much of a forslag stands on the card of a sak."""


@dataclass(frozen=True)
class Linjer:
    """A heading and lines under it."""

    foerst: str
    linjer: tuple[str, ...] = ()


def linjekort(innhold: Linjer, knapper: Sequence[Button] = ()) -> Message:
    kropp = [overskrift(innhold.foerst), *map(tekstblokk, innhold.linjer)]
    return kort("\n".join([innhold.foerst, *innhold.linjer]), kropp, knapper, uttale=innhold.foerst)


@dataclass(frozen=True)
class Sakvisning:
    """The sak that was opened. `etter`: how the møte is against its plan, in words. `forslag`: its forslag
    to vedtak, as they stand. `aapne`: what is open from earlier. `antall`: points it has already.
    """

    sak: Boksak
    etter: str = ""
    forslag: tuple[str, ...] = ()
    aapne: tuple[str, ...] = ()
    antall: int = 0


def sakkort(norsk: Norsk, vist: Sakvisning, knapper: Sequence[Button] = ()) -> Message:
    """The whole sak in a few lines."""
    foerst = sakstittel(vist.sak.saksnr, vist.sak.tittel)
    under = _under(norsk, vist)
    kropp: list[Element] = [overskrift(foerst)]
    kropp += [tett(tekstblokk(under, dempet=True, liten=True))] if under else []
    linjer = [foerst, *([under] if under else [])]
    for tittel, poster in (("foering.forslag", vist.forslag), ("foering.fra_foer", vist.aapne)):
        if poster:
            viste = [forkortet(p, FORSLAG_TEGN) for p in poster]
            kropp += [mellomtittel(norsk.tekst(tittel)), *(tett(e) for p in viste for e in avsnitt(p))]
            linjer += [f"{norsk.tekst(tittel)}:", *viste]
    return kort("\n".join(linjer), kropp, knapper, uttale=foerst)


def _under(norsk: Norsk, vist: Sakvisning) -> str:
    """«kl. 12.40–13.20 · Borgar Nesdal · 8 min etter planen · 3 punkter fra før»."""
    sak = vist.sak
    klokke = klokkeslett(sak.start, sak.slutt)
    punkter = norsk.tekst("foering.har_punkter", antall=vist.antall) if vist.antall else ""
    ledd = [f"kl. {klokke}" if klokke else "", sak.ansvarlig or "", vist.etter, punkter]
    return " · ".join(d for d in ledd if d)


@dataclass(frozen=True)
class Punktgruppe:
    """A heading, and lines of points under it."""

    tittel: str
    linjer: tuple[str, ...]


def punktkort(
    norsk: Norsk,
    foerst: str,
    grupper: Sequence[Punktgruppe],
    knapper: Sequence[Button] = (),
    flere: Callable[[int], Button] | None = None,
) -> Message:
    """As many points as a card takes, the first ones first; `flere` gives the button behind so many."""
    alle = [(g.tittel, linje) for g in grupper for linje in g.linjer]

    def bygg(antall: int) -> Message:
        kropp: list[Element] = [overskrift(foerst)]
        linjer, sist = [foerst], ""
        for tittel, linje in alle[:antall]:
            if tittel != sist:
                kropp.append(mellomtittel(tittel))
                linjer.append(tittel)
                sist = tittel
            kropp += avsnitt(linje)
            linjer.append(linje)
        rest = len(alle) - antall
        slutt = [norsk.tekst("liste.flere", antall=rest)] if rest > 0 else []
        trykk = [*knapper, *([flere(antall)] if flere and rest > 0 else [])]
        return kort("\n".join([*linjer, *slutt]), [*kropp, *map(tekstblokk, slutt)], trykk, uttale=foerst)

    return saa_mye_som_faar_plass(bygg, len(alle))
