"""A dictated line: what kind of point it is, in which sak, in writing, and a receipt of one line."""

from dataclasses import replace

from bot.domain.bokfeil import FlereHeter, FristIFortiden, IngenSakAapen
from bot.domain.bokloep import krev_ulaast
from bot.domain.bokpunktfeil import FristUklar
from bot.domain.moetebok import Punktslag
from bot.turn import Dialog, Meaning, Reply, Turn
from dialogs.bekreft import Forhaandsvisning
from dialogs.bok import i_boken, si_fra
from dialogs.bokbekreft import forhaandsvis
from dialogs.bokfoer import Bok, hold, noter
from dialogs.bokforslag import forslagene
from dialogs.bokkvittering import kvitter_punkter
from dialogs.boklinjer import punktlinjer
from dialogs.bokspoer import spoer_frist, spoer_hvem_av, spoer_sak, spoer_slag, spoer_ukedag
from dialogs.bokvern import vern
from dialogs.moetet import papirene
from dialogs.slots import UgyldigKnapp, ord_, tall
from dialogs.svar import linjen
from dialogs.tjenester import Tjenester

PUNKT = "referat.punkt"


class BokPunkt:
    intents = frozenset({PUNKT})

    def __init__(self, tjenester: Tjenester) -> None:
        self._tjenester = tjenester

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        return await i_boken(turn, lambda: dikter(turn, meaning, self._tjenester))

    async def forhaandsvisning(self, turn: Turn, meaning: Meaning) -> Forhaandsvisning | None:
        return await forhaandsvis(turn, meaning)


async def dikter(turn: Turn, meaning: Meaning, tjenester: Tjenester) -> list[Reply]:
    """Notes the point; or asks what it needs to know, with what was said kept."""
    meaning = _med_tekst(turn, meaning)
    tekst, slag = ord_(meaning.slots, "tekst") or "", slag_i(meaning)
    stoppet = vern(turn, meaning, tekst, tjenester)
    if stoppet:
        return stoppet
    if not tekst.strip():
        return si_fra(turn, turn.norsk.tekst("foering.tom"))
    bok = await hold(turn)
    krev_ulaast(bok.stand)
    if slag is None:
        return await spoer_slag(turn, meaning, tjenester)
    return await _noter(turn, meaning, slag, bok, tjenester)


async def _noter(
    turn: Turn, meaning: Meaning, slag: Punktslag, bok: Bok, tjenester: Tjenester
) -> list[Reply]:
    if _uten_sak_etter_slutt(meaning, bok):
        return await spoer_sak(turn, meaning, bok, tjenester)
    moete = await papirene(turn, bok.hode)
    try:
        nye = punktlinjer(turn, meaning, slag, bok, moete)
    except IngenSakAapen:
        return await spoer_sak(turn, meaning, bok, tjenester)
    except FristIFortiden as feil:
        return await spoer_frist(turn, meaning, feil.frist, bok, tjenester)
    except FristUklar as feil:
        return await spoer_ukedag(turn, meaning, feil, tjenester)
    except FlereHeter as feil:
        return await spoer_hvem_av(turn, meaning, feil, tjenester)
    foert = await noter(turn, bok, nye)
    mer = forslagene(turn, foert.etter, moete, [foert.etter.punkter[nr] for nr in foert.nye_punkter])
    return await kvitter_punkter(turn, foert, tjenester, mer)


def _uten_sak_etter_slutt(meaning: Meaning, bok: Bok) -> bool:
    """When the møte is over no sak goes on: the one that was open last is not surely meant."""
    stand = bok.stand
    if stand.hevet is None or meaning.slots.sak is not None or tall(meaning.slots, "key") is not None:
        return False
    return not stand.loep or stand.loep[-1].sak == stand.aapen


def slag_i(meaning: Meaning) -> Punktslag | None:
    """None where it was not said. Raises UgyldigKnapp."""
    hva = ord_(meaning.slots, "hva")
    if hva is None:
        return None
    try:
        return Punktslag(hva)
    except ValueError as feil:
        raise UgyldigKnapp from feil


def _med_tekst(turn: Turn, meaning: Meaning) -> Meaning:
    """A line that was only guessed at is its own text; a label alone has none."""
    if meaning.strict or "tekst" in meaning.slots.extra:
        return meaning
    extra = {**meaning.slots.extra, "tekst": linjen(turn)}
    return replace(meaning, slots=replace(meaning.slots, extra=extra))


def lag(tjenester: Tjenester) -> Dialog:
    return BokPunkt(tjenester)
