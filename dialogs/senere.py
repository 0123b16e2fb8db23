"""What the bot understands but cannot do yet, said honestly, with what one can do meanwhile."""

from bot.cards.melding import knapp
from bot.turn import Dialog, Meaning, Reply, Turn
from dialogs.svar import si_setning
from dialogs.tjenester import Tjenester

GRUPPER = {
    "moete.flytt": "moete",
    "moete.avlys": "moete",
    "innkalling.send": "moete",
    "rolle.gi": "medlem",
    "forfall.meld": "forfall",
    "forfall.trekk": "forfall",
    "frammoete.meld": "forfall",
    "eventuelt.meld": "eventuelt",
    "eventuelt.trekk": "eventuelt",
    "sak.meld": "eventuelt",
    "oppgave.ferdig": "oppgave",
    "referat.start": "referat",
    "referat.stopp": "referat",
    "referat.sak": "referat",
    "referat.punkt": "referat",
    "referat.angre": "referat",
    "referat.rett": "referat",
    "referat.frammoete": "referat",
    "referat.send": "referat",
    "referat.merknad": "referat",
    "referat.godkjenn": "referat",
    "sammendrag.post": "kanal",
    "sammendrag.plan": "kanal",
    "kanal.koble": "kanal",
    "kanal.koble_fra": "kanal",
}
"""Intent to the sentence `senere.<group>`."""


class Senere:
    intents = frozenset(GRUPPER)

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        return si_setning(
            turn,
            turn.norsk.tekst(f"senere.{GRUPPER[meaning.intent]}"),
            [knapp(turn.norsk.tekst("knapp.hjelp"), "hjelp")],
        )


def lag(tjenester: Tjenester) -> Dialog:
    return Senere()
