"""The referat of the meeting whose chat it is asked in, where it may not be shown there yet."""

from bot.domain.moetebok import Boktilstand, Moetebok
from bot.turn import Meaning, Reply, Turn
from dialogs.bok import bokens_navn
from dialogs.boksynlig import vises_boken_her
from dialogs.godkjenningsbok import LUKKET
from dialogs.svar import si_setning
from dialogs.teamsmoete import moete_i_samtalen


async def referatet_vises_ikke(turn: Turn, meaning: Meaning) -> list[Reply]:
    """How far it has come, and where it can be seen; nothing where another body or day is named."""
    slots = meaning.slots
    if slots.organ_tekst or slots.organ_ids or slots.period or slots.moete_id is not None:
        return []
    bok = await _chattens(turn)
    hode = turn.register.hode(bok.moete_id) if bok else None
    if bok is None or hode is None or vises_boken_her(turn, bok, hode):
        return []
    sendt = bok.tilstand is Boktilstand.TIL_GODKJENNING
    hva = "sendt" if sendt else "utkast"
    return si_setning(turn, turn.norsk.tekst(f"ettersending.{hva}_ikke_her", moete=bokens_navn(turn, hode)))


async def _chattens(turn: Turn) -> Moetebok | None:
    """The open one that is kept here, else that of the meeting, else the last that was."""
    boeker = turn.uow.boeker
    bok = await boeker.i_samtale(turn.conversation.id)
    moete_id = await moete_i_samtalen(turn) if bok is None else None
    if moete_id is not None:
        bok = await boeker.for_moete(moete_id)
    if bok is not None:
        return bok
    lukket = [b for b in await boeker.i_tilstand(LUKKET) if b.conversation_id == turn.conversation.id]
    return max(lukket, key=lambda b: b.aapnet, default=None)
