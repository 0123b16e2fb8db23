"""What a dialog asks before it shows or writes: may this person, here?

`Samtale` words the refusals (`dialogs.rettsvar`). Ask before anything is written.
"""

from collections.abc import Collection

from bot.domain import rettigheter
from bot.domain.aktoer import Sikkerhet
from bot.domain.conversation import ConversationKind
from bot.domain.rettigheter import IkkeHer, Rett, krev_privat
from bot.turn import Turn
from dialogs.her import organer_her
from dialogs.oppslag import slaa_opp_foerst


def krev(turn: Turn, rett: Rett, organ_ids: Collection[int]) -> None:
    """Raises IkkeLov where the speaker has the right in none of the bodies.

    Where Teams' roster may know better who it is, it is asked first and the turn run again.
    """
    if not kan(turn, rett, organ_ids):
        slaa_opp_foerst(turn)
    rettigheter.krev(turn.aktoer, rett, organ_ids)
    turn.ved_navn |= turn.aktoer.sikkerhet is Sikkerhet.NAVN


def kan(turn: Turn, rett: Rett, organ_ids: Collection[int]) -> bool:
    """Whether it is the speaker's in one of the bodies, as far as is known now."""
    return rettigheter.har(turn.aktoer, rett, organ_ids)


def krev_her(turn: Turn, organ_ids: Collection[int]) -> None:
    """Raises IkkeHer in a channel or group chat that is none of these bodies'."""
    if not vises_her(turn, organ_ids):
        raise IkkeHer(organ_ids)


def vises_her(turn: Turn, organ_ids: Collection[int]) -> bool:
    """Whether what `krev_her` guards may be shown in the conversation."""
    privat = turn.incoming.conversation.kind is ConversationKind.PERSONAL
    return privat or bool(set(organ_ids) & set(organer_her(turn)))


def krev_et_sted(turn: Turn, rett: Rett) -> None:
    """Raises IkkeLov where it is the speaker's in no body at all."""
    krev(turn, rett, _alle(turn))


def kan_et_sted(turn: Turn, rett: Rett) -> bool:
    return kan(turn, rett, _alle(turn))


def krev_import(turn: Turn) -> None:
    """To the sekretariat of any body, in a 1:1 conversation. Raises IkkePrivat and IkkeLov."""
    krev_privat(turn.incoming.conversation.kind)
    krev_et_sted(turn, Rett.IMPORTERE)


def kan_importere(turn: Turn) -> bool:
    return kan_et_sted(turn, Rett.IMPORTERE)


def _alle(turn: Turn) -> list[int]:
    return [o.id for o in turn.register.organer if o.id is not None]
