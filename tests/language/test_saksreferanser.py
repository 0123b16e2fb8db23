"""Every way to name a sak by its number or its place."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.language.ord import clean, tokens
from bot.language.saksreferanser import find_saker
from bot.language.tall import number, ordinal


def words(line: str) -> list[str]:
    return [word.text for word in tokens(clean(line))]


def sak(line: str):
    found = [funn.sak for funn in find_saker(words(line))]
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
        "saksfremlegg 12/24",
        "sak 12 / 24",
        "sak12/24",
        "#12/24",
        "sak 12.24",
        "sak 2024/12",
        "sak 12 2024",
        "sak tolv tjuefire",
        "sak tolv skrå tjuefire",
        "tolv skråstrek tjuefire",
        "sakt tolv av tjuefire",
        "sak tållv av fire og tjuge",
        "PS 12/24",
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
        ("sakt tolv", 12),
        ("vis sakt tolv", 12),
        ("sak tållv", 12),
        ("sak tjueein", 21),
        ("sak ein og tjuge", 21),
        ("sak to og førti", 42),
        ("sak hundre", 100),
        ("sak hundreogtolv", 112),
        ("sak etthundreogtjueen", 121),
        ("sak sytten", 17),
        ("sak søtten", 17),
        ("sak 12?", 12),
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
        ("tolvte saka", 12),
        ("den føste saka", 1),
        ("4. sak", 4),
        ("nest siste sak", -2),
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
        "1/2 stilling",
        "24/7",
        "åpent 8-16",
        "kl. 12-24",
        "rom 12/14",
        "rom 3/24",
        "blodtrykk 120/80",
        "fordelt 50/50",
        "i 12 av 15 kommuner",
        "sak 17. april",
        "sak to ganger",
        "sakt en gang",
        "hva har han sakt to",
        "han har sakt 3",
        "sakt fire ganger",
        "sakte tolv",
        "en annen sak",
        "tolv av femten",
        "",
    ],
)
def test_what_only_looks_like_a_sak(line):
    assert sak(line) == []


def test_two_saker_are_two():
    assert sak("sak 12/24 og sak 13/24") == [(12, 2024, None), (13, 2024, None)]


@settings(deadline=None)
@given(
    st.integers(1, 999),
    st.integers(13, 39),
    st.sampled_from(["{}/{}", "sak {}/{}", "sak {}-{}", "sak {} av {}"]),
)
def test_any_number_and_year_are_read_back(nummer, aar, form):
    assert sak(form.format(nummer, aar)) == [(nummer, 2000 + aar, None)]


BELOW_TEN = ["null", "en", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni"]
TEENS = ["ti", "elleve", "tolv", "tretten", "fjorten", "femten", "seksten", "sytten", "atten", "nitten"]
ONES_NB = [*BELOW_TEN, *TEENS]
ONES_NN = ["null", "ein", *ONES_NB[2:]]
OLD_ONES = [*ONES_NB[:7], "syv", *ONES_NB[8:]]
NEW_TENS = ["", "", "tjue", "tretti", "førti", "femti", "seksti", "sytti", "åtti", "nitti"]
OLD_TENS = ["", "", "tyve", "tredve", "førti", "femti", "seksti", "sytti", "åtti", "nitti"]


def new(value: int, ones: list[str], between: str = "") -> str:
    if value >= 100:
        return f"hundre og {new(value - 100, ones, between)}" if value > 100 else "hundre"
    ten, one = divmod(value, 10)
    return ones[value] if value < 20 else NEW_TENS[ten] + (between + ones[one] if one else "")


def old(value: int, glue: str = " og ") -> str:
    if value >= 100:
        return f"et hundre og {old(value - 100, glue)}" if value > 100 else "ett hundre"
    ten, one = divmod(value, 10)
    if value < 20:
        return OLD_ONES[value]
    return f"{OLD_ONES[one]}{glue}{OLD_TENS[ten]}" if one else OLD_TENS[ten]


WAYS = {
    "digits": str,
    "nb": lambda value: new(value, ONES_NB),
    "nb apart": lambda value: new(value, ONES_NB, " "),
    "nn": lambda value: new(value, ONES_NN),
    "old": old,
    "old in one": lambda value: old(value, "og"),
}


@settings(deadline=None)
@given(
    st.integers(1, 199),
    st.integers(20, 39),
    st.sampled_from(sorted(WAYS)),
    st.sampled_from(
        ["sak {} av {}", "saka {} skråstrek {}", "vis sak nr {} frå {}", "Sak {} i {}", "sakt {} av {}"]
    ),
)
def test_any_sak_of_any_year_in_digits_or_words_is_that_sak(nummer, aar, way, form):
    line = form.format(WAYS[way](nummer), WAYS[way](aar))
    assert sak(line) == [(nummer, 2000 + aar, None)]


@settings(deadline=None)
@given(
    st.integers(1, 199),
    st.sampled_from(sorted(WAYS)),
    st.sampled_from(
        ["sak {}", "Saka {}", "vis meg sak nummer {}", "sakt {}", "hva er sak {}?", "sak {} på onsdag"]
    ),
)
def test_any_number_behind_the_word_is_that_sak(nummer, way, form):
    line = form.format(WAYS[way](nummer))
    assert sak(line) == (
        [] if line == "sak en på onsdag" or line == "sak ein på onsdag" else [(nummer, None, None)]
    )


@settings(deadline=None)
@given(st.integers(20, 59), st.sampled_from(sorted(WAYS)))
def test_both_ways_of_counting_give_the_same(value, way):
    written = WAYS[way](value).split()
    assert number(written, 0) == (value, len(written))


@pytest.mark.parametrize(
    ("line", "value"), [("tolvte", 12), ("syttende", 17), ("tjue første", 21), ("trettiande", 30)]
)
def test_ordinals(line, value):
    written = line.split()
    assert ordinal(written, 0) == (value, len(written))


def test_an_ordinary_word_is_no_number():
    assert number(["møte"], 0) is None
    assert ordinal(["møte"], 0) is None
    assert number([], 0) is None
