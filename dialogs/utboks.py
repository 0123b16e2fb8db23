"""«Prøv igjen» under what did not come out in a channel."""

from bot.cards.utboks import IGJEN
from bot.domain.rettigheter import Rett
from bot.domain.utboks import Utpost, Utposttilstand
from bot.turn import Dialog, Meaning, Reply, Turn
from bot.varsling.ikkesendt import organene
from dialogs.rett import krev
from dialogs.slots import UgyldigKnapp, tall
from dialogs.svar import si_paa_kortet
from dialogs.tjenester import Tjenester

KAN_PROEVES = (Utposttilstand.DOED, Utposttilstand.UVISS)


class ProevIgjen:
    intents = frozenset({IGJEN})

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        post = await _posten(turn, meaning)
        if post.tilstand not in KAN_PROEVES:
            sendt = post.tilstand is Utposttilstand.SENDT
            return si_paa_kortet(turn, turn.norsk.tekst("utboks.er_ute" if sendt else "utboks.er_i_gang"))
        turn.writes = await turn.uow.utboks.proev_igjen(post.id or 0, turn.incoming.at)
        return si_paa_kortet(
            turn, turn.norsk.tekst("utboks.proever" if turn.writes else "utboks.kan_ikke_mer")
        )


async def _posten(turn: Turn, meaning: Meaning) -> Utpost:
    """Raises UgyldigKnapp where it is no channel's, and IkkeLov."""
    nummer = tall(meaning.slots, "post")
    post = await turn.uow.utboks.hent(nummer) if nummer is not None else None
    if post is None or post.person_key is not None:
        raise UgyldigKnapp
    alle = tuple(o.id for o in turn.register.organer if o.id is not None)
    krev(turn, Rett.KOBLE_KANAL, await organene(turn.uow, post) or alle)
    return post


def lag(tjenester: Tjenester) -> Dialog:
    return ProevIgjen()
