"""What may be done with a point that is written: any of them, at any time until the referat is approved.

Nobody's words are overwritten unseen; all texts a point has had are kept.
"""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from bot.domain import fritekst
from bot.domain.bokakt import Akt, som_dato, som_verdier
from bot.domain.bokloep import krev_ulaast, med_key
from bot.domain.bokpunkt import aapent_vedtak, krev_frist, punkt
from bot.domain.bokpunktfeil import (
    EndretAvAnnen,
    ErStroeket,
    FlereTreff,
    IkkeAapent,
    IkkeFunnet,
    IkkeOppfoelging,
    IkkeStroeket,
    UtenEndring,
)
from bot.domain.bokstand import Bokstand, Punkt, Revisjon
from bot.domain.frammoete import Hvem
from bot.domain.moetebok import Foering, Foeringsslag, Punktslag
from bot.domain.plasser import ident, samme


def rett(
    stand: Bokstand, akt: Akt, nr: int, tekst: str, *, sett: int | None = None, uansett: bool = False
) -> tuple[Foering, ...]:
    """A new text. `sett` is how many revisions the writer has seen; where that is not known, what stood
    when the writer last wrote there, or was shown it (`har_sett`), counts as seen. Raises EndretAvAnnen
    (not where `uansett`), UgyldigTekst, UtenEndring, ErStroeket, PunktFinnesIkke, Laast.
    """
    denne = _staaende(stand, nr)
    if not uansett and _usett(stand, akt, denne, sett):
        raise EndretAvAnnen(denne)
    return _med_tekst(akt, denne, tekst)


def har_sett(stand: Bokstand, akt: Akt, nr: int) -> tuple[Foering, ...]:
    """The writer was shown the point as it stands. Raises PunktFinnesIkke, Laast."""
    return (akt.foering(Foeringsslag.SETT, nr=_staaende(stand, nr).nr),)


def bytt(stand: Bokstand, akt: Akt, nr: int, fra: str, til: str) -> tuple[Foering, ...]:
    """Some words in the place of others, in the text as it stands now: so nobody's are overwritten. Whole
    words before parts of words, as written before whatever the case. Raises IkkeFunnet, FlereTreff, and
    what `rett` raises.
    """
    denne = _staaende(stand, nr)
    treff = _treff(denne.tekst, fritekst.renset(fra))
    if not treff:
        raise IkkeFunnet(denne, fra)
    if len(treff) > 1:
        raise FlereTreff(denne, fra, len(treff))
    funnet = treff[0]
    nytt = _som_foer(funnet[0], fritekst.renset(til))
    skrevet = denne.tekst[: funnet.start()] + nytt + denne.tekst[funnet.end() :]
    return _med_tekst(akt, denne, skrevet if nytt else re.sub(r" +(?=[.,;:])", "", skrevet))


def endre_slag(stand: Bokstand, akt: Akt, nr: int, slag: Punktslag) -> tuple[Foering, ...]:
    """Its frist and who stay with it. Raises UtenEndring, ErStroeket, PunktFinnesIkke, Laast."""
    denne = _staaende(stand, nr)
    if denne.slag is slag:
        raise UtenEndring(denne)
    til = _til_vedtak(stand, denne, slag, denne.sak)
    return _endret(akt, nr, slag=slag.value, til_vedtak=til)


def flytt(stand: Bokstand, akt: Akt, nr: int, sak: int) -> tuple[Foering, ...]:
    """To another sak. Raises SakFinnesIkke, UtenEndring, ErStroeket, PunktFinnesIkke, Laast."""
    denne = _staaende(stand, nr)
    if med_key(stand, sak).key == denne.sak:
        raise UtenEndring(denne)
    til = _til_vedtak(stand, denne, denne.slag, sak)
    return (akt.foering(Foeringsslag.FLYTTET, nr=nr, sak=sak, til_vedtak=til),)


def stryk(stand: Bokstand, akt: Akt, nre: Sequence[int]) -> tuple[Foering, ...]:
    """All of them or none. Raises ErStroeket, PunktFinnesIkke, Laast."""
    return tuple(
        akt.foering(Foeringsslag.STROEKET, nr=_staaende(stand, nr).nr) for nr in dict.fromkeys(nre)
    )


def hent(stand: Bokstand, akt: Akt, nr: int) -> tuple[Foering, ...]:
    """Brings a struck one back, where it was. Raises IkkeStroeket, PunktFinnesIkke, Laast."""
    krev_ulaast(stand)
    denne = punkt(stand, nr)
    if not denne.stroeket:
        raise IkkeStroeket(denne)
    return (akt.foering(Foeringsslag.HENTET, nr=nr),)


