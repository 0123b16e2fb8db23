"""Vedtak: the forslag of the saksfremlegg and what became of them; votes; what is put off."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.domain import fritekst, saksnummer
from bot.domain.bokakt import Akt
from bot.domain.bokloep import krev_ulaast, med_key
from bot.domain.bokpunkt import Punktutkast, nye
from bot.domain.bokpunktfeil import (
    AlleredeSvart,
    ForslagFinnesIkke,
    HvilketForslag,
    UgyldigeStemmer,
    UtenForslag,
)
from bot.domain.boksaker import den_aapne
from bot.domain.bokstand import Boksak, Bokstand, Punkt
from bot.domain.forslagsord import hele, ordrett
from bot.domain.frammoete import Hvem
from bot.domain.innkalling import Forslag
from bot.domain.moete import Moete
from bot.domain.moetebok import Foering, Punktslag

ALLE = 0
"""As `Punkt.forslag`: all of them."""
STEMMER_MAKS = 1000


@dataclass(frozen=True)
class Forslagsvar:
    """A forslag beside what became of it. `innspill` fill the open place of the vedtak."""

    nr: int
    forslag: Forslag
    vedtak: Punkt | None = None
    innspill: tuple[Punkt, ...] = ()


def forslag_til(moete: Moete, sak: Boksak) -> tuple[Forslag, ...]:
    """Of the saksfremlegg with that number, in the møte's own part; none where there is none."""
    if moete.innkalling is None or sak.saksnr is None or sak.del_nr:
        return ()
    aar, nr = moete.dato.year, sak.saksnr
    alle = moete.innkalling.saksfremlegg
    fremlegg = moete.innkalling.fremlegg(nr) or next(
        (f for f in alle if saksnummer.same(f.saksnr, nr, aar)), None
    )
    return tuple(fremlegg.forslag_til_vedtak) if fremlegg else ()


def forslag_i(moete: Moete, stand: Bokstand) -> Mapping[int, tuple[Forslag, ...]]:
    """By the key of the sak; those that have any."""
    alle = {sak.key: forslag_til(moete, sak) for sak in stand.saker}
    return {key: forslag for key, forslag in alle.items() if forslag}


def side_om_side(stand: Bokstand, key: int, forslag: Sequence[Forslag]) -> tuple[Forslagsvar, ...]:
    """Each forslag with the last vedtak that answers it."""
    vedtak = [(p, svarer(p, forslag)) for p in stand.i_sak(key)]
    return tuple(_svar(stand, key, nr, ett, vedtak) for nr, ett in nummerert(forslag))


def svarer(punkt: Punkt, forslag: Sequence[Forslag]) -> int | None:
    """The number of the forslag that the point answers, ALLE where it answers all: a vedtak does, and a
    konklusjon that repeats one word for word. None: it answers none.
    """
    if punkt.slag is Punktslag.VEDTAK:
        return punkt.forslag or ALLE
    if punkt.slag is not Punktslag.KONKLUSJON:
        return None
    return next((nr for nr, ett in nummerert(forslag) if ordrett(punkt.tekst, ett)), None)


def nummerert(forslag: Sequence[Forslag]) -> tuple[tuple[int, Forslag], ...]:
    """With their numbers; those without get their place."""
    return tuple((f.nr or plass, f) for plass, f in enumerate(forslag, 1))


def vedta(
    stand: Bokstand,
    akt: Akt,
    forslag: Sequence[Forslag],
    *,
    nr: int | None = None,
    tillegg: str | None = None,
    sak: int | None = None,
) -> tuple[Foering, ...]:
    """«Vedtatt som foreslått»: a vedtak for each forslag that has no answer yet, or for the one named;
    `tillegg` is added to it. Raises UtenForslag, ForslagFinnesIkke, AlleredeSvart, HvilketForslag, and
    what `bokpunkt.nye` raises.
    """
    krev_ulaast(stand)
    saken = _saken(stand, sak)
    valgt = _ubesvarte(stand, saken, forslag, nr)
    if tillegg is not None and len(valgt) > 1:
        raise HvilketForslag(len(forslag))
    utkast = [_som_vedtak(n, f, tillegg, saken) for n, f in valgt]
    return nye(stand, akt, utkast)


def eget_vedtak(
    stand: Bokstand,
    akt: Akt,
    forslag: Sequence[Forslag],
    tekst: str,
    *,
    nr: int | None = None,
    sak: int | None = None,
) -> tuple[Foering, ...]:
    """In words of its own: in the place of the forslag that is named, of the only one, else of all. A sak
    without forslag takes it too. Raises ForslagFinnesIkke, AlleredeSvart, and what `bokpunkt.nye` raises.
    """
    krev_ulaast(stand)
    saken = _saken(stand, sak)
    if nr is not None:
        valgt: int | None = _ubesvarte(stand, saken, forslag, nr)[0][0]
    else:
        valgt = nummerert(forslag)[0][0] if len(forslag) == 1 else (ALLE if forslag else None)
    return nye(stand, akt, [Punktutkast(Punktslag.VEDTAK, tekst, forslag=valgt, sak=saken.key)])


