"""Which referat a command means, and what stands in it: the one kept here, else the imported one."""

from dataclasses import dataclass
from datetime import date

from bot.cli.program import Stop
from bot.domain.boklesing import les as les_bok
from bot.domain.bokstand import Bokstand
from bot.domain.moete import Moete
from bot.domain.organ import Organ
from bot.domain.organoppslag import Organoppslag
from bot.domain.ports import Store, UnitOfWork
from bot.domain.register import Moetehode, Register
from bot.domain.utgave import Utgave
from bot.domain.utgave_bok import fra_bok
from bot.domain.utgave_referat import fra_referat
from bot.language.tekster import bokmaal, tekst


@dataclass(frozen=True)
class Referatvalg:
    """`moete_id` None: the last one on or before `dag` that has a referat. `organ` is a body by name
    (empty: any). `offentlig`: without what is unntatt.
    """

    moete_id: int | None
    organ: str
    dag: date
    offentlig: bool


async def les(store: Store, valg: Referatvalg, helsefellesskap: str = "") -> Utgave:
    """Raises Stop with one sentence."""
    async with store.turn() as uow:
        register = await uow.register()
        organ = organ_av(register, valg.organ, helsefellesskap) if valg.organ else None
        kilde = _Kilde(uow, register, valg, organ)
        if valg.moete_id is None:
            return await kilde.siste()
        hode = register.hode(valg.moete_id)
        if hode is None:
            raise Stop(tekst("referatfil.ukjent_moete", id=valg.moete_id))
        utgave = await kilde.av(hode)
        if utgave is None:
            raise Stop(_uten_referat(register, hode))
        return utgave


class _Kilde:
    def __init__(self, uow: UnitOfWork, register: Register, valg: Referatvalg, organ: Organ | None) -> None:
        self._uow, self._register, self._valg, self._organ = uow, register, valg, organ

    async def siste(self) -> Utgave:
        moeter = [m for m in self._register.moeter if m.dato <= self._valg.dag and not m.avlyst]
        for hode in reversed(moeter):
            if self._kan_gjelde(hode) and (utgave := await self.av(hode, streng=False)):
                return utgave
        if self._organ:
            raise Stop(tekst("referatfil.ingen_siste_i", organ=self._organ.navn(self._valg.dag)))
        raise Stop(tekst("referatfil.ingen_siste"))

    def _kan_gjelde(self, hode: Moetehode) -> bool:
        """Of a body whose møte it is not there may be a part of it."""
        return self._organ is None or hode.helsefellesskap_id == self._organ.helsefellesskap_id

    async def av(self, hode: Moetehode, *, streng: bool = True) -> Utgave | None:
        """None where the møte has no referat. `streng`: Stop where it has none for the body, else None."""
        moete = await self._uow.moete(hode.id)
        bok = await self._uow.boeker.for_moete(hode.id)
        if moete is None or (bok is None and moete.referat is None):
            return None
        stand = les_bok(await self._uow.boeker.les(bok.id)) if bok and bok.id else None
        egen = self._organ is None or self._organ.id in moete.organ_ids
        del_nr = self._del(stand) if stand else None
        if not egen and del_nr is None:
            if streng and self._organ:
                dato = bokmaal().dato(moete.dato)
                navn = self._organ.navn(moete.dato)
                raise Stop(tekst("referatfil.ingen_del", dato=dato, organ=navn))
            return None
        if stand is None or bok is None:
            return fra_referat(moete, self._register)
        return await self._av_bok(moete, stand, bok.id or 0, del_nr)

    async def _av_bok(self, moete: Moete, stand: Bokstand, bok_id: int, del_nr: int | None) -> Utgave:
        oppgaver = await self._uow.oppgaver.for_bok(bok_id)
        offentlig = self._valg.offentlig
        return fra_bok(moete, stand, self._register, oppgaver, offentlig=offentlig, del_nr=del_nr)

    def _del(self, stand: Bokstand) -> int | None:
        """The part that is the body's, where it is a part of another's møte."""
        organ_id = self._organ.id if self._organ else None
        return next((part.nr for part in stand.deler if part.nr and organ_id in part.organ_ids), None)


def organ_av(register: Register, navn: str, helsefellesskap: str) -> Organ:
    """Raises Stop where there is no such body."""
    funn = Organoppslag(register, helsefellesskap).finn(navn, "")
    if not isinstance(funn, Organ):
        raise Stop(tekst("referatfil.ukjent_organ", organ=navn))
    return funn


def _uten_referat(register: Register, hode: Moetehode) -> str:
    organ = ", ".join(register.organ(organ_id).navn(hode.dato) for organ_id in hode.organ_ids)
    return tekst("referatfil.ikke_referat", organ=organ, dato=bokmaal().dato(hode.dato))
