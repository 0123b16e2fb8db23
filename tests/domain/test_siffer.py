"""Eleven digits in their many ways of being written, and numbers that are none."""

import pytest

from bot.domain.fritekst import elleve_siffer


@pytest.mark.parametrize(
    "tekst",
    [
        "ring 01 01 70 12345",
        "0 1 0 1 7 0 1 2 3 4 5",
        "01.01.70 12345",
        "01.01.1970 12345",
        "01/01/70-12345",
        "010170 123 45",
        "410170 1 2345",
        "konto 1234.56.78901",
        "konto 1234 56 78901",
        "konto 9876 54 32109",
        "01–01–70–12345",
        "01017012345",
    ],
)
def test_it_is_eleven_digits(tekst):
    assert elleve_siffer(tekst)


@pytest.mark.parametrize(
    "tekst",
    [
        "15.5.2024 12.20",
        "møtet 15.05.2024 kl. 12.20-13.00",
        "10.05.2024 1.20",
        "5.06-14.06.2024",
        "fra 12.20 til 13.00 og 14.30-15.15",
        "ring 22 33 44 55 eller 99 88 77 66",
        "+47 22 33 44 55",
        "22334455, 99887766",
        "org.nr 987 654 321",
        "punkt 1 2 3 4 5 6 7 8 9 10",
        "1 250 000 kroner til 24 plasser",
        "sak 03/24, 04/24 og 05/24",
    ],
)
def test_it_is_not(tekst):
    assert not elleve_siffer(tekst)
