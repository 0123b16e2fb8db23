"""Ranges and bounds."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.language.tid import Kind
from tests.language.tider import MONTHS, days, midnight, moments, office, one, relaxed


@relaxed
@given(
    moments,
    st.integers(1, 27),
    st.data(),
    st.integers(1, 12),
    st.sampled_from(["{}.–{}. {}", "{}-{} {}", "fra {}. til {}. {}", "{}. til {}. {}"]),
)
def test_a_range_in_one_month_names_it_once(at, first, data, month, form):
    last = data.draw(st.integers(first + 1, 28))
    tid = one(form.format(first, last, MONTHS[month - 1]), at)
    assert (tid.fra.month, tid.fra.day, tid.til - tid.fra) == (
        month,
        first,
        timedelta(days=last - first + 1),
    )


@relaxed
@given(
    office,
    days,
    st.sampled_from(
        [
            ("innen {}", Kind.BEFORE, 1),
            ("innan {}", Kind.BEFORE, 1),
            ("senest {}", Kind.BEFORE, 1),
            ("seinast {}", Kind.BEFORE, 1),
            ("t.o.m. {}", Kind.BEFORE, 1),
            ("før {}", Kind.BEFORE, 0),
            ("etter {}", Kind.AFTER, 1),
            ("fra og med {}", Kind.AFTER, 0),
        ]
    ),
)
def test_a_bound_is_open_on_one_side_and_ends_where_it_says(at, day, form):
    words, kind, further = form
    tid = one(words.format(f"{day.day}. {MONTHS[day.month - 1]} {day.year}"), at)
    assert (tid.kind, tid.value) == (kind, midnight(day))
    bound, none = (tid.til, tid.fra) if kind is Kind.BEFORE else (tid.fra, tid.til)
    assert (bound, none) == (midnight(day + timedelta(days=further)), None)
