"""What the papers said when the møte was closed or its referat sent, held in the log: a referat that the
members have does not change because an innkalling is read again.
"""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace

from bot.domain.bokakt import bare_sagt, som_klokke
from bot.domain.bokstand import Boksak, Bokstand
from bot.domain.bokvedtak import forslag_til
from bot.domain.innkalling import Forslag
from bot.domain.moete import Moete
from bot.domain.moetebok import Foering, Foeringsslag

LUKKER = frozenset({Foeringsslag.HEVET, Foeringsslag.SENDT, Foeringsslag.GODKJENT})


def forslag_i_boken(moete: Moete, stand: Bokstand, sak: Boksak) -> tuple[Forslag, ...]:
    """Those that are held, else those of the papers as they are now."""
    holdt = stand.forslag.get(sak.key)
    return forslag_til(moete, sak) if holdt is None else holdt


def med_papirene(linjer: Iterable[Foering], stand: Bokstand, moete: Moete) -> tuple[Foering, ...]:
    """The lines that close or send it also say what the papers say of what is not held yet. While it is an
    utkast, a sak without forslag may still get some.
    """
    return tuple(_holdt(linje, stand, moete) if linje.slag in LUKKER else linje for linje in linjer)


def _holdt(linje: Foering, stand: Bokstand, moete: Moete) -> Foering:
    ute = linje.slag is not Foeringsslag.HEVET
    nye = {sak.key: forslag_til(moete, sak) for sak in stand.saker if sak.key not in stand.forslag}
    forslag = {str(key): [asdict(f) for f in alle] for key, alle in nye.items() if alle or ute}
    sted = None if stand.sted or not ute else moete.sted
    start = None if stand.start or not ute else som_klokke(moete.start)
    felt = bare_sagt(forslag=forslag, sted=sted, start=start)
    return replace(linje, verdier={**linje.verdier, **felt})


def krever_papirer(linjer: Sequence[Foering]) -> bool:
    return any(linje.slag in LUKKER for linje in linjer)
