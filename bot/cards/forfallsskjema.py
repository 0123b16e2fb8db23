"""The form for forfall: which møter, and who comes instead."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.cards.element import Element, overskrift, tekstblokk
from bot.cards.melding import kort
from bot.domain.conversation import Button
from bot.turn import Message, Norsk

MOETER, VARA = "forfall_moeter", "forfall_vara"
"""The ids of the inputs: what comes back stands under these in the button's data."""
INGEN = "ingen"


@dataclass(frozen=True)
class Valg:
    """A choice: what is shown, and what comes back."""

    tittel: str
    verdi: str


@dataclass(frozen=True)
class Skjema:
    """`valgte` and `vara` are what was filled in before; `feil` what was wrong with it."""

    moeter: Sequence[Valg]
    varaer: Sequence[Valg]
    send: Button
    valgte: tuple[str, ...] = ()
    vara: str = INGEN
    feil: str = ""


def forfallsskjema(norsk: Norsk, skjema: Skjema) -> Message:
    """In the text are also the møter, for those who see no card."""
    foerst = norsk.tekst("forfallsskjema.foerst")
    etter = norsk.tekst("forfall.ikke_grunn")
    kropp: list[Element] = [
        overskrift(foerst),
        *([tekstblokk(skjema.feil, fet=True)] if skjema.feil else []),
        _valg(
            MOETER, norsk.tekst("forfallsskjema.moeter"), skjema.moeter, ",".join(skjema.valgte), flere=True
        ),
    ]
    if skjema.varaer:
        alle = [*skjema.varaer, Valg(norsk.tekst("forfallsskjema.ingen"), INGEN)]
        kropp.append(_valg(VARA, norsk.tekst("forfallsskjema.vara"), alle, skjema.vara))
    kropp.append(tekstblokk(etter))
    linjer = [*([skjema.feil] if skjema.feil else []), foerst, *(f"• {m.tittel}" for m in skjema.moeter)]
    samlet = "\n".join([*linjer, norsk.tekst("forfallsskjema.ellers"), etter])
    return kort(samlet, kropp, [skjema.send], uttale=skjema.feil or foerst)


def _valg(id_: str, navn: str, valg: Sequence[Valg], verdi: str, *, flere: bool = False) -> Element:
    return {
        "type": "Input.ChoiceSet",
        "id": id_,
        "label": navn,
        "style": "expanded",
        "wrap": True,
        "isMultiSelect": flere,
        "choices": [{"title": v.tittel, "value": v.verdi} for v in valg],
        **({"value": verdi} if verdi else {}),
    }
