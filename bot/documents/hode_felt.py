"""The labels of a heading and their values, however they are laid out.

«Label: value», «Label :value», two labels on a line, table cells in pairs, a header row over a
value row, the label on a line of its own, and all labels first with all values after.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from bot.documents import klokke
from bot.documents.ordforraad import Ordforraad
from bot.documents.rows import Row, RowKind
from bot.domain import datoer

_KOLON = re.compile(r"\s*:\s*")
_FELTLENGDE = 45


@dataclass(frozen=True)
class Felt:
    """A label with what stands behind it. `merke` as written; `mening` is its key in the vocabulary;
    `rader` are the indices of the rows it was taken from. `verdi` is "" where nothing stands there.
    """

    mening: str
    merke: str
    verdi: str
    rader: tuple[int, ...]


def find_felt(rows: Sequence[Row], words: Ordforraad, gruppe: str = "felt") -> list[Felt]:
    """Every label of `rows` with its value, in the paper's order."""
    return _Reader(rows, words, gruppe).read()


def label_line(text: str, words: Ordforraad, gruppe: str = "felt") -> list[tuple[str, str, str]]:
    """(meaning, label, value) of a line such as «Møteleder: A Referent: B»; empty where it has no label."""
    cuts = list(_labels(text, words, gruppe))
    if not cuts or cuts[0][0] != 0:
        return []
    ends = [start for start, _, _, _ in cuts[1:]] + [len(text)]
    return [
        (mening, text[start:colon].strip(" :"), text[colon:end].strip(" :\t,;"))
        for (start, colon, mening, _), end in zip(cuts, ends, strict=True)
    ]


def _labels(text: str, words: Ordforraad, gruppe: str) -> Iterator[tuple[int, int, str, str]]:
    """(start, end of colon, meaning, label) of each known label in front of a colon."""
    at = 0
    for colon in _KOLON.finditer(text):
        found = _label_before(text, at, colon.start(), words, gruppe)
        if found and not _is_clock_colon(text, colon):
            start, mening = found
            yield start, colon.end(), mening, text[start : colon.start()]
            at = colon.end()


def _label_before(text: str, at: int, end: int, words: Ordforraad, gruppe: str) -> tuple[int, str] | None:
    """The longest known label that ends at `end`; inside a line it must begin with a capital."""
    before = text[at:end]
    for word in re.finditer(r"\S+", before):
        start = at + word.start()
        if end - start > _FELTLENGDE or (start > 0 and not text[start].isupper()):
            continue
        if mening := words.meaning(gruppe, text[start:end]):
            return start, mening
    return None


def _is_clock_colon(text: str, colon: re.Match[str]) -> bool:
    return text[: colon.start()][-1:].isdigit() and text[colon.end() :][:1].isdigit()


