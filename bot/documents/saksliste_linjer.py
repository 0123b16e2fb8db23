"""A saksliste that is lines: numbered, timed, or a table that an extract has laid out cell by cell."""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field, replace

from bot.documents import klokke, navn
from bot.documents.hode_felt import label_line
from bot.documents.ordforraad import Ordforraad, normalise
from bot.documents.rows import Row, RowKind
from bot.documents.saksliste_celler import Biter, apart, is_person_line
from bot.documents.saksliste_form import (
    MINUTTER,
    NUMMER,
    Listeform,
    begins_item,
    ends_list,
    is_archive_number,
    is_column_heading,
    look_over,
    number_in_front,
)
from bot.documents.saksliste_klokke import Klokkestart, clock_in_front
from bot.documents.saksliste_punkt import agendatype, finish, is_division, without_divisions
from bot.documents.saksliste_utkast import Utkast, take_labels
from bot.domain.innkalling import Agendapunkt, Agendatype

_MINUTTER_BAK = re.compile(r"^(?P<foran>\D.*?)\s+(?P<min>\d{1,3})$")
_MINUTTER_FORAN = re.compile(r"^(?P<min>\d{1,3})\s+(?P<rest>[A-ZÆØÅ«].*)$")
_FLERE = re.compile(r"og\s+(?P<nr>\d{1,4}\s*[/-]\s*\d{2,4})[\s:.–-]*(?P<rest>.*)")
_UNDER = ("ansvarlig", "saksansvarlig", "minutter")
_ARKIVNUMMER = re.compile(r"(?<=\S)\s+(?:19|20)?\d{2}/\d{2,6}(?:-\d+)?$")
_PREFIKS = re.compile(r"[A-ZÆØÅ]{2}")


@dataclass(frozen=True)
class Lest:
    """The items, and the indices of the rows that are part of the saksliste."""

    punkter: list[Agendapunkt]
    brukt: frozenset[int]


@dataclass
class _Leser:
    words: Ordforraad
    aar: int | None
    form: Listeform
    known: Collection[str]
    utkast: list[Utkast] = field(default_factory=list)
    venter: bool = False
    """The last clock ended in a dash: the next one is its end."""
    prefiks: str | None = None
    arkiv: bool = False
    """The list has a column of archive numbers, which end its lines."""

    @property
    def current(self) -> Utkast | None:
        return self.utkast[-1] if self.utkast else None


def read_linjer(
    rows: Sequence[tuple[int, Row]], words: Ordforraad, aar: int | None, known: Collection[str]
) -> Lest:
    """The items of the lines of a saksliste; `rows` are (index, row), its heading left out.

    Reading stops at the first line that is clearly behind the list.
    """
    lines = [(index, row) for index, row in rows if row.kind is RowKind.TEXT]
    texts = [row for _, row in lines]
    reader = _Leser(words, aar, look_over(texts, words, aar), known)
    for position, (index, row) in enumerate(lines):
        if is_column_heading(row, words) and not _ends_title(reader, row):
            reader.arkiv = reader.arkiv or _has_archive_column(row, words)
        elif _is_behind(reader, texts, position):
            break
        else:
            _read(reader, index, row)
    drafts = [draft for draft in reader.utkast if draft.linjer or draft.saksnr]
    used = frozenset(index for draft in drafts for index in draft.rader)
    # What is wrapped is known from the rows already, so no line is joined for its length.
    width = 2 * max((len(row.text) for row in texts), default=0)
    return Lest([finish(draft, words, width, known) for draft in without_divisions(drafts, words)], used)


def _read(reader: _Leser, index: int, row: Row) -> None:
    if reader.arkiv and row.marker is None:
        row = replace(row, cells=(_ARKIVNUMMER.sub("", row.text),))
    row, beside = _cells(reader, row)
    _place(reader, row)
    if reader.current:
        reader.current.rader.append(index)
        _add_beside(reader, reader.current, beside)


def _cells(reader: _Leser, row: Row) -> tuple[Row, Biter]:
    opens = begins_item(reader.form, row, reader.aar)
    return apart(row, reader.known if opens else (), opens and reader.form.folk_bak)


