"""The written forms of saksnumre, and their look-alikes."""

import pytest

from bot.domain import saksnummer

LEST = [
    # written, the møte's year -> prefix, number, year
    ("09/24", 2024, None, 9, 2024),
    ("4/25", 2025, None, 4, 2025),
    ("01-21", 2021, None, 1, 2021),
    ("2014/15", 2014, None, 15, 2014),
    ("2015/15", 2015, None, 15, 2015),
    ("08/01", 2008, None, 1, 2008),
    ("01/2015", 2015, None, 1, 2015),
    ("011/06", 2006, None, 11, 2006),
    ("0009/05", 2005, None, 9, 2005),
    ("PS 1/19", 2019, "PS", 1, 2019),
    ("RS 2/10", 2010, "RS", 2, 2010),
    ("1.18", 2018, None, 1, 2018),
    ("07 – 2022", 2022, None, 7, 2022),
    ("H23-01", 2023, "H", 1, 2023),
    ("Sak 1/ 2012", 2012, None, 1, 2012),
    ("Sak nr.: 48/13", 2013, None, 48, 2013),
    ("Styresak 14-2024", 2024, None, 14, 2024),
    ("ASU-sak 31/24", 2024, None, 31, 2024),
    ("3.", 2024, None, 3, None),
    ("03/35", 2025, None, 3, 2035),
]


@pytest.mark.parametrize(("skrevet", "moeteaar", "prefiks", "nummer", "aar"), LEST)
def test_written_forms(skrevet, moeteaar, prefiks, nummer, aar):
    lest = saksnummer.parse(skrevet, moeteaar)
    assert (lest.prefiks, lest.nummer, lest.aar) == (prefiks, nummer, aar)


def test_a_part_of_a_sak_has_a_number_under_the_number():
    lest = saksnummer.parse("090/15.1", 2015)
    assert (lest.nummer, lest.aar, lest.under) == (90, 2015, 1)


@pytest.mark.parametrize("skrevet", ["22/4", "17.04.2024", "Eventuelt", "1930, 30M11", "12/13/14", "2024"])
def test_what_is_no_saksnummer(skrevet):
    assert saksnummer.parse(skrevet, 2024) is None


@pytest.mark.parametrize(
    ("linje", "skrevet", "resten"),
    [
        ("Sak 2/11 – Budsjett", "2/11", "Budsjett"),
        ("Sak: 09/11  Godkjenning", "09/11", "Godkjenning"),
        ("PS 1/11 Plan for eldre", "PS 1/11", "Plan for eldre"),
        ("Sak 3: Budsjett", "3", "Budsjett"),
        ("01-11 Godkjenning", "01-11", "Godkjenning"),
        ("1.11   Godkjenning", "1.11", "Godkjenning"),
    ],
)
def test_the_number_a_line_begins_with(linje, skrevet, resten):
    nummer, rest = saksnummer.leading(linje, 2011)
    assert (nummer.skrevet, rest) == (skrevet, resten)


@pytest.mark.parametrize(
    "linje",
    [
        "Saker til eventuelt",
        "3. Budsjett",
        "13.00-13.10 Pause",
        "12-14 samtaler med kommunene",
        "1/2 stilling",
        "17/4-24 kl. 12",
        "Arkivsak: 24/1476",
    ],
)
def test_lines_that_begin_with_something_else(linje):
    assert saksnummer.leading(linje, 2024) is None


def test_the_same_sak_in_two_written_forms():
    assert saksnummer.same("011/06", "11/06", 2006)
    assert saksnummer.same("PS 1/19", "1/2019", 2019)
    assert not saksnummer.same("PS 1/19", "RS 1/19", 2019)
    assert not saksnummer.same("4/25", "4/24", 2025)
