"""Why a møte cannot be moved, called off or held after all, said with what can be done instead."""

from bot.cards.ord import naar, organnavn, stor
from bot.domain.moete import Moete
from bot.domain.moeteendring import Hinder, KanIkke
from bot.domain.register import Moetehode
from bot.turn import Reply, Turn
from dialogs.moetemelding import svar
from dialogs.moetet import moetenavn


def si_hvorfor(turn: Turn, hode: Moetehode, feil: KanIkke, ny: Moete | None = None) -> list[Reply]:
    """`ny` is what it was to become."""
    return svar(turn, _ordlagt(turn, hode, feil, ny))


def _ordlagt(turn: Turn, hode: Moetehode, feil: KanIkke, ny: Moete | None) -> str:
    norsk, moete = turn.norsk, moetenavn(turn, hode)
    match feil.hinder:
        case Hinder.BEGYNT:
            organ = organnavn(turn.register, hode.organ_ids, hode.dato)
            return norsk.tekst("moetet.hinder_begynt", moete=moete, organ=organ)
        case Hinder.FORTID:
            return norsk.tekst("moetet.hinder_fortid", naar=stor(naar(norsk, ny or hode)))
        case Hinder.OPPTATT:
            return norsk.tekst("moetet.hinder_opptatt", annet=moetenavn(turn, feil.annet or hode))
        case Hinder.BAKVENDT:
            return norsk.tekst("moetet.hinder_bakvendt")
        case Hinder.AVLYST:
            return norsk.tekst("moetet.hinder_avlyst", moete=moete)
        case Hinder.IKKE_AVLYST:
            return norsk.tekst("moetet.hinder_ikke_avlyst", moete=moete)
        case Hinder.UENDRET:
            return norsk.tekst("moetet.hinder_uendret", moete=moete)
