"""Whether the shape of a line says that a name stands at some of its words."""

from collections.abc import Sequence

from bot.language.ord import Token
from bot.language.personnavn import Navneord, number_word

_ENDS = frozenset('.!?:;\n«"“”•*–')
_ROWS = 3
"""So few words may all have a capital and still be normally written."""


class Form:
    """The shape of one line; `words` are its words in small letters without accents. `lists`: it may
    tell who was there, first name after first name; `follows`: the word asked about is the next in a row
    of persons, which who looks for them keeps.
    """

    def __init__(self, line: str, tokens: Sequence[Token], words: Sequence[str], kjent: Navneord) -> None:
        self._line = line
        self._tokens = tokens
        self.words = words
        self._kjent = kjent
        self._normal = _normal(line, tokens)
        self.follows = False
        self.lists = not kjent.liste.isdisjoint(words)

    def title(self, at: int) -> bool:
        """Written with a capital and then small letters, in a line where that tells something."""
        written = self.written(at, at + 1)
        return self._normal and len(written) > 1 and written[0].isupper() and written[1:].islower()

    def written(self, fra: int, til: int) -> str:
        return self._line[self._tokens[fra].fra : self._tokens[til - 1].til]

    def inside(self, at: int) -> bool:
        """Neither the first word of the line nor of a sentence in it."""
        if at == 0:
            return False
        return _ENDS.isdisjoint(self._line[self._tokens[at - 1].til : self._tokens[at].fra])

    def capital(self, at: int) -> bool:
        """A capital that only a name would have there."""
        return self.title(at) and self.inside(at)

    def beside(self, at: int) -> bool:
        """Whether nothing but a space or a hyphen parts the word at `at` from the one before it."""
        return 0 < at < len(self.words) and self.between(at) in (" ", "-", "‐", "‑", "")

    def between(self, at: int) -> str:
        return self._line[self._tokens[at - 1].til : self._tokens[at].fra]

    def next_in_row(self, end: int, at: int) -> bool:
        """Whether the word at `at` has a capital and follows a person that ends at `end`: «Liv og Tor»."""
        bound = at == end and "," in self.between(at)
        bound = bound or (at == end + 1 and self.words[end] in ("og", "å", "samt"))
        return bound and self.title(at) and not number_word(self._word(at + 1))

    def loose(self, at: int, til: int) -> bool:
        """Something a person does follows, or a question about one goes before."""
        kjent = self._kjent
        before, behind = self._word(at - 1), self._word(til)
        asked = before in kjent.spoer or before in kjent.gi or before in kjent.gjoer
        return asked or self.done(til) or behind in kjent.eier or self.strict(at, til)

    def owned(self, til: int) -> bool:
        """Something that a person has follows: «Karis vara»."""
        return self._word(til) in self._kjent.eier

    def done(self, til: int) -> bool:
        """Something a person does follows."""
        return self._word(til) in self._kjent.bak and self._word(til + 1) not in self._kjent.inversjon

    def strict(self, at: int, til: int) -> bool:
        """Only a name makes sense there: «vara for …», «gi … rollen», «… kan ikke møte»."""
        return self.called(at, til) or (self._begins(at) and self._acts(at, til))

    def topic(self, at: int) -> bool:
        """Whether it begins a topic: «saken om Liv og helse»."""
        before = self._word(at - 1)
        return before in self._kjent.tema or number_word(before)

    def called(self, at: int, til: int) -> bool:
        """Behind «vara for» or «referent:», or inside «gi … rollen», «sett … som», «har … meldt»."""
        kjent = self._kjent
        before, behind = self._word(at - 1), self._word(til)
        if before in kjent.rolle and ":" in self.between(at) and self.title(at):
            return not number_word(behind)
        if before == "for" and self._word(at - 2) in kjent.vara:
            return not number_word(behind) and not behind.startswith(("møte", "sak"))
        pairs = ((kjent.gi, kjent.etter_gi), (kjent.gjoer, kjent.etter_gjoer), (kjent.har, kjent.etter_har))
        return any(before in first and behind in second for first, second in pairs)

    def _begins(self, at: int) -> bool:
        if at == 0 or self._word(at - 1) in self._kjent.bindeord:
            return True
        return self._tokens[at - 1].clause != self._tokens[at].clause

    def _acts(self, at: int, til: int) -> bool:
        kjent = self._kjent
        verb, then = self._word(til), self._word(til + 1)
        if verb == "og" and self.title(at) and til + 1 < len(self.words) and self.capital(til + 1):
            # «Tor og Liv kommer ikke»
            return self._acts(at, til + 2)
        if verb in kjent.kom:
            return then[:1].isdecimal() or then in kjent.klokka
        if verb in kjent.leder:
            return self.words[at] not in kjent.ikke_leder
        if verb in kjent.strengt:
            return then not in kjent.inversjon
        if verb in kjent.hjelpeverb:
            return then in kjent.etter_hjelpeverb and self._word(til + 2) not in kjent.inversjon
        return (verb in kjent.er and then in kjent.etter_er) or (
            verb in kjent.har and then in kjent.etter_har
        )

    def _word(self, at: int) -> str:
        return self.words[at] if 0 <= at < len(self.words) else ""


def _normal(line: str, tokens: Sequence[Token]) -> bool:
    letters = [line[token.fra] for token in tokens if token.text.isalpha()]
    return len(letters) <= _ROWS or any(letter.islower() for letter in letters)
