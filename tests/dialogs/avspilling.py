"""A referat that exists, played back: the lines that a referent would have dictated to come to it.

Nothing of it stands here: who uses it reads the referat at run time. Every other line is as the phone's
dictation gives it: small letters, no signs, and the saker's numbers in words.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.domain.referat import Deltaker, Oppfoelging, Referat, Referatdel, Referatsak
from bot.domain.saksnummer import parse

TALL = ("null", "en", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve", "tolv")
SIGNS = {".": " punktum", ",": " komma", ":": " kolon", "?": " spørsmålstegn"}
DATE = re.compile(r"(?<=\d)\.(?=\s(?:jan|feb|mars|april|mai|jun|jul|aug|sep|okt|nov|des))")
"""Nobody says the full stop of a date."""
SENTENCE = re.compile(r"(?<=[.?])\s+(?=[A-ZÆØÅ])")


@dataclass(frozen=True)
class Linje:
    """One line that is dictated. `talt`: it is spoken."""

    tekst: str
    talt: bool = False


def linjer(referat: Referat) -> list[Linje]:
    """All of them, in the order of the møte."""
    punkter = [linje for part in referat.deler for linje in _del(part, referat)]
    skiftende = [_sagt(p) if n % 2 else _skrevet(p) for n, p in enumerate(punkter)]
    return [*_hode(referat), *skiftende]


@dataclass(frozen=True)
class _Punkt:
    """`hva` is the word that is said, `bokstav` the one that is typed."""

    hva: str
    bokstav: str
    tekst: str
    nummer: int | None = None


def _hode(referat: Referat) -> Iterator[Linje]:
    yield Linje(f"møteleder er {referat.moeteleder}")
    yield Linje(f"referent er {' og '.join(referat.referenter)}")
    yield Linje(f"til stede: {', '.join(map(_deltaker, referat.tilstede))}")
    yield Linje(f"forfall: {', '.join(map(_deltaker, referat.forfall))}")


def _deltaker(deltaker: Deltaker) -> str:
    vara = f"vara {deltaker.vara_for}" if deltaker.vara_for else ("vara" if deltaker.vara else None)
    i_parentes = [ledd for ledd in (deltaker.rolle, vara, *deltaker.tilknytning) if ledd]
    return f"{deltaker.navn} ({', '.join(i_parentes)})" if i_parentes else deltaker.navn


def _del(part: Referatdel, referat: Referat) -> Iterator[_Punkt]:
    if part.tittel:
        yield _Punkt("", "", part.tittel)
    for sak in part.saker:
        yield from _sak(sak, oppgavene(referat, part, sak))


def oppgavene(referat: Referat, part: Referatdel, sak: Referatsak) -> list[Oppfoelging]:
    """What somebody took on in that sak."""
    return [o for o in referat.oppfoelging if o.sak == sak.saksnr and o.del_tittel == part.tittel]


def _sak(sak: Referatsak, oppgaver: list[Oppfoelging]) -> Iterator[_Punkt]:
    nummer = parse(sak.saksnr_rettet or sak.saksnr or "")
    nr = nummer.nummer if nummer else None
    v = f" v/ {sak.innleder}" if sak.innleder else ""
    yield _Punkt("ny sak", "ny sak", f"{sak.saksnr_rettet or sak.saksnr}: {sak.tittel}{v}")
    for tekst in _uten(sak.innledning, oppgaver):
        yield _Punkt("notat", "n", tekst, nr)
    for tekst in _uten(sak.konklusjon, oppgaver):
        yield _Punkt("konklusjon", "k", tekst, nr)
    for tekst in _uten(sak.punkter, oppgaver):
        yield _Punkt("innspill", "i", tekst, nr)
    for oppgave in oppgaver:
        yield _Punkt("oppfølging", "o", oppgave.hva, nr)


def _uten(avsnitt: list[str], oppgaver: list[Oppfoelging]) -> Iterator[str]:
    """The paragraphs without the sentences that are oppgaver: those are dictated as such."""
    egne = {norm(o.hva) for o in oppgaver}
    for tekst in avsnitt:
        igjen = " ".join(s for s in setninger(tekst) if norm(s) not in egne)
        if igjen:
            yield igjen


def setninger(tekst: str) -> list[str]:
    return SENTENCE.split(" ".join(tekst.split()))


def norm(tekst: str) -> str:
    """What was said, whatever the letters' size and the signs."""
    return " ".join(re.findall(r"\w+", tekst.casefold()))


def _skrevet(punkt: _Punkt) -> Linje:
    if not punkt.hva:
        return Linje(punkt.tekst)
    return Linje(f"{punkt.bokstav}{':' if punkt.nummer else ''} {punkt.tekst}")


def _sagt(punkt: _Punkt) -> Linje:
    if punkt.nummer is None:
        return _skrevet(punkt)
    return Linje(f"sak {TALL[punkt.nummer]} {punkt.hva} {_talt(punkt.tekst)}", talt=True)


def _talt(tekst: str) -> str:
    """Signs as words, and no capital letters; a sign inside a number or an address stands."""
    sagt = re.sub(r"[.,:?](?=\s|$)", lambda m: SIGNS[m[0]], DATE.sub("", tekst))
    return " ".join(re.sub(r"[«»()]|(?<=\s)[–-](?=\s)", "", sagt).lower().split())
