"""A card that tells of a time the møte has no longer: what it asks, is asked anew."""

from bot.cards.melding import knapp, setning
from bot.cards.moetetid import TID, moetetid
from bot.cards.ord import naar, organnavn
from bot.domain.conversation import Button
from bot.domain.moeter import kommende
from bot.domain.register import Moetehode
from bot.turn import Meaning, Reply, Turn
from dialogs.forfallshvem import PERSON, Gjelder
from dialogs.slots import ord_
from dialogs.svar import si

BEKREFT = frozenset({"forfall.gjelder", "forfall.kommer"})
"""The question whether a forfall still holds."""


def flyttet_siden(turn: Turn, meaning: Meaning, gjelder: Gjelder) -> list[Reply]:
    """Nothing where the button is of the møte as it stands, or there is nothing to answer any more.
    Raises UgyldigKnapp.
    """
    moete_id, tid = meaning.slots.moete_id, ord_(meaning.slots, TID)
    hode = turn.register.hode(moete_id) if moete_id is not None else None
    if tid is None or hode is None or tid == moetetid(hode) or not kommende([hode], turn.incoming.at):
        return []
    noekkel = "forfallvarsel.er_flyttet" if gjelder.selv else "forfallvarsel.er_flyttet_for"
    verdier = {} if gjelder.selv else {"person": gjelder.hvem.navn}
    organ = organnavn(turn.register, hode.organ_ids, hode.dato)
    linje = turn.norsk.tekst(noekkel, organ=organ, naar=naar(turn.norsk, hode), **verdier)
    return si(turn, setning(linje, _knapper(turn, meaning, gjelder, hode)))


def _knapper(turn: Turn, meaning: Meaning, gjelder: Gjelder, hode: Moetehode) -> list[Button]:
    norsk, om = turn.norsk, {"moete": hode.id, TID: moetetid(hode)}
    if meaning.intent not in BEKREFT:
        return [
            knapp(norsk.tekst("moetet.knapp_kommer"), "frammoete.meld", hva="kommer", **om),
            knapp(norsk.tekst("moetet.knapp_forfall"), "forfall.meld", **om),
        ]
    navn = {"person": gjelder.hvem.navn}
    kommer = "forfallvarsel.jeg_kommer" if gjelder.selv else "forfallvarsel.kommer"
    om[PERSON] = gjelder.hvem.person_id
    return [
        knapp(norsk.tekst("forfallvarsel.gjelder_ja"), "forfall.gjelder", **om),
        knapp(norsk.tekst(kommer, **({} if gjelder.selv else navn)), "forfall.kommer", **om),
    ]
