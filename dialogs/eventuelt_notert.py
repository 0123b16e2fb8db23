"""A sak that is raised to eventuelt: stored, and said to be."""

from bot.cards.eventuelt import kvittering
from bot.cards.melding import knapp, skriveknapp
from bot.domain import eventuelt
from bot.domain.conversation import Button
from bot.domain.meldtsak import MeldtSak
from bot.domain.saksinnhold import Gyldig
from bot.turn import Meaning, Reply, Turn
from dialogs.angreord import kan_skrives
from dialogs.eventuelt_for import for_hvem
from dialogs.eventuelt_hvor import Hvor
from dialogs.eventuelt_lager import Notert, noter
from dialogs.moetet import moetenavn
from dialogs.svar import husk, si
from dialogs.tjenester import Tjenester


async def meld(
    turn: Turn, meaning: Meaning, hvor: Hvor, innhold: Gyldig, tjenester: Tjenester
) -> list[Reply]:
    """Stores it and says so; the same words again are the same sak."""
    hvem = for_hvem(turn, meaning, hvor.organ_id, tjenester.ny_id)
    if isinstance(hvem, list):
        return hvem
    notert = await noter(turn, hvor, innhold, hvem)
    husk(turn, hvor.hode)
    setninger = _setninger(turn, hvor, notert)
    knapper = knapper_til(turn, notert.sak, tjenester)
    kan_skrives(turn, None if notert.foer else knapper[-1])
    return si(turn, kvittering(setninger, knapper))


def _setninger(turn: Turn, hvor: Hvor, notert: Notert) -> list[str]:
    sak, moete = notert.sak, moetenavn(turn, hvor.hode)
    fakta = {"tittel": sak.tittel, "moete": moete, "nr": notert.nr}
    if notert.foer:
        return [turn.norsk.tekst("eventuelt.staar_der", **fakta)]
    egen = sak.av == turn.aktoer.hvem
    foerst = (
        turn.norsk.tekst("eventuelt.meldt", **fakta)
        if egen
        else turn.norsk.tekst("eventuelt.meldt_for", navn=sak.av.navn, **fakta)
    )
    return [foerst, *_oensket(turn, sak), *_sen(turn, hvor, sak)]


def _oensket(turn: Turn, sak: MeldtSak) -> list[str]:
    deler = []
    if sak.minutter:
        deler.append(
            turn.norsk.tekst("eventuelt.oensket_tid", varighet=turn.norsk.varighet(sak.minutter)) + "."
        )
    if sak.begrunnelse:
        deler.append(turn.norsk.tekst("eventuelt.med_begrunnelse"))
    return deler


def _sen(turn: Turn, hvor: Hvor, sak: MeldtSak) -> list[str]:
    siste = eventuelt.frist(turn.register, hvor.organ_id, hvor.hode)
    if not sak.sen or siste is None:
        return []
    return [turn.norsk.tekst("eventuelt.etter_fristen", frist=turn.norsk.dato(siste))]


def knapper_til(turn: Turn, sak: MeldtSak, tjenester: Tjenester) -> list[Button]:
    """What one may do with a sak one has just raised."""
    tekst, op = turn.norsk.tekst, tjenester.ny_id()
    return [
        knapp(tekst("knapp.hele_listen"), "eventuelt.liste", moete=sak.moete_id),
        knapp(tekst("knapp.endre_ordlyden"), "eventuelt.endre", meldt=sak.id),
        skriveknapp(tekst("knapp.trekk_saken"), "eventuelt.trekk", op, meldt=sak.id),
    ]
