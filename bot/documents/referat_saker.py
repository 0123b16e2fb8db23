"""From the texts of a sak to the fields of a Referatsak, and misprinted numbers set right."""

import re
from collections.abc import Sequence

from bot.documents.referat_blokk import Blokk, Del, Delutkast, Sakutkast
from bot.documents.referat_sakhode import Sakhode
from bot.domain import kontroll_saksnr, saksnummer
from bot.domain.referat import Referat, Referatdel, Referatsak
from bot.domain.saksnummer import Saksnummer


def to_deler(utkast: Sequence[Delutkast], aar: int | None) -> list[Referatdel]:
    """The deler with their saker. `aar` is the møte's year."""
    out = []
    for part in utkast:
        saker = [_to_sak(sak) for sak in part.saker]
        correct(saker, aar)
        if saker or part.tittel:
            out.append(Referatdel(saker, part.tittel))
    return out


def utkast_av(referat: Referat) -> list[Delutkast]:
    """The other way: the texts of a Referat, to look for dates in."""
    return [
        Delutkast(
            part.tittel, [Sakutkast(Sakhode(sak.saksnr, sak.tittel), _blokker(sak)) for sak in part.saker]
        )
        for part in referat.deler
    ]


def _blokker(sak: Referatsak) -> list[Blokk]:
    felt = (
        (sak.innledning, Del.INNLEDNING),
        (sak.konklusjon, Del.KONKLUSJON),
        (sak.punkter, Del.INNLEDNING),
    )
    return [Blokk(tekst, del_) for tekster, del_ in felt for tekst in tekster]


def _to_sak(utkast: Sakutkast) -> Referatsak:
    sak = Referatsak(utkast.hode.saksnr, utkast.hode.tittel, innleder=utkast.innleder)
    for blokk in utkast.blokker:
        _field(sak, blokk).append(_as_written(blokk))
    return sak


def _field(sak: Referatsak, blokk: Blokk) -> list[str]:
    """Points of a decision are the conclusion; points under a loose heading are `punkter`."""
    concluded = blokk.del_ in (Del.KONKLUSJON, Del.OPPFOELGING)
    if blokk.sitat:
        return sak.innledning
    if not blokk.er_punkt:
        return sak.konklusjon if concluded else sak.innledning
    if blokk.del_ is Del.FORSLAG:
        return sak.innledning
    if blokk.del_ is Del.KONKLUSJON and (blokk.er_nummerert or not blokk.loes):
        return sak.konklusjon
    return sak.punkter


def _as_written(blokk: Blokk) -> str:
    """A quoted or proposed decision keeps its numbers, so that nobody takes them for this sak's own."""
    numbered = blokk.er_nummerert and (blokk.sitat or blokk.del_ is not Del.INNLEDNING)
    tekst = blokk.tekst.rstrip(" -–")
    return f"{blokk.marker} {tekst}" if numbered else tekst


def correct(saker: list[Referatsak], aar: int | None) -> None:
    """Sets `saksnr_rettet` where the neighbours leave no doubt: 02/25, 03/35, 4/25 → 03/25."""
    skrevet = [sak.saksnr for sak in saker if sak.saksnr]
    numre = [saksnummer.parse(nr, aar) for nr in skrevet]
    for index, sak in enumerate(sak for sak in saker if sak.saksnr):
        nummer = numre[index]
        before = next((n for n in reversed(numre[:index]) if n), None)
        after = next((n for n in numre[index + 1 :] if n), None)
        if nummer and sak.saksnr and _is_next(nummer, before, after):
            sak.saksnr_rettet = kontroll_saksnr.suggestion(sak.saksnr, skrevet, aar)
        elif nummer and sak.saksnr and before and after:
            sak.saksnr_rettet = _missing_between(sak.saksnr, nummer, before, after)


def _is_next(nummer: Saksnummer, before: Saksnummer | None, after: Saksnummer | None) -> bool:
    """Whether the number stands in its place, so that only its year can be wrong."""
    follows = before is not None and before.nummer + 1 == nummer.nummer
    return follows or (after is not None and after.nummer - 1 == nummer.nummer)


def _missing_between(skrevet: str, nummer: Saksnummer, before: Saksnummer, after: Saksnummer) -> str | None:
    """12/24, 31/24, 14/24 → 13/24: the one number that fits, where one of the same year does not."""
    alike = before.aar == nummer.aar == after.aar and before.prefiks == nummer.prefiks == after.prefiks
    if not alike or after.nummer - before.nummer != 2:
        return None
    right = before.nummer + 1
    return re.sub(
        r"\d+",
        lambda m: str(right).zfill(len(m[0])) if int(m[0]) == nummer.nummer else m[0],
        skrevet,
        count=1,
    )
