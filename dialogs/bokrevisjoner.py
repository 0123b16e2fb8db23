"""«Vis tidligere versjoner av punkt 4»: every text it has had, with who and when."""

from bot.cards.bok import Punktgruppe, punktkort
from bot.clock import OSLO
from bot.domain import bokpunkt
from bot.domain.bokrett import krev_se
from bot.domain.bokstand import Punkt, Revisjon
from bot.language import skriv
from bot.turn import Meaning, Message, Reply, Turn
from dialogs.bokfinn import finn_boken
from dialogs.bokfoer import Bok, se
from dialogs.bokkvittering import merket
from dialogs.boksted import krev_vist_her
from dialogs.slots import tall
from dialogs.svar import si


async def vis_revisjoner(turn: Turn, meaning: Meaning) -> list[Reply]:
    await finn_boken(turn, meaning)
    bok = await se(turn)
    krev_se(turn.aktoer, bok.stand, bok.hode.organ_ids)
    krev_vist_her(turn, bok)
    nr = tall(meaning.slots, "punkt")
    siste = nr is None or nr < 0
    punkt = bokpunkt.siste_av(bok.stand, bok.akt.av) if siste else bokpunkt.punkt(bok.stand, nr or 0)
    return si(turn, revisjonskort(turn, bok, punkt))


def revisjonskort(turn: Turn, bok: Bok, punkt: Punkt) -> Message:
    foerst = merket(bok.stand, punkt.nr, turn)
    if punkt.stroeket:
        foerst = turn.norsk.tekst("foering.stroeket", punkt=foerst)
    grupper = [Punktgruppe(_hode(turn, r), (r.tekst,)) for r in reversed(punkt.revisjoner)]
    return punktkort(turn.norsk, foerst, grupper)


def _hode(turn: Turn, revisjon: Revisjon) -> str:
    """«Emeli Berg kl. 13.05»."""
    navn = revisjon.av.navn if revisjon.av else turn.norsk.tekst("foering.boten")
    at = revisjon.at.astimezone(OSLO)
    klokke = f"{turn.norsk.dato(at.date())} kl. {skriv.klokke(at.time())}"
    return f"{navn}, {klokke}"
