"""Words that say which sak is meant."""

import pytest

from bot.domain.eventueltsoek import handler_om


@pytest.mark.parametrize(
    ("tittel", "soek"),
    [
        ("Ambulansetjenesten i helgene", "ambulanse"),
        ("Parkering ved sykehuset", "parkeringen"),
        ("Parkeringa ved sjukehuset", "saken om parkeringen"),
        ("Tolk", "tolken"),
        ("Bruk av Kompetansebroen", "kompetansebroen"),
        ("Sak 12", "12"),
    ],
)
def test_it_is_the_one(tittel, soek):
    assert handler_om(tittel, soek)


@pytest.mark.parametrize(
    ("tittel", "soek"),
    [
        ("Tolk", "tolketjenesten"),
        ("Skyss", "tolk"),
        ("Legevakt", "legeskyss"),
        ("Parkering ved sykehuset", "parkering ved legevakta"),
        ("Sak 12", "1"),
        ("Tolk", ""),
    ],
)
def test_it_is_another(tittel, soek):
    assert not handler_om(tittel, soek)
