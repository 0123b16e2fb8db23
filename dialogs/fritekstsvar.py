"""A text that cannot be kept, in words: what is wrong with it and what can be done."""

from dataclasses import replace

from bot.domain.fritekst import Feil, Felt, UgyldigTekst, renset
from bot.turn import Meaning, Turn
from dialogs.bekreft import IkkeSpurt
from dialogs.slots import ord_

HVEM = "hvem"
"""Under this a button carries whose words it holds."""


def ordlegg(turn: Turn, avslag: UgyldigTekst) -> str:
    """One sentence, or two; it never repeats what was written."""
    if avslag.feil is Feil.ELLEVE_SIFFER:
        return turn.norsk.tekst("fritekst.elleve_siffer")
    if avslag.feil is Feil.TOM:
        return turn.norsk.tekst("fritekst.tom")
    if avslag.felt is Felt.MINUTTER:
        return turn.norsk.tekst("fritekst.minutter", maks=avslag.maks)
    return turn.norsk.tekst(
        f"fritekst.{avslag.feil.value}_{avslag.felt.value}", antall=avslag.antall, maks=avslag.maks
    )


def med_ren_tekst(meaning: Meaning) -> Meaning:
    """With its text without what cannot be stored, so that it may stand in a button. Raises
    UgyldigKnapp.
    """
    skrevet = ord_(meaning.slots, "tekst")
    if skrevet is None:
        return meaning
    extra = {**meaning.slots.extra, "tekst": renset(skrevet)}
    return replace(meaning, slots=replace(meaning.slots, extra=extra))


def mine_ord(turn: Turn) -> dict[str, str]:
    """For the data of a button that holds what the speaker wrote."""
    return {HVEM: turn.incoming.person.id}


def krev_egne_ord(turn: Turn, meaning: Meaning) -> None:
    """Nobody raises a sak by pressing a button that holds another's words. Raises IkkeSpurt."""
    hvem = ord_(meaning.slots, HVEM)
    if hvem is not None and hvem != turn.incoming.person.id:
        raise IkkeSpurt
