"""Which møte a sak is raised to: never a guess, and only where the speaker may raise one."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

from bot.cards.ord import i_perioden, naar, organnavn, stor
from bot.domain.conversation import Button
from bot.domain.eventuelt import aapent, i_tiden, kan_meldes_til, neste_etter
from bot.domain.organvalg import fersk
from bot.domain.register import Moetehode
from bot.domain.rettigheter import Rett
from bot.language import skriv
from bot.turn import Meaning, Period, Reply, Slots, Turn
from dialogs.fritekstsvar import mine_ord
from dialogs.her import organer_her
from dialogs.moetet import moetenavn
from dialogs.rett import kan, krev
from dialogs.slots import til_data
from dialogs.svar import si_setning, spoer

NEVNT = 3
"""Of more bodies than this none is named."""


@dataclass(frozen=True)
class Hvor:
    """The møte, and of a felles møte the body whose sak it is."""

    hode: Moetehode
    organ_id: int


def finn_hvor(turn: Turn, meaning: Meaning, ny_id: Callable[[], str]) -> Hvor | list[Reply]:
    """Else the reply that asks which, or says why there is none and what can be done instead.

    Raises IkkeLov.
    """
    slots = meaning.slots
    if slots.moete_id is not None:
        return _valgt(turn, slots.moete_id)
    if slots.organ_tekst and not slots.organ_ids:
        return si_setning(turn, ukjent_utvalg(turn, slots.organ_tekst))
    organer = mine_utvalg(turn, slots, Rett.MELDE_EVENTUELT)
    moeter = steder(turn, organer, slots.period)
    if not moeter:
        return si_setning(turn, ingen(turn, organer, slots.period))
    if len(moeter) == 1:
        return _hvor(turn, moeter[0], organer)
    return _spoer(turn, meaning, moeter, ny_id())


def mine_utvalg(turn: Turn, slots: Slots, rett: Rett) -> tuple[int, ...]:
    """The bodies that were named, else those of the place, else all in which the speaker has the right.
    Raises IkkeLov where there is none.
    """
    nevnte = slots.organ_ids or organer_her(turn)
    alle = tuple(o.id for o in turn.register.organer if o.id is not None)
    krev(turn, rett, slots.organ_ids or alle)
    mine = tuple(o for o in alle if kan(turn, rett, (o,)))
    return tuple(o for o in mine if o in nevnte) or mine


def steder(turn: Turn, organer: Collection[int], period: Period | None) -> tuple[Moetehode, ...]:
    """Where a sak may be raised: the only one that was just shown, the next of each body, or those of
    the time that was named.
    """
    at = turn.incoming.at
    if period is not None:
        return tuple(m for m in i_tiden(turn.register, organer, period.fra, period.til) if aapent(m, at))
    neste = kan_meldes_til(turn.register, organer, at)
    vist = fersk(turn.conversation.context, at).moete_id
    return tuple(m for m in neste if m.id == vist) or neste


def _valgt(turn: Turn, moete_id: int) -> Hvor | list[Reply]:
    hode = turn.register.hode(moete_id)
    if hode is None:
        return si_setning(turn, turn.norsk.tekst("moete.borte"))
    krev(turn, Rett.MELDE_EVENTUELT, hode.organ_ids)
    if not aapent(hode, turn.incoming.at):
        return si_setning(turn, stengt(turn, hode))
    return _hvor(turn, hode, hode.organ_ids)


def _hvor(turn: Turn, hode: Moetehode, organer: Collection[int]) -> Hvor:
    mine = [o for o in hode.organ_ids if o in organer and kan(turn, Rett.MELDE_EVENTUELT, (o,))]
    return Hvor(hode, (mine or list(hode.organ_ids))[0])


def _spoer(turn: Turn, meaning: Meaning, moeter: Sequence[Moetehode], op: str) -> list[Reply]:
    """All buttons have one operation id: the first of them to be pressed counts."""
    uten = replace(meaning.slots, organ_ids=(), organ_tekst=None, period=None)
    knapper = [
        Button(
            moetenavn(turn, m),
            meaning.intent,
            {**til_data(uten), **mine_ord(turn), "moete": m.id, "op": op},
        )
        for m in moeter
    ]
    return spoer(turn, turn.norsk.tekst("eventuelt.hvilket_moete"), knapper)


def ukjent_utvalg(turn: Turn, navn: str) -> str:
    """Nobody knows that body; then which ones the speaker can use."""
    mine = [o.id for o in turn.register.organer if o.id and kan(turn, Rett.MELDE_EVENTUELT, (o.id,))]
    setning = turn.norsk.tekst("eventuelt.ukjent_utvalg", organ=navn)
    if not mine:
        return setning
    navnene = skriv.liste([organnavn(turn.register, (o,), turn.incoming.at.date()) for o in mine])
    return f"{setning} {turn.norsk.tekst('eventuelt.kan_meldes_til', organer=navnene)}"


def stengt(turn: Turn, hode: Moetehode) -> str:
    """It is over or avlyst; then when the next is."""
    key = "eventuelt.avlyst" if hode.avlyst else "eventuelt.over"
    neste = neste_etter(turn.register, hode.organ_ids[0], max(hode.dato, turn.incoming.at.date()))
    return f"{turn.norsk.tekst(key, moete=stor(moetenavn(turn, hode)))} {_neste(turn, neste)}"


def _neste(turn: Turn, neste: Moetehode | None) -> str:
    if neste is None:
        return turn.norsk.tekst("eventuelt.ingen_neste")
    return turn.norsk.tekst("eventuelt.neste", naar=naar(turn.norsk, neste))


def ingen(turn: Turn, organer: Sequence[int], period: Period | None) -> str:
    """No møte to come, or none that is open in the time that was named."""
    if period is not None:
        stengte = i_tiden(turn.register, organer, period.fra, period.til)
        if stengte:
            return stengt(turn, stengte[-1])
        return _ingen_moetedag(turn, organer, period)
    return turn.norsk.tekst("eventuelt.ingen_moeter", organ=_navn(turn, organer))


def _ingen_moetedag(turn: Turn, organer: Sequence[int], period: Period) -> str:
    tid, neste = i_perioden(turn.norsk, period), kan_meldes_til(turn.register, organer, turn.incoming.at)
    ikke = turn.norsk.tekst("eventuelt.ingen_moetedag", organ=_navn(turn, organer), tid=tid)
    return f"{ikke} {_neste(turn, neste[0] if neste else None)}"


def _navn(turn: Turn, organer: Sequence[int]) -> str:
    """«ASU»; of many bodies the sentence is better without."""
    if not 0 < len(organer) <= NEVNT:
        return turn.norsk.tekst("eventuelt.utvalgene")
    return organnavn(turn.register, tuple(organer), turn.incoming.at.date())
