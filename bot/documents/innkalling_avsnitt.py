"""Rows to paragraphs, list items and headings, for the running text of an innkalling."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.documents.ordforraad import Ordforraad
from bot.documents.referat_avsnitt import join
from bot.documents.rows import Row, RowKind

_TALL = re.compile(r"\(?(\d{1,2})[.)]")
_BOKSTAV = re.compile(r"\(?([a-zæøå])[.)]", re.IGNORECASE)
_MED_TEKST = re.compile(r"^(?P<overskrift>[^:]{3,60}?)\s*:\s+(?P<tekst>\S.*)$")
_OVERSKRIFTER = ("forslag", "vedlegg", "seksjon")
_KORT = 90
_FULL = 0.75
_FAA = 5


@dataclass(frozen=True)
class Avsnitt:
    """A paragraph, list item or heading. `marker` is «•» for an item whose own marker was lost."""

    text: str
    marker: str | None = None
    indent: int = 0
    heading: bool = False
    blank: bool = False

    @property
    def number(self) -> int | None:
        match = _TALL.fullmatch(self.marker or "")
        return int(match[1]) if match else None

    @property
    def letter(self) -> str | None:
        match = _BOKSTAV.fullmatch(self.marker or "")
        return match[1].lower() if match and self.marker != "o" else None

    @property
    def printed(self) -> str:
        """As one line of running text, with a plain marker in front of a list item."""
        if self.marker is None:
            return self.text
        return f"{self.marker if self.number or self.letter else '•'} {self.text}"


@dataclass(frozen=True)
class Overskrift:
    """A heading: `mening` is forslag, vedlegg or seksjon; `tekst` is what stands behind it on its line."""

    mening: str
    tittel: str
    tekst: str = ""


def paragraphs(rows: Sequence[Row], words: Ordforraad) -> list[Avsnitt]:
    """Printed lines put together; a table row becomes one paragraph with bars between its cells."""
    out: list[Avsnitt] = []
    full = _FULL * max((len(row.text) for row in rows if row.kind is RowKind.TEXT), default=0)
    above = 0
    for row in rows:
        last = out[-1] if out else None
        if last and row.kind is RowKind.TEXT and _goes_on(last, row, above > full, words):
            out[-1] = replace(last, text=join(last.text, row.text))
        else:
            out.append(_begin(row))
        above = len(row.text)
    return out


def heading_of(
    part: Avsnitt, following: Sequence[Avsnitt], words: Ordforraad, flagged: bool
) -> Overskrift | None:
    """What heading it is, or None. `flagged`: the file marks its headings, so unmarked lines are
    headings only where the vocabulary knows them.
    """
    if not part.text or (part.marker and part.number is None):
        return None
    if known := _known_headings(part.text, words):
        return Overskrift(known[0], part.text.rstrip(" :"))
    if part.marker:
        return None
    if found := _with_text_behind(part.text, words):
        return found
    if part.heading and len(part.text) < 2 * _KORT:
        return Overskrift(_opens_with(part.text, words), part.text.rstrip(" :"))
    if not flagged and _looks_like_heading(part, following, words):
        return Overskrift(_opens_with(part.text, words), part.text.rstrip(" :"))
    return None


def _begin(row: Row) -> Avsnitt:
    if row.kind is RowKind.TABLE:
        cells = [" ".join(cell.split()) for cell in row.cells if cell.strip()]
        return Avsnitt(" | ".join(cells), blank=row.blank_before)
    lost_marker = row.marker is None and row.indent > 0 and not row.heading and not row.continues
    return Avsnitt(row.text, "•" if lost_marker else row.marker, row.indent, row.heading, row.blank_before)


def _goes_on(last: Avsnitt, row: Row, full_above: bool, words: Ordforraad) -> bool:
    """Whether the row carries on the paragraph; `full_above`: the line above reached the margin."""
    if row.marker or row.heading != last.heading or not row.text or not last.text:
        return False
    if _known_headings(row.text, words) or (
        _known_headings(last.text, words) and not row.text[0].islower()
    ):
        return False
    if row.continues:
        return True
    unfinished = last.text[-1] not in ".:;?!" and full_above
    return not row.blank_before and (row.text[0].islower() or (unfinished and not row.indent))


def _with_text_behind(text: str, words: Ordforraad) -> Overskrift | None:
    """«Forslag til vedtak: Saken tas til orientering.»"""
    match = _MED_TEKST.match(text)
    if match is None:
        return None
    known = _known_headings(match["overskrift"], words)
    return Overskrift(known[0], match["overskrift"], match["tekst"]) if known else None


def _known_headings(text: str, words: Ordforraad) -> list[str]:
    """What the vocabulary says of the line as a heading; «mandat.» at the end of a sentence is none."""
    if text[:1].islower() or text.endswith("."):
        return []
    return [m for m in words.meanings("overskrift", text) if m in _OVERSKRIFTER]


def _opens_with(text: str, words: Ordforraad) -> str:
    """«Forslag til vedtak i sak 3/24» is a forslag; what is unknown is a seksjon."""
    return next((m for m in ("forslag", "vedlegg") if words.starts_with("overskrift", m, text)), "seksjon")


def _looks_like_heading(part: Avsnitt, following: Sequence[Avsnitt], words: Ordforraad) -> bool:
    """A short line alone, no sentence, with prose, a list or a known heading under it."""
    text = part.text
    if not part.blank or len(text) > 1.3 * _KORT or not text[0].isupper() or text[-1] in ".,;!?":
        return False
    under = following[0] if following else None
    if under is None or not under.text:
        return False
    if _known_headings(under.text, words):
        return True
    introduces = text.endswith(":") and (under.marker or len(text.split()) > _FAA)
    if len(text) > _KORT or under.blank or introduces:
        return False
    return bool(under.marker) or under.text.rstrip().endswith((".", ":")) or len(under.text) > _KORT
