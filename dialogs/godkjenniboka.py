"""The answer to whether the previous referat is approved: it and the open one are written together."""

from collections.abc import Collection

from bot.domain import bokgodkjenning
from bot.domain.aktoer import Aktoer
from bot.domain.bokendret import siste_innhold
from bot.domain.bokstand import Bokstand
from bot.domain.moetebok import Boktilstand
from bot.turn import Dialog, Meaning, Reply, Turn
from dialogs.bok import i_boken, kvitter
from dialogs.bokfoer import Bok, hold, noter
from dialogs.bokkvittering import kvitter_punkter
from dialogs.godkjennoppslag import (
    BEGGE,
    FORRIGE,
    INGEN,
    KONKLUSJON,
    SETT,
    SVAR,
    VALG,
    i_saken,
    konklusjon,
    spoer_forrige,
)
from dialogs.referatgodkjenn import etter_godkjenning
from dialogs.slots import UgyldigKnapp, ord_, tall
from dialogs.svar import si_paa_kortet
from dialogs.tjenester import Tjenester


class GodkjennIBoka:
    intents = frozenset({SVAR})

    def __init__(self, tjenester: Tjenester) -> None:
        self._tjenester = tjenester

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        return await i_boken(turn, lambda: self._svar(turn, meaning))

    async def _svar(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        valg, forrige_id = ord_(meaning.slots, VALG), tall(meaning.slots, FORRIGE)
        if valg not in (BEGGE, KONKLUSJON, INGEN) or forrige_id is None:
            raise UgyldigKnapp
        if valg == INGEN:
            turn.writes = True
            return si_paa_kortet(turn, turn.norsk.tekst("bekreft.avbrutt"))
        tekst = turn.norsk.tekst("godkjenning.konklusjonen")
        if valg == KONKLUSJON:
            bok = await hold(turn)
            return await kvitter_punkter(
                turn, await noter(turn, bok, konklusjon(bok, tekst)), self._tjenester
            )
        return await self._begge(turn, forrige_id, tekst, tall(meaning.slots, SETT))

    async def _begge(self, turn: Turn, forrige_id: int, tekst: str, sett: int | None) -> list[Reply]:
        """The older is locked first, so that two who do it at once wait for one another in one order."""
        aapen_id = turn.bok_id
        if aapen_id is None or aapen_id == forrige_id:
            raise UgyldigKnapp
        turn.bok_id = forrige_id
        forrige = await hold(turn, krev=_alle)
        turn.bok_id = aapen_id
        bok = await hold(turn)
        _krev_forrige(turn, bok, forrige)
        linjer = konklusjon(bok, tekst) if bok.stand.aapen is not None else ()
        godkjent = bokgodkjenning.godkjenn(
            forrige.stand, forrige.akt, i_saken(bok), usendt=True, uansett=True
        )
        if sett != siste_innhold(forrige.linjer):
            endret = turn.norsk.tekst("godkjenning.endret_siden_spurt")
            return await spoer_forrige(turn, bok, (forrige.bok, forrige.hode), self._tjenester, endret)
        await etter_godkjenning(turn, self._tjenester, forrige, await noter(turn, forrige, godkjent))
        foert = await noter(turn, bok, linjer) if linjer else None
        sagt = turn.norsk.tekst("godkjenning.godkjent_og_laast", dato=f"{forrige.hode.dato:%d.%m.%y}")
        if foert is None:
            return kvitter(turn, sagt)
        svar = await kvitter_punkter(turn, foert, self._tjenester)
        return kvitter(turn, f"{svar[0].message.text}\n{sagt}") if svar else svar


def _alle(aktoer: Aktoer, stand: Bokstand, organ_ids: Collection[int]) -> None:
    """Whose right it takes is that of the open referat, in which the møte approves it."""


def _krev_forrige(turn: Turn, bok: Bok, forrige: Bok) -> None:
    """What the button carries is checked again: an earlier møte of one of the same bodies, and the open
    referat is open. Raises UgyldigKnapp, IkkeHevet and Laast.
    """
    felles = set(bok.hode.organ_ids) & set(forrige.hode.organ_ids)
    if not felles or bok.stand.tilstand is not Boktilstand.AAPEN:
        raise UgyldigKnapp
    if forrige.hode.dato > bok.hode.dato:
        raise UgyldigKnapp


def lag(tjenester: Tjenester) -> Dialog:
    return GodkjennIBoka(tjenester)
