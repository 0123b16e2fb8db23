"""One slip of the finger in a long time word: «apirl», «onsadg», «okotber»."""

from functools import cache

from bot.language.tid.ordlister import NO_SLIPS
from bot.language.tidsord import DAYS, MONTHS, NEAREST, OWN_UNITS, PARTS, SEASONS, SHIFT, UNITS, WEEKDAYS

_SHORTEST = 5


def mend(word: str, *, proper: bool = False) -> str:
    """The time word that was meant, else the word as it is. A name keeps its spelling."""
    known, slips = _table()
    if proper or word in known or word in NO_SLIPS or len(word) < _SHORTEST:
        return word
    for key in (word, *_shorter(word)):
        for meant in slips.get(key, ()):
            if one_slip(word, meant):
                return meant
    return word


@cache
def _table() -> tuple[frozenset[str], dict[str, list[str]]]:
    spelled = {w for table in (MONTHS, WEEKDAYS) for w in table if len(w) >= _SHORTEST}
    spelled |= {w for table in (PARTS, UNITS, SEASONS) for w in table if len(w) > 6}
    spelled |= {w for w in NEAREST if len(w) > 8}
    spelled |= {"overmorgen", "overmorgon", "forrige", "påskeuka", "skjærtorsdag", "langfredag"}
    spelled |= {word for word in DAYS if len(word) > 5 and " " not in word}
    spelled |= {"innen", "innan", "neste", "måned", "månad", "innenfor"}
    spelled |= {"julaften", "nyttårsaften", "kvartal", "klokka", "klokken", "senest", "seinast"}
    slips: dict[str, list[str]] = {}
    for word in sorted(spelled, key=lambda w: (w not in MONTHS and w not in WEEKDAYS, len(w), w)):
        for key in (word, *_shorter(word)):
            slips.setdefault(key, []).append(word)
    known = {w for table in (MONTHS, WEEKDAYS, PARTS, UNITS, OWN_UNITS, SEASONS, SHIFT) for w in table}
    return frozenset(known | spelled), slips


def _shorter(word: str) -> list[str]:
    return [word[:at] + word[at + 1 :] for at in range(len(word))]


def mend_unit(word: str) -> str:
    """The unit that was meant behind a number: «dagr», «uekr»."""
    if word in UNITS or word in OWN_UNITS or len(word) < 3:
        return word
    meant = (unit for unit in UNITS if len(unit) > 2 and one_slip(word, unit))
    return next((unit for unit in meant if len(word) > 3 or sorted(word) == sorted(unit)), word)


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
