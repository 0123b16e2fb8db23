"""From the texts of a sak to the fields of a Referatsak, and misprinted numbers set right."""

from collections.abc import Sequence

from bot.documents.referat_blokk import Blokk, Del, Delutkast, Sakutkast
from bot.domain import saksnummer
from bot.domain.referat import Referatdel, Referatsak
from bot.domain.saksnummer import Saksnummer


def to_deler(utkast: Sequence[Delutkast], aar: int | None) -> list[Referatdel]:
    """The deler with their saker. `aar` is the møte's year."""
    out = []
    for part in utkast:
        saker = [_to_sak(sak) for sak in part.saker]
        _correct(saker, aar)
        if saker or part.tittel:
            out.append(Referatdel(saker, part.tittel))
    return out


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


def _correct(saker: list[Referatsak], aar: int | None) -> None:
    """Sets `saksnr_rettet` where the neighbours leave no doubt: 02/25, 03/35, 4/25 → 03/25."""
    numre = [saksnummer.parse(sak.saksnr, aar) if sak.saksnr else None for sak in saker]
    for index, (sak, nummer) in enumerate(zip(saker, numre, strict=True)):
        if nummer is None or sak.saksnr is None:
            continue
        before = next((n for n in reversed(numre[:index]) if n), None)
        after = next((n for n in numre[index + 1 :] if n), None)
        if right := _expected(nummer, before, after, aar):
            sak.saksnr_rettet = _rewritten(sak.saksnr, nummer, right)


def _expected(
    nummer: Saksnummer, before: Saksnummer | None, after: Saksnummer | None, aar: int | None
) -> tuple[int, int] | None:
    """(number, year) that should stand there, or None where what stands there may well be right."""
    neighbours = [n for n in (before, after) if n and n.aar and n.prefiks == nummer.prefiks]
    years = {n.aar for n in neighbours}
    if nummer.aar is None or not neighbours or len(years) != 1:
        return None
    year = next(iter(years)) or 0
    fits = any(n.nummer + step == nummer.nummer for n, step in ((before, 1), (after, -1)) if n)
    if nummer.aar != year and fits and year == (aar or year):
        return nummer.nummer, year
    between = before and after and after.nummer - before.nummer == 2
    if nummer.aar == year and before and between and nummer.nummer not in _range(before, after):
        return before.nummer + 1, year
    return None


def _range(before: Saksnummer, after: Saksnummer | None) -> range:
    return range(before.nummer + 1, after.nummer if after else before.nummer + 1)


def _rewritten(skrevet: str, wrong: Saksnummer, right: tuple[int, int]) -> str:
    """The written form with the right figures: as many digits as were written."""
    number, year = right
    parts = [int(p) for p in _digits(skrevet)]
    first_is_number = parts[:1] == [wrong.nummer] and not (
        len(parts) > 1 and parts[1] == wrong.nummer and wrong.aar == parts[0]
    )
    values = [number, year] if first_is_number else [year, number]
    out, rest = "", skrevet
    for digits, value in zip(_digits(skrevet), values, strict=False):
        head, _, rest = rest.partition(digits)
        text = str(value)[-2:] if value == year and len(digits) == 2 else str(value).zfill(len(digits))
        out += head + text
    return out + rest


def _digits(text: str) -> list[str]:
    found, current = [], ""
    for char in text + " ":
        if char.isdigit():
            current += char
        elif current:
            found.append(current)
            current = ""
    return found
