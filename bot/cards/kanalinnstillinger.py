"""What a channel gets of one body: read by all, and set by the sekretariat on the same card.

What is filled in comes back in the data of the button, as text, under the names that begin with `PREFIKS`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time
from typing import Any

from bot.cards.element import Element, overskrift, tekstblokk
from bot.cards.melding import kort
from bot.cards.ord import stor
from bot.domain.conversation import Button
from bot.domain.kanaloensker import Digesttid, Kanaloensker, Kanalslag
from bot.language import skriv
from bot.turn import Message, Norsk

PREFIKS = "vil_"
PAAMINNELSE, DIGEST, KLOKKE, HOERER = "vil_paaminnelse", "vil_digest", "vil_klokke", "vil_hoerer_fra"
INGEN = "ingen"
BRYTERE = (
    Kanalslag.INNKALLING,
    Kanalslag.EVENTUELT,
    Kanalslag.SAMMENDRAG,
    Kanalslag.GODKJENT,
    Kanalslag.OPPGAVER,
)
DAGER = (1, 2, 3, 7)
KLOKKER = tuple(time(t) for t in range(7, 17))


@dataclass(frozen=True)
class Organvalg:
    """A body the week's digest may tell of."""

    navn: str
    id: int


@dataclass(frozen=True)
class Innstillinger:
    """`oensker` is what holds, `valgt` what stands in the fields (None: the same). `foerst` heads it.
    Without `lagre` it is only shown; `endres` tells then who can change it.
    """

    foerst: str
    oensker: Kanaloensker
    andre: Sequence[Organvalg] = ()
    lagre: Button | None = None
    valgt: Kanaloensker | None = None
    endres: str = ""


def innstillinger(norsk: Norsk, vist: Innstillinger) -> Message:
    linjer = [f"• {linje}" for linje in slik(norsk, vist.oensker, vist.andre)]
    if vist.lagre is None:
        kropp = [overskrift(vist.foerst), *map(tekstblokk, [*linjer, vist.endres])]
        return kort("\n".join([vist.foerst, *linjer, vist.endres]), kropp)
    hjelp = norsk.tekst("kanal.endre_slik")
    felter = _felter(norsk, vist.valgt or vist.oensker, vist.andre)
    samlet = "\n".join([vist.foerst, *linjer, hjelp])
    return kort(samlet, [overskrift(vist.foerst), *felter], [vist.lagre])


def slik(norsk: Norsk, oensker: Kanaloensker, andre: Sequence[Organvalg]) -> list[str]:
    """«Innkallinger: ja», one line for each kind."""
    par = [
        *((slag, _ja_nei(norsk, slag in paa(oensker))) for slag in BRYTERE),
        (Kanalslag.PAAMINNELSE, paaminnelse(norsk, oensker.paaminnelse)),
        (Kanalslag.DIGEST, _digest(norsk, oensker, andre)),
    ]
    return [f"{stor(slagnavn(norsk, slag))}: {verdi}" for slag, verdi in par]


def slagnavn(norsk: Norsk, slag: Kanalslag) -> str:
    """«saker til eventuelt»."""
    return norsk.tekst(f"kanal.slag.{slag.value}")


def paa(oensker: Kanaloensker) -> frozenset[Kanalslag]:
    """Those of `BRYTERE` that are wanted."""
    return frozenset(slag for slag in BRYTERE if oensker.vil_ha(slag))


def paaminnelse(norsk: Norsk, dager: int | None) -> str:
    return norsk.tekst("kanal.ingen") if dager is None else norsk.tekst("kanal.dager_foer", antall=dager)


def naar(norsk: Norsk, tid: Digesttid) -> str:
    """«mandager kl. 08.00»."""
    dag = norsk.tekst(f"kanal.dag.{tid.ukedag}")
    return norsk.tekst("kanal.dag_og_klokke", dag=dag, klokke=skriv.klokke(tid.klokke))


