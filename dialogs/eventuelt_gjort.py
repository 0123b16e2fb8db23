"""What may still be done with a sak, and to which møte."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from bot.domain import meldtsak
from bot.domain.conversation import Button
from bot.domain.eventuelt import aapent, er_sen, neste_etter
from bot.domain.meldtsak import MeldtSak, Sakstilstand
from bot.domain.moeter import begynt
from bot.domain.register import Moetehode
from bot.turn import Meaning, Reply, Turn
from dialogs.eventuelt_lager import endre, er_over, moetet, stedet
from dialogs.moetet import moetenavn
from dialogs.slots import ord_
from dialogs.svar import si_setning, spoer
from dialogs.tjenester import Tjenester


def naa(turn: Turn) -> datetime:
    """When it is done, as a log has it (UTC)."""
    return turn.incoming.at.astimezone(UTC)


def ferdig_med(turn: Turn, sak: MeldtSak) -> str:
    """Why nothing can be done with it any more; "" where something can."""
    if sak.tilstand is not Sakstilstand.MELDT:
        return turn.norsk.tekst(
            f"eventuelt.ferdig_{sak.slag.value}_{sak.tilstand.value}",
            tittel=sak.tittel,
            moete=stedet(turn, sak),
        )
    if er_over(turn, sak):
        return turn.norsk.tekst("eventuelt.ferdig_over", tittel=sak.tittel, moete=stedet(turn, sak))
    return ""


async def flytt(turn: Turn, sak: MeldtSak) -> MeldtSak:
    """To the body's next møte after the one it stands on, or to the next that comes."""
    fra = moetet(turn, sak)
    if fra is None:
        return sak
    til = neste_etter(turn.register, sak.organ_id, fra.dato)
    ny = meldtsak.flyttet(sak, fra.id, til.id if til else None, turn.aktoer.hvem, naa(turn))
    sen = til is not None and er_sen(turn.register, sak.organ_id, til, turn.incoming.at)
    return await endre(turn, replace(ny, sen=sen))


def velg_saksliste(
    turn: Turn, meaning: Meaning, sak: MeldtSak, tjenester: Tjenester
) -> Moetehode | list[Reply] | None:
    """The møte whose saksliste it is put on: the only one to come, the one that was pressed, or the
    reply that asks which. None: none is known yet, so it is put on the next that comes.
    """
    mulige = [m for m in turn.register.moeter_i(sak.organ_id) if _kan_faa_saker(turn, m)]
    valgt = meaning.slots.moete_id
    if valgt is not None:
        funnet = next((m for m in mulige if m.id == valgt), None)
        return funnet or si_setning(turn, turn.norsk.tekst("eventuelt.ikke_det_moetet"))
    if len(mulige) <= 1:
        return mulige[0] if mulige else None
    return _spoer(turn, meaning, sak, mulige, tjenester.ny_id())


def _kan_faa_saker(turn: Turn, hode: Moetehode) -> bool:
    return aapent(hode, turn.incoming.at) and not begynt(hode, turn.incoming.at)


def _spoer(
    turn: Turn, meaning: Meaning, sak: MeldtSak, moeter: Sequence[Moetehode], op: str
) -> list[Reply]:
    hva = ord_(meaning.slots, "hva")
    data = {"meldt": sak.id, "op": op, **({"hva": hva} if hva else {})}
    knapper = [Button(moetenavn(turn, m), meaning.intent, {**data, "moete": m.id}) for m in moeter]
    return spoer(turn, turn.norsk.tekst("eventuelt.hvilken_saksliste", tittel=sak.tittel), knapper)
