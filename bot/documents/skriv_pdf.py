"""A document as tagged PDF (PDF/UA-1), by typst: data as JSON into a fixed template."""

import json
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bot.documents.blokker import Dokument, sammen

_MAL = Path(__file__).with_name("maler") / "dokument.typ"
_UA = "ua-1"


def skriv(dokument: Dokument) -> bytes:
    """Where a sign has no glyph in the fonts at hand PDF/UA cannot be promised: then a tagged PDF
    without that promise is written, with the sign's place empty.
    """
    # Imported late: it is 40 MB of code.
    import typst

    with TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "dokument.typ").write_bytes(_MAL.read_bytes())
        (root / "dokument.json").write_text(json.dumps(_data(dokument), ensure_ascii=False), "utf-8")
        try:
            return _compiled(typst, root, [_UA])
        except typst.TypstError:
            return _compiled(typst, root, [])


def _compiled(typst: Any, root: Path, standards: list[str]) -> bytes:
    made: bytes = typst.compile(
        root / "dokument.typ", root=root, format="pdf", pdf_standards=standards, font_paths=[]
    )
    return made


def _data(dokument: Dokument) -> dict[str, Any]:
    blokker = [_blokk(blokk) for blokk in sammen(dokument.blokker)]
    return {**asdict(dokument), "blokker": blokker}


def _blokk(blokk: Any) -> dict[str, Any]:
    if isinstance(blokk, list):
        return {"slag": "Liste", "punkter": [punkt.tekst for punkt in blokk]}
    return {"slag": type(blokk).__name__, **asdict(blokk)}
