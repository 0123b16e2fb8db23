"""Wiring: the only file that imports every folder. `helsebot` is `app:main`.

Imports stand where they are used: `helsebot ask` shall not wait for Bot Framework.
"""

import asyncio
import contextlib
import re
import signal
import sys
import traceback
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from bot import cli, logs
from bot.cli.program import Stop, Upkeep
from bot.cli.terminal import NoFiles
from bot.clock import RunningClock
from bot.domain.ports import Clock, NotReady, Store
from bot.domain.rettigheter import Rettigheter
from bot.edges import DocumentReader, DocumentWriter, FileFetcher, Listener, Roster
from bot.settings import Settings
from dialogs import Samtale
from dialogs.oppslag import IngenRoster

if TYPE_CHECKING:
    from aiohttp import web

    from bot.jobs.outbox import Outbox
    from bot.jobs.running import Jobs
    from bot.varsling.poster import CardPoster, Poster


ADDRESS = re.compile(r"sqlite\+aiosqlite:///(?!:memory:)[^?]|postgresql\+asyncpg://")


class Helsebot:
    """Implements `bot.cli.program.Program`."""

    def __init__(self, settings: Settings) -> None:
        self.version = version("helsebot")
        self.settings = settings
        self.clock: Clock = RunningClock(settings.clock)

    @asynccontextmanager
    async def store(self) -> AsyncIterator[Store]:
        store = await self._open()
        try:
            yield store
        finally:
            await store.close()

    @asynccontextmanager
    async def listener(self) -> AsyncIterator[Listener]:
        async with self.store() as store:
            open_access = not self.settings.admin_ids
            yield self._samtale(store, NoFiles(), IngenRoster(), open_access=open_access)

    async def serve(self, port: int, *, demo: bool) -> None:
        import bot.teams
        from bot.jobs.metrics import Metrics
        from bot.jobs.running import Waking
        from bot.web import Metricspage, create_app

        if self.settings.app_id and self.settings.clock:
            raise Stop("HELSEBOT_CLOCK kan bare brukes uten HELSEBOT_APP_ID.")
        try:
            room = bot.teams.build(self.settings, self.clock, writer=self.writer())
        except bot.teams.CannotStart as reason:
            raise Stop(str(reason)) from reason
        store = await self._open()
        if demo:
            await self._load_demo(store)
        open_access = self.settings.open_access
        samtale = self._samtale(store, room.fetcher, room.roster, open_access=open_access)
        metrics = Metrics(store, self.clock)
        jobs, wakes = self._jobs(store, metrics.poster(room.poster), room.cards)
        app = create_app(
            messages=room.handler(metrics.listener(Waking(samtale, *wakes))),
            store=store,
            files=room.file_handler(samtale),
            metrics=Metricspage(metrics.page, self.settings.metrics_token.get_secret_value()),
            closing=[jobs.end, room.close, store.close],
        )
        jobs.begin()
        await _run(app, self.settings.host, port, local=not self.settings.app_id)

    def reader(self) -> DocumentReader:
        from bot.documents.reader import Reader

        return Reader()

    def writer(self) -> DocumentWriter:
        from bot.documents.writer import Writer

        return Writer()

    def upgrade(self) -> None:
        asyncio.run(self._upgrade())

    def upkeep(self) -> Upkeep:
        from storage.upkeep import DatabaseUpkeep

        return DatabaseUpkeep(self._database_url(), _checked)

    def package(self, app_id: str, host: str) -> bytes:
        import manifest

        return manifest.package(app_id, host, self.version)

    async def _open(self) -> Store:
        """On SQLite every command brings the schema up by itself. Raises NotReady, or Stop."""
        # In a thread: the child process that reads a paper starts meanwhile.
        await asyncio.to_thread(import_module, "storage.store")
        from storage.store import open_store

        url = self._database_url()
        if url.startswith("sqlite"):
            await self._upgrade()
        store = open_store(url)
        try:
            await store.ready()
        except NotReady:
            await store.close()
            raise
        return store

    async def _upgrade(self) -> None:
        """What was stored before there was search is made searchable."""
        from storage.migrate import upgrade
        from storage.store import open_store

        if not await upgrade(self._database_url()):
            return
        from bot.domain.soekbygging import bygg_soek

        store = open_store(self._database_url())
        async with store.turn() as uow:
            await bygg_soek(uow)
            await uow.commit()
        await store.close()

    def _database_url(self) -> str:
        return _checked(self.settings.database_url, "HELSEBOT_DATABASE_URL")

    async def _load_demo(self, store: Store) -> None:
        from bot.cli import demo

        if await demo.is_empty(store):
            await demo.load(store, self.reader(), self.clock.now().date())

    def _jobs(
        self, store: Store, poster: "Poster", cards: "CardPoster"
    ) -> "tuple[Jobs, list[Callable[[], None]]]":
        """And what is to be called after a turn that stored something."""
        from bot.jobs.moetekort import CardKeeper
        from bot.jobs.plan import Plan
        from bot.jobs.running import Jobs

        rettigheter = Rettigheter(self.settings.admin_ids, self.settings.open_access)
        outbox = self._outbox(store, poster, rettigheter)
        public_url = self.settings.public_url.rstrip("/")
        seint = timedelta(hours=self.settings.late_hours)
        plan = Plan(store, self.clock, rettigheter, public_url, queued=outbox.wake, seint=seint)
        keeper = CardKeeper(store, cards, self.clock, rettigheter, queued=outbox.wake)
        return Jobs(outbox, plan, store, keeper), [outbox.wake, keeper.wake]

    def _outbox(self, store: Store, poster: "Poster", rettigheter: Rettigheter, **waits: Any) -> "Outbox":
        """`waits`: its times, where they are not the usual ones (`make torture`)."""
        from bot.domain.budsjett import Grenser
        from bot.jobs.outbox import Outbox

        grenser = Grenser(i_alt=self.settings.posts_per_second)
        return Outbox(store, poster, self.clock, grenser=grenser, rettigheter=rettigheter, **waits)

    def _samtale(self, store: Store, fetcher: FileFetcher, roster: Roster, *, open_access: bool) -> Samtale:
        from bot.language.tolk import Tolk

        return Samtale(
            store,
            Tolk(),
            self.reader(),
            fetcher,
            clock=self.clock,
            roster=roster,
            admin_ids=self.settings.admin_ids,
            open_access=open_access,
            public_url=self.settings.public_url.rstrip("/"),
            helsefellesskap=self.settings.helsefellesskap,
            keep_phrases=self.settings.keep_phrases,
        )


