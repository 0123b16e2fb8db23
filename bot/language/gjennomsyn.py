"""Whether a line that was not understood may be kept for review: in doubt it may not.

`gjennomsyn.yaml` holds the words, with `helse` in `ord.yaml` and the names in `personnavn.yaml`. The
rule refuses too much: a line is lost more cheaply than somebody's illness is kept.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.domain.likhet import distance
from bot.language.gjennomsynsord import NAME_SLIP, SLIP, Ordlister, fold, ordlister
from bot.language.tall import is_number_word

LONGEST = 200
_DIGITS = 5
_NUMBER_WORDS = 4
_ENDING = 6
_WORD = re.compile(r"[^\W\d_]+")
_RUN = re.compile(r"(.)\1{2,}")
_ADDRESS = re.compile(r"@|://|\bwww\b|[^\W\d_]{2,}\.[^\W\d_]{2,}")
_MARKS = frozenset(" .,;:!?…'’´`\"“”«»()/–—-&%+=*")
_PARTICLES = frozenset({"de", "van", "von", "der", "den", "da", "af", "av", "la", "el", "al", "og"})
_FORFALL = "forfall."
_NO = ("ikke", "ikkje")
_NO_SLIP = 4
_INSIDE = ("avbud", "forfal")


def may_be_kept(
    line: str,
    suggestions: Iterable[str],
    names: Iterable[str] = (),
    bodies: Iterable[str] = (),
    *,
    referat_open: bool = False,
) -> bool:
    """Whether the line may be stored, as `one_line` writes it.

    `suggestions` are the intents it was nearest to; without any it is not kept. `names` are those of
    the register's medlemmer and of the writer; `bodies` names that may stand with a capital letter.
    """
    text, intents = one_line(line), tuple(suggestions)
    if referat_open or not intents or any(intent.startswith(_FORFALL) for intent in intents):
        return False
    if not 0 < len(text) <= LONGEST or not _plain(text) or _numbers(text):
        return False
    return not _Regel(ordlister()).tells(text, _parts(names), _parts(bodies))


def one_line(line: str) -> str:
    """The line in composed letters, with single blanks and nothing invisible in it."""
    composed = unicodedata.normalize("NFKC", line)
    seen = "".join(c for c in composed if unicodedata.category(c) != "Cf")
    return " ".join(seen.split())


def _plain(text: str) -> bool:
    """Nothing but Latin letters, digits and the marks of a sentence; no address."""
    letters = (c for c in text if c not in _MARKS and not ("0" <= c <= "9"))
    latin = all(c.isalpha() and unicodedata.name(c, "").startswith("LATIN ") for c in letters)
    return latin and not _ADDRESS.search(text)


def _numbers(text: str) -> bool:
    """A number that may be somebody's, in digits (however they are spaced) or in words."""
    spoken = sum(is_number_word(word.lower()) for word in _WORD.findall(text))
    return sum(c.isdecimal() for c in text) >= _DIGITS or spoken >= _NUMBER_WORDS


def _parts(names: Iterable[str]) -> frozenset[str]:
    words = (fold(word) for name in names for word in _WORD.findall(one_line(name)))
    return frozenset(word for word in words if word not in _PARTICLES)


@dataclass(frozen=True)
class _Regel:
    ord: Ordlister

    def tells(self, text: str, names: frozenset[str], bodies: frozenset[str]) -> bool:
        """Whether the text may tell of somebody's health, of a person, or of who is not coming."""
        written = _WORD.findall(text)
        words = [fold(word) for word in written]
        return (
            any(self._health(word) for word in words)
            or any(self._name(word, names) for word in words)
            or self._capital(written, words, bodies - names)
            or any(word.startswith(self.ord.familie) for word in words)
            or self._absent(words)
        )

    def _health(self, word: str) -> bool:
        return any(
            one in self.ord.helse_ord
            or one.startswith(self.ord.helse)
            or any(piece in one for piece in self.ord.helse_inni)
            or any(_slip_of_beginning(one, stem) for stem in self.ord.helse_lange.get(one[0], ()))
            for one in _shortened(word)
        )

    def _name(self, word: str, names: frozenset[str]) -> bool:
        known = (self.ord.navn, self.ord.navn_foran, names)
        if any(one in part for one in _without_ending(word) for part in known) or self._patronymic(word):
            return True
        if len(word) >= _ENDING and word.endswith(self.ord.etternavn_ender) and word not in self.ord.kjente:
            return True
        near = self.ord.navn_lange.get(word[0], ()) if word not in self.ord.kjente else ()
        return any(_slip(word, name) for name in (*names, *near))

    def _patronymic(self, word: str) -> bool:
        for ending in ("sen", "son", "datter", "dotter"):
            stem = word.removesuffix(ending)
            alike = {stem, stem + "s", stem.removesuffix("s")}
            if stem != word and not (
                alike.isdisjoint(self.ord.navn) and alike.isdisjoint(self.ord.navn_og_ord)
            ):
                return True
        return False

    def _capital(self, written: Sequence[str], words: Sequence[str], bodies: frozenset[str]) -> bool:
        """A capital letter where no body's name explains it. The first word of a line often has one:
        then it must be a word that is known.
        """
        for place, (as_written, word) in enumerate(zip(written, words, strict=True)):
            if as_written == as_written.lower() or word in self.ord.egennavn or word in bodies:
                continue
            capital_only = as_written[1:] == as_written[1:].lower()
            if place or not capital_only or word not in self.ord.kjente or word in self.ord.navn_og_ord:
                return True
        return False

    def _absent(self, words: Sequence[str]) -> bool:
        line = f" {' '.join(words)} "
        if any(f" {phrase} " in line for phrase in self.ord.vendinger):
            return True
        if any(_away(word, self.ord.fravaer) for word in words):
            return True
        return any(self._denies(word) for word in words)

    def _denies(self, word: str) -> bool:
        return word in self.ord.nekting or any(
            distance(word, no, 1) <= 1 for no in _NO if len(word) >= _NO_SLIP
        )


def _away(word: str, stems: tuple[str, ...]) -> bool:
    inside = any(piece in word for piece in _INSIDE)
    return inside or word.startswith(stems) or any(_slip_of_beginning(word, stem) for stem in stems)


def _shortened(word: str) -> set[str]:
    """«syyyk» as «syk» and «syyk» too."""
    return {word, _RUN.sub(r"\1", word), _RUN.sub(r"\1\1", word)}


def _without_ending(word: str) -> tuple[str, ...]:
    """The word, and without the s of a genitive."""
    return (word, word[:-1]) if word.endswith("s") else (word,)


def _slip(word: str, name: str) -> bool:
    return min(len(word), len(name)) >= NAME_SLIP and distance(word, name, 1) <= 1


def _slip_of_beginning(word: str, stem: str) -> bool:
    if len(stem) < SLIP:
        return False
    lengths = (len(stem) - 1, len(stem), len(stem) + 1)
    return any(len(word) >= n and distance(word[:n], stem, 1) <= 1 for n in lengths)
