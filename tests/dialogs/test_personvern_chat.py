"""«Hva lagrer du om meg», «glem meg»: all of it, to the person alone, and gone after a yes."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.domain.frammoete import Frammoetelinje, Hvem, Slag
from bot.domain.meldtsak import MeldtSak, Sakslag
from bot.domain.moete import Moete
from bot.domain.oppdrag import Oppdrag, Oppdragshendelse, Oppdragslinje
from bot.domain.organ import Helsefellesskap, Medlem, Rolle
from bot.domain.sammendrag import Sammendrag, Sammendragstilstand
from tests.dialogs.chat import FELLESSKAP, Chat, kanal, privat
from tests.dialogs.test_identitet_chat import LIV, bruker, organ

EPOST = "liv@nes.kommune.no"
DA = datetime(2024, 5, 1, 9, tzinfo=UTC)


@pytest.fixture
async def chat() -> Chat:
    """Liv is a member with an e-mail; she has reported forfall once and raised a sak."""
    chat = Chat(admins={"aad-drift"})
    async with chat.store.turn() as uow:
        fellesskap = (await uow.add_helsefellesskap(Helsefellesskap(FELLESSKAP))).id or 0
        asu = await uow.save_organ(organ(fellesskap, "ASU", Medlem("Liv Bråten", Rolle.VARA, epost=EPOST)))
        await uow.commit()
    liv = Hvem("Liv Bråten", asu.medlemmer[0].person_id)
    async with chat.store.turn() as uow:
        moete = await uow.save_moete(Moete(fellesskap, [asu.id], date(2024, 5, 15)))
        await uow.frammoete.noter(moete.id, [Frammoetelinje(Slag.FORFALL, DA, liv, liv)])
        await uow.saker.lagre(
            MeldtSak(asu.id, "Bruk av ny løsning", Sakslag.EVENTUELT, liv, f"aad-{LIV}", DA)
        )
        await uow.commit()
    return chat


async def test_everything_is_told_to_who_is_surely_known(chat):
    chat.roster.epost_til[LIV] = EPOST
    svar = await chat.si(LIV, "hva lagrer du om meg")
    assert svar.text.split("\n")[:7] == [
        "Dette har jeg lagret",
        "• Navnet ditt i Teams: Liv Bråten",
        f"• E-posten din i Teams: {EPOST}",
        "• Jeg tar deg for Liv Bråten, vara i ASU.",
        "• I medlemslistene står du som vara i ASU.",
        f"• E-posten din i medlemslisten: {EPOST}",
        "• Om møtene har jeg notert ett svar som gjelder deg (1 forfall), uten grunn.",
    ]
    assert "• Du har meldt én sak." in svar
    assert "Meldingene dine lagrer jeg ikke." in svar


async def test_what_stands_behind_their_name_in_channels_is_told(chat):
    async with chat.store.turn() as uow:
        register = await uow.register()
        organ, moete = register.organer[0], register.moeter[0]
        chat.roster.epost_til[LIV] = EPOST
        jeg = Hvem("Liv Bråten", organ.medlemmer[0].person_id)
        logg = (Oppdragslinje(Oppdragshendelse.BESVART, DA, jeg, "Vi er i gang"),)
        await uow.oppdrag.lagre(
            Oppdrag(organ.id, organ.id, moete.id, "linje:1", "Lag en plan", DA, logg=logg)
        )
        await uow.sammendrag.opprett(
            Sammendrag(moete.id, Sammendragstilstand.LAGT_UT, lagt_ut=DA, lagt_ut_av=jeg)
        )
        await uow.commit()
    svar = await chat.si(LIV, "hva lagrer du om meg")
    assert "• Navnet ditt står i loggen til 1 oppdrag mellom utvalg." in svar
    assert "• Du har lagt ut 1 sammendrag i kanalene." in svar


async def test_a_name_alone_is_not_told_what_stands_in_the_list_of_members(chat):
    svar = await chat.si(LIV, "kva lagrar du om meg")
    assert EPOST not in svar
    assert "• E-posten din i Teams har eg ikkje." in svar


async def test_a_stranger_has_a_name_and_no_more(chat):
    svar = await chat.si("gjest hansen", "hva lagrer du om meg")
    assert "• Jeg kjenner deg ikke igjen som medlem av noe utvalg." in svar
    assert "• Jeg har ikke lagret noe om hvilke møter du kommer til." in svar
    assert "• Du har ikke meldt noen saker." in svar


async def test_nobody_else_reads_it(chat):
    svar = await chat.si(LIV, "hva lagrer du om meg", i=kanal("ASU"))
    assert "Liv" not in svar
    assert "viser jeg bare til deg" in svar


@pytest.mark.parametrize("linje", ["glem meg", "slett alt du har om meg"])
async def test_it_is_asked_first_and_a_no_keeps_it(chat, linje):
    svar = await chat.si(LIV, linje)
    assert svar.foerst == "Skal jeg glemme deg?"
    assert "Utvalgene beholder medlemslistene" in svar
    await chat.si(LIV, "nei")
    assert await bruker(chat, LIV) is not None


async def test_a_yes_forgets_and_the_utvalg_keep_what_is_theirs(chat):
    await chat.si(LIV, "glem meg")
    assert "Nå har jeg glemt deg." in await chat.si(LIV, "ja")
    assert await bruker(chat, LIV) is None
    async with chat.store.read() as uow:
        register = await uow.register()
        assert register.organer[0].medlemmer[0].navn == "Liv Bråten"
        assert len(await uow.frammoete.les(register.moeter[0].id)) == 1
    await chat.si(LIV, "hei")
    assert (await bruker(chat, LIV)).conversation_id == privat(LIV).id


async def test_what_the_sekretariat_had_said_is_forgotten_too(chat):
    await chat.si(LIV, "hei")
    kjent = await bruker(chat, LIV)
    async with chat.store.turn() as uow:
        await uow.brukere.lagre(
            replace(kjent, person_id=(await uow.register()).organer[0].medlemmer[0].person_id)
        )
        await uow.commit()
    assert "sikkert" in await chat.si(LIV, "hvem er jeg")
    await chat.trykk(LIV, (await chat.si(LIV, "glem meg")).knapp("Ja"))
    assert "bare på navnet" in await chat.si(LIV, "hvem er jeg")


async def test_only_the_one_who_was_asked_can_say_yes(chat):
    ja = (await chat.si(LIV, "glem meg", i=kanal("ASU"))).knapp("Ja")
    assert "en annen jeg spurte" in await chat.trykk("per vik", ja, i=kanal("ASU"))
    assert await bruker(chat, LIV) is not None


async def test_slett_alt_alone_asks_what(chat):
    svar = await chat.si(LIV, "slett alt")
    assert "Mente du" in svar
    assert await bruker(chat, LIV) is not None