def _checked(url: str, named: str = "Adressen til en database") -> str:
    if not ADDRESS.match(url):
        raise Stop(f"{named} må være sqlite+aiosqlite:///fil eller postgresql+asyncpg://…")
    return url


def main() -> None:
    logs.configure()
    try:
        cli.build(Helsebot(_settings()))()
    except (Stop, NotReady) as reason:
        _say_and_end(str(reason))
    except Exception as fault:
        _say_and_end(f"Noe gikk galt i Helsebot ({_place(fault)}). Meld fra til den som drifter den.")


def _say_and_end(reason: str) -> None:
    print(reason, file=sys.stderr)  # noqa: T201
    raise SystemExit(1) from None


def _place(fault: Exception) -> str:
    """What kind of fault and where; never its text, which may quote a paper."""
    last = traceback.extract_tb(fault.__traceback__)[-1]
    return f"{type(fault).__name__}, {Path(last.filename).name}:{last.lineno}"


def _settings() -> Settings:
    try:
        return Settings()
    except ValidationError as trouble:
        names = ", ".join(f"HELSEBOT_{str(e['loc'][0]).upper()}" for e in trouble.errors())
        raise Stop(f"Innstillingen {names} har en ugyldig verdi.") from trouble


async def _run(app: "web.Application", host: str, port: int, *, local: bool) -> None:
    """Serves until SIGINT or SIGTERM. Raises Stop where the port is taken."""
    from aiohttp import web

    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    try:
        site = web.TCPSite(runner, host, port)
        await site.start()
    except OSError as trouble:
        await runner.cleanup()
        raise Stop(f"Porten {port} på {host} kan ikke brukes: {trouble.strerror}.") from trouble
    who = "bare lokale klienter (HELSEBOT_APP_ID er ikke satt)" if local else "Teams"
    print(f"Helsebot lytter på http://{host}:{port} for {who}.", flush=True)  # noqa: T201
    stopped = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError):
            asyncio.get_running_loop().add_signal_handler(name, stopped.set)
    await stopped.wait()
    await runner.cleanup()


if __name__ == "__main__":
    main()
