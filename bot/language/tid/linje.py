"""A line cut into words, numbers and signs, with slips of the finger in long time words mended."""

import re
from collections.abc import Container, Sequence
from typing import NamedTuple

from bot.language.tid.ordlister import CLOSING
from bot.language.tid.stavelse import mend, mend_behind
from bot.language.tidsord import PARTS

_BEHIND_I = ("dag", "går", "morgen", "morgon", "morra", "kveld", "fjor", "overmorgen", "overmorgon")
_TOKEN = re.compile(r"\d+|[^\W\d_]+|[^\w\s]")
_SIGNS = frozenset(",.;:!?)(]–—-»\"'…")


class Ord(NamedTuple):
    """A word, number or sign from `fra` up to `til` in the line. `luft` where a space is in front."""

    text: str
    fra: int
    til: int
    stor: bool
    luft: bool


class Linje:
    """The words of a line. `words` are in small letters."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.ord = _cut(text)
        self.words = [ord_.text for ord_ in self.ord]
        self._ends = {ord_.til: at + 1 for at, ord_ in enumerate(self.ord)}

    def __len__(self) -> int:
        return len(self.words)

    def word(self, at: int) -> str:
        """The word at that place; empty outside the line."""
        return self.words[at] if 0 <= at < len(self.words) else ""

    def glued(self, at: int) -> bool:
        """Whether nothing stands between that word and the one before."""
        return 0 < at < len(self.ord) and not self.ord[at].luft

    def stor(self, at: int) -> bool:
        return 0 <= at < len(self.ord) and self.ord[at].stor

    def dotted(self, at: int) -> int:
        """The place after a full stop that stands close to the word before, else `at`."""
        return at + 1 if self.word(at) == "." and self.glued(at) else at

    def phrase(self, at: int, among: Container[str], longest: int = 5) -> tuple[int, str] | None:
        """The longest phrase at `at` that is among those, and its end."""
        words = self.words[at : at + longest]
        while words:
            text = " ".join(words)
            if text in among:
                return at + len(words), text
            words.pop()
        return None

    def match(self, at: int, pattern: re.Pattern[str]) -> tuple[int, re.Match[str]] | None:
        """What is written from the word at `at`, where it ends with a word."""
        found = pattern.match(self.text, self.ord[at].fra) if 0 <= at < len(self.ord) else None
        end = self._ends.get(found.end()) if found else None
        return (end, found) if found and end else None

    def closed(self, at: int) -> bool:
        """Whether what ended before `at` is not the first part of a longer noun phrase."""
        word = self.word(at)
        return not word or word in CLOSING or word in _SIGNS


class Plasser(NamedTuple):
    """Words joined to a line, and which word begins or ends at a place in it."""

    linje: Linje
    starts: dict[int, int]
    ends: dict[int, int]

    @classmethod
    def of(cls, words: Sequence[str]) -> "Plasser":
        starts: dict[int, int] = {}
        ends: dict[int, int] = {}
        place = 0
        for at, word in enumerate(words):
            starts[place] = at
            ends[place + len(word)] = at + 1
            place += len(word) + 1
        return cls(Linje(" ".join(words)), starts, ends)

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        """The words from `start` up to `end`, where they begin and end there."""
        known = start in self.starts and end in self.ends
        return (self.starts[start], self.ends[end]) if known else None


def _cut(text: str) -> list[Ord]:
    found: list[Ord] = []
    end = 0
    for match in _TOKEN.finditer(text):
        raw = match[0]
        start = match.start()
        stor = raw[0].isupper()
        word = raw.lower()
        if len(word) > 4:
            word = mend(word, proper=stor and start > 0)
        if len(word) > 2 and found and found[-1].text == "i" and word not in PARTS:
            word = mend_behind(word, _BEHIND_I)
        found.append(Ord(word, start, match.end(), stor, start > end or start == 0))
        end = match.end()
    return found
