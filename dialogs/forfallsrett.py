"""May this person report this, for that person, to these møter, here?"""

from collections.abc import Collection, Sequence

from bot.domain.register import Moetehode
from bot.domain.rettigheter import Rett
from bot.turn import Turn
from dialogs.forfallshvem import Gjelder, organer
from dialogs.rett import kan, krev, krev_her, vises_her


def krev_om(turn: Turn, gjelder: Gjelder) -> None:
    """Before anything of a named person's forfall is read or said: the right in one of the bodies they
    sit in, and where it may be shown. Raises IkkeLov, IkkeHer.
    """
    if not gjelder.selv:
        ids = gjelder.alle_ids or organer(turn.register)
        krev(turn, Rett.MELDE_FORFALL_ANDRE, ids)
        krev_her(turn, ids)


def krev_rett(turn: Turn, gjelder: Gjelder, moeter: Sequence[Moetehode]) -> None:
    """For each of the møter. Raises IkkeLov, IkkeHer."""
    for hode in moeter:
        krev(turn, _rett(gjelder), _organene(gjelder, hode))
        krev_her(turn, hode.organ_ids)


def lovlige(turn: Turn, gjelder: Gjelder, moeter: Sequence[Moetehode]) -> list[Moetehode]:
    """Those of the møter to which the speaker may report it, here. Raises as `krev_rett` where there are
    some, but none of those.
    """
    funnet = [h for h in moeter if kan(turn, _rett(gjelder), _organene(gjelder, h))]
    her = [h for h in funnet if vises_her(turn, h.organ_ids)]
    krev_rett(turn, gjelder, her or funnet or moeter)
    return her


def _rett(gjelder: Gjelder) -> Rett:
    return Rett.MELDE_FORFALL if gjelder.selv else Rett.MELDE_FORFALL_ANDRE


def _organene(gjelder: Gjelder, hode: Moetehode) -> Collection[int]:
    """Of a felles møte, for somebody else, the bodies that person sits in."""
    return hode.organ_ids if gjelder.selv else gjelder.alle_ids & set(hode.organ_ids) or hode.organ_ids
