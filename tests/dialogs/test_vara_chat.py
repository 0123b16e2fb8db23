"""A vara who is called in answers, by the button or in words; nobody else can do it for them."""

import asyncio
from dataclasses import replace

import pytest

from bot.domain.conversation import Button
from bot.turn import Message
from tests.dialogs.chat import Chat
from tests.dialogs.forfallsfolk import (
    ALLE,
    ANNE,
    BERIT,
    JONAS,
    KARI,
    LIV,
    OVE,
    SIRI,
    WENCHE,
    Huset,
    bygg,
    installer,
    logg,
)

ONSDAG = "ASU onsdag 15. mai 2024 kl. 12.00–15.00"


@pytest.fixture
def chat() -> Chat:
    return Chat(admins=set())


@pytest.fixture
async def huset(chat) -> Huset:
    huset = await bygg(chat)
    await installer(chat, *ALLE)
    return huset


async def spurt(chat: Chat, vara: str, navn: str) -> Message:
    """Berit has forfall, and that vara is asked; what the vara got."""
    await chat.si(BERIT, f"kan ikke på onsdag, {navn} stiller som vara")
    return await faatt(chat, vara)


async def faatt(chat: Chat, hvem: str) -> Message:
    """The last message to them with buttons."""
    meldinger = (await chat.post()).get(f"aad-{hvem}", [])
    return [m for m in meldinger if m.buttons][-1]


def knapp(melding: Message, label: str) -> Button:
    return next(b for b in melding.buttons if b.label.startswith(label))


async def test_yes_takes_the_place_on_the_card(chat, huset):
    kallet = await spurt(chat, KARI, "Kari")
    svar = await chat.trykk(KARI, knapp(kallet, "Jeg kan møte"))
    assert svar.foerst == f"Takk. Du møter som vara for Berit Nes: {ONSDAG}."
    assert svar.outcome.replies[0].in_place
    assert svar.labels == ["Saksliste", "Jeg kan ikke likevel"]
    assert [*await chat.post()] == [f"aad-{BERIT}"]
    assert await logg(chat, huset.onsdag) == ["forfall Berit Nes", "kalt Kari Dahl", "vara_ja Kari Dahl"]


async def test_no_asks_the_next(chat, huset):
    kallet = await spurt(chat, KARI, "Kari")
    svar = await chat.trykk(KARI, knapp(kallet, "Jeg kan ikke møte"))
    assert svar.foerst.startswith("Takk for at du sa fra.")
    assert "Du trenger ikke oppgi grunn." in svar
    assert svar.labels == ["Jeg kan likevel"]
    assert [*await chat.post()] == [f"aad-{LIV}"]


async def test_a_late_yes_is_told_that_the_place_is_covered(chat, huset):
    ja = knapp(await spurt(chat, KARI, "Kari"), "Jeg kan møte")
    likevel = (await chat.trykk(KARI, replace(ja, verb="vara.nei", data={**ja.data, "op": "2"}))).buttons[0]
    assert likevel.label == "Jeg kan likevel"
    await chat.trykk(LIV, knapp(await faatt(chat, LIV), "Jeg kan møte"))
    svar = await chat.trykk(KARI, likevel)
    assert svar.text.startswith("Plassen er dekket av en annen.")
    assert svar.outcome.replies[0].in_place


@pytest.mark.parametrize("hvem", [LIV, SIRI, JONAS, WENCHE])
async def test_nobody_else_can_press_it(chat, huset, hvem):
    ja = knapp(await spurt(chat, KARI, "Kari"), "Jeg kan møte")
    svar = await chat.trykk(hvem, ja)
    assert "Det er Kari Dahl som er spurt." in svar
    assert not svar.outcome.replies[0].in_place
    assert await logg(chat, huset.onsdag) == ["forfall Berit Nes", "kalt Kari Dahl"]


@pytest.mark.parametrize("hvem", [BERIT, ANNE, OVE])
async def test_who_reported_and_the_ledelse_may_answer_for_them(chat, huset, hvem):
    ja = knapp(await spurt(chat, KARI, "Kari"), "Jeg kan møte")
    svar = await chat.trykk(hvem, ja)
    assert svar.foerst == f"Notert: Kari Dahl møter som vara for Berit Nes: {ONSDAG}."
    assert (await logg(chat, huset.onsdag))[-1] == "vara_ja Kari Dahl"


async def test_a_call_that_was_made_up_is_none(chat, huset):
    svar = await chat.trykk(
        KARI, Button("x", "vara.ja", {"moete": huset.onsdag.id, "kall": "x", "op": "1"})
    )
    assert svar.text == "Dette gjelder ikke lenger. Spør meg gjerne «hvem kommer?»."


async def test_after_the_member_comes_anyway_nobody_is_needed(chat, huset):
    ja = knapp(await spurt(chat, KARI, "Kari"), "Jeg kan møte")
    await chat.si(BERIT, "kommer likevel")
    assert "Det trengs ikke vara lenger." in await chat.trykk(KARI, ja)
    assert (await logg(chat, huset.onsdag))[-1] == "kall_trukket Kari Dahl"


