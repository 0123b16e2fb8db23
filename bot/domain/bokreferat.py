"""The møtebok as a `Referat`: what all that reads imported referater reads of it once it is approved."""

from bot.domain.bokstand import Bokstand
from bot.domain.moete import Moete
from bot.domain.referat import Referat
from bot.domain.register import Register
from bot.domain.utgave_bok import fra_bok
from bot.domain.utgave_referat import som_referat


def til_referat(
    stand: Bokstand,
    moete: Moete,
    register: Register,
    *,
    offentlig: bool = False,
    del_nr: int | None = None,
) -> Referat:
    """The same facts as its written form gives when it is read in again (`bot.domain.utgave_bok` says which
    points stand where). `offentlig` leaves out what is unntatt; `del_nr`: that part alone, under its own
    bodies. Raises `bot.domain.utgave.DelMangler`.
    """
    return som_referat(fra_bok(moete, stand, register, offentlig=offentlig, del_nr=del_nr))
