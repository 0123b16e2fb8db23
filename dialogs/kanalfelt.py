"""What stands on the card of a channel's settings, taken out of the data of its button."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import time
from typing import Any

from bot.cards.kanalinnstillinger import BRYTERE, DIGEST, HOERER, INGEN, KLOKKE, PAAMINNELSE, PREFIKS
from bot.domain.kanaloensker import Digesttid, Kanaloensker
from bot.domain.oenskekodek import MAKS_DAGER
from dialogs.slots import UgyldigKnapp


def utfylt(data: Mapping[str, Any], foer: Kanaloensker, andre: Collection[int]) -> Kanaloensker:
    """A field that is not there (an older card) is as it was shown. `andre`: the bodies there are to hear
    from. Raises UgyldigKnapp.
    """
    felt = {navn: _tekst(verdi) for navn, verdi in data.items() if navn.startswith(PREFIKS)}
    brytere = {s.value: _bryter(felt[PREFIKS + s.value]) for s in BRYTERE if PREFIKS + s.value in felt}
    paaminnelse = _tall(felt[PAAMINNELSE], 1, MAKS_DAGER) if PAAMINNELSE in felt else foer.paaminnelse
    hoerer_fra = _organer(felt[HOERER], andre) if HOERER in felt else foer.hoerer_fra
    return replace(
        foer, **brytere, paaminnelse=paaminnelse, digest=_digest(felt, foer), hoerer_fra=hoerer_fra
    )


def _digest(felt: Mapping[str, str], foer: Kanaloensker) -> Digesttid | None:
    ukedag = foer.digest.ukedag if foer.digest else None
    klokke = (foer.digest or Digesttid()).klokke
    if DIGEST in felt:
        ukedag = _tall(felt[DIGEST], 0, 6)
    if felt.get(KLOKKE):
        klokke = _klokke(felt[KLOKKE])
    return None if ukedag is None else Digesttid(ukedag, klokke)


def _tekst(verdi: object) -> str:
    if not isinstance(verdi, str | None):
        raise UgyldigKnapp
    return verdi or ""


def _bryter(verdi: str) -> bool:
    if verdi not in ("true", "false"):
        raise UgyldigKnapp
    return verdi == "true"


def _tall(verdi: str, minst: int, hoeyst: int) -> int | None:
    """None for «ingen»."""
    if verdi in ("", INGEN):
        return None
    if not (verdi.isascii() and verdi.isdecimal() and len(verdi) < 3 and minst <= int(verdi) <= hoeyst):
        raise UgyldigKnapp
    return int(verdi)


def _klokke(verdi: str) -> time:
    try:
        klokke = time.fromisoformat(verdi)
    except ValueError as feil:
        raise UgyldigKnapp from feil
    if klokke.tzinfo is not None:
        raise UgyldigKnapp
    return klokke.replace(second=0, microsecond=0)


def _organer(verdi: str, andre: Collection[int]) -> tuple[int, ...]:
    kjente = {str(organ_id): organ_id for organ_id in andre}
    valgte = [v for v in verdi.split(",") if v]
    if not kjente.keys() >= set(valgte):
        raise UgyldigKnapp
    return tuple(sorted({kjente[v] for v in valgte}))
