"""What is looked at before free text is kept anywhere: eleven digits, and what may be about a patient."""

from bot.domain.conversation import Button
from bot.domain.fritekst import Feil, Felt, UgyldigTekst, elleve_siffer
from bot.language import diktat, pasient
from bot.turn import Meaning, Reply, Turn
from dialogs.bok import si_fra
from dialogs.slots import til_data
from dialogs.tjenester import Tjenester

LIKEVEL = "likevel"


def vern(turn: Turn, meaning: Meaning, tekst: str, tjenester: Tjenester) -> list[Reply]:
    """Empty where it may be kept; a likely patient is asked about. Raises UgyldigTekst (eleven digits)."""
    krev_uten_nummer(tekst)
    return spoer_om_pasient(turn, meaning, tekst, tjenester)


def spoer_om_pasient(
    turn: Turn, meaning: Meaning, tekst: str, tjenester: Tjenester, **data: str
) -> list[Reply]:
    """Empty where it is none, or the speaker has said so. What was written stands in the button alone, with
    `data`, and is kept nowhere.
    """
    if meaning.slots.extra.get(LIKEVEL) is True or not kan_vaere_pasient(turn, tekst):
        return []
    op = tjenester.ny_id()
    innhold = {**til_data(meaning.slots), **data, LIKEVEL: True, "op": op}
    likevel = Button(turn.norsk.tekst("foering.knapp_likevel"), meaning.intent, innhold)
    skriv_om = Button(turn.norsk.tekst("foering.knapp_skriv_om"), "referat.skriv_om", {"op": op})
    svar = si_fra(turn, turn.norsk.tekst("foering.pasient"), [likevel, skriv_om])
    turn.asks = None
    return svar


def krev_uten_nummer(tekst: str) -> None:
    """Raises UgyldigTekst."""
    if elleve_siffer(tekst):
        raise UgyldigTekst(Felt.PUNKT, Feil.ELLEVE_SIFFER)


def kan_vaere_pasient(turn: Turn, tekst: str) -> bool:
    return pasient.kan_vaere_pasient(tekst, diktat.navn_i(turn.register, turn.incoming.at.date()))
