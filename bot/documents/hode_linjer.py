"""What the titles and sentences of a heading say, where no label does: when, where, and which body."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.documents import klokke
from bot.documents.hode_organ import body_of_line, is_unnamed
from bot.documents.ordforraad import Ordforraad
from bot.documents.referat_avsnitt import join
from bot.documents.rows import Row, RowKind
from bot.domain import datoer, setninger
from bot.domain.datoer import Datofunn

_HOLDES = re.compile(
    r"\b(?:møtet?\s+(?:(?:vert|blir|skal|er|finner|finn)\s+)?"
    r"(?:holdes|holdt|haldast|halde|halden|avholdes|avhalde|avholdt|lagt til|sted|stad|går|går føre seg"
    r"|foregår|føregår|avvikles|er)"
    r"|vi\s+(?:møtes|møtest))\s+"
    r"(?:\d[^A-ZÆØÅ]{0,40}?)?(?:på|i|ved|hos)\s+(?P<sted>[A-ZÆØÅa-zæøå].*)",
    re.IGNORECASE,
)
_MOETEORD = re.compile(r"\b\w*(?:møte|møtet|innkall\w*|kalla? inn|kalles inn|samling\w*)\b", re.IGNORECASE)
_FRIST = re.compile(
    r"\b(?:\w*frist\w*|senest|seinast|innan|innen|sendt|forfall|sist|forrige|førre)\b", re.IGNORECASE
)
_BREVDATO = re.compile(r"^[A-ZÆØÅ]?[\w .-]{0,25},?\s*(?:den\s+)?$")
_OM_MOETET = 3
_KORT = 60


@dataclass(frozen=True)
class Linje:
    """A whole line or paragraph, and the indices of the rows it was printed on."""

    rader: tuple[int, ...]
    row: Row


@dataclass(frozen=True)
class Tidfesting:
    """A sentence with the møte's date; `om_moetet`: it speaks of the møte and is no letter's date."""

    setning: str
    funn: Datofunn
    rader: tuple[int, ...]
    om_moetet: bool


def whole_lines(rows: Sequence[Row], labelled: set[int]) -> list[Linje]:
    """The text rows without labels; a wrapped line is joined to the one above."""
    lines: list[Linje] = []
    width = max((len(row.text) for row in rows), default=0)
    for index, row in enumerate(rows):
        if index in labelled or row.kind is not RowKind.TEXT or not row.text:
            continue
        above = lines[-1] if lines else None
        if above and above.rader[-1] == index - 1 and _goes_on(above.row, rows[index - 1], row, width):
            joined = replace(above.row, cells=(join(above.row.text, row.text),))
            lines[-1] = Linje((*above.rader, index), joined)
        else:
            lines.append(Linje((index,), row))
    return lines


def find_body(lines: Sequence[Linje], words: Ordforraad) -> tuple[str, tuple[int, ...]] | None:
    """The body named first, and where; one that is only spoken of («fagrådet») where none is named."""
    found = [(body, line.rader) for line in lines if (body := body_of_line(line.row, words))]
    return next((one for one in found if not is_unnamed(one[0])), found[0] if found else None)


def find_date(lines: Sequence[Linje], aar: int | None) -> Tidfesting | None:
    """The sentence that dates the møte: best one that speaks of it, with weekday or clock; a letter's
    own date («Vik, 2. mars 2024») only where there is no other.
    """
    best: tuple[int, Tidfesting] | None = None
    for line in lines:
        for sentence in setninger.split(line.row.text):
            funn = next((one for one in datoer.find(sentence, aar) if one.finnes), None)
            if funn is None or _FRIST.search(sentence):
                continue
            score = _score(sentence, funn)
            if best is None or score > best[0]:
                best = (score, Tidfesting(sentence, funn, line.rader, score >= _OM_MOETET))
    return best[1] if best else None


def find_clock(lines: Sequence[Linje]) -> tuple[klokke.Tidsrom, tuple[int, ...]] | None:
    for line in lines:
        tid = next(iter(klokke.find(line.row.text)), None)
        if tid and not _FRIST.search(line.row.text):
            return tid, line.rader
    return None


def find_place(lines: Sequence[Linje], words: Ordforraad) -> tuple[str, tuple[int, ...]] | None:
    """«Møtet holdes på …», «Vi møtes i …», or a short line that is called as places are called."""
    for line in lines:
        if match := _HOLDES.search(line.row.text):
            return place(match["sted"]), line.rader
    for line in lines:
        text = line.row.text
        short = len(text) < _KORT and not text.endswith((".", ":")) and not datoer.find(text)
        if short and words.contains("sted", "ord", text) and not body_of_line(line.row, words):
            return text, line.rader
    return None


def place(text: str) -> str:
    """The place of a sentence: up to its full stop."""
    return setninger.split(text)[0].strip(" ,;.") if text.strip() else ""


def _goes_on(paragraph: Row, above: Row, row: Row, width: int) -> bool:
    if row.marker or row.heading != above.heading:
        return False
    unfinished = (
        paragraph.text[-1:] not in ".:;?!" and len(above.text) > 0.75 * width and len(above.text) > 50
    )
    return row.continues or (unfinished and not row.blank_before)


def _score(sentence: str, funn: Datofunn) -> int:
    about = 3 if _MOETEORD.search(sentence) else 0
    exact = (funn.ukedag is not None) + bool(klokke.find(sentence[funn.til :]))
    letter = _BREVDATO.match(sentence[: funn.fra]) and not sentence[funn.til :].strip(" .") and not exact
    return about + exact - (4 if letter else 0)
