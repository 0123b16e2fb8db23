"""The outbox: everything queued leaves, once, when it may; what cannot is tried again or given up."""

import asyncio
from contextlib import asynccontextmanager
from datetime import UTC, timedelta

import pytest
from structlog.testing import capture_logs

from bot.domain.conversation import Conversation, ConversationKind
from bot.domain.maalform import Maalform
from bot.domain.teamsbruker import Teamsbruker
from bot.domain.utboks import Utpost, Varselslag
from bot.jobs.outbox import Outbox, before_next_write
from bot.jobs.sending import pause
from bot.turn import Message
from bot.varsling.brev import legg_i
from bot.varsling.poster import NotAccepted, TryLater, Unreachable
from tests.dialogs.chat import kl
from tests.dialogs.postkasse import FakePoster
from tests.fakes import FakeClock, FakeStore

FORMIDDAG = kl("2024-05-08T09:00")


class Hus:
    """A store with people in it, an outbox over it, and what it sends."""

    def __init__(self):
        self.clock = FakeClock(FORMIDDAG)
        self.store = FakeStore(lambda: self.clock.now().astimezone(UTC))
        self.poster = FakePoster()
        self.outbox = self.en_til()

    def en_til(self, store=None):
        """Another process over the same database."""
        return Outbox(store or self.store, self.poster, self.clock)

    async def flytter_inn(self, *hvem):
        for navn in hvem:
            async with self.store.turn() as uow:
                samtale = Conversation(f"a:{navn}", ConversationKind.PERSONAL, "https://smba.example/")
                await uow.begin_turn(samtale.id, f"29:{navn}", [])
                bruker = Teamsbruker(f"aad-{navn}", f"29:{navn}", navn.title(), conversation_id=samtale.id)
                await uow.brukere.lagre(bruker)
                await uow.note_turn(samtale, [f"hei-{navn}"], None)
                await uow.commit()

    async def legger(self, *poster, at=FORMIDDAG):
        """Posts as («kari», «tekst»)."""
        async with self.store.turn() as uow:
            for hvem, tekst in poster:
                melding = legg_i(Message(tekst), Maalform.NN)
                post = Utpost(
                    f"{tekst}:{hvem}", f"a:{hvem}", melding, Varselslag.SAK, at, person_key=f"aad-{hvem}"
                )
                await uow.utboks.legg(post)
            await uow.commit()

    async def snakker(self, navn):
        """To the bot, in the 1:1 conversation."""
        there = Conversation(f"a:{navn}", ConversationKind.PERSONAL, "https://smba.example/")
        async with self.store.turn() as uow:
            await uow.begin_turn(there.id, f"29:{navn}", [])
            await uow.note_turn(there, [f"igjen-{navn}"], None)
            await uow.commit()

    async def klokka(self, tid):
        self.clock.at = kl(tid) if isinstance(tid, str) else self.clock.at + tid
        await self.outbox.empty()

    @property
    def tekster(self):
        return [melding.text for _, melding, _ in self.poster.got]

    async def bruker(self, navn):
        async with self.store.turn() as uow:
            return await uow.brukere.hent(f"aad-{navn}")


@pytest.fixture
async def hus():
    hus = Hus()
    await hus.flytter_inn("kari", "ola", "liv")
    return hus


async def test_each_gets_their_own_in_the_order_it_was_queued(hus):
    await hus.legger(("kari", "en"), ("ola", "en"), ("kari", "to"), ("kari", "tre"))
    assert await hus.outbox.empty() == 4
    kari = [melding.text for til, melding, _ in hus.poster.got if til == "a:kari"]
    assert (kari, len(hus.tekster)) == (["en", "to", "tre"], 4)
    assert hus.poster.got[0][2] is Maalform.NN
    assert await hus.outbox.empty() == 0


async def test_the_same_key_twice_is_sent_once(hus):
    await hus.legger(("kari", "en"))
    await hus.outbox.empty()
    await hus.legger(("kari", "en"))
    assert (await hus.outbox.empty(), hus.tekster) == (0, ["en"])


async def test_what_is_due_later_waits(hus):
    await hus.legger(("kari", "en"), at=kl("2024-05-08T12:00"))
    await hus.klokka("2024-05-08T11:59")
    assert hus.tekster == []
    await hus.klokka("2024-05-08T12:00")
    assert hus.tekster == ["en"]


async def test_two_processes_share_the_work(hus):
    await hus.legger(*((hvem, f"{n}") for n in range(20) for hvem in ("kari", "ola", "liv")))
    await asyncio.gather(hus.outbox.empty(), hus.en_til().empty(), hus.en_til().empty())
    await hus.outbox.empty()
    assert len(hus.tekster) == 60
    assert len({(til, melding.text) for til, melding, _ in hus.poster.got}) == 60


