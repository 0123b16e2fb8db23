"""The capitals of a name that was written without: «emeli ås» is «Emeli Ås»."""

import re

PARTIKLER = frozenset({"von", "van", "de", "den", "der", "la", "le", "af", "av", "du", "bin", "el", "al"})
_PART = re.compile(r"[^\W\d_]+")


def med_stor(navn: str) -> str:
    """Each part of a name in capitals, but for particles behind the first; a word that has a capital
    already is left as it is.
    """
    ord_ = navn.split()
    return " ".join(
        en if any(b.isupper() for b in en) or (nr and en in PARTIKLER) else _stor(en)
        for nr, en in enumerate(ord_)
    )


def _stor(ordet: str) -> str:
    return _PART.sub(lambda treff: treff[0][:1].upper() + treff[0][1:], ordet)
