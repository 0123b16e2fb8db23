"""«Hvem?»: the answer to an oppfølging that nobody was named for, pressed or written."""

from collections.abc import Sequence

from bot.domain import bokrette
from bot.domain.bokfeil import FlereHeter
from bot.domain.boklesing import les
from bot.domain.moetebok import Foering
from bot.language import hvemsvar
from bot.language.folkeord import er_aapent
from bot.turn import Dialog, Meaning, Reply, Turn
from dialogs.bok import i_boken, kvitter
from dialogs.bokfoer import Bok, foer
from dialogs.bokfolk import finn_folk, ukjente
from dialogs.bokkvittering import AAPENT, HVEM, punktlinje
from dialogs.bokspoer import spoer_hvem_av
from dialogs.bokvern import vern
from dialogs.slots import UgyldigKnapp, ord_, tall
from dialogs.tjenester import Tjenester


class BokHvem:
    intents = frozenset({HVEM})

    def __init__(self, tjenester: Tjenester) -> None:
        self._tjenester = tjenester

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        return await i_boken(turn, lambda: sett_hvem(turn, meaning, self._tjenester))


async def sett_hvem(turn: Turn, meaning: Meaning, tjenester: Tjenester) -> list[Reply]:
    nr, navn = tall(meaning.slots, "punkt"), ord_(meaning.slots, "navn")
    if nr is None:
        raise UgyldigKnapp
    if meaning.slots.extra.get(AAPENT) is True or (navn and er_aapent(navn)):
        return kvitter(turn, turn.norsk.tekst("foering.staar_aapent", nr=nr))
    valgt = ord_(meaning.slots, "hvem") or navn
    if not valgt:
        raise UgyldigKnapp
    stoppet = vern(turn, meaning, valgt, tjenester)
    if stoppet:
        return stoppet
    try:
        foert = await foer(turn, lambda bok: _satt(turn, bok, nr, valgt))
    except FlereHeter as feil:
        return await spoer_hvem_av(turn, meaning, feil, tjenester)
    punkt = foert.etter.punkter[nr]
    linjer = [punktlinje(turn, foert, punkt), ukjente(turn, punkt.hvem)]
    return kvitter(turn, "\n".join(d for d in linjer if d))


def _satt(turn: Turn, bok: Bok, nr: int, valgt: str) -> Sequence[Foering]:
    """«Emeli og Jonas» are two; a frist that is said with them is noted too. Raises FlereHeter."""
    svar = hvemsvar.les(valgt, turn.register, turn.incoming.at.date(), tuple(bok.hode.organ_ids))
    navn = svar.navn if svar else (valgt,)
    nye = bokrette.sett_hvem(bok.stand, bok.akt, nr, finn_folk(turn, bok, navn))
    if svar is None or svar.frist is None or svar.frist == bok.stand.punkter[nr].frist:
        return nye
    etter = les([*bok.linjer, *nye], bok.stand)
    return (*nye, *bokrette.sett_frist(etter, bok.akt, nr, svar.frist))


def lag(tjenester: Tjenester) -> Dialog:
    return BokHvem(tjenester)
