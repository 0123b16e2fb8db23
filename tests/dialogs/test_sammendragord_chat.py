"""What is written of the sammendrag: taken down, corrected, put off, asked about. Ove keeps the referat."""

import pytest

from tests.dialogs.moetefolk import ASUKANAL, OVE
from tests.dialogs.sammendragfolk import Sammendraget, bygg_sammendrag


@pytest.fixture
async def s() -> Sammendraget:
    return await bygg_sammendrag()


async def test_it_is_not_put_out_yet(s):
    await s.hevet()
    assert "er ikke lagt ut" in (await s.si(OVE, "er sammendraget lagt ut?")).text


async def test_where_it_stands_and_since_when(s):
    await s.lagt_ut()
    svar = await s.si(OVE, "hvor er sammendraget lagt ut")
    assert "ble lagt ut i «Samarbeid» " in svar.text
    assert "2024 kl. " in svar.text


async def test_it_is_corrected_on_the_form(s):
    await s.hevet()
    svar = await s.si(OVE, "rett sammendraget")
    assert "Input." in str(svar.cards)


@pytest.mark.parametrize("linje", ["ikke legg ut sammendraget", "vent med sammendraget"])
async def test_it_is_put_off(s, linje):
    await s.hevet()
    assert "er ikke lagt ut" in (await s.si(OVE, linje)).text
    assert ASUKANAL.id not in await s.chat.post()


@pytest.mark.parametrize("linje", ["slett sammendraget", "ta ned sammendraget", "fjern sammendraget"])
async def test_it_is_taken_down_after_a_yes(s, linje):
    await s.lagt_ut()
    svar = await s.si(OVE, linje)
    assert "Sammendrag" in svar.text or any("Sammendrag" in label for label in svar.labels)
    assert "forstod" not in svar.text
