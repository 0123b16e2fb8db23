"""What a line means: what it names first, then the strict sentences, then what it is most like."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime

from bot.domain.register import Register
from bot.language.classifier import Classifier, read_weights
from bot.language.features import features
from bot.language.forslag import HOW_MANY, Forslag
from bot.language.lesning import Lesning, read
from bot.language.moenster import NAVN
from bot.language.ord import Token, clean, ordbok, tokens
from bot.language.referanser import Organer
from bot.language.rettskriving import Rettskriving
from bot.language.setninger import Setninger, Treff
from bot.language.skjoenn import NOTHING, Ranking, Skjoenn
from bot.language.tid import find_times
from bot.language.tidsord import MONTHS, WEEKDAYS
from bot.turn import Meaning, Period, SakRef, Slots

_LONGEST_LINE = 1000
_DIGITS = 4
_OPEN = 0.25
"""How much more a line is dictation while a referat is open, and less while none is."""
_ABOUT_A_SAK = frozenset({"sak.vis", "referat.vis"})


class Tolk:
    """Reads lines in bokmål, nynorsk and dialect. Same line, register and time: same meaning.

    `intents` are all that `understand` answers with, besides «ingen». Keeps what it worked out
    about the last register it was given.
    """

    def __init__(self) -> None:
        self._ordbok = ordbok()
        self._setninger = Setninger(self._ordbok)
        self._forslag = Forslag(self._setninger, self._ordbok.lim)
        self._classifier = Classifier(read_weights())
        self._skjoenn = Skjoenn(self._setninger.writes, self._setninger.in_referat, self._ordbok)
        self.intents = self._setninger.intents
        known = self._setninger.words | MONTHS.keys() | WEEKDAYS.keys()
        self._spelling = Rettskriving(known, self._ordbok.riktige, self._ordbok.former)
        self._organer = Organer(Register(0))

    def understand(
        self,
        text: str,
        *,
        register: Register,
        at: datetime,
        organ_hint: tuple[int, ...] = (),
        referat: bool = False,
    ) -> Meaning:
        """The strict sentences first, then a clause that is one, then the classifier.

        A line of more than a thousand characters is not read. `organ_hint` are the organs that the
        conversation is about: they decide between several of the same name, and never stand in for
        one that is not named. `referat`: the person is the referent of an open referat. `at` is Oslo
        time.
        """
        readings, strict = self._read(text, register, at.date(), referat)
        if strict:
            return replace(self._meaning(readings[-1], strict, at.date(), organ_hint), strict=True)
        ranking = self._ranking(readings[0], referat)
        treff = self._part(readings)
        if treff and not self._skjoenn.speaks_against(ranking, treff[1].gruppe.intent):
            return self._meaning(*treff, at.date(), organ_hint)
        if self._skjoenn.may_act(ranking, readings[0], referat):
            return self._guessed(readings, ranking.first, at.date(), organ_hint)
        return self._unsure(readings, ranking, at.date(), organ_hint)

    def likely(self, text: str, *, register: Register, at: datetime, referat: bool = False) -> list[str]:
        """The three likeliest intents of a line, the one it was understood as first."""
        readings, strict = self._read(text, register, at.date(), referat)
        meaning = self.understand(text, register=register, at=at, referat=referat)
        first = [meaning.intent] if meaning.intent != NOTHING else []
        return list(dict.fromkeys(first + self._ranking(readings[0], referat).likely))[:HOW_MANY]

    def _read(
        self, text: str, register: Register, day: date, referat: bool
    ) -> tuple[list[Lesning], Treff | None]:
        """Every reading of the line up to the first that is a strict sentence."""
        if register is not self._organer.register:
            self._organer = Organer(register)
        line = clean(text) if len(text) <= _LONGEST_LINE else ""
        readings = list[Lesning]()
        for lesning, reading_only in self._readings(line, self._organer.split(tokens(line)), day):
            readings.append(lesning)
            treff = self._whole(lesning, reading_only, referat)
            if treff:
                return readings, treff
        return readings, None

    def _part(self, readings: Sequence[Lesning]) -> tuple[Lesning, Treff] | None:
        for part in (self._one_clause, self._question):
            for lesning in readings:
                treff = part(lesning)
                if treff:
                    return lesning, treff
        return None

    def _ranking(self, lesning: Lesning, referat: bool) -> Ranking:
        """All intents by how likely they are; dictation is likely only while a referat is open."""
        shift = _OPEN if referat else -_OPEN
        scored = zip(self._classifier.intents, self._classifier.scores(features(lesning)), strict=True)
        weighed = [(i, s + shift * (i in self._setninger.in_referat)) for i, s in scored]
        weighed.sort(key=lambda pair: -pair[1])
        return Ranking(weighed, self._classifier.confidence(weighed[0][1], weighed[1][1]))

    def _guessed(
        self, readings: Sequence[Lesning], intent: str, day: date, hint: tuple[int, ...]
    ) -> Meaning:
        """What the classifier took the line for, with what the line names."""
        gruppe = self._forslag.nearest_group(intent, readings[-1].symbols)
        treff = Treff(gruppe, gruppe.sentences[0], 0, ())
        return self._meaning(readings[-1], treff, day, hint)

    def _readings(self, line: str, words: list[Token], day: date) -> Iterator[tuple[Lesning, bool]]:
        """The line as it stands, then with what may be a topic taken as an organ, then both again
        with slips of the finger corrected (good enough for reading, never for writing).
        """
        corrected = [word._replace(text=self._spelling.correct(word.text)) for word in words]
        for version in [words] if corrected == words else [words, corrected]:
            strong = read(line, version, self._organer, self._ordbok, day)
            yield strong, version is corrected
            weak = read(line, version, self._organer, self._ordbok, day, weak=True)
            if weak.organs != strong.organs:
                yield weak, version is corrected

    def _whole(self, lesning: Lesning, reading_only: bool, referat: bool) -> Treff | None:
        symbols = lesning.symbols
        question, command = self._ordbok.without_fillers(symbols), self._ordbok.without_greeting(symbols)
        parts = [(command, reading_only), ((0, len(symbols)), reading_only)]
        for (start, end), reading in [(question, True), *parts] if question != command else parts:
            treff = self._best(symbols, start, end, reading, referat)
            if treff:
                return treff
        return None

    def _one_clause(self, lesning: Lesning) -> Treff | None:
        found: list[Treff] = []
        for fra, til in lesning.clauses():
            start, end = self._ordbok.without_fillers(lesning.symbols[fra:til])
            treff = self._best(lesning.symbols, fra + start, fra + end, reading_only=True)
            # A greeting before or after it is no question of its own.
            if treff and treff.gruppe.forslag:
                found.append(treff)
        return found[0] if len({treff.gruppe.intent for treff in found}) == 1 else None

    def _question(self, lesning: Lesning) -> Treff | None:
        start, end = self._ordbok.without_fillers(lesning.symbols)
        part = lesning.symbols[start:end]
        return _one_of(part, start, self._setninger.roomy(part)) if self._ordbok.asks(part) else None

    def _best(
        self, symbols: Sequence[str], start: int, end: int, reading_only: bool, referat: bool = False
    ) -> Treff | None:
        part = symbols[start:end]
        return _one_of(part, start, self._setninger.matches(part, reading_only, referat))

    def _meaning(self, lesning: Lesning, treff: Treff, day: date, hint: tuple[int, ...]) -> Meaning:
        gruppe = treff.gruppe
        free = lesning.text(treff.free) if treff.free else None
        person = free if NAVN in treff.sentence.words else None
        emne = gruppe.emne or (free if person is None else None)
        sak = lesning.saker[0].sak if lesning.saker else None
        if emne and gruppe.intent in _ABOUT_A_SAK:
            sak = SakRef(emne=emne, tekst=emne)
        elif gruppe.plass:
            sak = SakRef(plass=gruppe.plass)
        ids = tuple(dict.fromkeys(i for funn in lesning.organs for i in funn.organ_ids))
        slots = Slots(
            organ_ids=self._hinted(ids, hint),
            organ_tekst=" og ".join(dict.fromkeys(funn.navn for funn in lesning.organs)) or None,
            ukjente_organer=tuple(dict.fromkeys(f.navn for f in lesning.organs if not f.organ_ids)),
            sak=sak,
            aspect=gruppe.side,
            period=self._period(lesning, day, gruppe.past),
            person=person,
            emne=None if sak and sak.emne else emne,
            extra={"hva": gruppe.hva} if gruppe.hva else {},
        )
        return Meaning(gruppe.intent, True, slots, points=gruppe.points)

    def _period(self, lesning: Lesning, day: date, past: bool) -> Period | None:
        if not lesning.times:
            return None
        if past:
            for funn in find_times([word.text for word in lesning.words], day, past=True):
                if funn.fra < lesning.times[0].til and lesning.times[0].fra < funn.til:
                    return funn.period
        return lesning.times[0].period

    def _hinted(self, ids: tuple[int, ...], hint: tuple[int, ...]) -> tuple[int, ...]:
        """Of several organs the ones hinted at, else those of the same helsefellesskap."""
        register = self._organer.register
        homes = {organ.helsefellesskap_id for organ in register.organer if organ.id in hint}
        same = tuple(i for i in ids if i in hint)
        near = tuple(i for i in ids if register.organ(i).helsefellesskap_id in homes)
        return (same or near or ids) if len(ids) > 1 else ids

    def _unsure(
        self, readings: Sequence[Lesning], ranking: Ranking, day: date, hint: tuple[int, ...]
    ) -> Meaning:
        best = readings[-1]
        named = next((lesning.organs[0].navn for lesning in readings if lesning.organs), None)
        values = {"organ": named} if named else {}
        if best.saker:
            written = best.saker[0].sak.tekst
            values["sak"] = f"sak {written}" if written[0].isdigit() else written
        start, end = self._ordbok.without_fillers(best.symbols)
        suggestions = self._forslag.of(ranking.likely, best.symbols[start:end], values)
        slots = Slots(organ_tekst=named, organ_ids=best.organs[0].organ_ids if best.organs else ())
        perhaps = self._perhaps([*readings, *self._without_unknown(readings[0], day)], day, hint)
        return Meaning(ranking.first, False, slots, suggestions, perhaps=perhaps)

    def _without_unknown(self, lesning: Lesning, day: date) -> list[Lesning]:
        """«Prosjekter i fagråd»: what names no body that is stored may be part of a topic."""
        if all(funn.organ_ids for funn in lesning.organs):
            return []
        return [read(lesning.line, lesning.words, self._organer, self._ordbok, day, unknown=False)]

    def _perhaps(
        self, readings: Sequence[Lesning], day: date, hint: tuple[int, ...]
    ) -> tuple[Meaning, ...]:
        for lesning in readings:
            start, end = self._ordbok.without_fillers(lesning.symbols)
            found = self._setninger.perhaps(lesning.symbols[start:end])
            moved = [treff.moved(start) for treff in found]
            if moved:
                return tuple(self._meaning(lesning, treff, day, hint) for treff in moved)
            number = _number_alone(lesning.symbols[start:end])
            if number:
                return (Meaning("sak.vis", True, Slots(sak=number)),)
        return ()


def _number_alone(symbols: Sequence[str]) -> SakRef | None:
    alone = len(symbols) == 1 and symbols[0].isdecimal() and len(symbols[0]) < _DIGITS
    return SakRef(nummer=int(symbols[0]), tekst=symbols[0]) if alone else None


def _one_of(part: Sequence[str], start: int, found: Sequence[Treff]) -> Treff | None:
    """The best of them, where one intent is; none for a line about two saker or two times."""
    if part.count("{sak}") > 1 or part.count("{dag}") + part.count("{periode}") > 1:
        return None
    alike = [treff for treff in found if treff.rank == found[0].rank]
    return found[0].moved(start) if len({treff.gruppe.intent for treff in alike}) == 1 else None
