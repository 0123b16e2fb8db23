"""Reminders of oppgaver, to those who have promised them and nobody else: before the frist, when it is
past, and then once a week at most (`bot.domain.oppgavefrister`). They come at nine, like the reminder of
a møte; who wants no reminders gets none.
"""

from collections.abc import Sequence
from datetime import time

from bot.cards.melding import knapp
from bot.cards.oppgavelinjer import Oppgavevisning, navn
from bot.cards.oppgaver import paaminnelse
from bot.domain.moetebok import Boktilstand
from bot.domain.oppgave import Oppgave
from bot.domain.oppgavefrister import BAK, FORAN, Minnes, paa_tide
from bot.domain.utboks import Varselslag
from bot.turn import Message, Norsk
from bot.varsling.runde import Runde
from bot.varsling.tider import natt
from bot.varsling.varsler import Varsel

KLOKKEN = time(9)


async def forfaller(runde: Runde) -> list[int]:
    """The ids of the oppgaver whose ansvarlige are to be reminded and have not been."""
    if natt(runde.naa) or runde.naa.time() < KLOKKEN:
        return []
    dag = runde.naa.date()
    alle = await runde.uow.oppgaver.med_frist(dag - BAK, dag + FORAN)
    varsler = {o.id or 0: _varsel(runde, o, m) for o in alle if (m := paa_tide(o, dag))}
    aapne = await _i_aapen_bok(runde, [o for o in alle if o.id in varsler])
    folk = [(varsler[o.id or 0], p) for o in alle if o.id in varsler and o.id not in aapne for p in _ids(o)]
    usagt = await runde.varsler.usagt(folk)
    return sorted(id_ for id_, varsel in varsler.items() if varsel.noekkel in usagt)


async def minn(runde: Runde, oppgave_id: int) -> None:
    """A step of the plan. The key is the oppgave, its frist and the day: once a person, however often
    this is run, and anew where it gets another frist.
    """
    o = await runde.uow.oppgaver.hent(oppgave_id)
    minnes = paa_tide(o, runde.naa.date()) if o else None
    if o and minnes and not await _i_aapen_bok(runde, [o]):
        await runde.varsler.til_personer(_ids(o), _varsel(runde, o, minnes))


async def _i_aapen_bok(runde: Runde, oppgaver: Sequence[Oppgave]) -> frozenset[int | None]:
    """Those whose møte is still on: what is dictated may be struck again."""
    if not any(o.bok_id for o in oppgaver):
        return frozenset()
    aapne = {bok.id for bok in await runde.uow.boeker.i_tilstand([Boktilstand.AAPEN])}
    return frozenset(o.id for o in oppgaver if o.bok_id in aapne)


def _ids(o: Oppgave) -> list[int]:
    return [a.person_id for a in o.ansvarlige if a.person_id is not None]


def _varsel(runde: Runde, o: Oppgave, minnes: Minnes) -> Varsel:
    noekkel = f"oppgave:{o.id}:{o.frist.isoformat() if o.frist else ''}:{minnes.dag.isoformat()}"
    return Varsel(noekkel, Varselslag.OPPGAVE, lambda norsk: _kort(norsk, runde, o, minnes))


def _kort(norsk: Norsk, runde: Runde, o: Oppgave, minnes: Minnes) -> Message:
    v = Oppgavevisning(norsk, runde.register, runde.naa.date(), organ=True)
    hele = navn(v, o)
    linje = norsk.tekst("oppgave.minn_etter" if minnes.ute else "oppgave.minn_foer")
    ferdig = norsk.tekst("knapp.oppgave_ferdig", oppgave=hele)
    knapper = [
        # No operation id: the rule is idempotent, and done, not done, done again must be heard.
        knapp(ferdig, "oppgave.ferdig", oppgave=o.id),
        knapp(norsk.tekst("knapp.mine_oppgaver"), "oppgave.liste", hva="mine"),
        knapp(norsk.tekst("knapp.paaminnelse_av"), "sammendrag.plan", hva="av"),
    ]
    etterord = norsk.tekst("oppgave.minn_etterord", oppgave=hele[:1].lower() + hele[1:])
    return paaminnelse(linje, v, [o], knapper, etterord)
