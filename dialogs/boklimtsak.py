"""Which sak the lines of a pasted note belong to: the headings of the note, and what is asked where one
of them is not on the saksliste.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.cards.ord import sakstittel
from bot.domain.bokfeil import FlereSaker, IngenEventuelt, IngenSakAapen, SakFinnesIkke
from bot.domain.boksaker import den_aapne, eventuelt, finn_sak
from bot.domain.bokstand import Boksak, Boksakslag
from bot.domain.navn import norm
from bot.turn import Meaning, Reply, SakRef, Turn
from dialogs import bokkladd
from dialogs.bok import si_fra
from dialogs.bokfoer import Bok
from dialogs.slots import UgyldigKnapp
from dialogs.svar import spoer
from dialogs.tjenester import Tjenester

TITTEL = "tittel"
"""Of a kept line: it stood behind the number of a sak, and may be the title of it."""
HOERER = "hoerer"
"""Of a kept note: the sak that was chosen for each heading that is not on the saksliste."""
EVENTUELT = "eventuelt"
_TEMA = re.compile(r"^(?:tema|emne)\s*:\s*", re.IGNORECASE)
_ORD = re.compile(r"[^\W_]+")
_SMAA = frozenset({"v", "ved", "og", "tema"})


class UkjentOverskrift(Exception):
    """A line belongs to no sak of the saksliste, or to one of several; `navn` is how the note names it,
    empty where it names none.
    """

    def __init__(self, navn: str) -> None:
        super().__init__()
        self.navn = navn


def er_overskrift(linje: Mapping[str, Any], mening: Meaning, bok: Bok) -> bool:
    """What stands behind the number is the title of that sak, or part of it, and no point."""
    skrevet = linje.get(TITTEL)
    if not isinstance(skrevet, str) or mening.slots.sak is None:
        return False
    try:
        sak = finn_sak(bok.stand, mening.slots.sak, bok.hode.dato.year)
    except (SakFinnesIkke, FlereSaker):
        return False
    return _ordene(_TEMA.sub("", skrevet)) <= _ordene(f"{sak.tittel} {sak.ansvarlig or ''}") | _SMAA


def _ordene(tekst: str) -> set[str]:
    return set(_ORD.findall(norm(tekst)))


def med_sak(mening: Meaning, bok: Bok, hoerer: Mapping[str, Any]) -> Meaning:
    """With the key of the sak it belongs to. Raises UkjentOverskrift."""
    try:
        return _med_key(mening, _saken(mening, bok).key)
    except (SakFinnesIkke, FlereSaker, IngenEventuelt, IngenSakAapen) as feil:
        navn = _navnet(mening)
        if navn not in hoerer:
            raise UkjentOverskrift(navn) from feil
        key = hoerer[navn]
    if not any(s.key == key for s in bok.stand.saker):
        raise UgyldigKnapp
    return _med_key(mening, key)


def _saken(mening: Meaning, bok: Bok) -> Boksak:
    if mening.slots.sak is not None:
        return finn_sak(bok.stand, mening.slots.sak, bok.hode.dato.year)
    return eventuelt(bok.stand) if mening.slots.extra.get(EVENTUELT) is True else den_aapne(bok.stand)


def _med_key(mening: Meaning, key: int) -> Meaning:
    return replace(mening, slots=replace(mening.slots, extra={**mening.slots.extra, "key": key}))


def _navnet(mening: Meaning) -> str:
    if mening.slots.extra.get(EVENTUELT) is True:
        return EVENTUELT
    return _skrevet(mening.slots.sak) if mening.slots.sak else ""


def _skrevet(sak: SakRef) -> str:
    """«77/24», «77», or the words it was called by."""
    if sak.nummer is None:
        return sak.emne or str(sak.plass or "")
    return f"{sak.nummer:02d}/{sak.aar % 100:02d}" if sak.aar else str(sak.nummer)


def hoerer_i(meaning: Meaning) -> Mapping[str, Any]:
    """What was chosen so far. Raises UgyldigKnapp."""
    valgt = meaning.slots.extra.get(HOERER, {})
    if not isinstance(valgt, dict):
        raise UgyldigKnapp
    return valgt


async def spoer_hvor(
    turn: Turn, meaning: Meaning, bok: Bok, navn: str, tjenester: Tjenester
) -> list[Reply]:
    """The whole note is kept while it is asked which sak those lines belong to."""
    saker = [s for s in bok.stand.saker if s.slag is not Boksakslag.AVSLUTNING]
    if not saker:
        return si_fra(turn, turn.norsk.tekst("foering.ingen_saker"))
    kladd = await bokkladd.legg(turn, tjenester, meaning)
    valgt = hoerer_i(meaning)
    knapper = [
        bokkladd.valg(
            sakstittel(s.saksnr, s.tittel), kladd, bok=turn.bok_id, **{HOERER: {**valgt, navn: s.key}}
        )
        for s in saker
    ]
    knapper.append(bokkladd.forkast(turn.norsk.tekst("foering.knapp_forkast"), kladd))
    return spoer(turn, _spoersmaal(turn, navn), knapper)


def _spoersmaal(turn: Turn, navn: str) -> str:
    if navn == EVENTUELT:
        return turn.norsk.tekst("foering.limt_uten_eventuelt")
    key = "foering.limt_ukjent_sak" if navn else "foering.limt_uten_sak"
    return turn.norsk.tekst(key, **({"sak": navn} if navn else {}))
