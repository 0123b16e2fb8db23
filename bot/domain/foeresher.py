"""A møte whose referat is kept here takes none from a paper: what members see, and have approved, is not
replaced by a file.
"""

from datetime import date

from bot.domain.errors import Refusal
from bot.domain.moete import Moete
from bot.domain.moetebok import Boktilstand
from bot.domain.organ import Organ
from bot.domain.ports import UnitOfWork
from bot.domain.reading import Reading


class FoeresHer(Refusal):
    """The møte of that body and day has a møtebok. `laast`: its referat is godkjent, and there are only
    rettelser.
    """

    def __init__(self, organ: Organ, dato: date, *, laast: bool) -> None:
        super().__init__(organ.id, dato, laast)
        self.organ = organ
        self.dato = dato
        self.laast = laast

    @property
    def noekkel(self) -> str:
        """Of the sentence that says so."""
        return "import.er_laast" if self.laast else "import.foeres_her"


async def krev_ikke_foert(uow: UnitOfWork, reading: Reading, organ: Organ, moete: Moete) -> None:
    """To be asked in the transaction that stores, too: one may be opened after the preview. Raises
    FoeresHer.
    """
    if reading.referat is None or moete.id is None:
        return
    bok = await uow.boeker.for_moete(moete.id)
    if bok is not None:
        raise FoeresHer(organ, moete.dato, laast=bok.tilstand is Boktilstand.GODKJENT)
