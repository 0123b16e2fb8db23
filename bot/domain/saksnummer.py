"""Saksnumre: the many written forms, and the one value behind them.

`09/24`, `2014/15`, `01-21`, `PS 1/19`, `090/15.1`, `H23-01`, `1.18`, `07 – 2022` and `4` are
all in use. Which side is the year is decided by the møte's own year.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

_TO_SIDER = r"(?:[A-ZÆØÅ]{1,4}\b\.?\s*|[A-ZÆØÅ]{2})?\d{1,4}\s*[/.‐‑–-]\s*\d{1,4}(?:\.\d{1,2}(?!\d))?"
_AAR_FOERST = r"[A-ZÆØÅ]{1,3}\d{2}\s*-\s*\d{1,3}"
_BARE_TALL = r"(?:[A-ZÆØÅ]{1,4}\s+)?\d{1,3}"
_DELER = re.compile(
    r"(?P<prefiks>[A-ZÆØÅ]{1,4})?\.?\s*(?P<a>\d{1,4})"
    r"(?:\s*(?P<skille>[/.‐‑–-])\s*(?P<b>\d{1,4})(?:\.(?P<under>\d{1,2}))?)?\.?"
)
_SAK = re.compile(
    r"(?:(?-i:[A-ZÆØÅ]{2,5})[ -])?(?!arkiv)(?:[a-zæøå]{0,14}sak|saksnummer|saksnr)\b\.?\s*"
    r"(?:nr\b\.?)?\s*:?\s*(?=[A-ZÆØÅ]{0,4}\s?\d)",
    re.IGNORECASE,
)
_FOERST_I_LINJE = re.compile(rf"({_AAR_FOERST}|{_TO_SIDER})(?![\d/])")
_FOERST_ETTER_SAK = re.compile(rf"({_AAR_FOERST}|{_TO_SIDER}|{_BARE_TALL}(?=[.):\s]|$))(?![\d/])")
_KLOKKESLETT = re.compile(r"\d{1,2}[.:]\d{2}\s*(?:[–—-]|til)\s*\d{1,2}[.:]\d{2}(?!\d)")
_SKILLE_ETTER = re.compile(r"^[\s.:)–—-]*")


@dataclass(frozen=True)
class Saksnummer:
    """`skrevet` is the form in the paper without the word «Sak»; `aar` has four digits."""

    skrevet: str
    nummer: int
    aar: int | None = None
    prefiks: str | None = None
    under: int | None = None

    @property
    def key(self) -> tuple[str | None, int, int | None, int | None]:
        """Equal for two written forms of the same sak: «PS 1/19» and «PS 01/2019»."""
        return (self.prefiks, self.nummer, self.aar, self.under)


@lru_cache(maxsize=4096)
def parse(text: str, moeteaar: int | None = None) -> Saksnummer | None:
    """The whole of `text` as a saksnummer, with or without the word «Sak» in front; else None.

    «22/4» is none (a date) unless the møte's year is 2022.
    """
    skrevet = strip_sak(text).rstrip(".")
    match = _DELER.fullmatch(skrevet)
    if match is None:
        return None
    if match["b"] is None:
        return Saksnummer(skrevet, int(match["a"]), None, match["prefiks"]) if len(match["a"]) < 4 else None
    sider = _sides(match, moeteaar)
    if sider is None:
        return None
    under = int(match["under"]) if match["under"] else None
    return Saksnummer(skrevet, sider[0], sider[1], match["prefiks"], under)


def leading(text: str, moeteaar: int | None = None) -> tuple[Saksnummer, str] | None:
    """The saksnummer a line begins with, and the rest of the line; None where there is none.

    A number with no year («Sak 3: …») counts only behind the word «Sak»; «01-21» and «1.18»
    without it count only where one side is the møte's own year (they may be dates and clocks);
    «09.25–10.00» is a clock in any year.
    """
    line = " ".join(text.split())
    sak = _SAK.match(line)
    if _KLOKKESLETT.match(line):
        return None
    pattern = _FOERST_ETTER_SAK if sak else _FOERST_I_LINJE
    match = pattern.match(line, sak.end() if sak else 0)
    nummer = parse(match[1], moeteaar) if match else None
    if match is None or nummer is None or not (sak or _clear_alone(match[1], nummer, moeteaar)):
        return None
    return nummer, _SKILLE_ETTER.sub("", line[match.end() :])


def strip_sak(text: str) -> str:
    """«Sak nr.: 48/13» → «48/13»; blanks are made single."""
    line = " ".join(text.split())
    match = _SAK.match(line)
    return line[match.end() :] if match else line


def same(first: str, second: str, moeteaar: int | None = None) -> bool:
    """Whether two written forms name the same sak: «011/06» and «11/06», «PS 1/19» and «1/19».

    A prefix or a year that only one of them has does not part them.
    """
    a, b = parse(first, moeteaar), parse(second, moeteaar)
    if a is None or b is None:
        return " ".join(first.split()).lower() == " ".join(second.split()).lower()
    alike = a.nummer == b.nummer and a.under == b.under
    return alike and _agree(a.aar, b.aar) and _agree(a.prefiks, b.prefiks)


def full_year(digits: str) -> int:
    """«24» → 2024. Two digits are always this century."""
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _agree(first: object, second: object) -> bool:
    return first is None or second is None or first == second


def _clear_alone(skrevet: str, nummer: Saksnummer, moeteaar: int | None) -> bool:
    return "/" in skrevet or nummer.prefiks is not None or (moeteaar is not None and nummer.aar == moeteaar)


def _sides(match: re.Match[str], moeteaar: int | None) -> tuple[int, int] | None:
    """(number, year). The møte's year decides, then four digits, else the right side is the year."""
    venstre, hoeyre = match["a"], match["b"]
    right = (int(venstre), full_year(hoeyre)) if _could_be_year(hoeyre) else None
    left = (int(hoeyre), full_year(venstre)) if _could_be_year(venstre) else None
    if left and right and len(venstre) == 4 and len(hoeyre) == 2:
        return left  # «2015/15»: no body has two thousand saker a year
    for sides in (right, left):
        if sides and sides[1] == moeteaar:
            return sides
    if left and (len(venstre) == 4 or (match["prefiks"] and match["skille"] == "-" and right is None)):
        return left
    return right


def _could_be_year(digits: str) -> bool:
    return len(digits) == 2 or (len(digits) == 4 and 1990 <= int(digits) <= 2099)
