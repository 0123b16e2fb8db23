"""What the referent is told in 1:1 of the meeting in Teams: that it is over, or that its card fails."""

from bot.cards.melding import setning, skriveknapp
from bot.cards.moetekort import HEV, moetet
from bot.domain.register import Moetehode, Register
from bot.turn import Message, Norsk


def skal_det_heves(norsk: Norsk, register: Register, hode: Moetehode, bok_id: int) -> Message:
    """Its operation is one for the møtebok: pressed twice is done once."""
    linje = norsk.tekst("moetekort.slutt", moete=moetet(norsk, register, hode))
    knapp = skriveknapp(norsk.tekst("moetekort.hev"), HEV, f"slutt-{bok_id}", bok=bok_id)
    return setning(linje, [knapp])


def kortet_feiler(norsk: Norsk, register: Register, hode: Moetehode) -> Message:
    return setning(norsk.tekst("moetekort.feiler", moete=moetet(norsk, register, hode)))
