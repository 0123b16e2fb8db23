"""The referat the bot keeps: a log of what was dictated, by whom and when (the møtebok).

Nothing is ever changed or taken out of the log. `Moetebok` is its head, `Foering` a line of it; how it
stands is folded from the lines (`bot.domain.bokstand`). A `Referat` is a paper; this is what one is
written from.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from bot.domain.frammoete import Hvem


class Boktilstand(StrEnum):
    """AAPEN: the møte is on, and it is dictated. UTKAST: the møte is closed. TIL_GODKJENNING: the members
    have it. GODKJENT: locked for good; what is changed later is a visible rettelse.
    """

    AAPEN = "aapen"
    UTKAST = "utkast"
    TIL_GODKJENNING = "til_godkjenning"
    GODKJENT = "godkjent"


class Punktslag(StrEnum):
    """What kind of point it is. NOTAT is text of the sak itself."""

    KONKLUSJON = "konklusjon"
    VEDTAK = "vedtak"
    INNSPILL = "innspill"
    ORIENTERING = "orientering"
    OPPFOELGING = "oppfoelging"
    NOTAT = "notat"
    UTSATT = "utsatt"
    PROTOKOLLTILFOERSEL = "protokolltilfoersel"
    VOTERING = "votering"


class Foeringsslag(StrEnum):
    """What a line of the log says. Which of `nr`, `sak`, `tekst` and `verdier` each uses is told in
    `bot.domain.bokstand`.
    """

    AAPNET = "aapnet"
    SAK_LAGT = "sak_lagt"
    DEL_LAGT = "del_lagt"
    MOETELEDER = "moeteleder"
    REFERENT = "referent"
    MOETE = "moete"

    SAK_AAPNET = "sak_aapnet"
    PAUSE = "pause"
    TILBAKE = "tilbake"
    HEVET = "hevet"
    GJENAAPNET = "gjenaapnet"

    PUNKT = "punkt"
    ENDRET = "endret"
    FLYTTET = "flyttet"
    STROEKET = "stroeket"
    HENTET = "hentet"
    UNNTATT = "unntatt"
    SETT = "sett"
    SAK_ENDRET = "sak_endret"

    TIL_STEDE = "til_stede"
    FORFALL = "forfall"
    KOM = "kom"
    GIKK = "gikk"
    TEAMS = "teams"
    IKKE_MED = "ikke_med"

    SENDT = "sendt"
    MERKNAD = "merknad"
    MERKNAD_SVART = "merknad_svart"
    INGEN_MERKNADER = "ingen_merknader"
    GODKJENT = "godkjent"
    PAPIR = "papir"
    RETTELSE = "rettelse"

    FORESLAATT = "foreslaatt"
    FORESLAATT_SVART = "foreslaatt_svart"
    VURDERING = "vurdering"

    ANGRET = "angret"


@dataclass(frozen=True, slots=True)
class Foering:
    """One line. `at` is UTC; `av` is who wrote it (None: the bot itself).

    `akt` is one for all lines of one act (one turn): what is taken back is taken back together. `nr` is
    the number of the point (or of the merknad, forslag …) it is about, `sak` the sak's key in this
    referat. `verdier` is small, plain JSON. `gjelder` is the first line of the act that was taken back,
    of ANGRET. `id` is None until it is stored; it rises with the order they were written.
    """

    slag: Foeringsslag
    at: datetime
    av: Hvem | None
    akt: str
    nr: int | None = None
    sak: int | None = None
    tekst: str | None = None
    verdier: Mapping[str, Any] = field(default_factory=dict)
    gjelder: int | None = None
    id: int | None = None


@dataclass(frozen=True)
class Moetebok:
    """The head: one for a møte. `aapnet` and `godkjent` UTC.

    `conversation_id` is the meeting's chat, `kort_id` the activity there that shows how it stands and
    `kort_vist` the id of the last line that it shows; `siste` the id of the last line there is.
    `merknadsfrist` is the last day for merknader (a date in Oslo).
    """

    moete_id: int
    aapnet: datetime
    tilstand: Boktilstand = Boktilstand.AAPEN
    conversation_id: str | None = None
    kort_id: str | None = None
    kort_vist: int = 0
    siste: int = 0
    merknadsfrist: date | None = None
    godkjent: datetime | None = None
    id: int | None = None
