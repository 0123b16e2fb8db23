"""A line read for one register at a time: as it stands, with topics taken as organs, and corrected."""

import re
from collections.abc import Sequence
from datetime import date

from bot.domain.register import Register
from bot.language.lesning import Lesning, read, scan
from bot.language.ord import Ordbok, clean, composed, tokens
from bot.language.personer import Personer
from bot.language.referanser import Organer
from bot.language.rettskriving import Rettskriving

_LONGEST_LINE = 1000
_LABEL = re.compile(r".{1,100}?[:\n]", re.DOTALL)
"""What says what a long text is."""


class Leser:
    """Keeps what it worked out about the last register it was given."""

    def __init__(self, ordbok: Ordbok, spelling: Rettskriving) -> None:
        self._ordbok = ordbok
        self._spelling = spelling
        self._use(Register(0))

    def plain(self, text: str, register: Register, day: date) -> list[Lesning]:
        """The line as it stands, and with what may be a topic taken as an organ, where that is another
        reading. Of a line of more than a thousand characters only the beginning is read, and only where
        it may say what the rest is («meld sak til eventuelt: …»); the text it keeps is whole.
        """
        if register is not self.register:
            self._use(register)
        line = composed(text) if len(text) <= _LONGEST_LINE or _LABEL.match(text) else ""
        words = self._organer.split(tokens(clean(line[:_LONGEST_LINE])))
        found = scan(line, words, self._personer, self._organer.find(line, words, day), day)
        return self._both(found, day)

    def corrected(self, plain: Lesning, day: date) -> list[Lesning]:
        """The same with slips of the finger corrected: good enough for reading, never for writing.
        Empty where there are none.
        """
        words = [word._replace(text=self._spelling.correct(word.text)) for word in plain.words]
        if tuple(words) == plain.words:
            return []
        organs = self._organer.find(plain.line, words, day)
        found = scan(plain.line, words, self._personer, organs, day, persons=plain.persons)
        return self._both(found, day)

    def without_unknown(self, lesning: Lesning) -> list[Lesning]:
        """«Prosjekter i fagråd»: what names no body that is stored may be part of a topic."""
        known = [funn for funn in lesning.organs if funn.organ_ids]
        return [] if len(known) == len(lesning.organs) else [read(lesning, known, self._ordbok)]

    def _both(self, found: Lesning, day: date) -> list[Lesning]:
        strong = read(found, found.organs, self._ordbok)
        organs = self._organer.find(found.line, found.words, day, weak=True)
        return [strong] if tuple(organs) == strong.organs else [strong, read(found, organs, self._ordbok)]

    def _use(self, register: Register) -> None:
        self.register = register
        self._organer = Organer(register)
        self._personer = Personer(register)


def named(readings: Sequence[Lesning]) -> dict[str, str]:
    """What stands for {organ} and {sak} in a line to suggest."""
    organ = next((lesning.organs[0].navn for lesning in readings if lesning.organs), None)
    values = {"organ": organ} if organ else {}
    if readings[-1].saker:
        written = readings[-1].saker[0].sak.tekst
        values["sak"] = f"sak {written}" if written[0].isdigit() else written
    return values
