"""The sentences of every intent, from `setninger/*.yaml`, and which of them a line is.

A file holds `intent`, `grupper`, and for the whole file: `tar` (slots that may stand beside any
sentence without {tekst}), `skriver`, `i_referat` (only while a referat is open), `fortid` (times are
past), `biter` (parts that sentences share: «$naar» stands for what `naar` holds; a group may have
its own). A group holds `setninger`, `forslag`, and what it means: `hva`, `side`, `emne`, `plass`,
`peker`, `kanskje`, `frist` (a time in the text counts), `ekstra` (slots that the sentences do not say
themselves).
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from bot.language.moenster import (
    EMNE,
    FREE,
    KEPT,
    LOOSE_EMNE,
    NAMES,
    NUMBERS,
    SLOTS,
    TEKST,
    UTSAGN,
    Allowed,
    Free,
    Fritt,
    Line,
    Moenster,
    compile_sentence,
)
from bot.language.ord import Ordbok, read_yaml
from bot.language.tegn import NO_SIGNS, Signs, number_of
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
_PART = re.compile(r"\$(\w+)")
_SHORT = 2
_NOTHING = frozenset[str]()
_SAYS = 3
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
    writes: bool
    in_referat: bool
    """Understood as a sentence only while a referat is open."""
    past: bool
    points: bool
    """«den», «det»: what was just shown may be meant."""
    perhaps: bool
    """Meant only where the papers, or what was just shown, bear it out."""
    deadline: bool
    """A time in the text counts."""
    extra: Mapping[str, str | int]
    also: frozenset[str]
    """Slots that may stand anywhere beside the sentence."""
    sentences: tuple[Moenster, ...] = field(repr=False)


class Treff(NamedTuple):
    """A sentence that a line is. `weight` counts the words that it accounts for by name, `loose` the
    others; `free` is where those stand in the line.
    """

    gruppe: Gruppe
    sentence: Moenster
    weight: int
    loose: int
    free: Free

    def moved(self, by: int) -> "Treff":
        """The same in a line where the part that was matched begins at `by`."""
        return self._replace(free=tuple(Fritt(f.kind, f.fra + by, f.til + by) for f in self.free))

    def labelled(self, places: frozenset[int]) -> bool:
        """Whether a text of the line's own stands at one of these places."""
        return any(f.kind in (TEKST, UTSAGN, KEPT) and f.fra in places for f in self.free)

    @property
    def rank(self) -> tuple[int, int]:
        """The heaviest first, and of those the one with the fewest free words."""
        return -self.weight, self.loose