async def test_throttled_it_waits_as_long_as_it_was_told(hus):
    hus.poster.trouble["a:kari"] = [TryLater("429", 90)]
    await hus.legger(("kari", "en"), ("ola", "en"))
    await hus.klokka(timedelta(seconds=89))
    assert [til for til, _, _ in hus.poster.got] == ["a:ola"]
    await hus.klokka(timedelta(seconds=91))
    assert len(hus.tekster) == 2


async def test_the_pauses_grow_from_a_second_to_five_minutes():
    assert all(0.8 <= pause(1) <= 1.2 and 3.2 <= pause(3) <= 4.8 for _ in range(50))
    assert all(240 <= pause(n) <= 360 for n in (10, 20, 5000))


def test_the_database_may_be_away_for_days_between_two_writes():
    assert [before_next_write(tried) for tried in (1, 5, 2_000_000)] == [0.2, 1.0, 1.0]


async def test_after_a_day_of_trouble_it_is_given_up(hus):
    hus.poster.trouble["a:kari"] = [TryLater("503")] * 10_000
    await hus.legger(("kari", "en"))
    with capture_logs() as lines:
        for _ in range(24 * 6 + 2):
            await hus.klokka(timedelta(minutes=10))
    assert [line["reason"] for line in lines if line["event"] == "outbox.dropped"] == ["503"]
    hus.poster.trouble.clear()
    await hus.klokka(timedelta(days=1))
    assert hus.tekster == []


async def test_what_a_closed_conversation_did_not_take_waits_until_they_speak_again(hus):
    hus.poster.trouble["a:kari"] = [Unreachable("403")]
    await hus.legger(("kari", "en"), ("kari", "to"))
    await hus.outbox.empty()
    assert (await hus.bruker("kari")).conversation_id is None
    await hus.klokka(timedelta(days=1))
    assert hus.tekster == []
    await hus.snakker("kari")
    await hus.klokka(timedelta(days=1, minutes=1))
    assert hus.tekster == ["en", "to"]


async def test_a_closed_channel_is_known_to_be(hus):
    kanal = Conversation("19:asu", ConversationKind.CHANNEL, "https://smba.example/")
    async with hus.store.turn() as uow:
        await uow.begin_turn(kanal.id, "29:kari", [])
        await uow.note_turn(kanal, ["hei"], None)
        await uow.kanaler.koble(kanal.id, 1)
        await uow.utboks.legg(
            Utpost("en", kanal.id, legg_i(Message("en"), Maalform.NB), Varselslag.AVLYST, FORMIDDAG)
        )
        await uow.commit()
    hus.poster.trouble[kanal.id] = [Unreachable("403")]
    await hus.outbox.empty()
    async with hus.store.turn() as uow:
        assert await uow.kanaler.for_organ(1) == []


async def test_one_who_came_back_meanwhile_is_not_made_unreachable(hus):
    hus.poster.trouble["a:kari"] = [Unreachable("404")]
    await hus.legger(("kari", "en"))
    async with hus.store.turn() as uow:
        await uow.brukere.lagre(Teamsbruker("aad-kari", "29:kari", "Kari", conversation_id="a:ny"))
        await uow.commit()
    await hus.outbox.empty()
    assert (await hus.bruker("kari")).conversation_id == "a:ny"


async def test_a_message_nobody_takes_is_dead_but_the_conversation_is_not(hus):
    hus.poster.trouble["a:kari"] = [NotAccepted("400")]
    await hus.legger(("kari", "en"), ("kari", "to"))
    await hus.outbox.empty()
    assert hus.tekster == ["to"]


async def test_a_fault_of_ours_is_tried_again_and_what_it_said_is_not_logged(hus):
    hus.poster.trouble["a:kari"] = [KeyError("Kari Nes er syk")]
    await hus.legger(("kari", "en"))
    with capture_logs() as lines:
        await hus.klokka(timedelta(seconds=0))
        await hus.klokka(timedelta(seconds=80))
    assert hus.tekster == ["en"]
    assert not [line for line in lines if "Kari" in str(line)]


async def test_one_to_nowhere_is_dead(hus):
    await hus.legger(("per", "en"))
    assert (await hus.outbox.empty(), await hus.outbox.empty()) == (1, 0)


async def test_what_was_not_sent_by_eight_in_the_evening_waits_till_morning(hus):
    hus.poster.trouble["a:kari"] = [TryLater("503", 600)]
    await hus.legger(("kari", "en"), at=kl("2024-05-08T19:55"))
    for tid in ("2024-05-08T19:55", "2024-05-08T20:06", "2024-05-09T06:59"):
        await hus.klokka(tid)
    assert hus.tekster == []
    await hus.klokka("2024-05-09T07:00")
    assert hus.tekster == ["en"]


