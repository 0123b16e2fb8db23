"""The outbox: order whatever fails, doubt, changes in place, and channels that take nothing."""

import asyncio
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.conversation import Conversation, ConversationKind
from bot.domain.maalform import Maalform
from bot.domain.utboks import Operasjon, Utpost, Utposttilstand, Varselslag
from bot.jobs.outbox import Outbox
from bot.turn import Message
from bot.varsling.brev import legg_i
from bot.varsling.poster import Gone, NotAccepted, TryLater, Unreachable
from tests.dialogs.chat import kl
from tests.jobs.test_outbox import FORMIDDAG, Hus

KANAL = Conversation("19:fag", ConversationKind.CHANNEL, "https://smba.example/", name="Fagråd 1")
TVIL = TryLater("timeout", tvil=True)
HALVTIME = timedelta(minutes=30)


class Kanalhus(Hus):
    async def bygg(self):
        async with self.store.turn() as uow:
            await uow.begin_turn(KANAL.id, "29:kari", [])
            await uow.note_turn(KANAL, ["hei"], None)
            await uow.commit()
        return self

    async def poster_i(self, *tekster, at=FORMIDDAG, **felt):
        async with self.store.turn() as uow:
            for tekst in tekster:
                melding = legg_i(Message(tekst), Maalform.NB)
                await uow.utboks.legg(Utpost(tekst, KANAL.id, melding, Varselslag.SAK, at, **felt))
            await uow.commit()

    async def tilstand(self, noekkel):
        async with self.store.turn() as uow:
            return next(p for p in await uow.utboks.under("") if p.noekkel == noekkel)

    def faar(self, *hvorfor):
        self.poster.trouble[KANAL.id] = list(hvorfor)

    async def drept_midt_i(self):
        """Somebody took what is due, and was killed."""
        async with self.store.turn() as uow:
            await uow.utboks.ta(self.clock.now(), timedelta(0), 9)
            await uow.commit()


@pytest.fixture
async def hus():
    return await Kanalhus().bygg()


async def test_one_that_fails_holds_back_those_behind_it(hus):
    hus.faar(TryLater("429", 60))
    await hus.poster_i("en", "to")
    await hus.outbox.empty()
    await hus.klokka(timedelta(seconds=59))
    assert hus.tekster == []
    await hus.klokka(timedelta(seconds=2))
    assert hus.tekster == ["en", "to"]


async def test_one_that_nobody_takes_does_not(hus):
    hus.faar(NotAccepted("400"))
    await hus.poster_i("en", "to")
    await hus.outbox.empty()
    assert hus.tekster == ["to"]


async def test_what_is_urgent_at_night_passes_what_was_put_off_to_the_morning(hus):
    await hus.poster_i("sen", at=kl("2024-05-08T19:59"))
    await hus.klokka("2024-05-08T20:01")
    await hus.poster_i("haster", at=kl("2024-05-08T22:00"))
    await hus.klokka("2024-05-08T22:00")
    assert hus.tekster == ["haster"]
    await hus.klokka("2024-05-09T07:00")
    assert hus.tekster == ["haster", "sen"]


async def test_put_off_night_after_night_it_is_given_up_after_a_day_all_the_same(hus):
    hus.faar(*[TryLater("429", 3600)] * 100)
    await hus.poster_i("en")
    for _ in range(90):
        await hus.klokka(HALVTIME)
    post = await hus.tilstand("en")
    assert (post.tilstand, post.grunn) == (Utposttilstand.DOED, "gave_up:429")


@pytest.mark.parametrize("first", [TVIL, TryLater("502", tvil=True), KeyError("x")])
async def test_what_may_have_arrived_is_sent_once_more_and_no_more(hus, first):
    hus.faar(first, TryLater("503", 5, tvil=True))
    await hus.poster_i("en", "to")
    for _ in range(10):
        await hus.klokka(HALVTIME)
    post = await hus.tilstand("en")
    assert (post.tilstand, post.i_tvil, post.grunn) == (Utposttilstand.UVISS, 2, "503")
    assert hus.tekster == ["to"]


async def test_so_it_is_with_one_whose_process_was_killed_twice(hus):
    await hus.poster_i("en", "to")
    await hus.drept_midt_i()
    await hus.drept_midt_i()
    await hus.outbox.empty()
    post = await hus.tilstand("en")
    assert (post.tilstand, post.i_tvil) == (Utposttilstand.UVISS, 2)
    assert hus.tekster == ["to"]


async def test_what_certainly_did_not_arrive_is_tried_as_often_as_it_takes(hus):
    hus.faar(*[TryLater("429", 60), TryLater("ClientConnectorError")] * 5, TVIL, TryLater("412"))
    await hus.poster_i("en")
    for _ in range(14):
        await hus.klokka(HALVTIME)
    assert hus.tekster == ["en"]
    assert (await hus.tilstand("en")).i_tvil == 1


