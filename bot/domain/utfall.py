"""What a decision about who comes amounts to: lines for the log, and who is to be told what."""

from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum

from bot.domain.frammoete import Frammoetelinje, Hvem, Slag
from bot.domain.organ import Medlem
from bot.domain.plasser import Plass
from bot.domain.stilling import Kall


class Beskjedslag(StrEnum):
    """What somebody is told.

    The vara: KALT (are you able to come?), TRUKKET (the member comes after all), DEKKET (another has
    the place), NOTERT_JA, NOTERT_NEI (somebody else has answered for them). The one who reported:
    VARA_KOMMER, INGEN_VARA, TVERS_SVAR (what the sekretariat decided), IKKE_NAADD, IKKE_NAADD_TRUKKET
    (the bot cannot reach the vara). The leder: FRAMMOETE (late, early, by Teams). The leder and the
    sekretariat: SEN_FORFALL, INGEN_VARA, and, where they were told of those, VARA_KOMMER and LIKEVEL.
    The sekretariat: STEDFORTREDER, PAA_TVERS. Who has forfall: GJELDER (does it still hold?).
    """

    KALT = "kalt"
    TRUKKET = "trukket"
    DEKKET = "dekket"
    NOTERT_JA = "notert_ja"
    NOTERT_NEI = "notert_nei"
    VARA_KOMMER = "vara_kommer"
    INGEN_VARA = "ingen_vara"
    TVERS_SVAR = "tvers_svar"
    IKKE_NAADD = "ikke_naadd"
    IKKE_NAADD_TRUKKET = "ikke_naadd_trukket"
    FRAMMOETE = "frammoete"
    SEN_FORFALL = "sen_forfall"
    LIKEVEL = "likevel"
    STEDFORTREDER = "stedfortreder"
    PAA_TVERS = "paa_tvers"
    GJELDER = "gjelder"


@dataclass(frozen=True)
class Beskjed:
    """`til` is None: the sekretariat of the body, whoever that is. `noekkel` is the cause, the same for
    all who are told of it. `person` is whose place it is about, `melder` who is to know that the
    vara cannot be reached, `frist` UTC, `neste` a vara to propose; `av`: who answered for the vara;
    `angret`: the mark was taken back.
    """

    slag: Beskjedslag
    til: Hvem | None
    noekkel: str
    person: Hvem
    organ_id: int
    vara: Hvem | None = None
    kall_id: str | None = None
    frist: datetime | None = None
    melder: Hvem | None = None
    merke: Slag | None = None
    klokke: time | None = None
    angret: bool = False
    godkjent: bool = False
    neste: Hvem | None = None
    av: Hvem | None = None


class Varahva(StrEnum):
    """What came of the vara who was named for a place. From DEKKET on it came to nothing: the place is
    covered (or they cover it already), they are a member there themself, absent, busy with another
    place in that body, or the one who is absent.
    """

    KALT = "kalt"
    ALLEREDE_KALT = "allerede_kalt"
    PAA_TVERS = "paa_tvers"
    STEDFORTREDER = "stedfortreder"
    DEKKET = "dekket"
    HAR_PLASS = "har_plass"
    BORTE = "borte"
    OPPTATT = "opptatt"
    SEG_SELV = "seg_selv"


@dataclass(frozen=True)
class Varasvar:
    """`ved` is by whom the place is covered, or whose place the vara has."""

    plass: Plass
    vara: Hvem
    hva: Varahva
    kall: Kall | None = None
    ved: Hvem | None = None


@dataclass(frozen=True)
class Forslag:
    """A vara who may be asked, for a place nobody is asked to take."""

    plass: Plass
    vara: Medlem


@dataclass(frozen=True)
class Utfall:
    """`allerede`: it was so before, and nothing is noted of it. `sen`: leder and sekretariat are told at
    once. `varasvar`: what came of the named vara, one a place. `forslag`: whom to propose, one a place;
    `uten`: the places nobody can be proposed for. `kalt`, `trukket`: the calls made and taken back.
    `villig`: that a vara can after all, too late, is remembered, and no more; `dekket`: for the place is
    another's.
    `ingen`: that nobody can come for somebody is told the leder and the sekretariat.
    """

    linjer: tuple[Frammoetelinje, ...] = ()
    beskjeder: tuple[Beskjed, ...] = ()
    allerede: bool = False
    sen: bool = False
    varasvar: tuple[Varasvar, ...] = ()
    forslag: tuple[Forslag, ...] = ()
    uten: tuple[Plass, ...] = ()
    kalt: tuple[Kall, ...] = ()
    trukket: tuple[Kall, ...] = ()
    villig: bool = False
    dekket: bool = False

    @property
    def ingen(self) -> bool:
        return any(b.slag is Beskjedslag.INGEN_VARA for b in self.beskjeder)
