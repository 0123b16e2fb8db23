"""Which organs a line names, by any name they have or have had, and however it is spelled."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from bot.domain.likhet import distance
from bot.domain.register import Register
from bot.language.ord import Token
from bot.language.organnavn import FAGRAAD, GENERIC, SAMARBEIDSUTVALG, Navn, joined, table
from bot.language.rettskriving import Rettskriving
from bot.language.stammer import stem
from bot.language.tall import number

_LONG = 9
_MEETING = re.compile(r"(.{2,}?)s?(møte[tr]?|møtene|møta)")
_BODIES = ("utvalg", "utval")
_FORMS = ("fagråd", "fagrådet", "fagråda", "fagrådan", "fagrådene", "fagrådets", "fagraad", "fagraadet")
_HALVES = frozenset({"råd", "rådet", "rådets", "råda", "rådan", "rådene"})
_OF_SUBJECT = re.compile(r"(.{5,}?)s?fagråd(?:et|ets|a)?")
_NUMBER_WORDS = frozenset({"nr", "nummer"})
_ROMAN = {"ii": "2", "iii": "3", "iv": "4"}
_ONCE = frozenset({"gang", "gong", "dag", "time", "uke", "veke"})
_AND = frozenset({"og", "eller", "pluss"})
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
        """The words, with «asumøtet» made two and «fag råd» one, «fagrådsmøte 1», «1. fagråd» and
        «legesamarbeidsfagrådet» put in the usual order, and slips in the words of names corrected.
        """
        out: list[Token] = []
        for token in tokens:
            if len(token.text) < len(FAGRAAD) - 1:
                out.append(token)
            else:
                out += self._parts(self._spelled(token))
            if len(out) > 1:
                _in_order(out)
        return out

    def _spelled(self, token: Token) -> Token:
        if len(token.text) >= _LONG:
            return token._replace(text=self._spelling.correct(token.text))
        return token._replace(text=FAGRAAD) if token.text[0] == "f" and _is_fagraad(token.text) else token

    def _parts(self, token: Token) -> list[Token]:
        meeting = _MEETING.fullmatch(token.text) if "møt" in token.text else None
        if meeting and (stem(meeting[1]) in self._table.names or meeting[1].endswith(_BODIES)):
            return [token._replace(text=meeting[1]), token._replace(text=meeting[2])]
        subject = _OF_SUBJECT.fullmatch(token.text) if len(token.text) > _LONG else None
        if subject and joined((FAGRAAD, subject[1])) in self._table.names:
            return [token._replace(text=FAGRAAD), token._replace(text=subject[1])]
        return [token]

    def find(self, line: str, tokens: Sequence[Token], day: date, weak: bool = False) -> list[Organfunn]:
        """All organs named, from left to right.

        `weak` also takes the word that tells one fagråd from the others («pasientsamarbeid»), and a
        helsefellesskap alone (all its organer).
        """
        words = [token.text for token in tokens]
        stems = _stems(words)
        found: list[Organfunn] = []
        at = 0
        while at < len(words):
            funn = self._at(line, tokens, stems, at, day, weak)
            if funn:
                found += [funn, *self._others(words, stems, funn, day)]
            at = found[-1].til if funn else at + 1
        return self._narrowed(found, words, stems, weak)

    def _others(
        self, words: Sequence[str], stems: list[str], funn: Organfunn, day: date
    ) -> Iterator[Organfunn]:
        # «fagråd 1, 2 og 3»
        at = funn.til
        while (
            stems[funn.fra] == FAGRAAD
            and stems[at - 1].isdecimal()
            and at + 1 < len(words)
            and words[at] in _AND
        ):
            value = number(words, at + 1)
            names = self._table.names.get(f"{FAGRAAD}{value[0]}", ()) if value else ()
            if value is None or not names or (value[1] < len(words) and words[value[1]] not in _BINDING):
                return
            yield self._funn(names, at + 1, value[1], day, FAGRAAD)
            at = value[1]

    def _at(
        self, line: str, tokens: Sequence[Token], stems: list[str], at: int, day: date, weak: bool
    ) -> Organfunn | None:
        end, names = self._longest(line, tokens, stems, at, weak)
        unknown = _unknown_fagraad(tokens, stems, at) if stems[at] == FAGRAAD and end <= at + 1 else None
        return unknown or (self._funn(names, at, end, day, stems[at]) if names else None)

    def _longest(
        self, line: str, tokens: Sequence[Token], stems: list[str], at: int, weak: bool
    ) -> tuple[int, list[Navn]]:
        best: tuple[int, list[Navn]] = (at, [])
        if stems[at] not in self._table.beginnings and tokens[at].text not in self._table.beginnings:
            return best
        keys, end = [""], at
        # «Sak til ASU: Et nytt bygg» is not «ASU-et».
        while end < len(stems) and (end == at or ":" not in line[tokens[end - 1].til : tokens[end].fra]):
            # Dictation writes «lege samarbeid» and «samarbeids utvalg», where e and s are no endings.
            ways = (stems[end], tokens[end].text) if stems[end] != tokens[end].text else (stems[end],)
            keys = [key + way for key in keys for way in ways if key + way in self._table.beginnings]
            if not keys:
                break
            end += 1
            named = [n for key in keys for n in self._table.names.get(key, ()) if weak or not n.weak]
            named = [n for n in named if not n.word or _as_name(line, tokens, at, end)]
            best = (end, named) if named else best
        return best

    def _funn(self, names: Sequence[Navn], at: int, end: int, day: date, first: str) -> Organfunn:
        stored = [n for n in names if n.organ_id is not None]
        holding = [n for n in stored if n.holds(day)] or stored
        ids = tuple(dict.fromkeys(n.organ_id for n in holding if n.organ_id is not None))
        shown = {self.register.organ(i).kort(day) for i in ids} or {names[0].general}
        several = "samarbeidsutvalget" if first == SAMARBEIDSUTVALG else "fagrådet"
        return Organfunn(at, end, ids, shown.pop() if len(shown) == 1 else several)

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


@lru_cache(4096)
def _is_fagraad(word: str) -> bool:
    """Whether it is the word, in any form, or one letter off («fagård»)."""
    return 4 < len(word) < 11 and word.isalpha() and any(distance(word, form, 1) <= 1 for form in _FORMS)


def _in_order(out: list[Token]) -> None:
    """Mends the end of the line so far, once its last word is known."""
    last, before = out[-1], out[-2]
    if before.text == "fag" and last.text in _HALVES:
        out[-2:] = [before._replace(text=FAGRAAD, til=last.til)]
    elif last.text == FAGRAAD and before.text.isdecimal() and before.til + 2 == last.fra:
        # «1. fagråd» has a full stop and a space between.
        out[-2:] = [last, before]
    elif last.text.isdecimal() and len(out) > 2 and (out[-3].text, out[-3].fra) == (FAGRAAD, before.fra):
        out[-2:] = [last, before]


def _stems(words: Sequence[str]) -> list[str]:
    stems = [stem(word) for word in words]
    for at in range(1, len(stems)):
        before = at - 2 if at > 1 and words[at - 1] in _NUMBER_WORDS else at - 1
        if stems[before] == FAGRAAD and _ONCE.isdisjoint(words[at + 1 : at + 2]):
            value = number(words, at)
            stems[at] = str(value[0]) if value else _ROMAN.get(words[at], stems[at])
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
