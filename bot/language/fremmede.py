"""People whom no register knows, found by capitals and by the shape of the sentence."""

from bot.language.navneform import Form
from bot.language.personfunn import Personfunn
from bot.language.personnavn import Navneord

_LONGEST = 4
_TITLES = ("øren", "eren", "aren", "sjefen", "legen")


class Fremmede:
    """`not_people` are words of the names of bodies and places, in small letters."""

    def __init__(self, kjent: Navneord, not_people: frozenset[str]) -> None:
        self._kjent = kjent
        self._not_people = not_people

    def at(self, form: Form, at: int, limit: int) -> tuple[int, Personfunn | None]:
        """The one at that word, before the word at `limit`; None where there is none. And where to look
        on.
        """
        til = at
        while til < min(limit, at + _LONGEST) and form.title(til) and not self.stop(form.words[til]):
            if til > at and not form.beside(til):
                break
            til += 1
        fornavn = self._kjent.fornavn
        if til > at + 2 and form.words[at] not in fornavn and form.words[at + 1] in fornavn:
            # «Ordfører Bjørnar Lund»
            return at + 1, None
        named = self._two(form, at, til) if til > at + 1 else til > at and self._one(form, at)
        if not named:
            return at + 1, None
        written = form.written(at, til)
        owned = form.owned(til) and written.endswith("s") and self._is_name(form.words[til - 1][:-1])
        return til, Personfunn(at, til, written[:-1] if owned else written, ())

    def _two(self, form: Form, at: int, til: int) -> bool:
        first, last = form.words[at], form.words[til - 1]
        surname = self._kjent.surname(last) or (last[-1] == "s" and self._kjent.surname(last[:-1]))
        if first in self._kjent.fornavn:
            return surname or not self._kjent.common(first)
        return surname and (form.capital(at) or form.done(til)) and not self._kjent.common(first)

    def _one(self, form: Form, at: int) -> bool:
        word = form.words[at]
        bare = word[:-1] if word not in self._kjent.fornavn and word[-1] == "s" else word
        if bare not in self._kjent.fornavn:
            return form.capital(at) and form.called(at, at + 1) and not word.endswith(_TITLES)
        if self._kjent.common(bare):
            return form.capital(at) and form.strict(at, at + 1) and bare not in self._kjent.tidsord
        return form.loose(at, at + 1) if form.inside(at) else form.done(at + 1)

    def stop(self, word: str) -> bool:
        """Whether no name has that word, capital or not."""
        return word in self._not_people or (word in self._kjent.kjente and not self._is_name(word))

    def _is_name(self, word: str) -> bool:
        return word in self._kjent.fornavn or self._kjent.surname(word)
