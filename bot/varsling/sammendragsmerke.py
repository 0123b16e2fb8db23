"""`Sammendrag.merke`: what the channels were last shown, in brief."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime


@dataclass(frozen=True)
class Delmerke:
    """Of a part that another body has in its channel: what it said, and when that was changed there."""

    ordene: str
    rettet: datetime | None = None


@dataclass(frozen=True)
class Merke:
    """`spor` moves when the referat may have changed, `neste` when the next møte has; `ordene` is what all
    of it says, `tilstand` how far the referat has come. `deler` by number.
    """

    spor: str = ""
    neste: str = ""
    ordene: str = ""
    tilstand: str = ""
    deler: Mapping[int, Delmerke] = field(default_factory=dict)

    @property
    def sett(self) -> int:
        """The last line of the log that was read."""
        return int(self.spor[1:] or 0)

    def likt(self, annet: "Merke") -> bool:
        """Whether the channels show the same by it, whatever has been written since."""
        return self.som_vises == annet.som_vises

    @property
    def som_vises(self) -> tuple[str, str, str]:
        return (self.neste, self.ordene, self.tilstand)

    def tekst(self) -> str:
        deler = ",".join(f"{nr}:{d.ordene}:{_sekunder(d.rettet)}" for nr, d in sorted(self.deler.items()))
        return "|".join([self.spor, *self.som_vises, deler])


def les(merke: str | None) -> Merke:
    spor, neste, ordene, tilstand, deler, *_ = [*(merke or "").split("|"), "", "", "", "", ""]
    return Merke(spor, neste, ordene, tilstand, dict(_delen(d) for d in deler.split(",") if d))


def _delen(tekst: str) -> tuple[int, Delmerke]:
    nr, ordene, rettet = tekst.split(":")
    return int(nr), Delmerke(ordene, datetime.fromtimestamp(int(rettet), UTC) if int(rettet) else None)


def _sekunder(rettet: datetime | None) -> int:
    return int(rettet.timestamp()) if rettet else 0
