"""Which møte a line that changes one means: one it can be done to, before any other."""

from collections.abc import Iterable

from bot.domain.moeter import begynt, i_perioden, kommende
from bot.domain.organvalg import Krav
from bot.domain.register import Moetehode
from bot.turn import Meaning, Period, Reply, Slots, Turn
from dialogs.moetet import finn_moete, spoer_moete
from dialogs.sakfinner import kontekst


def som_kan(turn: Turn, slots: Slots, *krav: Krav) -> Krav:
    """The first of them that some møte meets. Where none does, or the møte that was just shown is meant,
    any is found, so that it is said why it cannot be done.
    """
    if not slots.organ_ids and slots.period is None and turn.register.hode(kontekst(turn).moete_id or 0):
        return _hvilket_som_helst
    period = slots.period or Period(None, None)
    mulige = i_perioden(aktuelle(turn, slots), period.fra, period.til)
    return next((k for k in krav if any(map(k, mulige))), _hvilket_som_helst)


async def det_som_skal_endres(turn: Turn, meaning: Meaning, krav: Krav) -> Moetehode | list[Reply]:
    """The møte; else the reply that asks, or says that there is none. A felles møte is asked about where
    only some of its bodies were named and those have one of their own.
    """
    hode = await finn_moete(turn, meaning, krav)
    slots = meaning.slots
    if not isinstance(hode, Moetehode) or slots.moete_id is not None or not slots.organ_ids:
        return hode
    if set(hode.organ_ids) <= set(slots.organ_ids):
        return hode
    period = slots.period or Period(None, None)
    i_tiden = i_perioden(aktuelle(turn, slots), period.fra, period.til)
    egne = [m for m in kommende(i_tiden, turn.incoming.at) if krav(m) and len(m.organ_ids) == 1]
    return spoer_moete(turn, meaning, [hode, egne[0]]) if egne else hode


def kan_endres(turn: Turn) -> Krav:
    """Neither avlyst nor begun."""
    return lambda hode: not hode.avlyst and not begynt(hode, turn.incoming.at)


def aktuelle(turn: Turn, slots: Slots) -> Iterable[Moetehode]:
    """Those of the bodies that were named, or all."""
    nevnte = set(slots.organ_ids)
    return (m for m in turn.register.moeter if not nevnte or nevnte & set(m.organ_ids))


def _hvilket_som_helst(hode: Moetehode) -> bool:
    return True
