"""What the sekretariat is told of a post that did not come out, as it looks. HELSEBOT_GOLDEN=write."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.cards.utboks import kom_ikke_ut
from bot.domain.maalform import Maalform
from bot.domain.utboks import Aarsak
from bot.language.tekster import tekster
from bot.turn import Message, Norsk
from tests.cards.kort import sjekk, som_foer

GOLDEN = Path(__file__).parent / "golden_utboks"
MAALFORMER = list(Maalform)
FARLIG = "Ringer <b>kommunene</b> **nå** [her](http://x.example) <at>Ola</at> {{x}} #1"

KORT: dict[str, Callable[[Norsk], Message]] = {
    "avvist": lambda n: kom_ikke_ut(n, "Fagråd 1", FARLIG, "413", 7, uviss=False),
    "doegn": lambda n: kom_ikke_ut(n, "Fagråd 1", "Ukesoversikt", f"{Aarsak.DOEGN}:429", 7, uviss=False),
    "gammel": lambda n: kom_ikke_ut(n, None, "", Aarsak.GAMMEL, 7, uviss=False),
    "uten_id": lambda n: kom_ikke_ut(n, "Fagråd 1", "Sammendrag", Aarsak.UTEN_ID, 7, uviss=False),
    "uviss": lambda n: kom_ikke_ut(n, "Fagråd 1", f"{FARLIG}\n{FARLIG}", "502", 7, uviss=True),
}


@pytest.mark.parametrize("maalform", MAALFORMER)
@pytest.mark.parametrize("navn", KORT)
def test_the_card_is_as_it_was(navn, maalform):
    message = KORT[navn](tekster(maalform))
    sjekk(message)
    som_foer(message, navn, GOLDEN / maalform)
