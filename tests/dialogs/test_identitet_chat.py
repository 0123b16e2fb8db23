"""Whom the bot takes somebody for, and what that gives: by name, by the roster, by the sekretariat."""

from datetime import date

import pytest

from bot.domain.conversation import Button
from bot.domain.moete import Moete
from bot.domain.organ import Helsefellesskap, Medlem, Navneslag, Organ, Organnavn, Rolle
from bot.turn import Kind
from tests.dialogs.chat import FELLESSKAP, Chat, kanal, privat

LIV, KARI, PER, GJEST = "liv bråten", "kari nes", "per vik", "gjest hansen"
EPOST = "liv@nes.kommune.no"


def organ(fellesskap_id: int, kort: str, *medlemmer: Medlem) -> Organ:
    return Organ(fellesskap_id, [Organnavn(kort, Navneslag.KORT)], list(medlemmer))


@pytest.fixture
async def chat() -> Chat:
    """Kari is ASU's sekretariat and known by her aad id; Liv is a vara and known by her e-mail alone."""
    chat = Chat(admins={"aad-drift"})
    async with chat.store.turn() as uow:
        fellesskap = (await uow.add_helsefellesskap(Helsefellesskap(FELLESSKAP))).id or 0
        kari = Medlem("Kari Nes", Rolle.SEKRETARIAT, aad_id=f"aad-{KARI}")
        liv = Medlem("Liv Bråten", Rolle.LEDER, epost=EPOST)
        await uow.save_organ(organ(fellesskap, "ASU", kari, liv))
        await uow.save_organ(organ(fellesskap, "PSU", Medlem("Per Vik", aad_id=f"aad-{PER}")))
        await uow.commit()
    return chat


async def bruker(chat: Chat, hvem: str):
    async with chat.store.read() as uow:
        return await uow.brukere.hent(f"aad-{hvem}")


async def test_whoever_speaks_is_remembered_and_where_they_can_be_reached(chat):
    await chat.si(LIV, "hei")
    kjent = await bruker(chat, LIV)
    assert (kjent.navn, kjent.channel_id, kjent.conversation_id) == ("Liv Bråten", f"29:{LIV}", f"a:{LIV}")


async def test_in_a_channel_nobody_gets_a_conversation_of_their_own(chat):
    await chat.si(LIV, "hei", i=kanal("ASU"))
    assert (await bruker(chat, LIV)).conversation_id is None
    await chat.si(LIV, "hei")
    await chat.si(LIV, "hei", i=kanal("ASU"))
    assert (await bruker(chat, LIV)).conversation_id == f"a:{LIV}"


async def test_who_takes_the_bot_out_cannot_be_reached(chat):
    await chat.si(LIV, "hei")
    await chat.gi(chat.melding(LIV, "", kind=Kind.REMOVED))
    assert (await bruker(chat, LIV)).conversation_id is None


async def test_the_roster_is_asked_once_and_what_it_says_is_kept(chat):
    chat.roster.epost_til[LIV] = EPOST.upper()
    svar = await chat.si(LIV, "hvem er jeg")
    assert svar.foerst == "Jeg tar deg for Liv Bråten, leder i ASU."
    assert "Det vet jeg sikkert" in svar
    assert "Det er ikke meg" not in svar.labels
    await chat.si(LIV, "hva kan jeg gjøre")
    assert chat.roster.spurt == [LIV]


async def test_who_is_sure_already_is_not_looked_up(chat):
    await chat.si(KARI, "hei")
    assert chat.roster.spurt == []


async def test_an_administrator_is_looked_up_too_so_that_they_can_be_told_things(chat):
    chat.roster.epost_til["drift"] = EPOST
    await chat.si("drift", "hei")
    assert "Jeg tar deg for Liv Bråten" in await chat.si("drift", "hvem er jeg")


async def test_on_ones_own_machine_nobody_is_looked_up():
    aapen = Chat()
    await aapen.si(LIV, "hvem er jeg")
    assert aapen.roster.spurt == []


