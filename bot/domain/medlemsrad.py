"""What one row of a list of members says, cell by cell: its values, and what is wrong with them."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.domain.navn import norm
from bot.domain.organ import Rolle, Side
from bot.domain.tabell import Radfeil, Tabellrad, les_dato, les_tall

NOEDVENDIGE = ("organ", "navn")
PERSONENS = ("navn", "epost", "aad_id", "arbeidsgiver")
"""What is said of somebody wherever they sit; an empty cell changes nothing."""
PLASSENS = ("rolle", "representerer", "vara_for", "rekkefoelge", "sete", "side", "fra", "til")
"""What is said of them in this body."""
BEHOLDES = frozenset({*PERSONENS, "rolle", "fra"})
"""What an empty cell leaves as it was; the others are emptied by one."""
KOLONNER = (
    "organ",
    "navn",
    "rolle",
    "representerer",
    "vara_for",
    "rekkefoelge",
    "epost",
    "aad_id",
    "sete",
    "side",
    "arbeidsgiver",
    "fra",
    "til",
    "helsefellesskap",
)
MAKS_REKKE = 99
_EPOST = re.compile(r"[^@\s<>,;:\"()]+@[^@\s<>,;:\"()]+\.[^@\s<>,;:\"().]{2,}")
_GUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)

ROLLER: Mapping[str, Rolle] = {
    **{rolle.value: rolle for rolle in Rolle},
    "leiar": Rolle.LEDER,
    "utvalgsleder": Rolle.LEDER,
    "nestleiar": Rolle.NESTLEDER,
    "medlemmer": Rolle.MEDLEM,
    "fast medlem": Rolle.MEDLEM,
    "fast møtende": Rolle.MEDLEM,
    "varamedlem": Rolle.VARA,
    "vararepresentant": Rolle.VARA,
    "personlig vara": Rolle.VARA,
    "personleg vara": Rolle.VARA,
    "varamedlemmer": Rolle.VARA,
    "observatør": Rolle.OBSERVATOER,
    "brukarrepresentant": Rolle.BRUKERREPRESENTANT,
    "sekretær": Rolle.SEKRETARIAT,
    "sekretaer": Rolle.SEKRETARIAT,
    "utvalgssekretær": Rolle.SEKRETARIAT,
}
SIDER: Mapping[str, Side] = {
    **{side.value: side for side in Side},
    "kommune": Side.KOMMUNER,
    "kommunene": Side.KOMMUNER,
    "kommunane": Side.KOMMUNER,
    "foretak": Side.HELSEFORETAK,
    "helseforetaket": Side.HELSEFORETAK,
    "hf": Side.HELSEFORETAK,
    "sykehus": Side.HELSEFORETAK,
    "sjukehus": Side.HELSEFORETAK,
}


@dataclass
class LestRad:
    """`verdier` are those of the columns that are there and say something of a member (None: empty)."""

    nummer: int
    organ: str
    helsefellesskap: str
    navn: str
    verdier: dict[str, Any] = field(default_factory=dict)
    feil: list[Radfeil] = field(default_factory=list)


def les_rad(rad: Tabellrad) -> LestRad:
    felt = rad.felt
    lest = LestRad(rad.nummer, felt["organ"], felt.get("helsefellesskap", ""), felt["navn"])
    if rad.for_mange:
        lest.feil.append(Radfeil("for_mange_celler", {}))
    for kolonne in NOEDVENDIGE:
        if not felt[kolonne]:
            lest.feil.append(Radfeil("tom", {"kolonne": kolonne}))
    for kolonne in (*PERSONENS, *PLASSENS):
        if kolonne in felt and (felt[kolonne] or kolonne not in BEHOLDES):
            _les(lest, kolonne, felt[kolonne])
    return lest


def _les(lest: LestRad, kolonne: str, skrevet: str) -> None:
    verdi = _LESERE.get(kolonne, _ord)(skrevet) if skrevet else None
    if skrevet and verdi is None:
        lest.feil.append(Radfeil(kolonne, {"skrevet": skrevet}))
    else:
        lest.verdier[kolonne] = verdi


def _ord(skrevet: str) -> str:
    return skrevet


def rolle_av(skrevet: str) -> Rolle | None:
    """«Sekretær» is sekretariat, «varamedlem» vara; None for a word that is no role."""
    return ROLLER.get(" ".join(skrevet.casefold().split()))


def _side(skrevet: str) -> Side | None:
    return SIDER.get(norm(skrevet))


def _rekkefoelge(skrevet: str) -> int | None:
    return les_tall(skrevet.rstrip("."), 1, MAKS_REKKE)


def _epost(skrevet: str) -> str | None:
    return skrevet if _EPOST.fullmatch(skrevet) else None


def _aad_id(skrevet: str) -> str | None:
    return skrevet.lower() if _GUID.fullmatch(skrevet) else None


_LESERE: Mapping[str, Callable[[str], Any]] = {
    "rolle": rolle_av,
    "side": _side,
    "rekkefoelge": _rekkefoelge,
    "epost": _epost,
    "aad_id": _aad_id,
    "fra": les_dato,
    "til": les_dato,
}
