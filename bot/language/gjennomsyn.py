"""Whether a line that was not understood may be kept for review: in doubt it may not.

`gjennomsyn.yaml` holds the words, with `helse` in `ord.yaml`. The rule looks only for what it must
refuse, and refuses too much: a line is lost more cheaply than somebody's illness is kept.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from bot.domain.likhet import distance
from bot.language.ord import FOLDER, ordbok, read_yaml
from bot.language.tall import is_number_word

LONGEST = 200
_DIGITS = 5
_NUMBER_WORDS = 4
_SLIP = 6
"""Words this long are recognised with a slip of the finger in them."""
_NAME_SLIP = 5
_ENDING = 6
_WORD = re.compile(r"[^\W\d_]+")
_RUN = re.compile(r"(.)\1{2,}")
_ADDRESS = re.compile(r"@|://|\bwww\b|[^\W\d_]{2,}\.[^\W\d_]{2,}")
_MARKS = frozenset(" .,;:!?…'’´`\"“”«»()/–—-&%+=*")
_TWO_LETTERS = (("aa", "a"), ("ae", "a"), ("oe", "o"))
_ONE_LETTER = str.maketrans({"æ": "a", "ø": "o", "ð": "d", "đ": "d", "ł": "l", "ŋ": "n", "ß": "s"})
_PARTICLES = frozenset({"de", "van", "von", "der", "den", "da", "af", "av", "la", "el", "al", "og"})
_FORFALL = "forfall."
_NO = ("ikke", "ikkje")
_NO_SLIP = 4
_INSIDE = frozenset({"avbud", "forfal"})


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
    return not _ord().tells(text, _parts(names), _parts(bodies))


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


def fold(word: str) -> str:
    """Small letters without dots, rings and accents, so that «dårlig», «daarlig» and «darlig» are one."""
    bare = unicodedata.normalize("NFD", word.lower().translate(_ONE_LETTER))
    plain = "".join(c for c in bare if not unicodedata.combining(c))
    for two, one in _TWO_LETTERS:
        plain = plain.replace(two, one)
    return plain


@dataclass(frozen=True)
class _Ord:
    """The lists, folded. The tuples are beginnings, endings or phrases, the sets whole words, the
    tables long words by their first letter.
    """

    helse: tuple[str, ...]
    helse_lange: Mapping[str, tuple[str, ...]]
    helse_ord: frozenset[str]
    helse_inni: tuple[str, ...]
    navn: frozenset[str]
    navn_lange: Mapping[str, tuple[str, ...]]
    navn_og_ord: frozenset[str]
    navn_foran: frozenset[str]
    etternavn_ender: tuple[str, ...]
    egennavn: frozenset[str]
    kjente: frozenset[str]
    nekting: frozenset[str]
    familie: tuple[str, ...]
    fravaer: tuple[str, ...]
    vendinger: tuple[str, ...]

    def tells(self, text: str, names: frozenset[str], bodies: frozenset[str]) -> bool:
        """Whether the text may tell of somebody's health, of a person, or of who is not coming."""
        written = _WORD.findall(text)
        words = [fold(word) for word in written]
        return (
            any(self._health(word) for word in words)
            or any(self._name(word, names) for word in words)
            or self._capital(written, words, bodies - names)
            or any(word.startswith(self.familie) for word in words)
            or self._absent(words)
        )

    def _health(self, word: str) -> bool:
        return any(
            one in self.helse_ord
            or one.startswith(self.helse)
            or any(piece in one for piece in self.helse_inni)
            or any(_slip_of_beginning(one, stem) for stem in self.helse_lange.get(one[0], ()))
            for one in _shortened(word)
        )

    def _name(self, word: str, names: frozenset[str]) -> bool:
        known = self.navn | names | self.navn_foran
        if any(one in known for one in _without_ending(word)) or self._patronymic(word):
            return True
        if len(word) >= _ENDING and word.endswith(self.etternavn_ender) and word not in self.kjente:
            return True
        near = self.navn_lange.get(word[0], ()) if word not in self.kjente else ()
        return any(_slip(word, name) for name in (*names, *near))

    def _patronymic(self, word: str) -> bool:
        for ending in ("sen", "son", "datter", "dotter"):
            stem = word.removesuffix(ending)
            if stem != word and {stem, stem + "s", stem.removesuffix("s")} & (self.navn | self.navn_og_ord):
                return True
        return False

    def _capital(self, written: Sequence[str], words: Sequence[str], bodies: frozenset[str]) -> bool:
        """A capital letter where no body's name explains it. The first word of a line often has one:
        then it must be a word that is known.
        """
        for place, (as_written, word) in enumerate(zip(written, words, strict=True)):
            if as_written == as_written.lower() or word in self.egennavn or word in bodies:
                continue
            capital_only = as_written[1:] == as_written[1:].lower()
            if place or not capital_only or word not in self.kjente or word in self.navn_og_ord:
                return True
        return False

    def _absent(self, words: Sequence[str]) -> bool:
        line = f" {' '.join(words)} "
        if any(f" {phrase} " in line for phrase in self.vendinger):
            return True
        if any(_away(word, self.fravaer) for word in words):
            return True
        return any(self._denies(word) for word in words)

    def _denies(self, word: str) -> bool:
        return word in self.nekting or any(
            distance(word, no, 1) <= 1 for no in _NO if len(word) >= _NO_SLIP
        )


