"""Which organs a line names, by any name they have or have had, and however it is spelled."""

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from bot.domain.register import Register
from bot.language.ord import Token
from bot.language.organnavn import FAGRAAD, GENERIC, Navn, table
from bot.language.rettskriving import Rettskriving
from bot.language.stammer import stem
from bot.language.tall import number

_LONG = 9
_MEETING = re.compile(r"(.{2,}?)s?(møte[tr]?|møtene|møta)")
_BODIES = ("utvalg", "utval")
_NUMBER_WORDS = frozenset({"nr", "nummer"})
_BINDING = frozenset(
    {"i", "for", "og", "ved", "på", "hos", "til", "sin", "sitt", "det", "den", "av", "fra", "frå"}
)


class Organfunn(NamedTuple):
    """An organ at the words `fra` up to `til`: every one that fits, and its short name.

    `organ_ids` is empty where the name is known but no such organ is stored.
    """

    fra: int
    til: int
    organ_ids: tuple[int, ...]
    navn: str


class Organer:
    """Finds the organs of one Register in lines."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self._table = table(register)
        self._spelling = Rettskriving(self._table.words, (), {})

    def split(self, tokens: Sequence[Token]) -> list[Token]:
        """The words, with «asumøtet» made two, «fagrådsmøte 1» put in the usual order, and slips in
        the long words of names corrected.
        """
        out: list[Token] = []
        for token in tokens:
            if len(token.text) >= _LONG:
                token = token._replace(text=self._spelling.correct(token.text))
            meeting = _MEETING.fullmatch(token.text) if "møt" in token.text else None
            if meeting and (stem(meeting[1]) in self._table.names or meeting[1].endswith(_BODIES)):
                out += [token._replace(text=meeting[1]), token._replace(text=meeting[2])]
            elif (
                token.text.isdecimal()
                and len(out) > 1
                and (out[-2].text, out[-2].fra) == (FAGRAAD, out[-1].fra)
            ):
                out.insert(-1, token)
            else:
                out.append(token)
        return out

    def find(self, line: str, tokens: Sequence[Token], day: date, weak: bool = False) -> list[Organfunn]:
        """All organs named, from left to right.

        `weak` also takes the word that tells one fagråd from the others («pasientsamarbeid»), and a
        helsefellesskap alone (all its organer).
        """
        words = [token.text for token in tokens]
        stems = _stems(words)
        # Dictation writes «samarbeids utvalg», where the s is no ending.
        split = [word if word.endswith("s") else short for word, short in zip(words, stems, strict=True)]
        found: list[Organfunn] = []
        at = 0
        while at < len(words):
            funn = self._at(line, tokens, stems, at, day, weak)
            funn = funn or (self._at(line, tokens, split, at, day, weak) if split != stems else None)
            if funn:
                found.append(funn)
            at = funn.til if funn else at + 1
        return self._narrowed(found, words, stems, weak)

    def _at(
        self, line: str, tokens: Sequence[Token], stems: list[str], at: int, day: date, weak: bool
    ) -> Organfunn | None:
        end, names = self._longest(line, tokens, stems, at, weak)
        unknown = _unknown_fagraad(tokens, stems, at) if stems[at] == FAGRAAD and end <= at + 1 else None
        return unknown or (self._funn(names, at, end, day) if names else None)

    def _longest(
        self, line: str, tokens: Sequence[Token], stems: list[str], at: int, weak: bool
    ) -> tuple[int, list[Navn]]:
        best: tuple[int, list[Navn]] = (at, [])
        key, end = stems[at], at + 1
        while key in self._table.beginnings:
            named = [n for n in self._table.names.get(key, ()) if weak or not n.weak]
            named = [n for n in named if not n.word or _as_name(line, tokens, at, end)]
            best = (end, named) if named else best
            if end == len(stems):
                break
            key, end = key + stems[end], end + 1
        return best

    def _funn(self, names: Sequence[Navn], at: int, end: int, day: date) -> Organfunn:
        stored = [n for n in names if n.organ_id is not None]
        holding = [n for n in stored if n.holds(day)] or stored
        ids = tuple(dict.fromkeys(n.organ_id for n in holding if n.organ_id is not None))
        shown = {self.register.organ(i).kort(day) for i in ids} or {names[0].general}
        return Organfunn(at, end, ids, shown.pop() if len(shown) == 1 else "fagrådet")

    def _narrowed(
        self, found: list[Organfunn], words: list[str], stems: list[str], weak: bool
    ) -> list[Organfunn]:
        taken = {at for funn in found for at in range(funn.fra, funn.til)}
        for start, end, ids in self._places(stems, taken):
            near = next((f for f in found if _adjacent(f, words, start, end)), None)
            if near or (weak and found):
                found = [self._only(funn, ids) for funn in found]
                found = [_widened(f, start, end) if near and f.fra == near.fra else f for f in found]
            elif weak or stems[start] in GENERIC:
                found.append(self._all_of(start, end, ids))
        return sorted(found)

    def _places(self, stems: list[str], taken: set[int]) -> list[tuple[int, int, frozenset[int]]]:
        out: list[tuple[int, int, frozenset[int]]] = []
        at = 0
        while at < len(stems):
            end, ids = at, frozenset[int]()
            while end < len(stems) and end not in taken and (here := self._table.places.get(stems[end])):
                if ids and not ids & here:
                    break
                ids, end = (ids & here) or here, end + 1
            if end > at:
                out.append((_with_generic(stems, at, taken), end, ids))
            at = max(end, at + 1)
        return out

    def _only(self, funn: Organfunn, fellesskap: frozenset[int]) -> Organfunn:
        ids = tuple(i for i in funn.organ_ids if self.register.organ(i).helsefellesskap_id in fellesskap)
        return funn._replace(
            organ_ids=ids, navn=funn.navn if ids else f"{funn.navn} i {self._names(fellesskap)}"
        )

    def _all_of(self, start: int, end: int, fellesskap: frozenset[int]) -> Organfunn:
        ids = tuple(
            o.id for o in self.register.organer if o.helsefellesskap_id in fellesskap and o.id is not None
        )
        return Organfunn(start, end, ids, self._names(fellesskap))

    def _names(self, fellesskap: frozenset[int]) -> str:
        return " og ".join(h.navn for h in self.register.helsefellesskap if h.id in fellesskap)


def _stems(words: Sequence[str]) -> list[str]:
    stems = [stem(word) for word in words]
    for at in range(1, len(stems)):
        before = at - 2 if at > 1 and words[at - 1] in _NUMBER_WORDS else at - 1
        if stems[before] == FAGRAAD:
            value = number(words, at)
            stems[at] = str(value[0]) if value else stems[at]
    return stems


def _unknown_fagraad(tokens: Sequence[Token], stems: list[str], at: int) -> Organfunn | None:
    rest = [token.text for token in tokens[at + 1 : at + 3]]
    start = at + 2 if rest and rest[0] in _NUMBER_WORDS else at + 1
    if start < len(stems) and stems[start].isdecimal():
        return Organfunn(at, start + 1, (), f"Fagråd {stems[start]}")
    if rest[:1] != ["for"] or len(rest) < 2:
        return None
    more = [token.text for token in tokens[at + 3 : at + 5]]
    subject = [rest[1], *more] if more[:1] == ["og"] and len(more) == 2 else [rest[1]]
    return Organfunn(at, at + 2 + len(subject), (), f"Fagråd for {' '.join(subject)}")


def _as_name(line: str, tokens: Sequence[Token], at: int, end: int) -> bool:
    written = line[tokens[at].fra : tokens[end - 1].til]
    return written.isupper() or (end < len(tokens) and tokens[end].text.startswith("møte"))


def _adjacent(funn: Organfunn, words: list[str], start: int, end: int) -> bool:
    between = words[funn.til : start] if funn.til <= start else words[end : funn.fra]
    return all(word in _BINDING for word in between) and len(between) < 3


def _widened(funn: Organfunn, start: int, end: int) -> Organfunn:
    return funn._replace(fra=min(funn.fra, start), til=max(funn.til, end))


def _with_generic(stems: list[str], at: int, taken: set[int]) -> int:
    for back in (1, 2):
        if at >= back and at - back not in taken and stems[at - back] in GENERIC:
            return at - back
    return at
