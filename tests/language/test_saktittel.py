"""Titles with a name behind them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.saktittel import del_tittel

NAVN = ("Kari Nordli", "Jonas Hagelund")


@pytest.mark.parametrize(
    ("tekst", "tittel", "innleder"),
    [
        ("Rekruttering v/ Kari Nordli", "Rekruttering", "Kari Nordli"),
        ("Rekruttering v/Kari Nordli", "Rekruttering", "Kari Nordli"),
        ("rekruttering ved kari nordli", "rekruttering", "Kari Nordli"),
        ("Rekruttering ved Gudrun Ås", "Rekruttering", "Gudrun Ås"),
        ("Status (v/ Jonas Hagelund)", "Status", "Jonas Hagelund"),
        ("Rekruttering ved sykehuset", "Rekruttering ved sykehuset", None),
        ("Legevakt ved Levanger", "Legevakt ved Levanger", None),
        ("Budsjett", "Budsjett", None),
    ],
)
def test_who_opens_a_sak(tekst, tittel, innleder):
    assert del_tittel(tekst, NAVN) == (tittel, innleder)


@given(st.text(max_size=80))
def test_any_title_is_read(tekst):
    tittel, _ = del_tittel(tekst, NAVN)
    assert tittel in tekst
