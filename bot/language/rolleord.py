"""What a line about roles says that is no sentence the bot knows: does somebody come, or go?"""

import re

_MEG = re.compile(r"\b(meg|mæ|mei|jeg|eg|æ|je)\b", re.IGNORECASE)
_LEAVES = re.compile(
    r"\b(fjern\w*|slett\w*|avslutt\w*|slutt\w*|går av|gå av|bort|vekk|fratas|ta fra|ikke|ikkje|itj)\b"
    r"|\b(ta|tar|tek|meld|går|gå)\b.*\but\b|\but,",
    re.IGNORECASE,
)
_COMES = re.compile(
    r"\b(tar over|tek over|overtar|overtek|overtatt|inn|bytt\w*|i stedet|i staden|erstatt\w*|rykk\w*)\b",
    re.IGNORECASE,
)


def meg(line: str) -> bool:
    """Whether the speaker is in it."""
    return bool(_MEG.search(line))


def tells_of_leaving(line: str) -> bool:
    return bool(_LEAVES.search(line))


def tells_of_coming(line: str) -> bool:
    """Of somebody who comes instead of another: with `tells_of_leaving` there are two changes."""
    return bool(_COMES.search(line))