class Leser:
    """Looks for a message among those it is given."""

    def __init__(self, *ligger, feil=()):
        self.ligger, self.feil, self.spurt = ligger, list(feil), 0

    async def ligger_der(self, conversation, post):
        await asyncio.sleep(0)
        self.spurt += 1
        if self.feil:
            raise self.feil.pop()
        return f"id-{post.noekkel}" if post.noekkel in self.ligger else None


async def test_one_that_can_look_finds_it_and_sends_nothing(hus):
    hus.outbox = Outbox(hus.store, hus.poster, hus.clock, oppslag=Leser("en"))
    await hus.poster_i("en", "to")
    await hus.drept_midt_i()
    await hus.outbox.empty()
    assert hus.tekster == ["to"]
    assert (await hus.tilstand("en")).aktivitet == "id-en"


async def test_or_does_not_and_then_it_may_be_sent_as_often_as_it_takes(hus):
    leser = Leser(feil=[TryLater("429", 1)])
    hus.outbox = Outbox(hus.store, hus.poster, hus.clock, oppslag=leser)
    hus.faar(TVIL, TVIL, TVIL)
    await hus.poster_i("en")
    for _ in range(6):
        await hus.klokka(HALVTIME)
    assert (hus.tekster, leser.spurt) == (["en"], 4)


async def endring(hus, noekkel, operasjon=Operasjon.ENDRE, gjelder="en"):
    await hus.poster_i(noekkel, at=hus.clock.now(), operasjon=operasjon, gjelder=gjelder)


async def test_a_message_is_changed_and_removed_in_its_place(hus):
    await hus.poster_i("en")
    await hus.outbox.empty()
    await endring(hus, "rettet")
    await endring(hus, "bort", Operasjon.SLETT)
    await hus.outbox.empty()
    assert [(hvor, m.text) for _, hvor, m in hus.poster.endret] == [("p1", "rettet")]
    assert hus.poster.slettet == [(KANAL.id, "p1")]
    assert hus.tekster == ["en"]


@pytest.mark.parametrize("operasjon", [Operasjon.ENDRE, Operasjon.SLETT])
async def test_one_that_is_gone_is_done_and_the_channel_is_well(hus, operasjon):
    await hus.poster_i("en")
    await hus.outbox.empty()
    hus.faar(Gone("404"))
    await endring(hus, "rettet", operasjon)
    await hus.poster_i("to")
    await hus.outbox.empty()
    assert (await hus.tilstand("rettet")).tilstand is Utposttilstand.SENDT
    assert hus.tekster == ["en", "to"]


@pytest.mark.parametrize(
    ("operasjon", "blir"), [(Operasjon.ENDRE, Utposttilstand.DOED), (Operasjon.SLETT, Utposttilstand.SENDT)]
)
async def test_of_one_that_never_came_out_there_is_nothing_to_change(hus, operasjon, blir):
    hus.faar(NotAccepted("400"))
    await hus.poster_i("en")
    await hus.outbox.empty()
    await endring(hus, "rettet", operasjon)
    await endring(hus, "uten", operasjon, gjelder="finnes ikke")
    await hus.outbox.empty()
    assert [(await hus.tilstand(n)).tilstand for n in ("rettet", "uten")] == [blir, blir]
    assert (hus.poster.endret, hus.poster.slettet) == ([], [])


async def test_a_change_is_made_as_often_as_it_takes(hus):
    await hus.poster_i("en")
    await hus.outbox.empty()
    hus.faar(TVIL, TVIL, TVIL)
    await endring(hus, "rettet")
    for _ in range(5):
        await hus.klokka(HALVTIME)
    assert (await hus.tilstand("rettet")).tilstand is Utposttilstand.SENDT


async def test_a_closed_channel_is_left_alone_until_somebody_writes_there(hus):
    hus.faar(Unreachable("404"))
    await hus.poster_i("en", "to")
    for _ in range(4):
        await hus.klokka(timedelta(days=1))
    assert (hus.tekster, (await hus.tilstand("en")).forsoek) == ([], 1)
    async with hus.store.turn() as uow:
        traad = Conversation(f"{KANAL.id};messageid=3", KANAL.kind, KANAL.service_url)
        await uow.begin_turn(traad.id, "29:kari", [])
        await uow.note_turn(traad, ["er du der"], None)
        await uow.commit()
    await hus.outbox.empty()
    assert hus.tekster == ["en", "to"]


