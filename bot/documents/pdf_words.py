"""A PDF page as lines of pieces."""

import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from statistics import median

from pdfplumber.utils.text import dedupe_chars, extract_words

from bot.documents.characters import clean
from bot.documents.layout import Line, Piece, join_bullets
from bot.documents.markers import plain_symbols
from bot.documents.pdf_chars import Char

WIDE = 0.45
"""A space wider than this share of the type size parts two pieces; a word space is 0.2 to 0.3."""
SAME_LINE = 0.35
OVERLAP = 0.3
BACK = 3
ACCENTS = frozenset(("Mn", "Sk", "Lm"))
STICKS_OUT = 0.15
"""A piece may reach so far into the next, in type sizes, and still be on the same side of a gutter."""
BOLD_NAMES = ("bold", "black", "heavy", "semibold", "demi")

Word = Char


def words_of(chars: list[Char]) -> list[Word]:
    """pdfplumber's words with `bold` and `size`; text that stands on its side is left out."""
    if _printed_twice(chars):
        chars = dedupe_chars(chars, tolerance=1)
    # Read across, the letters of a cell that sticks out into the next one would be mixed with its text.
    in_order = any(_overlap(a, b) for a, b in pairwise(chars))
    words = extract_words(chars, x_tolerance_ratio=0.18, return_chars=True, use_text_flow=in_order)
    upright = [word for word in words if word["upright"]]
    parts = [part for word in upright for part in _parted(word)] if in_order else upright
    return [_described(word) for word in parts]


def _overlap(a: Word, b: Word) -> bool:
    """The second letter begins on top of the first, or a little before it: it is another cell's."""
    if (
        abs(a["bottom"] - b["bottom"]) > SAME_LINE * a["size"]
        or unicodedata.category(b["text"][0]) in ACCENTS
    ):
        return False
    width = a["x1"] - a["x0"]
    return bool(a["x0"] - BACK * width < b["x0"] < a["x1"] - OVERLAP * width)


def _parted(word: Word) -> list[Word]:
    """A word as several where its letters overlap."""
    groups: list[list[Word]] = []
    for char in word["chars"]:
        if groups and not _overlap(groups[-1][-1], char):
            groups[-1].append(char)
        else:
            groups.append([char])
    return [_word(word, group) for group in groups] if len(groups) > 1 else [word]


def _word(like: Word, chars: list[Word]) -> Word:
    text = "".join(char["text"] for char in chars)
    return {**like, "text": text, "chars": chars, "x0": chars[0]["x0"], "x1": chars[-1]["x1"]}


def _printed_twice(chars: list[Word]) -> bool:
    """Some writers print bold by printing each letter twice, a little beside itself."""
    twice = sum(
        a["text"] == b["text"] and abs(a["x0"] - b["x0"]) < 1 and abs(a["top"] - b["top"]) < 1
        for a, b in pairwise(chars)
    )
    return bool(twice * 20 > len(chars))


def _described(word: Word) -> Word:
    chars = word.pop("chars")
    word["text"] = plain_symbols(clean(word["text"]))
    word["bold"] = all(_is_bold(char["fontname"]) for char in chars)
    word["size"] = median(char["size"] for char in chars)
    return word


def _is_bold(fontname: str) -> bool:
    lowered = fontname.lower()
    return any(name in lowered for name in BOLD_NAMES)


def lines_of(words: list[Word], page: int) -> list[Line]:
    """Words on a common baseline make a line; lines come from the top down."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda w: (w["bottom"], w["x0"])):
        if lines and word["bottom"] - lines[-1][0]["bottom"] <= SAME_LINE * word["size"]:
            lines[-1].append(word)
        else:
            lines.append([word])
    return [_line(line, page) for line in lines]


def _line(words: list[Word], page: int) -> Line:
    words = sorted(words, key=lambda w: float(w["x0"]))
    size = float(median(word["size"] for word in words))
    line = Line(
        pieces=tuple(_apart(_pieces(words, size), WIDE * size)),
        top=min(word["top"] for word in words),
        bottom=max(word["bottom"] for word in words),
        size=size,
        page=page,
    )
    return join_bullets(line)


def _pieces(words: list[Word], size: float) -> list[Piece]:
    groups: list[list[Word]] = []
    for word in words:
        if groups and -STICKS_OUT * size < word["x0"] - groups[-1][-1]["x1"] <= WIDE * size:
            groups[-1].append(word)
        else:
            groups.append([word])
    return [
        Piece(
            " ".join(word["text"] for word in group),
            group[0]["x0"],
            group[-1]["x1"],
            all(word["bold"] for word in group),
        )
        for group in groups
    ]


def _apart(pieces: list[Piece], wide: float) -> Iterator[Piece]:
    """Where a piece sticks out into the next, it is taken to end where its column must."""
    for piece, after in zip(pieces, [*pieces[1:], None], strict=True):
        sticks_out = after is not None and after.x0 < piece.x1
        yield replace(piece, x1=max(piece.x0, after.x0 - wide)) if after and sticks_out else piece
