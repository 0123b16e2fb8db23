"""Whoever is set as referent of a møte is told, and may dictate from 1:1 at once."""

from collections.abc import Sequence

from bot.cards.bok import Linjer, linjekort
from bot.domain.frammoete import Hvem
from bot.domain.register import Register
from bot.domain.utboks import Varselslag
from bot.turn import Message, Norsk, Turn
from bot.varsling.mottakere import Mottakere
from bot.varsling.varsler import Varsel
from dialogs.bokfoer import Foert
from dialogs.moetet import moetenavn_paa
from dialogs.tjenester import Tjenester
from dialogs.varsle import varsler


async def si_til_referentene(turn: Turn, foert: Foert, tjenester: Tjenester) -> None:
    """Those who were not referent before. Whom the bot cannot reach writes «start referat» instead."""
    nye = [h for h in foert.etter.referenter if h not in foert.foer.referenter and h.person_id]
    if not nye:
        return
    brukere = await turn.uow.brukere.alle()
    dag = turn.incoming.at.date()
    mottakere = Mottakere(brukere, turn.register, tjenester.rettigheter, dag)
    for hvem in nye:
        bruker = mottakere.person(hvem.person_id or 0)
        if bruker is not None:
            await turn.uow.boeker.sett_foerer(bruker.key, foert.bok.id)
    await _si(turn, foert, nye, tjenester)


async def _si(turn: Turn, foert: Foert, nye: Sequence[Hvem], tjenester: Tjenester) -> None:
    register = turn.register
    varsel = Varsel(
        noekkel=f"bok:{foert.bok.id}:referent:{foert.linjer[-1].id}",
        slag=Varselslag.ROLLE,
        ordlegg=lambda norsk: _ordlagt(norsk, register, foert),
        moete_id=foert.hode.id,
        haster=True,
    )
    await varsler(turn, tjenester).til_personer([h.person_id for h in nye if h.person_id], varsel)


def _ordlagt(norsk: Norsk, register: Register, foert: Foert) -> Message:
    moete = moetenavn_paa(norsk, register, foert.hode)
    return linjekort(
        Linjer(norsk.tekst("foering.du_er_referent", moete=moete), (norsk.tekst("foering.slik"),))
    )
