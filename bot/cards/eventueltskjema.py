"""The forms: to raise a sak, to change its wording, to say why one is declined.

What is filled in comes back in the data of the button, as text, under the names of `Felt`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.cards.element import Element, overskrift, tekstblokk
from bot.cards.melding import kort
from bot.domain.conversation import Button
from bot.domain.fritekst import BEGRUNNELSE_MAKS, TITTEL_MAKS
from bot.domain.saksinnhold import Innhold
from bot.turn import Message, Norsk

MOETE, TITTEL, BEGRUNNELSE = "skjema_moete", "skjema_tittel", "skjema_begrunnelse"
MINUTTER, VEDLEGG, SVAR = "skjema_minutter", "skjema_vedlegg", "skjema_svar"
ROM = 200
"""A field takes as much more than what is allowed, so that what is too long is told and not cut."""


@dataclass(frozen=True)
class Valg:
    """One place to raise it to: what it is called, and the id that comes back."""

    navn: str
    id: str


@dataclass(frozen=True)
class Skjema:
    """`foerst` heads it, `feil` is what was wrong with what was filled in. Without `steder` it is not
    asked where; `vedlegg`: also for attachments.
    """

    foerst: str
    send: Button
    steder: Sequence[Valg] = ()
    valgt: str = ""
    innhold: Innhold = field(default_factory=Innhold)
    feil: str = ""
    vedlegg: bool = False


def meldeskjema(norsk: Norsk, skjema: Skjema) -> Message:
    """For those who prefer a form to a line."""
    fylt = skjema.innhold
    kropp: list[Element] = [overskrift(skjema.foerst), *_feil(skjema.feil)]
    if skjema.steder:
        kropp.append(_valg(norsk.tekst("skjema.moete"), skjema.steder, skjema.valgt))
    kropp += [
        _felt(TITTEL, norsk.tekst("skjema.tittel"), fylt.tittel, TITTEL_MAKS),
        _felt(
            BEGRUNNELSE, norsk.tekst("skjema.begrunnelse"), fylt.begrunnelse, BEGRUNNELSE_MAKS, linjer=True
        ),
        _felt(MINUTTER, norsk.tekst("skjema.minutter"), fylt.minutter, 0),
    ]
    if skjema.vedlegg:
        kropp.append(
            _felt(VEDLEGG, norsk.tekst("skjema.vedlegg"), fylt.vedlegg, BEGRUNNELSE_MAKS, linjer=True)
        )
    samlet = "\n".join([*([skjema.feil] if skjema.feil else []), skjema.foerst, _ellers(norsk, skjema)])
    return kort(samlet, kropp, [skjema.send], uttale=skjema.feil or skjema.foerst)


def _ellers(norsk: Norsk, skjema: Skjema) -> str:
    return norsk.tekst("skjema.ellers_sak" if skjema.vedlegg else "skjema.ellers_eventuelt")


def endreskjema(norsk: Norsk, foerst: str, tittel: str, send: Button, feil: str = "") -> Message:
    """For a new wording, with the one it has."""
    felt = _felt(TITTEL, norsk.tekst("skjema.tittel"), tittel, TITTEL_MAKS)
    return _lite(foerst, felt, send, feil)


def svarskjema(norsk: Norsk, foerst: str, svar: str, send: Button, feil: str = "") -> Message:
    """Why a sak is declined, which need not be said."""
    felt = _felt(SVAR, norsk.tekst("skjema.svar"), svar, BEGRUNNELSE_MAKS, linjer=True)
    return _lite(foerst, felt, send, feil)


def _lite(foerst: str, felt: Element, send: Button, feil: str) -> Message:
    samlet = "\n".join([*([feil] if feil else []), foerst])
    return kort(samlet, [overskrift(foerst), *_feil(feil), felt], [send], uttale=feil or foerst)


def _feil(feil: str) -> list[Element]:
    return [tekstblokk(feil, fet=True)] if feil else []


def _felt(id_: str, navn: str, verdi: str, maks: int, *, linjer: bool = False) -> dict[str, Any]:
    """An input shows what is in it as it is: nothing to escape there."""
    return {
        "type": "Input.Text",
        "id": id_,
        "label": navn,
        "isMultiline": linjer,
        **({"value": verdi} if verdi else {}),
        **({"maxLength": maks + ROM} if maks else {}),
    }


def _valg(navn: str, steder: Sequence[Valg], valgt: str) -> dict[str, Any]:
    foerste = valgt if any(s.id == valgt for s in steder) else ""
    return {
        "type": "Input.ChoiceSet",
        "id": MOETE,
        "label": navn,
        "style": "compact",
        "choices": [{"title": s.navn, "value": s.id} for s in steder],
        **({"value": foerste} if foerste else {}),
    }
