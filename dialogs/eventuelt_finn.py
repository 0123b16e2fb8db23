"""Which of the saker that were raised a line means: by its number on the list, by its words, or the
speaker's only one.
"""

from collections.abc import Callable, Sequence

from bot.cards.ord import Tall
from bot.domain.conversation import Button
from bot.domain.eventuelt import min_egen
from bot.domain.eventueltsoek import handler_om
from bot.domain.meldtsak import MeldtSak, Sakslag, Sakstilstand
from bot.domain.moeter import innenfor
from bot.domain.register import Moetehode
from bot.domain.rettigheter import IkkeHer, Rett
from bot.turn import Meaning, Reply, Slots, Turn
from dialogs.eventuelt import moetet_som_menes
from dialogs.eventuelt_lager import er_over, hent, moetet, til_eventuelt
from dialogs.moetet import moetenavn
from dialogs.rett import kan, krev, krev_et_sted, krev_her
from dialogs.slots import tall, til_data
from dialogs.svar import si_setning, spoer

VALG = 6


async def finn_sak(
    turn: Turn, meaning: Meaning, soek: str | None, ny_id: Callable[[], str], *, alle: bool = False
) -> MeldtSak | list[Reply]:
    """Else the reply that asks which, or says that there is none. `soek`: words of its title. Who may
    change others' finds theirs too, but only by a number or by words. `alle`: to put it on a saksliste,
    anybody's.

    Raises UgyldigKnapp and IkkeLov.
    """
    slots = meaning.slots
    sak_id = tall(slots, "meldt")
    if sak_id is not None:
        return await hent(turn, sak_id)
    nummer = (slots.sak.nummer or slots.sak.plass) if slots.sak else None
    if nummer is not None:
        return await _med_nummer(turn, meaning, nummer)
    if alle and not soek:
        return await _av_alle(turn, meaning, ny_id)
    mine = [] if alle else await _mine_her(turn, slots)
    if not soek and len(mine) == 1:
        return mine[0]
    if mine and not soek:
        return _spoer(turn, meaning, mine, ny_id())
    andres = [s for s in await _andres(turn, slots, alle=alle) if _passer(turn, s, slots)]
    for saker in (mine, andres):
        treff = [s for s in saker if soek and handler_om(s.tittel, soek)]
        if treff:
            return treff[0] if len(treff) == 1 else _spoer(turn, meaning, treff, ny_id())
    return _fant_ikke(turn, meaning, soek, mine or andres, ny_id())


async def _mine_her(turn: Turn, slots: Slots) -> list[MeldtSak]:
    """Raises IkkeHer where there are only such as may not be shown here."""
    mine = [s for s in await mine_ventende(turn) if _passer(turn, s, slots)]
    her = [s for s in mine if kan_vises(turn, s.organ_id)]
    if mine and not her:
        krev_her(turn, {s.organ_id for s in mine})
    return her


async def _andres(turn: Turn, slots: Slots, *, alle: bool) -> list[MeldtSak]:
    """Those that wait in the bodies where the speaker may change others', or put them on a saksliste;
    not where they may not be shown here. Raises IkkeLov where `alle` and there is no such body.
    """
    rett = Rett.AVGJOERE_SAK if alle else Rett.ENDRE_ANDRES_SAK
    if alle:
        krev_et_sted(turn, rett)
    organer = [o.id for o in turn.register.organer if o.id is not None and kan(turn, rett, (o.id,))]
    saker = [s for o in organer if kan_vises(turn, o) for s in await turn.uow.saker.for_organ(o)]
    return [
        s
        for s in saker
        if s.tilstand is Sakstilstand.MELDT
        and (alle or s.slag is Sakslag.EVENTUELT)
        and not er_over(turn, s)
    ]


def _fant_ikke(
    turn: Turn, meaning: Meaning, soek: str | None, saker: Sequence[MeldtSak], op: str
) -> list[Reply]:
    """None is taken only because it is the only one."""
    if not saker:
        return si_setning(turn, turn.norsk.tekst("eventuelt.ingen_egne"))
    key = "eventuelt.ingen_om" if soek else "eventuelt.ingen_egne_men"
    return _spoer(turn, meaning, saker, op, turn.norsk.tekst(key))


async def _med_nummer(turn: Turn, meaning: Meaning, nummer: int) -> MeldtSak | list[Reply]:
    hode = await moetet_som_menes(turn, meaning)
    if not isinstance(hode, Moetehode):
        return hode
    krev(turn, Rett.SE_EVENTUELT, hode.organ_ids)
    krev_her(turn, hode.organ_ids)
    liste = await til_eventuelt(turn, hode)
    if 0 < nummer <= len(liste):
        return liste[nummer - 1]
    moete = moetenavn(turn, hode)
    if not liste:
        return si_setning(turn, turn.norsk.tekst("eventuelt.ingen_meldt", moete=moete))
    return si_setning(
        turn, turn.norsk.tekst("eventuelt.bare_saa_mange", antall=Tall(len(liste)), moete=moete)
    )


async def _av_alle(turn: Turn, meaning: Meaning, ny_id: Callable[[], str]) -> MeldtSak | list[Reply]:
    hode = await moetet_som_menes(turn, meaning)
    if not isinstance(hode, Moetehode):
        return hode
    krev(turn, Rett.SE_EVENTUELT, hode.organ_ids)
    krev_her(turn, hode.organ_ids)
    venter = [s for s in await til_eventuelt(turn, hode) if s.tilstand is Sakstilstand.MELDT]
    if len(venter) == 1:
        return venter[0]
    if not venter:
        return si_setning(turn, turn.norsk.tekst("eventuelt.ingen_meldt", moete=moetenavn(turn, hode)))
    return _spoer(turn, meaning, venter, ny_id())


async def mine_saker(turn: Turn) -> list[MeldtSak]:
    """All that the speaker has raised, or somebody for them, whatever became of them."""
    organer = [o.id for o in turn.register.organer if o.id is not None]
    alle = [s for organ_id in organer for s in await turn.uow.saker.for_organ(organ_id)]
    return [s for s in alle if min_egen(s, turn.aktoer)]


async def mine_ventende(turn: Turn) -> list[MeldtSak]:
    """Those to eventuelt of a møte that is not over."""
    return [
        s
        for s in await mine_saker(turn)
        if s.slag is Sakslag.EVENTUELT and s.tilstand is Sakstilstand.MELDT and not er_over(turn, s)
    ]


def _passer(turn: Turn, sak: MeldtSak, slots: Slots) -> bool:
    hode = moetet(turn, sak)
    if slots.organ_ids and sak.organ_id not in slots.organ_ids:
        return False
    if slots.period is None:
        return True
    return hode is not None and innenfor(hode.dato, slots.period.fra, slots.period.til)


def kan_vises(turn: Turn, organ_id: int) -> bool:
    """In a channel only its bodies' own."""
    try:
        krev_her(turn, (organ_id,))
    except IkkeHer:
        return False
    return True


def _spoer(
    turn: Turn, meaning: Meaning, saker: Sequence[MeldtSak], op: str, foerst: str = ""
) -> list[Reply]:
    data = til_data(Slots(extra=meaning.slots.extra))
    knapper = [Button(s.tittel, meaning.intent, {**data, "meldt": s.id, "op": op}) for s in saker[:VALG]]
    return spoer(turn, foerst or turn.norsk.tekst("eventuelt.hvilken_sak"), knapper)
