"""A pasted note."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.notatlinjer import linjer


def tekster(note: str) -> list[str]:
    return [linje.tekst for linje in linjer(note)]


@pytest.mark.parametrize("note", ["", "tas til orientering", "  \n\nen linje\n\n", "- bare én", "k: ja"])
def test_one_line_is_no_note(note):
    assert linjer(note) == ()


@pytest.mark.parametrize(
    "note",
    [
        "første\nandre\ntredje",
        "- første\n- andre\n- tredje",
        "• første\n•andre\n\n• tredje",
        "1. første\n2. andre\n3) tredje",
        "a) første\r\nb) andre\r\nc) tredje\r\n",
    ],
)
def test_bullets_and_numbers_are_taken_off_and_empty_lines_dropped(note):
    assert tekster(note) == ["første", "andre", "tredje"]


def test_a_date_is_no_number_of_a_list():
    assert tekster("29. april er fristen\n1. mai er fri") == ["29. april er fristen", "1. mai er fri"]


def test_wrapped_lines_are_joined():
    note = (
        "- Det er viktig at de som sitter i arbeidsgruppene følger opp\n"
        "  arbeidet videre, og at\n  alle er med.\n"
        "- Neste punkt"
    )
    first = (
        "Det er viktig at de som sitter i arbeidsgruppene følger opp arbeidet videre, og at alle er med."
    )
    assert tekster(note) == [first, "Neste punkt"]


def test_short_lines_are_points_of_their_own():
    assert tekster("for få senger\nfor få folk\nmer tid") == ["for få senger", "for få folk", "mer tid"]


def test_headings_tell_which_sak_the_lines_are_about():
    found = linjer("Sak 02/25 Tema: Status\nk: Tas til orientering\nSak 3\nv: Vedtatt\nEventuelt\nkaffe")
    assert [(f.tekst, f.overskrift) for f in found] == [
        ("Sak 02/25 Tema: Status", True),
        ("k: Tas til orientering", False),
        ("Sak 3", True),
        ("v: Vedtatt", False),
        ("Eventuelt", True),
        ("kaffe", False),
    ]
    assert [f.sak.nummer if f.sak else None for f in found] == [2, 2, 3, 3, None, None]
    assert found[0].sak.aar == 2025
    assert found[5].eventuelt


def test_a_point_of_a_sak_is_no_heading():
    found = linjer("sak 2 konklusjon tas til orientering\nsak 3 er utsatt")
    assert not any(f.overskrift for f in found)


PIECES = st.text(alphabet="abcæøå ,.:-•1234\n", max_size=120)


@given(PIECES)
def test_no_word_is_lost(note):
    found = tekster(note)
    assert not found or re.findall(r"[bcæøå]", "".join(found)) == re.findall(r"[bcæøå]", note)
    assert all(line and line.strip() == line and "\n" not in line for line in found)
