"""Files of a message, fetched and read before any transaction begins: it takes seconds."""

from bot.domain.errors import Refusal, Unreadable
from bot.domain.ports import Store
from bot.domain.rettigheter import Rettigheter
from bot.edges import DocumentReader, FileFetcher
from bot.turn import Incoming, Kind, OfferedFile, ReadFile

MAKS = 5
"""Files of one message that are read; a person is told of the rest."""


class Filer:
    """Fetches nothing for who may not import, and nothing twice."""

    def __init__(
        self, store: Store, reader: DocumentReader, fetcher: FileFetcher, rettigheter: Rettigheter
    ) -> None:
        self._store = store
        self._reader = reader
        self._fetcher = fetcher
        self._rettigheter = rettigheter

    async def les(self, incoming: Incoming) -> tuple[ReadFile, ...]:
        """What was read; nothing where the dialog is going to refuse, or has answered already."""
        if incoming.kind is not Kind.FILE or not self._faar(incoming) or await self._svart(incoming):
            return ()
        return tuple([await self._en(fil) for fil in incoming.files[:MAKS]])

    def _faar(self, incoming: Incoming) -> bool:
        try:
            self._rettigheter.krev_import(incoming.person.aad_id, incoming.conversation.kind)
        except Refusal:
            return False
        return True

    async def _svart(self, incoming: Incoming) -> bool:
        async with self._store.turn() as uow:
            start = await uow.begin_turn(
                incoming.conversation.id, incoming.person.id, [incoming.activity_id]
            )
        return start.handled is not None

    async def _en(self, fil: OfferedFile) -> ReadFile:
        try:
            data = await self._fetcher.fetch(fil)
            return ReadFile(fil.filename, await self._reader.read(data, fil.filename))
        except Unreadable as feil:
            return ReadFile(fil.filename, trouble=feil.code, facts=feil.facts)
