"""What is stored about the one who asks, and «Glem meg»: what can be deleted, and what the utvalg keep."""

from bot.cards.melding import knapp
from bot.cards.personvern import lagret
from bot.domain.conversation import ConversationKind
from bot.domain.gjennomsyn import KEPT
from bot.turn import Dialog, Meaning, Norsk, Reply, Turn
from dialogs.bekreft import Forhaandsvisning, be_om_ja
from dialogs.personopplysninger import om_deg
from dialogs.svar import si, si_paa_kortet
from dialogs.tjenester import Tjenester

VIS, SLETT, GLEM = "personvern.vis", "personvern.slett", "personvern.glem"


class Personvern:
    intents = frozenset({VIS, SLETT, GLEM})

    def __init__(self, tjenester: Tjenester) -> None:
        self._tjenester = tjenester

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        if meaning.intent == VIS:
            return await self._vis(turn)
        if meaning.intent == SLETT:
            return be_om_ja(turn, self._spoersmaalet(turn.norsk), self._tjenester.ny_id)
        await turn.uow.brukere.glem(turn.incoming.person.key)
        turn.writes = True
        return si_paa_kortet(turn, turn.norsk.tekst("personvern.glemt"))

    async def _vis(self, turn: Turn) -> list[Reply]:
        """What concerns the person alone is shown to the person alone."""
        norsk = turn.norsk
        privat = turn.conversation.kind is ConversationKind.PERSONAL
        om = await om_deg(turn) if privat else [norsk.tekst("personvern.bare_deg")]
        ellers = [
            norsk.tekst("personvern.lagrer"),
            self._linjene(norsk),
            norsk.tekst("personvern.et_doegn"),
            norsk.tekst("personvern.slettes"),
        ]
        knapper = [knapp(norsk.tekst("knapp.glem_meg"), SLETT), knapp(norsk.tekst("knapp.hjelp"), "hjelp")]
        return si(turn, lagret(norsk, om, ellers, knapper))

    def _spoersmaalet(self, norsk: Norsk) -> Forhaandsvisning:
        linjer = [norsk.tekst("personvern.slettes_na"), norsk.tekst("personvern.beholdes")]
        if self._tjenester.keep_phrases:
            linjer.append(norsk.tekst("personvern.linjer_uten_navn"))
        return Forhaandsvisning(
            spoersmaal=norsk.tekst("personvern.skal_glemme"),
            ja=norsk.tekst("personvern.ja_glem"),
            meaning=Meaning(GLEM, sure=True),
            linjer=tuple(linjer),
        )

    def _linjene(self, norsk: Norsk) -> str:
        if not self._tjenester.keep_phrases:
            return norsk.tekst("personvern.ingen_linjer")
        return norsk.tekst("personvern.linjer", dager=KEPT.days)


def lag(tjenester: Tjenester) -> Dialog:
    return Personvern(tjenester)
