"""A saksliste that is lines: numbered, timed, or a table that an extract has laid out cell by cell."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

from bot.documents import klokke, navn
from bot.documents.hode_felt import label_line
from bot.documents.ordforraad import Ordforraad, normalise
from bot.documents.rows import Row, RowKind
from bot.documents.saksliste_klokke import Klokkestart, clock_in_front
from bot.documents.saksliste_punkt import Utkast, agendatype, finish
from bot.domain import datoer, saksnummer
from bot.domain.innkalling import Agendapunkt, Agendatype

_MINUTTER = re.compile(
    r"\(?(?:ca\.?\s*)?\d{1,3}(?:\s*(?:min(?:utt(?:er|ar)?)?\.?|[’'′]))?\)?", re.IGNORECASE
)
_MINUTTER_BAK = re.compile(r"^(?P<foran>\D.*?)\s+(?P<min>\d{1,3})$")
_NUMMER = re.compile(r"\(?(\d{1,2})[.)]")
_PREFIKS = re.compile(r"[A-ZÆØÅ]{2}")
_SETNING = re.compile(r"[.!?]$")
_UNDERSKRIFT = re.compile(r"^[A-ZÆØÅ][\w .-]*,?\s+(?:den\s+)?$")
_FORKLARING = re.compile(r"^[A-ZÆØÅ]\s*=\s*\w")


@dataclass(frozen=True)
class Lest:
    """The items, and the indices of the rows that are part of the saksliste."""

    punkter: list[Agendapunkt]
    brukt: frozenset[int]


@dataclass
class _Liste:
    """What kind of list it is, seen over all its lines."""

    har_saksnr: bool
    har_tid: bool
    har_nummer: bool
    har_minutter: bool
    cellevis: bool
    """A table laid out cell by cell: clocks stand alone on their lines."""


@dataclass
class _Leser:
    words: Ordforraad
    aar: int | None
    liste: _Liste
    utkast: list[Utkast] = field(default_factory=list)
    venter: bool = False
    """The last clock ended in a dash: the next one is its end."""
    prefiks: str | None = None


def read_linjer(
    rows: Sequence[tuple[int, Row]], words: Ordforraad, aar: int | None, known: Collection[str]
) -> Lest:
    """The items of the lines of a saksliste; `rows` are (index, row), its heading left out.

    Reading stops at the first line that is clearly behind the list.
    """
    lines = [(index, row) for index, row in rows if row.kind is RowKind.TEXT]
    reader = _Leser(words, aar, _look_over([row for _, row in lines], aar))
    for position, (index, row) in enumerate(lines):
        if is_column_heading(row, words):
            continue
        if _ends_list(reader, row, position, lines):
            break
        _read_line(reader, index, row)
    width = 2 * max((len(row.text) for _, row in lines), default=0)  # what is wrapped is known already
    drafts = [draft for draft in reader.utkast if draft.linjer or draft.saksnr]
    used = frozenset(index for draft in drafts for index in draft.rader)
    return Lest([finish(draft, words, width, known) for draft in drafts], used)


def _look_over(rows: Sequence[Row], aar: int | None) -> _Liste:
    texts = [row.text for row in rows]
    times = sum(clock_in_front(text) is not None for text in texts)
    numbers = sum(_number_in_front(row, aar) is not None for row in rows)
    markers = [match for row in rows if row.marker and (match := _NUMMER.fullmatch(row.marker))]
    minutes = sum(_MINUTTER.fullmatch(text) is not None for text in texts)
    alone = sum(clock is not None and not clock.rest for clock in map(clock_in_front, texts))
    return _Liste(numbers > 0, times > 1, len(markers) > 1, minutes > 1, alone > 2)


def _number_in_front(row: Row, aar: int | None) -> tuple[saksnummer.Saksnummer, str] | None:
    if row.marker and not _NUMMER.fullmatch(row.marker):
        return saksnummer.leading(row.text, aar) if re.match(r"sak\b", row.text, re.IGNORECASE) else None
    return saksnummer.leading(row.text, aar) if row.marker is None else None


def _read_line(reader: _Leser, index: int, row: Row) -> None:
    _place(reader, row)
    if reader.utkast:
        reader.utkast[-1].rader.append(index)


def _place(reader: _Leser, row: Row) -> None:
    clock = clock_in_front(row.text) if row.marker is None or _NUMMER.fullmatch(row.marker) else None
    if clock and _number_in_front(row, reader.aar) is None:
        _take_clock(reader, clock)
        if clock.rest:
            _place_text(reader, replace(row, cells=(clock.rest,), marker=None), begun=True)
    else:
        _place_text(reader, row, begun=False)


def _take_clock(reader: _Leser, clock: Klokkestart) -> None:
    start, slutt = clock.start, clock.slutt
    current = reader.utkast[-1] if reader.utkast else None
    ends_current = current and current.start and not current.slutt and slutt is None
    if current and ends_current and (reader.venter or not (current.linjer or current.saksnr)):
        current.slutt = start
        reader.venter = False
        return
    if current and not current.start and current.saksnr and not current.linjer:
        current.start, current.slutt = start, slutt
    else:
        reader.utkast.append(Utkast(start=start, slutt=slutt))
    reader.venter = clock.venter


def _place_text(reader: _Leser, row: Row, begun: bool) -> None:
    number = _number_in_front(row, reader.aar)
    if number:
        _begin_number(reader, number[0].skrevet, number[1])
    elif _PREFIKS.fullmatch(row.text) and reader.liste.har_saksnr:
        reader.prefiks = row.text
    elif row.marker and _NUMMER.fullmatch(row.marker) and not reader.liste.har_saksnr:
        _begin_number(reader, row.marker.strip("().") if not begun else None, row.text)
    else:
        _place_plain(reader, row, begun)


def _begin_number(reader: _Leser, skrevet: str | None, rest: str) -> None:
    also = re.match(r"og\s+(?P<nr>\d{1,4}\s*[/-]\s*\d{2,4})[\s:.–-]*(?P<rest>.*)", rest)
    if also:
        rest = also["rest"]
    current = _open_or_new(reader, takes=lambda draft: draft.saksnr is None and not draft.linjer)
    current.saksnr = f"{reader.prefiks} {skrevet}" if reader.prefiks and skrevet else skrevet
    reader.prefiks = None
    if rest:
        _add_text(reader, current, None, rest)
    if also:
        reader.utkast.append(
            Utkast(saksnr=" ".join(also["nr"].split()), linjer=[(None, rest)] if rest else [])
        )


def _place_plain(reader: _Leser, row: Row, begun: bool) -> None:
    current = reader.utkast[-1] if reader.utkast else None
    liste = reader.liste
    if _MINUTTER.fullmatch(row.text) and current and current.linjer and row.marker is None:
        current.minutter = klokke.duration(row.text) or int(re.sub(r"\D", "", row.text))
        return
    if current is None or (begun and not current.linjer):
        current = _open_or_new(reader, takes=lambda draft: not draft.linjer)
        _add_text(reader, current, row.marker, row.text)
    elif not current.linjer:
        _add_text(reader, current, None, row.text)
    elif _is_own_item(reader, row, current):
        reader.utkast.append(Utkast())
        _add_text(reader, reader.utkast[-1], None, row.text)
    elif not (liste.har_saksnr or liste.har_tid or liste.har_nummer):
        reader.utkast.append(Utkast(linjer=[(None, row.text)]))
    else:
        wrapped = row.continues or row.text[:1].islower()
        _add_text(reader, current, row.marker or (None if wrapped else ""), row.text)


def _is_own_item(reader: _Leser, row: Row, current: Utkast) -> bool:
    """An unnumbered item: «Pause», «Eventuelt», «Avslutning», called as such items are called."""
    if row.marker and reader.liste.har_nummer:
        return False
    plain, _ = _split_minutes(row.text, reader.words)
    kind = agendatype(plain, None, reader.words)
    if reader.liste.cellevis and kind is not Agendatype.AVSLUTNING:
        return False
    if kind is Agendatype.PAUSE and not row.marker:
        return True
    last = agendatype(current.linjer[0][1], current.saksnr, reader.words)
    if kind is Agendatype.AVSLUTNING:
        return last is not Agendatype.AVSLUTNING
    named = normalise(plain) in reader.words.words("agenda", "uten_nummer")
    waiting = bool(current.start) and not current.slutt and reader.liste.har_tid
    return named and not row.marker and not waiting


def _add_text(reader: _Leser, draft: Utkast, marker: str | None, text: str) -> None:
    """Puts a line where it belongs in an item: minutes at its end, people, or title and points."""
    counted = reader.liste.har_minutter or draft.start is not None
    if counted and draft.minutter is None and (split := _split_minutes(text, reader.words))[1] is not None:
        text, draft.minutter = split
    people = _people_of_label(text, reader.words)
    if people is not None:
        draft.ansvarlig.append(people)
    elif draft.ansvarlig or (draft.linjer and not marker and _is_person_line(text)):
        draft.ansvarlig.append(text)
    else:
        draft.linjer.append((marker, text))


def _split_minutes(text: str, words: Ordforraad) -> tuple[str, int | None]:
    """«Ingrid Moe 10» and «Pause 10» → the words and the minutes. A title that ends in a number
    («Fagråd 3») does not lose it.
    """
    match = _MINUTTER_BAK.match(text)
    if match and (navn.is_name(match["foran"].rstrip(",/")) or words.meanings("agenda", match["foran"])):
        return match["foran"].strip(), int(match["min"])
    return text, None


def _people_of_label(text: str, words: Ordforraad) -> str | None:
    labels = label_line(text, words, "fremleggfelt")
    return next((value for mening, _, value in labels if mening in ("ansvarlig", "saksansvarlig")), None)


def _is_person_line(text: str) -> bool:
    first = re.split(r"[,/(]", text)[0].strip()
    return navn.is_name(first) and len(text) < 70


def _open_or_new(reader: _Leser, takes: object) -> Utkast:
    """The item that was begun and still lacks this part, or a new one."""
    assert callable(takes)
    if not reader.utkast or not takes(reader.utkast[-1]):
        reader.utkast.append(Utkast())
    return reader.utkast[-1]


def is_column_heading(row: Row, words: Ordforraad) -> bool:
    """«Kl. Saksnr. Saker Ansvarlig Tid» on one line, or one of its words alone."""
    parts = row.text.split()
    if len(parts) == 1 or words.meaning("kolonne", row.text):
        item = {"pause", "avslutning", "uten_nummer"} & set(words.meanings("agenda", row.text))
        return words.meaning("kolonne", row.text) is not None and not item
    return (
        len(parts) <= 8
        and sum(words.meaning("kolonne", part) is not None for part in parts) * 4 >= len(parts) * 3
    )


def _ends_list(reader: _Leser, row: Row, position: int, lines: Sequence[tuple[int, Row]]) -> bool:
    if not reader.utkast or not reader.utkast[-1].linjer:
        return False
    text = row.text
    if reader.words.starts_with("agenda", "slutt_paa_saksliste", text) or _FORKLARING.match(text):
        return True
    found = datoer.find(text)
    if found and _UNDERSKRIFT.match(text[: found[0].fra]) and len(text) < 60:
        return True
    more = any(_begins_item(reader, later) for _, later in lines[position:])
    if reader.liste.cellevis and len(text) < 60:
        return False
    prose = len(text) > 60 and _SETNING.search(text) is not None
    return (
        not more
        and row.marker is None
        and (prose or row.blank_before)
        and not (_is_own_item(reader, row, reader.utkast[-1]))
    )


def _begins_item(reader: _Leser, row: Row) -> bool:
    if reader.liste.har_saksnr:
        return _number_in_front(row, reader.aar) is not None
    if reader.liste.har_tid:
        return clock_in_front(row.text) is not None
    return row.marker is not None
