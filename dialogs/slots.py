"""Slots in a button's data and out again, so that a pressed button needs no memory.

What comes back from a card may be anything: a value of the wrong kind raises UgyldigKnapp.
"""

from datetime import date
from typing import Any

from bot.domain.conversation import Button
from bot.domain.errors import Refusal
from bot.turn import Aspect, Meaning, Period, SakRef, Slots

VIS_FOERST = "vis_foerst"
"""A button with this is no yes yet: what it writes is shown first."""
KJENTE = frozenset(
    {
        VIS_FOERST,
        "organ",
        "organer",
        "moete",
        "aspect",
        "fra_dag",
        "til_dag",
        "person",
        "emne",
        "sak_nr",
        "sak_aar",
        "sak_plass",
        "sak_emne",
    }
)


class UgyldigKnapp(Refusal):
    """The data of the button is not what this program puts into one."""


def til_data(slots: Slots) -> dict[str, Any]:
    """What is None is left out; what a line doubted or did not know is not kept."""
    sak = slots.sak or SakRef()
    period = slots.period or Period(None, None)
    data = {
        "organ": slots.organ_ids[0] if len(slots.organ_ids) == 1 else None,
        "organer": list(slots.organ_ids) if len(slots.organ_ids) > 1 else None,
        "moete": slots.moete_id,
        "aspect": slots.aspect.value if slots.aspect is not Aspect.ALT else None,
        "fra_dag": period.fra.isoformat() if period.fra else None,
        "til_dag": period.til.isoformat() if period.til else None,
        "person": slots.person,
        "emne": slots.emne,
        "sak_nr": sak.nummer,
        "sak_aar": sak.aar,
        "sak_plass": sak.plass,
        "sak_emne": sak.emne,
        **slots.extra,
    }
    return {navn: verdi for navn, verdi in data.items() if verdi is not None}


def videre(label: str, meaning: Meaning, slots: Slots) -> Button:
    """A button that goes on with the same meaning, where this is what it names."""
    vis_foerst = {} if meaning.strict else {VIS_FOERST: True}
    return Button(label, meaning.intent, {**til_data(slots), **vis_foerst})


def betydning(button: Button) -> Meaning:
    """A press means what its verb says, for sure."""
    strict = button.data.get(VIS_FOERST) is not True
    return Meaning(button.verb, sure=True, slots=fra_data(button.data), strict=strict)


def fra_data(data: dict[str, Any]) -> Slots:
    return Slots(
        organ_ids=_organer(data),
        moete_id=_tall(data, "moete"),
        sak=_sak(data),
        aspect=_aspect(data),
        period=_periode(data),
        person=_tekst(data, "person"),
        emne=_tekst(data, "emne"),
        extra={navn: verdi for navn, verdi in data.items() if navn not in KJENTE},
    )


def tall(slots: Slots, navn: str) -> int | None:
    """A number a button carries besides the known slots. Raises UgyldigKnapp."""
    return _tall(slots.extra, navn)


def ord_(slots: Slots, navn: str) -> str | None:
    """A word a button carries besides the known slots. Raises UgyldigKnapp."""
    return _tekst(slots.extra, navn)


def _organer(data: dict[str, Any]) -> tuple[int, ...]:
    flere = data.get("organer")
    if flere is None:
        organ = _tall(data, "organ")
        return () if organ is None else (organ,)
    if not isinstance(flere, list):
        raise UgyldigKnapp
    return tuple(o for o in (_tall({"organ": ett}, "organ") for ett in flere) if o is not None)


def _sak(data: dict[str, Any]) -> SakRef | None:
    sak = SakRef(
        _tall(data, "sak_nr"), _tall(data, "sak_aar"), _tall(data, "sak_plass"), _tekst(data, "sak_emne")
    )
    return None if sak == SakRef() else sak


def _periode(data: dict[str, Any]) -> Period | None:
    fra, til = _dag(data, "fra_dag"), _dag(data, "til_dag")
    return Period(fra, til) if fra or til else None


def _aspect(data: dict[str, Any]) -> Aspect:
    verdi = _tekst(data, "aspect")
    try:
        return Aspect(verdi) if verdi else Aspect.ALT
    except ValueError as feil:
        raise UgyldigKnapp from feil


def _dag(data: dict[str, Any], navn: str) -> date | None:
    verdi = _tekst(data, navn)
    try:
        return date.fromisoformat(verdi) if verdi else None
    except ValueError as feil:
        raise UgyldigKnapp from feil


def _tall(data: dict[str, Any], navn: str) -> int | None:
    verdi = data.get(navn)
    if verdi is None or (isinstance(verdi, int) and not isinstance(verdi, bool) and abs(verdi) < 2**31):
        return verdi
    raise UgyldigKnapp


def _tekst(data: dict[str, Any], navn: str) -> str | None:
    verdi = data.get(navn)
    if verdi is None or isinstance(verdi, str):
        return verdi
    raise UgyldigKnapp
