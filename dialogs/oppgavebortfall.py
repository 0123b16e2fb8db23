"""An oppgave follows the body until it is done or dropped by the body: whoever has it cannot drop it, but
may ask those who keep the referat.
"""

from bot.cards.melding import skriveknapp
from bot.cards.oppgavelinjer import navn
from bot.domain.oppgave import Oppgave
from bot.domain.rettigheter import SEKRETARIAT, Rett
from bot.domain.utboks import Varselslag
from bot.turn import Message, Norsk, Reply, Slots, Turn
from bot.varsling.varsler import Varsel
from dialogs.oppgavefinner import OPPGAVE
from dialogs.oppgavesvar import visning
from dialogs.rett import kan
from dialogs.svar import si_paa_kortet, si_setning
from dialogs.tjenester import Tjenester
from dialogs.varsle import varsler

BORTFALL = "oppgave.bortfall"
BE = "be"


def maa_be(turn: Turn, o: Oppgave) -> bool:
    """Of one who may change it."""
    return not kan(turn, Rett.FOERE_REFERAT, [o.organ_id])


async def be_om(turn: Turn, slots: Slots, o: Oppgave, tjenester: Tjenester) -> list[Reply]:
    """Offers to ask; asks on the button, once a day."""
    norsk, hva = turn.norsk, navn(visning(turn), o)
    if slots.extra.get(BE) is not True:
        spoer = skriveknapp(
            norsk.tekst("oppgave.knapp_be_bortfall"),
            BORTFALL,
            tjenester.ny_id(),
            **{OPPGAVE: o.id, BE: True},
        )
        return si_setning(turn, norsk.tekst("oppgave.bortfall_vedtas", oppgave=hva), [spoer])
    varsel = Varsel(
        f"oppgave:{o.id}:bortfall:{turn.incoming.at.date().isoformat()}",
        Varselslag.OPPGAVE_ENDRET,
        lambda maal: _bedt(turn, maal, o, hva),
    )
    turn.writes = True
    await varsler(turn, tjenester).til_roller([o.organ_id], SEKRETARIAT, varsel)
    return si_paa_kortet(turn, norsk.tekst("oppgave.bortfall_bedt"))


def _bedt(turn: Turn, norsk: Norsk, o: Oppgave, hva: str) -> Message:
    return Message(
        norsk.tekst(
            "oppgave.ber_om_bortfall", navn=turn.aktoer.hvem.navn, oppgave=hva, nr=o.nr, tekst=o.hva
        )
    )
