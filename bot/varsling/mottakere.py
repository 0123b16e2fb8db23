"""Who in Teams is which member, as surely as unasked messages need it."""

from collections.abc import Collection, Iterable
from datetime import date

from bot.domain.aktoer import Sikkerhet
from bot.domain.identitet import aktoer_av
from bot.domain.organ import Medlem, Rolle
from bot.domain.register import Register
from bot.domain.rettigheter import Rettigheter
from bot.domain.teamsbruker import Teamsbruker


class Mottakere:
    """Those who talk to the bot, by their Teams key and by the member they surely are.

    A name alone is not enough, since a guest chooses it.
    """

    def __init__(
        self, brukere: Iterable[Teamsbruker], register: Register, rettigheter: Rettigheter, dag: date
    ) -> None:
        self._etter_key = {bruker.key.casefold(): bruker for bruker in brukere}
        self._etter_person: dict[int, Teamsbruker] = {}
        for bruker in self._etter_key.values():
            aktoer = aktoer_av(register, bruker.key, aad_av(bruker), bruker.navn, bruker, rettigheter, dag)
            if aktoer.sikkerhet is Sikkerhet.SIKKER and aktoer.hvem.person_id is not None:
                self._legg(aktoer.hvem.person_id, bruker)

    def med_key(self, key: str) -> Teamsbruker | None:
        return self._etter_key.get(key.casefold())

    def person(self, person_id: int) -> Teamsbruker | None:
        return self._etter_person.get(person_id)

    def _legg(self, person_id: int, bruker: Teamsbruker) -> None:
        """Of two accounts of one person, the one that can be reached."""
        foer = self._etter_person.get(person_id)
        if foer is None or (foer.conversation_id is None and bruker.conversation_id is not None):
            self._etter_person[person_id] = bruker


def aad_av(bruker: Teamsbruker) -> str | None:
    """The aad object id, where Teams told one: then it is the key."""
    return None if bruker.key == bruker.channel_id else bruker.key


def med_roller(
    register: Register, organ_ids: Collection[int], roller: Collection[Rolle], dag: date
) -> list[int]:
    """The persons with one of the roles in one of the bodies on that day, each once."""
    funnet = (m.person_id for o in organ_ids for m in _gjeldende(register, o, dag) if m.rolle in roller)
    return list(dict.fromkeys(person_id for person_id in funnet if person_id is not None))


def uten_sekretariat(register: Register, organ_ids: Collection[int], dag: date) -> bool:
    """Whether one of the bodies has nobody as its sekretariat that day."""
    return any(
        all(m.rolle is not Rolle.SEKRETARIAT for m in _gjeldende(register, o, dag)) for o in organ_ids
    )


def _gjeldende(register: Register, organ_id: int, dag: date) -> list[Medlem]:
    return [m for m in register.organ(organ_id).medlemmer if m.gjelder(dag)]
