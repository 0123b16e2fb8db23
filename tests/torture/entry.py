"""`helsebot` as it is, but for how long it waits: `python -m tests.torture.entry LEASE SEND serve …`.

A lease of half a minute and answers that are waited for in ten seconds make a short test a long one.
"""

import sys
from dataclasses import replace
from datetime import timedelta

import app
from bot import cli, logs
from bot.domain.ports import Store
from bot.jobs.outbox import Outbox
from bot.settings import Settings
from bot.teams.poster import TeamsPoster


class Hasty(app.Helsebot):
    """`lease` and `send` are seconds."""

    def __init__(self, settings: Settings, lease: float, send: float) -> None:
        super().__init__(settings)
        self._lease = timedelta(seconds=lease)
        self._send = send

    def _outbox(self, store: Store, poster: TeamsPoster, **more: object) -> Outbox:
        hasty = replace(poster, seconds=self._send)
        return super()._outbox(store, hasty, lease=self._lease, in_doubt_waits=self._send)


def main() -> None:
    lease, send = float(sys.argv.pop(1)), float(sys.argv.pop(1))
    logs.configure()
    cli.build(Hasty(Settings(), lease, send))()


if __name__ == "__main__":
    main()
