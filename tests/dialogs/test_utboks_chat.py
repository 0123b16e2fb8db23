"""What does not come out in a channel: the sekretariat is told, once, and may try again."""

import pytest

from bot.domain.conversation import Button, Conversation
from bot.varsling import kanalposter
from bot.varsling.poster import NotAccepted, TryLater, Unreachable
from tests.dialogs.chat import Chat
from tests.dialogs.moetefolk import ASUKANAL, BERIT, OLGA, OVE, Huset, bygg

TRAAD = Conversation(f"{ASUKANAL.id};messageid=17", ASUKANAL.kind, ASUKANAL.service_url, name=ASUKANAL.name)
SENDT = "2024-05-08T09:01"


@pytest.fixture
async def huset() -> Huset:
    """The innkalling to ASU is about to be posted in its channel."""
    huset = await bygg(Chat(admins=set()))
    await huset.chat.si(OVE, "koble denne kanalen til ASU", i=ASUKANAL)
    await huset.ja(OVE, "send innkallingen til ASU")
    return huset


def faar_ikke(huset, *hvorfor):
    huset.chat.poster.trouble[ASUKANAL.id] = list(hvorfor)


async def sagt_til(huset, hvem, at=SENDT):
    """What they were told of the outbox, and the button under it."""
    await huset.chat.post(at)
    post = await huset.chat.post(at)
    funnet = [m for m in post[hvem] if "kanalen" in m.text]
    return [(m.text, m.buttons[0]) for m in funnet]


async def test_the_sekretariat_is_told_which_channel_what_and_why(huset):
    faar_ikke(huset, NotAccepted("413"))
    post = await huset.chat.post(SENDT)
    [melding] = [m for m in post[OVE] if "kom ikke ut" in m.text]
    assert melding.text.startswith(f"Dette kom ikke ut i kanalen {ASUKANAL.name}: «")
    assert "Grunn: Teams tok ikke imot det (413)." in melding.text
    assert [b.label for b in melding.buttons] == ["Prøv igjen"]
    assert not [m for m in post[BERIT] if "kom ikke ut" in m.text]


async def test_it_is_posted_when_they_ask_for_it(huset):
    faar_ikke(huset, NotAccepted("413"))
    [melding] = [m for m in (await huset.chat.post(SENDT))[OVE] if "kom ikke ut" in m.text]
    svar = await huset.chat.trykk(OVE, melding.buttons[0])
    assert svar.text == "Jeg prøver igjen nå. Kommer det ikke ut, sier jeg fra."
    assert len((await huset.chat.post("2024-05-08T09:02"))[ASUKANAL.id]) == 1
    igjen = await huset.chat.trykk(OVE, melding.buttons[0])
    assert igjen.text == "Det er lagt ut i kanalen siden."


async def test_and_told_again_if_it_fails_again(huset):
    faar_ikke(huset, NotAccepted("413"), NotAccepted("400"))
    [melding] = [m for m in (await huset.chat.post(SENDT))[OVE] if "kom ikke ut" in m.text]
    await huset.chat.trykk(OVE, melding.buttons[0])
    post = await huset.chat.post("2024-05-08T09:02")
    assert ["(400)" in m.text for m in post[OVE]] == [True]


async def test_what_may_have_come_out_is_to_be_looked_for_first(huset):
    faar_ikke(huset, TryLater("timeout", tvil=True), TryLater("502", tvil=True))
    await huset.chat.post(SENDT)
    post = await huset.chat.post("2024-05-08T09:04")
    [melding] = [m for m in post[OVE] if "kom ut" in m.text]
    assert melding.text.startswith(f"Jeg vet ikke om dette kom ut i kanalen {ASUKANAL.name}: «")
    assert "bare hvis det ikke står der" in melding.text
    await huset.chat.trykk(OVE, melding.buttons[0])
    assert len((await huset.chat.post("2024-05-08T09:05"))[ASUKANAL.id]) == 1


async def test_what_was_taken_down_meanwhile_is_not_posted_again(huset):
    faar_ikke(huset, TryLater("timeout", tvil=True), TryLater("502", tvil=True))
    await huset.chat.post(SENDT)
    post = await huset.chat.post("2024-05-08T09:04")
    [melding] = [m for m in post[OVE] if "kom ut" in m.text]
    async with huset.chat.store.turn() as uow:
        [innlegg] = await uow.utboks.siste([ASUKANAL.id], 1)
        assert await kanalposter.slett_post(uow, huset.chat.clock.now(), innlegg)
        await uow.commit()
    post = await huset.chat.post("2024-05-08T09:05")
    assert "hvilken melding" in post[OVE][0].text, "it may stand there all the same"
    svar = await huset.chat.trykk(OVE, melding.buttons[0])
    assert svar.text == "Jeg legger det ikke ut igjen: Det er slettet siden, eller det er for gammelt."
    assert ASUKANAL.id not in await huset.chat.post("2024-05-08T09:06")


async def test_who_has_no_right_to_it_may_not(huset):
    faar_ikke(huset, NotAccepted("413"))
    [melding] = [m for m in (await huset.chat.post(SENDT))[OVE] if "kom ikke ut" in m.text]
    svar = await huset.chat.trykk(BERIT, melding.buttons[0])
    assert "prøver igjen" not in svar.text
    assert ASUKANAL.id not in await huset.chat.post("2024-05-08T09:02")


@pytest.mark.parametrize("data", [{}, {"post": "x"}, {"post": 10_000}, {"post": [1]}, {"post": True}])
async def test_a_forged_button_does_nothing(huset, data):
    svar = await huset.chat.trykk(OVE, Button("Prøv igjen", "utboks.igjen", data))
    assert "prøver igjen" not in svar.text


async def test_what_is_for_a_person_is_not_theirs_to_send(huset):
    async with huset.chat.store.turn() as uow:
        personlige = [p.id for p in await uow.utboks.under("") if p.person_key is not None]
    svar = await huset.chat.trykk(OVE, Button("Prøv igjen", "utboks.igjen", {"post": personlige[0]}))
    assert "prøver igjen" not in svar.text


async def test_a_closed_channel_gets_what_waits_when_somebody_writes_in_it(huset):
    faar_ikke(huset, Unreachable("403"))
    post = await huset.chat.post(SENDT)
    assert not [m for m in post[OVE] if "kanalen" in m.text], "nothing is lost yet"
    assert ASUKANAL.id not in await huset.chat.post("2024-05-09T09:00")
    await huset.chat.si(OLGA, "neste møte?", i=TRAAD, at="2024-05-09T10:00")
    assert len((await huset.chat.post("2024-05-09T10:00"))[ASUKANAL.id]) == 1


async def test_and_what_got_too_old_there_is_told_of(huset):
    faar_ikke(huset, Unreachable("403"))
    await huset.chat.post(SENDT)
    post = await huset.chat.post("2024-05-15T09:02")
    assert ASUKANAL.id not in post
    [melding] = [m for m in post[OVE] if "kanalen" in m.text]
    assert "Grunn: det ble liggende for lenge." in melding.text


async def test_in_nynorsk(huset):
    await huset.chat.si(OVE, "skriv nynorsk")
    faar_ikke(huset, NotAccepted("413"))
    [melding] = [m for m in (await huset.chat.post(SENDT))[OVE] if "ikkje" in m.text and "Grunn" in m.text]
    svar = await huset.chat.trykk(OVE, melding.buttons[0])
    assert svar.text == "Eg prøver igjen no. Kjem det ikkje ut, seier eg frå."
