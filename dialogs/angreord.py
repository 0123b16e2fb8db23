"""What may be written right after a receipt or a form: «angre», «ja» to what it proposes, «avbryt»."""

from dataclasses import replace

from bot.cards.melding import knapp, skriveknapp
from bot.domain.conversation import Button
from bot.turn import Turn
from dialogs.bekreft import AVBRYT
from dialogs.tjenester import Tjenester

LA_VAERE = "vara.la_vaere"


def kan_skrives(turn: Turn, angre: Button | None, forslag: Button | None = None) -> None:
    """«Angre» presses the one; «ja» the other, and «nei» leaves it, as long as the question stands open."""
    nei = knapp(turn.norsk.tekst("forfall.ordet_nei"), LA_VAERE) if forslag else None
    ord_ = (
        (angre, "forfall.knapp_angre"),
        (forslag, "forfall.ordet_ja"),
        (nei, "forfall.ordet_nei"),
    )
    knapper = [replace(b, label=turn.norsk.tekst(noekkel)) for b, noekkel in ord_ if b]
    if knapper:
        turn.asks = tuple(knapper)


def kan_avbrytes(turn: Turn, tjenester: Tjenester) -> None:
    """«Avbryt» after a form says that nothing was done."""
    spurt = {"hvem": turn.incoming.person.id, "spurt": turn.incoming.at.isoformat()}
    turn.asks = (skriveknapp(turn.norsk.tekst("knapp.avbryt"), AVBRYT, tjenester.ny_id(), **spurt),)
