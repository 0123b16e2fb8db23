"""How a referat that is being kept stands: what its log folds into (`bot.domain.boklesing.les`).

All of it is frozen; a struck point is still there, with `stroeket`. Clock times are Oslo.

What a line of the log uses beside who, when and which act (`verdier` in braces; a person is
`{"navn", "id"}`, a clock «13:20», a date ISO):

- AAPNET: nothing. DEL_LAGT: `nr` the part, `tekst` its title, {organ_ids, aapen: it goes on there}.
- SAK_LAGT: `sak` its key, `tekst` the title, {saksnr, slag, del, ansvarlig, start, slutt, meldt, under,
  foer: the sak it is put before}. SAK_ENDRET: `sak`, `tekst` a new title, {saksnr, ansvarlig}, what is
  there changes.
- MOETELEDER: {hvem}. REFERENT: {hvem: a list, in the place of the one before}.
- MOETE: {sted, start, slutt}, what is there changes: where and when the møte is, as the referat says it.
- SAK_AAPNET: `sak`. TILBAKE, GJENAAPNET: nothing. PAUSE: {til} where its end was said. HEVET: {klokke}
  where another was said.
- PUNKT: `nr`, `sak`, `tekst`, {slag, hvem: a list, frist, forslag, aapent, falt, til_vedtak, stemmer,
  hjemmel}. ENDRET: `nr`, `tekst` where it is new, {slag, hvem, frist, …}, what is there changes. FLYTTET:
  `nr`, `sak`, {til_vedtak}. STROEKET, HENTET: `nr`. SETT: `nr`, its writer was shown what another wrote
  there; it changes nothing. UNNTATT: `nr` or `sak`, {hjemmel}, None: public again.
- TIL_STEDE: {hvem, del, bekreftes, tilknytning, rolle, kom, gikk, vara, vara_for, teams}, what is there
  changes. FORFALL: {hvem, del, tilknytning, rolle, vara, vara_for}. KOM, GIKK: {hvem, del, klokke}.
  TEAMS: {hvem, del, klokke, inn: came or went}. IKKE_MED: {hvem, del}.
- SENDT: {frist, sted, start}. MERKNAD: `nr`, `tekst`. MERKNAD_SVART: `nr`, `tekst`, {tatt_inn}.
  INGEN_MERKNADER: nothing, and it changes nothing: the log is counted. GODKJENT: {i}. HEVET, SENDT and
  GODKJENT: {forslag: by sak, as the papers were}. PAPIR: {referat}, what the møte had from a paper until
  then; it changes nothing. RETTELSE: `tekst`, `nr`. FORESLAATT: `nr`, `tekst`, `sak`. FORESLAATT_SVART:
  `nr`, {tatt_inn}. VURDERING: {svar}, written by nobody. ANGRET: `gjelder`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum

from bot.domain.frammoete import Hvem
from bot.domain.innkalling import Forslag
from bot.domain.moetebok import Boktilstand, Punktslag


class Boksakslag(StrEnum):
    """GODKJENNING: the sak in which the saksliste and the last referat are approved."""

    SAK = "sak"
    EVENTUELT = "eventuelt"
    GODKJENNING = "godkjenning"
    AVSLUTNING = "avslutning"


@dataclass(frozen=True)
class Boksak:
    """A sak in the referat. `key` never changes; `saksnr` is the written form, None for one without.
    `start` and `slutt` are its slot on the saksliste. `hjemmel`: unntatt offentlighet under this.
    `meldt`: the id of the meldt sak it came from; `under`: the key of the eventuelt that it lies under.
    """

    key: int
    tittel: str
    saksnr: str | None = None
    slag: Boksakslag = Boksakslag.SAK
    del_nr: int = 0
    ansvarlig: str | None = None
    start: time | None = None
    slutt: time | None = None
    hjemmel: str | None = None
    meldt: int | None = None
    under: int | None = None


@dataclass(frozen=True)
class Bokdel:
    """A part with a numbering and an attendance of its own. Part 0 is the møte's own (no title)."""

    nr: int
    tittel: str | None = None
    organ_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Revisjon:
    """A text a point has had. `foering` is the id of the line that gave it."""

    tekst: str
    av: Hvem | None
    at: datetime
    foering: int


@dataclass(frozen=True, slots=True)
class Punkt:
    """`nr` never changes and is never used again. `hvem`: who said it, or who is to do it (empty: nobody
    was named). `frist` of an oppfølging; `frister` those it had before, oldest first. `forslag`: the
    number of the forslag a vedtak answers (0: all of them). `stemmer` of a votering: for, mot, blanke.
    The last of `revisjoner` is the text that holds.
    """

    nr: int
    sak: int
    slag: Punktslag
    revisjoner: tuple[Revisjon, ...]
    hvem: tuple[Hvem, ...] = ()
    frist: date | None = None
    frister: tuple[date, ...] = ()
    forslag: int | None = None
    aapent: bool = False
    """A vedtak whose text ends in an open place: the next innspill fill it."""
    til_vedtak: int | None = None
    """An innspill that fills the open place of that vedtak; a votering about it."""
    falt: bool = False
    """A vedtak that says that its forslag fell."""
    stemmer: tuple[int, int, int] | None = None
    hjemmel: str | None = None
    stroeket: bool = False

    @property
    def tekst(self) -> str:
        return self.revisjoner[-1].tekst


