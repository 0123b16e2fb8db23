"""New points of a møtebok. A number is never given twice, also where a point was taken back."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from bot.domain import fritekst
from bot.domain.bokakt import Akt, bare_sagt, som_dato, som_verdier
from bot.domain.bokfeil import FristIFortiden
from bot.domain.bokloep import krev_ulaast, med_key
from bot.domain.bokpunktfeil import IngenPunkter, PunktFinnesIkke
from bot.domain.boksaker import den_aapne
from bot.domain.bokstand import Boksak, Bokstand, Punkt
from bot.domain.frammoete import Hvem
from bot.domain.moetebok import Foering, Foeringsslag, Punktslag
from bot.domain.plasser import samme


@dataclass(frozen=True)
class Punktutkast:
    """A point before it has a number. `sak` is a key, None: the sak that is open."""

    slag: Punktslag
    tekst: str
    hvem: tuple[Hvem, ...] = ()
    frist: date | None = None
    forslag: int | None = None
    aapent: bool = False
    til_vedtak: int | None = None
    falt: bool = False
    stemmer: tuple[int, int, int] | None = None
    hjemmel: str | None = None
    sak: int | None = None


@dataclass(frozen=True)
class Punktkvittering:
    """What a receipt repeats, so that a mishearing shows: the sak, the kind, and which of that kind in the
    sak it is («12/24 · innspill 3»).
    """

    nr: int
    sak: Boksak
    slag: Punktslag
    nummer: int
    punkt: Punkt


def nytt(
    stand: Bokstand,
    akt: Akt,
    slag: Punktslag,
    tekst: str,
    *,
    sak: int | None = None,
    hvem: Sequence[Hvem] = (),
    frist: date | None = None,
    hjemmel: str | None = None,
) -> tuple[Foering, ...]:
    """One point; raises what `nye` does."""
    utkast = Punktutkast(slag, tekst, tuple(hvem), frist, hjemmel=hjemmel, sak=sak)
    return nye(stand, akt, [utkast])


def nye(stand: Bokstand, akt: Akt, utkast: Sequence[Punktutkast]) -> tuple[Foering, ...]:
    """All of them or none, numbered as they stand. An innspill in a sak whose last vedtak has an open place
    fills that; a vedtak that ends in a colon has one. Raises IngenSakAapen, SakFinnesIkke, UgyldigTekst,
    FristIFortiden, Laast.
    """
    krev_ulaast(stand)
    return tuple(_linjer(stand, akt, utkast))


def punkt(stand: Bokstand, nr: int) -> Punkt:
    """Also a struck one. Raises PunktFinnesIkke."""
    funnet = stand.punkter.get(nr)
    if funnet is None:
        raise PunktFinnesIkke(nr)
    return funnet


def siste_av(stand: Bokstand, av: Hvem | None, slag: Punktslag | None = None) -> Punkt:
    """«Siste»: the writer's own last (of that kind) that is not struck, else the last of all. Raises
    IngenPunkter.
    """
    alle = [p for _, p in sorted(stand.punkter.items()) if not p.stroeket]
    staar = [p for p in alle if slag is None or p.slag is slag]
    egne = [p for p in staar if av is not None and _skrevet_av(p, av)]
    if not staar:
        raise IngenPunkter
    return (egne or staar)[-1]


def kvittering(stand: Bokstand, nr: int) -> Punktkvittering:
    """`stand` is after the act. Raises PunktFinnesIkke."""
    funnet = punkt(stand, nr)
    like = [p for p in stand.i_sak(funnet.sak) if p.slag is funnet.slag and p.nr <= nr]
    return Punktkvittering(nr, stand.sak(funnet.sak), funnet.slag, max(1, len(like)), funnet)


def aapent_vedtak(stand: Bokstand, key: int) -> Punkt | None:
    """The vedtak whose open place innspill in that sak fill: the last that has one."""
    aapne = [p for p in stand.i_sak(key) if p.slag is Punktslag.VEDTAK and p.aapent]
    return aapne[-1] if aapne else None


def krev_frist(akt: Akt, frist: date | None) -> None:
    """Raises FristIFortiden."""
    if frist is not None and frist < akt.dag:
        raise FristIFortiden(frist)


def _skrevet_av(p: Punkt, av: Hvem) -> bool:
    foerste = p.revisjoner[0].av
    return foerste is not None and samme(foerste, av)


def _linjer(stand: Bokstand, akt: Akt, utkast: Sequence[Punktutkast]) -> Iterator[Foering]:
    aapne: dict[int, int] = {}
    for nr, gitt in enumerate(utkast, stand.teller.punkt + 1):
        tekst = fritekst.punkt(gitt.tekst)
        ett = replace(gitt, aapent=gitt.aapent or (gitt.slag is Punktslag.VEDTAK and tekst.endswith(":")))
        sak = den_aapne(stand) if ett.sak is None else med_key(stand, ett.sak)
        if ett.aapent:
            aapne[sak.key] = nr
        til = ett.til_vedtak
        if til is None and ett.slag is Punktslag.INNSPILL:
            staar = aapent_vedtak(stand, sak.key)
            til = aapne.get(sak.key, staar.nr if staar else None)
        yield akt.foering(Foeringsslag.PUNKT, nr=nr, sak=sak.key, tekst=tekst, **_verdier(akt, ett, til))


def _verdier(akt: Akt, ett: Punktutkast, til: int | None) -> dict[str, Any]:
    krev_frist(akt, ett.frist)
    return bare_sagt(
        slag=ett.slag.value,
        hvem=som_verdier(ett.hvem),
        frist=som_dato(ett.frist),
        forslag=ett.forslag,
        aapent=ett.aapent,
        falt=ett.falt,
        til_vedtak=til,
        stemmer=list(ett.stemmer) if ett.stemmer else None,
        hjemmel=None if ett.hjemmel is None else fritekst.tittel(ett.hjemmel),
    )
