"""Telling others than the one who spoke: queued with what the turn does, sent after its commit."""

from bot.turn import Turn
from bot.varsling import Varsler
from dialogs.tjenester import Tjenester


def varsler(turn: Turn, tjenester: Tjenester) -> Varsler:
    """For this turn. The one who speaks is told nothing by it: they get the reply."""
    return Varsler(turn.uow, turn.register, turn.incoming.at, tjenester.rettigheter, turn.aktoer.key)
