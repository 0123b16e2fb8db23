"""Numbers in words, both ways of counting: «tjuefire», «fire og tyve», «tolvte», «tjuande»."""

from collections.abc import Sequence
from functools import cache

_ONES = (
    ("en", "én", "ein", "éin", "ett", "eitt", "ei", "et"),
    ("to",),
    ("tre",),
    ("fire",),
    ("fem", "fæm"),
    ("seks", "sæks"),
    ("sju", "syv"),
    ("åtte", "åtta"),
    ("ni",),
)
_TEENS = (
    ("ti",),
    ("elleve", "ellve", "elleva"),
    ("tolv", "tålv", "tållv", "tollv"),
    ("tretten", "trettan", "trætten"),
    ("fjorten", "fjortan"),
    ("femten", "femtan", "fæmten"),
    ("seksten", "sekstan", "sæksten"),
    ("sytten", "søtten", "syttan"),
    ("atten", "attan"),
    ("nitten", "nittan"),
)
_TENS = (
    ("tjue", "tyve", "tjuge"),
    ("tretti", "tredve", "trætti"),
    ("førti", "førr"),
    ("femti", "fæmti"),
    ("seksti", "sæksti"),
    ("sytti", "søtti"),
    ("åtti",),
    ("nitti",),
)
_HUNDRED = frozenset({"hundre", "etthundre", "ethundre", "eitthundre", "hundrede"})
_ONE_HUNDRED = frozenset({"et", "ett", "eitt", "eit"})
_FIRST = (
    ("første", "fyrste", "føste", "fyste"),
    ("andre", "annen", "annan", "anna"),
    ("tredje",),
    ("fjerde",),
    ("femte",),
    ("sjette",),
    ("sjuende", "syvende", "sjuande"),
    ("åttende", "åttande"),
    ("niende", "niande"),
)
_LATER = {
    10: ("tiende", "tiande"),
    11: ("ellevte",),
    12: ("tolvte",),
    13: ("trettende", "trettande"),
    14: ("fjortende", "fjortande"),
    15: ("femtende", "femtande"),
    16: ("sekstende", "sekstande"),
    17: ("syttende", "syttande"),
    18: ("attende", "attande"),
    19: ("nittende", "nittande"),
    20: ("tjuende", "tyvende", "tjuande", "tjueende", "tjueande"),
    30: ("trettiende", "trettiande", "tredevte", "tredivte"),
    40: ("førtiende", "førtiande"),
    50: ("femtiende", "femtiande"),
}


def number(words: Sequence[str], at: int) -> tuple[int, int] | None:
    """The number that begins at `at`, in digits or words (0–199, or a year), and where it ends."""
    if at >= len(words):
        return None
    if words[at].isdecimal():
        return int(words[at]), at + 1
    return _year(words, at) or _below_200(words, at)


def ordinal(words: Sequence[str], at: int) -> tuple[int, int] | None:
    """The ordinal that begins at `at` («tolvte», «tjue første», «en og tyvende»), and where it ends."""
    if at >= len(words):
        return None
    one = _cardinals().get(words[at])
    if words[at] in _ordinals():
        return _ordinals()[words[at]], at + 1
    if one and tuple(words[at + 1 : at + 2]) == ("og",) and len(words) > at + 2:
        tens = _ordinals().get(words[at + 2], 0)
        return (tens + one, at + 3) if one < 10 and tens >= 20 and tens % 10 == 0 else None
    if one and one >= 20 and one % 10 == 0 and len(words) > at + 1:
        first = _ordinals().get(words[at + 1], 10)
        return (one + first, at + 2) if first < 10 else None
    return None


def is_number_word(word: str) -> bool:
    """Whether a number or an ordinal may begin with that word."""
    return word in _cardinals() or word in _ordinals()


def number_words() -> frozenset[str]:
    """Every word that a number or an ordinal may begin with."""
    return frozenset(_cardinals().keys() | _ordinals().keys() | {"hundre", "totusenog"})


def _year(words: Sequence[str], at: int) -> tuple[int, int] | None:
    for start in (("to", "tusen", "og"), ("totusenog",), ("to", "tusen"), ("tjue",), ("tyve",)):
        if tuple(words[at : at + len(start)]) == start:
            rest = _below_200(words, at + len(start))
            if rest and 10 <= rest[0] < 100:
                return 2000 + rest[0], rest[1]
    return None


def _below_200(words: Sequence[str], at: int) -> tuple[int, int] | None:
    spread = len(words) > at + 1 and words[at] in _ONE_HUNDRED and words[at + 1] == "hundre"
    start = at + spread
    if start < len(words) and words[start] in _HUNDRED:
        bound = tuple(words[start + 1 : start + 2]) == ("og",)
        rest = _below_100(words, start + 1 + bound)
        return (100 + rest[0], rest[1]) if rest else (100, start + 1)
    hundred, _, more = words[at].partition("hundreog") if at < len(words) else ("", "", "")
    if more and hundred in ("", *_ONE_HUNDRED):
        return (100 + _cardinals()[more], at + 1) if more in _cardinals() else None
    return _below_100(words, at)


def _below_100(words: Sequence[str], at: int) -> tuple[int, int] | None:
    value = _cardinals().get(words[at]) if at < len(words) else None
    if value is None:
        return None
    if value < 10 and tuple(words[at + 1 : at + 2]) == ("og",) and len(words) > at + 2:
        tens = _cardinals().get(words[at + 2], 0)
        if tens >= 20 and tens % 10 == 0:
            return tens + value, at + 3
    if value >= 20 and value % 10 == 0 and len(words) > at + 1:
        one = _cardinals().get(words[at + 1], 10)
        if one < 10:
            return value + one, at + 2
    return value, at + 1


@cache
def _cardinals() -> dict[str, int]:
    ones = {word: value for value, words in enumerate(_ONES, 1) for word in words}
    tens = {word: value * 10 for value, words in enumerate(_TENS, 2) for word in words}
    together = {ten + one: t + o for ten, t in tens.items() for one, o in ones.items()}
    turned = {f"{one}og{ten}": t + o for ten, t in tens.items() for one, o in ones.items()}
    teens = {word: value for value, words in enumerate(_TEENS, 10) for word in words}
    below = {**ones, **teens, **tens, **together, **turned}
    return {"null": 0, **below}


@cache
def _ordinals() -> dict[str, int]:
    first = {word: value for value, words in enumerate(_FIRST, 1) for word in words}
    later = {word: value for value, words in _LATER.items() for word in words}
    tens = {word: value * 10 for value, words in enumerate(_TENS, 2) for word in words}
    ones = {word: value for value, words in enumerate(_ONES, 1) for word in words}
    together = {ten + one: t + o for ten, t in tens.items() for one, o in first.items()}
    turned = {
        f"{one}og{word}": value + o
        for word, value in later.items()
        if value >= 20
        for one, o in ones.items()
    }
    return {**first, **later, **together, **turned}
