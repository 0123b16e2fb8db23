"""Reading inside one transaction: from memory while the register's version has not moved."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from bot.domain.moete import Moete
from bot.domain.register import Register
from bot.domain.utboks import Utboksmaal
from storage import meetings, register, utboks_claim, utboks_tilsyn
from storage.cache import Cache
from storage.session import Session


class SqlArchive:
    """Implements `bot.domain.ports.Archive`.

    `seen` is the register's version as this transaction knows it: until it writes one itself, the
    register it was given stays the one it reads, wherever the cache has gone on to. After a write of
    its own (`changed`) it reads what it wrote, and keeps nothing of that before others can see it. `now`
    is the clock of leases where the database has none for all replicas.
    """

    def __init__(self, session: Session, cache: Cache, now: Callable[[], datetime]) -> None:
        self._session = session
        self._cache = cache
        self._now = now
        self.seen: int | None = None
        self.changed = False
        self._given: Register | None = None

    async def register(self) -> Register:
        if self.seen is None:
            self.seen = await self._session.run(register.version)
        if self._given is None or self._given.versjon != self.seen:
            self._given = self._cache.register(self.seen) or await self._load_register()
        return self._given

    async def _load_register(self) -> Register:
        found = await self._session.run(register.load)
        self.seen = found.versjon
        if not self.changed:
            self._cache.keep_register(found)
        return found

    async def moete(self, moete_id: int) -> Moete | None:
        if self.changed:
            return await self._session.run(partial(meetings.load, moete_id=moete_id))
        heads = (await self.register()).moeter
        versjon = next((hode.versjon for hode in heads if hode.id == moete_id), None)
        if versjon is None:
            return None
        return self._cache.moete(moete_id, versjon) or await self._load_moete(moete_id)

    async def _load_moete(self, moete_id: int) -> Moete | None:
        found = await self._session.run(partial(meetings.load, moete_id=moete_id))
        if found is not None:
            self._cache.keep_moete(found)
        return found

    async def moete_ved_ics(self, noekkel: str) -> Moete | None:
        moete_id = await self._session.run(partial(meetings.id_ved_ics, noekkel=noekkel))
        return await self.moete(moete_id) if moete_id is not None else None

    async def post_venter(self, naa: datetime) -> bool:
        return await self._session.run(lambda conn: utboks_claim.waits(conn, naa, self._now))

    async def utboksmaal(self, naa: datetime) -> Utboksmaal:
        return await self._session.run(lambda conn: utboks_tilsyn.measures(conn, naa))
