"""A referat as it was read. The field names are those of `helsebot import --json`."""

from dataclasses import dataclass, field
from datetime import date, time

from bot.domain.innkalling import Hendelse


@dataclass
class Deltaker:
    """Somebody present or absent. `vara_for` is a person or a seat («HNT»), as written."""

    navn: str
    tilknytning: list[str] = field(default_factory=list)
    rolle: str | None = None
    vara: bool = False
    vara_for: str | None = None


@dataclass
class Referatsak:
    """One sak of a referat. `saksnr` as written, None for one without a number («Eventuelt»);
    `saksnr_rettet` where it is clearly misprinted.
    """

    saksnr: str | None
    tittel: str
    saksnr_rettet: str | None = None
    innleder: str | None = None
    innledning: list[str] = field(default_factory=list)
    konklusjon: list[str] = field(default_factory=list)
    punkter: list[str] = field(default_factory=list)


@dataclass
class Referatdel:
    """A part of a møte with a numbering of its own; `tittel` is None for the body's own part."""

    saker: list[Referatsak] = field(default_factory=list)
    tittel: str | None = None


@dataclass
class Oppfoelging:
    """Who promised what. `frist` only where a date is written. `sak` is the sak's saksnr as
    written, its title where it has no number.
    """

    sak: str
    hva: str
    ansvarlig: str | None = None
    frist: date | None = None
    del_tittel: str | None = None


@dataclass
class Referat:
    utvalg: str | None = None
    moetested: str | None = None
    arkivsak: str | None = None
    dato: date | None = None
    start: time | None = None
    slutt: time | None = None
    moeteleder: str | None = None
    referenter: list[str] = field(default_factory=list)
    tilstede: list[Deltaker] = field(default_factory=list)
    forfall: list[Deltaker] = field(default_factory=list)
    deler: list[Referatdel] = field(default_factory=list)
    oppfoelging: list[Oppfoelging] = field(default_factory=list)
    hendelser: list[Hendelse] = field(default_factory=list)
