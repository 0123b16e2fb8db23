"""Walks a referat from top to bottom: heading, deler, saker, and what stands in each."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from bot.documents.frammoete_del import is_person
from bot.documents.hode_felt import label_line
from bot.documents.ordforraad import normalise
from bot.documents.referat_avsnitt import Avsnitt, Element, Tabell
from bot.documents.referat_blokk import Blokk, Del, Delutkast, Sakutkast
from bot.documents.referat_hale import MOETET
from bot.documents.referat_hendelser import NESTE_MOETE
from bot.documents.referat_inndeling import Start, Starts
from bot.documents.referat_ord import column_words, either, load, seksjon
from bot.documents.referat_sakhode import clean_title, split_innleder
from bot.domain import datoer

_ROLLER = ("moeteleder", "referent")
_INNI = ("konklusjon", "oppfoelging", "ansvarlig", "frist", "votering")
_INNE = re.compile(
    r"(?<=[.!?)]\s)(?=[A-ZÆØÅ][\w/ ]{2,25}:)|(?<=\s)(?=(?:Ansvarlig|Ansvarleg|Ansvar|Frist)\s*:)"
)


@dataclass
class Utkast:
    """The parts of the paper: what belongs to the heading, the deler, and lines with no home.

    `neste` tells of the next meeting, `moetet` of when this one began or ended.
    """

    hode: list[Element] = field(default_factory=list)
    deler: list[Delutkast] = field(default_factory=list)
    neste: list[str] = field(default_factory=list)
    moetet: list[str] = field(default_factory=list)


def walk(elements: Sequence[Element], starts: Starts) -> Utkast:
    """Sorts the elements; nothing is lost: what is in no sak stands in `hode`."""
    leser = _Leser(elements, starts)
    for index in range(len(elements)):
        leser.take(index)
    return leser.utkast


class _Leser:
    """Where the reading stands: in the heading or in a sak, and in which part of it."""

    def __init__(self, elements: Sequence[Element], starts: Starts) -> None:
        self._elements, self._starts = elements, starts
        self.utkast = Utkast()
        self._sak: Sakutkast | None = None
        self._del = Del.INNLEDNING
        self._loes = self._sitat = False
        self._foran = ""
        self._kolonner: set[str] = set()

    def take(self, index: int) -> None:
        element = self._elements[index]
        if isinstance(element, Tabell):
            self._to_head(element)
        elif start := self._starts.get(index):
            self._begin(start)
        elif self._is_del(index, element):
            self.utkast.deler.append(Delutkast(element.text.strip(" :")))
            self._sak = None
        elif self._sak is None or self._is_people(element):
            self._to_head(element)
        elif self._waits_for_title(element):
            self._name(element.text)
        elif not self._is_gruppe(index, element):
            self._line(element)

    def _begin(self, start: Start) -> None:
        if not self.utkast.deler:
            self.utkast.deler.append(Delutkast())
        self._sak = Sakutkast(start.hode, innleder=start.hode.innleder)
        self.utkast.deler[-1].saker.append(self._sak)
        self._del, self._loes, self._sitat = Del.INNLEDNING, False, False
        if start.rest:
            self._line(Avsnitt(start.rest))

    def _waits_for_title(self, avsnitt: Avsnitt) -> bool:
        """A number stood alone on its line, and this one can be its title."""
        sak = self._sak
        unnamed = sak is not None and not sak.hode.tittel and not sak.blokker
        ends = avsnitt.text.endswith((".", ":")) and not avsnitt.heading
        return (
            unnamed
            and not avsnitt.marker
            and not ends
            and len(avsnitt.text) < 150
            and not seksjon(avsnitt.text)
        )

    def _name(self, text: str) -> None:
        assert self._sak is not None
        tittel, innleder = split_innleder(clean_title(text))
        self._sak.hode = replace(self._sak.hode, tittel=tittel)
        self._sak.innleder = innleder or self._sak.innleder

    def _to_head(self, element: Element) -> None:
        """Also notes the columns of a table that came out as one cell a line."""
        self.utkast.hode.append(element)
        if isinstance(element, Avsnitt):
            self._kolonner.update(column_words(element.text))

    def _is_del(self, index: int, avsnitt: Avsnitt) -> bool:
        """A heading in front of a sak that opens a part: «Felles møte med …»."""
        opens = load().starts_with("sak", "del", avsnitt.text) is not None
        short = (
            len(avsnitt.text) < 110
            and not avsnitt.text.rstrip().endswith((".", ","))
            and not avsnitt.marker
        )
        return (
            opens and short and self._next_start(index) is not None and (avsnitt.heading or avsnitt.blank)
        )

    def _next_start(self, index: int) -> Start | None:
        """The sak that begins within the next few elements, with only a heading's matter in between."""
        return next((self._starts[i] for i in range(index + 1, index + 8) if i in self._starts), None)

    def _is_gruppe(self, index: int, avsnitt: Avsnitt) -> bool:
        return index + 1 in self._starts and normalise(avsnitt.text) in load().words("sak", "gruppe")

    def _is_people(self, avsnitt: Avsnitt) -> bool:
        """A list of those present below the saksliste, before anything has been said."""
        said = any(sak.blokker for sak in self.utkast.deler[-1].saker)
        head = avsnitt.text.partition(":")[0]
        is_label = any(m in ("tilstede", "forfall", "tilstede_vara") for m in load().meanings("felt", head))
        if is_label and not said:
            self._sak = None
        return is_label and not said

    def _line(self, avsnitt: Avsnitt) -> None:
        """One paragraph inside a sak, cut at the labels in it («… Ansvarlig: Siri»)."""
        if not avsnitt.marker and self._is_about_meeting(avsnitt):
            return
        for number, part in enumerate(p for p in _INNE.split(avsnitt.text) if p.strip()):
            self._part(
                replace(avsnitt, text=part.strip(), marker=avsnitt.marker if number == 0 else None),
                number == 0,
            )

    def _is_about_meeting(self, avsnitt: Avsnitt) -> bool:
        """Lines that tell of the meeting wherever they stand: who led it, when it ended, the next one."""
        if NESTE_MOETE.match(avsnitt.text) and datoer.find(avsnitt.text):
            self.utkast.neste.append(avsnitt.text)
            return True
        labels = label_line(avsnitt.text, load())
        about = (
            labels and labels[0][0] in _ROLLER and is_person(labels[0][2].split(",")[0].split(" og ")[0])
        )
        if about:
            self._to_head(avsnitt)
        elif MOETET.match(avsnitt.text) and len(avsnitt.text) < 80:
            self.utkast.moetet.append(avsnitt.text)
        else:
            return False
        return True

    def _part(self, avsnitt: Avsnitt, first: bool) -> None:
        found = seksjon(avsnitt.text) or _decides(avsnitt)
        if not first and (found is None or found[0] not in _INNI):
            self._append_to_last(avsnitt.text)
        elif found is None or not self._heading(found[0], found[1], avsnitt):
            self._text(avsnitt)

    def _append_to_last(self, text: str) -> None:
        assert self._sak is not None
        if self._sak.blokker:
            self._sak.blokker[-1].tekst += f" {text}"

    def _heading(self, mening: str, rest: str, avsnitt: Avsnitt) -> bool:
        """Acts on a heading inside the sak. False where the line is text of its own all the same."""
        assert self._sak is not None
        if mening in ("ansvarlig", "frist"):
            return self._beside(mening, rest)
        if mening == "innleder" and rest:
            self._sak.innleder = self._sak.innleder or rest.strip(" .")
            return True
        if mening in ("innspill", "votering", "vedlegg", "orientering"):
            self._loes = self._loes or mening in ("innspill", "vedlegg")
            return not rest and mening != "vedlegg"
        inline = bool(rest) and (avsnitt.marker is not None or self._del is Del.KONKLUSJON)
        if inline and mening == "innledning":
            return False
        self._del = {
            "konklusjon": Del.KONKLUSJON,
            "forslag": Del.FORSLAG,
            "oppfoelging": Del.OPPFOELGING,
        }.get(mening, Del.INNLEDNING)
        self._loes = self._sitat = False
        if rest and mening in ("konklusjon", "oppfoelging"):
            self._text(replace(avsnitt, text=rest, marker=None))
            return True
        self._foran = f"{avsnitt.text.strip(' :')}: " if mening == "forslag" and not rest else ""
        return not rest

    def _beside(self, mening: str, rest: str) -> bool:
        """«Ansvarlig: Siri» and «Frist: 1. mars» belong to what was said just before."""
        assert self._sak is not None
        if not rest or not self._sak.blokker:
            return False
        if mening == "ansvarlig":
            self._promised_by(rest).ansvarlig = rest.strip(" .")
        else:
            owned = [blokk for blokk in self._sak.blokker if blokk.ansvarlig]
            (owned or self._sak.blokker)[-1].frist = rest.strip(" .")
        return True

    def _promised_by(self, owner: str) -> Blokk:
        """The last text that names the owner, among those nobody owns yet; else the last of them."""
        assert self._sak is not None
        free = [blokk for blokk in self._sak.blokker if not blokk.ansvarlig] or self._sak.blokker
        first = owner.split()[0].strip(",")
        named = [blokk for blokk in free if re.search(rf"\b{re.escape(first)}\b", blokk.tekst)]
        return (named or free)[-1]

    def _text(self, avsnitt: Avsnitt) -> None:
        assert self._sak is not None
        if self._is_cell(avsnitt.text):
            return
        if avsnitt.marker is None:
            self._sitat = _quotes(avsnitt.text)
        blokk = Blokk(self._foran + avsnitt.text, self._del, avsnitt.marker, loes=self._loes)
        self._foran = ""
        blokk.sitat = self._sitat and avsnitt.marker is not None
        self._sak.blokker.append(blokk)
        if avsnitt.marker is None and avsnitt.text.rstrip().endswith(":"):
            self._loes = True

    def _is_cell(self, text: str) -> bool:
        """A lone name or date under columns «Ansvarlig» and «Frist» that came out one cell a line."""
        if (
            "ansvarlig" in self._kolonner
            and len(text) < 60
            and all(map(is_person, re.split(r",\s*|\s+og\s+", text)))
        ):
            return self._beside("ansvarlig", text)
        found = datoer.find(text) if "frist" in self._kolonner else []
        return len(found) == 1 and len(text) - len(found[0].skrevet) < 4 and self._beside("frist", text)


def _quotes(text: str) -> bool:
    """An intro to another body's decision: «ASU ga et oppdrag 18. september, gjennom dette vedtaket:»."""
    if not text.rstrip().endswith(":"):
        return False
    words = load()
    if words.contains("loefte", "sitat", text):
        return True
    elsewhere = datoer.find(text) or re.search(r"\bsak\s+\d|\bi\s+møte", text)
    return bool(elsewhere) and re.search(r"\b(?:vedt(?:ok|ak|atte)|oppdrag)\b", text) is not None


def _decides(avsnitt: Avsnitt) -> tuple[str, str] | None:
    """«Et enstemmig utvalg vedtok:», «Styret fattet følgende vedtak:» open a conclusion too."""
    text = avsnitt.text.strip()
    if len(text) > 110 or _quotes(text) or avsnitt.marker:
        return None
    ends = either(load().words("vedtar", "slutt"))
    if not text.endswith(":") and not avsnitt.heading and len(text.split()) > 7:
        return None
    return ("konklusjon", "") if re.search(rf"\b(?:{ends})\s*:?$", text, re.IGNORECASE) else None
