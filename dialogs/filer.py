"""Files of a message, fetched and read before any transaction begins: it takes seconds."""

from bot.documents.regneark import er_csv, er_regneark, les
from bot.documents.writer import Writer
from bot.domain.errors import Unreadable
from bot.domain.ports import Store
from bot.domain.rettigheter import IkkeLov, IkkePrivat, Rettigheter
from bot.edges import DocumentReader, DocumentWriter, FileFetcher
from bot.turn import Incoming, Kind, OfferedFile, ReadFile
from dialogs.begynn import begynn
from dialogs.organmal import malens_organ
from dialogs.rett import krev_import

WRITER = Writer()

MAKS = 5
"""Files of one message that are read; a person is told of the rest."""


class Filer:
    """Fetches nothing for who may not import, and nothing twice."""

    def __init__(
        self,
        store: Store,
        reader: DocumentReader,
        fetcher: FileFetcher,
        rettigheter: Rettigheter,
        writer: DocumentWriter = WRITER,
    ) -> None:
        self._store = store
        self._reader = reader
        self._fetcher = fetcher
        self._rettigheter = rettigheter
        self._writer = writer

    async def les(self, incoming: Incoming) -> tuple[ReadFile, ...]:
        """What was read; nothing where the dialog is going to refuse, or has answered already. Raises
        SlaaOpp.
        """
        if incoming.kind is not Kind.FILE or not await self._skal(incoming):
            return ()
        mal = malens_organ(incoming.text) is not None
        return tuple([await (self._mal(fil) if mal else self._en(fil)) for fil in incoming.files[:MAKS]])

    async def _skal(self, incoming: Incoming) -> bool:
        person = incoming.person
        async with self._store.turn() as uow:
            start = await uow.begin_turn(
                incoming.conversation.id, person.id, [incoming.activity_id], person.key
            )
            if start.handled is not None:
                return False
            turn = await begynn(uow, incoming, start, self._rettigheter)
        try:
            krev_import(turn)
        except (IkkeLov, IkkePrivat):
            return False
        return True

    async def _mal(self, fil: OfferedFile) -> ReadFile:
        """A template is tried once before it is kept."""
        try:
            data = await self._fetcher.fetch(fil)
        except Unreadable as feil:
            return ReadFile(fil.filename, trouble=feil.code, facts=feil.facts)
        try:
            await self._writer.try_template(data)
        except Unreadable:
            return ReadFile(fil.filename, trouble="mal_avvist")
        return ReadFile(fil.filename, mal=data)

    async def _en(self, fil: OfferedFile) -> ReadFile:
        try:
            if er_regneark(fil.filename):
                raise Unreadable("regneark")
            data = await self._fetcher.fetch(fil)
            if er_csv(fil.filename):
                return ReadFile(fil.filename, tabell=les(data))
            return ReadFile(fil.filename, await self._reader.read(data, fil.filename))
        except Unreadable as feil:
            return ReadFile(fil.filename, trouble=feil.code, facts=feil.facts)
