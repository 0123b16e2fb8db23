"""One token, asked for by one at a time, renewed before it runs out."""

import asyncio
import threading
import time

import pytest

from bot.teams.tokens import Tokens, TokenUnavailable


class Login:
    """Answers as MSAL does; counts how often it is asked, and may be slow."""

    def __init__(self, lives=3600, seconds=0.0):
        self.lives = lives
        self.seconds = seconds
        self.asked = 0
        self.answer = None
        self.threads = set()

    def __call__(self):
        self.asked += 1
        self.threads.add(threading.current_thread())
        time.sleep(self.seconds)
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer or {"access_token": f"t{self.asked}", "expires_in": self.lives}


class Seconds:
    def __init__(self):
        self.now = 1000.0

    def __call__(self):
        return self.now


async def test_everybody_shares_one_token_asked_for_once():
    login = Login(seconds=0.05)
    tokens = Tokens(login)
    assert set(await asyncio.gather(*(tokens.get() for _ in range(20)))) == {"t1"}
    assert await tokens.get() == "t1"
    assert login.asked == 1


async def test_the_event_loop_is_free_while_microsoft_answers():
    login = Login(seconds=0.3)
    asking = asyncio.create_task(Tokens(login).get())
    began = time.monotonic()
    await asyncio.sleep(0.01)
    assert time.monotonic() - began < 0.2
    await asking
    assert threading.main_thread() not in login.threads


async def test_a_token_about_to_run_out_serves_while_the_next_is_fetched():
    login, now = Login(), Seconds()
    tokens = Tokens(login, now)
    assert await tokens.get() == "t1"
    now.now += 3600 - 100
    assert await tokens.get() == "t1"
    await asyncio.sleep(0.05)
    assert await tokens.get() == "t2"
    assert login.asked == 2


async def test_a_token_that_has_run_out_is_not_used():
    login, now = Login(), Seconds()
    tokens = Tokens(login, now)
    await tokens.get()
    now.now += 4000
    assert await tokens.get() == "t2"


async def test_a_failed_renewal_does_not_stop_a_token_that_holds():
    login, now = Login(), Seconds()
    tokens = Tokens(login, now)
    await tokens.get()
    now.now += 3600 - 100
    login.answer = {"error": "temporarily_unavailable"}
    assert await tokens.get() == "t1"
    await asyncio.sleep(0.05)
    assert await tokens.get() == "t1"


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        ({"error": "invalid_client", "error_description": "secret hemmelig is wrong"}, "invalid_client"),
        (ConnectionError("proxy hemmelig"), "ConnectionError"),
    ],
)
async def test_no_token_says_why_without_the_secret(answer, code):
    login = Login()
    login.answer = answer
    with pytest.raises(TokenUnavailable, match=f"^{code}$"):
        await Tokens(login).get()


async def test_one_who_stops_waiting_does_not_stop_the_others():
    tokens = Tokens(Login(seconds=0.1))
    first, second = asyncio.create_task(tokens.get()), asyncio.create_task(tokens.get())
    await asyncio.sleep(0.01)
    first.cancel()
    assert await second == "t1"
