"""Queues messages to people and channels, in the transaction of what they tell of."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from bot.clock import OSLO
from bot.domain.conversation import Conversation
from bot.domain.kanaloensker import Kanalslag
from bot.domain.maalform import Maalform
from bot.domain.organ import Rolle
from bot.domain.ports import UnitOfWork
from bot.domain.register import Register
from bot.domain.rettigheter import Rettigheter
from bot.domain.teamsbruker import Teamsbruker
from bot.domain.utboks import MAKS_UOPPFORDRET, UOPPFORDRET, Utpost, Varselslag
from bot.language.tekster import tekster
from bot.turn import Message, Norsk
from bot.varsling.brev import legg_i
from bot.varsling.foreldet import tidsmerke
from bot.varsling.kanalvalg import som_vil_ha
from bot.varsling.mottakere import Mottakere, med_roller, uten_sekretariat
from bot.varsling.tider import naar

TELLER = tuple(sorted(UOPPFORDRET | {Varselslag.AVLYST}))
GIR_ETTER = frozenset({Varselslag.INNKALLING, Varselslag.PAAMINNELSE, Varselslag.REFERAT})
"""A møte that is moved or called off is always told of; these are not, where two were sent."""
PAAMINNELSER = frozenset({Varselslag.PAAMINNELSE, Varselslag.OPPGAVE})
"""Who wants no reminders gets none of these."""


@dataclass(frozen=True)
class Varsel:
    """What is to be told. `noekkel` is unique a cause (the recipient's key is put behind it), and
    `ordlegg` words it in the målform of whoever gets it. `haster`: also between 20 and 07, where the
    møte begins before 10 the morning after, as it stands now or (`foer`, Oslo) as it stood.

    Of channels: `kanalslag` is what they must want to get it (None: all of the bodies'), and `straks`
    that somebody pressed for it, so that it is sent at once, whatever the hour.
    """

    noekkel: str
    slag: Varselslag
    ordlegg: Callable[[Norsk], Message]
    moete_id: int | None = None
    haster: bool = False
    foer: datetime | None = None
    kanalslag: Kanalslag | None = None
    straks: bool = False


class Naadd(StrEnum):
    """What became of it. UKJENT: nobody in Teams is surely that person. IKKE_INSTALLERT: the bot has
    no conversation with them. FOR_MANGE: it gave way to what they had about the møte already.
    LAGT_FOER: queued before under the same key. SELV: it is they who did it. VIL_IKKE: a reminder, and
    they want none.
    """

    LAGT = "lagt"
    LAGT_FOER = "lagt_foer"
    SELV = "selv"
    FOR_MANGE = "for_mange"
    IKKE_INSTALLERT = "ikke_installert"
    UKJENT = "ukjent"
    VIL_IKKE = "vil_ikke"

    @property
    def vet(self) -> bool:
        """Whether the person knows, or will be told."""
        return self in (Naadd.LAGT, Naadd.LAGT_FOER, Naadd.SELV)


class Varsler:
    """For one transaction. `at` is when it happens, `unntatt` the Teams key of whoever did it: they are
    told nothing of it, but a call to come as vara.
    """

    def __init__(
        self,
        uow: UnitOfWork,
        register: Register,
        at: datetime,
        rettigheter: Rettigheter,
        unntatt: str | None = None,
    ) -> None:
        self._uow = uow
        self._register = register
        self._at = at
        self._dag = at.astimezone(OSLO).date()
        self._rettigheter = rettigheter
        self._unntatt = unntatt
        self._funnet: Mottakere | None = None
        self._laast: set[int] = set()

    async def til_person(self, person_id: int, varsel: Varsel) -> Naadd:
        bruker = (await self._mottakere()).person(person_id)
        return Naadd.UKJENT if bruker is None else await self._til(bruker, varsel)

    async def ville(self, person_id: int, varsel: Varsel) -> Naadd:
        """What `til_person` would come to, with nothing queued; LAGT_FOER is not known then."""
        bruker = (await self._mottakere()).person(person_id)
        hinder = Naadd.UKJENT if bruker is None else await self._hinder(bruker, varsel)
        return hinder or Naadd.LAGT

    async def til_key(self, key: str, varsel: Varsel) -> Naadd:
        """To a Teams key, whoever that is: for the answer to something they asked for."""
        bruker = (await self._mottakere()).med_key(key)
        return Naadd.UKJENT if bruker is None else await self._til(bruker, varsel)

    async def til_personer(self, person_ids: Iterable[int], varsel: Varsel) -> list[Naadd]:
        """Each of them once. What everybody has had already costs one question."""
        mottakere = await self._mottakere()
        funnet = {person_id: mottakere.person(person_id) for person_id in person_ids}
        noekler = {p: _noekkel(varsel, bruker.key) for p, bruker in funnet.items() if bruker}
        lagt = await self._uow.utboks.finnes(noekler.values())
        return [
            Naadd.LAGT_FOER if noekler.get(p) in lagt else await self.til_person(p, varsel) for p in funnet
        ]

    async def til_roller(
        self, organ_ids: Collection[int], roller: Collection[Rolle], varsel: Varsel
    ) -> list[Naadd]:
        """Each of them once. Where a body has no sekretariat that is wanted: the administrators too."""
        personer = med_roller(self._register, organ_ids, roller, self._dag)
        naadde = await self.til_personer(personer, varsel)
        if Rolle.SEKRETARIAT in roller and uten_sekretariat(self._register, organ_ids, self._dag):
            naadde += [await self.til_key(k, varsel) for k in sorted(self._rettigheter.admin_ids)]
        return naadde

    async def til_kanaler(self, organ_ids: Collection[int], varsel: Varsel) -> int:
        """To the channels that want it of one of the bodies, each once; how many it was queued for."""
        kanaler = await som_vil_ha(self._uow, organ_ids, varsel.kanalslag)
        return sum([await self.til_kanal(kanal, varsel) for kanal in kanaler])

    async def til_kanal(self, kanal: Conversation, varsel: Varsel) -> bool:
        """Whatever it wants, in its målform; False where it was queued before."""
        maalform = await self._uow.kanaler.maalform(kanal.id) or Maalform.NB
        return await self._legg(varsel, kanal.id, kanal.id, maalform, None)

    async def trekk(self, noekkel: str, person_id: int) -> bool:
        """Takes back what was queued for the person under that key; False where it is too late."""
        bruker = (await self._mottakere()).person(person_id)
        return bruker is not None and await self._uow.utboks.trekk(f"{noekkel}:{bruker.key}")

    async def trekk_innkalling(self, moete_id: int) -> int:
        """Takes back the innkallinger and reminders of that møte that have not left: they say what is no
        longer so. How many innkallinger.
        """
        await self._uow.utboks.trekk_om(moete_id, [Varselslag.PAAMINNELSE])
        return await self._uow.utboks.trekk_om(moete_id, [Varselslag.INNKALLING])

    async def har_lagt(self, noekkel: str, person_id: int) -> bool:
        """Whether the person was ever queued something under that key."""
        bruker = (await self._mottakere()).person(person_id)
        return bruker is not None and bool(await self._uow.utboks.finnes([f"{noekkel}:{bruker.key}"]))

    async def usagt(self, par: Iterable[tuple[Varsel, int]]) -> frozenset[str]:
        """The keys of those that somebody would be told by, and has not been: varsler with the ids of whom
        they are for. One question, however many they are.
        """
        mottakere = await self._mottakere()
        noekler = {
            _noekkel(varsel, bruker.key): varsel.noekkel
            for varsel, person_id in par
            if (bruker := mottakere.person(person_id)) and not await self._hinder(bruker, varsel)
        }
        lagt = await self._uow.utboks.finnes(noekler)
        return frozenset(navn for noekkel, navn in noekler.items() if noekkel not in lagt)

    async def kom_ikke_fram(self, noekkel: str, person_id: int) -> bool:
        """Whether what was queued for the person under that key could not be sent."""
        bruker = (await self._mottakere()).person(person_id)
        return bruker is not None and bool(await self._uow.utboks.doede([f"{noekkel}:{bruker.key}"]))

    async def _til(self, bruker: Teamsbruker, varsel: Varsel) -> Naadd:
        hinder = await self._hinder(bruker, varsel)
        if hinder or bruker.conversation_id is None:
            return hinder or Naadd.IKKE_INSTALLERT
        lagt = await self._legg(varsel, bruker.key, bruker.conversation_id, bruker.maalform, bruker.key)
        return Naadd.LAGT if lagt else Naadd.LAGT_FOER

    async def _hinder(self, bruker: Teamsbruker, varsel: Varsel) -> Naadd | None:
        """Why nothing is queued for them; None where it is."""
        if bruker.key == self._unntatt and varsel.slag is not Varselslag.VARA:
            return Naadd.SELV
        if bruker.conversation_id is None:
            return Naadd.IKKE_INSTALLERT
        if varsel.slag in PAAMINNELSER and not bruker.paaminnelser:
            return Naadd.VIL_IKKE
        return Naadd.FOR_MANGE if await self._for_mange(bruker.key, varsel) else None

    async def _for_mange(self, key: str, varsel: Varsel) -> bool:
        if varsel.slag not in GIR_ETTER or varsel.moete_id is None:
            return False
        await self._laas(varsel.moete_id)
        return await self._uow.utboks.antall(key, varsel.moete_id, TELLER) >= MAKS_UOPPFORDRET

    async def _laas(self, moete_id: int) -> None:
        """Nobody else queues such a thing about the møte between the count and the queueing: whoever
        moves it or calls it off has changed its row, and so holds the same lock.
        """
        if moete_id not in self._laast:
            await self._uow.frammoete.laas(moete_id)
            self._laast.add(moete_id)

    async def _legg(
        self, varsel: Varsel, hale: str, conversation_id: str, maalform: Maalform, person_key: str | None
    ) -> bool:
        post = Utpost(
            noekkel=_noekkel(varsel, hale),
            conversation_id=conversation_id,
            melding={
                **legg_i(varsel.ordlegg(tekster(maalform)), maalform),
                **tidsmerke(self._register, varsel.slag, varsel.moete_id),
            },
            slag=varsel.slag,
            ikke_foer=self._at.astimezone(UTC) if varsel.straks else naar(self._at, self._start(varsel)),
            person_key=person_key,
            moete_id=varsel.moete_id,
        )
        return await self._uow.utboks.legg(post)

    def _start(self, varsel: Varsel) -> datetime | None:
        """When the møte of what is urgent begins, where that is known."""
        if not varsel.haster:
            return None
        hode = self._register.hode(varsel.moete_id) if varsel.moete_id else None
        naa = datetime.combine(hode.dato, hode.start, OSLO) if hode and hode.start else None
        return min((start for start in (naa, varsel.foer) if start), default=None)

    async def _mottakere(self) -> Mottakere:
        if self._funnet is None:
            brukere = await self._uow.brukere.alle()
            self._funnet = Mottakere(brukere, self._register, self._rettigheter, self._dag)
        return self._funnet


def _noekkel(varsel: Varsel, mottaker: str) -> str:
    return f"{varsel.noekkel}:{mottaker}"
