"""The plan: each step by itself, whatever becomes of the others."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
from structlog.testing import capture_logs

from bot.domain.errors import Conflict
from bot.domain.organ import Helsefellesskap
from bot.domain.rettigheter import Rettigheter
from bot.jobs.plan import STEPS, Plan
from bot.varsling.runde import Hver
from tests.dialogs.chat import kl
from tests.fakes import FakeClock, FakeStore


@pytest.fixture
def plan():
    return Plan(FakeStore(), FakeClock(kl("2024-05-08T09:00")), Rettigheter(), steps={})


def legger(navn):
    async def step(runde):
        await runde.uow.add_helsefellesskap(Helsefellesskap(navn))

    return step


async def navnene(plan):
    async with plan.store.read() as uow:
        return [h.navn for h in (await uow.register()).helsefellesskap]


async def test_a_step_that_fails_is_undone_and_stops_no_other(plan):
    async def feiler(runde):
        await legger("Feil")(runde)
        raise ValueError("Kari Nes er syk")

    with capture_logs() as lines:
        await replace(plan, steps={"a": legger("A"), "feiler": feiler, "b": legger("B")}).once()
    assert await navnene(plan) == ["A", "B"]
    assert [(line["event"], line["step"], line["error"]) for line in lines] == [
        ("plan.failed", "feiler", "ValueError")
    ]


async def test_of_a_step_about_several_one_that_fails_stops_no_other(plan):
    """It is logged by its id, and never by what stood in it."""

    async def finn(runde):
        return [1, 2, 3]

    async def gjoer(runde, id_):
        await legger(f"Nummer {id_}")(runde)
        if id_ == 2:
            raise ValueError("Kari Nes er syk")

    with capture_logs() as lines:
        await replace(plan, steps={"hver": Hver(finn, gjoer), "b": legger("B")}).once()
    assert await navnene(plan) == ["Nummer 1", "Nummer 3", "B"]
    (linje,) = lines
    assert (linje["event"], linje["step"], linje["id"], linje["error"]) == (
        "plan.failed",
        "hver",
        2,
        "ValueError",
    )
    assert "Kari" not in str(lines)


async def test_who_came_second_tries_again_the_next_round(plan):
    tries = []

    async def step(runde):
        tries.append(runde.naa)
        await legger("A")(runde)
        if len(tries) == 1:
            raise Conflict

    twice = replace(plan, steps={"a": step})
    await twice.once()
    assert await navnene(plan) == []
    await twice.once()
    assert await navnene(plan) == ["A"]


async def test_it_is_run_again_and_again_until_it_is_told_to_stop(plan):
    rounds, stopped, woken = [], asyncio.Event(), []

    async def step(runde):
        rounds.append(runde.naa)
        if len(rounds) == 3:
            stopped.set()

    often = replace(plan, steps={"a": step}, queued=lambda: woken.append(1))
    await asyncio.wait_for(often.run(stopped, timedelta(milliseconds=1)), 5)
    assert (rounds, woken) == ([kl("2024-05-08T09:00")] * 3, [1, 1, 1])


async def test_stopping_does_not_wait_for_the_next_round(plan):
    stopped = asyncio.Event()
    running = asyncio.create_task(plan.run(stopped))
    await asyncio.sleep(0.01)
    stopped.set()
    await asyncio.wait_for(running, 1)


async def test_the_plan_itself_goes_through_on_an_empty_database(plan):
    with capture_logs() as lines:
        await replace(plan, steps=STEPS).once()
    assert lines == []
