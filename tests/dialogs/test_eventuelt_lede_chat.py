"""The list as the møteleder sees it, and what is done with it once the møte has begun."""

import json

import pytest

from bot.cards.melding import MAKS_BYTE
from bot.domain.conversation import Button
from bot.domain.meldtsak import Sakstilstand
from tests.cards.kort import sjekk
from tests.dialogs.chat import Chat, kanal
from tests.dialogs.eventueltfolk import ANNE, BERIT, I_MOETET, KARI, OVE, PER, bygg, saker

MAI = "ASU onsdag 15. mai 2024 kl. 12.00–15.00"
VEDTAK = "Det fattes normalt ikke vedtak under eventuelt."
SPOERSMAAL = "hva er meldt til eventuelt"


@pytest.fixture
async def chat() -> Chat:
    return Chat(admins=set())


@pytest.fixture
async def hos(chat):
    hos = await bygg(chat)
    await chat.si(BERIT, "meld sak til eventuelt: Tolk")
    await chat.si(KARI, "meld sak til eventuelt: Skyss")
    return hos


async def test_the_leader_is_reminded_that_nothing_is_decided_there(chat, hos):
    assert VEDTAK in await chat.si(ANNE, SPOERSMAAL)
    assert VEDTAK not in await chat.si(BERIT, SPOERSMAAL)


async def test_before_it_begins_there_is_nothing_to_take_up(chat, hos):
    svar = await chat.si(ANNE, SPOERSMAAL, at="2024-05-15T11:59")
    assert not [x for x in svar.labels if x.startswith("Ta opp")]
    (sak, _) = await saker(chat, hos.asu)
    forfalsket = Button("", "eventuelt.ta_opp", {"meldt": sak.id, "op": "x"})
    nei = await chat.trykk(ANNE, forfalsket, at="2024-05-15T11:59")
    assert nei.foerst.startswith(f"{MAI} har ikke begynt ennå.")


async def test_each_is_taken_up_or_pushed_and_the_list_follows(chat, hos):
    liste = await chat.si(ANNE, SPOERSMAAL, at=I_MOETET)
    assert liste.labels[:4] == [
        "Ta opp nr. 1",
        "Skyv nr. 1 til neste møte",
        "Ta opp nr. 2",
        "Skyv nr. 2 til neste møte",
    ]
    tatt = await chat.trykk(ANNE, liste.buttons[0], at=I_MOETET)
    assert tatt.foerst.startswith("Tatt opp: «Tolk».")
    assert "1. Tolk (Berit Nes, 8. mai, tatt opp)" in tatt
    assert tatt.outcome.replies[0].in_place
    skjoevet = await chat.trykk(ANNE, liste.buttons[3], at=I_MOETET)
    assert skjoevet.foerst.startswith("Flyttet til ASU onsdag 19. juni 2024 kl. 12.00–15.00: «Skyss».")
    assert "2. Skyss" not in skjoevet
    assert [s.tilstand for s in await saker(chat, hos.asu)] == [Sakstilstand.GODTATT, Sakstilstand.MELDT]
    (melding,) = (await chat.post(at=I_MOETET))[f"aad-{KARI}"]
    assert melding.text.startswith("Anne Vik har flyttet saken din til eventuelt i ASU onsdag 19. juni")


async def test_one_that_was_taken_up_by_another_is_not_pushed(chat, hos):
    annes = await chat.si(ANNE, SPOERSMAAL, at=I_MOETET)
    oves = await chat.si(OVE, SPOERSMAAL, at=I_MOETET)
    await chat.trykk(ANNE, annes.buttons[0], at=I_MOETET)
    svar = await chat.trykk(OVE, oves.buttons[1], at=I_MOETET)
    assert svar.foerst.startswith(f"«Tolk» er tatt opp i {MAI}")
    assert len((await saker(chat, hos.asu))[0].logg) == 2


async def test_members_do_not_lead(chat, hos):
    svar = await chat.si(BERIT, SPOERSMAAL, at=I_MOETET)
    assert not [x for x in svar.labels if x.startswith("Ta opp")]
    (sak, _) = await saker(chat, hos.asu)
    for verb in ("eventuelt.ta_opp", "eventuelt.skyv"):
        svar = await chat.trykk(BERIT, Button("", verb, {"meldt": sak.id, "op": verb}), at=I_MOETET)
        assert "lederen, nestlederen og sekretariatet" in svar
    assert len((await saker(chat, hos.asu))[0].logg) == 1


