"""Proposed decisions: numbers, letters, and the places left open for the møte to fill in."""

import re
from collections.abc import Sequence

from bot.documents.innkalling_avsnitt import Avsnitt
from bot.domain.innkalling import Forslag, Underpunkt

_AAPENT = re.compile(r"(?::|\.{4,}|_{3,}|…)\s*$")


def read_forslag(parts: Sequence[Avsnitt]) -> tuple[list[Forslag], list[Avsnitt]]:
    """The proposals under their heading, and the text behind them that is no longer proposal.

    A numbered proposal may be several paragraphs: unnumbered text belongs to it as long as another
    number or an open place follows. Behind the last number it stands by itself.
    """
    reader = _Leser()
    for index, part in enumerate(parts):
        if not reader.take(part, parts[index + 1 :]):
            return reader.finished(), list(parts[index:])
    return reader.finished(), []


class _Leser:
    def __init__(self) -> None:
        self._forslag: list[Forslag] = []
        self._base = 0
        self._nested: int | None = None
        self._bullets_on_top = False

    def finished(self) -> list[Forslag]:
        for forslag in self._forslag:
            forslag.underpunkter = [under for under in forslag.underpunkter if under.tekst]
            if not forslag.underpunkter and _AAPENT.search(forslag.tekst):
                forslag.aapent_for_innspill = True
        return [forslag for forslag in self._forslag if forslag.tekst]

    def take(self, part: Avsnitt, rest: Sequence[Avsnitt]) -> bool:
        """Puts the paragraph where it belongs; False where the proposals have ended."""
        if part.number is not None:
            self._take_number(part, part.number)
        elif part.letter and self._forslag:
            self._under(part.letter, part.text)
        elif part.marker:
            self._take_bullet(part)
        elif not self._forslag or self._forslag[-1].nr is None:
            if part.text:
                self._forslag.append(Forslag(part.text))
        elif self._goes_on(part, rest):
            self._forslag[-1].tekst += f"\n{part.text}"
        else:
            return False
        return True

    def _take_number(self, part: Avsnitt, number: int) -> None:
        last = self._last_number()
        deeper = bool(self._forslag) and part.indent > self._base
        if deeper and (number != last + 1 or (self._nested is not None and number == self._nested + 1)):
            self._nested = number
            self._under(chr(ord("a") + len(self._forslag[-1].underpunkter)), part.text)
            return
        if not self._forslag:
            self._base = part.indent
        self._nested = None
        # Word starts a list anew where a paragraph has come between; the paper's own count goes on.
        self._forslag.append(Forslag(part.text, nr=number if number > last else last + 1))

    def _take_bullet(self, part: Avsnitt) -> None:
        if not self._forslag or self._bullets_on_top:
            self._bullets_on_top = True
            if part.text:
                self._forslag.append(Forslag(part.text))
        elif part.text:
            self._under("", part.text)
        else:
            self._forslag[-1].aapent_for_innspill = True

    def _under(self, letter: str, text: str) -> None:
        self._forslag[-1].underpunkter.append(Underpunkt(letter, text))
        if not text:
            self._forslag[-1].aapent_for_innspill = True

    def _goes_on(self, part: Avsnitt, rest: Sequence[Avsnitt]) -> bool:
        more = any(later.number == self._last_number() + 1 or (later.number == 1) for later in rest)
        open_place = any(later.marker and not later.text for later in rest)
        introduces_list = bool(rest) and rest[0].marker is not None and bool(rest[0].text)
        return more or open_place or (_AAPENT.search(part.text) is not None and not introduces_list)

    def _last_number(self) -> int:
        return max((forslag.nr or 0 for forslag in self._forslag), default=0)
