"""A file that was read and waits for «Lagre»: kept as a draft, shown as a preview."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bot.domain.conversation import ImportDraft
from bot.domain.importmaal import Importvalg
from bot.domain.reading import Reading
from bot.turn import Slots
from dialogs.slots import UgyldigKnapp, ord_

VARER = timedelta(days=1)


@dataclass(frozen=True)
class Utkast:
    draft: ImportDraft
    reading: Reading
    valg: Importvalg


def gjelder(draft: ImportDraft, naa: datetime) -> bool:
    """Whether it is less than a day old. `naa` is the clock's, not the turn's."""
    created = draft.created if draft.created.tzinfo else draft.created.replace(tzinfo=UTC)
    return naa - created < VARER


def valg_i(slots: Slots, helsefellesskap: str) -> Importvalg:
    """What the pressed button carries. Raises UgyldigKnapp."""
    flyttet = slots.extra.get("flyttet")
    if flyttet is not None and not isinstance(flyttet, bool):
        raise UgyldigKnapp
    return Importvalg(
        helsefellesskap=ord_(slots, "helsefellesskap") or helsefellesskap or None,
        organ=ord_(slots, "utvalg"),
        nytt_organ=slots.extra.get("nytt") is True,
        flyttet=flyttet,
    )


def som_data(draft_id: str, valg: Importvalg) -> dict[str, object]:
    """For a button; what is None or False is left out."""
    return {
        "utkast": draft_id,
        "helsefellesskap": valg.helsefellesskap,
        "utvalg": valg.organ,
        "nytt": valg.nytt_organ or None,
        "flyttet": valg.flyttet,
    }
