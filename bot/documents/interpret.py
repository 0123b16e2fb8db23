"""Rows to a document: which kind it is, and the reader of that kind."""

from collections.abc import Sequence

from bot.documents import innkalling, referat
from bot.documents.doktype import classify
from bot.documents.rows import Row
from bot.domain.errors import Unreadable
from bot.domain.reading import Reading


def interpret(rows: Sequence[Row]) -> Reading:
    """What the paper says. Raises Unreadable where it is neither an innkalling nor a referat."""
    match classify(rows):
        case "innkalling":
            return innkalling.read(list(rows))
        case "referat":
            return referat.read(list(rows))
    raise Unreadable("ukjent_dokument")
