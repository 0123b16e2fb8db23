"""Where a line may mean something else than it says, nothing is noted in the wrong place."""

import pytest

from bot.domain.bokstand import Status
from tests.dialogs.chat import Chat
from tests.dialogs.moetefolk import OVE, bygg
from tests.dialogs.referatfolk import MOETECHAT, aapnet


@pytest.fixture
async def ref():
    return await aapnet(Chat(admins=set()))


async def _med(ref, status):
    return sorted(f.person.navn for f in (await ref.stand()).frammoete if f.status is status)


@pytest.mark.parametrize("linje", ["til stede: alle", "til stede: alle medlemmene", "tilstede: samtlige"])
async def test_all_is_nobodys_name(ref, linje):
    await ref.si(OVE, linje)
    assert await _med(ref, Status.TIL_STEDE) == ["Anne Vik", "Berit Nes", "Ove Bakk", "Siri Haug"]


async def test_all_but_one(ref):
    await ref.si(OVE, "til stede: alle unntatt Berit")
    assert await _med(ref, Status.FORFALL) == ["Berit Nes"]
    assert "alle" not in [f.person.navn for f in (await ref.stand()).frammoete]


async def test_no_forfall_is_nobodys_name(ref):
    assert (await ref.si(OVE, "forfall: ingen")).text == "Ingen har forfall."
    await ref.si(OVE, "forfall: Siri")
    assert (await ref.si(OVE, "forfall: ingen")).text.startswith("Siri Haug står med forfall.")
    assert await _med(ref, Status.FORFALL) == ["Siri Haug"]


async def test_a_vara_is_tied_to_whom_they_stand_in_for(ref):
    svar = await ref.si(OVE, "Liv møter som vara for Berit")
    assert "Til stede: Liv Strand (vara for Berit Nes)." in svar.text
    assert "Forfall: Berit Nes." in svar.text


@pytest.mark.parametrize("ord_", ["ingen", "vet ikke", "tar vi senere", "hopp over"])
async def test_nobody_is_an_answer_to_who(ref, ord_):
    await ref.si(OVE, "neste sak", "det må avklares hvem som betaler")
    assert (await ref.si(OVE, ord_)).text == "Punkt 1 står åpent."
    assert (await ref.stand()).punkter[1].hvem == ()


async def test_after_the_end_it_is_asked_which_sak(ref):
    await ref.si(OVE, "sak 6", "møtet er hevet")
    svar = await ref.si(OVE, "k: tas til orientering")
    assert "Møtet er hevet. Hvilken sak hører dette til?" in svar
    assert (await ref.trykk(OVE, svar, "Sak 05/24")).text.endswith("05/24 · konklusjon 1")


async def test_several_points_are_struck_together(ref):
    await ref.si(OVE, "neste sak", "i: en", "i: to", "i: tre")
    svar = await ref.si(OVE, "stryk punkt 1 og 2")
    assert svar.text.splitlines()[0] == "01/24 · innspill 1, strøket: «En»"
    assert list(await ref.tekster()) == [3]
    await ref.si(OVE, "angre")
    assert list(await ref.tekster()) == [1, 2, 3]


async def test_several_points_are_not_moved_by_half(ref):
    await ref.si(OVE, "neste sak", "i: en", "i: to", "i: tre")
    foer = await ref.stand()
    svar = await ref.si(OVE, "flytt punkt 1, 2 og 3 til sak 4")
    assert svar.text.startswith("Ta ett punkt om gangen")
    assert await ref.stand() == foer


async def test_an_edit_without_a_number_does_not_fall_on_the_last_point(ref):
    await ref.si(OVE, "neste sak", "i: en", "i: to")
    foer = await ref.stand()
    await ref.si(OVE, "legg til at det haster i punkt 1")
    assert await ref.stand() == foer


async def test_a_moete_of_another_day_is_not_closed_unasked():
    hus = await bygg(Chat(admins=set()))
    await hus.chat.si(OVE, "start referat for ASU 15. mai", at="2024-05-10T12:00")
    svar = await hus.chat.si(OVE, "møtet er hevet", at="2024-05-10T12:05")
    assert svar.foerst == "Møtet er onsdag 15. mai 2024. Skal det heves nå?"
    svar = await hus.chat.trykk(OVE, svar.knapp("Ja, hev"), at="2024-05-10T12:06")
    assert svar.foerst.startswith("Møtet er hevet kl. 12.06")


async def test_who_dictates_to_another_sak_is_told_that_the_open_one_still_is(ref):
    await ref.si(OVE, "sak 1")
    svar = await ref.si(OVE, "sak to konklusjon tas til orientering punktum")
    assert svar.text == "02/24 · konklusjon 1\n01/24 er fortsatt åpen."


@pytest.mark.parametrize("linje", ["vis punktene", "vis punkt 1", "vis tidligere versjoner av punkt 1"])
async def test_an_utkast_is_not_shown_in_the_chat(linje):
    ref = await aapnet(Chat(admins=set()), i=MOETECHAT)
    await ref.si(OVE, "neste sak", "n: Hemmelig avtale", i=MOETECHAT)
    svar = await ref.si(OVE, linje, i=MOETECHAT)
    assert "Hemmelig" not in svar.text
    assert "Skriv det til meg alene" in svar.text


async def test_what_is_unntatt_is_not_quoted_in_the_chat():
    ref = await aapnet(Chat(admins=set()), i=MOETECHAT)
    await ref.si(OVE, "neste sak", "n: Hemmelig avtale", "punkt 1 er unntatt offentlighet", i=MOETECHAT)
    svar = await ref.si(OVE, "endre punkt 1 til Hemmelig avtale", i=MOETECHAT)
    assert "Hemmelig" not in svar.text
