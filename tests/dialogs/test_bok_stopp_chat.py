"""The møte is closed: what is missing, and what can be searched from then on."""

import pytest

from tests.dialogs.chat import Chat
from tests.dialogs.moetefolk import OVE
from tests.dialogs.referatfolk import aapnet


@pytest.fixture
async def ref():
    return await aapnet(Chat(admins=set()))


def _rader(ref):
    return [
        r for rader in ref.chat.store.data.soekbart.values() for r, _ in rader if r.kilde.startswith("bok:")
    ]


async def test_what_is_closed_can_be_searched_and_what_is_opened_again_cannot(ref):
    await ref.si(OVE, "sak 2", "k: Tas til orientering.")
    assert _rader(ref) == []
    await ref.si(OVE, "møtet er hevet")
    assert "Tas til orientering." in [r.tekst for r in _rader(ref)]
    await ref.si(OVE, "gjenåpne referatet")
    assert _rader(ref) == []


async def test_what_is_edited_after_the_end_is_searched_as_it_stands(ref):
    await ref.si(OVE, "sak 2", "k: Tas til orientering.", "møtet er hevet")
    await ref.si(OVE, "endre punkt 1 til Utsatt til høsten.")
    tekster = [r.tekst for r in _rader(ref)]
    assert "Utsatt til høsten." in tekster
    assert "Tas til orientering." not in tekster


async def test_a_sak_of_a_felles_moete_says_which_part_it_is_of(ref):
    await ref.si(OVE, "sak 2", "felles møte med PSU", "ny sak 2/24: Felles ordning")
    svar = await ref.si(OVE, "møtet er hevet")
    assert "Sak 2/24 Felles ordning (felles møte med Politisk samarbeidsutvalg) har ingen" in svar


async def test_a_sak_that_is_referred_to_and_is_not_there_is_listed(ref):
    await ref.si(OVE, "sak 2", "n: Se sak 13/23 i møte 26.11.23 og sak 03/24.", "k: Tas til orientering")
    svar = await ref.si(OVE, "møtet er hevet")
    assert "13/23" in svar.text
    assert "03/24 i" not in svar.text


async def test_a_new_sak_of_this_moete_is_no_missing_one(ref):
    await ref.si(OVE, "ny sak 9/24: Rekruttering", "n: Se sak 9/24.")
    assert "9/24»" not in (await ref.si(OVE, "møtet er hevet")).text


async def test_who_opens_a_new_sak_is_no_part_of_its_title(ref):
    await ref.si(OVE, "ny sak 9/24: Rekruttering v/ Berit Nes")
    sak = next(s for s in (await ref.stand()).saker if s.saksnr == "9/24")
    assert (sak.tittel, sak.ansvarlig) == ("Rekruttering", "Berit Nes")


async def test_two_may_open_it(ref):
    await ref.si(OVE, "ny sak 9/24: Rekruttering v/ Berit Nes og Siri Haug")
    sak = next(s for s in (await ref.stand()).saker if s.saksnr == "9/24")
    assert (sak.tittel, sak.ansvarlig) == ("Rekruttering", "Berit Nes, Siri Haug")
