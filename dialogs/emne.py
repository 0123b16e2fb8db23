"""Topic words against saker and hendelser."""

from collections.abc import Sequence

from bot.domain.saksoek import Sak
from bot.language.ord import tokens
from bot.language.stammer import stem


def _stammer(tekst: str) -> set[str]:
    return {stem(t.text) for t in tokens(tekst) if len(t.text) > 2}


def _treff(ord_: str, stammer: set[str]) -> bool:
    return any(s == ord_ or (len(ord_) > 4 and ord_ in s) or (len(s) > 4 and s in ord_) for s in stammer)


def _poeng(emne: str, tekst: str) -> float:
    ord_ = _stammer(emne)
    stammer = _stammer(tekst)
    return sum(_treff(o, stammer) for o in ord_) / len(ord_) if ord_ else 0.0


def saker_om(emne: str, liste: Sequence[Sak]) -> list[Sak]:
    poeng = [
        (_poeng(emne, s.tittel) * 2 + _poeng(emne, " ".join(s.punkt.punkter if s.punkt else [])), s)
        for s in liste
    ]
    best = max((p for p, _ in poeng), default=0.0)
    return [s for p, s in poeng if p == best and p > 0]


def passer(emne: str, tekst: str) -> bool:
    return _poeng(emne, tekst) > 0
