"""What the rules of the møtebok say no to, in words: one sentence, and what can be done instead."""

from collections.abc import Callable
from typing import Any

from bot.cards.ord import forkortet, sakstittel
from bot.clock import OSLO
from bot.domain import bokfeil as feil
from bot.domain import bokpunktfeil as punktfeil
from bot.domain.fritekst import Feil, Felt, UgyldigTekst
from bot.domain.moetebok import Foeringsslag
from bot.language import skriv
from bot.turn import Norsk, Turn
from dialogs.fritekstsvar import ordlegg

TEGN = 120
"""As much of a point is shown where it is named."""
VIST = 6


def avslag_ord(norsk: Norsk, avslag: feil.Bokfeil) -> str:
    """Raises KeyError for one that has no words here."""
    enkel = _ENKLE.get(type(avslag))
    if enkel:
        return norsk.tekst(enkel)
    return _MED_FAKTA[type(avslag)](norsk, avslag)


def tekstfeil(turn: Turn, avslag: UgyldigTekst) -> str:
    if avslag.felt not in (Felt.PUNKT, Felt.MERKNAD) or avslag.feil is Feil.ELLEVE_SIFFER:
        return ordlegg(turn, avslag)
    if avslag.feil is Feil.FOR_LANG:
        return turn.norsk.tekst("foering.for_lang", antall=avslag.antall, maks=avslag.maks)
    return turn.norsk.tekst("foering.tom")


def _saker(norsk: Norsk, avslag: feil.FlereSaker) -> str:
    saker = [sakstittel(s.saksnr, s.tittel) for s in avslag.saker[:VIST]]
    return norsk.tekst("foering.flere_saker", saker=skriv.liste(saker))


def _klokke(norsk: Norsk, key: str, at: Any) -> str:
    return norsk.tekst(key, klokke=skriv.klokke(at.astimezone(OSLO).time()))


def _sak(key: str) -> Callable[[Norsk, Any], str]:
    return lambda norsk, a: norsk.tekst(key, sak=sakstittel(a.sak.saksnr, a.sak.tittel))


def _punkt(key: str) -> Callable[[Norsk, Any], str]:
    return lambda norsk, a: norsk.tekst(key, nr=a.punkt.nr, tekst=forkortet(a.punkt.tekst, TEGN))


def _angres_ikke(norsk: Norsk, avslag: feil.KanIkkeAngres) -> str:
    aapnet = avslag.linje.slag is Foeringsslag.AAPNET
    return norsk.tekst("foering.angres_ikke_aapnet" if aapnet else "foering.angres_ikke")


def _heter(norsk: Norsk, avslag: feil.FlereHeter) -> str:
    navn = skriv.liste([h.navn for h in avslag.kandidater])
    return norsk.tekst("foering.flere_heter", navn=avslag.navn, kandidater=navn)


