"""A room without an app id, as on a developer's machine, with a connector to catch its replies."""

import pytest

import bot.teams
from bot.settings import Settings
from tests.connector import connector as run_connector
from tests.fakes import FakeClock
from tests.teams.chat import ONSDAG, chat_over


@pytest.fixture
async def connector():
    async with run_connector() as catcher:
        yield catcher


@pytest.fixture
async def chat(connector):
    room = bot.teams.build(Settings(app_id=""), FakeClock(ONSDAG), send_seconds=1.5)
    async with chat_over(room, connector) as running:
        yield running
