"""Is it an innkalling, a referat, or neither?"""

from collections.abc import Sequence
from typing import Literal

from bot.documents.ordforraad import Ordforraad, load, normalise
from bot.documents.rows import Row, RowKind

Doktype = Literal["innkalling", "referat"]
_TITTELRADER = 12
_TITTELLENGDE = 100


def classify(rows: Sequence[Row]) -> Doktype | None:
    """What the paper calls itself in its first lines; else by what it holds; None where neither."""
    words = load()
    return _by_title(rows, words) or _by_content(rows, words)


def _by_title(rows: Sequence[Row], words: Ordforraad) -> Doktype | None:
    lines = [line for row in rows if row.kind is not RowKind.PAGE_BREAK for line in _lines(row)]
    for line in lines[:_TITTELRADER]:
        if len(line) > _TITTELLENGDE:
            continue
        if words.starts_with("doktype", "referat", line) or _holds(line, words, "referat"):
            return "referat"
        if words.starts_with("doktype", "innkalling", line) or _holds(line, words, "innkalling"):
            return "innkalling"
    return None


def _by_content(rows: Sequence[Row], words: Ordforraad) -> Doktype | None:
    text = normalise(" ".join(row.text for row in rows))
    score = {kind: _count(text, words, f"{kind}sord") for kind in ("innkalling", "referat")}
    if not any(score.values()):
        return None
    return "referat" if score["referat"] > score["innkalling"] else "innkalling"


def _holds(line: str, words: Ordforraad, kind: str) -> bool:
    """A title with the body in front: «Fagråd 2 – referat 3. mai 2024», «ASU: innkalling»."""
    short = len(line) < 70 and ":" not in line[-1:]
    title = [word for word in words.words("doktype", kind) if len(word) > 6]
    return (
        short
        and any(f" {word}" in f" {normalise(line)}" for word in title)
        and "godkjenning" not in line.lower()
    )


def _count(text: str, words: Ordforraad, mening: str) -> int:
    return sum(f" {word} " in f" {text} " or f" {word}:" in text for word in words.words("doktype", mening))


def _lines(row: Row) -> list[str]:
    return [line for cell in row.cells for line in cell.splitlines() if line.strip()]
