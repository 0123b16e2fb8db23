"""What a list is of: one body's, or all there is in one helsefellesskap."""

from dataclasses import dataclass
from datetime import date

from bot.domain.organvalg import Oenske, fersk, velg_fellesskap, velg_organ
from bot.turn import Meaning, Period, Reply, Turn
from dialogs import ingen_moeter
from dialogs.her import organer_her
from dialogs.moetet import spoer_fellesskap, spoer_organ
from dialogs.slots import tall
from dialogs.svar import si_setning


@dataclass(frozen=True)
class Utvalgt:
    """`organ_id` is None where neither the line nor the channel names a body: a list may well hold
    them all.
    """

    organ_id: int | None
    fellesskap_id: int | None
    period: Period | None


def finn_utvalgt(turn: Turn, meaning: Meaning) -> Utvalgt | list[Reply]:
    """Else the reply that asks which one, or says that the body is not known."""
    slots = meaning.slots
    if slots.organ_tekst and not slots.organ_ids:
        return si_setning(turn, ingen_moeter.for_ukjent(turn, slots.organ_tekst, slots.period))
    context = fersk(turn.conversation.context, turn.incoming.at)
    her = organer_her(turn)
    organer = velg_organ(turn.register, slots.organ_ids, her, context.organ_id)
    if len(organer) > 1:
        return spoer_organ(turn, meaning, organer)
    if organer:
        fellesskap_id = turn.register.organ(organer[0]).helsefellesskap_id
        return Utvalgt(organer[0] if slots.organ_ids or her else None, fellesskap_id, slots.period)
    fellesskap = velg_fellesskap(turn.register, Oenske(fellesskap_id=tall(slots, "fellesskap")), context)
    if len(fellesskap) > 1:
        return spoer_fellesskap(turn, meaning, fellesskap)
    return Utvalgt(None, fellesskap[0] if fellesskap else None, slots.period)


def dager(turn: Turn, period: Period | None) -> tuple[date | None, date | None]:
    """The days meant: from today on where nothing is said."""
    return (period.fra, period.til) if period else (turn.incoming.at.date(), None)
