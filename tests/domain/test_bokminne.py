"""A fold that is remembered is what a fold of the whole log is."""

from dataclasses import replace

from bokbord import JO, Bok

from bot.domain.boklesing import les
from bot.domain.bokminne import Bokminne
from bot.domain.bokpunkt import nytt
from bot.domain.moetebok import Punktslag


def boka(antall: int) -> Bok:
    bok = Bok()
    bok.gaa("10/24", "13.10")
    for nr in range(antall):
        bok.gjoer(nytt, Punktslag.INNSPILL, f"Innspill {nr}", at="13.20")
    return bok


def test_what_is_new_is_added_also_where_something_was_taken_back():
    bok, minne = boka(3), Bokminne()
    assert minne.les(1, bok.linjer, husk=True) == bok.stand
    bok.gjoer(nytt, Punktslag.NOTAT, "Et notat", av=JO, at="13.25")
    assert minne.les(1, bok.linjer, husk=True) == bok.stand
    bok.angre(JO, "13.30")
    assert minne.les(1, bok.linjer, husk=True) == bok.stand


def test_ids_that_come_again_after_a_rollback_are_read_anew():
    bok, minne = boka(3), Bokminne()
    minne.les(1, bok.linjer, husk=True)
    andre = [*bok.linjer[:-1], replace(bok.linjer[-1], tekst="Et annet innspill")]
    assert minne.les(1, andre, husk=True) == les(andre)


def test_a_shorter_log_than_was_remembered_is_read_anew():
    bok, minne = boka(3), Bokminne()
    minne.les(1, bok.linjer, husk=True)
    assert minne.les(1, bok.linjer[:-2], husk=False) == les(bok.linjer[:-2])


def test_what_is_not_committed_is_not_remembered():
    bok, minne = boka(2), Bokminne()
    minne.les(1, bok.linjer, husk=False)
    assert not minne._lest


def test_only_so_many_are_remembered():
    bok, minne = boka(1), Bokminne(2)
    for bok_id in (1, 2, 3):
        minne.les(bok_id, bok.linjer, husk=True)
    assert list(minne._lest) == [2, 3]
