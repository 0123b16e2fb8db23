"""What somebody who may not dictate would like to have in; and what they thought of the møte."""

from bot.domain import fritekst
from bot.domain.bokakt import Akt
from bot.domain.bokfeil import AlleredeBesvart, ForslagetFinnesIkke, UgyldigVurdering
from bot.domain.bokloep import krev_ulaast
from bot.domain.bokpunkt import Punktutkast, nye
from bot.domain.bokstand import Bokstand, Foreslaatt
from bot.domain.moetebok import Foering, Foeringsslag, Punktslag


def foreslaa(stand: Bokstand, akt: Akt, tekst: str, sak: int | None = None) -> tuple[Foering, ...]:
    """«Det må noteres at …», to the sak that is open where none is named. Raises UgyldigTekst, Laast."""
    krev_ulaast(stand)
    nr, om = stand.teller.foreslaatt + 1, stand.aapen if sak is None else sak
    return (akt.foering(Foeringsslag.FORESLAATT, nr=nr, sak=om, tekst=fritekst.punkt(tekst)),)


def ta_inn(
    stand: Bokstand, akt: Akt, nr: int, slag: Punktslag = Punktslag.INNSPILL, sak: int | None = None
) -> tuple[Foering, ...]:
    """A point in those words, said by who suggested it. Raises ForslagetFinnesIkke, AlleredeBesvart, and
    what `bokpunkt.nye` raises.
    """
    ett = _venter(stand, nr)
    maal = ett.sak if sak is None else sak
    hvem = (ett.av,) if slag is Punktslag.INNSPILL else ()
    punkt = nye(stand, akt, [Punktutkast(slag, ett.tekst, hvem, sak=maal)])
    return (*punkt, akt.foering(Foeringsslag.FORESLAATT_SVART, nr=nr, tatt_inn=True))


def la_ligge(stand: Bokstand, akt: Akt, nr: int) -> tuple[Foering, ...]:
    """Raises ForslagetFinnesIkke, AlleredeBesvart, Laast."""
    return (akt.foering(Foeringsslag.FORESLAATT_SVART, nr=_venter(stand, nr).nr, tatt_inn=False),)


def venter(stand: Bokstand) -> tuple[Foreslaatt, ...]:
    """Those nobody has answered."""
    return tuple(f for f in stand.foreslaatt if f.tatt_inn is None)


def vurder(akt: Akt, svar: int) -> tuple[Foering, ...]:
    """An answer to «Hvordan har møtet vært?», from 1 to 5, written by nobody; `akt.id` has to be one that
    leads to nobody either. Raises UgyldigVurdering.
    """
    if not 1 <= svar <= 5:
        raise UgyldigVurdering
    return (Akt(None, akt.at, akt.id).foering(Foeringsslag.VURDERING, svar=svar),)


def _venter(stand: Bokstand, nr: int) -> Foreslaatt:
    krev_ulaast(stand)
    ett = next((f for f in stand.foreslaatt if f.nr == nr), None)
    if ett is None:
        raise ForslagetFinnesIkke(nr)
    if ett.tatt_inn is not None:
        raise AlleredeBesvart(ett)
    return ett
