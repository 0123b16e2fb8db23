"""A line cut into words, and the many spellings of a word brought to one.

`ord.yaml` is the data: bokmål, nynorsk, dialect and the usual slips of each word.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from bot.language.fyllord import Fillers, Phrase, by_first_word, fillers, inner, starts

FOLDER = Path(__file__).parent
_TOKEN = re.compile(
    r"\d{1,2}\.\s?[–-]\s?\d{1,2}(?=\.?\s(?i:jan|feb|mar|apr|mai|jun|jul|aug|sep|okt|nov|des))"
    r"|\d+(?:\s?/\s?\d+|[.:–-]\d+)*|[^\W\d_]+"
)
_GENITIVE = re.compile(r"(?<=\w)['’´]s?\b")
_BREAK = re.compile(r"[,;:!?\n]|\s[–-]\s")
_PLAIN = 4
"""Shorter words than this mean too much without their dots and rings."""
PLAIN_LETTERS = (
    str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"}),
    str.maketrans({"æ": "ae", "ø": "o", "å": "a"}),
)
"""A keyboard without æ, ø and å, in the two ways that people write then."""
_LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Token(NamedTuple):
    """A word in small letters, and where it stands in the line (`fra` up to `til`).

    `clause` counts the clauses of the line from 0.
    """

    text: str
    fra: int
    til: int
    clause: int = 0


def read_yaml(path: Path) -> Any:
    """The data of a package file."""
    return yaml.load(path.read_text("utf-8"), _LOADER)  # noqa: S506


@cache
def name_words() -> dict[str, frozenset[str]]:
    """The lists of `personnavn.yaml` by name."""
    return {name: frozenset(words.split()) for name, words in read_yaml(FOLDER / "personnavn.yaml").items()}


def tokens(line: str) -> list[Token]:
    """The words and numbers of a line. «12 / 24» and «15.–19.» of April are one, «ASU-møte» and «fagråd1»
    are two.

    A line of nothing but a question mark is the word «?».
    """
    found: list[Token] = []
    clause, end = 0, 0
    for match in _TOKEN.finditer(line):
        if found and _breaks(found[-1].text, line[end : match.start()], line[match.start()]):
            clause += 1
        end = match.end()
        found.append(Token("".join(match[0].lower().split()), match.start(), end, clause))
    return found or ([Token("?", 0, len(line))] if line.strip() == "?" else [])


def composed(line: str) -> str:
    """The line with composed letters: «å» is one sign."""
    return unicodedata.normalize("NFC", line)


def clean(line: str) -> str:
    """The composed line, as long as it is, without the apostrophe of «ASU's»."""
    return _GENITIVE.sub(lambda match: " " * len(match[0]), composed(line))


def _breaks(word: str, gap: str, after: str) -> bool:
    # «17. april», «kl. 13» and «nr. 12» go on behind their full stop.
    ends = "." in gap and word.isalpha() and (len(word) > 3 or after.isupper())
    return ends or bool(_BREAK.search(gap))


