"""The card in the meeting's chat: one, edited in place, and the referent told where it fails."""

import asyncio
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, time, timedelta

import pytest

from bot.domain import bokloep
from bot.domain.bokakt import Akt
from bot.domain.boklesing import les
from bot.domain.bokpunkt import nytt
from bot.domain.conversation import Conversation, ConversationKind
from bot.domain.frammoete import Hvem
from bot.domain.maalform import Maalform
from bot.domain.moete import Moete
from bot.domain.moetebok import Boktilstand, Foeringsslag, Moetebok, Punktslag
from bot.domain.organ import Helsefellesskap, Medlem, Navneslag, Organ, Organnavn, Rolle
from bot.domain.rettigheter import Rettigheter
from bot.domain.teamsbruker import Teamsbruker
from bot.jobs.moetekort import SPACING, CardKeeper
from bot.varsling.poster import NotAccepted, TryLater, Unreachable
from tests.dialogs.chat import kl
from tests.fakes import FakeClock, FakeStore
from tests.kortplakat import FakeCards

CHAT = Conversation("19:meeting_asu@thread.v2", ConversationKind.GROUP, "https://smba.example/")
START = "2024-05-15T13:00"


class Moetet:
    """An open referat in a meeting's chat, with the job that shows it. `emeli` is its referent."""

    def __init__(self):
        self.store = FakeStore()
        self.clock = FakeClock(kl(START))
        self.cards = FakeCards()
        self.told = 0
        self.keeper = self.en_til()
        self.bok_id = 0
        self.emeli = Hvem("Emeli Vik")

    def en_til(self):
        """Another process over the same database."""
        return CardKeeper(self.store, self.cards, self.clock, Rettigheter(), self._told)

    def _told(self):
        self.told += 1

    async def aapner(self, *, i_chatten=True):
        async with self.store.turn() as uow:
            hf = await uow.add_helsefellesskap(Helsefellesskap("Fjorden"))
            navn = [Organnavn("ASU", Navneslag.KORT)]
            emeli = Medlem("Emeli Vik", rolle=Rolle.REFERENT, aad_id="aad-emeli")
            organ = await uow.save_organ(Organ(hf.id, navn, [emeli]))
            moete = await uow.save_moete(Moete(hf.id, [organ.id], date(2024, 5, 15), time(13), time(15)))
            self.emeli = Hvem("Emeli Vik", organ.medlemmer[0].person_id)
            bruker = Teamsbruker("aad-emeli", "29:emeli", "Emeli Vik", conversation_id="a:emeli")
            await uow.brukere.lagre(bruker)
            await uow.commit()
        await self.kjenner(CHAT)
        await self.kjenner(Conversation("a:emeli", ConversationKind.PERSONAL, "https://smba.example/"))
        async with self.store.turn() as uow:
            at = self.clock.now().astimezone(UTC)
            samtale = CHAT.id if i_chatten else None
            bok = await uow.boeker.opprett(Moetebok(moete.id, at, conversation_id=samtale))
            await uow.commit()
        self.bok_id = bok.id
        await self.skriver(lambda s, a: bokloep.sett_referenter(s, a, [self.emeli]))
        await self.skriver(lambda s, a: bokloep.ny_sak(s, a, "Tolk i helgene", "12/24"))

    async def kjenner(self, samtale):
        async with self.store.turn() as uow:
            await uow.begin_turn(samtale.id, "29:emeli", [])
            await uow.note_turn(samtale, [f"hei-{samtale.id}"], None)
            await uow.commit()

    async def skriver(self, handling, av=None):
        async with self.store.turn() as uow:
            _, linjer = await uow.boeker.laas(self.bok_id)
            akt = Akt(av or self.emeli, self.clock.now().astimezone(UTC), f"akt-{len(linjer)}")
            await uow.boeker.noter(self.bok_id, handling(les(linjer), akt))
            await uow.commit()

    async def punkt(self, tekst):
        await self.skriver(lambda s, a: nytt(s, a, Punktslag.INNSPILL, tekst))

    async def hode(self, **mer):
        async with self.store.turn() as uow:
            bok, _ = await uow.boeker.laas(self.bok_id)
            await uow.boeker.lagre(replace(bok, **mer))
            await uow.commit()

    async def hever(self):
        await self.skriver(bokloep.hev)
        await self.hode(tilstand=Boktilstand.UTKAST)

    async def runde(self, etter=timedelta(seconds=2), keeper=None):
        self.clock.at += etter
        await (keeper or self.keeper).once()

    @property
    def kort(self):
        """The one card that stands in the chat."""
        [ett] = self.cards.stands[CHAT.id].values()
        return ett.text

    @property
    def kall(self):
        return [how for how, _, _ in self.cards.calls]

    async def post(self):
        async with self.store.turn() as uow:
            return [
                p.melding["text"]
                for p in await uow.utboks.ta(kl("2024-05-16T08:00"), timedelta(minutes=1), 9)
            ]


