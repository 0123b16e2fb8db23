"""Rarer cases: a felles møte, two bodies, a vara who is absent, a moved møte, nobody known."""

from datetime import date, time

import pytest

from bot.domain.flytting import flytt
from bot.domain.frammoete import Hvem
from bot.domain.moete import Moete
from bot.domain.organ import Rolle
from bot.domain.rettigheter import Rettigheter
from bot.varsling import Varsler
from bot.varsling.frammoete import utfoer
from tests.dialogs.chat import Chat, kl
from tests.dialogs.forfallsfolk import (
    ALLE,
    ANNE,
    BERIT,
    JONAS,
    KARI,
    LIV,
    OVE,
    Huset,
    bygg,
    installer,
    logg,
    medlem,
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


async def test_a_felles_moete_is_one_moete(chat, huset):
    ids = [huset.asu.id, huset.psu.id]
    async with chat.store.turn() as uow:
        felles = await uow.save_moete(
            Moete(huset.asu.helsefellesskap_id, ids, date(2024, 5, 29), time(9), time(11))
        )
        await uow.commit()
    svar = await chat.si(JONAS, "kan ikke 29. mai")
    assert svar.foerst == "Forfall er notert: ASU og PSU onsdag 29. mai 2024 kl. 09.00–11.00."
    assert await logg(chat, felles) == ["forfall Jonas Moe"]
    liste = await chat.si(ANNE, "hvem kommer 29. mai?")
    assert liste.foerst.startswith("Dette vet jeg om hvem som kommer til ASU og PSU")
    assert liste.text.count("• Jonas Moe") == 2


async def test_a_vara_may_be_absent_beforehand_and_is_not_proposed(chat, huset):
    assert "Forfall er notert" in await chat.si(KARI, "kan ikke på onsdag")
    svar = await chat.si(BERIT, "kan ikke på onsdag")
    assert svar.labels == ["Angre", "Spør Liv Strand"]
    sagt = await chat.si(BERIT, "Kari stiller for meg")
    assert "Kari Dahl har selv forfall." in sagt


async def test_a_vara_who_is_absent_and_can_after_all(chat, huset):
    await chat.si(KARI, "kan ikke på onsdag")
    assert "Notert: Du kommer" in await chat.si(KARI, "kommer likevel")
    assert "Spør Kari Dahl" in (await chat.si(BERIT, "kan ikke på onsdag")).labels


async def test_a_member_who_is_vara_elsewhere_is_asked_about_their_own(chat):
    ogsaa = [medlem(BERIT, Rolle.VARA, "Klinikk Fjord")]
    huset = await bygg(chat, flere=ogsaa)
    await installer(chat, *ALLE)
    await chat.si(BERIT, "meld forfall")
    assert await logg(chat, huset.onsdag) == ["forfall Berit Nes"]


async def test_a_vara_who_is_a_member_elsewhere_may_be_absent_as_vara(chat):
    huset = await bygg(chat, flere=[medlem("olav ness", Rolle.VARA, "Søndre region")])
    await installer(chat, *ALLE, "olav ness")
    svar = await chat.si("olav ness", "forfall onsdag")
    assert svar.foerst == "Forfall er notert: ASU onsdag 15. mai 2024 kl. 12.00–15.00."
    assert await logg(chat, huset.onsdag) == ["forfall Olav Ness"]
    assert await logg(chat, huset.torsdag) == []


async def test_a_moved_moete_asks_again_and_one_press_confirms(chat, huset):
    await chat.si(BERIT, "kan ikke på onsdag")
    async with chat.store.turn() as uow:
        moetet = await uow.load_moete(huset.onsdag.id)
        moetet.dato = date(2024, 5, 22)
        await uow.save_moete(moetet)
        varsler = Varsler(uow, await uow.register(), kl("2024-05-08T10:00"), Rettigheter())
        ove = Hvem("Ove Bakk", huset.person(OVE))
        await utfoer(uow, varsler, huset.onsdag.id, kl("2024-05-08T10:00"), lambda s: flytt(s, ove), ove)
        await uow.commit()
    assert "må bekreftes for ny dato" in await chat.si(ANNE, "hvem kommer på ASU?")
    melding = (await chat.post("2024-05-08T10:05"))[f"aad-{BERIT}"][-1]
    gjelder = next(b for b in melding.buttons if b.verb == "forfall.gjelder")
    andre = await chat.trykk(LIV, gjelder)
    assert "Det kan bare" in andre
    svar = await chat.trykk(BERIT, gjelder)
    assert svar.foerst.startswith("Forfall er notert: ASU onsdag 22. mai 2024")
    assert "må bekreftes" not in await chat.si(ANNE, "hvem kommer på ASU?")


async def test_in_the_playground_a_stranger_is_told_what_to_do():
    aapen = Chat()
    huset = await bygg(aapen)
    svar = await aapen.si("per ukjent", "meld forfall")
    assert svar.text.startswith("Jeg finner deg ikke blant medlemmene")
    vist = await aapen.si("per ukjent", "Berit kan ikke møte på ASU")
    gjort = await aapen.trykk("per ukjent", vist.knapp("Ja"))
    assert gjort.foerst == f"Forfall er notert for Berit Nes: {ONSDAG}."
    assert await logg(aapen, huset.onsdag) == ["forfall Berit Nes"]


async def test_the_card_of_the_moete_tells_how_many(chat, huset):
    await chat.si(BERIT, "kan ikke på onsdag, Kari stiller som vara")
    ja = (await chat.post())[f"aad-{KARI}"][0].buttons[0]
    await chat.trykk(KARI, ja)
    assert "Forfall: 1 · vara: 1" in await chat.si(ANNE, "neste ASU")
    assert "Forfall: 1 · vara: 1" in await chat.si(ANNE, "saksliste ASU")
    assert "Forfall" not in await chat.si("per ukjent", "neste ASU")
