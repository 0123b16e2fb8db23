"""What is said under one sak, before it is sorted into the fields of a Referatsak."""

from dataclasses import dataclass, field
from enum import StrEnum

from bot.documents.referat_sakhode import Sakhode


class Del(StrEnum):
    """Which part of a sak a text stands in."""

    INNLEDNING = "innledning"
    KONKLUSJON = "konklusjon"
    FORSLAG = "forslag"
    OPPFOELGING = "oppfoelging"


@dataclass
class Blokk:
    """One paragraph or list item. `sitat`: part of another body's decision, quoted. `loes`: it stands
    under a loose heading («Andre innspill:») or behind an intro that ends in a colon.
    `ansvarlig` and `frist` as written, where the paper gives them beside the text.
    """

    tekst: str
    del_: Del
    marker: str | None = None
    sitat: bool = False
    loes: bool = False
    ansvarlig: str | None = None
    frist: str | None = None

    @property
    def er_punkt(self) -> bool:
        return self.marker is not None

    @property
    def er_nummerert(self) -> bool:
        return self.marker is not None and any(map(str.isalnum, self.marker)) and self.marker != "o"


@dataclass
class Sakutkast:
    """One sak with its texts in the order of the paper."""

    hode: Sakhode
    blokker: list[Blokk] = field(default_factory=list)
    innleder: str | None = None


@dataclass
class Delutkast:
    """A part with its own numbering; `tittel` is None for the body's own."""

    tittel: str | None = None
    saker: list[Sakutkast] = field(default_factory=list)
