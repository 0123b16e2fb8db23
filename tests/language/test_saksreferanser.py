"""Every way to name a sak by its number or its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.saksreferanser import find_saker
from bot.language.tall import number, ordinal


def sak(line: str):
    found = [funn.sak for funn in find_saker(line.split())]
    return [(s.nummer, s.aar, s.plass) for s in found]


@pytest.mark.parametrize(
    "line",
    [
        "12/24",
        "sak 12/24",
        "sak 12-24",
        "12-24",
        "12/2024",
        "sak nr 12/24",
        "saksnummer 12/24",
        "saken 12 av 24",
        "sak 12 i 2024",
        "sak tolv av tjuefire",
        "sak tolv skråstrek tjue fire",
        "sak tolv av fire og tyve",
        "sak tolv av tjue tjuefire",
        "sak tolv av to tusen og tjuefire",
        "saksframlegg 12/24",
    ],
)
def test_a_number_with_its_year(line):
    assert sak(line) == [(12, 2024, None)]


@pytest.mark.parametrize(
    ("line", "nummer"),
    [
        ("sak 12", 12),
        ("sak nummer 9", 9),
        ("sak tolv", 12),
        ("sak tjueen", 21),
        ("sak en og tyve", 21),
        ("sak enogtjue", 21),
        ("sak to og tredve", 32),
        ("sak hundre og to", 102),
        ("sak en", 1),
        ("saka ni", 9),
    ],
)
def test_a_number_alone_counts_behind_the_word_sak(line, nummer):
    assert sak(line) == [(nummer, None, None)]


@pytest.mark.parametrize(
    ("line", "plass"),
    [
        ("første sak", 1),
        ("fyrste sak", 1),
        ("tolvte sak", 12),
        ("siste saken", -1),
        ("12 sak", 12),
        ("tjueførste sak", 21),
        ("en og tyvende sak", 21),
        ("niande sak", 9),
    ],
)
def test_a_place_on_the_saksliste(line, plass):
    assert sak(line) == [(None, None, plass)]


@pytest.mark.parametrize(
    "line",
    [
        "17/4",
        "9-11",
        "12",
        "sak en gang til",
        "sak 0",
        "saker 12",
        "neste sak",
        "rom 12/9",
        "møte 17.04.24",
        "tolv",
        "sak",
    ],
)
def test_what_only_looks_like_a_sak(line):
    assert sak(line) == []


def test_two_saker_are_two():
    assert sak("sak 12/24 og sak 13/24") == [(12, 2024, None), (13, 2024, None)]


@given(
    st.integers(1, 999),
    st.integers(13, 99),
    st.sampled_from(["{}/{}", "sak {}/{}", "sak {}-{}", "sak {} av {}"]),
)
def test_any_number_and_year_are_read_back(nummer, aar, form):
    assert sak(form.format(nummer, aar)) == [(nummer, 2000 + aar, None)]


TENS = {20: ("tjue", "tyve"), 30: ("tretti", "tredve"), 40: ("førti", "førti"), 50: ("femti", "femti")}
ONES = {1: "en", 2: "to", 3: "tre", 4: "fire", 5: "fem", 6: "seks", 7: "sju", 8: "åtte", 9: "ni"}


@given(st.sampled_from(sorted(TENS)), st.sampled_from(sorted(ONES)))
def test_both_ways_of_counting_give_the_same(ten, one):
    new, old = TENS[ten]
    for line in (f"{new}{ONES[one]}", f"{new} {ONES[one]}", f"{ONES[one]} og {old}", f"{ONES[one]}og{old}"):
        words = line.split()
        assert number(words, 0) == (ten + one, len(words))


@pytest.mark.parametrize(
    ("line", "value"), [("tolvte", 12), ("syttende", 17), ("tjue første", 21), ("trettiande", 30)]
)
def test_ordinals(line, value):
    words = line.split()
    assert ordinal(words, 0) == (value, len(words))


def test_an_ordinary_word_is_no_number():
    assert number(["møte"], 0) is None
    assert ordinal(["møte"], 0) is None
    assert number([], 0) is None
