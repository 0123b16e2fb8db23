"""A vedtak beside the forslag it answers."""

import pytest

from tests.dialogs.chat import Chat
from tests.dialogs.moetefolk import OVE
from tests.dialogs.referatfolk import aapnet


@pytest.fixture
async def ref():
    return await aapnet(Chat(admins=set()))


async def test_a_vedtak_in_other_words_is_shown_beside_its_forslag(ref):
    svar = await ref.si(OVE, "sak 3", "forslag 1 vedtatt med tillegg om opplæring")
    assert "Forslag 1 var: «ASU gir sin tilslutning til en felles vaktordning.»" in svar
    assert "Forslag 1 var: «ASU" in (await ref.si(OVE, "vis utkastet"))


async def test_one_in_the_same_words_says_no_more(ref):
    assert "Forslag" not in (await ref.si(OVE, "sak 3", "vedtatt som foreslått")).text


async def test_the_sak_shows_what_became_of_each(ref):
    await ref.si(OVE, "sak 3", "vedtatt som foreslått", "sak 1")
    assert "→ Vedtatt som foreslått i punkt 1." in (await ref.si(OVE, "sak 3"))


async def test_an_innspill_may_belong_to_another_vedtak(ref):
    await ref.si(OVE, "sak 3", "v: ASU ber om følgende:", "v: ASU gir følgende innspill:")
    svar = await ref.si(OVE, "i: flere plasser")
    assert svar.labels == ["Hører til vedtaket i punkt 1"]
    await ref.trykk(OVE, svar, "Hører til")
    assert (await ref.stand()).punkter[3].til_vedtak == 1
