"""What follows a role that is given or taken: who it is about is told, and a slip can be taken back."""

from collections.abc import Callable

from bot.cards.melding import setning, skriveknapp
from bot.domain.conversation import Button
from bot.domain.utboks import Varselslag
from bot.turn import Message, Norsk, Period, Turn
from bot.varsling import Naadd, Varsel
from dialogs.rolleslots import Oenske
from dialogs.tjenester import Tjenester
from dialogs.varsle import varsler

GI = "rolle.gi"


async def fortell(
    turn: Turn, tjenester: Tjenester, oenske: Oenske, naar: Callable[[Norsk], str]
) -> list[str]:
    """Tells the one it is about, if they can be reached; what the receipt says of that. `naar` words from
    when it holds.
    """
    av, organ = turn.aktoer.hvem.navn, oenske.organ.kort(turn.incoming.at.date())

    def ordlegg(norsk: Norsk) -> Message:
        rolle = norsk.tekst(f"rolle.{oenske.rolle.value}")
        hva = norsk.tekst(
            "rollegi.du_mistet" if oenske.ta else "rollegi.du_fikk", av=av, rolle=rolle, organ=organ
        )
        return setning(f"{hva} {naar(norsk)}")

    varsel = Varsel(f"rolle:{tjenester.ny_id()}", Varselslag.ROLLE, ordlegg)
    naadd = await varsler(turn, tjenester).til_person(oenske.person.person_id, varsel)
    if naadd is Naadd.SELV:
        return []
    key = "rollegi.faar_vite" if naadd.vet else "rollegi.naas_ikke"
    return [turn.norsk.tekst(key, navn=oenske.person.medlem.navn)]


def angre(turn: Turn, tjenester: Tjenester, oenske: Oenske, tiden: Period) -> Button:
    """Takes a role that was given, from the day it was given. May also be written as «angre»."""
    slots_data = {
        "organ": oenske.organ.id,
        "hva": "ta",
        "rolle": oenske.rolle.value,
        "person_id": oenske.person.person_id,
        "fra_dag": tiden.fra.isoformat() if tiden.fra else None,
    }
    knappen = skriveknapp(turn.norsk.tekst("rollegi.knapp_angre"), GI, tjenester.ny_id(), **slots_data)
    turn.asks = (knappen,)
    return knappen
