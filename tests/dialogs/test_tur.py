"""One turn: redelivered, pressed twice, run again, gone wrong; and being installed."""

import asyncio
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest
import structlog

from bot.domain.conversation import Button
from bot.domain.errors import Conflict
from bot.turn import SAY, Kind
from dialogs.laas import Laaser
from tests.dialogs.chat import Chat, Svar, kanal


class Clashing:
    """A store where somebody else always writes first, `times` times."""

    def __init__(self, store, times: int) -> None:
        self._store = store
        self.times = times
        self.turns = 0

    @asynccontextmanager
    async def turn(self):
        self.turns += 1
        if self.turns <= self.times:
            raise Conflict
        async with self._store.turn() as uow:
            yield uow


class Broken:
    """A store that is down. What it says must not end up in the log."""

    def __init__(self, store) -> None:
        self._store = store

    @asynccontextmanager
    async def turn(self):
        raise RuntimeError("anne spurte om neste ASU")
        yield


async def test_a_question_that_comes_twice_is_answered_once(chat):
    melding = chat.melding("anne", "neste ASU")
    assert (await chat.gi(melding)).foerst.startswith("Neste møte")
    assert (await chat.gi(melding)).outcome.replies == ()


async def test_a_reading_button_runs_again(chat):
    knapp = (await chat.si("anne", "neste ASU")).knapp("Saksliste")
    trykk = chat.melding("anne", "", kind=Kind.PRESS, button=knapp, wants_body=True)
    assert (await chat.gi(trykk)).text == (await chat.gi(trykk)).text


async def test_a_question_stores_its_turn_and_nothing_else(chat):
    foer = chat.store.data.versjon
    await chat.si("anne", "neste ASU")
    assert chat.store.data.versjon == foer
    assert chat.store.data.questions == {}
    assert len(chat.store.data.turns["a:anne"]) == 1


@pytest.mark.parametrize("times", [1, 5])
async def test_a_turn_is_run_again_when_somebody_else_wrote_first(chat, times):
    utsatt = Chat(store=chat.store, through=lambda store: Clashing(store, times))
    svar = Svar(await utsatt.samtale.handle(utsatt.melding("anne", "neste ASU")))
    assert svar.foerst.startswith("Neste møte")


async def test_after_five_times_it_asks_to_try_again(chat):
    store = Clashing(chat.store, 99)
    travel = Chat(store=chat.store, through=lambda _: store)
    svar = Svar(await travel.samtale.handle(travel.melding("anne", "neste ASU")))
    assert svar.text == "Jeg rakk ikke å svare. Prøv igjen."
    assert store.turns == 6


async def test_a_fault_is_said_in_one_neutral_sentence_and_logged_without_words(chat):
    syk = Chat(store=chat.store, through=Broken)
    with structlog.testing.capture_logs() as log:
        svar = Svar(await syk.samtale.handle(syk.melding("anne", "neste ASU")))
    assert svar.text == "Noe gikk galt hos meg. Prøv igjen om litt."
    assert log[0]["error"] == "RuntimeError"
    assert "ASU" not in str(log)


@pytest.mark.parametrize(
    "knapp",
    [
        Button("", "noe.ukjent", {}),
        Button("", "bot.installert", {}),
        Button("", "import.fil", {}),
        Button("", "import.lagre", {}),
        Button("", "moete.saksliste", {"moete": "én"}),
        Button("", "moete.neste", {"organ": [1]}),
        Button("", "sak.vis", {"moete": True}),
        Button("", "sak.vis", {"aspect": "farge"}),
        Button("", "moete.liste", {"fra_dag": "i går"}),
        Button("", SAY, {"tekst": 7}),
    ],
)
async def test_a_button_nobody_made_is_turned_down(chat, knapp):
    svar = await chat.trykk("anne", knapp)
    assert svar.text == "Den knappen kan jeg ikke bruke lenger. Skriv «hjelp», så ser du hva jeg kan."


async def test_a_meeting_that_is_not_there(chat):
    svar = await chat.trykk("anne", Button("", "moete.saksliste", {"moete": 999}))
    assert svar.text == "Det møtet finner jeg ikke lenger."


