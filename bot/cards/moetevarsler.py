"""What others are told of a møte: that it is called, moved, called off or near.

`personlig` is for one person, who can answer on the card; else it is for a channel.
"""

from bot.cards.element import overskrift, tekstblokk
from bot.cards.melding import knapp, kort
from bot.cards.moete import Ramme, avlyst_foerst, moetekort
from bot.cards.moetetid import TID, moetetid
from bot.cards.ord import naar, organnavn
from bot.domain.conversation import Button
from bot.domain.moete import Moete
from bot.domain.register import Moetehode
from bot.turn import Message, Norsk


def innkalling(moete: Moete, ramme: Ramme, *, personlig: bool) -> Message:
    linje = ramme.norsk.tekst(
        "moetet.innkalling", organ=_organ(moete, ramme), naar=naar(ramme.norsk, moete)
    )
    return _kort(linje, moete, ramme, personlig)


def paaminnelse(moete: Moete, ramme: Ramme) -> Message:
    linje = ramme.norsk.tekst(
        "moetet.paaminnelse", organ=_organ(moete, ramme), naar=naar(ramme.norsk, moete)
    )
    return _kort(linje, moete, ramme, True)


def flyttet(foer: Moete, ny: Moete, ramme: Ramme, *, personlig: bool) -> Message:
    mer = _nytt_sted_ogsaa(foer, ny, ramme.norsk)
    if ramme.public_url:
        mer.append(ramme.norsk.tekst("moetet.kalender"))
    return _kort(flyttelinje(foer, ny, ramme), ny, ramme, personlig, *mer)


def avlyst(moete: Moete, ramme: Ramme) -> Message:
    linje = avlyst_foerst(ramme.norsk, moete, skulle_vaert(ramme.norsk, _organ(moete, ramme), moete))
    mer = [ramme.norsk.tekst("moetet.kalender_avlyst")] if ramme.public_url else []
    return kort("\n".join([linje, *mer]), [overskrift(linje), *map(tekstblokk, mer)])


def gaar_likevel(moete: Moete, ramme: Ramme, *, personlig: bool) -> Message:
    linje = ramme.norsk.tekst(
        "moetet.gaar_likevel", organ=_organ(moete, ramme), naar=naar(ramme.norsk, moete)
    )
    return _kort(linje, moete, ramme, personlig)


def skulle_vaert(norsk: Norsk, organ: str, moete: Moete | Moetehode) -> str:
    """«Møtet i ASU skulle vært …»: what there is to say of when an avlyst møte is."""
    return norsk.tekst("moetet.skulle_vaert", organ=organ, naar=naar(norsk, moete))


def flyttelinje(foer: Moete, ny: Moete, ramme: Ramme) -> str:
    """«Møtet i ASU er flyttet fra … til …», or that only its place is another."""
    norsk, organ = ramme.norsk, _organ(ny, ramme)
    if _tid(foer) == _tid(ny):
        return norsk.tekst("moetet.nytt_sted", organ=organ, naar=naar(norsk, ny), sted=ny.sted or "")
    return norsk.tekst("moetet.er_flyttet", organ=organ, fra=naar(norsk, foer), til=naar(norsk, ny))


def _nytt_sted_ogsaa(foer: Moete, ny: Moete, norsk: Norsk) -> list[str]:
    begge = _tid(foer) != _tid(ny) and foer.sted != ny.sted and ny.sted
    return [norsk.tekst("moetet.ogsaa_sted", sted=ny.sted)] if begge else []


def _tid(moete: Moete) -> tuple[object, ...]:
    return moete.dato, moete.start, moete.slutt


def _kort(linje: str, moete: Moete, ramme: Ramme, personlig: bool, *mer: str) -> Message:
    svar = [ramme.norsk.tekst("moetet.kan_du_ikke")] if personlig else []
    knapper = _svarknapper(ramme.norsk, moete) if personlig else []
    return moetekort(linje, moete, ramme, " ".join([*mer, *svar]), knapper)


def _svarknapper(norsk: Norsk, moete: Moete) -> list[Button]:
    """Without an operation: whoever changes their mind presses the other, and the first again."""
    om = {"moete": moete.id, TID: moetetid(moete)}
    return [
        knapp(norsk.tekst("moetet.knapp_kommer"), "frammoete.meld", hva="kommer", **om),
        knapp(norsk.tekst("moetet.knapp_forfall"), "forfall.meld", **om),
    ]


def _organ(moete: Moete, ramme: Ramme) -> str:
    return organnavn(ramme.register, moete.organ_ids, moete.dato)
