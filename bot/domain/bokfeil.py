"""What the rules of a møtebok say no to: facts and no text."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.bokstand import Bokdel, Boksak, Foreslaatt, Referatmerknad
from bot.domain.errors import Refusal
from bot.domain.frammoete import Hvem
from bot.domain.moetebok import Foering


class Bokfeil(Refusal):
    """A rule of the møtebok says no; nothing is written."""


@dataclass(eq=False)
class Laast(Bokfeil):
    """The referat is approved (`godkjent`, UTC): what is changed now is a visible rettelse."""

    godkjent: datetime | None


class IngenSakAapen(Bokfeil):
    """A point that names no sak, and no sak is open."""


class IngenSaker(Bokfeil):
    """The referat has no saker yet."""


@dataclass(eq=False)
class SakFinnesIkke(Bokfeil):
    """No sak is called that (as it was written)."""

    tekst: str


@dataclass(eq=False)
class FlereSaker(Bokfeil):
    """Several saker could be meant."""

    saker: tuple[Boksak, ...]


@dataclass(eq=False)
class AlleredeAapen(Bokfeil):
    """That sak is open already."""

    sak: Boksak


class IngenNeste(Bokfeil):
    """It is the last sak."""


class IngenForrige(Bokfeil):
    """It is the first sak."""


class IngenEventuelt(Bokfeil):
    """The saksliste has no eventuelt."""


@dataclass(eq=False)
class UgyldigSaksnr(Bokfeil):
    """That is no saksnummer."""

    tekst: str


@dataclass(eq=False)
class SaksnrBrukt(Bokfeil):
    """That sak of the same part has the number."""

    sak: Boksak


@dataclass(eq=False)
class DelFinnes(Bokfeil):
    """There is a part with that title."""

    del_: Bokdel


@dataclass(eq=False)
class DelFinnesIkke(Bokfeil):
    nr: int


class DelErAapen(Bokfeil):
    """That part goes on already."""


@dataclass(eq=False)
class ErPause(Bokfeil):
    """There is a pause already, since then (UTC)."""

    siden: datetime


class IkkePause(Bokfeil):
    """There is no pause to come back from."""


class IkkeIGang(Bokfeil):
    """The møte is closed."""


@dataclass(eq=False)
class AlleredeHevet(Bokfeil):
    """The møte was closed then (UTC)."""

    hevet: datetime


class IkkeHevet(Bokfeil):
    """The møte is still on."""


@dataclass(eq=False)
class AlleredeSendt(Bokfeil):
    """The members have it, with that merknadsfrist."""

    frist: date | None


class IkkeSendt(Bokfeil):
    """The members have not got it yet."""


class IkkeGodkjent(Bokfeil):
    """It is not approved, so a point is edited, and there is nothing to correct visibly."""


class IkkeVedTaushet(Bokfeil):
    """The body has not chosen that silence approves, the frist is not over, or a merknad is unanswered."""


@dataclass(eq=False)
class UbesvarteMerknader(Bokfeil):
    """Nobody has decided about these."""

    merknader: tuple[Referatmerknad, ...]


@dataclass(eq=False)
class MerknadFinnesIkke(Bokfeil):
    nr: int


@dataclass(eq=False)
class FristIFortiden(Bokfeil):
    frist: date


@dataclass(eq=False)
class FlereHeter(Bokfeil):
    """Several are called that."""

    navn: str
    kandidater: tuple[Hvem, ...]


class IngenIListen(Bokfeil):
    """The list of those present is empty, so «alle» is nobody."""


@dataclass(eq=False)
class IkkeIListen(Bokfeil):
    hvem: Hvem


class IngenAaBekrefte(Bokfeil):
    """Nobody in the list waits to be confirmed."""


@dataclass(eq=False)
class GikkFoerKom(Bokfeil):
    """Somebody cannot go before they came."""

    hvem: Hvem


class IngenAaAngre(Bokfeil):
    """The speaker has written nothing that still stands."""


@dataclass(eq=False)
class KanIkkeAngres(Bokfeil):
    """The first line of an act that is not taken back: that the referat was opened or sent, or what the
    members have got since.
    """

    linje: Foering


@dataclass(eq=False)
class SakHarPunkter(Bokfeil):
    """Something was dictated to the sak that would be taken back."""

    sak: Boksak


@dataclass(eq=False)
class ForslagetFinnesIkke(Bokfeil):
    """Nobody has suggested a point with that number."""

    nr: int


@dataclass(eq=False)
class AlleredeBesvart(Bokfeil):
    foreslaatt: Foreslaatt


class UgyldigVurdering(Bokfeil):
    """From 1 to 5."""


class UgyldigTid(Bokfeil):
    """A møte does not end before it begins."""
