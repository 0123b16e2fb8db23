"""Whose a part of a møte is: a felles møte with another body is that body's too."""

from collections.abc import Collection, Sequence

from bot.domain.bokstand import Bokstand


def andres(stand: Bokstand, organ_ids: Collection[int], del_nr: int) -> tuple[int, ...]:
    """The bodies of that part beside the møte's own, `organ_ids`; none where it is the møte's alone."""
    delene = [d for d in stand.deler if d.nr == del_nr]
    return tuple(o for d in delene for o in d.organ_ids if o not in organ_ids)


def organer_naa(stand: Bokstand, organ_ids: Sequence[int]) -> tuple[int, ...]:
    """Whose people a line may name: those of the part that goes on, and of every part once the møte is
    closed, when what is written is about any of it.
    """
    numre = [d.nr for d in stand.deler] if stand.hevet else [stand.aapen_del]
    return tuple(dict.fromkeys((*organ_ids, *(o for nr in numre for o in andres(stand, organ_ids, nr)))))


def sakens_organ(stand: Bokstand, organ_ids: Sequence[int], sak: int) -> int:
    """The body that has what is decided in that sak: of a felles part the other one, else the møte's
    first.
    """
    return (*andres(stand, organ_ids, stand.sak(sak).del_nr), *organ_ids)[0]


def alles(stand: Bokstand, organ_ids: Collection[int]) -> tuple[int, ...]:
    """The møte's bodies, and those of its parts."""
    return tuple(dict.fromkeys((*organ_ids, *(o for d in stand.deler for o in d.organ_ids))))
