"""What stands in channels is changed in its place, or taken down."""

from datetime import timedelta

import pytest

from bot.domain.conversation import Conversation, ConversationKind
from bot.domain.maalform import Maalform
from bot.domain.organ import Helsefellesskap, Navneslag, Organ, Organnavn
from bot.domain.rettigheter import Rettigheter
from bot.domain.utboks import Varselslag
from bot.jobs.outbox import Outbox
from bot.turn import Message
from bot.varsling import Varsel, Varsler, kanalposter
from bot.varsling.poster import NotAccepted
from tests.dialogs.chat import kl
from tests.dialogs.postkasse import FakePoster
from tests.fakes import FakeClock, FakeStore

NAA, KVELD = kl("2024-05-08T09:00"), kl("2024-05-08T21:00")
EN, TO = "19:en@thread.tacv2", "19:to@thread.tacv2"


def sier(tekst):
    return lambda norsk: Message(f"{tekst} på {norsk.maalform.value}")


class Hus:
    """A body with two channels, of which the second is in nynorsk."""

    def __init__(self):
        self.store, self.poster, self.clock = FakeStore(), FakePoster(), FakeClock(NAA)
        self.outbox = Outbox(self.store, self.poster, self.clock)

    async def bygges(self):
        async with self.store.turn() as uow:
            felles = await uow.add_helsefellesskap(Helsefellesskap("Nordre"))
            self.asu = (await uow.save_organ(Organ(felles.id, [Organnavn("ASU", Navneslag.KORT)]))).id
            await uow.commit()
        for kanal in (EN, TO):
            async with self.store.turn() as uow:
                await uow.begin_turn(kanal, "29:x", [])
                sted = Conversation(kanal, ConversationKind.CHANNEL, "https://smba.example/", name=kanal)
                await uow.note_turn(sted, [f"hei {kanal}"], None)
                await uow.kanaler.koble(kanal, self.asu)
                await uow.commit()
        async with self.store.turn() as uow:
            await uow.choose_channel_maalform(TO, Maalform.NN)
            await uow.commit()

    async def legg(self, noekkel="saken:1", tekst="hei", at=NAA):
        async with self.store.turn() as uow:
            varsler = Varsler(uow, await uow.register(), at, Rettigheter())
            lagt = await varsler.til_kanaler(
                [self.asu], Varsel(noekkel, Varselslag.SAMMENDRAG, sier(tekst))
            )
            await uow.commit()
        return lagt

    async def endre(self, utgave, tekst, noekkel="saken:1", at=NAA):
        async with self.store.turn() as uow:
            antall = await kanalposter.endre(uow, at, noekkel, utgave, sier(tekst))
            await uow.commit()
        return antall

    async def slett(self, noekkel="saken:1"):
        async with self.store.turn() as uow:
            antall = await kanalposter.slett(uow, NAA, noekkel)
            await uow.commit()
        return antall

    async def staar(self, noekkel="saken:1"):
        async with self.store.turn() as uow:
            return [p.conversation_id for p in await kanalposter.staar(uow, noekkel)]

    async def send(self, at=NAA):
        """New texts, changed ones by their channel, and the channels something was taken down in."""
        self.clock.at = max(self.clock.at, at) + timedelta(seconds=30)
        await self.outbox.empty()
        nye = [m.text for _, m in self.poster.ta()]
        endret, self.poster.endret = self.poster.endret, []
        slettet, self.poster.slettet = self.poster.slettet, []
        return nye, [(kanal, m.text) for kanal, _, m in endret], [kanal for kanal, _ in slettet]


@pytest.fixture
async def hus():
    hus = Hus()
    await hus.bygges()
    return hus


async def test_what_has_left_is_changed_in_its_place_in_the_channels_own_words(hus):
    await hus.legg()
    assert await hus.send() == (["hei på nb", "hei på nn"], [], [])
    assert await hus.endre("v2", "nytt") == 2
    assert await hus.send() == ([], [(EN, "nytt på nb"), (TO, "nytt på nn")], [])


async def test_what_waits_says_the_new_at_once(hus):
    await hus.legg(at=KVELD)
    assert await hus.endre("v2", "nytt", at=KVELD) == 2
    morgen = kl("2024-05-09T07:00")
    assert await hus.send(morgen) == (["nytt på nb", "nytt på nn"], [], [])


async def test_the_same_change_twice_is_one(hus):
    await hus.legg()
    await hus.send()
    assert [await hus.endre("v2", "nytt"), await hus.endre("v2", "nytt")] == [2, 0]
    assert len((await hus.send())[1]) == 2


async def test_a_change_to_the_same_words_is_none(hus):
    await hus.legg()
    await hus.send()
    assert await hus.endre("v2", "hei") == 0
    assert [await hus.endre("v3", "nytt"), await hus.endre("v4", "nytt"), await hus.endre("v5", "hei")] == [
        2,
        0,
        2,
    ]


async def test_of_several_changes_that_wait_only_the_last_is_sent(hus):
    await hus.legg()
    await hus.send()
    for utgave in ("v2", "v3", "v4"):
        await hus.endre(utgave, utgave)
    assert await hus.send() == ([], [(EN, "v4 på nb"), (TO, "v4 på nn")], [])


async def test_a_change_at_night_does_not_wait(hus):
    await hus.legg()
    await hus.send()
    await hus.endre("v2", "nytt", at=KVELD)
    assert len((await hus.send(KVELD))[1]) == 2


async def test_it_is_taken_down_once_and_not_changed_after(hus):
    await hus.legg()
    await hus.send()
    assert [await hus.slett(), await hus.slett(), await hus.endre("v2", "nytt")] == [2, 0, 0]
    assert await hus.staar() == []
    assert await hus.send() == ([], [], [EN, TO])


async def test_what_waits_is_taken_back_and_may_come_again(hus):
    await hus.legg(at=KVELD)
    assert await hus.slett() == 2
    assert await hus.staar() == []
    assert await hus.legg(at=KVELD) == 2


async def test_only_that_key_is_meant(hus):
    await hus.legg("saken:1", "en")
    await hus.legg("saken:12", "tolv")
    await hus.send()
    await hus.endre("v2", "nytt", "saken:1")
    assert {tekst for _, tekst in (await hus.send())[1]} == {"nytt på nb", "nytt på nn"}
    assert await hus.staar("saken:12") == [EN, TO]
    assert await hus.staar("saken") == []


async def test_what_could_not_be_sent_does_not_stand(hus):
    hus.poster.trouble[EN].append(NotAccepted("400"))
    await hus.legg()
    await hus.send()
    assert await hus.staar() == [TO]
    assert await hus.endre("v2", "nytt") == 1
