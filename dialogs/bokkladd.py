"""What was dictated and waits for an answer (which sak, which referat, «Før inn likevel»): kept for a
day, so that nothing that was said is lost while the bot asks.
"""

import json
from dataclasses import replace
from datetime import UTC
from typing import Any

from bot.domain.conversation import Button, ImportDraft
from bot.turn import Meaning, Slots, Turn
from dialogs.slots import UgyldigKnapp, fra_data, til_data
from dialogs.tjenester import Tjenester
from dialogs.utkast import gjelder

KLADD, FORKAST = "referat.kladd", "referat.forkast"
DIKTERT = "diktert"


async def legg(turn: Turn, tjenester: Tjenester, meaning: Meaning) -> str:
    """Keeps it; the id is for the buttons."""
    innhold = {DIKTERT: {"hensikt": meaning.intent, "slots": til_data(meaning.slots)}}
    kladd = ImportDraft(
        id=tjenester.ny_id(),
        person_id=turn.incoming.person.id,
        conversation_id=turn.incoming.conversation.id,
        filename="",
        reading=json.dumps(innhold, ensure_ascii=False),
        created=tjenester.clock.now().astimezone(UTC),
    )
    await turn.uow.save_import_draft(kladd)
    return kladd.id


def valg(label: str, kladd_id: str, **valgt: Any) -> Button:
    """Does what was kept, with what was chosen. All buttons of one question have the same operation,
    so the first that is pressed counts.
    """
    data = {"kladd": kladd_id, "op": kladd_id, **valgt}
    return Button(label, KLADD, {navn: verdi for navn, verdi in data.items() if verdi is not None})


def forkast(label: str, kladd_id: str) -> Button:
    return Button(label, FORKAST, {"kladd": kladd_id, "op": kladd_id})


async def hent(turn: Turn, tjenester: Tjenester, slots: Slots) -> Meaning | None:
    """What the pressed button is about, with what it chooses. None where it is no more, or it is another's.
    Raises UgyldigKnapp.
    """
    kladd_id = slots.extra.get("kladd")
    if not isinstance(kladd_id, str):
        raise UgyldigKnapp
    kladd = await turn.uow.load_import_draft(kladd_id)
    if kladd is None or kladd.person_id != turn.incoming.person.id:
        return None
    if not gjelder(kladd, tjenester.clock.now()):
        return None
    return _med_valget(json.loads(kladd.reading).get(DIKTERT), slots)


def _med_valget(lagret: Any, slots: Slots) -> Meaning:
    if not isinstance(lagret, dict):
        raise UgyldigKnapp
    foer = fra_data(lagret["slots"])
    valgt = {navn: verdi for navn, verdi in slots.extra.items() if navn not in ("kladd", "op")}
    return Meaning(
        lagret["hensikt"], sure=True, strict=True, slots=replace(foer, extra={**foer.extra, **valgt})
    )
