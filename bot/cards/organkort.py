"""What a body is, as a form for the sekretariat: its names with their dates, and how it works.

What is filled in comes back in the data of the button, as text, under the names of `FELT`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.cards.element import Element, fakta, mellomtittel, overskrift, tekstblokk
from bot.cards.melding import kort
from bot.cards.ord import stor
from bot.domain.conversation import Button
from bot.domain.organ import Navneslag, Organ, Organnavn
from bot.domain.organrad import BRYTERE, INNSTILLINGER
from bot.turn import Message, Norsk

PREFIKS = "felt_"
NAVN, KORT, FRA, VEDTAK = "felt_navn", "felt_kort", "felt_fra", "felt_vedtak"
MAKS_NAVN = 120


@dataclass(frozen=True)
class Organskjema:
    """`foerst` heads it, or says what was stored or wrong. `fylt` is what had been filled in, where it
    is shown again.
    """

    organ: Organ
    foerst: str
    lagre: Button
    fylt: Mapping[str, str] = field(default_factory=dict)


def organkort(norsk: Norsk, skjema: Organskjema) -> Message:
    organ = skjema.organ
    navn = [(norsk.tekst(f"navneslag.{n.slag.value}"), navnelinje(norsk, n)) for n in _sortert(organ)]
    verdier = {felt: _vist(getattr(organ, felt)) for felt in INNSTILLINGER}
    kropp: list[Element] = [
        overskrift(skjema.foerst),
        *fakta(navn),
        mellomtittel(norsk.tekst("organkort.slik")),
        *(_tall(norsk, felt, skjema.fylt.get(PREFIKS + felt, verdi)) for felt, verdi in verdier.items()),
        *(_bryter(norsk, felt, skjema.fylt.get(PREFIKS + felt, _av_paa(organ, felt))) for felt in BRYTERE),
        mellomtittel(norsk.tekst("organkort.nytt_navn")),
        tekstblokk(norsk.tekst("organkort.nytt_navn_hjelp"), dempet=True, liten=True),
        *_navnefelt(norsk, skjema.fylt),
    ]
    linjer = [
        skjema.foerst,
        *(f"{slag}: {linje}" for slag, linje in navn),
        *(
            f"{stor(norsk.tekst(f'felt.{felt}'))}: {v or norsk.tekst('felt.tom')}"
            for felt, v in verdier.items()
        ),
        *(
            f"{stor(norsk.tekst(f'felt.{felt}'))}: {norsk.tekst(f'felt.{_av_paa(organ, felt)}')}"
            for felt in BRYTERE
        ),
        norsk.tekst("organkort.bare_kort"),
    ]
    return kort("\n".join(linjer), kropp, [skjema.lagre], uttale=skjema.foerst)


def navnelinje(norsk: Norsk, navn: Organnavn) -> str:
    """«Strategisk samarbeidsutvalg (fra 01.01.2026, vedtak ASU 12/25)»."""
    ledd = [
        norsk.tekst("medlem.fra", dato=f"{navn.fra:%d.%m.%Y}") if navn.fra else "",
        norsk.tekst("medlem.til", dato=f"{navn.til:%d.%m.%Y}") if navn.til else "",
        norsk.tekst("organkort.vedtak", vedtak=navn.vedtak) if navn.vedtak else "",
    ]
    om = ", ".join(del_ for del_ in ledd if del_)
    return f"{navn.navn} ({om})" if om else navn.navn


def _sortert(organ: Organ) -> list[Organnavn]:
    return sorted(organ.navneliste, key=lambda n: (list(Navneslag).index(n.slag), str(n.fra or "")))


def _vist(verdi: int | None) -> str:
    return "" if verdi is None else str(verdi)


def _tall(norsk: Norsk, felt: str, verdi: str) -> Element:
    minst, hoeyst = INNSTILLINGER[felt]
    tallet = {"value": int(verdi)} if verdi.isdecimal() else {}
    return {
        "type": "Input.Number",
        "id": PREFIKS + felt,
        "label": norsk.tekst(f"organkort.{felt}"),
        "min": minst,
        "max": hoeyst,
        **tallet,
    }


def _av_paa(organ: Organ, felt: str) -> str:
    return "true" if getattr(organ, felt) else "false"


def _bryter(norsk: Norsk, felt: str, verdi: str) -> Element:
    return {
        "type": "Input.Toggle",
        "id": PREFIKS + felt,
        "label": stor(norsk.tekst(f"felt.{felt}")),
        "title": norsk.tekst(f"organkort.{felt}"),
        "value": verdi,
        "wrap": True,
    }


def _navnefelt(norsk: Norsk, fylt: Mapping[str, str]) -> list[dict[str, Any]]:
    return [
        _tekst(NAVN, norsk.tekst("organkort.navn"), fylt),
        _tekst(KORT, norsk.tekst("organkort.kort"), fylt),
        {"type": "Input.Date", "id": FRA, "label": norsk.tekst("organkort.fra"), **_verdi(FRA, fylt)},
        _tekst(VEDTAK, norsk.tekst("organkort.vedtaket"), fylt),
    ]


def _tekst(id_: str, navn: str, fylt: Mapping[str, str]) -> dict[str, Any]:
    return {"type": "Input.Text", "id": id_, "label": navn, "maxLength": MAKS_NAVN, **_verdi(id_, fylt)}


def _verdi(id_: str, fylt: Mapping[str, str]) -> dict[str, str]:
    return {"value": fylt[id_]} if fylt.get(id_) else {}