async def test_a_name_gives_what_a_name_gives_and_says_how_to_get_more(chat):
    svar = await chat.si(LIV, "hva kan jeg gjøre")
    assert svar.foerst == "Jeg tar deg for Liv Bråten, leder i ASU."
    naa, _, senere = svar.text.partition("Når sekretariatet har svart")
    assert "Melde forfall for deg selv" in naa
    assert "Melde forfall for andre" not in naa
    assert "Melde forfall for andre" in senere
    assert "«Stemmer»" in svar
    assert svar.labels == ["Det er ikke meg"]


async def test_each_body_has_its_own_rights(chat):
    svar = await chat.si(PER, "hva kan jeg gjøre")
    assert svar.foerst == "Jeg tar deg for Per Vik, medlem i PSU."
    assert "I PSU kan du:" in svar
    assert "I ASU" not in svar
    assert "Legge inn innkallinger" not in svar


async def test_the_sekretariat_sees_who_waits(chat):
    svar = await chat.si(KARI, "kven er eg", at="2024-05-08T10:00")
    assert "Leggje inn innkallingar" in svar
    assert svar.labels == ["Kven ventar på å bli stadfesta?"]


async def test_a_stranger_is_told_so_and_what_to_do(chat):
    svar = await chat.si(GJEST, "hvem er jeg")
    assert svar.foerst == "Jeg kjenner deg ikke igjen som medlem av noe utvalg."
    assert "legge inn e-posten din" in svar
    assert "I ASU" not in svar


async def test_an_administrator_may_everything(chat):
    svar = await chat.si("drift", "hva kan jeg gjøre")
    assert "administrator" in svar
    assert "Koble kanaler" in svar


async def test_it_is_not_me(chat):
    svar = await chat.si(LIV, "hvem er jeg")
    knappen = svar.knapp("Det er ikke meg")
    assert "en annen jeg spurte" in await chat.trykk(PER, knappen)
    etter = await chat.trykk(LIV, knappen)
    assert etter.foerst.startswith("Da tar jeg deg ikke lenger for Liv Bråten.")
    assert (await chat.trykk(LIV, knappen)).text == etter.text
    assert (await chat.si(LIV, "hvem er jeg")).foerst.startswith("Jeg kjenner deg ikke igjen")


async def test_what_is_sure_is_not_said_away(chat):
    knappen = (await chat.si(LIV, "hvem er jeg")).knapp("Det er ikke meg")
    chat.roster.epost_til[LIV] = EPOST
    await chat.si(LIV, "hvem er jeg", at="2024-05-09T12:00")
    assert "må du si fra til sekretariatet" in await chat.trykk(LIV, knappen, at="2024-05-09T12:01")
    assert (await bruker(chat, LIV)).ikke == ()


@pytest.mark.parametrize("data", [{}, {"medlem": "2"}, {"medlem": True}, {"medlem": 2, "hvem": 7}])
async def test_a_button_nobody_made_changes_nothing(chat, data):
    svar = await chat.trykk(LIV, Button("", "identitet.ikke_meg", data))
    assert "Knappen" in svar.text or "knappen" in svar.text
    assert (await bruker(chat, LIV)).ikke == ()


async def test_the_roster_is_asked_outside_the_transaction(chat):
    """Else the one who waits for it would hold the database for everybody."""
    aapne = []
    ekte = chat.roster.epost

    async def spoer(incoming):
        aapne.append(chat.store.locks[privat(LIV).id].locked())
        return await ekte(incoming)

    chat.roster.epost = spoer
    await chat.si(LIV, "hei")
    assert aapne == [False]


async def test_the_first_time_a_name_is_used_for_writing_it_is_said_whose(chat):
    async with chat.store.turn() as uow:
        asu = (await uow.register()).organer[0]
        await uow.save_moete(Moete(asu.helsefellesskap_id, [asu.id or 0], date(2024, 5, 15)))
        await uow.commit()
    foerst = await chat.si(LIV, "jeg kan ikke komme på ASU 15. mai")
    assert foerst.outcome.replies[-1].message.text == "Jeg tar deg for Liv Bråten, leder i ASU."
    assert "Det er ikke meg" in foerst.labels
    igjen = await chat.si(LIV, "jeg kommer likevel på ASU 15. mai")
    assert "Jeg tar deg for" not in igjen
    assert "Jeg tar deg for" not in await chat.si(KARI, "Liv Bråten kan ikke komme på ASU 15. mai")
