"""What is said unasked reaches the 1:1 conversation, and how it is lost and found again."""

from bot.domain.conversation import Button
from bot.domain.rettigheter import Rettigheter
from bot.domain.utboks import Varselslag
from bot.turn import Message
from bot.varsling import Naadd, Varsel, Varsler
from bot.varsling.poster import Unreachable
from tests.dialogs.chat import NAA, kanal, kl, senere

HJELP = Button("Hjelp", "hjelp")


async def varsle(chat, key, noekkel="n", at=NAA):
    """As a turn of somebody else does it."""
    varsel = Varsel(
        noekkel, Varselslag.SAK, lambda norsk: Message(f"Saken er satt opp ({noekkel}).", None, (HJELP,))
    )
    async with chat.store.turn() as uow:
        varsler = Varsler(uow, await uow.register(), kl(at), Rettigheter())
        naadd = await varsler.til_key(key, varsel)
        await uow.commit()
    return naadd


async def test_it_comes_in_private_and_its_buttons_are_pressed_there(chat):
    await chat.si("kari", "hei")
    assert await varsle(chat, "aad-kari") is Naadd.LAGT
    post = await chat.post()
    assert (
        [m.text for m in post["kari"]] == [m.text for m in post["aad-kari"]] == ["Saken er satt opp (n)."]
    )
    assert post["ola"] == []
    svar = await chat.trykk("kari", post["kari"][0].buttons[0])
    assert svar.outcome.conversation_id == "a:kari"
    assert await chat.post() == {}


async def test_one_who_has_only_spoken_in_a_channel_cannot_be_told(chat):
    await chat.si("kari", "hei", i=kanal("ASU"))
    assert await varsle(chat, "aad-kari") is Naadd.IKKE_INSTALLERT
    await chat.si("kari", "hei")
    assert await varsle(chat, "aad-kari") is Naadd.LAGT


async def test_one_who_took_the_bot_away_is_out_of_reach_until_they_speak_to_it_again(chat):
    await chat.si("kari", "hei")
    chat.poster.trouble["a:kari"] = [Unreachable("403")]
    await varsle(chat, "aad-kari")
    assert await chat.post() == {}
    assert await varsle(chat, "aad-kari", "annet") is Naadd.IKKE_INSTALLERT
    await chat.si("kari", "hei", at=senere(NAA, 5))
    assert await varsle(chat, "aad-kari", "tredje") is Naadd.LAGT
    kari = [m.text for m in (await chat.post())["kari"]]
    assert kari == ["Saken er satt opp (n).", "Saken er satt opp (tredje)."]


async def test_what_happens_in_the_evening_comes_in_the_morning(chat):
    kveld = "2024-05-08T20:30"
    await chat.si("kari", "hei", at=kveld)
    await varsle(chat, "aad-kari", at=kveld)
    assert await chat.post() == {}
    assert await chat.post(at="2024-05-09T06:59") == {}
    assert len((await chat.post(at="2024-05-09T07:00"))["kari"]) == 1
