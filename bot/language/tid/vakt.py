"""What only looks like a time: case numbers, rooms, money, chapters, quantities, names."""

from bot.language.saksreferanser import PAPER, SAK
from bot.language.tid.linje import Linje
from bot.language.tid.ordlister import CHANGES, COUNTED, DATED, NUMBERED_THINGS, ORDERED
from bot.language.tid.spes import Spes

NUMBERED = frozenset(NUMBERED_THINGS) | SAK | PAPER | {"klokka", "klokken", "kl"}
_STEMS = (
    "punkt", "pkt", "versjon", "kapit", "kap", "avsnitt", "paragraf", "artikk", "vedlegg", "møterom", "rom",
    "saksn", "sak", "tiltak", "delmål", "fagråd", "tlf", "telefon", "arkivsak", "budsjettpost", "nummer",
)  # fmt: skip
_SIGNS = frozenset({"§", "#", "$", "€", "£", "+", "×", "="})
_FRACTIONS = frozenset({2, 3, 4, 5, 6, 8, 10})
_MOVING = ("flytt", "utsett", "utsatt", "skyv", "forskyv", "bytt")
_EVERY = frozenset({"hver", "kvar", "annenhver", "hvert", "kvart", "annankvar", "annenhvert"})
_SHORT_DAYS = frozenset({"man", "tir", "tirs", "tys", "ons", "tors", "fre", "lør", "lau", "søn"})
_JOINED = frozenset({"og", ",", "eller", "til", "-", "–", "samt", "/"})


def false(line: Linje, start: int, end: int, spes: Spes) -> bool:
    """Whether what stands there is something else than a time."""
    digits = any(word[:1].isdigit() for word in line.words[start:end])
    if not digits:
        return False
    if _fraction(line, start, end):
        return True
    return _bare(line, start, end) and (numbered(line, start) or _quantity(line, start, end, spes))


def repeated(line: Linje, start: int, end: int) -> bool:
    """«Hver torsdag» is no day."""
    after = line.word(end + 1) if line.word(end) == "i" else line.word(end)
    return after in _EVERY or not _EVERY.isdisjoint(line.words[max(0, start - 2) : start])


def _bare(line: Linje, start: int, end: int) -> bool:
    """Whether no word tells that it is a time."""
    return not any(word.isalpha() and len(word) > 1 for word in line.words[start:end])


def grows(line: Linje, start: int) -> bool:
    """«Øke fra 10 til 12»."""
    return not CHANGES.isdisjoint(line.words[max(0, start - 4) : start])


def moves(line: Linje, at: int) -> bool:
    """«Flytt møtet fra tirsdag til torsdag»: two days."""
    return line.word(at) in ("fra", "frå") and any(word.startswith(_MOVING) for word in line.words[:at])


def _fraction(line: Linje, start: int, end: int) -> bool:
    if end - start != 3 or line.word(start + 1) != "/" or (line.closed(end) and line.word(end) != "av"):
        return False
    part, whole = int(line.word(start)), int(line.word(start + 2))
    return part <= whole and (whole in _FRACTIONS or part == whole) and not _dated(line, start)


def _dated(line: Linje, start: int) -> bool:
    return line.word(start - 1) in DATED


def counted(line: Linje, at: int) -> bool:
    """Whether the word there is what a number before it counts or numbers."""
    word = line.word(at)
    return word in COUNTED or word in ORDERED or word in SAK


def numbered(line: Linje, start: int) -> bool:
    """Whether the number there is that of a thing: «Fagråd 2», «sak 3 og 4»."""
    if not line.word(start)[:1].isdigit():
        return False
    at = start - 1
    if line.word(at) in _SIGNS or (line.word(at) == "." and line.glued(at) and _is_noun(line.word(at - 1))):
        return True
    if _is_noun(line.word(at)):
        return True
    # «sak 3/26 og 4/11», «Fagråd 1, 2 og 3».
    while at > 0 and (line.word(at) in _JOINED or line.word(at)[:1].isdigit() or line.word(at) == "."):
        at -= 1
    joined = at < start - 1 and any(line.word(n) in _JOINED for n in range(at + 1, start))
    return joined and _is_noun(line.word(at))


def _is_noun(word: str) -> bool:
    return word in NUMBERED or (len(word) > 4 and word.startswith(_STEMS))


def _quantity(line: Linje, start: int, end: int, spes: Spes) -> bool:
    after = line.word(end)
    if after == "%" or (after in ("/", "%") and line.glued(end)):
        return True
    if after in COUNTED and line.word(end - 1)[:1].isdigit():
        return after != "av" or not spes.dated
    return False


def held_up(line: Linje, start: int, end: int, spes: Spes) -> bool:
    """Whether the words around make a time of what alone is none."""
    if spes.day is not None and spes.month is not None:
        return _dated(line, start) or (line.closed(end) and not DATED.isdisjoint(line.words[:start]))
    if spes.kinds == "Y" and spes.year is not None:
        return line.closed(end) and not _is_noun(line.word(start - 1))
    if spes.clock_til:
        return line.closed(end) and not DATED.isdisjoint(line.words[:start])
    if spes.kinds == "W":
        return line.word(start - 1) == "på" and line.word(start) in _SHORT_DAYS and line.closed(end)
    if spes.kinds == "M":
        return not line.stor(start) and not line.word(end)
    return False
