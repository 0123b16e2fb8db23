"""Who was there while one sak was open: it follows from when each came and left."""

from bot.cards.ord import sakstittel
from bot.domain.bokframmoete import ikke_til_stede_i, til_stede_i
from bot.domain.bokstand import Boksak, Frammoett
from bot.language import skriv
from bot.turn import Reply, Turn
from dialogs.bokfoer import Bok
from dialogs.svar import si_setning


def vis_moett(turn: Turn, bok: Bok, sak: Boksak) -> list[Reply]:
    """Of those who are confirmed; who had not come, or had left, is named beside them."""
    der, borte = til_stede_i(bok.stand, sak.key), ikke_til_stede_i(bok.stand, sak.key)
    if not der and not borte:
        return si_setning(turn, turn.norsk.tekst("foering.ingen_i_listen"))
    linjer = [sakstittel(sak.saksnr, sak.tittel)]
    for noekkel, folk in (("til_stede", der), ("ikke_til_stede", borte)):
        if folk:
            linjer.append(turn.norsk.tekst(f"foering.linje_{noekkel}", navn=skriv.liste(_navn(folk))))
    return si_setning(turn, "\n".join(linjer))


def _navn(folk: tuple[Frammoett, ...]) -> list[str]:
    return [f.person.navn for f in folk]