async def test_what_was_urgent_at_night_is_sent_at_night(hus):
    hus.poster.trouble["a:kari"] = [TryLater("503")]
    await hus.legger(("kari", "en"), at=kl("2024-05-08T22:00"))
    await hus.klokka("2024-05-08T22:00")
    await hus.klokka("2024-05-08T22:01")
    assert hus.tekster == ["en"]


async def test_a_post_whose_process_died_is_sent_when_its_lease_has_run_out(hus):
    await hus.legger(("kari", "en"), ("kari", "to"))
    async with hus.store.turn() as uow:
        naa = hus.clock.now()
        [tatt] = await uow.utboks.ta(naa, timedelta(seconds=30), 5)
        await uow.commit()
    assert tatt.noekkel == "en:kari"
    await hus.klokka(timedelta(seconds=29))
    assert hus.tekster == []
    await hus.klokka(timedelta(seconds=2))
    assert hus.tekster == ["en", "to"]


class Ustoe:
    """A store whose next so many turns fail, as a database that is away."""

    def __init__(self, store):
        self._store, self.borte = store, 0

    @asynccontextmanager
    async def turn(self):
        if self.borte:
            self.borte -= 1
            raise ConnectionError
        async with self._store.turn() as uow:
            yield uow

    @asynccontextmanager
    async def read(self):
        async with self._store.read() as archive:
            yield archive


class Kutter(FakePoster):
    """The database goes away while it sends."""

    def __init__(self, store):
        super().__init__()
        self._store = store

    async def post(self, conversation, message, maalform):
        told = await super().post(conversation, message, maalform)
        self._store.borte = 3
        return told


async def test_a_result_is_written_down_when_the_database_is_back(hus):
    ustoe = Ustoe(hus.store)
    poster = Kutter(ustoe)
    await hus.legger(("kari", "en"))
    await Outbox(ustoe, poster, hus.clock).empty()
    hus.clock.at += timedelta(hours=1)
    assert await hus.en_til().empty() == 0
    assert len(poster.got) == 1


class Treg(FakePoster):
    """Takes the time it is told to."""

    def __init__(self):
        super().__init__()
        self.begynt, self.slipp = asyncio.Event(), asyncio.Event()

    async def post(self, conversation, message, maalform):
        self.begynt.set()
        await self.slipp.wait()
        return await super().post(conversation, message, maalform)


async def test_running_it_sends_at_once_what_it_is_woken_for(hus):
    running = asyncio.create_task(hus.outbox.run())
    await asyncio.sleep(0.01)
    await hus.legger(("kari", "en"))
    hus.outbox.wake()
    await asyncio.sleep(0.05)
    assert hus.tekster == ["en"]
    hus.outbox.stop()
    await asyncio.wait_for(running, 1)


async def test_and_within_a_second_what_nobody_told_it_of(hus):
    running = asyncio.create_task(hus.outbox.run())
    await asyncio.sleep(0.01)
    await hus.legger(("kari", "en"))
    await asyncio.sleep(1.1)
    assert hus.tekster == ["en"]
    hus.outbox.stop()
    await asyncio.wait_for(running, 1)


async def test_stopping_finishes_what_is_being_sent_and_begins_nothing(hus):
    treg = Treg()
    outbox = Outbox(hus.store, treg, hus.clock)
    await hus.legger(("kari", "en"), ("kari", "to"))
    running = asyncio.create_task(outbox.run())
    await asyncio.wait_for(treg.begynt.wait(), 1)
    outbox.stop()
    await asyncio.sleep(0.01)
    assert not running.done()
    treg.slipp.set()
    await asyncio.wait_for(running, 1)
    assert [melding.text for _, melding, _ in treg.got] == ["en"]
    assert await hus.en_til().empty() == 1


async def test_a_lease_that_runs_out_while_it_is_sent_here_is_not_sent_twice_here(hus):
    treg = Treg()
    outbox = Outbox(hus.store, treg, hus.clock)
    await hus.legger(("kari", "en"))
    running = asyncio.create_task(outbox.run())
    await asyncio.wait_for(treg.begynt.wait(), 1)
    hus.clock.at += timedelta(minutes=5)
    outbox.wake()
    await asyncio.sleep(0.05)
    treg.slipp.set()
    await asyncio.sleep(0.05)
    outbox.stop()
    await asyncio.wait_for(running, 1)
    assert len(treg.got) == 1


async def test_a_database_that_is_away_does_not_end_it(hus):
    ustoe = Ustoe(hus.store)
    ustoe.borte = 1
    outbox = hus.en_til(ustoe)
    await hus.legger(("kari", "en"))
    running = asyncio.create_task(outbox.run())
    await asyncio.sleep(0.05)
    outbox.wake()
    await asyncio.sleep(0.05)
    outbox.stop()
    await asyncio.wait_for(running, 1)
    assert hus.tekster == ["en"]
