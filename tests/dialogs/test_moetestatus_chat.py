"""What has been raised stands on the møte's card, in its saksliste and under Eventuelt: for those who may
see it, where it may be seen.
"""

import pytest

from tests.cards.kort import sjekk
from tests.dialogs.chat import Chat, kanal
from tests.dialogs.eventueltfolk import ANNE, BERIT, KARI, OVE, PER, avlys, bygg

PAA_KORTET = "Meldt til eventuelt:\n• Tolk (Berit Nes)\n• Skyss (Kari Dahl)"


@pytest.fixture
async def chat() -> Chat:
    return Chat(admins=set())


@pytest.fixture
async def hos(chat):
    hos = await bygg(chat)
    await chat.si(BERIT, "meld sak til eventuelt: Tolk")
    await chat.si(KARI, "meld sak til eventuelt: Skyss")
    return hos


async def test_on_the_card_of_the_moete(chat, hos):
    svar = await chat.si(ANNE, "neste ASU")
    assert PAA_KORTET in svar
    sjekk(svar.outcome.replies[0].message)


async def test_under_eventuelt_in_the_saksliste(chat, hos):
    linjer = (await chat.si(ANNE, "saksliste ASU")).text.splitlines()
    plass = next(n for n, linje in enumerate(linjer) if "06/24 Eventuelt" in linje)
    assert linjer[plass + 1 : plass + 3] == ["   • Tolk (Berit Nes)", "   • Skyss (Kari Dahl)"]


async def test_behind_the_sak_eventuelt(chat, hos):
    svar = await chat.si(ANNE, "sak 6 i ASU")
    assert svar.foerst.startswith("Sak 06/24 Eventuelt")
    assert "1. Tolk (Berit Nes, 8. mai)" in svar
    assert "1. Tolk" not in await chat.si(ANNE, "sak 3 i ASU")


async def test_not_to_others_and_not_elsewhere(chat, hos):
    for hvem, i in ((PER, None), (ANNE, kanal("PSU")), (ANNE, kanal("Kaffe"))):
        for linje in ("neste ASU", "saksliste ASU", "sak 6 i ASU"):
            assert "Tolk" not in await chat.si(hvem, linje, i=i)
    assert "Tolk" in await chat.si(ANNE, "neste ASU", i=kanal("ASU"))


async def test_it_follows_what_is_done(chat, hos):
    await chat.si(BERIT, "trekk saken min fra eventuelt")
    assert "Tolk" not in await chat.si(ANNE, "neste ASU")
    await chat.si(KARI, "flytt saken min til neste møte")
    assert "Meldt til eventuelt" not in await chat.si(ANNE, "neste ASU")
    assert "• Skyss (Kari Dahl)" in await chat.si(ANNE, "saksliste ASU 19. juni")


async def test_many_are_counted_on_the_card(chat, hos):
    for n in range(5):
        await chat.si(OVE, f"meld sak til eventuelt i ASU: Emne {n}")
    svar = await chat.si(ANNE, "neste ASU")
    assert svar.text.count("• ") == 5
    assert "2 til" in svar


async def test_of_a_moete_that_is_avlyst_nothing_stands_there_and_all_on_the_next(chat, hos):
    await avlys(chat, hos.mai)
    assert "Tolk" not in await chat.si(ANNE, "saksliste ASU 15. mai")
    assert "• Tolk (Berit Nes)" in await chat.si(ANNE, "saksliste ASU 19. juni")
    svar = await chat.si(ANNE, "hva er meldt til eventuelt")
    assert "1. Tolk" in svar
    assert "19. juni" in svar.foerst


async def test_help_opens_the_form(chat, hos):
    hjelp = await chat.si(BERIT, "hjelp")
    assert "Meld sak til eventuelt" in await chat.trykk(BERIT, hjelp.knapp("Meld sak"))
