"""What a line looks like to the classifier: pieces of its words, as written and in their one spelling."""

import re
from collections.abc import Iterator, Sequence

from bot.language.lesning import Lesning
from bot.language.moenster import SLOTS

_AS_WRITTEN = (3, 4)
_ACROSS = (4, 5)
_MARKED = re.compile(r"\s*[kvio]\s*:", re.IGNORECASE)
_LABELLED = re.compile(r"\s*[^\W\d_]+\s*:")
_EDGE = "|"
WORD = "1"
"""What the feature of a single word begins with."""
_FEW, _MANY = 2, 12

Features = tuple[list[str], list[str], list[str]]


def features(lesning: Lesning) -> Features:
    """Three groups that weigh the same: letters of the words as written, words and pairs of words in
    their one spelling, and letters of those across words. Each feature once, in a fixed order.

    Organs, saker, days and clocks count as such, never by what they are called.
    """
    words = _as_written(lesning)
    spelled = [*_words(lesning.symbols), *_shape(lesning, len(words))]
    return _once(_letters(words)), _once(spelled), _once(_across(lesning.symbols))


def _once(found: Iterator[str] | Sequence[str]) -> list[str]:
    return list(dict.fromkeys(found))


def _as_written(lesning: Lesning) -> list[str]:
    words: list[str] = []
    for symbol, (fra, til) in zip(lesning.symbols, lesning.spans, strict=True):
        if symbol in SLOTS:
            words.append(symbol)
        else:
            words += ["0" if word.text.isdecimal() else word.text for word in lesning.words[fra:til]]
    return words


def _letters(words: Sequence[str]) -> Iterator[str]:
    for word in words:
        if word not in SLOTS:
            yield from _grams(f" {word} ", _AS_WRITTEN)


def _across(symbols: Sequence[str]) -> Iterator[str]:
    return (f"n{gram}" for gram in _grams(f" {' '.join(symbols)} ", _ACROSS))


def _grams(text: str, sizes: Sequence[int]) -> Iterator[str]:
    return (text[at : at + size] for size in sizes for at in range(len(text) - size + 1))


def _words(symbols: Sequence[str]) -> Iterator[str]:
    words = [_EDGE, *symbols, _EDGE]
    for at, word in enumerate(words):
        yield f"{WORD}{word}"
        if at + 1 < len(words):
            yield f"2{word}_{words[at + 1]}"
        if at + 2 < len(words):
            yield f"3{word}_{words[at + 1]}_{words[at + 2]}"
            yield f"4{word}_{words[at + 2]}"


def _shape(lesning: Lesning, length: int) -> Iterator[str]:
    if "?" in lesning.line:
        yield "5?"
    if _LABELLED.match(lesning.line):
        yield "5:"
    if _MARKED.match(lesning.line):
        yield "5k:"
    if any(lesning.line[word.fra].isupper() for word in lesning.words[1:]):
        yield "5N"
    yield "5few" if length <= _FEW else "5many" if length > _MANY else "5some"