async def test_the_list_is_for_the_body_and_its_place(chat, hos):
    assert "medlemmene, varaene og sekretariatet" in await chat.si(PER, SPOERSMAAL)
    assert "Tolk" not in await chat.si(ANNE, f"{SPOERSMAAL} i ASU", i=kanal("Kaffe"))
    assert "1. Tolk" in await chat.si(ANNE, SPOERSMAAL, i=kanal("ASU"))


async def test_an_empty_list_says_so_and_offers_the_form(chat, hos):
    svar = await chat.si(BERIT, f"{SPOERSMAAL} i ASU 19. juni")
    assert svar.foerst.startswith("Ingen har meldt noe til eventuelt i ASU onsdag 19. juni")
    skjema = await chat.trykk(BERIT, svar.knapp("Meld sak"))
    assert "19. juni" in str([c for c in skjema.cards[0]["body"] if c["type"] == "Input.ChoiceSet"])


async def test_thirty_stand_whole_and_the_rest_is_a_press_away(chat, hos):
    for n in range(3, 36):
        await chat.si(BERIT, f"meld sak til eventuelt: Sak om emne {n} og alt som hører til det")
    svar = await chat.si(BERIT, SPOERSMAAL)
    sjekk(svar.outcome.replies[0].message)
    assert "30. Sak om emne 30 og alt som hører til det (Berit Nes, 8. mai)" in svar
    assert "31. " not in svar
    flere = await chat.trykk(BERIT, svar.knapp("Vis flere"))
    assert "31. Sak om emne 31" in flere
    assert "35. Sak om emne 35" in flere


async def test_thirty_long_ones_are_each_whole_and_the_card_is_not_too_large(chat, hos):
    for n in range(30):
        await chat.si(BERIT, f"meld sak til eventuelt: {n} {'å' * 490}")
    svar, sett = await chat.si(ANNE, SPOERSMAAL, at=I_MOETET), 0
    while True:
        assert len(json.dumps(svar.cards[0])) < MAKS_BYTE
        sett += sum(f". {n} {'å' * 490}" in svar for n in range(30))
        if "Vis flere" not in svar.labels:
            break
        svar = await chat.trykk(ANNE, svar.knapp("Vis flere"), at=I_MOETET)
    assert sett == 30


async def test_what_was_left_of_the_moete_before_is_told_of(chat, hos):
    liste = await chat.si(ANNE, SPOERSMAAL, at=I_MOETET)
    await chat.trykk(ANNE, liste.knapp("Ta opp nr. 1"), at=I_MOETET)
    etter = await chat.si(KARI, SPOERSMAAL, at="2024-05-20T09:00")
    assert etter.foerst.startswith("Ingen har meldt noe til eventuelt i ASU onsdag 19. juni 2024")
    assert "Én sak fra møtet onsdag 15. mai 2024 er ikke merket som tatt opp." in etter
    vist = await chat.trykk(KARI, etter.knapp("Vis sakene fra forrige"), at="2024-05-20T09:00")
    assert "2. Skyss (Kari Dahl" in vist
    assert "ikke merket" not in vist


async def test_nothing_is_said_of_it_before_or_where_all_was_taken_up(chat, hos):
    assert "ikke merket" not in await chat.si(KARI, "hva er meldt til eventuelt i ASU 19. juni")
    for nr in (1, 2):
        liste = await chat.si(ANNE, SPOERSMAAL, at=I_MOETET)
        await chat.trykk(ANNE, liste.knapp(f"{('Ta opp', 'Skyv')[nr - 1]} nr. {nr}"), at=I_MOETET)
    assert "ikke merket" not in await chat.si(KARI, SPOERSMAAL, at="2024-05-20T09:00")


async def test_in_nynorsk_too(chat, hos):
    await chat.si(KARI, "svar meg på nynorsk")
    svar = await chat.si(KARI, SPOERSMAAL, at="2024-05-20T09:00")
    assert "To saker frå møtet onsdag 15. mai 2024 er ikkje merkte som tekne opp." in svar
