"""What only looks like a time, and lines of anything."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.language.tid import Kind, Tid, find
from tests.language.tider import MONTHS, days, midnight, moments, one, relaxed, words


@relaxed
@given(
    moments,
    days,
    st.integers(1, 60),
    st.sampled_from(["{} til {}", "fra {} til {}", "{} – {}", "mellom {} og {}", "f.o.m. {} t.o.m. {}"]),
)
def test_a_range_of_dates_holds_both_and_stands_in_order(at, first, length, form):
    last = first + timedelta(days=length)
    written = [f"{d.day}. {MONTHS[d.month - 1]} {d.year}" for d in (first, last)]
    tid = one(form.format(*written), at)
    assert (tid.kind, tid.fra, tid.til) == (
        Kind.INTERVAL,
        midnight(first),
        midnight(last + timedelta(days=1)),
    )


@relaxed
@given(
    moments,
    st.integers(1, 99),
    st.integers(1, 99),
    st.sampled_from(
        [
            "sak {}/{:02}",
            "sak {}/20{:02}",
            "sak nr. {}/{:02}",
            "sak {}-20{:02}",
            "PS {}/{:02}",
            "saken {}",
            "sak {}",
        ]
    ),
    st.sampled_from(["{}", "{} utsettes", "vi tar {} først", "hva ble vedtatt i {}?"]),
)
def test_a_sak_number_is_never_a_time(at, number, year, form, around):
    assert find(around.format(form.format(number, year)), at) == []


@relaxed
@given(
    moments,
    st.integers(1, 31),
    st.integers(1, 12),
    st.sampled_from(
        words(
            "punkt pkt. kap. kapittel versjon avsnitt vedlegg tiltak rom side § tlf kr delmål nr. "
            "paragraf tabell"
        )
    ),
)
def test_a_numbered_thing_is_never_a_time(at, first, second, noun):
    assert find(f"se {noun} {first}.{second} i planen", at) == []
    assert find(f"se {noun} {first} i planen", at) == []


@relaxed
@given(
    moments,
    st.integers(1, 31),
    st.sampled_from(
        words("medlemmer prosent % kroner stemmer personer pasienter årsverk saker minutter uker")
    ),
    st.sampled_from(["{} {}", "det er {} {}", "ca. {} {}", "over {} {}", "{}-40 {}"]),
)
def test_what_is_counted_is_no_time(at, number, noun, form):
    assert find(form.format(number, noun), at) == []


@relaxed
@given(moments, st.text(max_size=60))
def test_any_text_is_answered_and_the_spans_stand_in_order(at, text):
    _in_order(find(text, at), text)


@relaxed
@given(
    moments,
    st.lists(
        st.sampled_from(
            words(
                "i på den om for til fra og før etter innen neste siste 1 12 31 2026 . / - : kl halv kvart "
                "uke mai mandag tor år siden hver dag første av april 10 15 jul helg kveld % sak"
            )
        ),
        max_size=9,
    ),
)
def test_any_heap_of_time_words_is_answered(at, words):
    text = " ".join(words)
    _in_order(find(text, at), text)


def _in_order(found: list[Tid], text: str) -> None:
    end = 0
    for tid in found:
        assert end <= tid.start < tid.slutt <= len(text)
        assert tid.fra is None or tid.til is None or tid.fra <= tid.til
        end = tid.slutt