@pytest.mark.parametrize("hvorfor", [TryLater("429", 5), TVIL])
async def test_what_lay_in_a_closed_channel_for_days_is_not_given_up_at_the_first_refusal(hus, hvorfor):
    hus.faar(Unreachable("404"))
    await hus.poster_i("en")
    await hus.klokka(timedelta(days=2))
    async with hus.store.turn() as uow:
        await uow.kanaler.aapnet(KANAL.id)
        await uow.commit()
    hus.faar(hvorfor)
    await hus.outbox.empty()
    assert hus.tekster == []
    await hus.klokka(HALVTIME)
    assert hus.tekster == ["en"]


async def test_told_to_come_back_at_once_it_waits_all_the_same(hus):
    hus.faar(*[TryLater("429", 0)] * 100)
    await hus.poster_i("en")
    await hus.outbox.empty()
    assert (await hus.tilstand("en")).forsoek == 1


async def uviss(hus, noekkel="en"):
    hus.faar(TVIL, TVIL)
    await hus.poster_i(noekkel)
    for _ in range(3):
        await hus.klokka(HALVTIME)
    post = await hus.tilstand(noekkel)
    assert post.tilstand is Utposttilstand.UVISS
    return post


async def proev_igjen(hus, post):
    async with hus.store.turn() as uow:
        svar = await uow.utboks.proev_igjen(post.id, hus.clock.now())
        await uow.commit()
    await hus.outbox.empty()
    return svar


async def test_what_was_withdrawn_is_not_tried_again(hus):
    post = await uviss(hus)
    await endring(hus, "bort", Operasjon.SLETT)
    await hus.outbox.empty()
    assert (await hus.tilstand("bort")).tilstand is Utposttilstand.DOED
    assert not await proev_igjen(hus, post)
    assert hus.tekster == []


async def test_what_was_corrected_says_that_when_it_is_tried_again(hus):
    post = await uviss(hus)
    await endring(hus, "rettet")
    await endring(hus, "rettet igjen")
    await hus.outbox.empty()
    assert await proev_igjen(hus, post)
    assert hus.tekster == ["rettet igjen"]


async def test_what_waits_keeps_its_place_when_somebody_wants_it_at_once(hus):
    hus.faar(TryLater("429", 600))
    await hus.poster_i("en", "to")
    await hus.outbox.empty()
    await endring(hus, "bort", Operasjon.SLETT)
    hus.clock.at += timedelta(minutes=1)
    post = await hus.tilstand("to")
    await proev_igjen(hus, post)
    assert hus.tekster == []
    hus.clock.at += timedelta(minutes=10)
    await hus.outbox.empty()
    assert hus.tekster == ["en", "to"]
    assert hus.poster.slettet == [(KANAL.id, "p1")]


async def test_what_tells_of_the_day_is_too_old_the_day_after(hus):
    hus.faar(Unreachable("404"))
    await hus.poster_i("en")
    async with hus.store.turn() as uow:
        melding = legg_i(Message("i dag"), Maalform.NB)
        await uow.utboks.legg(Utpost("i dag", KANAL.id, melding, Varselslag.DIGEST, FORMIDDAG))
        await uow.commit()
    await hus.outbox.empty()
    hus.clock.at += timedelta(days=1)
    async with hus.store.turn() as uow:
        await uow.kanaler.aapnet(KANAL.id)
        await uow.commit()
    await hus.outbox.empty()
    assert hus.tekster == ["en"]
    assert (await hus.tilstand("i dag")).tilstand is Utposttilstand.DOED


FEIL = st.sampled_from(
    [None, None, TryLater("429", 2), TryLater("412"), TVIL, TryLater("502", tvil=True), "drept"]
)


@given(st.lists(FEIL, max_size=25), st.integers(2, 6))
@settings(max_examples=40, deadline=None)
def test_the_order_holds_whatever_fails_and_nothing_is_said_three_times(feil, antall):
    async def forloep():
        hus = await Kanalhus().bygg()
        await hus.poster_i(*(str(n) for n in range(antall)))
        for en in feil:
            if en == "drept":
                await hus.drept_midt_i()
                continue
            hus.poster.trouble[KANAL.id] = [en] if en else []
            await hus.klokka(timedelta(seconds=40))
        hus.poster.trouble.clear()
        for _ in range(12):
            await hus.klokka(timedelta(minutes=6))
        return hus, [await hus.tilstand(str(n)) for n in range(antall)]

    hus, poster = asyncio.run(forloep())
    assert hus.tekster == sorted(hus.tekster)
    sendt = {p.noekkel for p in poster if p.tilstand is Utposttilstand.SENDT}
    assert sendt == set(hus.tekster), "what is not UVISS has come out, once by this fake"
    assert {p.noekkel for p in poster if p.tilstand is Utposttilstand.UVISS} | sendt == {
        str(n) for n in range(antall)
    }