def _digest(norsk: Norsk, oensker: Kanaloensker, andre: Sequence[Organvalg]) -> str:
    if oensker.digest is None:
        return norsk.tekst("kanal.ingen")
    tid, navn = naar(norsk, oensker.digest), [o.navn for o in andre if o.id in oensker.hoerer_fra]
    return norsk.tekst("kanal.ogsaa_fra", tid=tid, organer=skriv.liste(navn)) if navn else tid


def _ja_nei(norsk: Norsk, verdi: bool) -> str:
    return norsk.tekst("kanal.paa" if verdi else "kanal.av")


def _felter(norsk: Norsk, valgt: Kanaloensker, andre: Sequence[Organvalg]) -> list[Element]:
    felter = [_bryter(norsk, slag, slag in paa(valgt)) for slag in BRYTERE]
    felter += [
        _velg(
            PAAMINNELSE, stor(slagnavn(norsk, Kanalslag.PAAMINNELSE)), _dagvalg(norsk, valgt), _dager(valgt)
        ),
        _velg(DIGEST, stor(slagnavn(norsk, Kanalslag.DIGEST)), _ukedager(norsk), _ukedag(valgt)),
        _velg(KLOKKE, norsk.tekst("kanal.klokke"), _klokker(valgt), f"{_tid(valgt).klokke:%H:%M}"),
    ]
    if andre:
        organer = [(o.navn, str(o.id)) for o in andre]
        valgte = ",".join(str(o.id) for o in andre if o.id in valgt.hoerer_fra)
        felter.append(_velg(HOERER, norsk.tekst("kanal.hoerer_fra"), organer, valgte, flere=True))
    return felter


def _bryter(norsk: Norsk, slag: Kanalslag, verdi: bool) -> Element:
    return {
        "type": "Input.Toggle",
        "id": PREFIKS + slag.value,
        "label": stor(slagnavn(norsk, slag)),
        "title": norsk.tekst(f"kanal.om.{slag.value}"),
        "value": "true" if verdi else "false",
        "wrap": True,
    }


def _velg(
    id_: str, navn: str, valg: Sequence[tuple[str, str]], verdi: str, *, flere: bool = False
) -> Element:
    felt: dict[str, Any] = {
        "type": "Input.ChoiceSet",
        "id": id_,
        "label": navn,
        "style": "expanded" if flere else "compact",
        "wrap": True,
        "choices": [{"title": tittel, "value": v} for tittel, v in valg],
    }
    return {**felt, **({"isMultiSelect": True} if flere else {}), **({"value": verdi} if verdi else {})}


def _dagvalg(norsk: Norsk, valgt: Kanaloensker) -> list[tuple[str, str]]:
    """With the one that holds, where it was set by a line."""
    dager = sorted({*DAGER, *([valgt.paaminnelse] if valgt.paaminnelse else [])})
    ingen = (stor(norsk.tekst("kanal.ingen")), INGEN)
    return [ingen, *((stor(paaminnelse(norsk, d)), str(d)) for d in dager)]


def _dager(valgt: Kanaloensker) -> str:
    return INGEN if valgt.paaminnelse is None else str(valgt.paaminnelse)


def _ukedager(norsk: Norsk) -> list[tuple[str, str]]:
    dager = [(stor(norsk.tekst(f"kanal.dag.{d}")), str(d)) for d in range(7)]
    return [(stor(norsk.tekst("kanal.ingen")), INGEN), *dager]


def _ukedag(valgt: Kanaloensker) -> str:
    return INGEN if valgt.digest is None else str(valgt.digest.ukedag)


def _tid(valgt: Kanaloensker) -> Digesttid:
    return valgt.digest or Digesttid()


def _klokker(valgt: Kanaloensker) -> list[tuple[str, str]]:
    alle = sorted({*KLOKKER, _tid(valgt).klokke})
    return [(skriv.klokke(k), f"{k:%H:%M}") for k in alle]
