"""Lines that were not understood, kept for a while so that somebody can make phrases of them.

Off unless the virksomhet turns it on (HELSEBOT_KEEP_PHRASES). What may be kept is decided by
`bot.language.gjennomsyn`; nothing here tells who wrote, where, or at what time of day.
"""

from dataclasses import dataclass
from datetime import date, timedelta

KEPT = timedelta(days=90)
"""A line is deleted before it is older than this, however often it comes again."""


@dataclass(frozen=True)
class Gjennomsynslinje:
    """A line as it was written. `forslag` are the intents that were suggested, likeliest first, and
    `valgt` the one that was pressed last, None where nobody has.

    `id` is random. `dag` is the UTC date it was first written, `antall` how many times since.
    """

    id: str
    tekst: str
    forslag: tuple[str, ...]
    valgt: str | None
    dag: date
    antall: int

    @property
    def hensikt(self) -> str:
        """The intent whose phrase it probably is."""
        return self.valgt or self.forslag[0]