class Status(StrEnum):
    """BEKREFTES: Teams or a forfall says so, and the referent has not confirmed it."""

    TIL_STEDE = "til_stede"
    FORFALL = "forfall"
    BEKREFTES = "bekreftes"


@dataclass(frozen=True)
class Frammoett:
    """Somebody in the list of present and absent, of the part `del_nr`. `ut` and `inn` tell pairs of
    clocks in between for one who goes and comes again. `vara_for` is a person or a seat, as it is written.
    """

    person: Hvem
    status: Status
    tilknytning: str | None = None
    rolle: str | None = None
    kom: time | None = None
    gikk: time | None = None
    borte: tuple[tuple[time, time], ...] = ()
    vara_for: str | None = None
    vara: bool = False
    teams: bool = False
    del_nr: int = 0


@dataclass(frozen=True)
class Aapnet:
    """A sak that was opened, then (UTC). `til` is when the next was, or the møte closed or paused."""

    sak: int
    fra: datetime
    til: datetime | None = None


@dataclass(frozen=True)
class Referatmerknad:
    """What a member has to say about a referat that is sent for approval. `tatt_inn` is None until it is
    decided; then why is in `svar`.
    """

    nr: int
    tekst: str
    av: Hvem
    at: datetime
    tatt_inn: bool | None = None
    svar: str | None = None


@dataclass(frozen=True)
class Rettelse:
    """A visible correction of a locked referat. `nr` is the point it is about (None: the whole)."""

    tekst: str
    av: Hvem | None
    at: datetime
    nr: int | None = None


@dataclass(frozen=True)
class Foreslaatt:
    """A point that somebody who may not dictate would like to have in. `tatt_inn` None: not answered."""

    nr: int
    tekst: str
    av: Hvem
    sak: int | None = None
    tatt_inn: bool | None = None


@dataclass(frozen=True)
class Teller:
    """The highest number ever given, also to what was taken back: none is given twice."""

    punkt: int = 0
    sak: int = 0
    del_: int = 0
    merknad: int = 0
    foreslaatt: int = 0


@dataclass(frozen=True)
class Bokstand:
    """`aapen` is the key of the sak that points go to, `aapen_del` the part that goes on; `siste` the id
    of the last line read.
    """

    tilstand: Boktilstand = Boktilstand.AAPEN
    deler: tuple[Bokdel, ...] = (Bokdel(0),)
    saker: tuple[Boksak, ...] = ()
    punkter: Mapping[int, Punkt] = field(default_factory=dict)
    """By number, in the order they were dictated."""
    frammoete: tuple[Frammoett, ...] = ()
    moeteleder: Hvem | None = None
    referenter: tuple[Hvem, ...] = ()
    aapen: int | None = None
    aapen_del: int = 0
    loep: tuple[Aapnet, ...] = ()
    pause: datetime | None = None
    """Since when there is a pause (UTC)."""
    hevet: datetime | None = None
    sendt: datetime | None = None
    merknadsfrist: date | None = None
    merknader: tuple[Referatmerknad, ...] = ()
    godkjent: datetime | None = None
    godkjent_av: Hvem | None = None
    godkjent_i: str | None = None
    """Where it was approved («sak 01/25 i møte 30.01.25»), None where the møteleder did."""
    rettelser: tuple[Rettelse, ...] = ()
    foreslaatt: tuple[Foreslaatt, ...] = ()
    vurderinger: tuple[int, ...] = ()
    """What was answered to «Hvordan har møtet vært?», 1 to 5; shown only from five answers up."""
    teller: Teller = Teller()
    skrev: Mapping[tuple[int | str, int], int] = field(default_factory=dict)
    """By who (`bot.domain.plasser.ident`) and point: the id of the last line about it that they wrote, or
    were shown it by.
    """
    siste: int = 0
    sted: str | None = None
    start: time | None = None
    slutt: time | None = None
    """Where and when the møte was, where the referent has said so; else the møte's own holds."""
    forslag: Mapping[int, tuple[Forslag, ...]] = field(default_factory=dict)  # held, by the key of the sak

    def sak(self, key: int) -> Boksak:
        return next(sak for sak in self.saker if sak.key == key)

    def i_sak(self, key: int) -> tuple[Punkt, ...]:
        """The points of it that stand, by number."""
        egne = [p for p in self.punkter.values() if p.sak == key and not p.stroeket]
        return tuple(sorted(egne, key=lambda p: p.nr))
