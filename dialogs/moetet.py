"""Finding the møte a line means, or asking, or saying honestly that there is none."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.cards.ord import naar, organnavn
from bot.domain.conversation import Button
from bot.domain.moete import Moete
from bot.domain.organvalg import (
    Krav,
    Moetevalg,
    Oenske,
    Rekkefoelge,
    fersk,
    velg_moete,
)
from bot.domain.register import Moetehode, Register
from bot.turn import Meaning, Norsk, Period, Reply, Slots, Turn
from dialogs import ingen_moeter
from dialogs.her import organer_her
from dialogs.slots import tall, videre
from dialogs.svar import si_setning, spoer

Ingen = Callable[[Turn, Slots, int | None], str]


async def finn_moete(
    turn: Turn,
    meaning: Meaning,
    krav: Krav = lambda hode: True,
    rekkefoelge: Rekkefoelge = Rekkefoelge.NAERMESTE,
    *,
    peker_tilbake: bool = True,
    ingen: Ingen = ingen_moeter.ingen,
) -> Moetehode | list[Reply]:
    """The head of the møte; else the reply to be given instead of an answer. `ingen` words that
    there is none, for the body with that id (None: for the name as it was written, or for all).
    """
    slots = meaning.slots
    if slots.moete_id is not None:
        return turn.register.hode(slots.moete_id) or si_setning(turn, turn.norsk.tekst("moete.borte"))
    if slots.organ_tekst and not slots.organ_ids:
        return si_setning(turn, ingen(turn, slots, None))
    valg = _velg(turn, _oenske(slots, krav, rekkefoelge, peker_tilbake=peker_tilbake))
    spoersmaal = _spoer(turn, meaning, valg)
    return valg.moete or spoersmaal or si_setning(turn, ingen(turn, slots, valg.organ_id))


def _oenske(slots: Slots, krav: Krav, rekkefoelge: Rekkefoelge, *, peker_tilbake: bool) -> Oenske:
    period = slots.period or Period(None, None)
    return Oenske(
        organ_ids=slots.organ_ids,
        fellesskap_id=tall(slots, "fellesskap"),
        fra=period.fra,
        til=period.til,
        krav=krav,
        rekkefoelge=rekkefoelge,
        peker_tilbake=peker_tilbake,
    )


def _velg(turn: Turn, oenske: Oenske) -> Moetevalg:
    """Of several helsefellesskap only those that have such a møte; the only one that has is meant."""
    valg = _valget(turn, oenske)
    mulige = _med_moeter(turn.register, oenske.krav, valg.fellesskap)
    if len(mulige) == 1:
        return _valget(turn, replace(oenske, fellesskap_id=mulige[0]))
    return replace(valg, fellesskap=mulige) if mulige else valg


def _valget(turn: Turn, oenske: Oenske) -> Moetevalg:
    at = turn.incoming.at
    return velg_moete(turn.register, oenske, organer_her(turn), fersk(turn.conversation.context, at), at)


def _med_moeter(register: Register, krav: Krav, fellesskap: tuple[int, ...]) -> tuple[int, ...]:
    """Those that have such a møte at all: only between them is there anything to ask."""
    har = {m.helsefellesskap_id for m in register.moeter if krav(m)}
    return tuple(f for f in fellesskap if f in har)


async def papirene(turn: Turn, hode: Moetehode) -> Moete:
    """The møte with its papers. Raises LookupError where it went away since the register was read."""
    moete = await turn.uow.moete(hode.id)
    if moete is None:
        raise LookupError(hode.id)
    return moete


def spoer_organ(turn: Turn, meaning: Meaning, organer: tuple[int, ...]) -> list[Reply]:
    dag = turn.incoming.at.date()
    knapper = [
        _videre(meaning, organnavn(turn.register, (organ_id,), dag), organ=organ_id) for organ_id in organer
    ]
    return spoer(turn, turn.norsk.tekst("spoer.organ"), knapper)


def spoer_fellesskap(turn: Turn, meaning: Meaning, fellesskap: tuple[int, ...]) -> list[Reply]:
    knapper = [_videre(meaning, turn.register.fellesskap(f).navn, fellesskap=f) for f in fellesskap]
    return spoer(turn, turn.norsk.tekst("spoer.fellesskap"), knapper)


def _spoer(turn: Turn, meaning: Meaning, valg: Moetevalg) -> list[Reply]:
    if valg.organer:
        return spoer_organ(turn, meaning, valg.organer)
    if valg.fellesskap:
        return spoer_fellesskap(turn, meaning, valg.fellesskap)
    return spoer_moete(turn, meaning, valg.moeter) if valg.moeter else []


def spoer_moete(turn: Turn, meaning: Meaning, moeter: Sequence[Moetehode]) -> list[Reply]:
    knapper = [_videre(meaning, _valgnavn(turn, hode), moete=hode.id) for hode in moeter]
    return spoer(turn, turn.norsk.tekst("spoer.moete"), knapper)


def moetenavn(turn: Turn, hode: Moetehode) -> str:
    """«ASU onsdag 17. april 2024 kl. 13.00–17.00»."""
    return moetenavn_paa(turn.norsk, turn.register, hode)


def moetenavn_paa(norsk: Norsk, register: Register, hode: Moetehode) -> str:
    """The same in the målform of somebody else."""
    return f"{organnavn(register, hode.organ_ids, hode.dato)} {naar(norsk, hode)}"


def _valgnavn(turn: Turn, hode: Moetehode) -> str:
    navn = moetenavn(turn, hode)
    return turn.norsk.tekst("moetet.avlyst_navn", moete=navn) if hode.avlyst else navn


def _videre(meaning: Meaning, label: str, **valgt: int) -> Button:
    """The same question with the choice filled in."""
    uten_organ = replace(meaning.slots, organ_ids=(), organ_tekst=None)
    knappen = videre(label, meaning, uten_organ)
    return replace(knappen, data={**knappen.data, **valgt})
