"""What one row of a list of bodies says: its names with their dates, and how the body works."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from bot.domain.organ import Navneslag, Organnavn
from bot.domain.tabell import Radfeil, Tabellrad, les_dato, les_tall

NOEDVENDIGE = ("navn",)
INNSTILLINGER: Mapping[str, tuple[int, int]] = {
    "frist_dager": (0, 60),
    "quorum": (1, 99),
    "varafrist_timer": (1, 240),
    "paaminnelse_dager": (0, 30),
    "merknadsfrist_dager": (1, 60),
}
"""How a body works, and the least and most it may be."""
BRYTERE = ("godkjenn_ved_taushet", "vurderingsskjema")
"""How it works otherwise: on or off."""
INGEN: Mapping[str, int | None] = {"frist_dager": None, "quorum": None, "paaminnelse_dager": 0}
"""What «ingen» sets; a vara always has some time to answer."""
KOLONNER = (
    "helsefellesskap",
    "navn",
    "kort",
    "alias",
    "fra",
    "til",
    "frist_dager",
    "quorum",
    "vedtak",
    "varafrist_timer",
    "paaminnelse_dager",
    "merknadsfrist_dager",
    "godkjenn_ved_taushet",
    "vurderingsskjema",
)
_PAA = frozenset({"ja", "på", "x", "sann", "true", "1"})
_AV = frozenset({"nei", "av", "usann", "false", "0"})
_INGEN = frozenset({"ingen", "inga", "ikke", "ikkje", "-", "–", "aldri"})
SKILLE = "|"
"""Between several aliases in one cell: a name may have a comma in it."""


@dataclass
class LestOrganrad:
    """`datert`: which of `fra`, `til` and `vedtak` the file has columns for. `innstillinger` are those
    that are said (an empty cell says nothing).
    """

    nummer: int
    helsefellesskap: str
    navn: str
    navneliste: list[Organnavn] = field(default_factory=list)
    datert: frozenset[str] = frozenset()
    innstillinger: dict[str, int | bool | None] = field(default_factory=dict)
    feil: list[Radfeil] = field(default_factory=list)


def les_rad(rad: Tabellrad) -> LestOrganrad:
    felt = rad.felt
    lest = LestOrganrad(rad.nummer, felt.get("helsefellesskap", ""), felt["navn"])
    lest.datert = frozenset({"fra", "til", "vedtak"} & set(felt))
    if rad.for_mange:
        lest.feil.append(Radfeil("for_mange_celler", {}))
    if not lest.navn:
        lest.feil.append(Radfeil("tom", {"kolonne": "navn"}))
    fra, til = (_dato(lest, kolonne, felt.get(kolonne, "")) for kolonne in ("fra", "til"))
    if fra and til and fra > til:
        lest.feil.append(Radfeil("fra_etter_til", {}))
    lest.navneliste = [
        Organnavn(navn, slag, fra, til, felt.get("vedtak") or None) for slag, navn in _navn(felt)
    ]
    for kolonne in INNSTILLINGER:
        if felt.get(kolonne):
            _innstilling(lest, kolonne, felt[kolonne])
    for kolonne in BRYTERE:
        if felt.get(kolonne):
            _bryter(lest, kolonne, felt[kolonne])
    return lest


def _navn(felt: Mapping[str, str]) -> list[tuple[Navneslag, str]]:
    alias = [del_.strip() for del_ in felt.get("alias", "").split(SKILLE)]
    alle = [
        (Navneslag.NAVN, felt["navn"]),
        (Navneslag.KORT, felt.get("kort", "")),
        *((Navneslag.ALIAS, navn) for navn in alias),
    ]
    return [(slag, navn) for slag, navn in alle if navn]


def _dato(lest: LestOrganrad, kolonne: str, skrevet: str) -> date | None:
    dato = les_dato(skrevet) if skrevet else None
    if skrevet and dato is None:
        lest.feil.append(Radfeil(kolonne, {"skrevet": skrevet}))
    return dato


def _innstilling(lest: LestOrganrad, kolonne: str, skrevet: str) -> None:
    try:
        lest.innstillinger[kolonne] = les_innstilling(kolonne, skrevet)
    except ValueError:
        minst, hoeyst = INNSTILLINGER[kolonne]
        lest.feil.append(Radfeil(kolonne, {"skrevet": skrevet, "minst": str(minst), "hoeyst": str(hoeyst)}))


def _bryter(lest: LestOrganrad, kolonne: str, skrevet: str) -> None:
    if skrevet.casefold() in _PAA | _AV | _INGEN:
        lest.innstillinger[kolonne] = skrevet.casefold() in _PAA
    else:
        lest.feil.append(Radfeil("bryter", {"skrevet": skrevet, "kolonne": kolonne}))


def les_innstilling(kolonne: str, skrevet: str) -> int | None:
    """A number within the bounds, or «ingen» where that means something. Raises ValueError."""
    if skrevet.casefold() in _INGEN and kolonne in INGEN:
        return INGEN[kolonne]
    tall = les_tall(skrevet, *INNSTILLINGER[kolonne])
    if tall is None:
        raise ValueError(kolonne)
    return tall
