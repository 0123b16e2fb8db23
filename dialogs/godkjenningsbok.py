"""Which referat somebody means who sends, remarks on or approves one, and whether they may."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from bot.domain.bokdeler import alles
from bot.domain.boklesing import les
from bot.domain.conversation import Button
from bot.domain.moetebok import Boktilstand, Moetebok
from bot.domain.organvalg import fersk
from bot.domain.register import Moetehode
from bot.domain.rettigheter import IkkeLov
from bot.turn import Meaning, Reply, Turn
from bot.varsling.godkjenning import Sak
from dialogs.bok import bokens_navn
from dialogs.bokfoer import Bok, Foert, IngenBok, Krav, akten, se
from dialogs.her import organer_her
from dialogs.oppslag import slaa_opp_foerst
from dialogs.slots import til_data
from dialogs.svar import spoer

BOK = "bok"
LUKKET = (Boktilstand.UTKAST, Boktilstand.TIL_GODKJENNING)
IKKE_GODKJENT = (Boktilstand.AAPEN, *LUKKET)


async def finn_bok(
    turn: Turn, meaning: Meaning, tilstander: Collection[Boktilstand], krav: Krav, *, delen: bool = False
) -> Bok | list[Reply] | None:
    """The one a button names; else the only one in those states that fits the line and is the speaker's
    to do this with. Several: the reply that asks. None where no such referat fits the line. Raises
    IkkeLov where none that fits is theirs, IngenBok for a button about one that is gone. `delen`: one of
    another body's møte will do, where a part of it is theirs too.
    """
    if isinstance(meaning.slots.extra.get(BOK), int):
        return await den_nevnte(turn, meaning, krav)
    mulige = [await _aapnet(turn, par) for par in await _som_passer(turn, meaning, tilstander)]
    mine = [bok for bok in mulige if _lov(turn, krav, bok)]
    if delen and not mulige:
        mine = [bok for bok in await _med_en_del(turn, meaning, tilstander) if _lov(turn, krav, bok)]
    if mulige and not mine:
        krev_bok(turn, krav, mulige[-1])
    valgt = _paa_bordet(turn, mine) or (mine[0] if len(mine) == 1 else None)
    if valgt is not None:
        turn.bok_id = valgt.id
        return valgt
    return _hvilken(turn, meaning, mine) if mine else None


async def den_nevnte(turn: Turn, meaning: Meaning, krav: Krav) -> Bok:
    """The one a button names, also deep in the data of a «Ja»."""
    bok_id = meaning.slots.extra.get(BOK)
    if not isinstance(bok_id, int) or isinstance(bok_id, bool):
        raise IngenBok
    turn.bok_id = bok_id
    bok = await se(turn)
    krev_bok(turn, krav, bok)
    return bok


def krev_bok(turn: Turn, krav: Krav, bok: Bok) -> None:
    """Where Teams' roster may know better who it is, it is asked first. Raises IkkeLov."""
    try:
        krav(turn.aktoer, bok.stand, bok.hode.organ_ids)
    except IkkeLov:
        slaa_opp_foerst(turn)
        raise


def _lov(turn: Turn, krav: Krav, bok: Bok) -> bool:
    try:
        krav(turn.aktoer, bok.stand, bok.hode.organ_ids)
    except IkkeLov:
        return False
    return True


async def _som_passer(
    turn: Turn, meaning: Meaning, tilstander: Collection[Boktilstand]
) -> list[tuple[Moetebok, Moetehode]]:
    """Of the bodies that are named, or that it is said in the chat of; else of the speaker's own."""
    organer = meaning.slots.organ_ids or organer_her(turn) or tuple(turn.aktoer.roller)
    par = [(b, turn.register.hode(b.moete_id)) for b in await turn.uow.boeker.i_tilstand(tilstander)]
    return [
        (b, h)
        for b, h in par
        if h and (not organer or set(organer) & set(h.organ_ids)) and _dag(meaning, h)
    ]


async def _med_en_del(turn: Turn, meaning: Meaning, tilstander: Collection[Boktilstand]) -> list[Bok]:
    """Those of other bodies' møter with a part that is of these bodies too."""
    organer = set(meaning.slots.organ_ids or organer_her(turn) or turn.aktoer.roller)
    par = [(b, turn.register.hode(b.moete_id)) for b in await turn.uow.boeker.i_tilstand(tilstander)]
    alle = [await _aapnet(turn, (b, h)) for b, h in par if h and _dag(meaning, h)]
    return [bok for bok in alle if organer & set(alles(bok.stand, bok.hode.organ_ids))]


def _dag(meaning: Meaning, hode: Moetehode) -> bool:
    slots = meaning.slots
    if slots.moete_id is not None:
        return slots.moete_id == hode.id
    if slots.period is None:
        return True
    fra, til = slots.period.fra, slots.period.til
    return (fra is None or fra <= hode.dato) and (til is None or hode.dato < til)


async def _aapnet(turn: Turn, par: tuple[Moetebok, Moetehode]) -> Bok:
    bok, hode = par
    linjer = await turn.uow.boeker.les(bok.id or 0)
    return Bok(bok, hode, tuple(linjer), les(linjer), akten(turn))


def _paa_bordet(turn: Turn, mulige: Sequence[Bok]) -> Bok | None:
    """The one whose møte was just shown."""
    vist = fersk(turn.conversation.context, turn.incoming.at)
    return next((b for b in mulige if vist and b.hode.id == vist.moete_id), None)


def _hvilken(turn: Turn, meaning: Meaning, mulige: Sequence[Bok]) -> list[Reply]:
    data = til_data(replace(meaning.slots, period=None, organ_ids=()))
    knapper = [
        Button(bokens_navn(turn, bok.hode), meaning.intent, {**data, BOK: bok.id}) for bok in mulige[-6:]
    ]
    return spoer(turn, turn.norsk.tekst("godkjenning.hvilket"), knapper)


def som_sak(turn: Turn, bok: Bok, foert: Foert) -> Sak:
    """For `bot.varsling`, as it stands after the act on `bok`."""
    linjer = (*bok.linjer, *foert.linjer)
    return Sak(turn.register, foert.hode, foert.bok, foert.etter, linjer)
