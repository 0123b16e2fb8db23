"""What every conversation about a referat that is being kept does: finds it, words a refusal, and says
little.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace

from bot.cards.melding import setning
from bot.cards.ord import organnavn
from bot.domain.bokfeil import Bokfeil, Laast
from bot.domain.conversation import Button, ConversationKind
from bot.domain.fritekst import UgyldigTekst
from bot.domain.register import Moetehode
from bot.turn import Message, Reply, Turn
from dialogs.bokavslag import avslag_ord, tekstfeil
from dialogs.bokfoer import IngenBok
from dialogs.svar import si, si_paa_kortet, si_setning

KORT = "kort"
"""A button of the meeting's card carries this: what it does shows there."""


def stille(turn: Turn) -> bool:
    """Whether what works is not answered: twenty-five people read along, and the card shows it."""
    if turn.incoming.button:
        return turn.incoming.button.data.get(KORT) is True
    return turn.incoming.conversation.kind is not ConversationKind.PERSONAL


def kvitter(turn: Turn, tekst: str) -> list[Reply]:
    """The receipt of what worked. It takes the place of a question that was answered."""
    if stille(turn):
        return []
    return si_paa_kortet(turn, tekst) if turn.incoming.wants_body else si_setning(turn, tekst)


def kvitter_kort(turn: Turn, message: Message) -> list[Reply]:
    return [] if stille(turn) else si(turn, message)


def si_fra(turn: Turn, tekst: str, knapper: Sequence[Button] = ()) -> list[Reply]:
    """What did not work is always said, and never in the place of the meeting's card."""
    turn.asks = tuple(knapper) or None
    svar = si_setning(turn, tekst, knapper)
    return [Reply(svar[0].message)] if _fra_kortet(turn) else svar


def _fra_kortet(turn: Turn) -> bool:
    knapp = turn.incoming.button
    return knapp is not None and knapp.data.get(KORT) is True


async def i_boken(turn: Turn, gjoer: Callable[[], Awaitable[list[Reply]]]) -> list[Reply]:
    """What the rules say no to becomes a sentence; nothing was noted then."""
    try:
        return med_sendt(turn, await gjoer())
    except IngenBok:
        return si_fra(turn, turn.norsk.tekst("foering.ingen"))
    except Laast as feil:
        return si_fra(turn, avslag_ord(turn.norsk, feil), _rettelse(turn))
    except Bokfeil as feil:
        return si_fra(turn, avslag_ord(turn.norsk, _skjult(turn, feil)))
    except UgyldigTekst as feil:
        return si_fra(turn, tekstfeil(turn, feil))


def med_sendt(turn: Turn, svar: list[Reply]) -> list[Reply]:
    """Behind the receipt of what changed in a referat that the members have: that they have not seen it."""
    if not turn.sendt_endret or not svar or stille(turn):
        return svar
    linje = turn.norsk.tekst("ettersending.endret")
    knapper = [Button(turn.norsk.tekst("ettersending.knapp"), "referat.send", {"bok": turn.bok_id})]
    *foer, sist = svar
    if sist.message.card is not None:
        return [*svar, Reply(setning(linje, knapper))]
    return [*foer, replace(sist, message=setning(f"{sist.message.text}\n{linje}", knapper))]


def _skjult(turn: Turn, feil: Bokfeil) -> Bokfeil:
    """What is unntatt offentlighet is not quoted where others read along."""
    punkt = getattr(feil, "punkt", None)
    privat = turn.incoming.conversation.kind is ConversationKind.PERSONAL
    if punkt is None or privat or not punkt.hjemmel:
        return feil
    siste = replace(punkt.revisjoner[-1], tekst=turn.norsk.tekst("moetekort.unntatt"))
    vars(feil)["punkt"] = replace(punkt, revisjoner=(siste,))
    return feil


def _rettelse(turn: Turn) -> list[Button]:
    """What can be done with one that is locked."""
    if turn.bok_id is None:
        return []
    return [
        Button(turn.norsk.tekst("godkjenning.knapp_rettelse"), "referat.rettelse", {"bok": turn.bok_id})
    ]


def bokens_navn(turn: Turn, hode: Moetehode) -> str:
    """«ASU onsdag 15. mai 2024»."""
    return f"{organnavn(turn.register, hode.organ_ids, hode.dato)} {turn.norsk.dato(hode.dato)}"
