"""What writes, and was not said in so many words, is shown first and done on «Ja, …».

A dialog that writes declares what it would write (`Skriver`); asking, answering and that only
the one who was asked may answer is the same for all.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol, runtime_checkable

from bot.cards.bekreftelse import bekreftelse
from bot.cards.melding import setning, skriveknapp
from bot.domain.conversation import Button
from bot.domain.errors import Refusal
from bot.turn import Dialog, Meaning, Reply, Turn
from dialogs.slots import UgyldigKnapp, fra_data, til_data
from dialogs.svar import si, si_paa_kortet
from dialogs.tjenester import Tjenester

JA, AVBRYT = "bekreft.ja", "bekreft.avbryt"
VERB = frozenset({JA, AVBRYT})
GJELDER = timedelta(days=1)
"""How long the buttons count, and as long as their operation is remembered: never done twice."""


@dataclass(frozen=True)
class Forhaandsvisning:
    """`spoersmaal` is asked («Skal jeg svare deg på nynorsk?»), with `linjer` of what will be written
    where that does not say it all. `ja` is what stands on the button behind «Ja, »; `meaning` is done
    then, and only what `til_data` keeps of its slots is kept till then.
    """

    spoersmaal: str
    ja: str
    meaning: Meaning
    linjer: tuple[str, ...] = ()


@runtime_checkable
class Skriver(Protocol):
    """A dialog that changes something."""

    async def forhaandsvisning(self, turn: Turn, meaning: Meaning) -> Forhaandsvisning | None:
        """What a yes would do. None where nothing would be written: then the dialog answers."""
        ...


class IkkeSpurt(Refusal):
    """Somebody else was asked."""


class ForSent(Refusal):
    """The question is more than a day old."""


async def vises_foerst(turn: Turn, meaning: Meaning, dialog: Dialog) -> Forhaandsvisning | None:
    """What must be said yes to before this dialog answers; None for a whole known sentence, for a
    button that was pressed, and for what writes nothing.
    """
    if meaning.strict or not isinstance(dialog, Skriver):
        return None
    return await dialog.forhaandsvisning(turn, meaning)


def be_om_ja(turn: Turn, vist: Forhaandsvisning, ny_id: Callable[[], str]) -> list[Reply]:
    """The card. Both buttons have one operation id, so the first of them to be pressed counts."""
    norsk, op, meaning = turn.norsk, ny_id(), vist.meaning
    spurt = {"hvem": turn.incoming.person.id, "spurt": turn.incoming.at.isoformat()}
    gjoer = {"hensikt": meaning.intent, "slots": til_data(meaning.slots)}
    knapper = (
        skriveknapp(norsk.tekst("knapp.ja_gjoer", hva=vist.ja), JA, op, **spurt, **gjoer),
        skriveknapp(norsk.tekst("knapp.avbryt"), AVBRYT, op, **spurt),
    )
    turn.asks = knapper
    return si(turn, bekreftelse(vist.spoersmaal, vist.linjer, *knapper))


def besvart(turn: Turn, button: Button) -> Meaning:
    """What the pressed button means: what was asked for, or the end of it. Raises UgyldigKnapp,
    IkkeSpurt and ForSent.
    """
    data = button.data
    if not isinstance(data.get("op"), str) or not isinstance(data.get("hvem"), str):
        raise UgyldigKnapp
    if data["hvem"] != turn.incoming.person.id:
        raise IkkeSpurt
    if turn.incoming.at - _spurt(data.get("spurt")) > GJELDER:
        raise ForSent
    if button.verb == AVBRYT:
        return Meaning(AVBRYT, sure=True, strict=True)
    hensikt, slots = data.get("hensikt"), data.get("slots")
    if not isinstance(hensikt, str) or not isinstance(slots, dict):
        raise UgyldigKnapp
    return Meaning(hensikt, sure=True, slots=fra_data(slots), strict=True)


def _spurt(skrevet: object) -> datetime:
    try:
        spurt = datetime.fromisoformat(skrevet) if isinstance(skrevet, str) else None
    except ValueError as feil:
        raise UgyldigKnapp from feil
    if spurt is None or spurt.tzinfo is None:
        raise UgyldigKnapp
    return spurt


def ordlagt(turn: Turn, avslag: IkkeSpurt | ForSent) -> list[Reply]:
    """Only the one who was asked gets the card changed."""
    if isinstance(avslag, IkkeSpurt):
        return [Reply(setning(turn.norsk.tekst("bekreft.ikke_spurt")))]
    return si_paa_kortet(turn, turn.norsk.tekst("bekreft.for_sent"))


class Avbrutt:
    """«Avbryt»: noted like a yes, so that a yes pressed after it does nothing."""

    intents = frozenset({AVBRYT})

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        turn.writes = True
        return si_paa_kortet(turn, turn.norsk.tekst("bekreft.avbrutt"))


def lag(tjenester: Tjenester) -> Dialog:
    return Avbrutt()
