"""The saker of a møte, innkalling and referat put together, and how one is found."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain import saksnummer
from bot.domain.innkalling import Agendapunkt, Agendatype, Innkalling, Saksfremlegg
from bot.domain.moete import Moete
from bot.domain.navn import norm
from bot.domain.referat import Referat, Referatdel, Referatsak


@dataclass(frozen=True)
class Sak:
    """What all the papers of one møte say of one sak. `del_tittel` where it belongs to a felles møte."""

    tittel: str
    saksnr: str | None = None
    punkt: Agendapunkt | None = None
    fremlegg: Saksfremlegg | None = None
    referatsak: Referatsak | None = None
    del_tittel: str | None = None


def saker(moete: Moete) -> tuple[Sak, ...]:
    """In the order of the saksliste; then what only the referat has."""
    fra_innkalling = _fra_innkalling(moete.innkalling, moete.dato.year) if moete.innkalling else []
    if moete.referat is None:
        return tuple(fra_innkalling)
    return tuple(_med_referat(fra_innkalling, moete.referat, moete.dato.year))


def med_nummer(liste: Sequence[Sak], nummer: int, aar: int | None, moeteaar: int) -> list[Sak]:
    """Those with that number; a year that is named must agree («24» and 2024 are the same)."""
    oensket = saksnummer.full_year(str(aar)) if aar is not None else None
    return [s for s in liste if any(_passer(nr, nummer, oensket, moeteaar) for nr in _numre(s))]


def noeyaktig(treff: Sequence[Sak], skrevet: str) -> list[Sak]:
    """Of several with one number the one written just so, zero and all: «01/25» beside «1/25» is the
    body's own sak beside that of a felles møte. «1/25» is what one writes for both.
    """
    nummer = saksnummer.strip_sak(skrevet)
    like = [s for s in treff if s.saksnr == nummer] if nummer.startswith("0") else []
    return like or list(treff)


def med_saksnr(
    liste: Sequence[Sak], saksnr: str | None, tittel: str | None, del_tittel: str | None
) -> Sak | None:
    """The one a button stands for: written number (or title, where it has none) and part."""
    return next(
        (
            s
            for s in liste
            if s.del_tittel == del_tittel and (s.saksnr == saksnr if saksnr else s.tittel == tittel)
        ),
        None,
    )


def paa_plass(liste: Sequence[Sak], plass: int) -> Sak | None:
    """Number `plass` of the body's own saker, from 1; -1 is the last."""
    egne = [s for s in liste if s.del_tittel is None]
    indeks = plass - 1 if plass > 0 else plass
    return egne[indeks] if plass and -len(egne) <= indeks < len(egne) else None


def med_ansvarlig(liste: Sequence[Sak], navn: str) -> list[Sak]:
    """Those that somebody with that name (or a part of it, as whole words) presents."""
    return [s for s in liste if any(har_navn(a, navn) for a in innledere(s))]


def innledere(sak: Sak) -> list[str]:
    """The names of those who present it."""
    if sak.punkt and sak.punkt.ansvarlige:
        return [a.navn for a in sak.punkt.ansvarlige]
    return [sak.referatsak.innleder] if sak.referatsak and sak.referatsak.innleder else []


def har_navn(fullt: str, navn: str) -> bool:
    """Whether every word of `navn` is a word of `fullt`: «Jon» is not in «Jonas Vik»."""
    return set(norm(navn).split()) <= set(norm(fullt).split())


def _numre(sak: Sak) -> list[str]:
    rettet = sak.referatsak.saksnr_rettet if sak.referatsak else None
    return [nr for nr in (sak.saksnr, rettet) if nr]


def _passer(skrevet: str, nummer: int, aar: int | None, moeteaar: int) -> bool:
    lest = saksnummer.parse(skrevet, moeteaar)
    return lest is not None and lest.nummer == nummer and aar in (None, lest.aar or moeteaar)


def _fra_innkalling(innkalling: Innkalling, aar: int) -> list[Sak]:
    punkter = [p for p in innkalling.agenda if p.type is Agendatype.SAK]
    liste = [Sak(p.tittel, p.saksnr, p, _fremlegg(innkalling, p.saksnr, aar)) for p in punkter]
    brukt = [s.fremlegg for s in liste]
    return [
        *liste,
        *(
            Sak(f.tittel, f.saksnr, None, f)
            for f in innkalling.saksfremlegg
            if not any(f is b for b in brukt)
        ),
    ]


def _fremlegg(innkalling: Innkalling, saksnr: str | None, aar: int) -> Saksfremlegg | None:
    if saksnr is None:
        return None
    likt = innkalling.fremlegg(saksnr)
    if likt:
        return likt
    return next((f for f in innkalling.saksfremlegg if saksnummer.same(f.saksnr, saksnr, aar)), None)


def _med_referat(liste: list[Sak], referat: Referat, aar: int) -> list[Sak]:
    resultat = list(liste)
    for del_ in referat.deler:
        for referatsak in del_.saker:
            _flett(resultat, del_, referatsak, aar)
    return resultat


def _flett(liste: list[Sak], del_: Referatdel, referatsak: Referatsak, aar: int) -> None:
    nr = referatsak.saksnr_rettet or referatsak.saksnr
    for i, sak in enumerate(liste):
        if del_.tittel is None and nr and sak.saksnr and saksnummer.same(sak.saksnr, nr, aar):
            liste[i] = Sak(sak.tittel, sak.saksnr, sak.punkt, sak.fremlegg, referatsak)
            return
    liste.append(Sak(referatsak.tittel, referatsak.saksnr, referatsak=referatsak, del_tittel=del_.tittel))
