"""From what a line means to the answer: which day, a yes where one is needed, then the dialog."""

from collections.abc import Callable

from bot.turn import Dialog, Meaning, Reply, Turn
from dialogs.bekreft import be_om_ja, vises_foerst
from dialogs.ogsaa import tilbud
from dialogs.tvil import spoer_om_dagen


async def besvar(turn: Turn, meaning: Meaning, dialog: Dialog, ny_id: Callable[[], str]) -> list[Reply]:
    """What else was asked for is offered behind the answer, and before what waits for a yes."""
    ogsaa = tilbud(turn, meaning)
    dagen = spoer_om_dagen(turn, meaning)
    if dagen:
        return [*dagen, *ogsaa]
    vist = await vises_foerst(turn, meaning, dialog)
    if vist is None:
        return [*await dialog.answer(turn, meaning), *ogsaa]
    ja = be_om_ja(turn, vist, ny_id)
    # The card that takes the place of a pressed one must be the first reply.
    return [*ja, *ogsaa] if turn.incoming.wants_body else [*ogsaa, *ja]
