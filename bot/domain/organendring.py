"""Changing what a body is called from a day on, and how it works."""

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, replace
from datetime import date, timedelta
from hashlib import sha256

from bot.domain.errors import Refusal
from bot.domain.navn import likt
from bot.domain.organ import Navneslag, Organ, Organnavn
from bot.domain.organimport import overlapp


class NavnSamtidig(Refusal):
    """Another name of the kind would hold on the same day, and is not one that can just be ended."""

    def __init__(self, en: str, annen: str) -> None:
        super().__init__(en, annen)
        self.en, self.annen = en, annen


class SammeNavn(Refusal):
    """That is what it is called already."""

    def __init__(self, navn: str) -> None:
        super().__init__(navn)
        self.navn = navn


@dataclass(frozen=True)
class Navnebytte:
    """New names from `fra` on; "" keeps the one it has. `vedtak` is what decided it."""

    navn: str
    kort: str
    fra: date
    vedtak: str | None = None


def bytt_navn(organ: Organ, bytte: Navnebytte) -> Organ:
    """The body with its new names; those they take over for end the day before. Raises SammeNavn and
    NavnSamtidig.
    """
    etter = deepcopy(organ)
    for slag, navn in ((Navneslag.NAVN, bytte.navn), (Navneslag.KORT, bytte.kort)):
        if navn:
            _bytt(etter, slag, navn, bytte)
    par = overlapp(etter.navneliste)
    if par:
        raise NavnSamtidig(par[0].navn, par[1].navn)
    return etter


def _bytt(organ: Organ, slag: Navneslag, navn: str, bytte: Navnebytte) -> None:
    for gammelt in organ.navneliste:
        if gammelt.slag is slag and gammelt.gjelder(bytte.fra):
            if likt(gammelt.navn, navn):
                raise SammeNavn(gammelt.navn)
            # A name that would have held from that very day never came to hold.
            if gammelt.fra is None or gammelt.fra < bytte.fra:
                gammelt.til = bytte.fra - timedelta(days=1)
    organ.navneliste.append(Organnavn(navn, slag, bytte.fra, None, bytte.vedtak))


def innstill(organ: Organ, verdier: Mapping[str, int | None]) -> Organ:
    """`verdier` by the names of `organrad.INNSTILLINGER` and `BRYTERE`."""
    return replace(organ, **verdier)  # type: ignore[arg-type]


def grunnlag(organ: Organ) -> str:
    """Equal as long as nobody has changed the names or the settings."""
    felt = (
        organ.navneliste,
        organ.frist_dager,
        organ.quorum,
        organ.varafrist_timer,
        organ.paaminnelse_dager,
        organ.merknadsfrist_dager,
        organ.godkjenn_ved_taushet,
        organ.vurderingsskjema,
    )
    return sha256(repr(felt).encode()).hexdigest()[:16]