class _Reader:
    """Walks the rows once; what has been used as a value is not read as a label again."""

    def __init__(self, rows: Sequence[Row], words: Ordforraad, gruppe: str) -> None:
        self._rows, self._words, self._gruppe = rows, words, gruppe
        self._found: list[Felt] = []

    def read(self) -> list[Felt]:
        at = 0
        while at < len(self._rows):
            at = self._one(at)
        return self._found

    def _one(self, at: int) -> int:
        """Reads what begins at that row; where to go on."""
        row = self._rows[at]
        if row.kind is RowKind.TABLE:
            return self._table_row(at)
        labels = label_line(row.text, self._words, self._gruppe)
        if row.continues and not labels and self._found and self._found[-1].rader[-1] == at - 1:
            self._extend(row.text, at)
            return at + 1
        bare = self._bare_run(at)
        if len(bare) > 1:
            return self._labels_then_values(at, bare)
        if bare:
            return self._label_over_value(at, bare[0])
        self._found += [Felt(mening, merke, verdi, (at,)) for mening, merke, verdi in labels]
        return at + 1

    def _extend(self, text: str, at: int) -> None:
        """A value that goes on over the next printed line."""
        last = self._found[-1]
        self._found[-1] = replace(last, verdi=f"{last.verdi} {text}".strip(), rader=(*last.rader, at))

    def _table_row(self, at: int) -> int:
        cells = [cell.strip() for cell in self._rows[at].cells]
        if self._column_of_labels(at, cells):
            return at + 1
        meanings = [self._words.meaning(self._gruppe, cell) for cell in cells]
        filled = [index for index, cell in enumerate(cells) if cell]
        if len(filled) > 1 and all(meanings[index] for index in filled) and self._value_row_below(at):
            below = self._rows[at + 1].cells
            for index in filled:
                value = " ".join(below[index].split()) if index < len(below) else ""
                self._add(meanings[index], cells[index], value, (at, at + 1))
            return at + 2
        self._pairs(at, cells, meanings)
        return at + 1

    def _column_of_labels(self, at: int, cells: Sequence[str]) -> bool:
        """«Sted:\\nDato:» in one cell and their values in another."""
        filled = [cell.splitlines() for cell in cells if cell]
        if len(filled) != 2:
            return False
        run = [self._words.meaning(self._gruppe, line) for line in filled[0]]
        labels = [mening for mening in run if mening]
        if len(labels) < 2 or len(labels) != len(run):
            return False
        dealt = _deal(labels, filled[1], self._fits_value)
        for index, mening in enumerate(labels):
            self._add(mening, filled[0][index], filled[1][dealt[index]] if index in dealt else "", (at,))
        return True

    def _pairs(self, at: int, cells: Sequence[str], meanings: Sequence[str | None]) -> None:
        index = 0
        while index < len(cells):
            if meanings[index]:
                values = []
                label = index
                while self._is_value(cells, meanings, index + 1):
                    index += 1
                    values.append(cells[index])
                self._add(meanings[label], cells[label], " ".join(" ".join(values).split()), (at,))
            else:
                for line in cells[index].splitlines():
                    for mening, merke, verdi in label_line(line, self._words, self._gruppe):
                        self._add(mening, merke, verdi, (at,))
            index += 1

    def _is_value(self, cells: Sequence[str], meanings: Sequence[str | None], index: int) -> bool:
        if index >= len(cells) or meanings[index]:
            return False
        return not label_line(cells[index], self._words, self._gruppe)

    def _value_row_below(self, at: int) -> bool:
        below = self._rows[at + 1] if at + 1 < len(self._rows) else None
        if below is None or below.kind is not RowKind.TABLE or below.table != self._rows[at].table:
            return False
        return not any(self._words.meaning(self._gruppe, cell) for cell in below.cells)

    def _bare_run(self, at: int) -> list[str]:
        """The meanings of the labels that stand alone on their lines from here on."""
        run: list[str] = []
        for row in self._rows[at:]:
            mening = self._bare(row)
            if mening is None:
                break
            run.append(mening)
        return run

    def _bare(self, row: Row) -> str | None:
        if row.kind is not RowKind.TEXT or row.marker:
            return None
        return self._words.meaning(self._gruppe, row.text)

    def _label_over_value(self, at: int, mening: str) -> int:
        """A label alone: the line below is its value if it is of the right kind and no label itself."""
        text = self._rows[at].text
        below = self._rows[at + 1] if at + 1 < len(self._rows) else None
        takes = (
            below is not None
            and below.kind is RowKind.TEXT
            and not below.heading
            and not label_line(below.text, self._words, self._gruppe)
            and self._fits(mening, below.text, strict=text.rstrip().endswith(":") or self._alternates(at))
        )
        if takes and below is not None:
            self._add(mening, text, below.text, (at, at + 1))
            return at + 2
        if text.rstrip().endswith(":"):
            self._add(mening, text, "", (at,))
        return at + 1

    def _alternates(self, at: int) -> bool:
        """Whether labels and values take turns here: label, value, label …"""
        above_was_pair = bool(self._found) and self._found[-1].rader == (at - 2, at - 1)
        return above_was_pair or (at + 2 < len(self._rows) and self._bare(self._rows[at + 2]) is not None)

    def _labels_then_values(self, at: int, run: list[str]) -> int:
        """All labels first: values are dealt out in order, and a date or a clock only to its own label."""
        values = []
        for row in self._rows[at + len(run) : at + 2 * len(run)]:
            if (
                row.kind is not RowKind.TEXT
                or row.heading
                or label_line(row.text, self._words, self._gruppe)
            ):
                break
            values.append(row.text)
        dealt = _deal(run, values, self._fits_value)
        for offset, mening in enumerate(run):
            value = dealt.get(offset)
            text = values[value] if value is not None else ""
            used = (at + offset, *((at + len(run) + value,) if value is not None else ()))
            self._add(mening, self._rows[at + offset].text, text, used)
        last = max(dealt.values(), default=-1)
        return at + len(run) + last + 1

    def _fits_value(self, mening: str, text: str) -> bool:
        return self._fits(mening, text, strict=True)

    def _fits(self, mening: str, text: str, strict: bool) -> bool:
        """Whether the value may stand behind that label. Not strict: only what is surely of its kind."""
        dato, klokkeslett = bool(datoer.find(text)), klokke.read(text) is not None
        if mening == "dato":
            return dato
        if mening in ("tid", "slutt"):
            return dato or klokkeslett
        if mening == "arkivsak":
            return bool(re.fullmatch(r"[\w/ .:-]*\d[\w/ .:-]*", text)) and not dato
        return strict and not dato and not self._words.meaning("overskrift", text)

    def _add(self, mening: str | None, merke: str, verdi: str, rader: tuple[int, ...]) -> None:
        if mening:
            self._found.append(Felt(mening, merke.strip(" :"), verdi.strip(" :"), rader))


def _deal(run: Sequence[str], values: Sequence[str], fits: Callable[[str, str], bool]) -> dict[int, int]:
    """Label index → value index, in order, with as many fitting pairs as there can be."""
    best: list[list[dict[int, int]]] = [[{} for _ in range(len(values) + 1)] for _ in range(len(run) + 1)]
    for label in reversed(range(len(run))):
        for value in reversed(range(len(values))):
            choices = [best[label][value + 1], best[label + 1][value]]
            if fits(run[label], values[value]):
                choices.insert(0, {label: value, **best[label + 1][value + 1]})
            best[label][value] = max(choices, key=len)
    return best[0][0]
