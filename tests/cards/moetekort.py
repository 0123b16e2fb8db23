"""What others get of a møte: the innkalling, a reminder, moved, avlyst, held after all."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time

from bot.cards import moetevarsler
from bot.cards.moete import Ramme, moetekort, saksliste
from bot.domain.moete import Moete
from bot.domain.moeteendring import Flytting, avlyst, flyttet
from bot.domain.organ import Helsefellesskap, Navneslag, Organ, Organnavn
from bot.domain.register import Register
from bot.turn import Message, Norsk
from tests.dialogs import eksempel

_NAVN = [Organnavn("Administrativt samarbeidsutvalg", Navneslag.NAVN), Organnavn("ASU", Navneslag.KORT)]
_REGISTER = Register(1, (Helsefellesskap("Nordre Fjordfylke", 1),), (Organ(1, _NAVN, id=1),))
MOETE = Moete(
    1,
    [1],
    eksempel.DAGEN,
    time(12),
    time(15),
    "Møterom Storfjorden",
    innkalling=eksempel.innkalling(),
    ics_noekkel="noekkel",
    id=7,
)
FLYTTET = flyttet(MOETE, Flytting(date(2024, 5, 24), time(10), sted="Rådhuset *2. etasje*"))


def _ramme(norsk: Norsk) -> Ramme:
    return Ramme(norsk, _REGISTER, "https://bot.example")


def _avlyst(norsk: Norsk) -> Message:
    linje = moetevarsler.skulle_vaert(norsk, "ASU", MOETE)
    return moetekort(linje, avlyst(MOETE), _ramme(norsk))


def _saksliste(norsk: Norsk) -> Message:
    linje = norsk.tekst("saksliste.for", moete="ASU")
    return saksliste(linje, replace(FLYTTET, avlyst=True), _ramme(norsk))


KORT: dict[str, Callable[[Norsk], Message]] = {
    "moete-avlyst": _avlyst,
    "saksliste-flyttet-og-avlyst": _saksliste,
    "varsel-innkalling": lambda n: moetevarsler.innkalling(MOETE, _ramme(n), personlig=True),
    "varsel-innkalling-kanal": lambda n: moetevarsler.innkalling(MOETE, _ramme(n), personlig=False),
    "varsel-paaminnelse": lambda n: moetevarsler.paaminnelse(MOETE, _ramme(n)),
    "varsel-flyttet": lambda n: moetevarsler.flyttet(MOETE, FLYTTET, _ramme(n), personlig=True),
    "varsel-flyttet-sted": lambda n: moetevarsler.flyttet(
        MOETE, flyttet(MOETE, Flytting(sted="Teams")), _ramme(n), personlig=False
    ),
    "varsel-avlyst": lambda n: moetevarsler.avlyst(avlyst(MOETE), _ramme(n)),
    "varsel-gaar-likevel": lambda n: moetevarsler.gaar_likevel(MOETE, _ramme(n), personlig=True),
}
