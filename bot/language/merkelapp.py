"""A dictated line that says itself what it is: «k: …», «sak to notat …», «innspill fra Kari: …».

What stands behind the label is the referent's own words, and nothing in it says what the line is.
"""

import re

from bot.language.ord import ordbok

_LONGEST = 70
_COLON = re.compile(rf"^([^:\n?!]{{1,{_LONGEST}}}?)\s*:(?!\d|//)\s*(?=\S)", re.DOTALL)
_WORDS = (
    r"konklusjon(?:en)?|vedtak(?:et)?|innspill|innspel|oppfølging(?:a|en)?|oppgave|oppgåve|orientering|notat"
    r"|utsatt|protokolltilførsel"
)
_IN_SAK = re.compile(
    rf"^((?:(?:i|på) )?sak(?:en|a)?(?:\s+(?:nr|nummer)\.?)?\s+[\w/.-]+(?:\s+[\w/.-]+){{0,4}}?"
    rf"\s+(?:{_WORDS}|[kvon]))\s+(?:at\s+)?(?=\S)",
    re.IGNORECASE,
)
_BARE = re.compile(r"^(konklusjon|notat|innspill|innspel|oppfølging)\s+(?:at\s+)?(?=\S)", re.IGNORECASE)
_ONE = re.compile(
    r"^((?:(?:i|på) )?sak(?:en|a)?(?:\s+(?:nr|nummer)\.?)?)\s+(?:en|én|ein|éin|ett|eitt)\b", re.IGNORECASE
)
"""«Sak en», where a label behind it says that it is a number."""
_SAYS = 2
"""Without a sak or a colon a label needs so many words behind it to be one for certain: «konklusjon
legevakt» may ask for one.
"""
_MAY_BEGIN = frozenset({"det", "den"})
_WHOSE = frozenset({"fra", "frå", "ved", "v/"})
"""«Innspill fra Kari: …»."""
_ASKS = frozenset(
    {"siste", "forrige", "førre", "alle", "mine", "hva", "kva", "ka", "når", "hvem", "kven", "hvor"}
)


def delt(line: str) -> tuple[str, str] | None:
    """What the line begins with, and the text behind it; None where it does not say itself what it is."""
    for pattern in (_IN_SAK, _COLON, _BARE):
        match = pattern.match(line.strip())
        if match is None:
            continue
        text = line.strip()[match.end() :].strip()
        if pattern is _COLON or (not text.endswith("?") and _begins(text, alone=pattern is _BARE)):
            return _ONE.sub(r"\g<1> 1", match[1]), text
    return None


def _begins(text: str, *, alone: bool) -> bool:
    words = text.lower().split()
    if not alone:
        whose = words[0] in _WHOSE and ":" in text[:_LONGEST]
        return words[0] not in _ASKS and not whose
    none = (ordbok().fortsetter | ordbok().ikke_utsagn | _ASKS) - _MAY_BEGIN
    return len(words) >= _SAYS and words[0] not in none
