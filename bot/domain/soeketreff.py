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
    """Of a møte's papers and of its møtebok a sak with one number is one. One of a felles part, which is
    filed under each body, is there once.
    """
    grupper: dict[tuple[object, ...], list[Soekbart]] = {}
    for rad in rader:
        grupper.setdefault((rad.moete_id, rad.del_tittel, rad.saksnr or rad.tittel), []).append(rad)
    treff: list[Saktreff] = []
    for gruppe in grupper.values():
        ett = Saktreff(tuple(gruppe))
        if not any(_samme_felles(ett, annet) for annet in treff):
            treff.append(ett)
    return tuple(treff)


def _samme_felles(ett: Saktreff, annet: Saktreff) -> bool:
    """Both møter have it that day, in one of them as a part, and nothing is said in `ett` alone."""
    a, b = ett.foerste, annet.foerste
    lik = (a.dato, a.saksnr, a.tittel) == (b.dato, b.saksnr, b.tittel) and a.moete_id != b.moete_id
    return lik and bool(a.del_tittel or b.del_tittel) and _sagt(ett) <= _sagt(annet)


def _sagt(treff: Saktreff) -> set[tuple[Soekeslag, str]]:
    return {(rad.slag, rad.tekst) for rad in treff.rader}
