"""What may be seen of a referat that is kept here and not approved, by whom and where.

An utkast is shown to those who keep it, in 1:1. One that is to be approved is shown to the bodies' own, in
1:1 and in the bodies' channels.
"""

from collections.abc import Mapping
from dataclasses import replace

from bot.clock import OSLO
from bot.domain import bokrett
from bot.domain.boklesing import les
from bot.domain.bokreferat import til_referat
from bot.domain.bokstand import Bokstand
from bot.domain.conversation import ConversationKind
from bot.domain.moete import Moete
from bot.domain.moetebok import Boktilstand, Moetebok
from bot.domain.register import Moetehode
from bot.domain.rettigheter import Rett
from bot.turn import Norsk, Turn
from dialogs.godkjenningsbok import IKKE_GODKJENT
from dialogs.moetet import papirene
from dialogs.rett import kan, vises_her

Boeker = Mapping[int, Moetebok]
"""Of a møte, by its id."""


def vises_boken_her(turn: Turn, bok: Moetebok, hode: Moetehode) -> bool:
    """Whether the place is one where it may be seen; the person is another matter."""
    if bok.tilstand is Boktilstand.GODKJENT:
        return True
    privat = turn.incoming.conversation.kind is ConversationKind.PERSONAL
    return privat or (bok.tilstand is Boktilstand.TIL_GODKJENNING and vises_her(turn, hode.organ_ids))


async def kan_se_boken(turn: Turn, bok: Moetebok, hode: Moetehode) -> bool:
    """The log is read only for one who may not by their role: they may be set in this møte."""
    sendt = bok.tilstand is Boktilstand.TIL_GODKJENNING
    if kan(turn, Rett.SE_REFERAT if sendt else Rett.SE_UTKAST, hode.organ_ids):
        return True
    return bokrett.kan_se(turn.aktoer, les(await turn.uow.boeker.les(bok.id or 0)), hode.organ_ids)


async def ikke_godkjente(turn: Turn) -> Boeker:
    """Those that the speaker may see here."""
    boeker = [(b, turn.register.hode(b.moete_id)) for b in await turn.uow.boeker.i_tilstand(IKKE_GODKJENT)]
    her = [(b, h) for b, h in boeker if h and vises_boken_her(turn, b, h)]
    return {h.id: b for b, h in her if await kan_se_boken(turn, b, h)}


async def papirene_med_boken(
    turn: Turn, hode: Moetehode, boeker: Boeker | None = None
) -> tuple[Moete, str]:
    """The papers, and the referat of them as far as the speaker may see it; with how far that one has come,
    where it is not approved. What is unntatt offentlighet is there in 1:1 alone. `boeker`: what
    `ikke_godkjente` gave.
    """
    moete = await papirene(turn, hode)
    bok = (await ikke_godkjente(turn) if boeker is None else boeker).get(hode.id)
    if bok is None:
        return moete, ""
    stand = les(await turn.uow.boeker.les(bok.id or 0))
    offentlig = turn.incoming.conversation.kind is not ConversationKind.PERSONAL
    referat = til_referat(stand, moete, turn.register, offentlig=offentlig)
    return replace(moete, referat=referat), status(turn.norsk, stand)


def status(norsk: Norsk, stand: Bokstand) -> str:
    """How far it has come: «Utkast – ikke godkjent»."""
    if stand.tilstand is Boktilstand.TIL_GODKJENNING and stand.merknadsfrist:
        return norsk.tekst("godkjenning.status_sendt", dato=norsk.dato(stand.merknadsfrist))
    if stand.tilstand is Boktilstand.GODKJENT and stand.godkjent:
        dag = norsk.dato(stand.godkjent.astimezone(OSLO).date())
        hvor = norsk.tekst("godkjenning.status_i", hvor=stand.godkjent_i) if stand.godkjent_i else ""
        return norsk.tekst("godkjenning.status_godkjent", dato=dag) + hvor
    return norsk.tekst("godkjenning.status_utkast")
