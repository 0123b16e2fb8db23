"""What is open from earlier møter, put under the saker of the next: by saksnr, else by title.

«Helseplattformen – status» in the new saksliste is «Status for Helseplattformen» of the last: the titles
have the same stems, but for words that every other title has.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain import saksnummer
from bot.domain.oppgave import Oppgave
from bot.domain.oppgaver import etter_frist
from bot.domain.register import Moetehode, Register
from bot.language.stammer import stem

SAA_GAMMELT = timedelta(days=365)
"""What older møter left open is not brought up again of itself: old papers were read in as they were."""
_ORD = re.compile(r"[\wæøå]+")
_TOMME = frozenset(
    {"status", "for", "om", "og", "i", "av", "til", "på", "med", "ved", "fra", "det", "den", "de", "en"}
    | {"et", "ei", "ein", "ny", "nye", "orientering", "sak", "saken", "saka", "oppfølging", "informasjon"}
    | {"drøfting", "videre", "vidare", "arbeid", "arbeidet"}
)
_FASTE = ("eventuelt", "godkjenn", "referat", "protokoll", "orienteringer", "orienteringar")
"""How titles begin of the saker that every møte has: one of them is not the next of its kind."""


@dataclass(frozen=True)
class Overfoering:
    """`under` holds, for each sak, what belongs under it; `resten` what belongs under none."""

    under: tuple[tuple[Oppgave, ...], ...]
    resten: tuple[Oppgave, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.resten) or any(self.under)


def overfoering(
    register: Register,
    hode: Moetehode,
    saker: Sequence[tuple[str | None, str]],
    aapne: Sequence[Oppgave],
) -> Overfoering:
    """Of the open oppgaver those of earlier møter; `saker` are the saksnr and title of each. Each oppgave
    stands once, under the first sak it fits; the earliest frist first.
    """
    under: list[list[Oppgave]] = [[] for _ in saker]
    resten: list[Oppgave] = []
    for oppgave in etter_frist(aapne):
        moete = register.hode(oppgave.moete_id)
        if moete is None or not _tidligere(moete, hode):
            continue
        plass = _plassen(oppgave, moete.dato, saker, hode.dato)
        (resten if plass is None else under[plass]).append(oppgave)
    return Overfoering(tuple(map(tuple, under)), tuple(resten))


def _tidligere(moete: Moetehode, hode: Moetehode) -> bool:
    return moete.id != hode.id and hode.dato - SAA_GAMMELT <= moete.dato <= hode.dato


def _plassen(oppgave: Oppgave, fra: date, saker: Sequence[tuple[str | None, str]], til: date) -> int | None:
    like = [
        n for n, (nr, _) in enumerate(saker) if nr and oppgave.sak and _samme(oppgave.sak, fra, nr, til)
    ]
    if not like:
        like = [n for n, (_, tittel) in enumerate(saker) if samme_tittel(oppgave.sak_tittel or "", tittel)]
    return like[0] if like else None


def _samme(nr: str, fra: date, annet: str, til: date) -> bool:
    """A number without a year begins anew with every møte, and says nothing."""
    a, b = saksnummer.parse(nr, fra.year), saksnummer.parse(annet, til.year)
    return a is not None and b is not None and a.aar is not None and a.key == b.key


def samme_sak(sak: tuple[str | None, str], annen: tuple[str | None, str], aar: int) -> bool:
    """Whether the two, as saksnr and title, are one sak; numbers are of møter about that year."""
    dag = date(aar, 1, 1)
    if sak[0] and annen[0] and _samme(sak[0], dag, annen[0], dag):
        return True
    return samme_tittel(sak[1], annen[1])


def samme_tittel(tittel: str, annen: str) -> bool:
    """Whether the two have the same words that say something, or one has all of the other's (two at
    least).
    """
    a, b = _stammer(tittel), _stammer(annen)
    if not a or not b or _fast(tittel) or _fast(annen):
        return False
    return a == b or (len(a & b) >= 2 and (a <= b or b <= a))


def _fast(tittel: str) -> bool:
    return tittel.casefold().strip().startswith(_FASTE)


def _stammer(tittel: str) -> frozenset[str]:
    ord_ = _ORD.findall(tittel.casefold())
    return frozenset(stem(o) for o in ord_ if o not in _TOMME and not o.isdigit())
