"""What reading a file gave: the document, what to check in it, and what was not understood."""

from dataclasses import dataclass, field

from bot.domain.innkalling import Innkalling
from bot.domain.referat import Referat


@dataclass(frozen=True)
class Merknad:
    """Something in the paper that does not add up. Shown under «Sjekk dette»; never stops an import.

    `kode` names the rule, `slag` which of its sentences (`bot/cards/merknad` has the words), `fakta`
    what the sentence is filled in with: as written in the paper, days as ISO dates. `tekst` is set
    only in a draft that was stored before merknader were worded when shown.
    """

    kode: str
    slag: str = ""
    fakta: dict[str, str] = field(default_factory=dict)
    tekst: str = ""


@dataclass
class Reading:
    """Exactly one of `innkalling` and `referat` is set.

    `utvalg_forslag` is a guess at the body where the paper does not name one (a link in the
    footer, say): to be shown, and confirmed by a press or by `--yes`, before it is stored.
    """

    innkalling: Innkalling | None = None
    referat: Referat | None = None
    merknader: list[Merknad] = field(default_factory=list)
    ikke_tolket: list[str] = field(default_factory=list)
    utvalg_forslag: str | None = None

    @property
    def dokument(self) -> Innkalling | Referat:
        dokument = self.innkalling or self.referat
        if dokument is None:
            raise ValueError("a Reading holds an innkalling or a referat")
        return dokument
