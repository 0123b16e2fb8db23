"""The small readers of a line about who comes: minutes, a clock, and what can be a name."""

from datetime import date

import pytest

from bot.language.fremmednavn import er_fullt_navn, kan_vaere_navn
from bot.language.klokkeslett import clock_of
from bot.language.minutter import minutes_of


@pytest.mark.parametrize(
    ("linje", "minutter"),
    [
        ("ti min forsinket", 10),
        ("20 minutter før slutt", 20),
        ("15min", 15),
        ("eit kvarter seint", 15),
        ("en halvtime", 30),
        ("en halv time for sent", 30),
        ("to timer", 120),
        ("noen minutter", None),
        ("99999999999 min", None),
        ("blir sein", None),
    ],
)
def test_minutes(linje, minutter):
    assert minutes_of(linje) == minutter


@pytest.mark.parametrize(
    ("tekst", "klokke"),
    [
        ("kl. 14", "14:00"),
        ("14.30", "14:30"),
        ("kvart over tolv", "12:15"),
        ("før 12.30", "12:30"),
        ("halv to", "13:30"),
        ("snart", None),
    ],
)
def test_a_clock(tekst, klokke):
    funnet = clock_of(tekst, date(2024, 5, 15))
    assert (funnet.strftime("%H:%M") if funnet else None) == klokke


@pytest.mark.parametrize("navn", ["Ola Nordmann", "ola nordmann", "Anne-Lise Bø", "Per Sykehaug"])
def test_a_full_name_can_be_noted(navn):
    assert er_fullt_navn(navn)


@pytest.mark.parametrize(
    "tekst", ["Per", "en syk kollega", "min kone", "influensa Hansen", "den nye legen", ""]
)
def test_what_is_no_full_name_is_not(tekst):
    assert not er_fullt_navn(tekst)


@pytest.mark.parametrize("tekst", ["influensa", "sykdom", "syk", "legevakt", "en ting til og enda en"])
def test_why_somebody_is_absent_is_no_name(tekst):
    assert not kan_vaere_navn(tekst)
