"""The capitals of a name that was written without: «emeli ås» is «Emeli Ås»."""

import re

PARTIKLER = frozenset({"von", "van", "de", "den", "der", "la", "le", "af", "av", "du", "bin", "el", "al"})
_IKKE_NAVN = frozenset({"i", "og", "for", "fra", "frå", "på", "ved", "til", "om", "med", "alle"})
_LENGST = 4
_PART = re.compile(r"[^\W\d_]+")


def med_stor(navn: str) -> str:
    """A name that was written in small letters alone with a capital in each part, but for particles behind
    the first; of more than a name («ledere i fagrådene») in the first word only.
    """
    ord_ = navn.split()
    if any(bokstav.isupper() for bokstav in navn):
        return " ".join(ord_)
    if len(ord_) > _LENGST or not _IKKE_NAVN.isdisjoint(ord_):
        return " ".join([_stor(en) if not nr else en for nr, en in enumerate(ord_)])
    return " ".join(en if nr and en in PARTIKLER else _stor(en) for nr, en in enumerate(ord_))


def _stor(ordet: str) -> str:
    return _PART.sub(lambda treff: treff[0][:1].upper() + treff[0][1:], ordet)