def _is_behind(reader: _Leser, rows: Sequence[Row], at: int) -> bool:
    """Whether the list has ended. What belongs to the item above, or is called as an item is, ends none."""
    row, _ = _cells(reader, rows[at])
    if reader.current is None or not reader.current.linjer or _people_or_minutes(row, reader.words):
        return False
    return ends_list(reader.form, rows, at, reader.words, reader.aar) and not _is_own_item(reader, row)


def _has_archive_column(row: Row, words: Ordforraad) -> bool:
    return any(words.meaning("kolonne", part) == "arkivsak" for part in row.text.split())


def _ends_title(reader: _Leser, row: Row) -> bool:
    """«saksliste» under «Godkjenning av innkalling og» is no heading of a column."""
    return bool(reader.current and reader.current.linjer and (row.continues or row.text[:1].islower()))


def _add_beside(reader: _Leser, draft: Utkast, beside: Sequence[tuple[str | None, str]]) -> None:
    for marker, text in beside:
        if marker:
            draft.linjer.append((marker, text))
        elif MINUTTER.fullmatch(text):
            draft.minutter = klokke.duration(text) or int(re.sub(r"\D", "", text))
        else:
            draft.ansvarlig.append(text)


def _place(reader: _Leser, row: Row) -> None:
    clock = clock_in_front(row.text) if row.marker is None or reader.form.har_tid else None
    if clock is None or number_in_front(row, reader.aar, reader.form.klokker):
        _place_text(reader, row, begun=False)
        return
    _take_clock(reader, clock)
    if clock.rest:
        _place_text(reader, replace(row, cells=(clock.rest,), marker=None), begun=True)


def _take_clock(reader: _Leser, clock: Klokkestart) -> None:
    current = reader.current
    open_end = current and current.start and not current.slutt and clock.slutt is None
    if current and open_end and (reader.venter or not (current.linjer or current.saksnr)):
        current.slutt = clock.start
        reader.venter = False
        return
    if current and not current.start and current.saksnr and not current.linjer:
        current.start, current.slutt = clock.start, clock.slutt
    else:
        reader.utkast.append(Utkast(start=clock.start, slutt=clock.slutt))
    reader.venter = clock.venter


def _place_text(reader: _Leser, row: Row, begun: bool) -> None:
    number = number_in_front(row, reader.aar, reader.form.klokker)
    if number and is_archive_number(reader.form, number[0]):
        return
    if number:
        _begin_number(reader, number[0].skrevet, number[1])
    elif _PREFIKS.fullmatch(row.text) and reader.form.har_saksnr:
        reader.prefiks = row.text
    elif row.marker and NUMMER.fullmatch(row.marker) and not reader.form.har_saksnr:
        _begin_number(reader, None if begun else row.marker.strip("()."), row.text)
    else:
        _place_plain(reader, row, begun)


def _begin_number(reader: _Leser, skrevet: str | None, rest: str) -> None:
    """Begins an item. «Sak 23/11 og 24/11: …» begins two of the same title."""
    more = _FLERE.match(rest)
    title = more["rest"] if more else rest
    current = _open_or_new(reader, lambda draft: draft.saksnr is None and not draft.linjer)
    current.saksnr = f"{reader.prefiks} {skrevet}" if reader.prefiks and skrevet else skrevet
    reader.prefiks = None
    clock = clock_in_front(title)
    if clock and current.start is None and (clock.slutt or clock.venter):
        title, reader.venter = clock.rest, clock.venter
        current.start, current.slutt = clock.start, clock.slutt
    if title:
        _add_text(reader, current, None, title)
    if more:
        reader.utkast.append(Utkast(saksnr=" ".join(more["nr"].split()), linjer=[(None, title)]))