def _away(word: str, stems: tuple[str, ...]) -> bool:
    inside = any(stem in word for stem in stems if stem in _INSIDE)
    return inside or word.startswith(stems) or any(_slip_of_beginning(word, stem) for stem in stems)


def _shortened(word: str) -> set[str]:
    """«syyyk» as «syk» and «syyk» too."""
    return {word, _RUN.sub(r"\1", word), _RUN.sub(r"\1\1", word)}


def _without_ending(word: str) -> tuple[str, ...]:
    """The word, and without the s of a genitive."""
    return (word, word[:-1]) if word.endswith("s") else (word,)


def _slip(word: str, name: str) -> bool:
    return min(len(word), len(name)) >= _NAME_SLIP and distance(word, name, 1) <= 1


def _slip_of_beginning(word: str, stem: str) -> bool:
    if len(stem) < _SLIP:
        return False
    lengths = (len(stem) - 1, len(stem), len(stem) + 1)
    return any(len(word) >= n and distance(word[:n], stem, 1) <= 1 for n in lengths)


def _by_first_letter(words: Iterable[str], shortest: int) -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for word in sorted(words):
        if len(word) >= shortest:
            table[word[0]] = (*table.get(word[0], ()), word)
    return table


@cache
def _ord() -> _Ord:
    data = read_yaml(FOLDER / "gjennomsyn.yaml")
    general = ordbok()

    def folded(*names: str) -> frozenset[str]:
        return frozenset(fold(word) for name in names for word in str(data[name]).split())

    known = (*general.former, *general.former.values(), *general.romslig, *general.spoer, *general.riktige)
    helse = tuple(sorted(folded("helse") | {fold(stem) for stem in general.helse}))
    navn = folded("navn", "etternavn")
    return _Ord(
        helse=helse,
        helse_lange=_by_first_letter(helse, _SLIP),
        helse_ord=folded("helse_ord"),
        helse_inni=tuple(sorted(folded("helse_inni"))),
        navn=navn,
        navn_lange=_by_first_letter(navn, _NAME_SLIP),
        navn_og_ord=folded("navn_og_ord"),
        navn_foran=folded("navn_foran"),
        etternavn_ender=tuple(folded("etternavn_ender")),
        egennavn=folded("egennavn"),
        kjente=frozenset(fold(word) for word in known) | folded("foerste"),
        nekting=folded("nekting"),
        familie=tuple(folded("familie")),
        fravaer=tuple(folded("fravaer")),
        vendinger=tuple(
            " ".join(map(fold, phrase.split())) for phrase in str(data["vendinger"]).split(",")
        ),
    )
