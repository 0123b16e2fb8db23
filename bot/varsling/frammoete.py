"""Who comes: decided under the lock of the møte's log, noted, and told, in one transaction.

Where the bot cannot reach a vara, the one who reported is told, and told by when an answer is wanted:
they ask the vara themself and may answer for them. After that time the next is asked as always, since
a place is not to stand empty for an answer that may never come.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from bot.cards.frammoetevarsler import ordlegg
from bot.cards.varseltekst import Grunnlag
from bot.domain import vara
from bot.domain.forloep import kallbeskjed, moeteleder
from bot.domain.frammoete import Frammoetelinje, Hvem
from bot.domain.organ import Rolle
from bot.domain.plasser import samme
from bot.domain.ports import UnitOfWork
from bot.domain.situasjon import MoeteUkjent, Situasjon, les_situasjon
from bot.domain.stilling import Kall, Kalltilstand
from bot.domain.utboks import Varselslag
from bot.domain.utfall import Beskjed, Beskjedslag, Utfall
from bot.varsling.runde import Runde
from bot.varsling.utloepte import trekk_utloepte
from bot.varsling.varsler import Naadd, Varsel, Varsler

Regel = Callable[[Situasjon], Utfall]

_SLAG = {
    Beskjedslag.KALT: Varselslag.VARA,
    Beskjedslag.TRUKKET: Varselslag.VARA,
    Beskjedslag.DEKKET: Varselslag.VARA,
    Beskjedslag.NOTERT_JA: Varselslag.VARA,
    Beskjedslag.NOTERT_NEI: Varselslag.VARA,
    Beskjedslag.FRAMMOETE: Varselslag.FRAMMOETE,
}
_TIL_VARA = {
    Beskjedslag.KALT: Beskjedslag.IKKE_NAADD,
    Beskjedslag.TRUKKET: Beskjedslag.IKKE_NAADD_TRUKKET,
    Beskjedslag.DEKKET: Beskjedslag.IKKE_NAADD_TRUKKET,
}
"""What the one who reported is told, where the vara cannot be."""
_TIL_LEDELSEN = frozenset(
    {
        Beskjedslag.SEN_FORFALL,
        Beskjedslag.INGEN_VARA,
        Beskjedslag.FRAMMOETE,
        Beskjedslag.STEDFORTREDER,
        Beskjedslag.PAA_TVERS,
    }
)
"""What the answer says that leder or sekretariat is told of."""
_TAS_TILBAKE = (Beskjedslag.TRUKKET, Beskjedslag.DEKKET)


@dataclass(frozen=True)
class Notert:
    """What was decided, with the lines as they are stored and how it stands after them. The varaer of
    `ikke_naadd` (asked) and `ikke_trukket` (not needed) the bot cannot reach, and it is the one who
    speaks that has to tell them. `uhoert`: what was for leder and sekretariat and reaches none of them.
    """

    utfall: Utfall
    linjer: tuple[Frammoetelinje, ...]
    situasjon: Situasjon
    ikke_naadd: tuple[Kall, ...] = ()
    ikke_trukket: tuple[Kall, ...] = ()
    uhoert: frozenset[Beskjedslag] = frozenset()


async def les(uow: UnitOfWork, moete_id: int, naa: datetime) -> Situasjon:
    """How it stands, to be shown (`naa` Oslo). Raises MoeteUkjent."""
    return les_situasjon(await uow.register(), moete_id, await uow.frammoete.les(moete_id), naa)


async def utfoer(
    uow: UnitOfWork,
    varsler: Varsler,
    moete_id: int,
    naa: datetime,
    regel: Regel,
    taler: Hvem | None = None,
    foer: datetime | None = None,
) -> Notert:
    """Decides, notes and queues; the caller commits. `naa` is Oslo, `taler` who speaks, `foer` (Oslo)
    when a møte that is moved was to begin. Raises MoeteUkjent, and what the rule raises.
    """
    try:
        logg = await uow.frammoete.laas(moete_id)
    except LookupError:
        raise MoeteUkjent from None
    sit = les_situasjon(await uow.register(), moete_id, logg, naa)
    utfall = regel(sit)
    linjer = await uow.frammoete.noter(moete_id, utfall.linjer) if utfall.linjer else []
    etter = replace(sit, logg=(*logg, *linjer))
    post = _Post(uow, varsler, etter, taler, foer)
    post.vet_uten = frozenset(k.id for k in utfall.trukket if k.tilstand is Kalltilstand.JA)
    await trekk_utloepte(varsler, moete_id, linjer)
    for beskjed in utfall.beskjeder:
        await post.send(beskjed)
    ikke = tuple(post.ikke_naadd), tuple(post.ikke_trukket)
    return Notert(utfall, tuple(linjer), etter, *ikke, uhoert=post.uhoert)


async def med_kall(runde: Runde) -> list[int]:
    """The møter to come in which a vara is called."""
    return sorted(await runde.uow.frammoete.moeter_med_kall(runde.naa.date()))


async def utloep(runde: Runde, moete_id: int) -> None:
    """A step of the plan: the calls nobody answered in time. Decided again under the lock, so two who
    do it at once do it once.
    """
    if vara.utloep(await les(runde.uow, moete_id, runde.naa)).linjer:
        await utfoer(runde.uow, runde.varsler, moete_id, runde.naa, vara.utloep)


async def si_igjen(runde: Runde, moete_id: int) -> None:
    """A step of the plan: a vara the bot could not reach when they were called, and can reach now, is
    asked as long as the call is open; where the call could not be sent after all, the one who reported
    is told, as of one who could not be reached. The keys are the same, so it is said once.
    """
    sit = await les(runde.uow, moete_id, runde.naa)
    aapne = any(k.tilstand is Kalltilstand.AAPENT for k in sit.stilling.kall)
    if not aapne or sit.hode.avlyst or sit.begynt:
        return
    # Read again under the lock: a call that is taken back meanwhile is not to be sent after that.
    sit = replace(sit, logg=tuple(await runde.uow.frammoete.laas(moete_id)))
    post = _Post(runde.uow, runde.varsler, sit, None)
    for kall in sit.stilling.kall:
        if kall.tilstand is Kalltilstand.AAPENT:
            melder = sit.stilling.person(kall.for_person).meldt_av
            await post.spoer_igjen(kallbeskjed(sit.hode.id, kall, melder))


class _Post:
    def __init__(
        self,
        uow: UnitOfWork,
        varsler: Varsler,
        sit: Situasjon,
        taler: Hvem | None,
        foer: datetime | None = None,
    ) -> None:
        self._foer = foer
        self._uow = uow
        self._varsler = varsler
        self._sit = sit
        self._taler = taler
        self._grunnlag: Grunnlag | None = None
        self.vet_uten: frozenset[str] = frozenset()
        """Calls that were said yes to: their varaer know of them, whether or not the bot has told them."""
        self.ikke_naadd: list[Kall] = []
        self.ikke_trukket: list[Kall] = []
        self._hoert: dict[tuple[Beskjedslag, str], bool] = {}

    @property
    def uhoert(self) -> frozenset[Beskjedslag]:
        return frozenset(slag for (slag, _), hoert in self._hoert.items() if not hoert)

    async def send(self, b: Beskjed) -> None:
        varsel = await self._varsel(b)
        if b.til is None:
            naadde = await self._varsler.til_roller([b.organ_id], [Rolle.SEKRETARIAT], varsel)
            self._merk_hoert(b, any(naadd.vet for naadd in naadde))
        elif await self._ble_trukket(b, b.til):
            return
        elif await self._aldri_fortalt(b, b.til) or not await self._naadd(b.til, varsel):
            self._merk_hoert(b, False)
            await self._ikke_naadd(b)
        else:
            self._merk_hoert(b, True)

    def _merk_hoert(self, b: Beskjed, naadd: bool) -> None:
        """One of those it is for is enough; the leder who speaks knows it already."""
        ledere = moeteleder(self._sit, b.organ_id, b.person)
        for_ledelsen = b.til is None or any(samme(b.til, leder) for leder in ledere)
        if b.slag in _TIL_LEDELSEN and for_ledelsen:
            vet = self._taler is not None and any(samme(self._taler, leder) for leder in ledere)
            noekkel = b.slag, b.noekkel
            self._hoert[noekkel] = naadd or vet or self._hoert.get(noekkel, False)

    async def spoer_igjen(self, b: Beskjed) -> None:
        """Asks a vara who can be reached, and has not been asked."""
        if b.vara is None or b.vara.person_id is None:
            return
        if await self._varsler.kom_ikke_fram(b.noekkel, b.vara.person_id):
            await self._ikke_naadd(b)
        else:
            await self._varsler.til_personer([b.vara.person_id], await self._varsel(b))

    async def _naadd(self, til: Hvem, varsel: Varsel) -> bool:
        if til.person_id is None:
            return False
        naadd = await self._varsler.til_person(til.person_id, varsel)
        return naadd.vet or naadd is Naadd.FOR_MANGE

    async def _ble_trukket(self, b: Beskjed, til: Hvem) -> bool:
        """The call had not left yet: then there is nothing to take back."""
        if b.slag not in _TAS_TILBAKE or til.person_id is None:
            return False
        return await self._varsler.trekk(self._kallnoekkel(b), til.person_id)

    async def _aldri_fortalt(self, b: Beskjed, til: Hvem) -> bool:
        """Who was never asked by the bot is not told by it that they are not needed: it is the one who
        reported that has asked them.
        """
        if b.slag not in _TAS_TILBAKE or til.person_id is None or b.kall_id in self.vet_uten:
            return False
        return not await self._varsler.har_lagt(self._kallnoekkel(b), til.person_id)

    def _kallnoekkel(self, b: Beskjed) -> str:
        return f"{Beskjedslag.KALT}:{self._sit.hode.id}:{b.kall_id}"

    async def _ikke_naadd(self, b: Beskjed) -> None:
        """The one who reported is told: in the answer, if it is they who speak."""
        if b.slag is Beskjedslag.GJELDER:
            egen = b.melder is None or samme(b.melder, b.person)
            await self._til_melder(replace(b, til=None if egen else b.melder))
        elif b.slag in _TIL_VARA:
            if b.melder is not None and self._taler is not None and samme(b.melder, self._taler):
                self._merk(b)
            else:
                slag = _TIL_VARA[b.slag]
                noekkel = f"{slag}:{self._sit.hode.id}:{b.kall_id}"
                await self._til_melder(replace(b, slag=slag, noekkel=noekkel, til=b.melder))

    async def _til_melder(self, b: Beskjed) -> None:
        """The sekretariat where they cannot be reached either."""
        varsel = await self._varsel(b)
        if b.til is None or not await self._naadd(b.til, varsel):
            til_sekretariatet = await self._varsel(replace(b, til=None))
            await self._varsler.til_roller([b.organ_id], [Rolle.SEKRETARIAT], til_sekretariatet)

    def _merk(self, b: Beskjed) -> None:
        kall = self._sit.stilling.kall_med(b.kall_id or "")
        if kall is not None:
            (self.ikke_naadd if b.slag is Beskjedslag.KALT else self.ikke_trukket).append(kall)

    async def _varsel(self, b: Beskjed) -> Varsel:
        uhoert = not self._hoert.get((b.slag, b.noekkel), True)
        grunnlag = replace(await self._hent_grunnlag(b), uhoert=uhoert)
        return Varsel(
            b.noekkel,
            _SLAG.get(b.slag, Varselslag.FORFALL),
            lambda norsk: ordlegg(norsk, b, grunnlag),
            self._sit.hode.id,
            haster=self._sit.sen or self._foer is not None,
            foer=self._foer,
        )

    async def _hent_grunnlag(self, b: Beskjed) -> Grunnlag:
        """With the papers only where somebody is called."""
        if self._grunnlag is None:
            self._grunnlag = Grunnlag(self._sit, await self._uow.register())
        if b.slag is Beskjedslag.KALT and self._sit.hode.har_innkalling and not self._grunnlag.moete:
            moete = await self._uow.moete(self._sit.hode.id)
            self._grunnlag = replace(self._grunnlag, moete=moete)
        return self._grunnlag
