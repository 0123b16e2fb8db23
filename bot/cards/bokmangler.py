"""What the referat still lacks when the møte is closed, each with a button; and the small forms behind."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.cards.element import Element, overskrift, tekstblokk, tett
from bot.cards.melding import kort, utfoer
from bot.cards.moete import saa_mye_som_faar_plass
from bot.domain.conversation import Button
from bot.turn import Message, Norsk

TEKST, NAVN, FRIST = "tekst", "navn", "fra_dag"
"""Under these the fields come back in the data of the button."""
ROM = 4200
"""A field takes a little more than what is allowed, so that what is too long is told and not cut."""


@dataclass(frozen=True)
class Mangel:
    """One thing that is missing, in words, and what mends it."""

    tekst: str
    knapp: Button | None = None


def mangelkort(
    norsk: Norsk, foerst: str, mangler: Sequence[Mangel], etterord: str, knapper: Sequence[Button]
) -> Message:
    """`foerst` says that it is closed, `etterord` what is to be done now."""

    def bygg(antall: int) -> Message:
        vist, rest = mangler[:antall], len(mangler) - antall
        kropp: list[Element] = [overskrift(foerst)]
        for mangel in vist:
            kropp += _rad(mangel)
        slutt = [norsk.tekst("liste.flere", antall=rest)] if rest > 0 else []
        slutt += [etterord] if etterord else []
        linjer = [foerst, *(f"• {m.tekst}" for m in vist), *slutt]
        melding = kort("\n".join(linjer), [*kropp, *map(tekstblokk, slutt)], knapper, uttale=foerst)
        trykk = tuple(m.knapp for m in vist if m.knapp)
        return Message(melding.text, melding.card, (*trykk, *melding.buttons))

    return saa_mye_som_faar_plass(bygg, len(mangler))


def _rad(mangel: Mangel) -> list[Element]:
    elementer = [tekstblokk(f"• {mangel.tekst}")]
    if mangel.knapp:
        handling = {"type": "ActionSet", "spacing": "Small", "actions": [utfoer(mangel.knapp)]}
        elementer.append(tett(handling))
    return elementer


def tekstskjema(spoersmaal: str, etikett: str, send: Button, verdi: str = "") -> Message:
    """A field for some lines of text."""
    felt = {
        **_felt("Input.Text", TEKST, etikett),
        "isMultiline": True,
        "maxLength": ROM,
        "value": verdi,
    }
    return _skjema(spoersmaal, felt, send)


def navneskjema(spoersmaal: str, etikett: str, send: Button) -> Message:
    return _skjema(spoersmaal, {**_felt("Input.Text", NAVN, etikett), "maxLength": 200}, send)


def datoskjema(spoersmaal: str, etikett: str, send: Button) -> Message:
    return _skjema(spoersmaal, _felt("Input.Date", FRIST, etikett), send)


def _skjema(spoersmaal: str, felt: Element, send: Button) -> Message:
    return kort(spoersmaal, [overskrift(spoersmaal), felt], [send])


def _felt(slag: str, navn: str, etikett: str) -> Element:
    return {"type": slag, "id": navn, "label": etikett}
