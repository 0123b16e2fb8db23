"""Times of the day, written and spoken."""

from datetime import time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.language.tider import MONTHS, NUMBERS, around, days, languages, midnight, office, one, relaxed


@relaxed
@given(
    office,
    st.integers(0, 23),
    st.integers(0, 59),
    st.sampled_from(
        ["kl. {:02}.{:02}", "kl {:02}:{:02}", "{:02}:{:02}", "klokka {:02}.{:02}", "kl {:02}{:02}"]
    ),
    around,
)
def test_a_written_clock_is_that_time_today_or_tomorrow(at, hour, minute, form, around):
    tid = one(around.format(form.format(hour, minute)), at)
    assert tid.value.time() == time(hour, minute)
    assert timedelta(0) <= tid.value - at.replace(second=0, microsecond=0) < timedelta(days=1)


SPOKEN = [
    ("{}", 0),
    ("halv {}", -30),
    ("kvart over {}", 15),
    ("kvart på {}", -15),
    ("ti på halv {}", -40),
    ("fem over halv {}", -25),
    ("ti over {}", 10),
    ("fem på {}", -5),
]


@relaxed
@given(
    office, st.integers(1, 12), st.sampled_from(SPOKEN), st.sampled_from(["klokka ", "kl. ", "klokken "])
)
def test_a_spoken_clock_is_in_the_day_and_right_on_the_dial(at, hour, form, klokka):
    number = "ett" if hour == 1 else NUMBERS[hour - 1]
    moment = one(klokka + form[0].format(number), at).value
    assert (moment.hour * 60 + moment.minute - hour * 60 - form[1]) % 720 == 0
    assert 7 <= moment.hour < 19


@relaxed
@given(
    office,
    st.integers(7, 21),
    st.data(),
    st.sampled_from(
        ["kl {}-{}", "kl. {}–{}", "fra kl. {} til {}", "mellom klokka {} og {}", "fra {} til {}"]
    ),
    st.sampled_from(["{} i morgen", "i morgen {}", "møte i morgen {}"]),
)
def test_a_clock_range_with_its_day_in_any_order(at, first, data, form, order):
    last = data.draw(st.integers(first + 1, 23))
    tid = one(order.format(form.format(first, last)), at)
    tomorrow = midnight(at.date() + timedelta(days=1))
    assert (tid.fra, tid.til) == (tomorrow + timedelta(hours=first), tomorrow + timedelta(hours=last))


@relaxed
@given(office, days, st.integers(7, 20), languages)
def test_a_day_and_a_clock_mean_the_same_in_either_order(at, day, hour, maal):
    dag, kl = f"{day.day}. {MONTHS[day.month - 1]} {day.year}", f"kl. {hour}"
    first, second = one(f"{dag} {kl}", at), one(f"{kl} {dag}", at)
    assert first.value == second.value == midnight(day) + timedelta(hours=hour)
