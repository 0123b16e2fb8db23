"""«Hva har jeg meldt forfall til?»: all møter to come at which the speaker is absent."""

from bot.cards.forfall import svarkort
from bot.cards.melding import knapp
from bot.domain.conversation import Button
from bot.domain.frammoete import Hvem
from bot.domain.moeter import kommende
from bot.domain.register import Moetehode
from bot.domain.situasjon import Situasjon
from bot.language import skriv
from bot.turn import Meaning, Reply, Turn
from bot.varsling.frammoete import les
from dialogs.forfallshvem import Gjelder, den_det_gjelder
from dialogs.moetet import moetenavn
from dialogs.rett import krev_her
from dialogs.svar import husk, si, si_setning

MINE = "mine"
MAKS_KNAPPER = 5


async def mine_forfall(turn: Turn) -> list[Reply]:
    """Nobody else's: it needs no right. Raises IkkeLov for one whom no register knows, IkkeHer."""
    gjelder = den_det_gjelder(turn, Meaning("forfall.liste", sure=True))
    if not isinstance(gjelder, Gjelder):
        return gjelder
    foran = kommende(turn.register.moeter, turn.incoming.at)
    egne = [m for m in foran if gjelder.alle_ids & set(m.organ_ids)]
    alle = [(m, await les(turn.uow, m.id, turn.incoming.at)) for m in egne]
    borte = [(m, sit) for m, sit in alle if sit.stilling.person(gjelder.hvem).borte]
    for hode, _ in borte:
        krev_her(turn, hode.organ_ids)
    if not borte:
        return si_setning(turn, turn.norsk.tekst("minefor.ingen"))
    if len(borte) == 1:
        husk(turn, borte[0][0])
    linjer = [_linje(turn, m, sit, gjelder.hvem) for m, sit in borte]
    knapper = [_knapp(turn, m, flere=len(borte) > 1) for m, _ in borte[:MAKS_KNAPPER]]
    return si(turn, svarkort([turn.norsk.tekst("minefor.foerst")], linjer, knapper))


def _linje(turn: Turn, hode: Moetehode, sit: Situasjon, hvem: Hvem) -> str:
    """«ASU onsdag 17. april 2024 kl. 13.00–17.00. Liv Strand er vara.»"""
    norsk, navn = turn.norsk, moetenavn(turn, hode)
    plasser = sit.plasser_til(hvem)
    varaer = [k.vara.navn for p in plasser if (k := sit.stilling.dekket_av(p.organ_id, p.hvem))]
    spurt = [k.vara.navn for p in plasser for k in sit.stilling.spurt(p.organ_id, p.hvem)]
    if varaer:
        return norsk.tekst("minefor.vara", moete=navn, navn=skriv.liste(list(dict.fromkeys(varaer))))
    if spurt:
        return norsk.tekst("minefor.spurt", moete=navn, navn=skriv.liste(list(dict.fromkeys(spurt))))
    return norsk.tekst("minefor.uten", moete=navn)


def _knapp(turn: Turn, hode: Moetehode, *, flere: bool) -> Button:
    if not flere:
        return knapp(turn.norsk.tekst("forfall.knapp_likevel"), "forfall.trekk", moete=hode.id)
    label = turn.norsk.tekst("minefor.knapp", moete=moetenavn(turn, hode))
    return knapp(label, "forfall.trekk", moete=hode.id)
