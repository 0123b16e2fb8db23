"""Whom a question about the referat goes to, what is suggested too late, and what opens the referat."""

import pytest

from bot.domain.moetebok import Boktilstand
from tests.dialogs.chat import Chat
from tests.dialogs.moetefolk import ANNE, BERIT, OVE, bygg
from tests.dialogs.referatfolk import MOETECHAT, aapnet, knappen


@pytest.fixture
async def chatten():
    return await aapnet(Chat(admins=set()), i=MOETECHAT)


@pytest.fixture
async def ref():
    return await aapnet(Chat(admins=set()))


async def test_a_passive_one_in_the_chat_is_asked_about_in_1_1(chatten):
    ref = chatten
    svar = await ref.si(OVE, "neste sak", "det må avklares hvem som betaler", i=MOETECHAT)
    assert svar.outcome.replies == ()
    (melding,) = (await ref.chat.post())[f"aad-{OVE}"]
    assert melding.text.startswith("01/24 · oppfølging 1\nHvem?")
    await ref.chat.trykk(OVE, knappen(melding, "La stå åpent"), at=ref.naa())
    assert (await ref.stand()).punkter[1].hvem == ()


async def test_which_sak_is_asked_in_1_1_and_answered_there(chatten):
    ref = chatten
    await ref.chat.post()
    svar = await ref.si(OVE, "k: tas til orientering", i=MOETECHAT)
    assert svar.outcome.replies == ()
    (melding,) = (await ref.chat.post())[f"aad-{OVE}"]
    trykk = next(b for b in melding.buttons if b.label.startswith("Sak 02/24"))
    await ref.chat.trykk(OVE, trykk, at=ref.naa())
    stand = await ref.stand()
    assert [stand.sak(p.sak).saksnr for p in stand.punkter.values()] == ["02/24"]


async def test_what_is_suggested_after_the_end_is_a_merknad(ref):
    await ref.si(OVE, "sak 2", "k: Tas til orientering", "møtet er hevet")
    svar = await ref.si(OVE, "send referatet til godkjenning")
    await ref.trykk(OVE, svar, "Ja")
    assert await ref.tilstand() is Boktilstand.TIL_GODKJENNING
    svar = await ref.si(BERIT, "det må noteres at vi var uenige")
    assert "erknad" in svar.text
    assert [m.tekst for m in (await ref.stand()).merknader] == ["vi var uenige"]


async def test_the_points_a_card_does_not_take_come_behind_a_button(ref):
    await ref.si(OVE, "neste sak")
    for nr in range(40):
        await ref.si(OVE, f"n: {nr} " + "en lang tekst om saken " * 30)
    svar = await ref.si(OVE, "vis punktene")
    assert svar.labels == ["Vis flere"]
    neste = await ref.trykk(OVE, svar, "Vis flere")
    sist = svar.text.splitlines()[-2].split(".")[0]
    assert neste.text.splitlines()[2].split(".")[0] == str(int(sist) + 1)


async def test_two_minutes_are_no_delay(ref):
    await ref.chat.si(OVE, "sak 1", at="2024-05-15T12:00")
    svar = await ref.chat.si(OVE, "neste sak", at="2024-05-15T12:12")
    assert "etter" not in svar.text.splitlines()[1]


async def test_what_was_put_off_last_time_is_told_when_the_referat_is_opened():
    hus = await bygg(Chat(admins=set()))
    await hus.chat.si(OVE, "start referat for ASU", at="2024-05-15T12:00")
    for minutt, linje in enumerate(("sak 4", "saken utsettes", "møtet er hevet"), 1):
        await hus.chat.si(OVE, linje, at=f"2024-05-15T12:{minutt:02d}")
    svar = await hus.chat.si(ANNE, "start referat for ASU", at="2024-06-19T12:00")
    assert "Utsatt sist, og ikke på sakslisten: Rekruttering av sykepleiere." in svar
