"""What is said under one sak: its headings, decisions, loose points, and who does what by when."""

import re
from dataclasses import replace

from bot.documents.frammoete_del import is_person
from bot.documents.oppfoelging_setning import is_task
from bot.documents.referat_avsnitt import Avsnitt
from bot.documents.referat_blokk import Blokk, Del, Sakutkast
from bot.documents.referat_ord import either, is_one_of, load, seksjon
from bot.documents.referat_sakhode import clean_title, split_innleder
from bot.domain import datoer

_INNI = ("konklusjon", "oppfoelging", "ansvarlig", "frist", "votering")
_INNE = re.compile(
    r"(?<=[.!?)]\s)(?=[A-ZÆØÅ][\w/ ]{2,25}:)|(?<=\s)(?=(?:Ansvarlig|Ansvarleg|Ansvar|Frist)\s*:)"
)
_DELER = {"konklusjon": Del.KONKLUSJON, "forslag": Del.FORSLAG, "oppfoelging": Del.OPPFOELGING}


class Saktekst:
    """Reads the paragraphs of one sak into its `utkast`.

    `columns` are those of a table that came out one cell a line: a lone name or date is then a cell.
    """

    def __init__(self, utkast: Sakutkast, columns: set[str]) -> None:
        self.utkast = utkast
        self._columns = columns
        self._del = Del.INNLEDNING
        self._loes = self._sitat = False
        self._foran = self._venter = ""

    def waits_for_title(self, avsnitt: Avsnitt) -> bool:
        """Whether the number stood alone on its line, and this one can be the title."""
        text = avsnitt.text
        unnamed = not self.utkast.hode.tittel and not self.utkast.blokker and not avsnitt.marker
        ends = text.endswith((".", ":")) and not avsnitt.heading
        return unnamed and not ends and len(text) < 150 and not seksjon(text)

    def name(self, text: str) -> None:
        tittel, innleder = split_innleder(clean_title(text))
        self.utkast.hode = replace(self.utkast.hode, tittel=tittel)
        self.utkast.innleder = innleder or self.utkast.innleder

    def add(self, avsnitt: Avsnitt) -> None:
        """One paragraph, cut at the labels in it («… Ansvarlig: Siri»)."""
        first, *others = [part.strip() for part in _INNE.split(avsnitt.text) if part.strip()]
        self._part(replace(avsnitt, text=first))
        for text in others:
            part = replace(avsnitt, text=text, marker=None)
            label = seksjon(text)
            if self.utkast.blokker and (label is None or label[0] not in _INNI):
                self.utkast.blokker[-1].tekst += f" {text}"
            else:
                self._part(part)

    def _part(self, avsnitt: Avsnitt) -> None:
        found = seksjon(avsnitt.text) or _decides(avsnitt)
        if found is None or not self._heading(found[0], found[1], avsnitt):
            self._text(avsnitt)

    def _heading(self, mening: str, rest: str, avsnitt: Avsnitt) -> bool:
        """Acts on a heading inside the sak. False where the line is text of its own all the same."""
        if mening in ("ansvarlig", "frist"):
            return self._beside(mening, rest)
        if mening == "innleder" and rest:
            self.utkast.innleder = self.utkast.innleder or rest.strip(" .")
            return True
        if mening in ("innspill", "votering", "vedlegg", "orientering"):
            self._loes = self._loes or mening in ("innspill", "vedlegg")
            return not rest and mening != "vedlegg"
        if mening == "konklusjon" and self._is_outcome(avsnitt):
            return False
        inline = bool(rest) and (avsnitt.marker is not None or self._del is Del.KONKLUSJON)
        if inline and mening in ("innledning", "tekst"):
            return False
        return self._section(mening, rest, avsnitt)

    def _is_outcome(self, avsnitt: Avsnitt) -> bool:
        """«Enstemmig vedtatt.» under «Vedtak» is the decision; «Samrøystes vedteke:» opens one."""
        said = avsnitt.text.endswith(".") or self._del is Del.KONKLUSJON
        return said and not avsnitt.text.endswith(":") and is_one_of("vedtar", "utfall", avsnitt.text)

    def _section(self, mening: str, rest: str, avsnitt: Avsnitt) -> bool:
        """A new part of the sak. A label of a decision goes; other labels stay in front of their text."""
        self._del = _DELER.get(mening, Del.INNLEDNING)
        self._loes = self._sitat = False
        if rest and mening in ("konklusjon", "oppfoelging", "innledning"):
            self._text(replace(avsnitt, text=rest, marker=None))
            return True
        self._foran = f"{avsnitt.text.strip(' :')}: " if mening == "forslag" and not rest else ""
        return not rest

    def _beside(self, mening: str, rest: str) -> bool:
        """«Ansvarlig: Siri» and «Frist: 1. mars» belong to what was said just before."""
        self._venter = "" if rest else mening
        if not rest or not self.utkast.blokker:
            return not rest
        if mening == "ansvarlig":
            self._promised_by(rest).ansvarlig = rest.strip(" .")
        else:
            owned = [blokk for blokk in self.utkast.blokker if blokk.ansvarlig]
            (owned or self.utkast.blokker)[-1].frist = rest.strip(" .")
        return True

    def _promised_by(self, owner: str) -> Blokk:
        """The last text that lays a task on the owner or on nobody, among those nobody owns yet; else the
        last that names the owner, else the last of them.
        """
        blokker = self.utkast.blokker
        free = [blokk for blokk in blokker if not blokk.ansvarlig] or blokker
        first = owner.split()[0].strip(",")
        named = [blokk for blokk in free if re.search(rf"\b{re.escape(first)}\b", blokk.tekst)]
        asked = [blokk for blokk in free if is_task(blokk.tekst, first)]
        return ([blokk for blokk in asked if blokk in named] or asked or named or free)[-1]

    def _text(self, avsnitt: Avsnitt) -> None:
        waiting, self._venter = self._venter, ""
        if waiting and len(avsnitt.text) < 60 and self._beside(waiting, avsnitt.text):
            return
        if self._is_cell(avsnitt.text) or self._says_nothing(avsnitt.text):
            return
        if avsnitt.marker is None:
            self._sitat = quotes(avsnitt.text)
        blokk = Blokk(self._foran + avsnitt.text, self._del, avsnitt.marker, loes=self._loes)
        blokk.sitat = self._sitat and avsnitt.marker is not None
        self._foran = ""
        self.utkast.blokker.append(blokk)
        if avsnitt.marker is None and avsnitt.text.rstrip().endswith(":"):
            self._loes = True

    def _says_nothing(self, text: str) -> bool:
        """«Oppfølging: Ingen»."""
        return self._del is Del.OPPFOELGING and is_one_of("person", "ingen", text)

    def _is_cell(self, text: str) -> bool:
        """A lone name under a column «Ansvarlig», a lone date under «Frist»."""
        names = re.split(r",\s*|\s+og\s+", text)
        if "ansvarlig" in self._columns and len(text) < 60 and all(map(is_person, names)):
            return self._beside("ansvarlig", text)
        found = datoer.find(text) if "frist" in self._columns else []
        return len(found) == 1 and len(text) - len(found[0].skrevet) < 4 and self._beside("frist", text)


def quotes(text: str) -> bool:
    """An intro to another body's decision: «PSU ga oppgaven 3. oktober, med dette vedtaket:»."""
    if not text.rstrip().endswith(":"):
        return False
    if load().contains("loefte", "sitat", text):
        return True
    elsewhere = datoer.find(text) or re.search(r"\bsak\s+\d|\bi\s+møte", text)
    return bool(elsewhere) and re.search(r"\b(?:vedt(?:ok|ak|atte)|oppdrag)\b", text) is not None


def _decides(avsnitt: Avsnitt) -> tuple[str, str] | None:
    """«Et enstemmig utvalg vedtok:», «Styret fattet følgende vedtak:» open a conclusion too."""
    text = avsnitt.text.strip()
    if len(text) > 110 or quotes(text) or avsnitt.marker:
        return None
    if not text.endswith(":") and not avsnitt.heading and len(text.split()) > 7:
        return None
    ends = either(load().words("vedtar", "slutt"))
    return ("konklusjon", "") if re.search(rf"\b(?:{ends})\s*:?$", text, re.IGNORECASE) else None
