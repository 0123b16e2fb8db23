"""What the command line says where an import cannot go on, and which option settles it."""

from bot.domain.errors import Refusal
from bot.domain.foeresher import FoeresHer
from bot.domain.importmaal import NestenFellesskap, NestenOrgan, UkjentFellesskap, UkjentOrgan, UtenDato
from bot.language.skriv import liste
from bot.language.tekster import bokmaal, tekst


class MaaSvare(Refusal):
    """Whether the møte has moved must be said, and --yes has forbidden the question."""

    def __init__(self, spoersmaal: str) -> None:
        super().__init__(spoersmaal)
        self.spoersmaal = spoersmaal


def ordlegg(avslag: Refusal, fil: str) -> str:
    """One sentence or two for the terminal. Raises what it has no words for."""
    match avslag:
        case UtenDato():
            return tekst("terminal.uten_dato", fil=fil)
        case UkjentFellesskap(navn=navn):
            return tekst("terminal.hvilket_fellesskap", fil=fil, navn=liste(navn))
        case NestenFellesskap(skrevet=skrevet, finnes=finnes):
            return tekst("terminal.nesten_fellesskap", skrevet=skrevet, finnes=finnes)
        case UkjentOrgan():
            return tekst("terminal.hvilket_utvalg", fil=fil)
        case NestenOrgan(skrevet=skrevet, finnes=finnes):
            return tekst("terminal.nesten_utvalg", skrevet=skrevet, finnes=finnes)
        case MaaSvare(spoersmaal=spoersmaal):
            return tekst("terminal.maa_svare", spoersmaal=spoersmaal)
        case FoeresHer(organ=organ, dato=dato, noekkel=noekkel):
            moete = f"{organ.kort(dato)} {bokmaal().dato(dato)}"
            return f"{fil}: {tekst(noekkel, moete=moete)}"
    raise avslag
