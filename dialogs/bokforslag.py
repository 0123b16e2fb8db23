"""A vedtak beside the forslag it answers, where they are not the same."""

from collections.abc import Iterable, Sequence

from bot.cards.ord import forkortet
from bot.domain.bokstand import Bokstand, Punkt
from bot.domain.bokvedtak import ALLE, Forslagsvar, forslag_til, nummerert
from bot.domain.innkalling import Forslag
from bot.domain.moete import Moete
from bot.domain.moetebok import Punktslag
from bot.turn import Turn

TEGN = 160


def forslagene(turn: Turn, stand: Bokstand, moete: Moete, punkter: Iterable[Punkt]) -> list[str]:
    """«Forslag 2 var: «…»», a line for each vedtak in words of its own."""
    linjer = (ved_siden(turn, forslag_til(moete, stand.sak(p.sak)), p) for p in punkter)
    return [linje for linje in linjer if linje]


def ved_siden(turn: Turn, forslag: Sequence[Forslag], punkt: Punkt) -> str:
    """Empty where it answers none, or all at once, or says the same."""
    if punkt.slag is not Punktslag.VEDTAK or punkt.forslag in (None, ALLE):
        return ""
    ett = next((f for nr, f in nummerert(forslag) if nr == punkt.forslag), None)
    if ett is None or punkt.tekst == hele(ett):
        return ""
    tekst = forkortet(" ".join(hele(ett).split()), TEGN)
    return turn.norsk.tekst("foering.forslaget_var", nr=punkt.forslag or 0, tekst=tekst)


def med_svar(turn: Turn, svar: Forslagsvar, *, alene: bool) -> str:
    """The forslag, numbered where there are several, and what became of it."""
    tekst = svar.forslag.tekst if alene else f"{svar.nr}. {svar.forslag.tekst}"
    if svar.vedtak is None:
        return tekst
    likt = svar.vedtak.tekst == hele(svar.forslag)
    vedtatt = "" if likt else forkortet(" ".join(svar.vedtak.tekst.split()), TEGN)
    key = "foering.vedtatt_likt" if likt else "foering.vedtatt_slik"
    return f"{tekst}\n{turn.norsk.tekst(key, nr=svar.vedtak.nr, tekst=vedtatt)}"


def hele(forslag: Forslag) -> str:
    """As a vedtak of it is written."""
    return "\n".join([forslag.tekst, *(f"{u.bokstav}) {u.tekst}" for u in forslag.underpunkter)])
