"""Whether words are the name of somebody whom no register knows."""

import re

from bot.domain.navnebokstaver import PARTIKLER
from bot.language.gjennomsynsord import fold, ordlister
from bot.language.ord import ordbok
from bot.language.personnavn import navneord

_NAME = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*\.?")
_FULL, _LONGEST = 2, 4


def kan_vaere_navn(tekst: str) -> bool:
    """Whether these are up to four words, none of them an everyday word or about health; or a known given
    name with others behind it, all with capitals («Per Sykehaug»).
    """
    words = tekst.split()
    if not 1 <= len(words) <= _LONGEST or not all(_NAME.fullmatch(word) for word in words):
        return False
    named = len(words) >= _FULL and words[0].lower() in navneord().fornavn
    if named and all(word[0].isupper() or word in PARTIKLER for word in words) and words[-1][0].isupper():
        return True
    return not any(_about_health(w) or w.lower() in ordbok().romslig for w in words)


def er_fullt_navn(tekst: str) -> bool:
    """A given name and a surname: what is noted as a name is kept, and must be one."""
    words = tekst.split()
    if len(words) < _FULL or not kan_vaere_navn(tekst):
        return False
    return words[0].lower() in navneord().fornavn or all(word[0].isupper() for word in words)


def _about_health(word: str) -> bool:
    lister, bare = ordlister(), fold(word)
    return bare in lister.helse_ord or bare.startswith(lister.helse)
