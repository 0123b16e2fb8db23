"""How FakeUnitOfWork stores an organ: with the persons its members are, in every organ."""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace

from bot.domain.errors import Conflict
from bot.domain.organ import Medlem, Organ
from bot.domain.personer import finn_personer
from tests.fake_data import Data


def with_persons(
    data: Data, organ: Organ, new_id: Callable[[], int]
) -> tuple[Organ, Callable[[Data], None]]:
    """The organ as it will be stored, and what stores it. Raises LookupError for a person of nobody's."""
    new: set[int] = set()

    def person(_: Medlem) -> int:
        person_id = new_id()
        new.add(person_id)
        return person_id

    stored = deepcopy(replace(organ, id=organ.id or new_id()))
    found = finn_personer(data.organer.values(), stored, person)
    stored.medlemmer = found.medlemmer
    if not found.endret.keys() <= data.personer | new:
        raise LookupError("person_id is nobody's")
    seen = data.versjon

    def write(data: Data) -> None:
        if data.versjon != seen:
            raise Conflict
        data.personer = data.personer | found.endret.keys()
        for organ_id, other in data.organer.items():
            members = [replace(m, **found.endret.get(m.person_id or 0, {})) for m in other.medlemmer]  # type: ignore[arg-type]
            data.organer[organ_id] = replace(other, medlemmer=members)
        data.organer[stored.id or 0] = stored
        data.versjon += 1

    return deepcopy(stored), write
