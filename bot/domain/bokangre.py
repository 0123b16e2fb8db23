"""«Angre»: somebody's own last act that still stands is taken back, whatever it was; and the one before it.

What the members have got is not taken back: that a referat was sent, or anything that was written before
that. And nothing is where somebody else has built on it.
"""

from collections.abc import Iterable, Sequence

from bot.domain.bokakt import Akt
from bot.domain.bokfeil import IngenAaAngre, KanIkkeAngres, SakHarPunkter
from bot.domain.boklesing import akten, angrede, les
from bot.domain.bokloep import krev_ulaast
from bot.domain.bokpunktfeil import EndretAvAnnen
from bot.domain.bokstand import Bokstand
from bot.domain.frammoete import Hvem
from bot.domain.moetebok import Foering, Foeringsslag
from bot.domain.plasser import samme

_ALDRI = frozenset({Foeringsslag.AAPNET, Foeringsslag.SENDT, Foeringsslag.GODKJENT, Foeringsslag.VURDERING})
_OM_PUNKTET = frozenset(
    {Foeringsslag.ENDRET, Foeringsslag.FLYTTET, Foeringsslag.STROEKET, Foeringsslag.HENTET}
)
OM_PUNKT = _OM_PUNKTET | {Foeringsslag.PUNKT}
ALLE = frozenset(Foeringsslag)
UTEN_GANGEN = ALLE - {Foeringsslag.SAK_AAPNET, Foeringsslag.PAUSE, Foeringsslag.TILBAKE}
"""What is written, and not where the møte has come."""
Slag = frozenset[Foeringsslag]


def angre(linjer: Sequence[Foering], akt: Akt, slag: Slag = ALLE) -> tuple[Foering, ...]:
    """The whole of the speaker's last act that stands; `linjer` is the log. `slag`: the last act
    that has a line of these. Raises IngenAaAngre, KanIkkeAngres, EndretAvAnnen, SakHarPunkter, Laast.
    """
    stand = les(linjer)
    krev_ulaast(stand)
    siste = hva_angres(linjer, akt.av, slag)
    _krev_lov(linjer, siste)
    _krev_urort(stand, linjer, siste)
    return (akt.foering(Foeringsslag.ANGRET, gjelder=siste[0].id),)


def hva_angres(linjer: Sequence[Foering], av: Hvem | None, slag: Slag = ALLE) -> tuple[Foering, ...]:
    """The lines of the act that would be taken back, as they were written. Raises IngenAaAngre."""
    staar = gjeldende(linjer)
    egne = [x for x in staar if x.av and av and samme(x.av, av) and x.slag in slag - {Foeringsslag.SETT}]
    if not egne:
        raise IngenAaAngre
    return tuple(x for x in staar if akten(x) == akten(egne[-1]))


def gjeldende(linjer: Sequence[Foering]) -> list[Foering]:
    """The lines that count."""
    borte = angrede(linjer)
    return [x for x in linjer if x.slag is not Foeringsslag.ANGRET and x.id not in borte]


def _krev_lov(linjer: Sequence[Foering], akten: Sequence[Foering]) -> None:
    sendt = max((x.id or 0 for x in gjeldende(linjer) if x.slag is Foeringsslag.SENDT), default=0)
    if any(x.slag in _ALDRI for x in akten) or (akten[0].id or 0) < sendt:
        raise KanIkkeAngres(akten[0])


def _krev_urort(stand: Bokstand, linjer: Sequence[Foering], akten: Sequence[Foering]) -> None:
    """Nobody else has worked on the same point, or dictated to the same sak, since."""
    senere = [x for x in gjeldende(linjer) if (x.id or 0) > (akten[-1].id or 0)]
    nre = {x.nr for x in akten if x.slag in _OM_PUNKTET or x.slag is Foeringsslag.PUNKT}
    for nr in (x.nr for x in senere if x.slag in _OM_PUNKTET and x.nr in nre):
        if nr in stand.punkter:
            raise EndretAvAnnen(stand.punkter[nr or 0])
    brukt = _brukte_saker(senere) & _lagte_saker(stand, akten)
    if brukt:
        raise SakHarPunkter(stand.sak(min(brukt)))


def _brukte_saker(linjer: Iterable[Foering]) -> set[int]:
    """Where something was dictated to, or moved to, or that were put on the list."""
    slag = (Foeringsslag.PUNKT, Foeringsslag.FLYTTET, Foeringsslag.SAK_LAGT)
    return {x.sak for x in linjer if x.slag in slag and x.sak is not None}


def _lagte_saker(stand: Bokstand, akten: Sequence[Foering]) -> set[int]:
    """The saker that go with the act: those it laid, and those of a part that it laid."""
    lagte = {x.sak for x in akten if x.slag is Foeringsslag.SAK_LAGT and x.sak is not None}
    deler = {x.nr for x in akten if x.slag is Foeringsslag.DEL_LAGT}
    return lagte | {sak.key for sak in stand.saker if sak.del_nr in deler}