@pytest.fixture
async def moetet():
    moetet = Moetet()
    await moetet.aapner()
    return moetet


async def test_it_is_put_up_once_and_edited_from_then_on(moetet):
    await moetet.runde()
    assert moetet.kall == ["put_up"]
    assert "Sak 12/24 Tolk i helgene" in moetet.kort
    await moetet.punkt("Tolk trengs.")
    await moetet.runde()
    assert moetet.kall == ["put_up", "change"]
    assert moetet.kort.endswith("1 · 12/24 · innspill: Tolk trengs.")


async def test_what_has_not_changed_is_not_sent(moetet):
    for _ in range(20):
        await moetet.runde()
    assert moetet.kall == ["put_up"]


async def test_many_points_are_shown_together(moetet):
    await moetet.runde()
    for nr in range(10):
        await moetet.punkt(f"Innspill {nr}.")
        await moetet.runde(timedelta(milliseconds=100))
    assert moetet.kall == ["put_up"]
    await moetet.runde()
    assert moetet.kall == ["put_up", "change"]
    assert "10 · 12/24 · innspill: Innspill 9." in moetet.kort
    assert timedelta(seconds=1.5) <= SPACING


def til_tjue_over(stand, akt):
    """The next sak has a slot, from 13.00 to 13.20."""
    lagt = akt.foering(Foeringsslag.SAK_LAGT, sak=2, tekst="Skyss", start="13:00", slutt="13:20")
    return lagt, akt.foering(Foeringsslag.SAK_AAPNET, sak=2)


async def test_the_clock_moves_the_card_once_a_minute(moetet):
    await moetet.skriver(til_tjue_over)
    await moetet.runde()
    for _ in range(12):
        await moetet.runde(timedelta(seconds=10))
    assert moetet.kall == ["put_up", "change", "change"]
    assert "17 min igjen" in moetet.kort


async def test_a_card_that_was_deleted_is_put_up_again(moetet):
    await moetet.runde()
    moetet.cards.stands.clear()
    await moetet.punkt("Tolk trengs.")
    await moetet.runde()
    assert moetet.kall == ["put_up", "change", "put_up"]
    assert "Tolk trengs." in moetet.kort
    await moetet.punkt("Mer.")
    await moetet.runde()
    assert moetet.kall[3:] == ["change"]


async def test_closed_it_is_shown_a_last_time_and_left_alone(moetet):
    await moetet.runde()
    await moetet.hever()
    await moetet.runde()
    assert moetet.kall == ["put_up", "change"]
    assert "Møtet ble hevet kl. 13.00" in moetet.kort
    await moetet.runde(timedelta(hours=1))
    assert (moetet.kall, await moetet.keeper.once()) == (["put_up", "change"], 0)


async def test_opened_again_it_goes_on(moetet):
    await moetet.runde()
    await moetet.hever()
    await moetet.runde()
    await moetet.skriver(bokloep.gjenaapne)
    await moetet.hode(tilstand=Boktilstand.AAPEN)
    await moetet.runde()
    assert moetet.kall == ["put_up", "change", "change"]
    assert "hevet" not in moetet.kort


