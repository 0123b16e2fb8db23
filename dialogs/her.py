"""The bodies that the place where something is said stands for."""

from bot.domain.organvalg import organer_i_navnet
from bot.turn import Turn


def organer_her(turn: Turn) -> tuple[int, ...]:
    """Those the channel is linked to; of one that is not, those its name names."""
    return turn.kanal_organ_ids or organer_i_navnet(turn.register, turn.conversation)
