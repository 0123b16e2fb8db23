"""`helsebot outbox`: what is not delivered, to whom and why, and never what it says."""

import asyncio
import json
from datetime import UTC, datetime, timedelta

import pytest

from app import Helsebot
from bot.domain.conversation import Conversation, ConversationKind
from bot.domain.teamsbruker import Teamsbruker
from bot.domain.utboks import Utpost, Varselslag

NAA = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
KANAL = "19:fagraad@thread.tacv2"
HEMMELIG = "Ingen skal lese dette her"


def post(noekkel: str, til: str, **felt) -> Utpost:
    melding = {"text": HEMMELIG, "card": None}
    return Utpost(noekkel, til, melding, Varselslag.REFERAT, NAA, **felt)


async def fyll(program: Helsebot) -> dict[str, int]:
    """One post that waits, one that was given up, one that is uncertain; their numbers."""
    async with program.store() as store:
        async with store.turn() as uow:
            await uow.begin_turn(KANAL, "anne", ["a1"])
            kanal = Conversation(KANAL, ConversationKind.CHANNEL, "http://x", name="Fagråd 1 – rus")
            await uow.note_turn(kanal, ["a1"], None)
            await uow.brukere.lagre(Teamsbruker("kari", "29:k", "Kari Nes"))
            await uow.commit()
        async with store.turn() as uow:
            for ny in (
                post("doed", "a:1kari", person_key="kari"),
                post("uviss", "19:b"),
                post("venter", KANAL),
            ):
                assert await uow.utboks.legg(ny)
            await uow.commit()
        async with store.turn() as uow:
            tatt = {p.noekkel: p for p in await uow.utboks.ta(NAA, timedelta(seconds=30), 10)}
            await uow.utboks.doed(tatt["doed"].id, "413")
            await uow.utboks.uviss(tatt["uviss"].id, "timeout")
            await uow.utboks.igjen(tatt["venter"].id, NAA + timedelta(hours=1), grunn="429")
            await uow.commit()
    return {noekkel: p.id for noekkel, p in tatt.items()}


@pytest.fixture
def filled(terminal):
    return terminal, asyncio.run(fyll(Helsebot(terminal.settings)))


def test_with_nothing_there_it_says_so(terminal):
    assert terminal.ok("outbox") == "Alt er levert.\n"
    assert "Ingen meldinger" in terminal.ok("outbox", "retry", "--all-failed")


def test_each_is_listed_with_whom_it_is_for_and_the_last_error_and_not_its_text(filled):
    terminal, numbers = filled
    out = terminal.ok("outbox")
    lines = {line.split()[0]: " ".join(line.split()) for line in out.splitlines()}
    assert lines["nr"] == "nr tilstand slag til forsøk neste siste feil"
    assert lines[str(numbers["doed"])].endswith("gitt opp referat Kari Nes 1 – 413")
    assert lines[str(numbers["uviss"])].endswith("uviss referat 19:b 1 – timeout")
    assert lines[str(numbers["venter"])].endswith("venter referat Fagråd 1 – rus 1 02.03.2026 10:00 429")
    assert HEMMELIG not in out + terminal.ok("outbox", "--json")


def test_as_json(filled):
    terminal, numbers = filled
    rows = {row["nr"]: row for row in json.loads(terminal.ok("outbox", "--json"))}
    assert rows[numbers["venter"]]["neste"] == "2026-03-02T10:00:00+01:00"
    assert rows[numbers["doed"]] == {
        "nr": numbers["doed"],
        "tilstand": "gitt opp",
        "slag": "referat",
        "operasjon": "ny",
        "til": "Kari Nes",
        "forsoek": 1,
        "neste": None,
        "feil": "413",
    }


def test_one_is_tried_again_or_all_that_failed(filled):
    terminal, numbers = filled
    assert "Én melding sendes" in terminal.ok("outbox", "retry", str(numbers["doed"]))
    assert [state for _, state in tilstander(terminal)] == ["venter", "uviss", "venter"]
    assert "Én melding sendes" in terminal.ok("outbox", "retry", "--all-failed")
    assert {state for _, state in tilstander(terminal)} == {"venter"}


def tilstander(terminal) -> list[tuple[int, str]]:
    return sorted((row["nr"], row["tilstand"]) for row in json.loads(terminal.ok("outbox", "--json")))


def test_what_cannot_be_tried_is_said(filled):
    terminal, _ = filled
    assert "ingen melding 999" in terminal.run("outbox", "retry", "999").said
    for words in ((), ("1", "--all-failed")):
        assert "--all-failed" in terminal.run("outbox", "retry", *words).said
