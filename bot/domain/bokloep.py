"""Where the møte is: a sak is opened, a sak or a part is added, a pause, the end."""

from collections.abc import Sequence
from datetime import time

from bot.domain import fritekst, saksnummer
from bot.domain.bokaapning import sakslag
from bot.domain.bokakt import Akt, bare_sagt, som_klokke, som_verdi, som_verdier
from bot.domain.bokfeil import (
    AlleredeAapen,
    AlleredeHevet,
    AlleredeSendt,
    DelErAapen,
    DelFinnes,
    DelFinnesIkke,
    ErPause,
    IkkeHevet,
    IkkeIGang,
    IkkePause,
    Laast,
    SakFinnesIkke,
    SaksnrBrukt,
    UgyldigSaksnr,
)
from bot.domain.bokstand import Boksak, Boksakslag, Bokstand
from bot.domain.frammoete import Hvem
from bot.domain.moetebok import Boktilstand, Foering, Foeringsslag
from bot.domain.navn import likt

SIST = frozenset({Boksakslag.EVENTUELT, Boksakslag.AVSLUTNING})
"""A new sak comes before these."""


def krev_ulaast(stand: Bokstand) -> None:
    """Raises Laast."""
    if stand.tilstand is Boktilstand.GODKJENT:
        raise Laast(stand.godkjent)


def med_key(stand: Bokstand, key: int) -> Boksak:
    """Raises SakFinnesIkke."""
    sak = next((s for s in stand.saker if s.key == key), None)
    if sak is None:
        raise SakFinnesIkke(str(key))
    return sak


def aapne_sak(stand: Bokstand, akt: Akt, key: int) -> tuple[Foering, ...]:
    """Ends a pause too. Once the møte is closed, points still go to it. Raises SakFinnesIkke,
    AlleredeAapen, Laast.
    """
    krev_ulaast(stand)
    sak = med_key(stand, key)
    if stand.aapen == key and stand.pause is None:
        raise AlleredeAapen(sak)
    return (akt.foering(Foeringsslag.SAK_AAPNET, sak=key),)


def ny_sak(
    stand: Bokstand,
    akt: Akt,
    tittel: str,
    saksnr: str | None = None,
    del_nr: int | None = None,
    slag: Boksakslag | None = None,
    aapne: bool = True,
    ansvarlig: str | None = None,
) -> tuple[Foering, ...]:
    """Last in its part (None: the one that goes on), before an eventuelt that has not been opened, and
    opened at once. What kind it is its title says, where `slag` does not. Raises UgyldigTekst,
    UgyldigSaksnr, SaksnrBrukt, Laast.
    """
    krev_ulaast(stand)
    i_del = stand.aapen_del if del_nr is None else del_nr
    nr = _nummer(stand, saksnr, i_del)
    ren = fritekst.tittel(tittel)
    hva = slag or sakslag(ren)
    innleder = None if ansvarlig is None else fritekst.tittel(ansvarlig)
    felt = bare_sagt(saksnr=nr, ansvarlig=innleder, foer=_foer(stand, i_del, hva))
    felt |= {"slag": hva.value} if hva is not Boksakslag.SAK else {}
    felt |= {"del": i_del} if i_del else {}
    key = stand.teller.sak + 1
    lagt = akt.foering(Foeringsslag.SAK_LAGT, sak=key, tekst=ren, **felt)
    return (lagt, akt.foering(Foeringsslag.SAK_AAPNET, sak=key)) if aapne else (lagt,)


def endre_sak(
    stand: Bokstand,
    akt: Akt,
    key: int,
    tittel: str | None = None,
    saksnr: str | None = None,
    ansvarlig: str | None = None,
) -> tuple[Foering, ...]:
    """What is given changes. Raises SakFinnesIkke, UgyldigTekst, UgyldigSaksnr, SaksnrBrukt, Laast."""
    krev_ulaast(stand)
    sak = med_key(stand, key)
    felt = bare_sagt(
        saksnr=_nummer(stand, saksnr, sak.del_nr, key),
        ansvarlig=None if ansvarlig is None else fritekst.tittel(ansvarlig),
    )
    tekst = None if tittel is None else fritekst.tittel(tittel)
    return (akt.foering(Foeringsslag.SAK_ENDRET, sak=key, tekst=tekst, **felt),)


