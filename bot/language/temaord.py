"""The words of a sak's title that tell its topic, each with how much it tells."""

from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from bot.language.ord import FOLDER, read_yaml
from bot.language.soekeord import indeksord
from bot.language.stammer import ordene, soekestamme

SVAK = 0.4
_SHORTEST = 3
_INGEN: Mapping[str, float] = MappingProxyType({})


@lru_cache(8192)
def temaord(tittel: str) -> Mapping[str, float]:
    """By stem, the parts of compounds too: 1 for a word that tells a topic, `SVAK` for one that tells a
    little. Empty for what every møte has («Godkjenning av referat», «Eventuelt», «Status»).
    """
    ord_ = ordene(tittel)
    if not ord_ or ord_[0].startswith(_faste()):
        return _INGEN
    (funnet,) = indeksord([tittel])
    alle = [o for o in funnet.split() if len(o) >= _SHORTEST and not o.isdecimal() and o not in _tomme()]
    return MappingProxyType({o: SVAK if o in _svake() else 1.0 for o in alle})


@lru_cache(256)
def emneord(emne: str) -> frozenset[str]:
    """What somebody asks for by name: all of its words, those that tell little too where there are no
    others.
    """
    ord_ = [soekestamme(o) for o in ordene(emne) if len(o) >= _SHORTEST]
    return frozenset(temaord(emne)) or frozenset(ord_)


@cache
def _tomme() -> frozenset[str]:
    return _stammer("tomme")


@cache
def _svake() -> frozenset[str]:
    return _stammer("svake")


@cache
def _faste() -> tuple[str, ...]:
    return tuple(str(_lister()["faste"]).split())


def _stammer(navn: str) -> frozenset[str]:
    """With what they are made of."""
    ord_ = ordene(str(_lister()[navn]))
    deler = (del_ for o in ord_ for del_ in indeksord([o])[0].split())
    return frozenset(soekestamme(o) for o in ord_) | frozenset(deler)


@cache
def _lister() -> dict[str, str]:
    return dict(read_yaml(FOLDER / "temaord.yaml"))
