"""A question about what was written in the meeting's chat goes to the one who wrote it, in 1:1: twenty-five
people need not read it.
"""

from collections.abc import Sequence

from bot.cards.valg import spoersmaal
from bot.domain.conversation import Button, ConversationKind
from bot.domain.utboks import Varselslag
from bot.turn import Reply, Turn
from bot.varsling import Varsler
from bot.varsling.varsler import Varsel
from dialogs.svar import spoer
from dialogs.tjenester import Tjenester


async def spoer_den_som_skrev(
    turn: Turn, tekst: str, knapper: Sequence[Button], tjenester: Tjenester
) -> list[Reply]:
    """In the chat where the bot cannot reach them alone."""
    if turn.incoming.conversation.kind is ConversationKind.PERSONAL:
        return spoer(turn, tekst, knapper)
    varsel = Varsel(
        noekkel=f"bok:{turn.bok_id}:spurt:{tjenester.ny_id()}",
        slag=Varselslag.SAK,
        ordlegg=lambda norsk: spoersmaal(norsk, tekst, knapper),
        haster=True,
    )
    til = Varsler(turn.uow, turn.register, turn.incoming.at, tjenester.rettigheter)
    if not (await til.til_key(turn.incoming.person.key, varsel)).vet:
        return spoer(turn, tekst, knapper)
    turn.writes = True
    return []
