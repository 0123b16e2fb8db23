"""The innkalling as a file has the saker that were put on its saksliste, for those who may see them."""

from bot.domain.conversation import Button
from bot.turn import Fil, Filsvar, Kind
from tests.dialogs.chat import Chat
from tests.dialogs.eventueltfolk import BERIT, OVE, bygg

STED = Filsvar("https://lia-my.sharepoint.com/opp", "https://lia", "u1", "docx")
MAI = "ASU onsdag 15. mai 2024 kl. 12.00–15.00"


async def titlene(chat: Chat, hvem: str, moete: int) -> list[str]:
    data = {"hva": "innkalling", "format": "docx", "moete": moete}
    melding = chat.melding(hvem, "", kind=Kind.PRESS, button=Button("", "fil.hent", data), filsvar=STED)
    replies = (await chat.gi(melding)).outcome.replies
    fil = next(r.message.fil for r in replies if isinstance(r.message.fil, Fil))
    return [punkt.tittel for punkt in fil.innhold.innkalling.agenda]


async def test_who_may_see_them_gets_them_and_others_the_paper():
    chat = Chat(admins=set())
    hos = await bygg(chat)
    for hvem in (OVE, BERIT):
        await chat.si(hvem, "hei")
    foer = await titlene(chat, BERIT, hos.mai)
    await chat.si(BERIT, "meld en sak til ASU: Ny avtale")
    melding = (await chat.post())[f"aad-{OVE}"][-1]
    await chat.trykk(OVE, (await chat.trykk(OVE, melding.buttons[0])).knapp(MAI))

    assert "Ny avtale" not in foer
    assert set(await titlene(chat, BERIT, hos.mai)) == {*foer, "Ny avtale"}
    assert await titlene(chat, "ukjent", hos.mai) == foer
