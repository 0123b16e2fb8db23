"""Weeks, months, quarters, counts of units and feasts, seen from any day."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.tid import Kind
from tests.language.tider import (
    MONTHS,
    NUMBERS,
    ORDINALS,
    UNITS,
    WEEKDAYS,
    languages,
    midnight,
    moments,
    office,
    one,
    point,
    relaxed,
    weekdays,
)


@relaxed
@given(
    moments,
    weekdays,
    st.integers(1, 52),
    languages,
    st.sampled_from(
        ["{} i uke {}", "{} uke {}", "{} i veke {}", "uke {1} {0}", "{}, uke {}", "{} i uke nr {}"]
    ),
)
def test_a_weekday_of_a_numbered_week(at, day, week, maal, form):
    found = point(form.format(WEEKDAYS[maal][day], week), at)
    assert (found.isocalendar().week, found.weekday()) == (week, day)
    assert -7 < (found - at.date()).days < 7 * 54


@relaxed
@given(moments, st.integers(1, 52), st.integers(2020, 2040), st.sampled_from(["uke {} {}", "veke {} i {}"]))
def test_a_week_of_a_year(at, week, year, form):
    tid = one(form.format(week, year), at)
    assert tid.value == midnight(date.fromisocalendar(year, week, 1))
    assert (tid.grain, tid.til - tid.fra) == ("week", timedelta(weeks=1))


@relaxed
@given(
    moments, st.integers(1, 51), st.data(), st.sampled_from(["uke {}-{}", "uke {}–{}", "veke {} til {}"])
)
def test_weeks_in_a_row(at, first, data, form):
    last = data.draw(st.integers(first + 1, 52))
    tid = one(form.format(first, last), at)
    assert tid.kind is Kind.INTERVAL
    assert tid.fra.isocalendar()[1:] == (first, 1)
    assert tid.til - tid.fra == timedelta(weeks=last - first + 1)


@relaxed
@given(
    moments,
    st.integers(1, 12),
    st.sampled_from(UNITS),
    st.booleans(),
    st.sampled_from([("om {}", 1), ("for {} siden", -1), ("for {} sidan", -1), ("{} siden", -1)]),
)
def test_a_count_of_days_or_weeks(at, count, unit, in_words, form):
    number = NUMBERS[count - 1] if in_words else str(count)
    nb, nn, length = unit
    found = point(form[0].format(f"{number} {nn if 'sidan' in form[0] else nb}"), at)
    assert found == at.date() + timedelta(days=form[1] * count * length)


@relaxed
@given(moments, st.integers(1, 48), st.sampled_from(["måneder", "månader", "mnd"]))
def test_a_count_of_months_is_in_that_month_and_no_later_in_it(at, count, unit):
    found = point(f"om {count} {unit}", at)
    assert (found.year * 12 + found.month) - (at.year * 12 + at.month) == count
    assert found.day <= at.day


@relaxed
@given(moments, st.integers(1, 90), st.sampled_from(["minutter", "minutt", "min"]))
def test_a_count_of_minutes(at, count, unit):
    assert one(f"om {count} {unit}", at).value == at + timedelta(minutes=count)


@relaxed
@given(office, st.integers(1, 12), st.sampled_from(["i {}", "til {}", "møter i {}?"]))
def test_a_month_is_the_one_that_is_not_past(at, month, form):
    tid = one(form.format(MONTHS[month - 1]), at)
    assert (tid.grain, tid.value.month) == ("month", month)
    assert tid.fra < tid.til > at
    assert (tid.fra.year * 12 + month) - (at.year * 12 + at.month) in range(12)


@relaxed
@given(moments, st.integers(1, 4), st.integers(2000, 2040), st.sampled_from(["{}. kvartal {}", "Q{} {}"]))
def test_a_quarter(at, nth, year, form):
    tid = one(form.format(nth, year), at)
    assert (tid.fra, tid.grain) == (datetime(year, 3 * nth - 2, 1), "quarter")
    assert 90 <= (tid.til - tid.fra).days <= 92


@relaxed
@given(moments, st.integers(1, 2), st.integers(2000, 2040), st.booleans())
def test_a_half_year(at, nth, year, in_words):
    written = ("første", "andre")[nth - 1] if in_words else f"{nth}."
    tid = one(f"{written} halvår {year}", at)
    assert (tid.fra, tid.til) == (
        datetime(year, 6 * nth - 5, 1),
        midnight(date(year + (nth == 2), nth % 2 * 6 + 1, 1)),
    )


@relaxed
@given(
    moments,
    st.integers(1, 4),
    weekdays,
    st.integers(1, 12),
    st.integers(2005, 2045),
    languages,
)
def test_one_of_the_weekdays_of_a_month(at, nth, day, month, year, maal):
    found = point(f"{ORDINALS[maal][nth - 1]} {WEEKDAYS[maal][day]} i {MONTHS[month - 1]} {year}", at)
    assert (found.weekday(), found.month, found.year) == (day, month, year)
    assert (found.day - 1) // 7 == nth - 1


@relaxed
@given(moments, weekdays, st.integers(1, 12), languages)
def test_the_last_weekday_of_a_month_has_none_behind_it(at, day, month, maal):
    found = point(f"siste {WEEKDAYS[maal][day]} i {MONTHS[month - 1]}", at)
    assert (found.weekday(), found.month) == (day, month)
    assert (found + timedelta(weeks=1)).month != month
    assert found >= at.date()


@relaxed
@given(
    moments,
    st.sampled_from(
        [
            ("skjærtorsdag", 3),
            ("langfredag", 4),
            ("2. påskedag", 0),
            ("andre påskedag", 0),
            ("palmesøndag", 6),
            ("kristi himmelfartsdag", 3),
            ("andre pinsedag", 0),
            ("morsdag", 6),
            ("farsdag", 6),
            ("første søndag i advent", 6),
        ]
    ),
)
def test_a_moving_feast_is_on_its_weekday_and_within_a_year(at, feast):
    name, weekday = feast
    found = point(name, at)
    assert found.weekday() == weekday
    assert 0 <= (found - at.date()).days <= 400


@pytest.mark.parametrize(
    ("year", "easter"),
    [(2000, "04-23"), (2008, "03-23"), (2011, "04-24"), (2024, "03-31"), (2026, "04-05"), (2038, "04-25")],
)
def test_easter_is_when_it_is(year, easter):
    assert str(point(f"første påskedag {year}", datetime(2020, 1, 1))) == f"{year}-{easter}"
