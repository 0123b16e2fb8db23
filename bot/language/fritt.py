"""What the free words of a sentence say: a person, a topic, a text, a number, a time of the day."""

from dataclasses import dataclass

from bot.language.lesning import Lesning
from bot.language.moenster import EMNE, KEPT, NAVN, NUMBERS, RESTEN, TEKST, TITTEL, UTSAGN, Fritt
from bot.language.setninger import Treff
from bot.language.tegn import number_of

_TEXT = "tekst"
_CLOCK = "{klokke}"
_PLACE = frozenset(
    {"{organ}", "{dag}", "{periode}", _CLOCK, "i", "på", "til", "for", "den", "neste", "møte"}
)
"""A text of nothing but these, and not after a colon, says where it is to be, not what it is."""
_SAK = frozenset({"en", "ei", "et", "eit", "ny", "sak", "punkt", "noe"})
"""A title of nothing but these is none."""


@dataclass(frozen=True)
class FreeWords:
    """`extra` holds «tekst» exactly as it was written, and the sentence's other free words by name;
    `words` are the places, in the line, of words that belong to a text.
    """

    person: str | None
    emne: str | None
    extra: dict[str, str | int]
    words: range


def free_words(lesning: Lesning, treff: Treff) -> FreeWords:
    """All that the sentence leaves free."""
    by_kind = {f.kind: f for f in treff.free}
    texts = [by_kind.pop(kind, None) for kind in (KEPT, TEKST, UTSAGN)]
    kept = next((text for text in texts if text and not _only_where(lesning, text)), None)
    navn, emne = by_kind.pop(NAVN, None), by_kind.pop(EMNE, None)
    by_kind.pop(RESTEN, None)
    title = by_kind.pop(TITTEL, None)
    if title and _SAK.issuperset(lesning.symbols[title.fra : title.til]):
        title = None
    extra: dict[str, str | int] = {kind.strip("{}"): _value(lesning, f) for kind, f in by_kind.items()}
    if kept:
        extra[_TEXT] = lesning.rest(kept.fra)
    elif title:
        extra[_TEXT] = lesning.text(title.fra, title.til)
    if treff.gruppe.writes and _CLOCK in lesning.symbols:
        at = lesning.symbols.index(_CLOCK)
        extra[_CLOCK.strip("{}")] = lesning.text(at, at + 1)
    return FreeWords(
        lesning.text(navn.fra, navn.til) if navn else None,
        lesning.text(emne.fra, emne.til) if emne else None,
        extra,
        _words(lesning, kept, title),
    )


def _only_where(lesning: Lesning, text: Fritt) -> bool:
    return ":" not in lesning.gap(text.fra) and _PLACE.issuperset(lesning.symbols[text.fra : text.til])


def _words(lesning: Lesning, kept: Fritt | None, title: Fritt | None) -> range:
    if kept:
        return range(lesning.spans[kept.fra][0], len(lesning.words))
    return range(lesning.spans[title.fra][0], lesning.spans[title.til - 1][1]) if title else range(0)


def _value(lesning: Lesning, free: Fritt) -> str | int:
    number = number_of(lesning.symbols[free.fra : free.til]) if free.kind in NUMBERS else None
    return lesning.text(free.fra, free.til) if number is None else number
