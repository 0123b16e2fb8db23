"""Where a referat that is kept may be shown, and written to: everybody in a chat reads along."""

from bot.domain.rettigheter import IkkeHer
from bot.turn import Turn
from dialogs.bokfoer import Bok
from dialogs.boksynlig import vises_boken_her
from dialogs.rett import krev_her, vises_her


def krev_vist_her(turn: Turn, bok: Bok) -> None:
    """Raises IkkeHer: an utkast is shown in 1:1, what is sent where the body's own are."""
    if not vises_boken_her(turn, bok.bok, bok.hode):
        krev_her(turn, bok.hode.organ_ids)
        raise IkkeHer(bok.hode.organ_ids)


def krev_i_moetet(turn: Turn, bok: Bok) -> None:
    """Raises IkkeHer in a chat that is neither the meeting's nor its bodies'."""
    if not er_her(turn, bok):
        raise IkkeHer(bok.hode.organ_ids)


def er_her(turn: Turn, bok: Bok) -> bool:
    return vises_her(turn, bok.hode.organ_ids) or bok.bok.conversation_id == turn.conversation.id