def ny_del(stand: Bokstand, akt: Akt, tittel: str, organ_ids: Sequence[int] = ()) -> tuple[Foering, ...]:
    """«Felles møte med …»: a part with a numbering and an attendance of its own, which goes on from now
    on; no sak of it is open yet. `organ_ids` are all bodies it is filed under (none: the møte's own).
    Raises DelFinnes, UgyldigTekst, Laast.
    """
    krev_ulaast(stand)
    ren = fritekst.tittel(tittel)
    lik = next((d for d in stand.deler if d.tittel and likt(d.tittel, ren)), None)
    if lik is not None:
        raise DelFinnes(lik)
    ids = list(organ_ids or stand.deler[0].organ_ids)
    nr = stand.teller.del_ + 1
    return (akt.foering(Foeringsslag.DEL_LAGT, nr=nr, tekst=ren, organ_ids=ids, aapen=True),)


def gaa_til_del(stand: Bokstand, akt: Akt, nr: int = 0) -> tuple[Foering, ...]:
    """The part goes on (0: the møte's own, when a felles møte is over); no sak of it is open yet. Raises
    DelFinnesIkke, DelErAapen, Laast.
    """
    krev_ulaast(stand)
    del_ = next((d for d in stand.deler if d.nr == nr), None)
    if del_ is None:
        raise DelFinnesIkke(nr)
    if stand.aapen_del == nr:
        raise DelErAapen
    ids = list(del_.organ_ids)
    return (akt.foering(Foeringsslag.DEL_LAGT, nr=nr, tekst=del_.tittel, organ_ids=ids, aapen=True),)


def pause(stand: Bokstand, akt: Akt, til: time | None = None) -> tuple[Foering, ...]:
    """`til`: when it is to end, where that is said. Raises IkkeIGang, ErPause, Laast."""
    _krev_i_gang(stand)
    if stand.pause is not None:
        raise ErPause(stand.pause)
    return (akt.foering(Foeringsslag.PAUSE, **bare_sagt(til=til and som_klokke(til))),)


def tilbake(stand: Bokstand, akt: Akt) -> tuple[Foering, ...]:
    """Raises IkkePause, IkkeIGang, Laast."""
    _krev_i_gang(stand)
    if stand.pause is None:
        raise IkkePause
    return (akt.foering(Foeringsslag.TILBAKE),)


def hev(stand: Bokstand, akt: Akt, klokke: time | None = None) -> tuple[Foering, ...]:
    """Closes at once, whatever is missing. `klokke` (Oslo) where another than now was said. Raises
    AlleredeHevet, Laast.
    """
    krev_ulaast(stand)
    if stand.hevet is not None:
        raise AlleredeHevet(stand.hevet)
    return (akt.foering(Foeringsslag.HEVET, **bare_sagt(klokke=som_klokke(klokke))),)


def gjenaapne(stand: Bokstand, akt: Akt) -> tuple[Foering, ...]:
    """Raises IkkeHevet, AlleredeSendt, Laast."""
    krev_ulaast(stand)
    if stand.hevet is None:
        raise IkkeHevet
    if stand.sendt is not None:
        raise AlleredeSendt(stand.merknadsfrist)
    return (akt.foering(Foeringsslag.GJENAAPNET),)


def sett_moeteleder(stand: Bokstand, akt: Akt, hvem: Hvem) -> tuple[Foering, ...]:
    """Raises Laast."""
    krev_ulaast(stand)
    return (akt.foering(Foeringsslag.MOETELEDER, hvem=som_verdi(hvem)),)


def sett_referenter(stand: Bokstand, akt: Akt, hvem: Sequence[Hvem]) -> tuple[Foering, ...]:
    """These and no others. Raises Laast."""
    krev_ulaast(stand)
    return (akt.foering(Foeringsslag.REFERENT, hvem=som_verdier(dict.fromkeys(hvem))),)


def _krev_i_gang(stand: Bokstand) -> None:
    krev_ulaast(stand)
    if stand.hevet is not None:
        raise IkkeIGang


def _foer(stand: Bokstand, del_nr: int, slag: Boksakslag) -> int | None:
    """The first of what ends that part and has not been opened."""
    aapnet = {a.sak for a in stand.loep}
    i_del = (s for s in stand.saker if s.del_nr == del_nr and s.under is None and s.key not in aapnet)
    slutt = {Boksakslag.AVSLUTNING} if slag in SIST else SIST
    return next((s.key for s in i_del if s.slag in slutt), None)


def _nummer(stand: Bokstand, skrevet: str | None, del_nr: int, key: int | None = None) -> str | None:
    """As it is written; no other sak of the part has it."""
    if skrevet is None:
        return None
    lest = saksnummer.parse(skrevet)
    if lest is None:
        raise UgyldigSaksnr(skrevet)
    i_del = (s for s in stand.saker if s.del_nr == del_nr and s.saksnr and s.key != key)
    lik = next((s for s in i_del if saksnummer.same(s.saksnr or "", lest.skrevet)), None)
    if lik is not None:
        raise SaksnrBrukt(lik)
    return lest.skrevet
