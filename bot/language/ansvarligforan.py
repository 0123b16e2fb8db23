"""Members named first in an oppfølging, also by names that are words: «dag og mai sender ut papirer»."""

import re
from collections.abc import Container, Sequence

from bot.domain.navnebokstaver import med_stor
from bot.domain.register import Register
from bot.language.medlemsnavn import Medlemsnavn

_LEAD = re.compile(r"[\s@*•–-]*(?:(?:at|så|da|og|men)\s+)?", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*\.?")
_JOINT = re.compile(r"\s*(?:,|&|/|\+|\bog\b|,\s*og\b|\bsamt\b)\s*", re.IGNORECASE)
_NEXT = re.compile(r"\s+([^\W\d_]+)")
_LONGEST = 4

Navn = tuple[str, tuple[str, ...]]
"""The full name, or as it was written with all members that it fits."""


class Foran:
    """Of one register; the members of the bodies `organ_ids` are meant first."""

    def __init__(self, register: Register, organ_ids: Sequence[int]) -> None:
        self.medlemmer = Medlemsnavn(register, organ_ids)

    def i(self, tekst: str, gjoer: Container[str]) -> tuple[str, list[Navn]] | None:
        """The text with capitals in the names, and who they are. None unless it begins with members only,
        and a word of `gjoer` follows.
        """
        lead = _LEAD.match(tekst)
        at = lead.end() if lead else 0
        skrevet, folk = tekst[:at], list[Navn]()
        while True:
            slutt, kjente = self._navn(tekst, at)
            if not kjente:
                return None
            navn = med_stor(tekst[at:slutt])
            skrevet += navn
            folk.append((kjente[0] if len(kjente) == 1 else navn, kjente))
            bundet = _JOINT.match(tekst, slutt)
            if not bundet:
                break
            skrevet, at = skrevet + bundet[0], bundet.end()
        neste = _NEXT.match(tekst, slutt)
        gjort = neste is not None and neste[1].lower() in gjoer
        return (skrevet + tekst[slutt:], folk) if gjort else None

    def _navn(self, tekst: str, at: int) -> tuple[int, tuple[str, ...]]:
        """The longest name that begins there: where it ends, and the members it fits."""
        ender: list[int] = []
        ord_ = _WORD.match(tekst, at)
        while ord_ and len(ender) < _LONGEST:
            ender.append(ord_.end())
            ord_ = _WORD.match(tekst, ord_.end() + 1) if tekst[ord_.end() : ord_.end() + 1] == " " else None
        for slutt in reversed(ender):
            kjente = self.medlemmer.finn(tekst[at:slutt])
            if kjente:
                return slutt, kjente
        return at, ()
