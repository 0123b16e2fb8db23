"""A text that cannot be kept, in words: what is wrong with it and what can be done."""

from bot.domain.fritekst import Feil, Felt, UgyldigTekst
from bot.turn import Turn


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
