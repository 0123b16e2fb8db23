"""Finds the dialogs: every module of this folder with a `lag(tjenester)`."""

import importlib
import pkgutil
from collections.abc import Iterable

import dialogs
from bot.turn import Dialog
from dialogs.tjenester import Tjenester


def alle_dialoger(tjenester: Tjenester) -> list[Dialog]:
    navn = sorted(info.name for info in pkgutil.iter_modules(dialogs.__path__))
    moduler = [importlib.import_module(f"dialogs.{n}") for n in navn]
    return [modul.lag(tjenester) for modul in moduler if hasattr(modul, "lag")]


def etter_intent(liste: Iterable[Dialog]) -> dict[str, Dialog]:
    """Each intent with its one dialog. Raises ValueError where two claim the same."""
    funnet: dict[str, Dialog] = {}
    for dialog in liste:
        for intent in dialog.intents:
            if intent in funnet:
                raise ValueError(f"two dialogs answer {intent}: {type(funnet[intent])}, {type(dialog)}")
            funnet[intent] = dialog
    return funnet
