"""A topic against saker: first their titles and bullets, then all that is written of them."""

from collections.abc import Sequence

from bot.domain.saksoek import Sak
from bot.language.emne import med_alt, velg


def saker_om(emne: str, liste: Sequence[Sak]) -> list[Sak]:
    """Those whose title or bullets the topic means."""
    return [liste[plass] for plass in velg(emne, [_kort(sak) for sak in liste])]


def saker_med_alt(emne: str, liste: Sequence[Sak]) -> list[Sak]:
    """Those with every word of the topic in title or bullets."""
    return [liste[plass] for plass in med_alt(emne, [_kort(sak) for sak in liste])]


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
        tekster += [f.tekst for f in sak.fremlegg.forslag_til_vedtak]
        tekster += [u.tekst for f in sak.fremlegg.forslag_til_vedtak for u in f.underpunkter]
        tekster += [*sak.fremlegg.vedlegg, *(s.tekst for s in sak.fremlegg.seksjoner)]
    if sak.referatsak:
        r = sak.referatsak
        tekster += [*r.konklusjon, *r.punkter, *r.innledning]
    return tekster
