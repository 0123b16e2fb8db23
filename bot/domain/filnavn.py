"""What a file is called, as the bodies do it: «referat-fagrad-for-pasientsamarbeid-30.01.25.pdf»."""

import re
from datetime import date

_BOKSTAVER = str.maketrans(
    {"å": "a", "ø": "o", "æ": "ae", "ö": "o", "ä": "a", "é": "e", "á": "a", "č": "c"}
)
_ANNET = re.compile(r"[^a-z0-9]+")
_MEST = 80


def filnavn(hva: str, organ: str, dato: date, ending: str) -> str:
    """Lower case, without Norwegian letters, signs and spaces; `hva` is the first word."""
    navn = _ANNET.sub("-", organ.lower().translate(_BOKSTAVER)).strip("-")[:_MEST].strip("-")
    return "-".join(ledd for ledd in (hva, navn, f"{dato:%d.%m.%y}") if ledd) + f".{ending}"
