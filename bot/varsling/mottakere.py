"""Who in Teams is which member, as surely as unasked messages need it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import date

from bot.domain.aktoer import Sikkerhet
from bot.domain.identitet import aktoer_av
from bot.domain.navn import norm
from bot.domain.organ import Medlem, Rolle
from bot.domain.register import Register
from bot.domain.rettigheter import Rettigheter
from bot.domain.teamsbruker import Teamsbruker


class Mottakere:
    """Those who talk to the bot, by their Teams key and by the member they surely are.

    A name alone is not enough, since a guest chooses it. Whom to ask `identitet` about is found by
    what a user and a member have in common: asking about everybody would take a third of a second.
    """

    def __init__(
        self, brukere: Iterable[Teamsbruker], register: Register, rettigheter: Rettigheter, dag: date
    ) -> None:
        self._register = register
        self._rettigheter = rettigheter
        self._dag = dag
        self._etter_key = {bruker.key.casefold(): bruker for bruker in brukere}
        self._etter_merke: defaultdict[str | int, list[Teamsbruker]] = defaultdict(list)
        for bruker in self._etter_key.values():
            for merke in _merker(bruker.key, bruker.epost, bruker.navn, bruker.person_id):
                self._etter_merke[merke].append(bruker)

    def med_key(self, key: str) -> Teamsbruker | None:
        return self._etter_key.get(key.casefold())

    def person(self, person_id: int) -> Teamsbruker | None:
        """Of several accounts of one person, one that can be reached; None where there is none."""
        mulige = [b for b in self._mulige(person_id) if self._er(b, person_id)]
        return next((b for b in mulige if b.conversation_id is not None), mulige[0] if mulige else None)

    def _mulige(self, person_id: int) -> list[Teamsbruker]:
        medlemmer = (m for o in self._register.organer for m in o.medlemmer if m.person_id == person_id)
        merker = {k: None for m in medlemmer for k in _merker(m.aad_id, m.epost, m.navn, person_id)}
        return list({b.key: b for merke in merker for b in self._etter_merke.get(merke, ())}.values())

    def _er(self, bruker: Teamsbruker, person_id: int) -> bool:
        aktoer = aktoer_av(
            self._register,
            bruker.key,
            aad_av(bruker),
            bruker.navn,
            bruker,
            self._rettigheter,
            self._dag,
        )
        return aktoer.sikkerhet is Sikkerhet.SIKKER and aktoer.hvem.person_id == person_id


def _merker(aad_id: str | None, epost: str | None, navn: str, person_id: int | None) -> Iterator[str | int]:
    """All that `identitet` may tie a user and a member by."""
    yield from (tekst.strip().casefold() for tekst in (aad_id, epost) if tekst)
    yield norm(navn)
    if person_id is not None:
        yield person_id


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
