"""Saker that the referat refers to and that are not there: «sak 13/24 i møte 26.11.24»."""

from collections.abc import Sequence

from bot.cards.bokmangler import Mangel
from bot.cards.merknad import merknadslinje
from bot.domain.bokstand import Bokstand, Punkt
from bot.domain.henvisning import Henvisning, Oppslag, merknader
from bot.domain.moete import Moete
from bot.domain.saksnummer import parse
from bot.language.henvisninger import i_moetet
from bot.turn import Turn


async def henviste(turn: Turn, moete: Moete, stand: Bokstand) -> list[Mangel]:
    """Its own saker are there also where no innkalling has told of them."""
    tekster = [*(s.tittel for s in stand.saker), *(p.tekst for p in _staar(stand))]
    oppslag = await i_moetet(turn.uow, moete, tekster)
    borte = tuple(h for h in oppslag.mangler if not _egen(h, moete, stand))
    return [Mangel(merknadslinje(turn.norsk, m)) for m in merknader(Oppslag(mangler=borte))]


def _staar(stand: Bokstand) -> Sequence[Punkt]:
    return [p for p in stand.punkter.values() if not p.stroeket]


def _egen(henvisning: Henvisning, moete: Moete, stand: Bokstand) -> bool:
    if henvisning.dato not in (None, moete.dato):
        return False
    lest = [parse(s.saksnr, moete.dato.year) for s in stand.saker if s.saksnr]
    return any((n.nummer, n.aar) == (henvisning.nummer, henvisning.aar) for n in lest if n)
