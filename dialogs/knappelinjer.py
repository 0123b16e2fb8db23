"""Labels of buttons that need no more than themselves, written as lines: they mean what the button does.

So does one line that help and receipts name.
"""

from functools import cache

from bot.cards.merknader import LISTE
from bot.domain.maalform import Maalform
from bot.domain.navn import norm
from bot.language.tekster import tekster
from bot.turn import Meaning, Slots
from dialogs.bokmanglerliste import MANGLER
from dialogs.organkort import ORGANKORT
from dialogs.paaminnelser import PLAN, Hva
from dialogs.tilknytning import VENTER

KNAPPER: dict[str, tuple[str, dict[str, object]]] = {
    "knapp.hvem_venter": (VENTER, {}),
    "knapp.innstillinger": (ORGANKORT, {}),
    "godkjenning.knapp_svar": (LISTE, {}),
    "godkjenning.linje_merknader": (LISTE, {}),
    "paaminnelse.linje": (PLAN, {"hva": Hva.STATUS.value}),
    "knapp.paaminnelse_av": (PLAN, {"hva": Hva.AV.value}),
    "knapp.paaminnelse_paa": (PLAN, {"hva": Hva.PAA.value}),
    "foering.linje_gjenaapne": ("referat.gjenaapne", {}),
    "foering.linjer_gjenaapne": ("referat.gjenaapne", {}),
    "foering.linjer_mangler": (MANGLER, {}),
    "godkjenning.linjer_merknader": (LISTE, {}),
}
"""The key of the label, or of the lines (parted by «|»), to the intent and data of the button."""


def som_knapp(linje: str) -> Meaning | None:
    """What the line means, where it is such a label in either målform; None for any other."""
    funnet = _etter_label().get(_uten_tegn(linje))
    if funnet is None:
        return None
    intent, data = funnet
    return Meaning(intent, sure=True, strict=True, slots=Slots(extra=dict(data)))


def _uten_tegn(linje: str) -> str:
    return norm(linje).rstrip(" ?!.")


@cache
def _etter_label() -> dict[str, tuple[str, dict[str, object]]]:
    return {
        _uten_tegn(linje): gjoer
        for key, gjoer in KNAPPER.items()
        for m in Maalform
        for linje in tekster(m).tekst(key).split("|")
    }
