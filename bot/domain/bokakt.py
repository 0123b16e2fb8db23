"""One act of somebody who writes in a møtebok, and how people, clocks and dates stand in its lines."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from bot.domain.frammoete import Hvem
from bot.domain.innkalling import Forslag, Underpunkt
from bot.domain.moetebok import Foering, Foeringsslag

OSLO = ZoneInfo("Europe/Oslo")


@dataclass(frozen=True)
class Akt:
    """Who writes (None: the bot itself), when (UTC), and the id that all lines of one turn share."""

    av: Hvem | None
    at: datetime
    id: str

    @property
    def dag(self) -> date:
        """In Oslo."""
        return self.at.astimezone(OSLO).date()

    @property
    def klokke(self) -> time:
        """In Oslo, to the minute."""
        return klokken(self.at)

    def foering(
        self,
        slag: Foeringsslag,
        /,
        *,
        nr: int | None = None,
        sak: int | None = None,
        tekst: str | None = None,
        gjelder: int | None = None,
        **verdier: Any,
    ) -> Foering:
        """A line of it; `verdier` are plain JSON."""
        return Foering(slag, self.at, self.av, self.id, nr, sak, tekst, verdier, gjelder)


def klokken(at: datetime) -> time:
    """The Oslo clock of an instant, to the minute."""
    return at.astimezone(OSLO).time().replace(second=0, microsecond=0)


def som_verdi(hvem: Hvem) -> dict[str, Any]:
    return {"navn": hvem.navn, "id": hvem.person_id}


def som_verdier(folk: Iterable[Hvem]) -> list[dict[str, Any]]:
    return [som_verdi(hvem) for hvem in folk]


def hvem_av(verdi: Mapping[str, Any]) -> Hvem:
    return Hvem(verdi["navn"], verdi.get("id"))


def folk_av(verdier: Iterable[Mapping[str, Any]] | None) -> tuple[Hvem, ...]:
    return tuple(hvem_av(v) for v in verdier or ())


def som_klokke(klokke: time | None) -> str | None:
    return None if klokke is None else f"{klokke:%H:%M}"


def klokke_av(verdi: str | None) -> time | None:
    return None if verdi is None else time.fromisoformat(verdi)


def dato_av(verdi: str | None) -> date | None:
    return None if verdi is None else date.fromisoformat(verdi)


def som_dato(dag: date | None) -> str | None:
    return None if dag is None else dag.isoformat()


def forslag_av(verdi: Mapping[str, Any]) -> Forslag:
    """As `dataclasses.asdict` wrote it."""
    under = [Underpunkt(**u) for u in verdi["underpunkter"]]
    return Forslag(**{**verdi, "underpunkter": under})


def bare_sagt(**verdier: Any) -> dict[str, Any]:
    """Those that say something: None, False and what is empty are left out."""
    return {navn: verdi for navn, verdi in verdier.items() if verdi or (verdi == 0 and verdi is not False)}
