"""What of a member is the person's own, and so the same in every organ and role."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from bot.domain.medlemmer import Personregister
from bot.domain.organ import Medlem, Organ

FELT = ("navn", "epost", "aad_id", "arbeidsgiver")
"""The fields of a Medlem that are the person's."""


@dataclass(frozen=True)
class Personer:
    """The members of an organ that is to be stored, all with `person_id`, and what is to be stored of
    each person (by FELT).
    """

    medlemmer: list[Medlem]
    endret: dict[int, dict[str, str | None]]


def finn_personer(organer: Iterable[Organ], organ: Organ, ny_person: Callable[[Medlem], int]) -> Personer:
    """Whose each member of `organ` is, where `organer` are all that is stored.

    `ny_person` stores a member nobody was found for, and gives the id. Of one who was found a None
    changes nothing; of one who came with `person_id` everything holds as it is given. Where a person
    stands in the organ twice, what differs from what is stored is what was meant.
    """
    alle = list(organer)
    kjente = Personregister(alle)
    lagret = {m.person_id: _felt(m) for o in alle for m in o.medlemmer}
    endret: dict[int, dict[str, str | None]] = {}
    ferdige: list[Medlem] = []
    for gitt in organ.medlemmer:
        funnet = kjente.den_ene(gitt, organ.helsefellesskap_id)
        person_id = ny_person(gitt) if funnet is None else funnet
        foer = lagret.get(person_id)
        felt = endret.setdefault(person_id, dict(foer or _felt(gitt)))
        felt.update(_meldt(gitt, foer or {}))
        ferdige.append(replace(gitt, person_id=person_id))
        kjente.noter(ferdige[-1], organ.helsefellesskap_id)
    return Personer([replace(m, **endret[m.person_id or 0]) for m in ferdige], endret)  # type: ignore[arg-type]


def _felt(medlem: Medlem) -> dict[str, str | None]:
    return {navn: getattr(medlem, navn) for navn in FELT}


def _meldt(gitt: Medlem, foer: dict[str, str | None]) -> dict[str, str | None]:
    """What `gitt` says that is not stored already."""
    return {
        navn: verdi
        for navn, verdi in _felt(gitt).items()
        if verdi != foer.get(navn) and (verdi is not None or gitt.person_id is not None)
    }
