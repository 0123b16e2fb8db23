"""A bot that knows the papers of eksempel.py, and one that knows nothing yet."""

import pytest

from bot.domain.reading import Reading
from tests.dialogs import eksempel
from tests.dialogs.chat import Chat


@pytest.fixture
async def chat() -> Chat:
    chat = Chat(public_url="https://bot.example")
    await chat.har(eksempel.lest_innkalling(), Reading(referat=eksempel.referat()))
    return chat


@pytest.fixture
def tom() -> Chat:
    return Chat()
