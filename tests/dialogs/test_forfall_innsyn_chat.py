"""Whether a named person is absent, and who is asked instead, is nothing for those it is not for."""

from datetime import date, time

import pytest

from bot.domain.conversation import Button
from bot.domain.moete import Moete
from tests.dialogs.chat import Chat, kanal
from tests.dialogs.forfallsfolk import ALLE, ANNE, BERIT, JONAS, KARI, SIRI, Huset, bygg, installer, logg

FREMMED = "per ukjent"
OLAV = "olav ness"


@pytest.fixture
def chat() -> Chat:
    return Chat(admins=set())


@pytest.fixture
async def huset(chat) -> Huset:
    huset = await bygg(chat)
    await installer(chat, *ALLE)
    return huset


async def test_the_same_is_said_whether_they_are_absent_or_not(chat, huset):
    def trekk(navn: str) -> Button:
        return Button("x", "forfall.trekk", {"moete": huset.onsdag.id, "person_id": huset.person(navn)})

    async def svarene(hvem: str) -> list[str]:
        linjer = [await chat.si(hvem, linje) for linje in ("Siri Haug kommer likevel på ASU",)]
        knapper = [await chat.trykk(hvem, trekk(navn)) for navn in (SIRI, JONAS)]
        return [svar.text for svar in (*linjer, *knapper)]

    foer = [await svarene(hvem) for hvem in (FREMMED, BERIT)]
    await chat.si(SIRI, "meld forfall")
    assert foer == [await svarene(hvem) for hvem in (FREMMED, BERIT)]
    assert all("Det kan bare" in svar for svar in [*foer[0], *foer[1]])


async def test_nor_is_it_said_in_a_foreign_channel(chat, huset):
    await chat.si(SIRI, "meld forfall")
    for navn in ("Siri Haug", "Berit Nes"):
        svar = await chat.si(ANNE, f"{navn} kommer likevel på ASU", i=kanal("PSU"))
        assert "noe forfall" not in svar
        assert "Skal jeg trekke" not in svar


async def test_the_leder_is_told_of_those_of_their_own_body(chat, huset):
    await chat.si(JONAS, "meld forfall til 15. mai")
    svar = await chat.si(ANNE, "Jonas Moe kommer likevel")
    assert svar.foerst == "Skal jeg trekke forfallet for Jonas Moe til dette møtet?"
    assert "Jeg finner ikke noe forfall for Siri Haug" in await chat.si(ANNE, "Siri Haug kommer likevel")


async def test_of_a_felles_moete_a_leder_speaks_for_their_own_body(chat, huset):
    ids = [huset.asu.id, huset.psu.id]
    async with chat.store.turn() as uow:
        felles = await uow.save_moete(
            Moete(huset.asu.helsefellesskap_id, ids, date(2024, 5, 29), time(9), time(11))
        )
        await uow.commit()
    knapp = Button("x", "forfall.meld", {"moete": felles.id, "person_id": huset.person(SIRI)})
    assert "Det kan bare" in await chat.trykk(OLAV, knapp)
    assert "Skal jeg notere forfall for Siri Haug" in await chat.trykk(ANNE, knapp)
    assert await logg(chat, felles) == []


VARAKNAPPER = ("vara.ja", "vara.nei", "vara.godkjenn", "vara.avslaa", "vara.kall")


@pytest.mark.parametrize("verb", VARAKNAPPER)
@pytest.mark.parametrize(
    ("hvem", "hvor"), [(FREMMED, None), (FREMMED, "ASU"), (SIRI, "PSU"), (KARI, "PSU")]
)
async def test_a_forged_button_of_a_vara_tells_no_name(chat, huset, verb, hvem, hvor):
    await chat.si(BERIT, "kan ikke på onsdag, Kari stiller som vara")
    om = {"person_id": huset.person(BERIT), "organ": huset.asu.id, "vara_id": huset.person(KARI)}
    svarene = []
    for kall in ("k1", "k99"):
        knapp = Button("x", verb, {"moete": huset.onsdag.id, "kall": kall, **om})
        svar = await chat.trykk(hvem, knapp, i=kanal(hvor) if hvor else None)
        assert "Kari" not in svar
        assert "Berit" not in svar
        svarene.append(svar.text)
    assert svarene[0] == svarene[1]
    assert await logg(chat, huset.onsdag) == ["forfall Berit Nes", "kalt Kari Dahl"]
