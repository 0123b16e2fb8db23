"""A document as one HTML page: nothing is fetched from anywhere, every text is escaped."""

from functools import cache
from pathlib import Path
from typing import Any

from bot.documents.blokker import Dokument, sammen

_MALER = Path(__file__).with_name("maler")


def skriv(dokument: Dokument) -> bytes:
    html: str = _mal().render(
        dokument=dokument,
        blokker=[(_slag(blokk), blokk) for blokk in sammen(dokument.blokker)],
    )
    return html.encode()


@cache
def _mal() -> Any:
    # Imported late: few commands write HTML.
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(_MALER), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    return environment.get_template("dokument.html.j2")


def _slag(blokk: object) -> str:
    return "Liste" if isinstance(blokk, list) else type(blokk).__name__
