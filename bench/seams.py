"""The same echo over our own Teams room: what the room costs, without a conversation behind it.

`python -m bench.seams PORT`.
"""

import asyncio
import logging
import sys

import structlog
from aiohttp import web

import bot.teams
from bench.processes import listen
from bot.clock import RunningClock
from bot.settings import Settings
from bot.turn import Incoming, Message, Outcome, Reply


class Echo:
    """A Listener."""

    async def handle(self, incoming: Incoming) -> Outcome:
        return Outcome((Reply(Message(f"Du skrev: {incoming.text}")),), incoming.conversation.id)

    async def sent(self, outcome: Outcome) -> None:
        """Nothing is stored."""


def application() -> web.Application:
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))
    room = bot.teams.build(Settings(app_id=""), RunningClock())
    app = web.Application()
    app.router.add_post("/api/messages", room.handler(Echo()))
    return app


if __name__ == "__main__":
    asyncio.run(listen(application(), int(sys.argv[1])))
