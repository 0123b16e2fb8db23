"""Which points of a person wait for the sak they belong to; the list is kept as they are, for a day."""

import json
from datetime import UTC

from bot.domain.conversation import ImportDraft
from bot.turn import Meaning, Slots, Turn
from dialogs import bokkladd
from dialogs.tjenester import Tjenester

FLEST = 20
"""So many wait; an older one has still its own question."""


async def venter_paa_sak(turn: Turn, tjenester: Tjenester, kladd: str) -> None:
    """That one waits from now on, of that person and that møtebok."""
    lagret = await turn.uow.load_import_draft(_noekkel(turn))
    ventende_ider = [*_ider(lagret), kladd][-FLEST:]
    if lagret:
        await turn.uow.delete_import_draft(lagret.id)
    await turn.uow.save_import_draft(
        ImportDraft(
            id=_noekkel(turn),
            person_id=turn.incoming.person.id,
            conversation_id=turn.incoming.conversation.id,
            filename="",
            reading=json.dumps(ventende_ider),
            created=tjenester.clock.now().astimezone(UTC),
        )
    )


def _noekkel(turn: Turn) -> str:
    return f"venter:{turn.bok_id}:{turn.incoming.person.id}"


def _ider(lagret: ImportDraft | None) -> list[str]:
    return [str(kladd) for kladd in json.loads(lagret.reading)] if lagret else []


async def ventende(turn: Turn, tjenester: Tjenester) -> list[tuple[str, Meaning]]:
    """Those that were neither answered nor discarded, the oldest first."""
    alle = _ider(await turn.uow.load_import_draft(_noekkel(turn)))
    hentet = [(k, await bokkladd.hent(turn, tjenester, Slots(extra={"kladd": k}))) for k in alle]
    return [(k, mening) for k, mening in hentet if mening is not None]
