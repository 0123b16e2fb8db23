"""One sak that was raised: its card with what may be done, and who is told of what was done."""

from collections.abc import Sequence

from bot.cards.eventuelt import sakskort
from bot.cards.eventueltvarsler import avgjoer, om_saken
from bot.cards.melding import knapp, skriveknapp
from bot.domain.conversation import Button
from bot.domain.eventuelt import min_egen
from bot.domain.meldtsak import MeldtSak, Sakslag, Sakstilstand
from bot.domain.rettigheter import Rett
from bot.domain.utboks import Varselslag
from bot.turn import Message, Turn
from bot.varsling import Naadd, Varsel
from dialogs.eventuelt_lager import er_over, moetet, stedet
from dialogs.rett import kan, krev, krev_her
from dialogs.tjenester import Tjenester
from dialogs.varsle import varsler


def vist_sak(turn: Turn, sak: MeldtSak, tjenester: Tjenester) -> Message:
    sted = stedet(turn, sak)
    hvor = turn.norsk.tekst(f"eventuelt.hvor_{sak.slag.value}_{sak.tilstand.value}", moete=sted)
    return sakskort(turn.norsk, sak, hvor, sakens_knapper(turn, sak, tjenester))


def sakens_knapper(turn: Turn, sak: MeldtSak, tjenester: Tjenester) -> list[Button]:
    """Nothing for a sak that is done with, or that is not the speaker's to change."""
    if sak.tilstand is not Sakstilstand.MELDT or er_over(turn, sak):
        return []
    knapper = _endre(turn, sak, tjenester) if kan_endre(turn, sak) else []
    if kan(turn, Rett.AVGJOERE_SAK, (sak.organ_id,)):
        knapper = [*knapper, *_avgjoer(turn, sak, tjenester.ny_id())]
    return knapper


def _endre(turn: Turn, sak: MeldtSak, tjenester: Tjenester) -> list[Button]:
    tekst, op = turn.norsk.tekst, tjenester.ny_id
    endre = knapp(tekst("knapp.endre_ordlyden"), "eventuelt.endre", meldt=sak.id)
    trekk = skriveknapp(tekst("knapp.trekk_saken"), "eventuelt.trekk", op(), meldt=sak.id)
    if sak.slag is Sakslag.ORDINAER:
        return [endre, trekk]
    flytt = skriveknapp(tekst("knapp.flytt_saken"), "eventuelt.endre", op(), meldt=sak.id, hva="flytt")
    return [endre, flytt, trekk]


def _avgjoer(turn: Turn, sak: MeldtSak, op: str) -> Sequence[Button]:
    if sak.slag is Sakslag.ORDINAER:
        return avgjoer(turn.norsk, sak, op)
    label = turn.norsk.tekst("knapp.til_ordinaer")
    return [skriveknapp(label, "eventuelt.endre", op, meldt=sak.id, hva="forfrem")]


def kan_endre(turn: Turn, sak: MeldtSak) -> bool:
    return min_egen(sak, turn.aktoer) or kan(turn, Rett.ENDRE_ANDRES_SAK, (sak.organ_id,))


def krev_endre(turn: Turn, sak: MeldtSak) -> None:
    """One's own, or anybody's for leder, nestleder and sekretariat, where it may be shown. Raises
    IkkeLov and IkkeHer.
    """
    if not min_egen(sak, turn.aktoer):
        krev(turn, Rett.ENDRE_ANDRES_SAK, (sak.organ_id,))
        krev_her(turn, (sak.organ_id,))


async def si_fra(turn: Turn, sak: MeldtSak, tjenester: Tjenester) -> Naadd:
    """Tells the one who raised it what somebody else has done with it: the last line of its log."""
    hva = sak.logg[-1].hva
    hode = moetet(turn, sak)
    varsel = Varsel(
        noekkel=f"sak:{sak.id}:{len(sak.logg)}",
        slag=Varselslag.SAK,
        ordlegg=om_saken(turn.register, hva, turn.aktoer.hvem.navn, sak, hode),
        moete_id=hode.id if hode else None,
    )
    return await varsler(turn, tjenester).til_key(sak.av_key, varsel)
