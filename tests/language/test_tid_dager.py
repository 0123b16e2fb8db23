"""Days: any date, weekday and spelling, seen from any day."""

from datetime import date, timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from bot.language import skriv
from bot.language.tid import find
from tests.language.tider import (
    MONTHS,
    WEEKDAYS,
    around,
    days,
    languages,
    midnight,
    moments,
    office,
    one,
    point,
    relaxed,
    spellings,
    weekdays,
)


@relaxed
@given(days, moments, languages, st.integers(0, 16), around)
def test_any_spelling_of_a_date_is_that_date(day, at, maal, which, around):
    written = spellings(day, maal)[which]
    assert point(around.format(written), at) == day


@relaxed
@given(days, moments, languages)
def test_the_date_that_the_bot_writes_is_read_back_and_contradicts_nothing(day, at, maal):
    tid = one(skriv.dato(day, maal), at)
    assert (tid.value, tid.strid, tid.grain) == (midnight(day), (), "day")


@relaxed
@given(days, moments, languages, st.integers(1, 6))
def test_a_wrong_weekday_keeps_both_days(day, at, maal, off):
    wrong = WEEKDAYS[maal][(day.weekday() + off) % 7]
    tid = one(f"{wrong} {day.day}. {MONTHS[day.month - 1]} {day.year}", at)
    assert tid.strid[0] == day
    assert tid.strid[1].weekday() == (day.weekday() + off) % 7
    assert abs((tid.strid[1] - day).days) <= 3


@relaxed
@given(office, weekdays, languages, around)
def test_a_weekday_is_the_next_one_and_never_today(at, day, maal, around):
    found = point(around.format("på " + WEEKDAYS[maal][day]), at)
    assert found.weekday() == day
    assert 1 <= (found - at.date()).days <= 7


@relaxed
@given(
    office,
    weekdays,
    languages,
    st.sampled_from(
        [
            ("neste {}", 1),
            ("{} neste uke", 1),
            ("{} i neste veke", 1),
            ("neste uke {}", 1),
            ("forrige {}", -1),
            ("førre {}", -1),
            ("{} i forrige uke", -1),
            ("{} førre veke", -1),
            ("denne {}", 0),
            ("{} denne uka", 0),
            ("{} i denne veka", 0),
            ("{} om to uker", 2),
            ("{} om tre veker", 3),
            ("{} for to uker siden", -2),
            ("{} for fire veker sidan", -4),
        ]
    ),
)
def test_a_weekday_of_another_week_is_in_that_iso_week(at, day, maal, form):
    words, weeks = form
    found = point(words.format(WEEKDAYS[maal][day]), at)
    assert found.weekday() == day
    assert found.isocalendar()[:2] == (at.date() + timedelta(weeks=weeks)).isocalendar()[:2]


@relaxed
@given(office, weekdays, languages, st.sampled_from(["sist {}", "siste {}", "hva ble sagt på {}"]))
def test_the_last_weekday_is_the_nearest_behind(at, day, maal, form):
    found = point(form.format(WEEKDAYS[maal][day]), at)
    assert found.weekday() == day
    assert 1 <= (at.date() - found).days <= 7


@relaxed
@given(
    office,
    st.integers(1, 12),
    st.integers(1, 28),
    st.sampled_from(["hva vedtok vi {}", "kva vart vedteke {}", "referat fra {}", "hvem var på møtet {}"]),
)
def test_the_past_tense_looks_back_at_a_day(at, month, day, form):
    found = point(form.format(f"{day}. {MONTHS[month - 1]}"), at)
    assert 0 <= (at.date() - found).days < 367
    assert (found.month, found.day) == (month, day)


@relaxed
@given(
    office,
    st.integers(1, 12),
    st.integers(1, 28),
    st.sampled_from(["hva skal vi ta opp {}", "kva må gjerast {}", "jeg melder forfall {}"]),
)
def test_the_future_looks_ahead_at_a_day(at, month, day, form):
    found = point(form.format(f"{day}. {MONTHS[month - 1]}"), at)
    assert 0 <= (found - at.date()).days < 367


@relaxed
@given(moments, st.integers(1, 12), st.data())
def test_a_month_with_one_slip_is_still_read(at, month, data):
    word = MONTHS[month - 1]
    assume(len(word) > 4)
    slip = _slip(word, data)
    assert point(f"15. {slip} 2027", at) == date(2027, month, 15)


@relaxed
@given(moments, weekdays, languages, st.data())
def test_a_weekday_with_one_slip_is_still_read(at, day, maal, data):
    slip = _slip(WEEKDAYS[maal][day], data)
    assume(slip not in ("trsdag", "tsdag"))
    found = find(f"møte på {slip}", at)
    assert [tid.value.weekday() for tid in found] == [day]


def _slip(word: str, data) -> str:
    """A letter is missing, doubled, or has changed places with the next; never the first."""
    at = data.draw(st.integers(1, len(word) - 2))
    kind = data.draw(st.sampled_from(["missing", "doubled", "turned"]))
    if kind == "missing":
        return word[:at] + word[at + 1 :]
    if kind == "doubled":
        return word[:at] + word[at] + word[at:]
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