async def test_pressed_twice_is_answered_once(chat, huset):
    ja = knapp(await spurt(chat, KARI, "Kari"), "Jeg kan møte")
    foerst = await chat.trykk(KARI, ja)
    assert (await chat.trykk(KARI, ja)).cards == foerst.cards
    assert (await logg(chat, huset.onsdag)).count("vara_ja Kari Dahl") == 1


async def test_yes_no_and_yes_again_are_each_heard(chat, huset):
    ja = knapp(await spurt(chat, KARI, "Kari"), "Jeg kan møte")
    nei = (await chat.trykk(KARI, ja)).knapp("Jeg kan ikke likevel")
    assert "Takk for at du sa fra." in await chat.trykk(KARI, nei)
    assert "Takk. Du møter som vara" in await chat.trykk(KARI, ja)
    assert (await logg(chat, huset.onsdag))[-1] in ("vara_ja Kari Dahl", "kall_trukket Liv Strand")


async def test_two_at_once_and_one_gets_the_place(chat, huset):
    ja = knapp(await spurt(chat, KARI, "Kari"), "Jeg kan møte")
    await chat.trykk(KARI, replace(ja, verb="vara.nei", data={**ja.data, "op": "2"}))
    livs = knapp(await faatt(chat, LIV), "Jeg kan møte")
    karis = replace(ja, data={**ja.data, "op": "3"})
    svar = await asyncio.gather(chat.trykk(KARI, karis), chat.trykk(LIV, livs))
    assert sorted("Plassen er dekket" in s for s in svar) == [False, True]
    assert len([linje for linje in await logg(chat, huset.onsdag) if linje.startswith("vara_ja")]) == 1


@pytest.mark.parametrize("linje", ["jeg kommer på onsdag", "jeg stiller som vara"])
async def test_a_vara_may_write_yes(chat, huset, linje):
    await spurt(chat, KARI, "Kari")
    svar = await chat.si(KARI, linje)
    assert svar.foerst.startswith("Notert: Du k")
    assert (await logg(chat, huset.onsdag))[-1] == "vara_ja Kari Dahl"


@pytest.mark.parametrize("linje", ["meld forfall", "kan ikke på onsdag"])
async def test_a_vara_who_writes_forfall_says_no(chat, huset, linje):
    await spurt(chat, KARI, "Kari")
    svar = await chat.si(KARI, linje)
    assert f"Forfall er notert: {ONSDAG}." in svar
    assert "vara_nei Kari Dahl" in await logg(chat, huset.onsdag)
    assert [*await chat.post()] == [f"aad-{LIV}"]


async def test_a_vara_nobody_has_asked_is_told_so(chat, huset):
    svar = await chat.si(KARI, "jeg kommer på onsdag")
    assert svar.text.startswith("Du er vara, men ikke spurt om å møte ennå.")
    assert await logg(chat, huset.onsdag) == []


async def test_a_vara_of_another_seat_waits_for_the_sekretariat(chat, huset):
    await chat.si(BERIT, "kan ikke på onsdag, Wenche Lund stiller for meg")
    spoersmaal = await faatt(chat, OVE)
    kall_inn = next(b for b in spoersmaal.buttons if b.verb == "vara.godkjenn")
    for hvem in (BERIT, ANNE, WENCHE):
        assert "sekretariatet" in await chat.trykk(hvem, kall_inn)
    assert (await logg(chat, huset.onsdag))[-1] == "paa_tvers Wenche Lund"
    svar = await chat.trykk(OVE, kall_inn)
    assert svar.foerst == f"Wenche Lund er spurt om å møte for Berit Nes på {ONSDAG}."
    assert f"aad-{WENCHE}" in await chat.post()


async def test_the_sekretariat_may_say_no(chat, huset):
    await chat.si(BERIT, "kan ikke på onsdag, Wenche Lund stiller for meg")
    nei = next(b for b in (await faatt(chat, OVE)).buttons if b.verb == "vara.avslaa")
    assert "blir ikke spurt" in await chat.trykk(OVE, nei)
    assert f"aad-{BERIT}" in await chat.post()
    assert (await logg(chat, huset.onsdag))[-1] == "kall_trukket Wenche Lund"


async def test_the_sekretariat_that_names_one_across_seats_presses_at_once(chat, huset):
    svar = await chat.si(OVE, "Berit kan ikke møte på ASU, Wenche er vara")
    gjort = await chat.trykk(OVE, svar.knapp("Ja"))
    assert "Kall inn Wenche Lund" in gjort.labels
    assert "er spurt" in await chat.trykk(OVE, gjort.knapp("Kall inn Wenche"))


async def test_only_who_reported_may_ask_the_proposed(chat, huset):
    spoer = (await chat.si(BERIT, "meld forfall")).knapp("Spør")
    assert "Det kan bare" in await chat.trykk(JONAS, spoer)
    assert await logg(chat, huset.onsdag) == ["forfall Berit Nes"]
    assert "Kari Dahl er spurt" in await chat.trykk(ANNE, spoer)


