"""The sentences of every intent, from `setninger/*.yaml`, and which of them a line is.

A file holds `intent`, `grupper`, and for the whole file: `tar` (slots that may stand beside any
sentence), `skriver`, `i_referat` (only while a referat is open), `fortid` (times are past), `bare_ved`
(see `Gruppe.only_with`). A group holds `setninger`, `forslag`, and what it
means: `hva`, `side`, `emne`, `plass`, `peker`, `kanskje`.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from bot.language.moenster import EMNE, FREE, LOOSE_EMNE, NAVN, SLOTS, Moenster, compile_sentence
from bot.language.ord import Ordbok, read_yaml
from bot.turn import Aspect

FOLDER = Path(__file__).parent / "setninger"
_PREPOSITIONS = frozenset(
    {
        "i",
        "på",
        "for",
        "til",
        "fra",
        "hos",
        "ved",
        "med",
        "av",
        "om",
        "den",
        "det",
        "og",
        "eller",
        "sin",
        "sitt",
    }
)
_ASIDE = {"organ": ("{organ}",), "tid": ("{dag}", "{periode}"), "sak": ("{sak}",), "klokke": ("{klokke}",)}
_LEAST = 2
"""Words that a question must have left of a sentence in order, once the common ones are taken away."""
_AFTERWARDS = frozenset({"sin", "sitt", "sine"})


@dataclass(frozen=True)
class Gruppe:
    """Sentences that mean the same. `forslag` are lines to suggest, the fullest first; one with a
    slot is left out where nothing fills it.
    """

    intent: str
    hva: str | None
    side: Aspect
    emne: str | None
    plass: int | None
    """The topic or the place of the sak that is meant, where the sentences do not say it themselves."""
    forslag: tuple[str, ...]
    only_with: frozenset[str]
    """Suggested only for a line with one of these words; empty for any line."""
    writes: bool
    in_referat: bool
    """Understood as a sentence only while a referat is open."""
    past: bool
    points: bool
    """«den», «det»: what was just shown may be meant."""
    perhaps: bool
    """Meant only where the papers, or what was just shown, bear it out."""
    also: frozenset[str]
    """Slots that may stand anywhere beside the sentence."""
    sentences: tuple[Moenster, ...] = field(repr=False)


class Treff(NamedTuple):
    """A sentence that a line is. `weight` counts the words that it accounts for by name; `free`
    are the places in the line of its free words.
    """

    gruppe: Gruppe
    sentence: Moenster
    weight: int
    free: tuple[int, ...]

    def moved(self, by: int) -> "Treff":
        """The same in a line where the part that was matched begins at `by`."""
        return self._replace(free=tuple(by + at for at in self.free))

    @property
    def rank(self) -> tuple[int, int]:
        """The heaviest first, and of those the one with the fewest free words."""
        return -self.weight, len(self.free)


class Setninger:
    """All sentences. Raises ValueError at once where a file is not well formed."""

    def __init__(self, ordbok: Ordbok, folder: Path = FOLDER) -> None:
        self._ordbok = ordbok
        self.grupper = tuple(g for path in sorted(folder.glob("*.yaml")) for g in _read(path, ordbok))
        self.intents = frozenset(g.intent for g in self.grupper)
        self.writes = frozenset(g.intent for g in self.grupper if g.writes)
        self.in_referat = frozenset(g.intent for g in self.grupper if g.in_referat)
        self.words = frozenset(w for g in self.grupper for s in g.sentences for w in s.words - SLOTS)
        self._sure = _by_word(g for g in self.grupper if not g.perhaps)
        self._perhaps = _by_word(g for g in self.grupper if g.perhaps)

    def matches(
        self, symbols: Sequence[str], reading_only: bool = False, referat: bool = False
    ) -> list[Treff]:
        """Every sentence that the line is for sure, by rank; `referat`: while a referat is open."""
        found = self._found(self._sure, symbols, roomy=False)
        return [
            treff
            for treff in found
            if not (reading_only and treff.gruppe.writes) and (referat or not treff.gruppe.in_referat)
        ]

    def roomy(self, symbols: Sequence[str]) -> list[Treff]:
        """Those that a question is, by rank, where common words do not count: only such as read."""
        found = self._found(self._sure, symbols, roomy=True)
        return [treff for treff in found if not treff.gruppe.writes]

    def perhaps(self, symbols: Sequence[str]) -> list[Treff]:
        """Those that it is where the papers or what was just shown bear it out, by rank."""
        found = self._found(self._perhaps, symbols, roomy=False)
        asks = not found and self._ordbok.asks(symbols)
        return self._found(self._perhaps, symbols, roomy=True) if asks else found

    def _found(self, index: "_Index", symbols: Sequence[str], *, roomy: bool) -> list[Treff]:
        slim: dict[frozenset[str], tuple[list[str], list[int]]] = {}
        found: list[Treff] = []
        present = frozenset(symbols)
        for word in dict.fromkeys(("", *symbols)):
            for gruppe, sentence in index.get(word, ()):
                if sentence.may_match(present):
                    treff = self._match(symbols, gruppe, sentence, slim, roomy)
                    found += [treff] if treff else []
        return sorted(found, key=lambda treff: treff.rank)

    def _match(
        self,
        symbols: Sequence[str],
        gruppe: Gruppe,
        sentence: Moenster,
        slim: dict[frozenset[str], tuple[list[str], list[int]]],
        roomy: bool,
    ) -> Treff | None:
        # «hva starter møtet i ASU med»: a slot that the sentence has a place for may stand beside it too.
        for aside in dict.fromkeys((gruppe.also - sentence.slots, gruppe.also)):
            if aside not in slim:
                slim[aside] = _without(symbols, aside)
            left, places = slim[aside]
            if roomy and not sentence.loose:
                left, places = self._bare(left, places, sentence)
                if len(left) < _LEAST or sentence.words & FREE:
                    continue
            binding = self._ordbok.romslig if roomy else self._ordbok.lim
            span = sentence.match(left, binding, self._allowed, roomy)
            if span is not None:
                free = tuple(places[span[0] : span[1]])
                loose = sum(symbol in sentence.words for symbol in left)
                return Treff(gruppe, sentence, loose if sentence.loose else len(left) - len(free), free)
        return None

    def _bare(
        self, symbols: Sequence[str], places: Sequence[int], sentence: Moenster
    ) -> tuple[list[str], list[int]]:
        """Without the common words that the sentence does not have."""
        kept = [at for at, s in enumerate(symbols) if s in sentence.words or s not in self._ordbok.romslig]
        return [symbols[at] for at in kept], [places[at] for at in kept]

    def _allowed(self, kind: str, symbols: Sequence[str]) -> bool:
        if any(s in self._ordbok.emne_ikke or s in SLOTS for s in symbols):
            return False
        if kind == LOOSE_EMNE and not self._ordbok.noekkelord.isdisjoint(symbols):
            return False
        if kind == NAVN:
            return all(
                s.isalpha() and s not in self._ordbok.romslig and s not in self.words for s in symbols
            )
        return any(len(s) > 2 and s not in self._ordbok.lim for s in symbols)


_Index = dict[str, list[tuple[Gruppe, Moenster]]]
"""Sentences by a word that they need; under "" those that need none."""


def _by_word(grupper: Iterable[Gruppe]) -> _Index:
    pairs = [(gruppe, sentence) for gruppe in grupper for sentence in gruppe.sentences]
    spread = Counter(word for _, sentence in pairs for needed in sentence.needed for word in needed)
    index: _Index = {}
    for gruppe, sentence in pairs:
        rarest = min(sentence.needed, key=lambda needed: sum(spread[w] for w in needed), default=("",))
        for word in rarest:
            index.setdefault(word, []).append((gruppe, sentence))
    return index


def _without(symbols: Sequence[str], aside: frozenset[str]) -> tuple[list[str], list[int]]:
    left: list[int] = []
    for at, symbol in enumerate(symbols):
        if symbol in aside:
            edge = at
            while left and left[-1] == edge - 1 and symbols[edge - 1] in _PREPOSITIONS:
                edge = left.pop()
        elif not (symbol in _AFTERWARDS and at and symbols[at - 1] in aside):
            left.append(at)
    return [symbols[at] for at in left], left


def _read(path: Path, ordbok: Ordbok) -> list[Gruppe]:
    data = read_yaml(path)
    if data["intent"] != path.stem:
        raise ValueError(f"{path.name} is about {data['intent']}")
    return [_gruppe(data, part, ordbok) for part in data["grupper"]]


def _gruppe(data: Mapping[str, Any], part: Mapping[str, Any], ordbok: Ordbok) -> Gruppe:
    gruppe = Gruppe(
        intent=data["intent"],
        hva=part.get("hva"),
        side=Aspect(part.get("side", "alt")),
        emne=part.get("emne"),
        plass=part.get("plass"),
        forslag=tuple(part.get("forslag", ())),
        only_with=frozenset(ordbok.spell(data.get("bare_ved", ()))),
        writes=data.get("skriver", False),
        in_referat=data.get("i_referat", False),
        past=data.get("fortid", False),
        points=part.get("peker", False),
        perhaps=part.get("kanskje", False),
        also=frozenset(symbol for name in data.get("tar", ()) for symbol in _ASIDE[name]),
        sentences=tuple(compile_sentence(source, ordbok.spell) for source in part["setninger"]),
    )
    if gruppe.writes and any(s.loose or EMNE in s.words for s in gruppe.sentences):
        raise ValueError(f"{gruppe.intent} writes: its sentences must be whole lines")
    if gruppe.writes and gruppe.perhaps:
        raise ValueError(f"{gruppe.intent} writes: it is never meant perhaps")
    if not gruppe.perhaps and any(s.loose and EMNE in s.words for s in gruppe.sentences):
        raise ValueError(f"{gruppe.intent}: + with a topic is only for a group that is «kanskje»")
    return gruppe
