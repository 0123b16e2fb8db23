"""What was filled in under «Endre» of a sammendrag. It may be forged: only keys that exist count."""

from dataclasses import replace

from bot.cards.sammendragsforslag import INNLEDNING, LINJE, valgbare
from bot.domain import fritekst
from bot.domain.sammendrag import Sammendrag
from bot.domain.sammendragsinnhold import Innhold
from bot.turn import Meaning
from dialogs.slots import ord_


def med_skjemaet(meaning: Meaning, innhold: Innhold, s: Sammendrag) -> Sammendrag:
    """With the lines that were chosen; one that the form did not have is as it was. Raises UgyldigKnapp."""
    vistes = (ord_(meaning.slots, "kan") or "").split(",")
    kan = [key for key in valgbare(innhold) if key in vistes]
    felt = [navn for navn in meaning.slots.extra if navn.startswith(LINJE)]
    valgt = {key for navn in felt for key in (ord_(meaning.slots, navn) or "").split(",")}
    borte = [key for key in kan if key not in valgt]
    andre = [key for key in s.utelatt if key not in kan]
    return replace(s, utelatt=(*andre, *borte))


def skrevet(meaning: Meaning) -> str:
    """The text on top as it was written. Raises UgyldigKnapp."""
    return ord_(meaning.slots, INNLEDNING) or ""


def innledningen(meaning: Meaning) -> str | None:
    """As it is kept. Raises UgyldigTekst and UgyldigKnapp."""
    return fritekst.innledning(skrevet(meaning))
