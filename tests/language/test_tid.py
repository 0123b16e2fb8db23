"""Days and periods in a question, as of Wednesday 10 April 2024."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.language.tid import find_times

TODAY = date(2024, 4, 10)


def times(line: str, today: date = TODAY, past: bool = False) -> list[tuple[str, str]]:
    found = find_times(line.split(), today, past)
    return [(str(funn.period.fra or ""), str(funn.period.til or "")) for funn in found]


@pytest.mark.parametrize(
    ("line", "fra", "til"),
    [
        ("i dag", "2024-04-10", "2024-04-11"),
        ("i morgon", "2024-04-11", "2024-04-12"),
        ("i overmorgen", "2024-04-12", "2024-04-13"),
        ("på torsdag", "2024-04-11", "2024-04-12"),
        ("neste torsdag", "2024-04-18", "2024-04-19"),
        ("torsdag neste uke", "2024-04-18", "2024-04-19"),
        ("tysdag i veke 17", "2024-04-23", "2024-04-24"),
        ("førstkommende mandag", "2024-04-15", "2024-04-16"),
        ("17.04.24", "2024-04-17", "2024-04-18"),
        ("17.4.2024", "2024-04-17", "2024-04-18"),
        ("17/4", "2024-04-17", "2024-04-18"),
        ("den 17", "2024-04-17", "2024-04-18"),
        ("onsdag 17 april", "2024-04-17", "2024-04-18"),
        ("syttende april 2024", "2024-04-17", "2024-04-18"),
        ("2024-04-17", "2024-04-17", "2024-04-18"),
        ("3/4", "2024-04-03", "2024-04-04"),
        ("15 november", "2024-11-15", "2024-11-16"),
        ("denne uka", "2024-04-08", "2024-04-15"),
        ("neste veke", "2024-04-15", "2024-04-22"),
        ("uke 17", "2024-04-22", "2024-04-29"),
        ("uke 2", "2025-01-06", "2025-01-13"),
        ("neste måned", "2024-05-01", "2024-06-01"),
        ("i april", "2024-04-01", "2024-05-01"),
        ("i mars", "2025-03-01", "2025-04-01"),
        ("i juni 2025", "2025-06-01", "2025-07-01"),
        ("mai neste år", "2025-05-01", "2025-06-01"),
        ("i 2024", "2024-01-01", "2025-01-01"),
        ("i fjor", "2023-01-01", "2024-01-01"),
        ("i vår", "2024-01-01", "2024-07-01"),
        ("til hausten", "2024-08-01", "2025-01-01"),
        ("våren 2025", "2025-01-01", "2025-07-01"),
        ("resten av året", "2024-04-10", "2025-01-01"),
        ("resten av måneden", "2024-04-10", "2024-05-01"),
        ("framover", "2024-04-10", ""),
        ("i tiden fremover", "2024-04-10", ""),
        ("etter 1 mai", "2024-05-02", ""),
        ("før sommeren", "2024-04-10", "2024-07-01"),
        ("før jul", "2024-04-10", "2024-12-24"),
        ("innen 1 juni", "2024-04-10", "2024-06-02"),
        ("mellom 1 mai og 15 juni", "2024-05-01", "2024-06-16"),
        ("fra 1 til 15 mai", "2024-05-01", "2024-05-16"),
        ("mandag til onsdag neste uke", "2024-04-15", "2024-04-18"),
    ],
)
def test_a_time_is_a_period_of_whole_days(line, fra, til):
    assert times(line) == [(fra, til)]


@pytest.mark.parametrize(
    "line",
    [
        "sak 12/24",
        "sak 17/4",
        "fagråd 2",
        "kl 13.00",
        "i vår kommune",
        "31.02.24",
        "neste møte",
        "neste sak",
        "siste referat",
        "man bør",
        "tor kommer",
        "rom 301",
        "klokka 10.11",
        "vi møtes",
    ],
)
def test_what_only_looks_like_a_time(line):
    assert times(line) == []


@pytest.mark.parametrize(
    ("line", "fra"),
    [
        ("30.01", "2025-01-30"),
        ("januar", "2025-01-01"),
        ("på onsdag", "2025-02-05"),
        ("november", "2024-11-01"),
        ("den 9", "2025-02-09"),
    ],
)
def test_looking_back_a_day_without_a_year_is_the_last_that_was(line, fra):
    assert times(line, date(2025, 2, 10), past=True)[0][0] == fra


def test_before_a_day_that_has_been_is_open_behind():
    assert times("før 12 februar", past=True) == [("", "2024-02-12")]


def test_a_weekday_is_never_the_day_itself():
    assert times("på onsdag") == [("2024-04-17", "2024-04-18")]


@settings(deadline=None)
@given(st.dates(date(2000, 1, 1), date(2049, 12, 31)))
def test_any_written_date_is_read_back(day):
    read = [(str(day), str(day.fromordinal(day.toordinal() + 1)))]
    assert times(f"{day.day}.{day.month}.{day.year}") == read
    assert times(f"{day:%d.%m.%y}") == read
    assert times(day.isoformat()) == read


@settings(deadline=None)
@given(
    st.dates(date(2001, 1, 1), date(2098, 12, 31)),
    st.sampled_from(["mandag", "onsdag", "laurdag", "søndag"]),
)
def test_the_coming_weekday_is_within_a_week(today, weekday):
    (fra, _) = times(f"på {weekday}", today)[0]
    assert 1 <= (date.fromisoformat(fra) - today).days <= 7