_ENKLE: dict[type[feil.Bokfeil], str] = {
    feil.Laast: "foering.laast",
    feil.IngenSakAapen: "foering.ingen_sak",
    feil.IngenSaker: "foering.ingen_saker",
    feil.IngenNeste: "foering.ingen_neste",
    feil.IngenForrige: "foering.ingen_forrige",
    feil.IngenEventuelt: "foering.ingen_eventuelt",
    feil.IkkePause: "foering.ikke_pause",
    feil.IkkeIGang: "foering.ikke_i_gang",
    feil.IkkeHevet: "foering.ikke_hevet",
    feil.AlleredeSendt: "foering.allerede_sendt",
    feil.IkkeSendt: "foering.ikke_sendt",
    feil.IkkeGodkjent: "foering.ikke_godkjent",
    feil.IkkeVedTaushet: "foering.ikke_godkjent",
    feil.UbesvarteMerknader: "foering.ubesvarte",
    punktfeil.IngenPunkter: "foering.ingen_punkter",
    punktfeil.UgyldigeStemmer: "foering.ugyldige_stemmer",
    feil.IngenIListen: "foering.ingen_i_listen",
    feil.IngenAaBekrefte: "foering.ingen_aa_bekrefte",
    feil.IngenAaAngre: "foering.ingen_aa_angre",
    feil.AlleredeBesvart: "foering.allerede_besvart",
    feil.ForslagetFinnesIkke: "foering.forslaget_borte",
    feil.MerknadFinnesIkke: "foering.merknad_borte",
    feil.UgyldigTid: "foering.ugyldig_tid",
    feil.UgyldigVurdering: "foering.ugyldig_vurdering",
}
_MED_FAKTA: dict[type[feil.Bokfeil], Callable[[Norsk, Any], str]] = {
    feil.SakFinnesIkke: lambda n, a: n.tekst("foering.sak_finnes_ikke", sak=forkortet(a.tekst, TEGN)),
    feil.FlereSaker: _saker,
    feil.AlleredeAapen: _sak("foering.allerede_aapen"),
    feil.UgyldigSaksnr: lambda n, a: n.tekst("foering.ugyldig_saksnr", saksnr=forkortet(a.tekst, TEGN)),
    feil.SaksnrBrukt: _sak("foering.saksnr_brukt"),
    feil.DelFinnesIkke: lambda n, a: n.tekst("foering.ingen_saker"),
    feil.DelErAapen: lambda n, a: n.tekst("foering.ikke_felles"),
    punktfeil.IkkeAapent: _punkt("foering.ikke_aapent"),
    feil.DelFinnes: lambda n, a: n.tekst("foering.del_finnes", tittel=a.del_.tittel or ""),
    feil.ErPause: lambda n, a: _klokke(n, "foering.er_pause", a.siden),
    feil.AlleredeHevet: lambda n, a: _klokke(n, "foering.allerede_hevet", a.hevet),
    punktfeil.PunktFinnesIkke: lambda n, a: n.tekst("foering.punkt_finnes_ikke", nr=a.nr),
    punktfeil.ErStroeket: _punkt("foering.er_stroeket"),
    punktfeil.IkkeStroeket: _punkt("foering.ikke_stroeket"),
    punktfeil.UtenEndring: _punkt("foering.uten_endring"),
    punktfeil.EndretAvAnnen: _punkt("foering.endret_av_annen"),
    punktfeil.IkkeFunnet: lambda n, a: n.tekst(
        "foering.ikke_funnet", ord=a.tekst, nr=a.punkt.nr, tekst=forkortet(a.punkt.tekst, TEGN)
    ),
    punktfeil.FlereTreff: lambda n, a: n.tekst(
        "foering.flere_treff", ord=a.tekst, nr=a.punkt.nr, ganger=a.antall
    ),
    punktfeil.FristUklar: lambda n, a: n.tekst(
        "foering.frist_uklar", frister=skriv.liste([n.dato(d) for d in a.datoer])
    ),
    feil.FristIFortiden: lambda n, a: n.tekst("foering.frist_passert", frist=n.dato(a.frist)),
    punktfeil.IkkeOppfoelging: _punkt("foering.ikke_oppfoelging"),
    punktfeil.UtenForslag: _sak("foering.uten_forslag"),
    punktfeil.ForslagFinnesIkke: lambda n, a: n.tekst(
        "foering.forslag_finnes_ikke", nr=a.nr, antall=a.antall
    ),
    punktfeil.HvilketForslag: lambda n, a: n.tekst("foering.hvilket_forslag", antall=a.antall),
    punktfeil.AlleredeSvart: _punkt("foering.allerede_svart"),
    feil.FlereHeter: _heter,
    feil.IkkeIListen: lambda n, a: n.tekst("foering.ikke_i_listen", navn=a.hvem.navn),
    feil.GikkFoerKom: lambda n, a: n.tekst("foering.gikk_foer_kom", navn=a.hvem.navn),
    feil.KanIkkeAngres: _angres_ikke,
    feil.SakHarPunkter: _sak("foering.sak_har_punkter"),
}
