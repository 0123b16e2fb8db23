"""What a line means: what it names first, then the strict sentences, then what it is most like."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime

from bot.domain.register import Register
from bot.language.classifier import Classifier, read_weights
from bot.language.features import features
from bot.language.flere import parts
from bot.language.forslag import HOW_MANY, Forslag
from bot.language.fritt import free_words
from bot.language.lesning import Lesning, read
from bot.language.ord import Token, clean, composed, ordbok, tokens
from bot.language.referanser import Organer
from bot.language.rettskriving import Rettskriving
from bot.language.setninger import Setninger, Treff
from bot.language.skjoenn import NOTHING, Choice, Ranking, Skjoenn
from bot.language.tegn import signs
from bot.language.tid import Tidsfunn, find_times
from bot.language.tidsord import MONTHS, WEEKDAYS
from bot.turn import Meaning, SakRef, Slots, Suggestion

_LONGEST_LINE = 1000
_DIGITS = 4
_DICTATION = 0.25
"""By how much a line is likelier to be dictation while a referat is open, and less while none is."""
_NO_GUESS = 0.2
"""By how much «ingen» must be likelier than what may be offered in its place."""
_POLITE = frozenset({"kan", "kunne", "vil"})
_ABOUT_A_SAK = frozenset({"sak.vis", "referat.vis"})


class Tolk:
    """Reads lines in bokmål, nynorsk and dialect. Same line, register and time: same meaning.

    `intents` are all that `understand` answers with, besides «ingen», and `writes` those of them that
    change something. Keeps what it worked out about the last register it was given.
    """

    def __init__(self) -> None:
        self._ordbok = ordbok()
        self._setninger = Setninger(self._ordbok)
        self._forslag = Forslag(self._setninger, self._ordbok.lim)
        self._classifier = Classifier(read_weights())
        self._skjoenn = Skjoenn(self._setninger.writes, self._setninger.in_referat, self._ordbok)
        self.intents = self._setninger.intents
        self.writes = self._setninger.writes
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
        choice = self._skjoenn.choose(self._requests(readings[0], referat))
        treff = None if choice.also else self._part(readings)
        if treff and not self._skjoenn.speaks_against(choice.ranking, treff[1].gruppe.intent):
            return self._meaning(*treff, at.date(), organ_hint)
        if self._skjoenn.may_act(choice.ranking, choice.lesning.symbols, referat):
            return self._guessed(readings, choice, at.date(), organ_hint)
        return self._unsure(readings, choice, at.date(), organ_hint)

    def likely(self, text: str, *, register: Register, at: datetime, referat: bool = False) -> list[str]:
        """The three likeliest intents of a line, the one it was understood as first."""
        readings, _ = self._read(text, register, at.date(), referat)
        meaning = self.understand(text, register=register, at=at, referat=referat)
        choice = self._skjoenn.choose(self._requests(readings[0], referat))
        likely = dict.fromkeys([meaning.intent, *choice.likely])
        return [intent for intent in likely if intent != NOTHING][:HOW_MANY]

    def _read(
        self, text: str, register: Register, day: date, referat: bool
    ) -> tuple[list[Lesning], Treff | None]:
        """Every reading of the line up to the first that is a strict sentence."""
        if register is not self._organer.register:
            self._organer = Organer(register)
        line = composed(text) if len(text) <= _LONGEST_LINE else ""
        readings = list[Lesning]()
        for lesning, reading_only in self._readings(line, self._organer.split(tokens(clean(line))), day):
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

    def _requests(self, lesning: Lesning, referat: bool) -> list[tuple[Lesning, Ranking]]:
        """The line, and behind it what in it may be requests of their own, each with its ranking."""
        return [(part, self._ranking(part, referat)) for part in (lesning, *parts(lesning))]

    def _ranking(self, lesning: Lesning, referat: bool) -> Ranking:
        """All intents by how likely they are. What only the context makes likely is ranked so, but the
        bot is no surer of it.
        """
        dictation = self._setninger.in_referat
        scored = zip(self._classifier.intents, self._classifier.scores(features(lesning)), strict=True)
        scores = {i: s - _DICTATION * (i in dictation and not referat) for i, s in scored}
        handicap = {NOTHING: _NO_GUESS} | (dict.fromkeys(dictation, -_DICTATION) if referat else {})
        order = sorted(scores, key=lambda intent: handicap.get(intent, 0.0) - scores[intent])
        lead = scores[order[0]] - max(scores[intent] for intent in order[1:])
        return Ranking(order, self._classifier.confidence(scores[order[0]], lead))

    def _guessed(
        self, readings: Sequence[Lesning], choice: Choice, day: date, hint: tuple[int, ...]
    ) -> Meaning:
        """What the classifier took the line for, with what the line names."""
        intent, lesning = choice.ranking.first, choice.lesning
        gruppe = self._forslag.nearest_group(intent, lesning.symbols)
        treff = Treff(gruppe, gruppe.sentences[0], 0, 0, ())
        whole = lesning if choice.also else readings[-1]
        return replace(self._meaning(whole, treff, day, hint), also=self._besides(choice))

    def _besides(self, choice: Choice) -> tuple[Suggestion, ...]:
        found = (self._forslag.of([i], lesning.symbols, _named([lesning])) for i, lesning in choice.also)
        return tuple(suggestion for suggestions in found for suggestion in suggestions)

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
        """A command or dictation first, then a question; with corrected spelling never the first two."""
        symbols = lesning.symbols
        whole, command = (0, len(symbols)), self._ordbok.without_greeting(symbols)
        question = self._ordbok.without_fillers(symbols)
        for start, end in [] if reading_only else dict.fromkeys((command, whole)):
            treff = self._done(lesning, start, end, referat)
            if treff:
                return treff
        for start, end in dict.fromkeys((question, command, whole)):
            treff = self._asked(symbols, start, end)
            if treff:
                return treff
        return None

    def _one_clause(self, lesning: Lesning) -> Treff | None:
        found: list[Treff] = []
        for fra, til in lesning.clauses():
            start, end = self._ordbok.without_fillers(lesning.symbols[fra:til])
            treff = self._asked(lesning.symbols, fra + start, fra + end)
            # A greeting before or after it is no question of its own.
            if treff and treff.gruppe.forslag:
                found.append(treff)
        return found[0] if len({treff.gruppe.intent for treff in found}) == 1 else None

    def _question(self, lesning: Lesning) -> Treff | None:
        start, end = self._ordbok.without_fillers(lesning.symbols)
        part = lesning.symbols[start:end]
        return _one_of(part, start, self._setninger.roomy(part)) if self._ordbok.asks(part) else None

    def _asked(self, symbols: Sequence[str], start: int, end: int) -> Treff | None:
        part = symbols[start:end]
        return _one_of(part, start, self._setninger.reads(part))

    def _done(self, lesning: Lesning, start: int, end: int, referat: bool) -> Treff | None:
        """«Møtet er avlyst?» asks; «kan du avlyse møtet?» does not."""
        part, before = lesning.symbols[start:end], lesning.symbols[:start]
        asks = lesning.line.rstrip().endswith("?") and _POLITE.isdisjoint(before)
        seen = signs(lesning, start, end, self._ordbok)
        return _one_of(part, start, self._setninger.does(part, seen, referat=referat, asks=asks))

    def _meaning(self, lesning: Lesning, treff: Treff, day: date, hint: tuple[int, ...]) -> Meaning:
        gruppe, named = treff.gruppe, free_words(lesning, treff)
        emne = gruppe.emne or named.emne
        inside = named.words
        saker = [funn for funn in lesning.saker if funn.fra not in inside]
        organs = [funn for funn in lesning.organs if funn.fra not in inside]
        sak = saker[0].sak if saker else None
        if emne and gruppe.intent in _ABOUT_A_SAK:
            sak = SakRef(emne=emne, tekst=emne)
        elif gruppe.plass:
            sak = SakRef(plass=gruppe.plass)
        ids = tuple(dict.fromkeys(i for funn in organs for i in funn.organ_ids))
        time = self._time(lesning, day, gruppe.past, range(0) if gruppe.deadline else inside)
        slots = Slots(
            organ_ids=self._hinted(ids, hint),
            organ_tekst=" og ".join(dict.fromkeys(funn.navn for funn in organs)) or None,
            ukjente_organer=tuple(dict.fromkeys(f.navn for f in organs if not f.organ_ids)),
            sak=sak,
            aspect=gruppe.side,
            period=time.period if time else None,
            tvil=time.strid if time else (),
            person=named.person,
            emne=None if sak and sak.emne else emne,
            extra={**({"hva": gruppe.hva} if gruppe.hva else {}), **gruppe.extra, **named.extra},
        )
        return Meaning(gruppe.intent, True, slots, points=gruppe.points)

    def _time(self, lesning: Lesning, day: date, past: bool, inside: range) -> Tidsfunn | None:
        """The first time that is not inside the words of a text."""
        first = next((funn for funn in lesning.times if funn.fra not in inside), None)
        if first and past:
            for funn in find_times([word.text for word in lesning.words], day, past=True):
                if funn.fra < first.til and first.fra < funn.til:
                    return funn
        return first

    def _hinted(self, ids: tuple[int, ...], hint: tuple[int, ...]) -> tuple[int, ...]:
        """Of several organs the ones hinted at, else those of the same helsefellesskap."""
        register = self._organer.register
        homes = {organ.helsefellesskap_id for organ in register.organer if organ.id in hint}
        same = tuple(i for i in ids if i in hint)
        near = tuple(i for i in ids if register.organ(i).helsefellesskap_id in homes)
        return (same or near or ids) if len(ids) > 1 else ids

    def _unsure(
        self, readings: Sequence[Lesning], choice: Choice, day: date, hint: tuple[int, ...]
    ) -> Meaning:
        best = readings[-1]
        start, end = self._ordbok.without_fillers(best.symbols)
        named = _named(readings)
        suggestions = self._forslag.of(choice.likely, best.symbols[start:end], named)
        slots = Slots(
            organ_tekst=named.get("organ"), organ_ids=best.organs[0].organ_ids if best.organs else ()
        )
        perhaps = self._perhaps([*readings, *self._without_unknown(readings[0], day)], day, hint)
        return Meaning(choice.ranking.first, False, slots, suggestions, perhaps=perhaps)

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


def _named(readings: Sequence[Lesning]) -> dict[str, str]:
    """What stands for {organ} and {sak} in a line to suggest."""
    named = next((lesning.organs[0].navn for lesning in readings if lesning.organs), None)
    values = {"organ": named} if named else {}
    if readings[-1].saker:
        written = readings[-1].saker[0].sak.tekst
        values["sak"] = f"sak {written}" if written[0].isdigit() else written
    return values


def _number_alone(symbols: Sequence[str]) -> SakRef | None:
    alone = len(symbols) == 1 and symbols[0].isdecimal() and len(symbols[0]) < _DIGITS
    return SakRef(nummer=int(symbols[0]), tekst=symbols[0]) if alone else None


def _one_of(part: Sequence[str], start: int, found: Sequence[Treff]) -> Treff | None:
    """The best of them, where one intent is; none for a line about two saker or two times."""
    if part.count("{sak}") > 1 or part.count("{dag}") + part.count("{periode}") > 1:
        return None
    alike = [treff for treff in found if treff.rank == found[0].rank]
    return found[0].moved(start) if len({treff.gruppe.intent for treff in alike}) == 1 else None
