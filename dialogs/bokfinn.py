"""The referat that is meant where none is tied to the conversation."""

from collections.abc import Collection

from bot.domain.moetebok import Boktilstand, Moetebok
from bot.domain.register import Moetehode
from bot.domain.rettigheter import Rett
from bot.turn import Meaning, Turn
from dialogs.bokrett import kan_foere_boken
from dialogs.rett import kan

IKKE_GODKJENT = (Boktilstand.UTKAST, Boktilstand.TIL_GODKJENNING)


async def mulige_boeker(
    turn: Turn, tilstander: Collection[Boktilstand]
) -> list[tuple[Moetebok, Moetehode]]:
    """Those the speaker may dictate to, as they were opened."""
    boeker = await turn.uow.boeker.i_tilstand(tilstander)
    funnet = [(bok, turn.register.hode(bok.moete_id)) for bok in boeker]
    return [(b, h) for b, h in funnet if h is not None and await kan_foere_boken(turn, b.id or 0)]


async def aapne_eller_siste(turn: Turn) -> list[tuple[Moetebok, Moetehode]]:
    """The open ones; where there is none, the one that was opened last of those not approved."""
    return (
        await mulige_boeker(turn, (Boktilstand.AAPEN,)) or (await mulige_boeker(turn, IKKE_GODKJENT))[-1:]
    )


async def finn_boken(turn: Turn, meaning: Meaning) -> None:
    """Sets `turn.bok_id` where the line has none: of the møte or body it names, else the only open one or
    the last that is not approved.
    """
    if turn.bok_id is not None:
        return
    if meaning.slots.moete_id is not None:
        bok = await turn.uow.boeker.for_moete(meaning.slots.moete_id)
        turn.bok_id = bok.id if bok else None
        return
    organer = set(meaning.slots.organ_ids)
    mulige = [(b, h) for b, h in await aapne_eller_siste(turn) if not organer or organer & set(h.organ_ids)]
    turn.bok_id = mulige[-1][0].id if mulige else None


async def finn_mitt_utvalgs(turn: Turn) -> bool:
    """Sets `turn.bok_id` to the only open one of a body the speaker is in; whether there is one."""
    aapne = await turn.uow.boeker.i_tilstand((Boktilstand.AAPEN,))
    mine = [b for b in aapne if _mitt(turn, b)]
    turn.bok_id = mine[0].id if len(mine) == 1 else turn.bok_id
    return len(mine) == 1


def _mitt(turn: Turn, bok: Moetebok) -> bool:
    hode = turn.register.hode(bok.moete_id)
    return hode is not None and kan(turn, Rett.SE_FRAMMOETE, hode.organ_ids)
