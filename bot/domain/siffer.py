"""Eleven digits, however they are written: a fødselsnummer or an account number is never kept.

What is a date, a time of the day, a phone number or a row of numbers is none.
"""

import re

_I_ETT = re.compile(r"\d{11}|(?<!\d)\d{6}\s?[\s.\-]\s?\d{5}(?!\d)")
_FOEDT = re.compile(r"(?<!\d)\d{2}[ .\-/]?\d{2}[ .\-/]?(?:19|20)\d{2}[ .\-/]{1,3}\d{5}(?!\d)")
"""A day of birth with its whole year, and five digits behind it."""
_DATO = re.compile(r"(?<!\d)\d{1,2}[.\-/] ?\d{1,2}[.\-/] ?(?:19|20)\d{2}(?!\d)")
_REKKE = re.compile(r"\d+(?:[^\S\n]?[.\-/]?[^\S\n]?\d+)+")
_SIFRE = re.compile(r"\d+")
ELLEVE = 11
_KONTO = (4, 2, 5)
_DAGER = (range(1, 32), range(41, 72))
_MAANEDER = (range(1, 13), range(41, 53), range(81, 93))
"""With 40 added it is a D-number, or another that stands for a fødselsnummer; with 80 one made up."""


def elleve_siffer_i(tekst: str) -> bool:
    """In a row, or with blanks, dots, hyphens or strokes between them; `tekst` has plain hyphens alone."""
    if _I_ETT.search(tekst) or _FOEDT.search(tekst):
        return True
    uten_dager = _DATO.sub(" x ", tekst)
    return any(_kan_vaere(_SIFRE.findall(m[0])) for m in _REKKE.finditer(uten_dager))


def _kan_vaere(grupper: list[str]) -> bool:
    """Eleven digits that begin with a day and a month, or are parted as an account number is."""
    sifre = "".join(grupper)
    if len(sifre) != ELLEVE:
        return False
    dag, maaned = int(sifre[:2]), int(sifre[2:4])
    foedt = any(dag in d for d in _DAGER) and any(maaned in m for m in _MAANEDER)
    return foedt or tuple(len(g) for g in grupper) == _KONTO
