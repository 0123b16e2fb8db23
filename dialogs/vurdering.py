"""One of the five buttons under «Hvordan har møtet vært?»."""

from bot.cards.vurdering import SVAR, VURDER
from bot.domain.aktoer import Sikkerhet
from bot.domain.bokmottakere import var_der
from bot.domain.rettigheter import krev_privat
from bot.turn import Dialog, Meaning, Reply, Turn
from bot.varsling import vurdering
from dialogs.bok import i_boken
from dialogs.bokfoer import se
from dialogs.slots import UgyldigKnapp, tall
from dialogs.svar import si_paa_kortet
from dialogs.tjenester import Tjenester


class Vurdering:
    intents = frozenset({VURDER})

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        krev_privat(turn.incoming.conversation.kind)
        return await i_boken(turn, lambda: _svar(turn, meaning))


async def _svar(turn: Turn, meaning: Meaning) -> list[Reply]:
    """The turn does not write, so that no activity is noted beside the answer."""
    tallet, person = tall(meaning.slots, "svar"), turn.aktoer.hvem.person_id
    if tallet not in SVAR or turn.bok_id is None:
        raise UgyldigKnapp
    bok = await se(turn)
    sikker = turn.aktoer.sikkerhet is Sikkerhet.SIKKER and person is not None
    if not sikker or not var_der(bok.stand, turn.aktoer.hvem):
        return si_paa_kortet(turn, turn.norsk.tekst("vurdering.ikke_der"))
    if not vurdering.oensket(turn.register, bok.hode) or not vurdering.tas_imot(
        bok.stand, turn.incoming.at
    ):
        return si_paa_kortet(turn, turn.norsk.tekst("vurdering.stengt"))
    ny = await vurdering.svar(turn.uow, turn.bok_id, person or 0, tallet or 0, turn.incoming.at)
    return si_paa_kortet(turn, turn.norsk.tekst("vurdering.takk" if ny else "vurdering.svart"))


def lag(tjenester: Tjenester) -> Dialog:
    return Vurdering()