async def test_an_organ_that_is_not_there(chat):
    svar = await chat.trykk("anne", Button("", "moete.neste", {"organ": 999}))
    assert svar.text == "Den knappen kan jeg ikke bruke lenger. Skriv «hjelp», så ser du hva jeg kan."


async def test_twenty_at_once_in_one_conversation_are_all_answered(chat):
    rom = kanal("Samhandling")
    svar = await asyncio.gather(*(chat.si(f"person{n}", "neste ASU", i=rom) for n in range(20)))
    assert {s.foerst for s in svar} == {"Neste møte i ASU er onsdag 15. mai 2024 kl. 12.00–15.00."}


async def test_no_lock_is_kept_for_a_conversation_at_rest():
    laaser = Laaser()
    async with laaser.hold("a"):
        assert laaser.holdt == {"a"}
    assert laaser.holdt == set()


async def installer(chat: Chat, i, hvem: str = "anne", kind: Kind = Kind.INSTALLED) -> Svar:
    return await chat.gi(chat.melding(hvem, "", i=i, kind=kind))


async def test_the_bot_greets_once_and_stores_where_it_is(chat):
    rom = replace(kanal("ASU"), tenant_id="t", bot_id="28:bot", team_id="19:team")
    svar = await installer(chat, rom)
    assert svar.foerst.startswith("Hei, jeg er Helsebot")
    assert "nevne meg med @" in svar
    assert (await installer(chat, rom)).outcome.replies == ()
    stored = chat.store.data.conversations[rom.id]
    assert (stored.tenant_id, stored.team_id, stored.installed, stored.greeted) == (
        "t",
        "19:team",
        True,
        True,
    )


async def test_two_installations_at_once_greet_once(chat):
    svar = await asyncio.gather(installer(chat, kanal("ASU")), installer(chat, kanal("ASU")))
    assert sorted(len(s.outcome.replies) for s in svar) == [0, 1]


async def test_a_greeting_that_did_not_leave_is_sent_again(chat):
    melding = chat.melding("anne", "", i=kanal("ASU"), kind=Kind.INSTALLED)
    await chat.gi(melding, sent=False)
    startet_paa_nytt = Chat(store=chat.store)
    assert (await startet_paa_nytt.gi(melding)).foerst.startswith("Hei")
    assert (await startet_paa_nytt.gi(melding)).outcome.replies == ()


async def test_a_greeting_under_way_is_not_sent_twice(chat):
    melding = chat.melding("anne", "", i=kanal("ASU"), kind=Kind.INSTALLED)
    await chat.gi(melding, sent=False)
    assert (await chat.gi(melding)).outcome.replies == ()


async def test_taken_out_it_says_nothing_and_is_no_longer_installed(chat):
    rom = kanal("ASU")
    await installer(chat, rom)
    assert (await installer(chat, rom, kind=Kind.REMOVED)).outcome.replies == ()
    assert not chat.store.data.conversations[rom.id].installed


async def test_whoever_speaks_to_it_has_it_installed(chat):
    rom = kanal("ASU")
    await installer(chat, rom, kind=Kind.REMOVED)
    await chat.si("anne", "neste ASU", i=rom)
    assert chat.store.data.conversations[rom.id].installed


async def test_what_an_activity_leaves_out_is_remembered(chat):
    await installer(chat, replace(kanal("ASU"), tenant_id="t"))
    uten_navn = replace(kanal("ASU"), name=None, service_url="https://new.example/")
    await chat.si("anne", "neste møte", i=uten_navn)
    stored = chat.store.data.conversations["19:ASU"]
    assert (stored.name, stored.tenant_id, stored.service_url) == ("ASU", "t", "https://new.example/")


async def test_a_mark_that_cannot_be_made_is_no_fault_of_the_turn(chat):
    svar = await chat.gi(chat.melding("anne", "", i=kanal("ASU"), kind=Kind.INSTALLED), sent=False)
    syk = Chat(store=chat.store, through=Broken)
    with structlog.testing.capture_logs() as log:
        await syk.samtale.sent(svar.outcome)
    assert [entry["event"] for entry in log] == ["turn.not_marked"]