async def test_without_a_chat_there_is_no_card_until_there_is_one():
    moetet = Moetet()
    await moetet.aapner(i_chatten=False)
    await moetet.runde()
    assert moetet.kall == []
    await moetet.hode(conversation_id=CHAT.id)
    await moetet.runde()
    assert moetet.kall == ["put_up"]


async def test_the_chats_maalform_is_the_cards(moetet):
    async with moetet.store.turn() as uow:
        await uow.choose_channel_maalform(CHAT.id, Maalform.NN)
        await uow.commit()
    await moetet.runde()
    assert moetet.kort.startswith("Referat frå ASU")


async def test_two_processes_put_up_one(moetet):
    andre = moetet.en_til()
    await asyncio.gather(moetet.keeper.once(), andre.once())
    assert moetet.kall == ["put_up"]
    await moetet.punkt("Tolk trengs.")
    await moetet.runde()
    await moetet.runde(keeper=andre)
    assert moetet.kall == ["put_up", "change"]


async def test_started_anew_it_goes_on_with_the_same_card(moetet):
    await moetet.runde()
    await moetet.punkt("Tolk trengs.")
    await moetet.runde(keeper=moetet.en_til())
    assert moetet.kall == ["put_up", "change"]
    assert "Tolk trengs." in moetet.kort


async def test_killed_while_it_sends_the_card_waits_for_its_lease(moetet):
    moetet.cards.trouble[CHAT.id] = [asyncio.CancelledError()]
    with suppress(asyncio.CancelledError):
        await moetet.runde()
    andre = moetet.en_til()
    await moetet.runde(keeper=andre)
    assert moetet.kall == ["put_up"]
    await moetet.runde(timedelta(seconds=20), keeper=andre)
    assert moetet.kall == ["put_up", "put_up"]
    assert "Tolk" in moetet.kort


async def test_it_waits_as_long_as_teams_says(moetet):
    await moetet.runde()
    moetet.cards.trouble[CHAT.id] = [TryLater("429", 30)]
    await moetet.punkt("Tolk trengs.")
    await moetet.runde()
    await moetet.runde(timedelta(seconds=29))
    assert moetet.kall == ["put_up", "change"]
    await moetet.runde()
    assert moetet.kall == ["put_up", "change", "change"]
    assert ("Tolk trengs." in moetet.kort, moetet.told, await moetet.post()) == (True, 0, [])


async def test_what_fails_for_minutes_the_referent_is_told_once(moetet):
    await moetet.runde()
    moetet.cards.trouble[CHAT.id] = [TryLater("503") for _ in range(30)]
    await moetet.punkt("Tolk trengs.")
    for _ in range(10):
        await moetet.runde(timedelta(seconds=61))
    [melding] = await moetet.post()
    assert melding.startswith("Jeg får ikke oppdatert kortet i møtechatten for ASU onsdag 15. mai 2024.")
    assert moetet.told == 1
    moetet.cards.trouble.clear()
    await moetet.runde(timedelta(seconds=61))
    assert "Tolk trengs." in moetet.kort


@pytest.mark.parametrize("feil", [Unreachable("403"), NotAccepted("413")])
async def test_where_it_cannot_be_sent_the_referent_is_told_at_once_and_once(moetet, feil):
    moetet.cards.trouble[CHAT.id] = [feil, feil]
    for _ in range(3):
        await moetet.runde(timedelta(minutes=11))
    assert len(await moetet.post()) == 1
    assert moetet.kall == ["put_up", "put_up", "put_up"]
    assert "Tolk i helgene" in moetet.kort


async def test_run_shows_what_is_written_and_ends_when_it_is_told_to(moetet):
    running = asyncio.create_task(moetet.keeper.run())
    async with asyncio.timeout(5):
        await moetet.cards.arrived.get()
        moetet.clock.at += timedelta(seconds=2)
        await moetet.punkt("Tolk trengs.")
        moetet.keeper.wake()
        assert "Tolk trengs." in (await moetet.cards.arrived.get()).text
        moetet.keeper.stop()
        await running
    assert moetet.kall == ["put_up", "change"]
