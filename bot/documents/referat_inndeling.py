"""Where the saker of a referat begin: by number, by list number, or by heading."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.documents import referat_sakhode
from bot.documents.ordforraad import normalise
from bot.documents.referat_aksjoner import is_list_heading
from bot.documents.referat_avsnitt import Avsnitt, Element
from bot.documents.referat_ord import either, load, seksjon
from bot.documents.referat_sakhode import Sakhode, clean_title, split_innleder
from bot.domain.saksnummer import Saksnummer

_TALL = re.compile(r"^\(?(\d{1,2})[.)]$")
_TITTELLENGDE = 160
_DELT_TITTEL = re.compile(r"^(?P<tittel>[^.:!?]{3,90}?)(?::\s+|\s+[–—-]\s+|\.\s+)(?P<rest>\S.*)$")


@dataclass(frozen=True)
class Start:
    """A sak that begins with an element. `rest` is text on the same line that is no title."""

    hode: Sakhode
    rest: str = ""


Starts = dict[int, Start]


def find_starts(elements: Sequence[Element], aar: int | None) -> Starts:
    """Element index → the sak that begins there.

    The saksliste in front of the minutes is left out, and so is the action list behind them.
    """
    end = next((i for i, e in enumerate(elements) if is_list_heading(e)), len(elements))
    minutes = elements[:end]
    ways = (_list_numbered, _headings, _bare_numbers, _title_lines)
    starts = _numbered(minutes, aar) or next(filter(None, (way(minutes) for way in ways)), {})
    return _without_agenda(minutes, _with_unnumbered(minutes, starts))


def _numbered(elements: Sequence[Element], aar: int | None) -> Starts:
    """«Sak 01/25 …». Where some say «Sak» a lone number is none, and bullets only where all are."""
    found = {i: hode for i, e in _paragraphs(elements) if (hode := referat_sakhode.read(_whole(e), aar))}
    found = found or {i: hode for i, e in _paragraphs(elements) if (hode := _after_bullet(e, aar))}
    word = re.compile(rf"(?:{either(load().words('sak', 'ord'))})\b", re.IGNORECASE)
    if any(word.match(_text(elements[i])) and not _is_item(elements[i]) for i in found):
        kept = {i for i in found if word.match(_text(elements[i])) or _is_item(elements[i])}
        found = {i: hode for i, hode in found.items() if i in kept or _is_heading(elements[i])}
    return {i: _without_decision(hode) for i, hode in found.items()}


def _without_decision(hode: Sakhode) -> Start:
    """«Sak 1/25 Valg. Vedtak: Godkjent.» on one line: what follows the label is no title."""
    words = load()
    labels = either((*words.words("seksjon", "konklusjon"), *words.words("seksjon", "oppfoelging")))
    match = re.search(rf"\s(?=(?:{labels})\s*:)", hode.tittel, re.IGNORECASE)
    if match is None or not hode.tittel[match.end()].isupper():
        return Start(hode)
    return Start(
        replace(hode, tittel=hode.tittel[: match.start()].rstrip(" .")), hode.tittel[match.end() :]
    )


def _after_bullet(element: Avsnitt, aar: int | None) -> Sakhode | None:
    return referat_sakhode.read(element.text, aar) if element.marker else None


def _list_numbered(elements: Sequence[Element]) -> Starts:
    """«1. Godkjenning …», «2. …»: the headings of a rising list, or its items where nothing else is."""
    items = [(i, e) for i, e in _paragraphs(elements) if e.marker and _TALL.match(e.marker)]
    headed = [(i, e) for i, e in items if e.heading]
    chosen = (
        headed
        if len(headed) > 1
        else [(i, e) for i, e in items if e.indent == min(x.indent for _, x in items)]
    )
    out: Starts = {}
    for i, e in chosen:
        number = int(_TALL.match(e.marker or "")[1])  # type: ignore[index]
        if number == len(out) + 1:
            out[i] = _from_item(e.text, number)
    return out if len(out) > 1 else {}


def _from_item(text: str, number: int) -> Start:
    """The title of a list item, parted from what is said in the same breath."""
    match = _DELT_TITTEL.match(text)
    title, rest = (
        (match["tittel"], match["rest"]) if match and text.rstrip().endswith((".", "!")) else (text, "")
    )
    tittel, innleder = split_innleder(clean_title(title.rstrip(". ")))
    return Start(Sakhode(str(number), tittel, innleder, Saksnummer(str(number), number)), rest)


def _headings(elements: Sequence[Element]) -> Starts:
    """Saker without any numbers: «Tema: …», or else the headings behind the list of people."""
    named = {
        i: Start(_unnumbered(t))
        for i, e in _paragraphs(elements)
        if (t := referat_sakhode.tema_line(e.text))
    }
    if named:
        return named
    words = load()
    first = next((i for i, e in _paragraphs(elements) if _is_people_label(e.text)), -1)
    return {
        i: Start(_unnumbered(e.text))
        for i, e in _paragraphs(elements)
        if i > first >= 0
        and e.heading
        and not seksjon(e.text)
        and not words.meanings("felt", e.text)
        and not words.meanings("dokument", e.text)
        and normalise(e.text) not in words.words("sak", "gruppe")
    }


def _bare_numbers(elements: Sequence[Element]) -> Starts:
    """«1», «2», «3», each on a line of its own: the first column of a table that lost its others."""
    out: Starts = {}
    for i, e in _paragraphs(elements):
        if e.text.isdigit() and not e.marker and int(e.text) == len(out) + 1:
            out[i] = Start(Sakhode(e.text, "", None, Saksnummer(e.text, int(e.text))))
    return out if len(out) > 1 else {}


def _title_lines(elements: Sequence[Element]) -> Starts:
    """Without numbers, labels or headings: a short line apart, right above what is said of it."""
    first = _end_of_people(elements)
    titles = [
        i
        for i, e in _paragraphs(elements)
        if i > first >= 0 and _is_title(e) and i + 1 < len(elements) and _is_said(elements[i + 1])
    ]
    return {i: Start(_unnumbered(_text(elements[i]))) for i in titles} if len(titles) > 1 else {}


def _is_title(avsnitt: Avsnitt) -> bool:
    text = avsnitt.text
    short = len(text) < 60 and text[:1].isupper() and not text.endswith((".", ",", ";", "!"))
    labelled = ":" in text or seksjon(text) or load().meanings("felt", text)
    return avsnitt.blank and short and not avsnitt.marker and not labelled


def _is_said(element: Element) -> bool:
    """Text that stands right below a line, or a list under it."""
    if not isinstance(element, Avsnitt):
        return False
    return element.marker is not None or (not element.blank and element.text.endswith((".", "!", "?")))


def _end_of_people(elements: Sequence[Element]) -> int:
    """The last line that has a label of the heading; -1 where none has."""
    return max((i for i, e in _paragraphs(elements) if _is_people_label(e.text)), default=-1)


def _with_unnumbered(elements: Sequence[Element], starts: Starts) -> Starts:
    """«Eventuelt» and its like on a line of their own, behind the first sak."""
    words = load()
    first = min(starts, default=len(elements))
    out = dict(starts)
    for i, e in _paragraphs(elements):
        alone = normalise(e.text) in words.words("sak", "unummerert") and not e.marker
        apart = e.heading or e.blank or normalise(e.text) in words.words("sak", "eventuelt")
        if i > first and i not in starts and (_is_item(e) or (alone and apart and _starts_new(starts, i))):
            out[i] = Start(_unnumbered(e.text))
    return dict(sorted(out.items()))


def _starts_new(starts: Starts, index: int) -> bool:
    """Not the title of a sak whose number stands alone on the line above."""
    above = starts.get(index - 1)
    return above is None or bool(above.hode.tittel)


def _without_agenda(elements: Sequence[Element], starts: Starts) -> Starts:
    """A first run of saker with nothing said of them, all of them named again below, is the saksliste."""
    order = sorted(starts)
    keys = [_key(starts[i]) for i in order]
    again = next((n for n, key in enumerate(keys) if key in keys[:n]), 0)
    run = order[:again]
    later = set(keys[again:])
    empty = sum(1 for a, b in zip(run, order[1:], strict=False) if b - a <= 2)
    if not run or 10 * empty < 6 * len(run) or 10 * sum(k in later for k in keys[:again]) < 6 * len(run):
        return starts
    return {i: start for i, start in starts.items() if i not in run}


def _key(start: Start) -> object:
    return start.hode.nummer.key if start.hode.nummer else normalise(start.hode.tittel)


def _unnumbered(text: str) -> Sakhode:
    tittel, innleder = split_innleder(clean_title(text))
    return Sakhode(None, tittel, innleder)


def _is_people_label(text: str) -> bool:
    head = text.partition(":")[0]
    return any(mening in ("tilstede", "forfall") for mening in load().meanings("felt", head))


def _paragraphs(elements: Sequence[Element]) -> list[tuple[int, Avsnitt]]:
    return [
        (i, e) for i, e in enumerate(elements) if isinstance(e, Avsnitt) and len(e.text) < _TITTELLENGDE * 3
    ]


def _whole(element: Avsnitt) -> str:
    """The line with what the row reader took for a list marker back in front."""
    return f"{element.marker} {element.text}" if element.marker else element.text


def _text(element: Element) -> str:
    return element.text if isinstance(element, Avsnitt) else ""


def _is_heading(element: Element) -> bool:
    return isinstance(element, Avsnitt) and element.heading


def _is_item(element: Element) -> bool:
    return isinstance(element, Avsnitt) and element.sak
