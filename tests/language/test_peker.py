"""Which lines point back."""

import pytest

from bot.language.peker import only_points, points_at_moete, points_at_sak


@pytest.mark.parametrize("linje", ["når er det?", "Når begynner møtet", "kven kjem der"])
def test_at_a_moete(linje):
    assert points_at_moete(linje)


@pytest.mark.parametrize("linje", ["når er det møte?", "når er det neste?", "neste ASU", "detaljer", ""])
def test_at_no_moete(linje):
    assert not points_at_moete(linje)


@pytest.mark.parametrize(
    ("linje", "peker"), [("når er DEN?", True), ("når er saka", True), ("den neste", False)]
)
def test_at_a_sak(linje, peker):
    assert points_at_sak(linje) is peker


@pytest.mark.parametrize(
    ("emne", "bare"), [("saken", True), ("den saka", True), ("saken om bil", False), ("", False)]
)
def test_a_topic_that_only_points(emne, bare):
    assert only_points(emne) is bare
