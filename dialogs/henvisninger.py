"""The saker that the text of a sak refers to: a button to each that is there."""

from bot.cards.melding import knapp, setning
from bot.cards.ord import organnavn
from bot.cards.sak import saksdata
from bot.domain.conversation import Button
from bot.domain.henvisning import Henvist, tekstene
from bot.domain.saksoek import med_saksnr, saker
from bot.language.henvisninger import i_moetet
from bot.turn import Reply, Turn
from dialogs.moetet import papirene

MAKS = 5


async def henviser_til(turn: Turn) -> list[Reply]:
    """Under the sak that this turn showed; nothing where it refers to none."""
    vist = turn.conversation.context
    hode = (
        turn.register.hode(vist.moete_id or 0) if vist.shown == turn.incoming.at and vist.saksnr else None
    )
    moete = await papirene(turn, hode) if hode else None
    sak = med_saksnr(saker(moete), vist.saksnr, None, None) if moete else None
    if moete is None or sak is None:
        return []
    funnet = (await i_moetet(turn.uow, moete, tekstene(sak))).finnes
    if not funnet:
        return []
    knapper = [_knapp(turn, henvist) for henvist in funnet[:MAKS]]
    return [Reply(setning(turn.norsk.tekst("soek.viser_til"), knapper))]


def _knapp(turn: Turn, henvist: Henvist) -> Button:
    organ = organnavn(turn.register, henvist.hode.organ_ids, henvist.hode.dato)
    dato = turn.norsk.dato(henvist.hode.dato).partition(" ")[2]
    label = f"{turn.norsk.tekst('soek.sak', saksnr=henvist.sak.saksnr)} {organ} {dato}"
    return knapp(label, "sak.vis", **saksdata(henvist.sak, henvist.hode.id))
