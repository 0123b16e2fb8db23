"""Which sak of the møtebok somebody means: by number, place or topic, the next, the one before."""

from collections.abc import Sequence
from typing import Protocol

from bot.domain import saksnummer
from bot.domain.bokfeil import (
    FlereSaker,
    IngenEventuelt,
    IngenForrige,
    IngenNeste,
    IngenSakAapen,
    IngenSaker,
    SakFinnesIkke,
)
from bot.domain.bokstand import Boksak, Boksakslag, Bokstand
from bot.domain.eventueltsoek import handler_om
from bot.domain.navn import likt, norm


class Saksnavn(Protocol):
    """A sak as it was named; `bot.turn.SakRef` is one."""

    @property
    def nummer(self) -> int | None: ...
    @property
    def aar(self) -> int | None: ...
    @property
    def plass(self) -> int | None: ...
    @property
    def emne(self) -> str | None: ...
    @property
    def tekst(self) -> str: ...


def finn_sak(stand: Bokstand, ref: Saksnavn, aar: int) -> Boksak:
    """`aar` is the møte's year. A number is looked for in the part that goes on first, since each part
    has a numbering of its own; one that is written with its zero means the sak written so. Raises
    SakFinnesIkke, FlereSaker.
    """
    treff = _treff(stand, ref, aar)
    i_delen = [s for s in treff if s.del_nr == stand.aapen_del] or treff
    if not i_delen:
        raise SakFinnesIkke(ref.tekst or ref.emne or _som_tekst(ref))
    if len(i_delen) > 1:
        raise FlereSaker(tuple(i_delen))
    return i_delen[0]


def _som_tekst(ref: Saksnavn) -> str:
    """«sak 77», of one that came from a button, where only the number is kept."""
    return f"sak {ref.nummer or ref.plass}" if ref.nummer or ref.plass else ""


def den_aapne(stand: Bokstand) -> Boksak:
    """Raises IngenSakAapen."""
    if stand.aapen is None:
        raise IngenSakAapen
    return stand.sak(stand.aapen)


def neste(stand: Bokstand) -> Boksak:
    """The first of the part where none is open. Raises IngenNeste, IngenSaker."""
    _, etter = _rundt(stand)
    if etter >= len(stand.saker):
        raise IngenNeste
    return stand.saker[etter]


def forrige(stand: Bokstand) -> Boksak:
    """The one before it on the saksliste. Raises IngenForrige, IngenSaker."""
    foer, _ = _rundt(stand)
    if foer < 0:
        raise IngenForrige
    return stand.saker[foer]


def eventuelt(stand: Bokstand) -> Boksak:
    """Of the part that goes on, else of any. Raises IngenEventuelt."""
    alle = [s for s in stand.saker if s.slag is Boksakslag.EVENTUELT]
    i_delen = [s for s in alle if s.del_nr == stand.aapen_del] or alle
    if not i_delen:
        raise IngenEventuelt
    return i_delen[0]


def ubehandlet(stand: Bokstand, sak: Boksak) -> bool:
    """Whether the møte is closed and never came to it: it was not opened, and nothing stands in it. An
    eventuelt without anything is not spoken of.
    """
    if stand.hevet is None or sak.slag in (Boksakslag.EVENTUELT, Boksakslag.AVSLUTNING):
        return False
    return sak.key not in {a.sak for a in stand.loep} and not stand.i_sak(sak.key)


def saker_for(stand: Bokstand, navn: str) -> tuple[Boksak, ...]:
    """Those that somebody with that name presents: a given name is enough, half a name is not."""
    ord_ = set(norm(navn).split())
    return tuple(s for s in stand.saker if s.ansvarlig and _en_av(ord_, s.ansvarlig))


def _en_av(ord_: set[str], ansvarlig: str) -> bool:
    for en in ansvarlig.split(", "):
        delene = set(norm(en).split())
        if ord_ and delene and (ord_ <= delene or delene <= ord_):
            return True
    return False


def _treff(stand: Bokstand, ref: Saksnavn, aar: int) -> list[Boksak]:
    if ref.nummer is not None:
        return _noeyaktig(_med_nummer(stand, ref.nummer, ref.aar, aar), ref.tekst)
    if ref.plass:
        return _paa_plass(stand, ref.plass)
    return _om(stand.saker, ref.emne or "")


def _med_nummer(stand: Bokstand, nummer: int, aar: int | None, moeteaar: int) -> list[Boksak]:
    oensket = None if aar is None else saksnummer.full_year(str(aar))
    return [s for s in stand.saker if s.saksnr and _passer(s.saksnr, nummer, oensket, moeteaar)]


def _passer(skrevet: str, nummer: int, aar: int | None, moeteaar: int) -> bool:
    lest = saksnummer.parse(skrevet, moeteaar)
    return lest is not None and lest.nummer == nummer and aar in (None, lest.aar or moeteaar)


def _noeyaktig(treff: list[Boksak], tekst: str) -> list[Boksak]:
    nummer = saksnummer.strip_sak(tekst)
    return ([s for s in treff if s.saksnr == nummer] if nummer.startswith("0") else []) or treff


def _paa_plass(stand: Bokstand, plass: int) -> list[Boksak]:
    """Of the part that goes on; what lies under an eventuelt does not count."""
    egne = [s for s in stand.saker if s.del_nr == stand.aapen_del and s.under is None]
    indeks = plass - 1 if plass > 0 else len(egne) + plass
    return [egne[indeks]] if 0 <= indeks < len(egne) else []


def _om(saker: Sequence[Boksak], emne: str) -> list[Boksak]:
    like = [s for s in saker if likt(s.tittel, emne)]
    return like or [s for s in saker if handler_om(s.tittel, emne)]


def _rundt(stand: Bokstand) -> tuple[int, int]:
    """The places before and after the open sak; where none is open, around the beginning of the part that
    goes on.
    """
    if not stand.saker:
        raise IngenSaker
    if stand.aapen is not None:
        plass = next(i for i, s in enumerate(stand.saker) if s.key == stand.aapen)
        return plass - 1, plass + 1
    i_delen = (i for i, s in enumerate(stand.saker) if s.del_nr == stand.aapen_del)
    start = next(i_delen, len(stand.saker))
    return start - 1, start