async def test_in_nynorsk(chat, huset):
    await chat.si(KARI, "bytt til nynorsk")
    kallet = await spurt(chat, KARI, "Kari")
    svar = await chat.trykk(KARI, knapp(kallet, "Eg kan"))
    assert svar.foerst == f"Takk. Du stiller som vara for Berit Nes: {ONSDAG}."


async def test_when_nobody_is_left_the_vara_is_not_told_of_a_next(chat, huset):
    nei = knapp(await spurt(chat, KARI, "Kari"), "Jeg kan ikke møte")
    assert "Jeg spør den neste." in await chat.trykk(KARI, nei)
    svar = await chat.trykk(LIV, knapp(await faatt(chat, LIV), "Jeg kan ikke møte"))
    assert "den neste" not in svar
    assert "Det er ingen flere å spørre. Lederen og sekretariatet får beskjed." in svar


async def test_who_could_too_late_is_asked_again_before_nobody_is(chat, huset):
    nei = knapp(await spurt(chat, KARI, "Kari"), "Jeg kan ikke møte")
    likevel = (await chat.trykk(KARI, nei)).knapp("Jeg kan likevel")
    ja = await chat.trykk(LIV, knapp(await faatt(chat, LIV), "Jeg kan møte"))
    svar = await chat.trykk(KARI, likevel)
    assert "blir den ledig, spør jeg deg igjen" in svar
    await chat.post()
    await chat.trykk(LIV, ja.knapp("Jeg kan ikke likevel"))
    post = await chat.post()
    assert [*post] == [f"aad-{KARI}"]
    assert post[KARI][0].text.startswith("Kan du møte for Berit Nes")


async def test_who_is_answered_for_is_told_and_can_put_it_right(chat, huset):
    ja = knapp(await spurt(chat, KARI, "Kari"), "Jeg kan møte")
    await chat.trykk(OVE, ja)
    til_kari = (await chat.post())[KARI]
    assert til_kari[0].text.startswith("Ove Bakk har svart for deg: Du møter som vara for Berit Nes")
    await chat.trykk(KARI, knapp(til_kari[0], "Jeg kan ikke møte"))
    assert "vara_nei Kari Dahl" in await logg(chat, huset.onsdag)


async def test_the_no_of_a_vara_is_not_changed_by_another_without_asking(chat, huset):
    kallet = await spurt(chat, KARI, "Kari")
    await chat.trykk(KARI, knapp(kallet, "Jeg kan ikke møte"))
    await chat.post()
    svar = await chat.trykk(OVE, knapp(kallet, "Jeg kan møte"))
    assert "Kari Dahl har svart nei. Vil du likevel notere dette?" in svar
    assert "vara_ja Kari Dahl" not in await logg(chat, huset.onsdag)
    await chat.trykk(OVE, svar.knapp("Ja, sett opp Kari Dahl"))
    assert "vara_ja Kari Dahl" in await logg(chat, huset.onsdag)
    assert "har svart for deg" in (await chat.post())[KARI][0].text


async def test_a_vara_who_becomes_reachable_is_asked_then_and_once(chat):
    huset = await bygg(chat)
    await installer(chat, BERIT)
    svar = await chat.si(BERIT, "kan ikke på onsdag, Kari stiller som vara")
    assert "er spurt" not in svar
    await chat.plan("2024-05-08T10:00")
    assert await chat.post() == {}
    await chat.si(KARI, "hei", at="2024-05-08T10:05")
    for _ in range(2):
        await chat.plan("2024-05-08T10:06")
    ((melding,),) = (await chat.post("2024-05-08T10:06")).values()
    assert melding.text.startswith("Kan du møte for Berit Nes i ASU")
    await chat.trykk(KARI, knapp(melding, "Jeg kan møte"), at="2024-05-08T10:07")
    assert (await logg(chat, huset.onsdag))[-1] == "vara_ja Kari Dahl"


async def test_who_was_never_asked_is_not_told_that_they_are_not_needed(chat):
    await bygg(chat)
    await installer(chat, BERIT)
    await chat.si(BERIT, "kan ikke på onsdag, Kari stiller som vara")
    await chat.si(KARI, "hei")
    svar = await chat.si(BERIT, "kommer likevel")
    assert "Jeg har ikke gitt Kari Dahl beskjed. Gi beskjed selv om at det ikke trengs vara." in svar
    assert await chat.post() == {}


@pytest.mark.parametrize("linje", ["jeg kan likevel møte på onsdag", "jeg kommer likevel på onsdag"])
async def test_who_could_too_late_may_write_it(chat, huset, linje):
    nei = knapp(await spurt(chat, KARI, "Kari"), "Jeg kan ikke møte")
    await chat.trykk(KARI, nei)
    ja = await chat.trykk(LIV, knapp(await faatt(chat, LIV), "Jeg kan møte"))
    assert "blir den ledig, spør jeg deg igjen" in await chat.si(KARI, linje)
    await chat.trykk(LIV, ja.knapp("Jeg kan ikke likevel"))
    assert (await logg(chat, huset.onsdag))[-1] == "kalt Kari Dahl"
