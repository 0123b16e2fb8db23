"""A topic against saker: first their titles and bullets, then all that is written of them."""

from collections.abc import Sequence

from bot.domain.saksoek import Sak
from bot.language.emne import med_alt, med_alt_i_teksten, velg


def saker_om(emne: str, liste: Sequence[Sak]) -> list[Sak]:
    """Those whose title or bullets the topic means."""
    return [liste[plass] for plass in velg(emne, [_kort(sak) for sak in liste])]


def saker_med_alt(emne: str, liste: Sequence[Sak]) -> list[Sak]:
    """Those with every word of the topic in title or bullets."""
    return [liste[plass] for plass in med_alt(emne, [_kort(sak) for sak in liste])]


def saker_med_alt_i_papirene(emne: str, liste: Sequence[Sak]) -> list[Sak]:
    """Those with every word of the topic in title, bullets, forslag or the names of the vedlegg."""
    return [
        liste[plass] for plass in med_alt(emne, [[*_kort(sak), *_forslag_og_vedlegg(sak)] for sak in liste])
    ]


def saker_med_alt_i_teksten(emne: str, liste: Sequence[Sak]) -> list[Sak]:
    """Those with every word of the topic, one or two telling ones, in what is written of them."""
    return [liste[plass] for plass in med_alt_i_teksten(emne, [_langt(sak) for sak in liste])]


def saker_som_nevner(emne: str, liste: Sequence[Sak]) -> list[Sak]:
    """Those whose forslag, vedlegg, text or conclusions do."""
    return [liste[plass] for plass in velg(emne, [[*_kort(sak), *_langt(sak)] for sak in liste])]


def passer(emne: str, tekst: str) -> bool:
    return bool(velg(emne, [[tekst]]))


def _kort(sak: Sak) -> list[str]:
    egne = sak.punkt.punkter if sak.punkt else []
    return [sak.tittel, *([sak.fremlegg.tittel] if sak.fremlegg else []), *egne]


def _langt(sak: Sak) -> list[str]:
    tekster: list[str] = []
    if sak.fremlegg:
        tekster += [*_forslag_og_vedlegg(sak), *(s.tekst for s in sak.fremlegg.seksjoner)]
    if sak.referatsak:
        r = sak.referatsak
        tekster += [*r.konklusjon, *r.punkter, *r.innledning]
    return tekster


def _forslag_og_vedlegg(sak: Sak) -> list[str]:
    if sak.fremlegg is None:
        return []
    forslag = sak.fremlegg.forslag_til_vedtak
    under = [u.tekst for f in forslag for u in f.underpunkter]
    return [*(f.tekst for f in forslag), *under, *sak.fremlegg.vedlegg]
