"""Whether a line is nothing but a yes or a no."""

import pytest

from bot.language.ja_nei import ja_eller_nei

JA = (
    *("ja", "Ja!", "ja takk", "jeg kan", "ja, det går fint", "eg kan møte", "det passer bra", "ok 👍"),
    *("ja det kan jeg", "ja, jeg stiller gjerne", "det er greit", "Hei, det skal jeg klare", "kjem"),
)
NEI = (
    *(
        "nei",
        "Nei, dessverre.",
        "jeg kan ikke",
        "passer dårlig",
        "det passer dessverre ikke",
        "eg kan ikkje",
    ),
    *("kan ikke da", "nei takk", "går ikkje for meg", "nei, det blir vanskelig", "Hei, det kan jeg ikke"),
    *("nei, jeg kan dessverre ikke møte", "har dessverre ikke anledning", "det får jeg ikke til"),
)
INGEN_AV_DELENE = (
    *("", "hei", "takk", "kan jeg?", "ja nei", "kanskje", "ja, hvem kommer", "jeg kan ikke møte på ASU"),
    *("ja til forslaget", "kan ikke si nei", "nei, Liv kan", "jeg kan ikke i juni", "ja " * 60),
)


@pytest.mark.parametrize("linje", JA)
def test_yes(linje):
    assert ja_eller_nei(linje) is True


@pytest.mark.parametrize("linje", NEI)
def test_no(linje):
    assert ja_eller_nei(linje) is False


@pytest.mark.parametrize("linje", INGEN_AV_DELENE)
def test_neither(linje):
    assert ja_eller_nei(linje) is None
