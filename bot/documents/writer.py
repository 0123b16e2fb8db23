"""Writes a referat, or any document of blocks, in a format that is asked for. Implements
`bot.edges.DocumentWriter`.
"""

import asyncio
from collections.abc import Callable

from bot.documents import innkalling_dokument
from bot.documents.blokker import Avsnitt, Dokument, Felt, Merke, Overskrift, Punkt, Tabell, renset
from bot.documents.utgave_blokker import dokument
from bot.domain.innkallingsutgave import Innkallingsutgave
from bot.domain.utgave import Format, Utgave
from bot.turn import Fil, Norsk

TURNS = 2
"""Files written at a time; the rest wait."""
SAMPLE = Dokument(
    tittel="Referat",
    blokker=(
        *(Overskrift("Referat", level) for level in range(1, 5)),
        Merke("Utkast"),
        Felt("Utvalg", "ASU"),
        Avsnitt("Saken ble drøftet."),
        Punkt("Et innspill."),
        Tabell(("Oppgave", "Frist"), (("Avklares", "1. mars"),), (0.5, 0.5)),
    ),
    maalform="nb",
    forfatter="Helsebot",
    side="Side {nr} av {antall}",
)
"""A block of each kind: what a template is tried with."""


class Writer:
    """Never blocks the event loop."""

    def __init__(self, turns: int = TURNS) -> None:
        self._turns = asyncio.Semaphore(turns)

    async def write(self, utgave: Utgave, norsk: Norsk, format_: Format, mal: bytes | None = None) -> bytes:
        """`mal` is the body's own Word template, for DOCX. Raises Unreadable where that is refused."""
        async with self._turns:
            return await asyncio.to_thread(write_now, utgave, norsk, format_, mal)

    async def write_file(self, fil: Fil) -> bytes:
        """Of an innkalling no JSON is made (ValueError)."""
        match fil.innhold:
            case bytes():
                return fil.innhold
            case Innkallingsutgave(innkalling, organ):
                blocks = innkalling_dokument.dokument(innkalling, organ, fil.norsk)
                return await self.write_document(blocks, fil.format, fil.mal)
            case Utgave():
                return await self.write(fil.innhold, fil.norsk, fil.format, fil.mal)

    async def try_template(self, mal: bytes) -> None:
        await self.write_document(SAMPLE, Format.DOCX, mal)

    async def write_document(self, dokument: Dokument, format_: Format, mal: bytes | None = None) -> bytes:
        """The same of blocks; of these no JSON is made (ValueError)."""
        async with self._turns:
            return await asyncio.to_thread(document_now, dokument, format_, mal)


def write_now(utgave: Utgave, norsk: Norsk, format_: Format, mal: bytes | None = None) -> bytes:
    """In this thread. Raises Unreadable like `Writer.write`."""
    if format_ is Format.JSON:
        from bot.documents import skriv_json

        return skriv_json.skriv(utgave)
    return document_now(dokument(utgave, norsk), format_, mal)


def document_now(dokument: Dokument, format_: Format, mal: bytes | None = None) -> bytes:
    # The writers are imported late: each is heavy, and one file needs one of them.
    plain = renset(dokument)
    if format_ is Format.DOCX:
        from bot.documents import skriv_docx

        return skriv_docx.skriv(plain, mal)
    return _without_template(format_)(plain)


def _without_template(format_: Format) -> Callable[[Dokument], bytes]:
    if format_ is Format.PDF:
        from bot.documents import skriv_pdf

        return skriv_pdf.skriv
    if format_ is Format.HTML:
        from bot.documents import skriv_html

        return skriv_html.skriv
    if format_ is Format.TXT:
        from bot.documents import skriv_tekst

        return skriv_tekst.skriv
    raise ValueError(format_)