def falt(
    stand: Bokstand, akt: Akt, forslag: Sequence[Forslag], nr: int, tekst: str, *, sak: int | None = None
) -> tuple[Foering, ...]:
    """The forslag fell; `tekst` says so. Raises UtenForslag, ForslagFinnesIkke, AlleredeSvart, and what
    `bokpunkt.nye` raises.
    """
    krev_ulaast(stand)
    saken = _saken(stand, sak)
    valgt = _ubesvarte(stand, saken, forslag, nr)[0][0]
    utkast = Punktutkast(Punktslag.VEDTAK, tekst, forslag=valgt, falt=True, sak=saken.key)
    return nye(stand, akt, [utkast])


def votering(
    stand: Bokstand, akt: Akt, tekst: str, stemmer: tuple[int, int, int] | None, *, sak: int | None = None
) -> tuple[Foering, ...]:
    """For, mot and blanke (None: enstemmig), about the last vedtak of the sak. Raises UgyldigeStemmer, and
    what `bokpunkt.nye` raises.
    """
    krev_ulaast(stand)
    if stemmer is not None and (min(stemmer) < 0 or not 0 < sum(stemmer) <= STEMMER_MAKS):
        raise UgyldigeStemmer
    saken = _saken(stand, sak)
    vedtak = _vedtak(stand, saken.key)
    om = vedtak[-1].nr if vedtak else None
    utkast = Punktutkast(Punktslag.VOTERING, tekst, stemmer=stemmer, til_vedtak=om, sak=saken.key)
    return nye(stand, akt, [utkast])


def protokolltilfoersel(
    stand: Bokstand, akt: Akt, tekst: str, hvem: Sequence[Hvem], *, sak: int | None = None
) -> tuple[Foering, ...]:
    """Raises what `bokpunkt.nye` raises."""
    return nye(stand, akt, [Punktutkast(Punktslag.PROTOKOLLTILFOERSEL, tekst, tuple(hvem), sak=sak)])


def utsett(stand: Bokstand, akt: Akt, tekst: str, *, sak: int | None = None) -> tuple[Foering, ...]:
    """The sak goes on the next saksliste (`utsatte`). Raises what `bokpunkt.nye` raises."""
    return nye(stand, akt, [Punktutkast(Punktslag.UTSATT, tekst, sak=sak)])


def utsatte(stand: Bokstand) -> tuple[Boksak, ...]:
    """The saker that are to go on the next saksliste."""
    utsatt = {p.sak for p in stand.punkter.values() if p.slag is Punktslag.UTSATT and not p.stroeket}
    return tuple(sak for sak in stand.saker if sak.key in utsatt)


def ubesvarte(stand: Bokstand, key: int, forslag: Sequence[Forslag]) -> tuple[int, ...]:
    """The numbers of those without an answer; a vedtak in words of its own answers all."""
    besvart = {svarer(p, forslag) for p in stand.i_sak(key)}
    if ALLE in besvart:
        return ()
    return tuple(nr for nr, _ in nummerert(forslag) if nr not in besvart)


def _saken(stand: Bokstand, sak: int | None) -> Boksak:
    return den_aapne(stand) if sak is None else med_key(stand, sak)


def _vedtak(stand: Bokstand, key: int) -> list[Punkt]:
    return [p for p in stand.i_sak(key) if p.slag is Punktslag.VEDTAK]


def _svar(
    stand: Bokstand, key: int, nr: int, forslag: Forslag, vedtak: Sequence[tuple[Punkt, int | None]]
) -> Forslagsvar:
    mine = [p for p, svar in vedtak if svar == nr] or [p for p, svar in vedtak if svar == ALLE]
    if not mine:
        return Forslagsvar(nr, forslag)
    fyller = (p for p in stand.i_sak(key) if p.slag is Punktslag.INNSPILL and p.til_vedtak == mine[-1].nr)
    return Forslagsvar(nr, forslag, mine[-1], tuple(fyller))


def _ubesvarte(
    stand: Bokstand, saken: Boksak, forslag: Sequence[Forslag], nr: int | None
) -> list[tuple[int, Forslag]]:
    """The one that is named, else all without an answer."""
    if not forslag:
        raise UtenForslag(saken)
    alle = nummerert(forslag)
    valgt = [(n, f) for n, f in alle if nr in (None, n)]
    if not valgt:
        raise ForslagFinnesIkke(nr or 0, len(forslag))
    aapne = set(ubesvarte(stand, saken.key, forslag))
    rest = [(n, f) for n, f in valgt if n in aapne]
    if not rest:
        svar = side_om_side(stand, saken.key, forslag)
        raise AlleredeSvart(next(s.vedtak for s in svar if s.vedtak and s.nr == valgt[0][0]))
    return rest


def _som_vedtak(nr: int, forslag: Forslag, tillegg: str | None, sak: Boksak) -> Punktutkast:
    tekst = hele(forslag)
    if tillegg is not None:
        tekst = f"{tekst.rstrip()}\n{fritekst.punkt(tillegg)}"
    aapent = forslag.aapent_for_innspill
    return Punktutkast(Punktslag.VEDTAK, tekst, forslag=nr, aapent=aapent, sak=sak.key)
