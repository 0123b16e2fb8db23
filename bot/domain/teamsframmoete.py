"""Who came into the meeting in Teams and left it, as lines of the møtebok that wait to be confirmed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time

from bot.domain.bokakt import Akt
from bot.domain.bokframmoete import teams_inn, teams_ut
from bot.domain.boklesing import les
from bot.domain.bokstand import Bokstand
from bot.domain.frammoete import Hvem
from bot.domain.moetebok import Foering

_MERKE = re.compile(r"\s*\((?:gjest|guest|ekstern|external|uverifisert|unverified)\)\s*$", re.IGNORECASE)


@dataclass(frozen=True)
class Bevegelse:
    """Somebody came (`inne`) or went, by the Oslo clock; None: they were there when the møte began."""

    hvem: Hvem
    klokke: time | None
    inne: bool


def navnet(vist: str) -> str:
    """Without what Teams puts behind the name of who is from outside («Ola Vik (Gjest)»); empty for one
    who rings in and is told by a number.
    """
    navn = _MERKE.sub("", " ".join(vist.split()))
    return navn if any(tegn.isalpha() for tegn in navn) else ""


def teamslinjer(
    linjer: Sequence[Foering], stand: Bokstand, akt: Akt, bevegelser: Sequence[Bevegelse]
) -> tuple[Foering, ...]:
    """What to note, none where it changes nothing; `stand` is the fold of `linjer`, which is the whole log.
    Nobody is taken for present by it: the referent confirms.
    """
    nye: list[Foering] = []
    for bevegelse in bevegelser:
        rett = teams_inn if bevegelse.inne else teams_ut
        naa = les([*linjer, *nye], stand) if nye else stand
        nye += rett(naa, akt, bevegelse.hvem, bevegelse.klokke)
    return tuple(nye)
