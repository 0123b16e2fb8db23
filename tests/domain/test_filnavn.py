"""What a file is called."""

from datetime import date

import pytest

from bot.domain.filnavn import filnavn


@pytest.mark.parametrize(
    ("organ", "navn"),
    [
        ("Fagråd for pasientsamarbeid", "referat-fagrad-for-pasientsamarbeid-30.01.25.pdf"),
        ("Øyene/Ærfugl – «SSU» ", "referat-oyene-aerfugl-ssu-30.01.25.pdf"),
        ("../../etc", "referat-etc-30.01.25.pdf"),
        ("", "referat-30.01.25.pdf"),
    ],
)
def test_a_name_without_norwegian_letters_and_signs(organ, navn):
    assert filnavn("referat", organ, date(2025, 1, 30), "pdf") == navn
