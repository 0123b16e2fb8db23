"""Words in a line about people that are nobody's name: «alle», «ingen», «vet ikke»."""

import re

_ALLE = re.compile(
    r"(?:alle|samtlige|samtlege)(?: sammen| saman| medlemm\w*| medlem\w*| her| møtte"
    r"| er til ?stede| er til ?stades)*"
    r"(?:,?\s+(?:unntatt|utenom|bortsett|utanom|unnateke|minus|foruten|uten|utan)\b.*)?",
    re.IGNORECASE,
)
_UNNTATT = re.compile(
    r"\s(?:unntatt|utenom|bortsett|utanom|unnateke|minus|foruten|uten|utan)\s+(?:fra\s+|frå\s+)?(.+?)(?:\s+(?:er|var)?\s*(?:til\s?stede|til\s?stades|møtte|her))?[\s.]*$",
    re.IGNORECASE | re.DOTALL,
)
_INGEN = re.compile(
    r"(?:ingen|inga?|ingen meldt|ingen forfall|ikke noen|ikkje nokon|null|-+)", re.IGNORECASE
)
_AAPENT = re.compile(
    r"(?:ingen|vet ikke|veit ikkje|ikke avklart|ikkje avklart|usikkert?|uavklart|åpent?|ope|nei|ukjent"
    r"|(?:tar|tek) vi (?:senere|seinare|siden|sidan)|senere|seinare|hopp over"
    r"|la (?:det )?stå(?: åpent| ope)?|ikke nå|ikkje no)",
    re.IGNORECASE,
)


def er_alle(tekst: str) -> bool:
    """«alle», «alle medlemmene unntatt Berit»."""
    return _ALLE.fullmatch(tekst.strip(" .")) is not None


def er_ingen(tekst: str) -> bool:
    return _INGEN.fullmatch(tekst.strip(" .")) is not None


def er_aapent(tekst: str) -> bool:
    """An answer to «Hvem?» that names nobody."""
    return _AAPENT.fullmatch(tekst.strip(" .")) is not None


def unntatt(tekst: str) -> str:
    """Whom «alle unntatt …» leaves out, as written; empty where it leaves out nobody."""
    treff = _UNNTATT.search(tekst)
    return treff[1] if treff else ""
