"""What a search found, put together by sak: the newest first, each once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.soekbart import Soekbart, Soekeslag

_TELLER_MEST = (
    Soekeslag.VEDTAK,
    Soekeslag.KONKLUSJON,
    Soekeslag.OPPGAVE,
    Soekeslag.PUNKT,
    Soekeslag.SAK,
)


@dataclass(frozen=True)
class Saktreff:
    """A sak of one møte, and the rows of it that were found, as they stand."""

    rader: tuple[Soekbart, ...]

    @property
    def foerste(self) -> Soekbart:
        return self.rader[0]

    @property
    def dato(self) -> date:
        return self.foerste.dato

    @property
    def beste(self) -> Soekbart:
        """What tells most of what came of it: the vedtak, else the konklusjon, else what was said."""
        med_tekst = [rad for rad in self.rader if rad.tekst.strip()] or list(self.rader)
        return min(med_tekst, key=lambda rad: _TELLER_MEST.index(rad.slag))

    @property
    def behandlet(self) -> bool:
        """Whether more is found of it than that it stands on a saksliste."""
        return any(rad.slag is not Soekeslag.SAK for rad in self.rader)


def etter_sak(rader: Sequence[Soekbart]) -> tuple[Saktreff, ...]:
    """Of a møte's papers and of its møtebok a sak with one number is one."""
    grupper: dict[tuple[object, ...], list[Soekbart]] = {}
    for rad in rader:
        grupper.setdefault((rad.moete_id, rad.del_tittel, rad.saksnr or rad.tittel), []).append(rad)
    return tuple(Saktreff(tuple(gruppe)) for gruppe in grupper.values())