def sett_frist(stand: Bokstand, akt: Akt, nr: int, frist: date | None) -> tuple[Foering, ...]:
    """Of an oppfølging; the one before is kept. Raises IkkeOppfoelging, FristIFortiden, UtenEndring,
    ErStroeket, PunktFinnesIkke, Laast.
    """
    denne = _staaende(stand, nr)
    if denne.slag is not Punktslag.OPPFOELGING:
        raise IkkeOppfoelging(denne)
    krev_frist(akt, frist)
    if denne.frist == frist:
        raise UtenEndring(denne)
    return _endret(akt, nr, frist=som_dato(frist))


def sett_hvem(stand: Bokstand, akt: Akt, nr: int, hvem: Sequence[Hvem]) -> tuple[Foering, ...]:
    """Who said it, or is to do it: these and no others. Raises UtenEndring, ErStroeket, PunktFinnesIkke,
    Laast.
    """
    denne = _staaende(stand, nr)
    if [ident(h) for h in denne.hvem] == [ident(h) for h in hvem]:
        raise UtenEndring(denne)
    return _endret(akt, nr, hvem=som_verdier(hvem))


def fyll(stand: Bokstand, akt: Akt, nr: int, vedtak: int | None) -> tuple[Foering, ...]:
    """An innspill fills the open place of that vedtak in its sak (None: of none). Raises IkkeAapent,
    PunktFinnesIkke, ErStroeket, Laast.
    """
    denne = _staaende(stand, nr)
    if denne.slag is not Punktslag.INNSPILL:
        raise IkkeAapent(denne)
    if vedtak is not None:
        plass = _staaende(stand, vedtak)
        if not plass.aapent or plass.slag is not Punktslag.VEDTAK or plass.sak != denne.sak:
            raise IkkeAapent(plass)
    return _endret(akt, nr, til_vedtak=vedtak)


def unnta(
    stand: Bokstand, akt: Akt, hjemmel: str | None, *, nr: int | None = None, sak: int | None = None
) -> tuple[Foering, ...]:
    """A point, or a sak with all in it, is unntatt offentlighet; None: it is not any more. Raises
    UgyldigTekst, PunktFinnesIkke, SakFinnesIkke, Laast.
    """
    krev_ulaast(stand)
    ren = None if hjemmel is None else fritekst.tittel(hjemmel)
    if nr is not None:
        return (akt.foering(Foeringsslag.UNNTATT, nr=punkt(stand, nr).nr, hjemmel=ren),)
    return (akt.foering(Foeringsslag.UNNTATT, sak=med_key(stand, sak or 0).key, hjemmel=ren),)


def _staaende(stand: Bokstand, nr: int) -> Punkt:
    krev_ulaast(stand)
    denne = punkt(stand, nr)
    if denne.stroeket:
        raise ErStroeket(denne)
    return denne


def _usett(stand: Bokstand, akt: Akt, denne: Punkt, sett: int | None) -> bool:
    """Whether somebody else has changed the text since the writer saw it."""
    if sett is not None:
        andres = any(not _egen(akt, r) for r in denne.revisjoner[sett:])
        return sett > len(denne.revisjoner) or andres
    siste = denne.revisjoner[-1]
    if len(denne.revisjoner) == 1 or akt.av is None or _egen(akt, siste):
        return False
    return siste.foering > stand.skrev.get((ident(akt.av), denne.nr), 0)


def _egen(akt: Akt, revisjon: Revisjon) -> bool:
    return akt.av is not None and revisjon.av is not None and samme(revisjon.av, akt.av)


def _med_tekst(akt: Akt, denne: Punkt, tekst: str) -> tuple[Foering, ...]:
    ren = fritekst.punkt(tekst)
    if ren == denne.tekst:
        raise UtenEndring(denne)
    return (akt.foering(Foeringsslag.ENDRET, nr=denne.nr, tekst=ren),)


def _endret(akt: Akt, nr: int, **verdier: Any) -> tuple[Foering, ...]:
    return (akt.foering(Foeringsslag.ENDRET, nr=nr, **verdier),)


def _til_vedtak(stand: Bokstand, denne: Punkt, slag: Punktslag, sak: int) -> int | None:
    """Which open place it fills as that kind in that sak."""
    if slag is not Punktslag.INNSPILL:
        return None
    vedtak = aapent_vedtak(stand, sak)
    return vedtak.nr if vedtak is not None and vedtak.nr != denne.nr else None


def _treff(tekst: str, fra: str) -> list[re.Match[str]]:
    """Those of the first way of looking that finds any."""
    if not fra:
        return []
    rett_fram, hele = re.escape(fra), rf"(?<!\w){re.escape(fra)}(?!\w)"
    for moenster, flagg in ((hele, 0), (hele, re.I), (rett_fram, 0), (rett_fram, re.I)):
        funnet = list(re.finditer(moenster, tekst, flagg))
        if funnet:
            return funnet
    return []


def _som_foer(borte: str, nytt: str) -> str:
    """What is dictated has lost its capitals: a word that had one gets it again."""
    return nytt[:1].upper() + nytt[1:] if borte[:1].isupper() else nytt
