"""A button for each møte that a line may mean."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.conversation import Button
from bot.domain.register import Moetehode
from bot.turn import Meaning, Turn
from dialogs.moetet import moetenavn
from dialogs.slots import videre


def velg_moete(turn: Turn, meaning: Meaning, moeter: Sequence[Moetehode]) -> list[Button]:
    """With who it is about, and who is vara. `meaning` is without what a line says besides
    (`forfallshvem.rene`).
    """
    uten = replace(meaning.slots, organ_ids=(), organ_tekst=None, period=None)
    return [videre(moetenavn(turn, m), meaning, replace(uten, moete_id=m.id)) for m in moeter]