def _place_plain(reader: _Leser, row: Row, begun: bool) -> None:
    current = reader.current
    form = reader.form
    if current and current.linjer and row.marker is None and MINUTTER.fullmatch(row.text):
        current.minutter = klokke.duration(row.text) or int(re.sub(r"\D", "", row.text))
    elif current is None or (begun and not current.linjer):
        _add_text(reader, _open_or_new(reader, lambda draft: not draft.linjer), row.marker, row.text)
    elif not current.linjer:
        _add_text(reader, current, None, row.text)
    elif _is_own_item(reader, row) or (row.marker is None and is_division(row.text, reader.words)):
        reader.utkast.append(Utkast())
        _add_text(reader, reader.utkast[-1], None, row.text)
    elif not (form.har_saksnr or form.har_tid or form.har_nummer) and not _is_detail(reader, row):
        reader.utkast.append(Utkast(linjer=[(None, row.text)]))
    else:
        wrapped = row.continues or row.text[:1].islower()
        _add_text(reader, current, row.marker or (None if wrapped else ""), row.text)


def _is_detail(reader: _Leser, row: Row) -> bool:
    """In a list with no numbers: what is further in, or carries on the line above."""
    return row.continues or row.indent > 0 or _people_of_label(row.text, reader.words) is not None


def _is_own_item(reader: _Leser, row: Row) -> bool:
    """An unnumbered item: «Pause», «Eventuelt», «Avslutning», called as such items are called."""
    current = reader.current
    if current is None or not current.linjer or (row.marker and reader.form.har_nummer):
        return False
    plain, _ = _split_minutes(row.text, reader.words)
    kind = agendatype(plain, None, reader.words)
    if kind is Agendatype.AVSLUTNING:
        return agendatype(current.linjer[0][1], current.saksnr, reader.words) is not Agendatype.AVSLUTNING
    if reader.form.cellevis or row.marker or row.text.endswith("!"):
        return False
    waiting = bool(current.start) and not current.slutt and reader.form.har_tid
    named = normalise(plain) in reader.words.words("agenda", "uten_nummer")
    return kind is Agendatype.PAUSE or (named and not waiting)


def _add_text(reader: _Leser, draft: Utkast, marker: str | None, text: str) -> None:
    """Puts a line where it belongs in an item: minutes at its end, people, or title and points."""
    if draft.linjer and take_labels(draft, text, reader.words):
        return
    if reader.form.minutter_foran and not draft.linjer and (match := _MINUTTER_FORAN.match(text)):
        draft.minutter, text = int(match["min"]), match["rest"]
    counted = reader.form.har_minutter or draft.start is not None
    if counted and draft.minutter is None:
        text, draft.minutter = _split_minutes(text, reader.words)
    more = (
        draft.ansvarlig
        and not marker
        and (reader.form.cellevis or draft.ansvarlig[-1].endswith((",", "/")))
    )
    if more or (draft.linjer and not marker and is_person_line(text)):
        draft.ansvarlig.append(text)
    else:
        draft.linjer.append((marker, text))


def _people_or_minutes(row: Row, words: Ordforraad) -> bool:
    """«Tidsbruk: 15 minutter» and the like are part of the item above, however far down."""
    return any(mening in _UNDER for mening, _, _ in label_line(row.text, words, "fremleggfelt"))


def _people_of_label(text: str, words: Ordforraad) -> str | None:
    labels = label_line(text, words, "fremleggfelt")
    return next((value for mening, _, value in labels if mening in ("ansvarlig", "saksansvarlig")), None)


def _split_minutes(text: str, words: Ordforraad) -> tuple[str, int | None]:
    """«Ingrid Moe 10» and «Pause 10» → the words and the minutes. A title that ends in a number
    («Fagråd 3») does not lose it.
    """
    match = _MINUTTER_BAK.match(text)
    if match and (navn.is_name(match["foran"].rstrip(",/")) or words.meanings("agenda", match["foran"])):
        return match["foran"].strip(), int(match["min"])
    return text, None


def _open_or_new(reader: _Leser, takes: Callable[[Utkast], bool]) -> Utkast:
    """The item that was begun and still lacks this part, or a new one."""
    if not reader.utkast or not takes(reader.utkast[-1]):
        reader.utkast.append(Utkast())
    return reader.utkast[-1]
