"""Walks a referat from top to bottom: heading, deler, saker, and what is said in each."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.documents.frammoete_del import is_person
from bot.documents.frammoete_etikett import FRAMMOETE
from bot.documents.hode_felt import label_line
from bot.documents.ordforraad import normalise
from bot.documents.referat_aksjoner import is_list_heading, read_line
from bot.documents.referat_avsnitt import Aksjon, Avsnitt, Element, Tabell
from bot.documents.referat_blokk import Delutkast, Sakutkast
from bot.documents.referat_hale import MOETET, is_below
from bot.documents.referat_hendelser import NESTE_MOETE
from bot.documents.referat_inndeling import Start, Starts
from bot.documents.referat_ord import column_words, load
from bot.documents.referat_saktekst import Saktekst
from bot.domain import datoer

_ROLLER = ("moeteleder", "referent")
_MATTER_OF_HEADING = 8


@dataclass
class Utkast:
    """The parts of the paper: what belongs to the heading, the deler with their saker, the action list.

    `neste` tells of the next meeting, `moetet` of when this one began or ended.
    """

    hode: list[Avsnitt | Tabell] = field(default_factory=list)
    deler: list[Delutkast] = field(default_factory=list)
    aksjoner: list[Aksjon] = field(default_factory=list)
    neste: list[str] = field(default_factory=list)
    moetet: list[str] = field(default_factory=list)


def walk(elements: Sequence[Element], starts: Starts, aar: int | None) -> Utkast:
    """Sorts the elements; nothing is lost: what is in no sak stands in `hode`."""
    leser = _Leser(elements, starts, aar)
    for index in range(len(elements)):
        leser.take(index)
    return leser.utkast


class _Leser:
    """Where the reading stands: in a heading, or in a sak."""

    def __init__(self, elements: Sequence[Element], starts: Starts, aar: int | None) -> None:
        self._elements, self._starts, self._aar = elements, starts, aar
        self._in_list = False
        self._neste = ""
        self.utkast = Utkast()
        self._sak: Saktekst | None = None
        self._columns: set[str] = set()

    def take(self, index: int) -> None:
        element = self._elements[index]
        above, self._neste = self._neste, ""
        if isinstance(element, Aksjon):
            self.utkast.aksjoner.append(element)
        elif isinstance(element, Tabell):
            self._table(element)
        elif above and datoer.find(element.text):
            self.utkast.neste.append(f"{above}: {element.text}")
        elif self._in_list or is_list_heading(element):
            self._list_line(element)
        elif start := self._starts.get(index):
            self._begin(start)
        elif self._is_del(index, element):
            self.utkast.deler.append(Delutkast(element.text.strip(" :")))
            self._sak = None
        elif self._sak is None or self._is_people(element):
            self._sak = None
            self._to_head(element)
        elif self._sak.waits_for_title(element):
            self._sak.name(element.text)
        elif not self._is_gruppe(index, element) and not self._is_about_meeting(element):
            self._sak.add(element)

    def _list_line(self, avsnitt: Avsnitt) -> None:
        """The action list runs to the next heading or the signature."""
        about_list = is_list_heading(avsnitt) or bool(column_words(avsnitt.text))
        self._in_list = about_list or not (avsnitt.heading or is_below(avsnitt.text))
        if not self._in_list:
            self._sak = None
            self._to_head(avsnitt)
        elif not about_list and not self._is_about_meeting(avsnitt):
            self.utkast.aksjoner.append(read_line(avsnitt, self._aar))

    def _begin(self, start: Start) -> None:
        if not self.utkast.deler:
            self.utkast.deler.append(Delutkast())
        utkast = Sakutkast(start.hode, innleder=start.hode.innleder)
        self.utkast.deler[-1].saker.append(utkast)
        self._sak = Saktekst(utkast, self._columns)
        if start.rest:
            self._sak.add(Avsnitt(start.rest))

    def _table(self, tabell: Tabell) -> None:
        """People in a table are those present, unless a sak is being told of."""
        if self._sak is None or not self._sak.utkast.blokker:
            self._to_head(tabell)
            return
        for row in tabell.rader:
            cells = (" ".join(cell.split()) for cell in row.cells)
            self._sak.add(Avsnitt(" – ".join(filter(None, cells)), "•"))

    def _to_head(self, element: Avsnitt | Tabell) -> None:
        """Also notes the columns of a table that came out as one cell a line."""
        self.utkast.hode.append(element)
        if isinstance(element, Avsnitt):
            self._columns.update(column_words(element.text))

    def _is_del(self, index: int, avsnitt: Avsnitt) -> bool:
        """A heading in front of a sak that opens a part: «Felles møte med …»."""
        text = avsnitt.text.rstrip()
        opens = load().starts_with("sak", "del", text) is not None
        title = len(text) < 110 and not text.endswith((".", ",")) and not avsnitt.marker
        ahead = range(index + 1, index + _MATTER_OF_HEADING)
        return (
            opens and title and (avsnitt.heading or avsnitt.blank) and any(i in self._starts for i in ahead)
        )

    def _is_gruppe(self, index: int, avsnitt: Avsnitt) -> bool:
        return index + 1 in self._starts and normalise(avsnitt.text) in load().words("sak", "gruppe")

    def _is_people(self, avsnitt: Avsnitt) -> bool:
        """A list of those present below the saksliste, before anything has been said."""
        said = any(sak.blokker for sak in self.utkast.deler[-1].saker)
        label = avsnitt.text.partition(":")[0]
        return not said and any(mening in FRAMMOETE for mening in load().meanings("felt", label))

    def _is_about_meeting(self, avsnitt: Avsnitt) -> bool:
        """Lines that tell of the meeting wherever they stand: who led it, when it ended, the next one."""
        if avsnitt.marker:
            return False
        text = avsnitt.text
        if NESTE_MOETE.match(text) and datoer.find(text):
            self.utkast.neste.append(text)
        elif NESTE_MOETE.fullmatch(text.strip(" :")):
            self._neste = text.strip(" :")
        elif MOETET.match(text) and len(text) < 80:
            self.utkast.moetet.append(text)
        elif _names_officer(text):
            self._to_head(avsnitt)
        else:
            return False
        return True


def _names_officer(text: str) -> bool:
    """«Referent: Siri Li» at the foot of the paper."""
    labels = label_line(text, load())
    return (
        bool(labels) and labels[0][0] in _ROLLER and is_person(labels[0][2].split(",")[0].split(" og ")[0])
    )
