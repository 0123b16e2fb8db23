"""Names in a referat that are in no list of the body's members: who might be a new one."""

from collections.abc import Iterator

from bot.domain.medlemsrad import rolle_av
from bot.domain.navn import nesten, norm
from bot.domain.organ import Medlem, Organ, Rolle
from bot.domain.referat import Deltaker, Referat

SITTER = frozenset({Rolle.MEDLEM, Rolle.OBSERVATOER, Rolle.BRUKERREPRESENTANT})
"""Roles a referat can give. «Leder» may be their job, and a role with rights is given by name."""
SKRIVER = frozenset({Rolle.SEKRETARIAT, Rolle.REFERENT})
"""Those who are there to write it down, and are offered as nothing."""


def nye_navn(organ: Organ, referat: Referat) -> list[Medlem]:
    """Those present or absent whom no row of the body has, as they would be stored: in the order of the
    referat, each once. One whose name is a member's with a slip, or with a name more or less in the
    middle, is that member.
    """
    kjente = [m.navn for m in organ.medlemmer]
    nye: dict[str, Medlem] = {}
    for deltaker in (*referat.tilstede, *referat.forfall):
        if deltaker.vara or not SKRIVER & set(_roller(deltaker.rolle or "")):
            _legg_til(nye, deltaker, kjente)
    return list(nye.values())


def _legg_til(nye: dict[str, Medlem], deltaker: Deltaker, kjente: list[str]) -> None:
    if _er_navn(deltaker.navn) and not any(_samme(deltaker.navn, navn) for navn in kjente):
        nye.setdefault(norm(deltaker.navn), _som_medlem(deltaker))


def _er_navn(navn: str) -> bool:
    """A given name and a family name: less is nobody in particular."""
    return len(norm(navn).split()) >= 2


def _samme(navn: str, kjent: str) -> bool:
    a, b = norm(navn).split(), norm(kjent).split()
    if len(a) >= 2 and len(b) >= 2 and (a[0], a[-1]) == (b[0], b[-1]):
        return True
    return a == b or nesten(navn, kjent)


def _som_medlem(deltaker: Deltaker) -> Medlem:
    rolle = _rolle(deltaker)
    return Medlem(
        deltaker.navn,
        rolle,
        deltaker.tilknytning[0] if deltaker.tilknytning else None,
        deltaker.vara_for if rolle is Rolle.VARA else None,
    )


def _rolle(deltaker: Deltaker) -> Rolle:
    """As it is written; a member where nothing is."""
    if deltaker.vara or deltaker.vara_for:
        return Rolle.VARA
    return next((r for r in _roller(deltaker.rolle or "") if r in SITTER), Rolle.MEDLEM)


def _roller(skrevet: str) -> Iterator[Rolle]:
    for ord_ in (skrevet, *skrevet.replace("/", ",").split(",")):
        rolle = rolle_av(ord_)
        if rolle is not None:
            yield rolle
