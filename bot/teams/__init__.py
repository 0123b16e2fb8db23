"""The only room that knows Bot Framework.

Wired by app.py:

    room = bot.teams.build(settings, clock)          # CannotStart: a sentence for the terminal
    samtale = Samtale(..., fetcher=room.fetcher)     # a FileFetcher
    app = bot.web.create_app(messages=room.handler(samtale), store=store, closing=[room.close])

`build` opens nothing: the HTTP session and the token come with the first use, and `close` ends
them. Without an app id the room serves local clients only, and says so in the log.
"""

from bot.teams.room import CannotStart, TeamsRoom, build

__all__ = ["CannotStart", "TeamsRoom", "build"]
