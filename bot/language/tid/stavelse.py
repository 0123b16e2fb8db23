"""One slip of the finger in a long time word: «apirl», «onsadg», «okotber»."""

from functools import cache, lru_cache

from bot.domain.likhet import shorter
from bot.language.tid.ordlister import NO_SLIPS
from bot.language.tidsord import DAYS, MONTHS, NEAREST, OWN_UNITS, PARTS, SEASONS, SHIFT, UNITS, WEEKDAYS

_SHORTEST = 5
_LIGHT = frozenset({"innen", "innan", "neste", "senest", "seinast"})
"""Too like common words («ingen», «synest») to have a letter exchanged."""


@lru_cache(4096)
def mend(word: str, *, proper: bool = False) -> str:
    """The time word that was meant, else the word as it is. A name keeps its spelling."""
    known, slips = _table()
    if proper or word in known or word in NO_SLIPS or len(word) < _SHORTEST:
        return word
    keys = (word, *shorter(word))
    found = [meant for key in keys for meant in slips.get(key, ()) if one_slip(word, meant)]
    found = [meant for meant in found if meant not in _LIGHT or _same_letters(word, meant)]
    found = [meant for meant in found if meant[0] == word[0]] or found
    # «Trsdag» is no day: it may be two.
    two_days = len({WEEKDAYS[meant] for meant in found if meant in WEEKDAYS}) > 1
    return found[0] if found and not two_days else word


@cache
def _table() -> tuple[frozenset[str], dict[str, list[str]]]:
    spelled = {w for table in (MONTHS, WEEKDAYS) for w in table if len(w) >= _SHORTEST}
    spelled |= {w for table in (PARTS, UNITS, SEASONS) for w in table if len(w) > 6}
    spelled |= {w for w in NEAREST if len(w) > 8}
    spelled |= {"overmorgen", "overmorgon", "forrige", "påskeuka", "påske", "skjærtorsdag", "langfredag"}
    spelled |= {word for word in DAYS if len(word) > 5 and " " not in word}
    spelled |= _LIGHT | {"måned", "månad", "innenfor"}
    spelled |= {"påska", "påsken", "romjula"}
    spelled |= {"julaften", "nyttårsaften", "kvartal", "klokka", "klokken", "senest", "seinast"}
    slips: dict[str, list[str]] = {}
    for word in sorted(spelled, key=lambda w: (w not in MONTHS and w not in WEEKDAYS, len(w), w)):
        for key in (word, *shorter(word)):
            slips.setdefault(key, []).append(word)
    known = {w for table in (MONTHS, WEEKDAYS, PARTS, UNITS, OWN_UNITS, SEASONS, SHIFT) for w in table}
    many = {day + ending for day in WEEKDAYS for ending in ("er", "ar", "ene", "ane")}
    return frozenset(known | spelled | many), slips


def mend_unit(word: str) -> str:
    """The unit that was meant behind a number: «dagr», «uekr»."""
    if word in UNITS or word in OWN_UNITS or len(word) < 3:
        return word
    meant = (unit for unit in _units().get(word[0], ()) if one_slip(word, unit))
    return next((unit for unit in meant if len(word) > 3 or _no_other_letter(word, unit)), word)


@cache
def _units() -> dict[str, list[str]]:
    """By each of the first two letters, for they may have changed places."""
    table: dict[str, list[str]] = {}
    for unit in UNITS:
        for letter in dict.fromkeys(unit[:2]) if len(unit) > 2 else ():
            table.setdefault(letter, []).append(unit)
    return table


def _same_letters(word: str, meant: str) -> bool:
    return sorted(word) == sorted(meant) or (len(word) > len(meant) and set(word) == set(meant))


def _no_other_letter(word: str, meant: str) -> bool:
    return sorted(word) == sorted(meant) or len(word) < len(meant)


@lru_cache(1024)
def mend_behind(word: str, meant: tuple[str, ...]) -> str:
    """The word that was meant in a place where only these are likely; no letter is exchanged."""
    if len(word) < 3:
        return word
    slips = (one for one in meant if one_slip(word, one))
    return next((one for one in slips if sorted(word) == sorted(one) or _longer(word, one)), word)


def _longer(word: str, meant: str) -> bool:
    """One letter too many, or one too few of a long word."""
    return len(word) > len(meant) or (len(word) < len(meant) and len(meant) > 4)


def one_slip(word: str, meant: str) -> bool:
    """Whether one letter is wrong, missing, too many, or two have changed places."""
    if word[0] != meant[0] and word[:2] != meant[1::-1]:
        return False
    short, long = sorted((word, meant), key=len)
    at = next((n for n, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) < len(long):
        return len(long) - len(short) == 1 and short[at:] == long[at + 1 :]
    if short[at + 1 :] == long[at + 1 :]:
        return True
    turned = short[at + 1 : at + 2] + short[at : at + 1] + short[at + 2 :]
    return turned == long[at:]
