"""What is missing, said once for several: «Forslag 1–3 i 03/24»; and which forslag a form answers."""

from collections.abc import Sequence

from bot.cards.bokmangler import Mangel
from bot.cards.ord import forkortet
from bot.domain import bokvedtak
from bot.domain.bokmangler import Bokmangler
from bot.domain.bokstand import Boksak, Bokstand, Punkt
from bot.domain.moete import Moete
from bot.language import skriv
from bot.turn import Turn

KNAPPER = 12
"""So many buttons a list of what is missing has at most: Teams shows no more, and nobody reads them."""
TEGN = 300


def uten_svar_i_saker(funnet: Bokmangler) -> dict[Boksak, list[int]]:
    """The numbers of the forslag without an answer, by sak."""
    saker: dict[int, Boksak] = {sak.key: sak for sak, _ in funnet.uten_svar}
    return {sak: [nr for s, nr in funnet.uten_svar if s.key == key] for key, sak in saker.items()}


def numre(nre: Sequence[int]) -> str:
    """«1–3», «1, 2 og 5»."""
    if len(nre) > 2 and nre[-1] - nre[0] == len(nre) - 1:
        return f"{nre[0]}–{nre[-1]}"
    return skriv.liste([str(nr) for nr in nre])


def samlet(turn: Turn, key: str, punkter: Sequence[Punkt]) -> Mangel:
    """All of them in one row, with how it is said; too many for a button each."""
    nre = [p.nr for p in punkter]
    return Mangel(turn.norsk.tekst(key, punkter=numre(nre), nr=nre[0]))


def forslagene(turn: Turn, stand: Bokstand, sak: Boksak, moete: Moete, nr: int | None) -> list[str]:
    """The one that is to be answered, else all without an answer."""
    alle = bokvedtak.forslag_til(moete, sak)
    svar = bokvedtak.side_om_side(stand, sak.key, alle)
    vist = [s for s in svar if (s.nr == nr if nr is not None else s.vedtak is None)]
    return [f"{s.nr}. {forkortet(s.forslag.tekst, TEGN)}" for s in vist]
