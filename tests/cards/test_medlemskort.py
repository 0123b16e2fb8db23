"""What every card about bodies and members promises."""

import ast
from pathlib import Path

import pytest

from bot.cards.medlemslinje import medlemslinje
from bot.domain.maalform import Maalform
from bot.domain.organ import Medlem, Rolle, Side
from bot.language.tekster import tekster as katalog
from tests.cards import folk
from tests.cards.kort import sjekk, tekster

DOMAIN = Path(__file__).parents[2] / "bot/domain"
KODER = sorted(
    {
        node.args[0].value
        for path in DOMAIN.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", "") == "Radfeil"
        and isinstance(node.args[0], ast.Constant)
    }
)


@pytest.mark.parametrize("maalform", list(Maalform))
def test_sixty_members_are_all_on_the_card(maalform):
    message = folk.mange(katalog(maalform))
    sjekk(message)
    vist = tekster(message.card or {})
    assert [linje for linje in vist if "flere" in linje or "fleire" in linje] == []
    assert sum("Langerud" in linje for linje in vist) == 60
    assert message.text.count("Langerud") == 60


@pytest.mark.parametrize("maalform", list(Maalform))
def test_every_reason_for_a_wrong_row_has_words(maalform):
    assert len(KODER) > 10
    assert [kode for kode in KODER if f"radfeil.{kode}" not in katalog(maalform).keys] == []


def test_a_seat_is_said_once():
    """«Vara nr. 1 for Nesdal kommune» sits for Nesdal kommune."""
    kari = Medlem(
        "Kari Dahl", Rolle.VARA, sete="Nordre", side=Side.KOMMUNER, vara_for="Nordre", rekkefoelge=1
    )
    assert medlemslinje(katalog(Maalform.NB), kari).count("Nordre") == 1
    assert "kommune" in medlemslinje(katalog(Maalform.NB), kari)
