"""Which of some people a written name means, where it is known that a name stands there."""

from collections.abc import Sequence
from enum import IntEnum

from bot.domain.navn import norm

_AKSENTER = str.maketrans("éèêëáàâäíìïóòôöúùüçñ", "eeeeaaaæiiioooøuuucn")


class Grad(IntEnum):
    """How much of the name was written: all of it; a beginning of the first name with something that tells
    the person («Jonas L», «Bjørn Inge»); the first name; a part of it, or the surname.
    """

    HELE = 0
    MER = 1
    FORNAVN = 2
    DEL = 3


def treff(folk: Sequence[str], skrevet: str, til: Grad = Grad.DEL) -> tuple[int, ...]:
    """The numbers of those whom the name fits best, none where it fits nobody; `til` is the least of a name
    that counts. Small letters, hyphens and accents tell nothing.
    """
    ordene = _ordene(skrevet)
    if not ordene:
        return ()
    grader = {nr: grad for nr, navn in enumerate(folk) if (grad := _grad(navn, ordene)) is not None}
    beste = min(grader.values(), default=None)
    if beste is None or beste > til:
        return ()
    return tuple(nr for nr, grad in grader.items() if grad == beste)


def _ordene(navn: str) -> list[str]:
    return norm(navn.split(",")[0].split("(")[0]).translate(_AKSENTER).split()


def _grad(navn: str, skrevet: Sequence[str]) -> Grad | None:
    hele = _ordene(navn)
    fornavn = _ordene(navn.split()[0]) if navn.split() else []
    if skrevet == hele:
        return Grad.HELE
    if skrevet == fornavn:
        return Grad.FORNAVN
    if len(skrevet) > 1 and skrevet[0] == hele[0] and _i_rekkefoelge(skrevet, hele):
        return Grad.MER
    etternavn = [_ordene(" ".join(navn.split()[at:])) for at in range(1, len(navn.split()))]
    etternavn += [_ordene(ett) for ett in navn.split()[2:-1]]
    return Grad.DEL if skrevet == fornavn[:1] or skrevet in etternavn else None


def _i_rekkefoelge(skrevet: Sequence[str], hele: Sequence[str]) -> bool:
    """Whether the words stand in the name in that order; the last may be an initial."""
    igjen = iter(hele)
    foerst, siste = skrevet[:-1], skrevet[-1]
    if not all(ordet in igjen for ordet in foerst):
        return False
    return any(ordet == siste or (len(siste) == 1 and ordet.startswith(siste)) for ordet in igjen)
