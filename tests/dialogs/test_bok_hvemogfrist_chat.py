"""Who and when of an oppfølging, where the line may mean two things."""

from datetime import date

import pytest

from tests.dialogs.chat import Chat
from tests.dialogs.moetefolk import OVE
from tests.dialogs.referatfolk import aapnet


@pytest.fixture
async def ref():
    ref = await aapnet(Chat(admins=set()))
    await ref.si(OVE, "neste sak")
    return ref


async def test_a_weekday_that_is_not_the_dates_is_asked_about(ref):
    svar = await ref.si(OVE, "o: Berit ringer kommunene innen fredag 30. mai")
    assert svar.foerst.startswith("Ukedagen passer ikke til datoen. Mente du")
    assert "torsdag 30. mai 2024" in svar
    await ref.trykk(OVE, svar, "torsdag 30. mai")
    assert (await ref.stand()).punkter[1].frist == date(2024, 5, 30)


async def test_a_guest_of_the_members_first_name_may_be_meant(ref):
    await ref.si(OVE, "til stede: Berit Lie (gjest)")
    svar = await ref.si(OVE, "o: Berit ringer kommunene")
    assert "Berit Nes" in svar
    await ref.trykk(OVE, svar, "Berit Lie")
    assert [h.navn for h in (await ref.stand()).punkter[1].hvem] == ["Berit Lie"]


async def test_a_full_name_needs_no_question(ref):
    await ref.si(OVE, "til stede: Berit Lie (gjest)", "o: Berit Nes ringer kommunene")
    assert [h.navn for h in (await ref.stand()).punkter[1].hvem] == ["Berit Nes"]


async def test_a_frist_that_has_passed_is_asked_about(ref):
    svar = await ref.si(OVE, "o: Berit ringer kommunene innen 1. mai 2024")
    assert (await ref.stand()).punkter == {}
    assert svar.labels
