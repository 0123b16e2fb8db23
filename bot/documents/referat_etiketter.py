"""Labels that lost their colon: a table of two columns pasted as lines («Vedtak Planen vedtas.»)."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.documents.referat_avsnitt import Avsnitt, Element
from bot.documents.referat_ord import either, load

_MENINGER = ("konklusjon", "innledning", "oppfoelging", "ansvarlig", "frist")


def with_colons(elements: Sequence[Element]) -> list[Element]:
    """Puts the colons back where the paper writes several labels so; one such line may be a sentence."""
    patterns = {kind: _pattern(kind) for kind in _MENINGER}
    out, kinds = list(elements), set()
    for index, element in enumerate(elements):
        if isinstance(element, Avsnitt) and (hit := _label(element, patterns)):
            kinds.add(hit[0])
            out[index] = _with_colon(element, hit[1])
    return out if len(kinds) > 2 else list(elements)


def _pattern(kind: str) -> re.Pattern[str]:
    words = either(load().words("seksjon", kind))
    return re.compile(rf"(?P<merke>{words})\s+(?=[A-ZÆØÅ\d])", re.IGNORECASE)


def _label(avsnitt: Avsnitt, patterns: dict[str, re.Pattern[str]]) -> tuple[str, int] | None:
    """The kind of label the line begins with, and where it ends."""
    if avsnitt.marker or avsnitt.heading or avsnitt.text[:1].islower():
        return None
    hits = [(kind, match.end("merke")) for kind, p in patterns.items() if (match := p.match(avsnitt.text))]
    return max(hits, key=lambda hit: hit[1], default=None)


def _with_colon(avsnitt: Avsnitt, end: int) -> Avsnitt:
    return replace(avsnitt, text=f"{avsnitt.text[:end]}:{avsnitt.text[end:]}")
