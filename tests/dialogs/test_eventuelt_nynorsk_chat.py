"""The same in nynorsk: read and answered."""

import pytest

from tests.dialogs.chat import Chat
from tests.dialogs.eventueltfolk import ANNE, BERIT, I_MOETET, OVE, bygg, titler

MAI = "ASU onsdag 15. mai 2024 kl. 12.00–15.00"


@pytest.fixture
async def chat() -> Chat:
    chat = Chat(admins=set())
    for hvem in (ANNE, BERIT, OVE):
        await chat.si(hvem, "bytt til nynorsk")
    return chat


@pytest.fixture
async def hos(chat):
    return await bygg(chat, frist=3)


async def test_raised_worded_anew_and_withdrawn(chat, hos):
    svar = await chat.si(BERIT, "eg vil melde ei sak til eventuelt: Tolk i helgane – 10 min")
    assert svar.text == (
        f"Saka er meld til eventuelt i {MAI}: «Tolk i helgane». Ho står som nr. 1 på lista.\n"
        "Ønskt tid: 10 minutt."
    )
    assert svar.labels == ["Vis heile lista", "Endre ordlyden", "Trekk saka"]
    endra = await chat.si(BERIT, "eg vil endre saka mi til Tolk på legevakta")
    assert endra.foerst == f"Ordlyden i saka til {MAI} er endra. No står det: «Tolk på legevakta»."
    trekt = await chat.si(BERIT, "eg vil trekkje saka mi frå eventuelt")
    assert trekt.foerst == f"Saka er trekt frå {MAI}: «Tolk på legevakta»."
    assert (await chat.si(ANNE, "kva er meldt til eventuelt?")).foerst == (
        f"Ingen har meldt noko til eventuelt i {MAI} enno."
    )


async def test_the_leader_and_the_sekretariat(chat, hos):
    await chat.si(BERIT, "til eventuelt: Skyss", at="2024-05-14T09:00")
    liste = await chat.si(ANNE, "kva er meldt til eventuelt", at=I_MOETET)
    assert liste.text == (
        f"Det er meldt éi sak til eventuelt i {MAI}.\n"
        "1. Skyss (Berit Nes, 14. mai, meld etter fristen)\n"
        "Det blir normalt ikkje gjort vedtak under eventuelt."
    )
    assert (await chat.trykk(ANNE, liste.knapp("Ta opp"), at=I_MOETET)).foerst.startswith(
        "Teken opp: «Skyss»."
    )
    await chat.si(BERIT, "meld ei sak til ASU: Ny avtale")
    saker = await chat.si(OVE, "melde saker i ASU")
    assert saker.foerst == "Éi meld sak ventar på sekretariatet i ASU."


async def test_what_cannot_be_stored(chat, hos):
    svar = await chat.si(BERIT, "meld sak til eventuelt: 01017012345")
    assert svar.foerst.startswith("Eg tek ikkje vare på elleve siffer etter kvarandre")
    assert svar.text.endswith("Slett også meldinga i chatten.")
    assert await titler(chat, hos.asu) == []
