"""The sentences of every intent, from `setninger/*.yaml`, and which of them a line is."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from bot.language.moenster import EMNE, SLOTS, Moenster, compile_sentence
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
_ASIDE = {"organ": ("{organ}",), "tid": ("{dag}", "{periode}"), "sak": ("{sak}",)}
_AFTERWARDS = frozenset({"sin", "sitt", "sine"})


@dataclass(frozen=True)
class Gruppe:
    """Sentences that mean the same. `forslag` are lines to suggest, the fullest first; [ ] is left
    out where nothing fills it.
    """

    intent: str
    hva: str | None
    side: Aspect
    forslag: tuple[str, ...]
    writes: bool
    past: bool
    also: frozenset[str]
    """Slots that may stand anywhere beside the sentence."""
    sentences: tuple[Moenster, ...] = field(repr=False)


class Treff(NamedTuple):
    """A sentence that a line is. `weight` counts the words that it accounts for by name; `free`
    are the places in the line of its free words.
    """

    gruppe: Gruppe
    weight: int
    free: tuple[int, ...]

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
        self.words = frozenset(w for g in self.grupper for s in g.sentences for w in s.words - SLOTS)
        spread = Counter(
            w for g in self.grupper for s in g.sentences for needed in s.needed for w in needed
        )
        self._by_word: dict[str, list[tuple[Gruppe, Moenster]]] = {}
        for gruppe in self.grupper:
            for sentence in gruppe.sentences:
                for word in min(sentence.needed, key=lambda needed: sum(spread[w] for w in needed)):
                    self._by_word.setdefault(word, []).append((gruppe, sentence))

    def matches(self, symbols: Sequence[str], reading_only: bool = False) -> list[Treff]:
        """Every sentence that the line is, by rank."""
        slim: dict[frozenset[str], tuple[list[str], list[int]]] = {}
        found: list[Treff] = []
        present = frozenset(symbols)
        for word in dict.fromkeys(symbols):
            for gruppe, sentence in self._by_word.get(word, ()):
                if sentence.may_match(present) and not (reading_only and gruppe.writes):
                    treff = self._match(symbols, gruppe, sentence, slim)
                    found += [treff] if treff else []
        return sorted(found, key=lambda treff: treff.rank)

    def _match(
        self,
        symbols: Sequence[str],
        gruppe: Gruppe,
        sentence: Moenster,
        slim: dict[frozenset[str], tuple[list[str], list[int]]],
    ) -> Treff | None:
        aside = gruppe.also - sentence.slots
        if aside not in slim:
            slim[aside] = _without(symbols, aside)
        left, places = slim[aside]
        span = sentence.match(left, self._ordbok.lim, self._is_topic)
        if span is None:
            return None
        free = tuple(places[span[0] : span[1]])
        loose = sum(symbol in sentence.words for symbol in left)
        named = loose if sentence.loose else len(left) - len(free)
        return Treff(gruppe, named, free)

    def _is_topic(self, symbols: Sequence[str]) -> bool:
        if any(s in self._ordbok.emne_ikke or s in SLOTS for s in symbols):
            return False
        return any(len(s) > 2 and s not in self._ordbok.lim for s in symbols)


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
        forslag=tuple(part.get("forslag", ())),
        writes=data.get("skriver", False),
        past=data.get("fortid", False),
        also=frozenset(symbol for name in data.get("tar", ()) for symbol in _ASIDE[name]),
        sentences=tuple(compile_sentence(source, ordbok.spell) for source in part["setninger"]),
    )
    if gruppe.writes and any(s.loose or EMNE in s.words for s in gruppe.sentences):
        raise ValueError(f"{gruppe.intent} writes: its sentences must be whole lines")
    return gruppe
