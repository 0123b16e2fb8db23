"""What the rules of points and vedtak say no to: facts and no text."""

from dataclasses import dataclass
from datetime import date

from bot.domain.bokfeil import Bokfeil
from bot.domain.bokstand import Boksak, Punkt


@dataclass(eq=False)
class PunktFinnesIkke(Bokfeil):
    """No point has, or ever had and has not lost, that number."""

    nr: int


class IngenPunkter(Bokfeil):
    """There is no point yet."""


@dataclass(eq=False)
class ErStroeket(Bokfeil):
    """The point is struck: it has to be brought back first."""

    punkt: Punkt


@dataclass(eq=False)
class IkkeStroeket(Bokfeil):
    """The point stands."""

    punkt: Punkt


@dataclass(eq=False)
class UtenEndring(Bokfeil):
    """It is so already."""

    punkt: Punkt


@dataclass(eq=False)
class EndretAvAnnen(Bokfeil):
    """Somebody else has changed the point since the writer saw it; it is given as it stands."""

    punkt: Punkt


@dataclass(eq=False)
class IkkeFunnet(Bokfeil):
    """The words that were to be replaced are not in the point."""

    punkt: Punkt
    tekst: str


@dataclass(eq=False)
class FlereTreff(Bokfeil):
    """The words that were to be replaced are there several times."""

    punkt: Punkt
    tekst: str
    antall: int


@dataclass(eq=False)
class IkkeOppfoelging(Bokfeil):
    """Only an oppfølging has a frist."""

    punkt: Punkt


@dataclass(eq=False)
class IkkeAapent(Bokfeil):
    """No innspill, or no vedtak of the same sak with an open place."""

    punkt: Punkt


@dataclass(eq=False)
class UtenForslag(Bokfeil):
    """The sak has no forslag to vedtak."""

    sak: Boksak


@dataclass(eq=False)
class ForslagFinnesIkke(Bokfeil):
    """The sak has `antall` forslag, and none with that number."""

    nr: int
    antall: int


@dataclass(eq=False)
class HvilketForslag(Bokfeil):
    """The sak has several forslag, and none was named."""

    antall: int


@dataclass(eq=False)
class AlleredeSvart(Bokfeil):
    """That vedtak answers the forslag."""

    punkt: Punkt


class UgyldigeStemmer(Bokfeil):
    """Votes below nothing, none at all, or more than any body has."""


@dataclass(eq=False)
class FristUklar(Bokfeil):
    """The weekday is not that of the date: either may be meant."""

    datoer: tuple[date, ...]
