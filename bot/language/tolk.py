"""What a line means: what it names first, then the strict sentences, then what it is most like."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import NamedTuple

from bot.domain.register import Register
from bot.language.classifier import Classifier, read_weights
from bot.language.diktatmerke import med_merke
from bot.language.forslag import HOW_MANY, Forslag
from bot.language.innhold import about, meaning
from bot.language.leser import Leser, named
from bot.language.lesning import Lesning
from bot.language.merkelapp import delt
from bot.language.oppfoelging import frist_av
from bot.language.ord import composed, ordbok
from bot.language.rangering import Rangering
from bot.language.rettskriving import Rettskriving
from bot.language.setninger import Setninger, Treff
from bot.language.skjoenn import NOTHING, Choice, Skjoenn
from bot.language.strenge import Strenge
from bot.language.tema import ABOUT, topic
from bot.language.tidsord import MONTHS, WEEKDAYS
from bot.turn import Meaning, Period, SakRef, Slots, Suggestion

_TEXT, _KEPT = "tekst", "tekst"
"""The slot of a text that is kept, and what stands for it while the rest of the line is read."""
_DIGITS = 4
_FEW = 2


class _Here(NamedTuple):
    """Where and when a line is said."""

    register: Register
    day: date
    hint: tuple[int, ...]
    referat: bool


class Tolk:
    """Reads lines in bokmål, nynorsk and dialect. Same line, register and time: same meaning.

    `intents` are all that `understand` answers with, besides «ingen», and `writes` those of them that
    change something.
    """

    def __init__(self) -> None:
        self._ordbok = ordbok()
        setninger = Setninger(self._ordbok)
        self.intents = setninger.intents
        self.writes = setninger.writes
        known = setninger.words | MONTHS.keys() | WEEKDAYS.keys()
        self._leser = Leser(self._ordbok, Rettskriving(known, self._ordbok.riktige, self._ordbok.former))
        self._strenge = Strenge(setninger, self._ordbok)
        classifier = Classifier(read_weights())
        self._common = classifier.common
        self._known = setninger.words | self._ordbok.romslig
        self._rangering = Rangering(classifier, setninger.in_referat, setninger.not_in_referat)
        self._skjoenn = Skjoenn(setninger.writes, setninger.in_referat, self._ordbok)
        self._forslag = Forslag(setninger, self._ordbok.lim)

    def understand(
        self,
        text: str,
        *,
        register: Register,
        at: datetime,
        organ_hint: tuple[int, ...] = (),
        referat: bool = False,
    ) -> Meaning:
        """The strict sentences first, then a clause that is one, then the classifier, then what is found
        with slips corrected. Where a sentence and the classifier disagree nothing is sure.

        A line of more than a thousand characters is not read. `organ_hint` are the organs that the
        conversation is about: they decide between several of the same name, and never stand in for
        one that is not named. `referat`: the person is the referent of an open referat; «k kolon …» is
        then «k: …», and an «eh» before it is nothing. `at` is Oslo time.
        """
        here = _Here(register, at.date(), organ_hint, referat)
        line = med_merke(text) if referat else text
        dictated = self._labelled(line, here) if referat else None
        if dictated:
            return dictated
        return self._understood(self._leser.plain(line, register, here.day), here)[0]

    def likely(self, text: str, *, register: Register, at: datetime, referat: bool = False) -> list[str]:
        """The three likeliest intents of a line, the one it was understood as first."""
        here = _Here(register, at.date(), (), referat)
        plain = self._leser.plain(med_merke(text) if referat else text, register, here.day)
        found, choice = self._understood(plain, here)
        choice = choice or Choice(plain[0], self._rangering.of(plain[0], referat))
        likely = dict.fromkeys([found.intent, *self._skjoenn.likely(choice)])
        return [intent for intent in likely if intent != NOTHING][:HOW_MANY]

    def _labelled(self, line: str, here: _Here) -> Meaning | None:
        """A line that says itself what it is: what stands behind its label is only kept."""
        parts = delt(composed(line))
        if parts is None:
            return None
        found = self._strict(self._leser.plain(f"{parts[0]}: {_KEPT}", here.register, here.day), here)
        if found is None or not found[1].gruppe.in_referat:
            return None
        meaning = self._meaning(*found, here)
        if meaning.slots.extra.get(_TEXT) != _KEPT:
            return None
        frist = frist_av(parts[1], here.day) if found[1].gruppe.deadline else None
        period = Period(frist, frist + timedelta(days=1)) if frist else meaning.slots.period
        extra = {**meaning.slots.extra, _TEXT: parts[1]}
        return replace(meaning, strict=True, slots=replace(meaning.slots, period=period, extra=extra))

    def _understood(self, plain: list[Lesning], here: _Here) -> tuple[Meaning, Choice | None]:
        """No choice where the sentence leaves none."""
        strict = self._strict(plain, here)
        if strict and not self._has_room(*strict):
            return replace(self._meaning(*strict, here), strict=True), None
        ranking = self._rangering.of(plain[0], here.referat)
        if strict and not self._skjoenn.speaks_against(ranking, strict[1].gruppe.intent):
            return replace(self._meaning(*strict, here), strict=True), Choice(plain[0], ranking)
        choice = self._skjoenn.choose(self._rangering.requests(plain[0], ranking, here.referat))
        if strict:
            choice = replace(choice, also=(*choice.also, (strict[1].gruppe.intent, strict[0])))
            return self._unsure(plain, choice, here), choice
        found = None if choice.also else self._part(plain, choice, here)
        if found is None and self._skjoenn.may_act(choice.ranking, choice.lesning, here.referat):
            found = self._guessed(plain, choice, here)
        return found or self._by_correcting(plain, choice, here), choice

    def _strict(self, readings: Sequence[Lesning], here: _Here) -> tuple[Lesning, Treff] | None:
        for lesning in readings:
            treff = self._strenge.whole(lesning, here.referat)
            if treff:
                return lesning, treff
        return None

    def _has_room(self, lesning: Lesning, treff: Treff) -> bool:
        """Whether the sentence has room for other words, by which the line may be something else: where
        the classifier thinks so, the bot asks. A line with a label («k:») says itself what it is, so does
        a question that is only asked by its own words («søk etter …»), and of two words the classifier can
        tell little.
        """
        roomy = treff.sentence.loose or bool(treff.free)
        labelled = ":" in lesning.line if treff.gruppe.writes else treff.gruppe.literal
        start, end = self._ordbok.without_fillers(lesning.symbols)
        return roomy and not labelled and end - start > _FEW

    def _part(self, readings: Sequence[Lesning], choice: Choice, here: _Here) -> Meaning | None:
        for part in (self._strenge.clause, self._strenge.roomy):
            for lesning in readings:
                treff = part(lesning)
                if treff and not self._skjoenn.hides(choice.ranking, treff.gruppe.intent):
                    return self._meaning(lesning, treff, here)
        return None

    def _guessed(self, readings: Sequence[Lesning], choice: Choice, here: _Here) -> Meaning:
        """What the classifier took the line for, with what the line names."""
        gruppe = self._forslag.nearest_group(choice.ranking.first, choice.lesning.symbols)
        treff = Treff(gruppe, gruppe.sentences[0], 0, 0, ())
        lesning = choice.lesning if choice.also else readings[-1]
        emne = topic(lesning, self._known, self._common) if gruppe.intent in ABOUT else None
        return about(replace(self._meaning(lesning, treff, here), also=self._besides(choice)), emne)

    def _besides(self, choice: Choice) -> tuple[Suggestion, ...]:
        found = (self._forslag.of([i], lesning.symbols, named([lesning])) for i, lesning in choice.also)
        return tuple(suggestion for suggestions in found for suggestion in suggestions)

    def _by_correcting(self, plain: list[Lesning], choice: Choice, here: _Here) -> Meaning:
        corrected = self._leser.corrected(plain[0], here.day)
        for lesning in corrected:
            treff = self._strenge.question(lesning)
            if treff and not self._skjoenn.speaks_against(choice.ranking, treff.gruppe.intent):
                return self._meaning(lesning, treff, here)
        found = None if choice.also else self._part(corrected, choice, here)
        return found or self._unsure([*plain, *corrected], choice, here)

    def _unsure(self, readings: Sequence[Lesning], choice: Choice, here: _Here) -> Meaning:
        best = readings[-1]
        start, end = self._ordbok.without_fillers(best.symbols)
        values = named(readings)
        slots = Slots(
            organ_tekst=values.get("organ"), organ_ids=best.organs[0].organ_ids if best.organs else ()
        )
        suggestions = self._forslag.of(self._skjoenn.likely(choice), best.symbols[start:end], values)
        perhaps = self._perhaps([*readings, *self._leser.without_unknown(readings[0])], here)
        return Meaning(choice.ranking.first, False, slots, suggestions, perhaps=perhaps)

    def _perhaps(self, readings: Sequence[Lesning], here: _Here) -> tuple[Meaning, ...]:
        for lesning in readings:
            found = self._strenge.perhaps(lesning)
            if found:
                return tuple(self._meaning(lesning, treff, here) for treff in found)
            start, end = self._ordbok.without_fillers(lesning.symbols)
            number = _number_alone(lesning.symbols[start:end])
            if number:
                return (Meaning("sak.vis", True, Slots(sak=number)),)
        return ()

    def _meaning(self, lesning: Lesning, treff: Treff, here: _Here) -> Meaning:
        return meaning(lesning, treff, here.day, here.register, here.hint)


def _number_alone(symbols: Sequence[str]) -> SakRef | None:
    alone = len(symbols) == 1 and symbols[0].isdecimal() and len(symbols[0]) < _DIGITS
    return SakRef(nummer=int(symbols[0]), tekst=symbols[0]) if alone else None
