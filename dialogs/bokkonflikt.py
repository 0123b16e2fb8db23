"""Two have edited one point: the second is shown the first one's text."""

from bot.cards.valg import om_teksten
from bot.domain.bokstand import Punkt
from bot.domain.conversation import Button
from bot.turn import Meaning, Reply, Turn
from dialogs.bok import KORT
from dialogs.slots import til_data
from dialogs.svar import si
from dialogs.tjenester import Tjenester


def vis_konflikt(turn: Turn, meaning: Meaning, punkt: Punkt, tjenester: Tjenester) -> list[Reply]:
    """«Bytt til mitt» does it where nobody has changed it again; «Behold» leaves it."""
    av = punkt.revisjoner[-1].av
    navn = av.navn if av else turn.norsk.tekst("foering.en_annen")
    op = tjenester.ny_id()
    data = {n: v for n, v in til_data(meaning.slots).items() if n not in (KORT, "op", "sett")}
    mitt = Button(
        turn.norsk.tekst("foering.knapp_mitt"),
        "referat.rett",
        {**data, "punkt": punkt.nr, "sett": len(punkt.revisjoner), "bok": turn.bok_id, "op": op},
    )
    behold = Button(turn.norsk.tekst("foering.knapp_behold"), "referat.skriv_om", {"behold": True})
    spoersmaal = turn.norsk.tekst("foering.endret_av_annen_spoer", navn=navn, nr=punkt.nr)
    turn.asks = (mitt, behold)
    return si(turn, om_teksten(spoersmaal, punkt.tekst, [mitt, behold]))
