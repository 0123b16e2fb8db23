"""Once the møte has begun: who leads it takes up a sak under eventuelt, or pushes it to the next."""

from bot.domain import meldtsak
from bot.domain.eventuelt import har_begynt
from bot.domain.meldtsak import MeldtSak, Sakslag
from bot.domain.rettigheter import Rett
from bot.turn import Dialog, Meaning, Reply, Turn
from dialogs.eventuelt_gjort import ferdig_med, flytt, naa
from dialogs.eventuelt_lager import endre, hent, moetet, stedet
from dialogs.eventuelt_liste import eventueltliste
from dialogs.eventuelt_sak import si_fra
from dialogs.moetet import moetenavn
from dialogs.rett import krev, krev_her
from dialogs.slots import UgyldigKnapp, tall
from dialogs.svar import si, si_setning
from dialogs.tjenester import Tjenester

TA_OPP, SKYV = "eventuelt.ta_opp", "eventuelt.skyv"


class EventueltLede:
    intents = frozenset({TA_OPP, SKYV})

    def __init__(self, tjenester: Tjenester) -> None:
        self._tjenester = tjenester

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        """The list again, in the place of the one that was pressed."""
        sak_id = tall(meaning.slots, "meldt")
        if sak_id is None:
            raise UgyldigKnapp
        sak = await hent(turn, sak_id)
        krev(turn, Rett.LEDE_EVENTUELT, (sak.organ_id,))
        krev_her(turn, (sak.organ_id,))
        hode = moetet(turn, sak)
        ferdig = ferdig_med(turn, sak) if not (hode and har_begynt(hode, turn.incoming.at)) else ""
        if hode is None or sak.slag is not Sakslag.EVENTUELT:
            raise UgyldigKnapp
        if ferdig:
            return si_setning(turn, ferdig)
        if not har_begynt(hode, turn.incoming.at):
            return si_setning(turn, turn.norsk.tekst("eventuelt.ikke_begynt", moete=moetenavn(turn, hode)))
        gjort = await self._gjoer(turn, meaning, sak)
        return si(turn, await eventueltliste(turn, hode, self._tjenester, foerst=gjort))

    async def _gjoer(self, turn: Turn, meaning: Meaning, sak: MeldtSak) -> str:
        if sak.tilstand is not meldtsak.Sakstilstand.MELDT:
            return ferdig_med(turn, sak)
        if meaning.intent == TA_OPP:
            tatt = await endre(turn, meldtsak.tatt_opp(sak, turn.aktoer.hvem, naa(turn)))
            return turn.norsk.tekst("eventuelt.tatt_opp", tittel=tatt.tittel)
        skjoevet = await flytt(turn, sak)
        await si_fra(turn, skjoevet, self._tjenester)
        return turn.norsk.tekst("eventuelt.flyttet", tittel=skjoevet.tittel, moete=stedet(turn, skjoevet))


def lag(tjenester: Tjenester) -> Dialog:
    return EventueltLede(tjenester)