@dataclass(frozen=True)
class Ordbok:
    """The spellings, and words with a part of their own.

    `foran` and `bak` are phrases that say nothing, `lim` words that bind, `emne_ikke` words
    that no topic holds, `allmenne` words of any sak, `noekkelord` words that no topic alone
    holds, `romslig` the words that bind with those that may stand in any question, `spoer` what
    a question begins with, `tvil` what makes it a doubt, `forbehold` what keeps a line from being
    an order, `helse` beginnings of words about somebody's health. `fornavn` are given names that are
    nothing else, `fornavn_ord` those that are words too. `fortsetter` are words that no text without a
    colon begins with, nor with `ikke_utsagn` where it must say something by itself, and `andre_steder`
    tell that it is meant for elsewhere.
    """

    former: dict[str, str]
    fraser: dict[str, list[Phrase]]
    foran: Fillers
    bak: Fillers
    hilsen_foran: Fillers
    hilsen_bak: Fillers
    lim: frozenset[str]
    emne_ikke: frozenset[str]
    allmenne: frozenset[str]
    noekkelord: frozenset[str]
    romslig: frozenset[str]
    spoer: frozenset[str]
    tvil: frozenset[str]
    forbehold: Fillers
    helse: tuple[str, ...]
    fornavn: frozenset[str]
    fornavn_ord: frozenset[str]
    fortsetter: frozenset[str]
    ikke_utsagn: frozenset[str]
    andre_steder: frozenset[str]
    riktige: frozenset[str]

    def spell(self, words: Sequence[str]) -> list[str]:
        """The words in their one spelling, each phrase («kva tid») made one."""
        return [one for one, _ in self.spelled(words)]

    def spelled(self, words: Sequence[str]) -> list[tuple[str, int]]:
        """As `spell`, with how many words of the line each stands for."""
        words = [self.former.get(word, word) for word in words]
        fraser = self.fraser
        if fraser.keys().isdisjoint(words):
            return [(word, 1) for word in words]
        out: list[tuple[str, int]] = []
        at = 0
        while at < len(words):
            one, length = self._phrase(words, at) if words[at] in fraser else (words[at], 1)
            out.append((one, length))
            at += length
        return out

    def without_fillers(self, words: Sequence[str]) -> tuple[int, int]:
        """Where a question begins and ends once the phrases that say nothing are taken away."""
        return inner(words, self.foran, self.bak)

    def without_greeting(self, words: Sequence[str]) -> tuple[int, int]:
        """As `without_fillers`, but only the polite ones are taken away."""
        return inner(words, self.hilsen_foran, self.hilsen_bak)

    def asks(self, words: Sequence[str]) -> bool:
        """Whether they have the form of a question to the bot, without doubt or condition."""
        others = bool({"noen", "alle"}.intersection(words[1:2]))
        return bool(words) and words[0] in self.spoer and self.tvil.isdisjoint(words) and not others

    def reserved(self, words: Sequence[str]) -> bool:
        """Whether a doubt, a condition or a question about doing it is in them."""
        return any(self.reserved_at(words, at) for at in range(len(words)))

    def reserved_at(self, words: Sequence[str], at: int) -> bool:
        """Whether a doubt or a condition begins there."""
        return bool(starts(self.forbehold, words, at, len(words)))

    def given_name(self, word: str, capital: bool) -> bool:
        """Whether it is one for certain: «liv» is, with a capital."""
        return word in self.fornavn or (capital and word in self.fornavn_ord)

    def _phrase(self, words: Sequence[str], at: int) -> tuple[str, int]:
        for phrase, one in self.fraser[words[at]]:
            if tuple(words[at : at + len(phrase)]) == phrase:
                return one, len(phrase)
        return words[at], 1


@cache
def ordbok() -> Ordbok:
    """The words of `ord.yaml`, and given names. Raises ValueError where a spelling stands under two
    words.
    """
    data, names = read_yaml(FOLDER / "ord.yaml"), name_words()
    former: dict[str, str] = {}
    fraser: list[Phrase] = []
    for one, spellings in data["ord"].items():
        for spelling in str(spellings).split(","):
            _add(spelling.split(), str(one), former, fraser)
    _add_plain(former, {*data["lim"].split(), *data["emne_ikke"].split(), *data["riktige"].split()})
    romslig = frozenset(f"{data['lim']} {data['vanlige']}".split())
    also_words = names["ord"] | former.keys() | frozenset(former.values()) | romslig
    return Ordbok(
        former,
        by_first_word(fraser, former),
        fillers(f"{data['hilsen']},{data['foran']}", former, 0),
        fillers(f"{data['hilsen']},{data['bak']}", former, -1),
        fillers(data["hilsen"], former, 0),
        fillers(data["hilsen"], former, -1),
        frozenset(data["lim"].split()),
        frozenset(data["emne_ikke"].split()),
        frozenset(data["allmenne"].split()),
        frozenset(data["noekkelord"].split()),
        romslig,
        frozenset(data["spoer"].split()),
        frozenset(data["tvil"].split()),
        fillers(data["forbehold"], former, 0),
        tuple(data["helse"].split()),
        names["fornavn"] - also_words,
        names["fornavn"] & also_words,
        frozenset(data["fortsetter"].split()),
        frozenset(data["ikke_utsagn"].split()),
        frozenset(data["andre_steder"].split()),
        frozenset(data["riktige"].split()),
    )


def _add(words: list[str], one: str, former: dict[str, str], fraser: list[Phrase]) -> None:
    if len(words) > 1:
        fraser.append((tuple(words), one))
    elif words and former.setdefault(words[0], one) != one:
        raise ValueError(f"«{words[0]}» stands under both «{former[words[0]]}» and «{one}»")


def _add_plain(former: dict[str, str], taken: set[str]) -> None:
    """A keyboard without æøå: «mote», «moete» and «hoeringsfrist», where that is no other word."""
    words = [w for w in {*former, *former.values()} if len(w) >= _PLAIN and set(w) & set("æøå")]
    for word in sorted(words):
        for letters in PLAIN_LETTERS:
            plain = word.translate(letters)
            if plain not in taken:
                former.setdefault(plain, former.get(word, word))
