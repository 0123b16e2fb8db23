"""No window of time holds more than a conversation may be sent."""

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.budsjett import (
    HUSKES,
    POSTER,
    TEAMS,
    TIMEN,
    Grense,
    Nylig,
    naar_ledig,
    noter,
    opptar,
)

PAUSER = st.lists(st.sampled_from([0.0, 0.01, 0.1, 0.5, 1.0, 7.0, 31.0, 400.0]), min_size=1, max_size=120)
NAA = 1_700_000_000.0


def sendt_saa_fort_det_gaar(pauser, grenser, varer=0.0, andre=()):
    """When each arrives that is sent as soon as it may, after such a pause."""
    nylig, naa, ankomst = Nylig(), NAA, []
    for pause in pauser:
        naa = naar_ledig(nylig, naa + pause, grenser, [t for t in andre if t <= naa + pause])
        ankomst.append(naa + varer)
        naa += varer
        nylig = noter(nylig, naa, naa)
    return ankomst


def flest(tider, sekunder):
    """In any window of so many seconds, its end not counted."""
    return max(sum(fra <= t < fra + sekunder for t in tider) for fra in tider)


@given(PAUSER, st.sampled_from([0.0, 0.05, 0.3]))
@settings(max_examples=60, deadline=None)
def test_no_window_holds_more_than_the_limit(pauser, varer):
    tider = sendt_saa_fort_det_gaar(pauser, POSTER, varer)
    for grense in POSTER:
        assert flest(tider, grense.sekunder - 1e-6) <= grense.antall


@given(st.lists(st.floats(0, 40), max_size=30), st.integers(1, 40))
@settings(max_examples=60, deadline=None)
def test_posts_give_way_to_what_was_answered(svar, poster):
    andre = sorted(NAA + s for s in svar)
    nylig, naa = Nylig(), NAA + 40
    for _ in range(poster):
        naa = naar_ledig(nylig, naa, POSTER, andre)
        nylig = noter(nylig, naa, naa)
        alle = [*andre, *nylig.tider]
        for grense in POSTER[:2]:
            assert sum(naa - grense.sekunder + 1e-6 < t <= naa for t in alle) <= grense.antall


def test_the_hour_is_kept_too_and_is_free_again():
    grenser = (Grense(100, 3600),)
    tider = sendt_saa_fort_det_gaar([1.0] * 250, grenser)
    assert flest(tider, 3600) <= 100
    assert tider[100] - tider[0] <= TIMEN + 60
    assert POSTER[2].antall < TEAMS[2].antall


def test_it_is_kept_compactly():
    nylig = Nylig()
    for n in range(5000):
        nylig = noter(nylig, NAA + n, NAA + n)
    assert len(nylig.tider) <= HUSKES
    assert len(nylig.minutter) <= 61
    assert sum(n for _, n in nylig.minutter) + len(nylig.tider) >= TIMEN


def test_a_clock_that_was_set_back_holds_nothing_up():
    nylig = noter(Nylig(), NAA, *[NAA] * 5)
    assert naar_ledig(nylig, NAA - 5000, POSTER) <= NAA - 5000 + 1
    assert naar_ledig(noter(nylig, NAA - 5000), NAA - 4998, POSTER) == NAA - 4998


def test_what_is_over_and_what_is_under_way_takes_its_share_of_a_second():
    nylig = noter(Nylig(), NAA, NAA - 5, NAA - 1, NAA - 0.9, NAA)
    assert opptar(nylig, NAA) == 2
    assert [opptar(nylig, NAA, slutt=NAA - s) for s in (0.5, 1.5)] == [3, 2]
    assert [opptar(nylig, NAA, tatt=NAA - s) for s in (0.5, 1.5, 2.5)] == [3, 3, 2]
