"""The heading of a referat: the common fields, and who was present and absent."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.documents import frammoete, frammoete_tabell
from bot.documents.frammoete import Frammoete, Gruppe
from bot.documents.frammoete_etikett import (
    FRAMMOETE,
    breaks_off,
    came_from,
    group_label,
    labels,
    of_members,
    opens_present,
    sentence,
)
from bot.documents.frammoete_vara import Vara, ends_in_deputy, flat_deputy, settle, take_deputies
from bot.documents.hode import Hode, read_hode
from bot.documents.oppfoelging_setning import sentences
from bot.documents.ordforraad import normalise
from bot.documents.referat_avsnitt import Avsnitt, Tabell, join
from bot.documents.referat_ord import column_words, load, seksjon
from bot.documents.rows import Row
from bot.domain.referat import Deltaker

_FELT = (
    "utvalg",
    "moetested",
    "dato",
    "tid",
    "start",
    "slutt",
    "arkivsak",
    "moeteleder",
    "referent",
    "saksliste",
)


@dataclass
class _Liste:
    """One list of people under its label. `forfall`: they are absent."""

    forfall: bool
    gruppe: Gruppe
    linjer: list[str] = field(default_factory=list)


@dataclass
class Referathode:
    """What the heading gives. `rest` are its lines that were not understood."""

    felt: Hode
    tilstede: list[Deltaker] = field(default_factory=list)
    forfall: list[Deltaker] = field(default_factory=list)
    rest: list[str] = field(default_factory=list)


def read_heading(
    elements: Sequence[Avsnitt | Tabell], sakstitler: Sequence[str], aar: int | None
) -> Referathode:
    """`sakstitler` are the saker of the minutes: the saksliste in front repeats them."""
    lines = [element.text for element in elements if isinstance(element, Avsnitt)]
    has_present = any(part[0] in FRAMMOETE[:2] for line in lines for part in labels(line))
    leser = _Hodeleser(set(map(normalise, sakstitler)), has_present)
    for element in elements:
        leser.take(element)
    return leser.finish(aar)


class _Hodeleser:
    """Sorts the heading's lines into lists of people and rows for the common reader."""

    def __init__(self, sakstitler: set[str], has_present: bool) -> None:
        self._sakstitler, self._has_present = sakstitler, has_present
        self._groups: set[str] = set()
        self._in_header = False
        self._rows: list[Row] = []
        self._lister: list[_Liste] = []
        self._liste: _Liste | None = None
        self._tabeller = frammoete_tabell.Frammoetetabell()

    def take(self, element: Avsnitt | Tabell) -> None:
        if isinstance(element, Tabell):
            self._table(element)
        elif len(element.rader) > 1 and self._is_list(element.rader[0].text):
            for row in element.rader:
                if self._liste and row.continues and row.text[:1].islower():
                    self._people(row.text)
                    continue
                self._line(Avsnitt(row.text, row.marker, row.indent, row.heading, row.blank_before))
        else:
            self._line(element)

    def _is_list(self, first: str) -> bool:
        """In a list of people the printed lines count: one a line looks like text that was wrapped."""
        return self._liste is not None or any(part[0] in FRAMMOETE for part in labels(first))

    def _line(self, element: Avsnitt) -> None:
        """A header row that came out one cell a line («Navn», «Til stede», «Forfall») labels nothing:
        whose cross stands under which is lost.
        """
        parts = labels(element.text)
        header = self._in_header and len(parts) == 1 and not parts[0][2] and not element.text.endswith(":")
        self._in_header = header or bool(column_words(element.text))
        if header:
            self._liste = None
            return
        if not parts:
            self._unlabelled(element)
        for mening, merke, verdi in parts:
            self._labelled(mening, merke, verdi, element)

    def finish(self, aar: int | None) -> Referathode:
        """The title names the body before any letterhead above it does, so it is read first."""
        self._rows.sort(key=lambda row: load().starts_with("dokument", "tittel", row.text) is None)
        hode = Referathode(read_hode(self._rows, load(), aar))
        deputies: list[Vara] = []
        for liste in self._lister:
            lines, own = take_deputies(liste.linjer) if liste.forfall else (liste.linjer, [])
            found = frammoete.read(lines, liste.gruppe)
            deputies += own
            hode.rest += _deputies_in(found, liste, hode.forfall)
            (hode.forfall if liste.forfall else hode.tilstede).extend(found.deltakere)
        hode.tilstede += self._tabeller.tilstede
        hode.forfall += self._tabeller.forfall
        hode.rest += self._tabeller.rest + self._unread(hode.felt)
        hode.tilstede, hode.forfall = settle(hode.tilstede, hode.forfall, deputies)
        return hode

    def _unread(self, hode: Hode) -> list[str]:
        lines = [row.text for i, row in enumerate(self._rows) if i not in hode.brukt]
        return [line for line in lines if not self._is_furniture(line)]

    def _is_furniture(self, line: str) -> bool:
        """Titles, headings of groups and columns, and the saksliste: said elsewhere or saying nothing."""
        words, name = load(), normalise(line)
        known = [("dokument", "tittel"), ("sak", "gruppe"), ("felt", "saksliste")]
        return (
            any(name in words.words(*key) for key in known)
            or bool(column_words(line))
            or any(title and title in name for title in self._sakstitler)
            or name in words.words("sak", "unummerert")
            or name in words.words("person", "hilsen")
            or not re.search(r"\w", line)
        )

    def _table(self, tabell: Tabell) -> None:
        liste = self._liste
        read = frammoete_tabell.read_table(
            tabell.rader, liste.gruppe if liste else None, liste.forfall if liste else False
        )
        self._tabeller.tilstede += read.tilstede
        self._tabeller.forfall += read.forfall
        self._tabeller.rest += read.rest

    def _labelled(self, mening: str, merke: str, verdi: str, element: Avsnitt) -> None:
        if mening in FRAMMOETE:
            self._open(mening)
            self._grouped(verdi)
        elif self._liste and self._is_group(mening, merke, verdi):
            self._grouped(f"{merke}: {verdi}")
        else:
            self._liste = None
            text = f"{merke}: {verdi}".strip() if verdi or element.text.rstrip().endswith(":") else merke
            self._loose(Row((text,), heading=element.heading, blank_before=element.blank))

    def _open(self, mening: str) -> None:
        self._liste = _Liste(mening == "forfall", Gruppe(vara=mening == "tilstede_vara"))
        self._lister.append(self._liste)

    def _is_group(self, mening: str, merke: str, verdi: str) -> bool:
        """Whether a label within a list is of those below it («Observatører:», «Leder: Siri Li»)."""
        leader = normalise(merke) in load().words("person", "leder")
        present = self._liste is not None and not self._liste.forfall
        unsaid = mening in ("moeteleder", "referent") and not verdi
        return mening not in _FELT or (leader and present) or unsaid

    def _loose(self, row: Row) -> None:
        """A line outside every list; «Medlemmer: …» opens one where no label does."""
        label = group_label(row.text)
        came = opens_present(label) and bool(self._lister) and not row.text.rstrip().endswith(":")
        if came or (of_members(label) and not self._has_present):
            self._open("tilstede")
            self._grouped(row.text)
        else:
            self._rows.append(row)

    def _grouped(self, text: str) -> None:
        """A line of a list that may begin with a group label of its own."""
        assert self._liste is not None
        if self._liste.forfall and (cut := came_from(text)):
            self._people(text[:cut])
            text = text[cut:]
        label = group_label(text)
        if self._liste.forfall and opens_present(label) and label not in self._groups:
            self._open("tilstede")
        elif label and not self._liste.forfall:
            self._groups.add(label)
        self._people(text)

    def _people(self, text: str) -> None:
        """A line of the open list; one that broke off in a bracket or a comma takes the next one in."""
        assert self._liste is not None
        lines = self._liste.linjer
        if lines and (breaks_off(lines[-1].rstrip(), text) or ends_in_deputy(lines[-1].rstrip())):
            lines[-1] = join(lines[-1], text)
        elif text.strip():
            lines.append(text)

    def _unlabelled(self, element: Avsnitt) -> None:
        if self._liste and not self._ends_list(element):
            self._grouped(element.text)
            return
        self._liste = None
        others = []
        for one in sentences(element.text):
            if found := sentence(one):
                self._labelled(*found, element)
                self._liste = None
            else:
                others.append(one)
        if others:
            self._loose(Row((" ".join(others),), heading=element.heading, blank_before=element.blank))

    def _ends_list(self, element: Avsnitt) -> bool:
        """A heading of another kind, or running text."""
        name = normalise(element.text)
        words = load()
        other = any(
            name in words.words(*key)
            for key in (("felt", "saksliste"), ("sak", "gruppe"), ("dokument", "tittel"))
        )
        small = sum(word[:1].islower() for word in element.text.split())
        prose = element.text.endswith((".", ":")) and small > 2 and not re.search(r"[(),;]", element.text)
        return other or prose or seksjon(element.text) is not None or bool(sentence(element.text))


def _deputies_in(found: Frammoete, liste: _Liste, absent: list[Deltaker]) -> list[str]:
    """Takes lines of a table that lost its columns («Siri Li Per Moe SV»); gives back those left over."""
    rest = []
    for line in found.rest:
        new = flat_deputy(line, [person.navn for person in absent]) if liste.gruppe.vara else None
        found.deltakere += [new] if new else []
        rest += [] if new else [line]
    return rest
