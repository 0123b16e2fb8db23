"""When the first sak is opened, the møteleder is shown the list of eventuelt."""

from dataclasses import replace

from bot.domain.aktoer import Aktoer, Sikkerhet
from bot.domain.frammoete import Hvem
from bot.domain.maalform import Maalform
from bot.domain.organ import Rolle
from bot.domain.register import Moetehode
from bot.domain.utboks import Varselslag
from bot.language.tekster import tekster
from bot.turn import Message, Reply, Turn
from bot.varsling.varsler import Varsel
from dialogs.bokfoer import Foert
from dialogs.eventuelt_lager import til_eventuelt
from dialogs.eventuelt_liste import eventueltliste
from dialogs.tjenester import Tjenester
from dialogs.varsle import varsler


async def foerste_sak(turn: Turn, foert: Foert, tjenester: Tjenester) -> list[Reply]:
    """Behind the receipt where the speaker leads the møte, else told to whoever does."""
    leder, hode = foert.etter.moeteleder, foert.hode
    if foert.foer.loep or not foert.etter.loep or leder is None or leder.person_id is None:
        return []
    if not await til_eventuelt(turn, hode):
        return []
    if leder.person_id == turn.aktoer.hvem.person_id:
        return [Reply(await eventueltliste(turn, hode, tjenester))]
    await _si_til(turn, foert, leder, tjenester)
    return []


async def _si_til(turn: Turn, foert: Foert, leder: Hvem, tjenester: Tjenester) -> None:
    vist = {m: await _for(turn, foert.hode, leder, m, tjenester) for m in Maalform}
    varsel = Varsel(
        noekkel=f"bok:{foert.bok.id}:eventuelt",
        slag=Varselslag.SAK,
        ordlegg=lambda norsk: vist[norsk.maalform],
        moete_id=foert.hode.id,
        haster=True,
    )
    await varsler(turn, tjenester).til_person(leder.person_id or 0, varsel)


async def _for(
    turn: Turn, hode: Moetehode, leder: Hvem, maalform: Maalform, tjenester: Tjenester
) -> Message:
    """As the møteleder may see and press it."""
    aktoer = Aktoer(leder, "", Sikkerhet.SIKKER, roller=_roller(turn, hode, leder))
    return await eventueltliste(
        replace(turn, norsk=tekster(maalform), aktoer=aktoer, bruker=None), hode, tjenester
    )


def _roller(turn: Turn, hode: Moetehode, leder: Hvem) -> dict[int, frozenset[Rolle]]:
    return {
        organ_id: frozenset(
            m.rolle
            for m in turn.register.organ(organ_id).medlemmer
            if m.person_id == leder.person_id and m.gjelder(hode.dato)
        )
        for organ_id in hode.organ_ids
    }
