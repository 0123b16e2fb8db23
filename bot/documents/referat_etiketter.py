"""Labels that lost their colon: a table of two columns pasted as lines («Vedtak Planen vedtas.»,
«Møteleder Siri Li»).
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.documents.referat_avsnitt import Avsnitt, Element
from bot.documents.referat_ord import either, load

_MENINGER = {
    "seksjon": ("konklusjon", "innledning", "oppfoelging", "ansvarlig", "frist"),
    "felt": ("utvalg", "moetested", "dato", "tid", "arkivsak", "moeteleder", "referent"),
}
_OFTE_NOK = 3


def with_colons(elements: Sequence[Element]) -> list[Element]:
    """Puts the colons back where the paper writes several labels so; one such line may be a sentence."""
    out = list(elements)
    for gruppe, kinds in _MENINGER.items():
        out = _in_group(out, {kind: _pattern(gruppe, kind) for kind in kinds})
    return out


def _in_group(elements: list[Element], patterns: dict[str, re.Pattern[str]]) -> list[Element]:
    out, kinds = list(elements), set()
    for index, element in enumerate(elements):
        if isinstance(element, Avsnitt) and (hit := _label(element, patterns)):
            kinds.add(hit[0])
            out[index] = _with_colons(element, hit[1], patterns)
    return out if len(kinds) >= _OFTE_NOK else elements


def _pattern(gruppe: str, kind: str) -> re.Pattern[str]:
    words = either(load().words(gruppe, kind))
    return re.compile(rf"(?P<merke>{words})\s+(?=[A-ZÆØÅ\d])", re.IGNORECASE)


def _label(avsnitt: Avsnitt, patterns: dict[str, re.Pattern[str]]) -> tuple[str, int] | None:
    """The kind of label the line begins with, and where it ends."""
    if avsnitt.marker or avsnitt.heading or avsnitt.text[:1].islower():
        return None
    hits = [(kind, match.end("merke")) for kind, p in patterns.items() if (match := p.match(avsnitt.text))]
    return max(hits, key=lambda hit: hit[1], default=None)


def _with_colons(avsnitt: Avsnitt, end: int, patterns: dict[str, re.Pattern[str]]) -> Avsnitt:
    """Also the labels further on in the line: «Møteleder Siri Li Referent Per Moe»."""
    text = f"{avsnitt.text[:end]}:{avsnitt.text[end:]}"
    for at in reversed([m.start() for m in re.finditer(r"(?<=\s)[A-ZÆØÅ]", text)]):
        hits = [match.end("merke") for p in patterns.values() if (match := p.match(text, at))]
        if hits and at > end:
            text = f"{text[: max(hits)]}:{text[max(hits) :]}"
    return replace(avsnitt, text=text)