class Setninger:
    """All sentences. Raises ValueError at once where a file is not well formed."""

    def __init__(self, ordbok: Ordbok, folder: Path = FOLDER) -> None:
        self._ordbok = ordbok
        self.grupper = tuple(g for path in sorted(folder.glob("*.yaml")) for g in _read(path, ordbok))
        self.intents = frozenset(g.intent for g in self.grupper)
        self.writes = frozenset(g.intent for g in self.grupper if g.writes)
        self.in_referat = frozenset(g.intent for g in self.grupper if g.in_referat)
        self.words = frozenset(w for g in self.grupper for s in g.sentences for w in s.words - SLOTS)
        self._reads = _by_word(g for g in self.grupper if not g.perhaps and not g.writes)
        self._writes = _by_word(g for g in self.grupper if g.writes)
        self._perhaps = _by_word(g for g in self.grupper if g.perhaps)

    def reads(self, symbols: Sequence[str]) -> list[Treff]:
        """Every sentence that only asks that the line is for sure, by rank."""
        return self._found(self._reads, symbols, self._may_be, roomy=False)

    def does(
        self, symbols: Sequence[str], signs: Signs = NO_SIGNS, *, referat: bool = False, asks: bool = False
    ) -> list[Treff]:
        """Every sentence that writes that the line is, by rank. `referat`: while one is open. `asks`:
        the line ends as a question, so that only one that keeps a text with a label is meant.
        """

        def may_be(kind: str, part: Sequence[str], places: Sequence[int]) -> bool:
            return self._may_be_written(kind, part, places, signs)

        found = self._found(self._writes, symbols, may_be, roomy=False, labelled=signs.labelled)
        return [
            t
            for t in found
            if (referat or not t.gruppe.in_referat) and not (asks and not t.labelled(signs.labelled))
        ]

    def roomy(self, symbols: Sequence[str]) -> list[Treff]:
        """Those that a question is, by rank, where common words do not count: only such as read."""
        return self._found(self._reads, symbols, self._may_be, roomy=True)

    def perhaps(self, symbols: Sequence[str]) -> list[Treff]:
        """Those that it is where the papers or what was just shown bear it out, by rank."""
        found = self._found(self._perhaps, symbols, self._may_be, roomy=False)
        asks = not found and self._ordbok.asks(symbols)
        return self._found(self._perhaps, symbols, self._may_be, roomy=True) if asks else found

    def _found(
        self,
        index: "_Index",
        symbols: Sequence[str],
        may_be: Allowed,
        *,
        roomy: bool,
        labelled: frozenset[int] = frozenset(),
    ) -> list[Treff]:
        whole = Line(symbols, range(len(symbols)), may_be, labelled)
        slim = {_NOTHING: whole}
        found: list[Treff] = []
        present = frozenset(symbols)
        for word in dict.fromkeys(("", *symbols)):
            for gruppe, sentence in index.get(word, ()):
                if sentence.may_match(present):
                    treff = self._match(whole, gruppe, sentence, slim, roomy)
                    found += [treff] if treff else []
        return sorted(found, key=lambda treff: treff.rank)

    def _match(
        self,
        whole: Line,
        gruppe: Gruppe,
        sentence: Moenster,
        slim: dict[frozenset[str], Line],
        roomy: bool,
    ) -> Treff | None:
        for aside in _asides(gruppe, sentence):
            if aside not in slim:
                slim[aside] = _part_of(whole, _without(whole.symbols, aside))
            line = slim[aside]
            if roomy and not sentence.loose:
                line = self._bare(line, sentence)
                if len(line.symbols) < _LEAST or sentence.words & FREE:
                    continue
            free = sentence.match(line, self._ordbok.romslig if roomy else self._ordbok.lim, roomy)
            if free is not None:
                return _treff(gruppe, sentence, line, free)
        return None

    def _bare(self, line: Line, sentence: Moenster) -> Line:
        """Without the common words that the sentence does not have."""
        symbols, common = line.symbols, self._ordbok.romslig
        return _part_of(
            line, [at for at, s in enumerate(symbols) if s in sentence.words or s not in common]
        )

    def _may_be(self, kind: str, part: Sequence[str], places: Sequence[int]) -> bool:
        """Of a question: topics, names, numbers."""
        if any(s in self._ordbok.emne_ikke or s in SLOTS for s in part):
            return False
        if kind == LOOSE_EMNE and not self._ordbok.noekkelord.isdisjoint(part):
            return False
        if kind in NAMES:
            return all(self._unknown(s) for s in part)
        if kind in NUMBERS:
            return number_of(part) is not None
        return any(len(s) > _SHORT and s not in self._ordbok.lim for s in part)

    def _may_be_written(self, kind: str, part: Sequence[str], places: Sequence[int], signs: Signs) -> bool:
        """Of what writes: a name looks like one, and a text without a label is no doubt or condition."""
        first = places[0]
        if kind in NAMES:
            return first in signs.names and self._is_name(part, places, signs)
        if kind in NUMBERS:
            return number_of(part) is not None
        if kind == TEKST:
            return first in signs.labelled or self._begins_text(part)
        if kind == UTSAGN:
            says = (
                len(part) >= _SAYS and part[0] not in self._ordbok.ikke_utsagn and self._begins_text(part)
            )
            return first in signs.labelled or says
        return True

    def _is_name(self, part: Sequence[str], places: Sequence[int], signs: Signs) -> bool:
        capital = places[0] in signs.capitals
        if not (self._unknown(part[0]) or self._ordbok.given_name(part[0], capital=True)):
            return False
        return all(
            self._unknown(symbol) and at not in signs.parted and (not capital or at in signs.capitals)
            for at, symbol in zip(places[1:], part[1:], strict=True)
        )

    def _begins_text(self, part: Sequence[str]) -> bool:
        """Whether it is no doubt or condition, no going on of what was said, and nothing for elsewhere."""
        goes_on = part[0] in self._ordbok.fortsetter or self._ordbok.reserved_at(part, 0)
        return not goes_on and self._ordbok.andre_steder.isdisjoint(part)

    def _unknown(self, symbol: str) -> bool:
        known = symbol in self._ordbok.romslig or symbol in self.words or symbol in SLOTS
        return symbol.isalpha() and not known


