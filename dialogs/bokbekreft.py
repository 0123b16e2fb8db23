"""A line of dictation that was only guessed at is shown before it is noted."""

from dataclasses import replace

from bot.domain.fritekst import elleve_siffer
from bot.language.punktnumre import flere_punkter
from bot.turn import Meaning, Turn
from dialogs.bekreft import Forhaandsvisning
from dialogs.bokvern import kan_vaere_pasient
from dialogs.slots import tall
from dialogs.svar import linjen

UTEN_BOK = frozenset({"referat.foreslaa", "referat.unntatt"})
"""These find the open referat by themselves."""


async def forhaandsvis(turn: Turn, meaning: Meaning) -> Forhaandsvisning | None:
    """None where the dialog has something to say about the text itself: what may not be kept is not
    carried by a question either.
    """
    if turn.bok_id is None and meaning.intent not in UTEN_BOK:
        return None
    if meaning.intent == "referat.rett" and _hvilket_er_uklart(turn, meaning):
        return None
    tekst = meaning.slots.extra.get("tekst") or linjen(turn)
    if elleve_siffer(str(tekst)) or kan_vaere_pasient(turn, str(tekst)):
        return None
    extra = {**meaning.slots.extra, "tekst": tekst}
    return Forhaandsvisning(
        spoersmaal=turn.norsk.tekst("foering.skal"),
        ja=turn.norsk.tekst("foering.skal_ja"),
        meaning=replace(meaning, slots=replace(meaning.slots, extra=extra), strict=True),
        linjer=(turn.norsk.tekst("foering.skal_hva", hva=_hva(turn, meaning)), f"«{tekst}»"),
    )


def _hvilket_er_uklart(turn: Turn, meaning: Meaning) -> bool:
    return bool(flere_punkter(linjen(turn))) or tall(meaning.slots, "punkt") is None


def _hva(turn: Turn, meaning: Meaning) -> str:
    """«et punkt»: what it was taken for."""
    navn = meaning.intent.removeprefix("referat.")
    return turn.norsk.tekst(f"foering.skal_{navn}")