_Index = dict[str, list[tuple[Gruppe, Moenster]]]
"""Sentences by a word that they need; under "" those that need none."""


def _part_of(line: Line, kept: Sequence[int]) -> Line:
    """The line with these symbols alone; there no colon is seen."""
    return Line([line.symbols[at] for at in kept], [line.places[at] for at in kept], line.allowed)


def _asides(gruppe: Gruppe, sentence: Moenster) -> Iterable[frozenset[str]]:
    """What may stand beside the sentence: nothing beside a text, for it may belong to it.

    «hva starter møtet i ASU med»: a slot that the sentence has a place for may stand beside it too.
    """
    if sentence.keeps:
        return (_NOTHING,)
    return dict.fromkeys((gruppe.also - sentence.slots, gruppe.also))


def _treff(gruppe: Gruppe, sentence: Moenster, line: Line, free: Free) -> Treff:
    symbols, places = line.symbols, line.places
    loose = sum(f.til - f.fra for f in free if f.kind != KEPT)
    named = sum(s in sentence.words for s in symbols) if sentence.loose else len(symbols) - loose
    moved = tuple(Fritt(f.kind, places[f.fra], places[f.til - 1] + 1) for f in free)
    return Treff(gruppe, sentence, named, loose, moved)


def _by_word(grupper: Iterable[Gruppe]) -> _Index:
    pairs = [(gruppe, sentence) for gruppe in grupper for sentence in gruppe.sentences]
    spread = Counter(word for _, sentence in pairs for needed in sentence.needed for word in needed)
    index: _Index = {}
    for gruppe, sentence in pairs:
        rarest = min(sentence.needed, key=lambda needed: sum(spread[w] for w in needed), default=("",))
        for word in rarest:
            index.setdefault(word, []).append((gruppe, sentence))
    return index


def _without(symbols: Sequence[str], aside: frozenset[str]) -> list[int]:
    left: list[int] = []
    for at, symbol in enumerate(symbols):
        if symbol in aside:
            edge = at
            while left and left[-1] == edge - 1 and symbols[edge - 1] in _PREPOSITIONS:
                edge = left.pop()
        elif not (symbol in _AFTERWARDS and at and symbols[at - 1] in aside):
            left.append(at)
    return left


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
        writes=data.get("skriver", False),
        in_referat=data.get("i_referat", False),
        past=data.get("fortid", False),
        points=part.get("peker", False),
        perhaps=part.get("kanskje", False),
        deadline=part.get("frist", False),
        extra=part.get("ekstra", {}),
        also=frozenset(symbol for name in data.get("tar", ()) for symbol in _ASIDE[name]),
        sentences=tuple(
            compile_sentence(
                _filled(source, {**data.get("biter", {}), **part.get("biter", {})}), ordbok.spell
            )
            for source in part["setninger"]
        ),
    )
    if gruppe.writes and any(s.loose or EMNE in s.words for s in gruppe.sentences):
        raise ValueError(f"{gruppe.intent} writes: its sentences must be whole lines")
    if gruppe.writes and gruppe.perhaps:
        raise ValueError(f"{gruppe.intent} writes: it is never meant perhaps")
    if not gruppe.perhaps and any(s.loose and EMNE in s.words for s in gruppe.sentences):
        raise ValueError(f"{gruppe.intent}: + with a topic is only for a group that is «kanskje»")
    return gruppe


def _filled(source: str, parts: Mapping[str, str]) -> str:
    """Raises KeyError for a part that the file does not have."""
    return _PART.sub(lambda match: _filled(parts[match[1]], parts), source)
