"""Reads back a referat in the form that this program writes (`bot.documents.utgave_blokker`).

A paper of exactly that form is read by its headings and labels alone, with nothing guessed: what stands
under «Konklusjon/oppfølging» is the konklusjon, and the oppgaver are those of the table. A paper with
anything else in it is left to the reader of all papers.
"""

import re
from collections.abc import Sequence
from datetime import time

from bot.documents import referat_eget_folk as folk
from bot.documents import referat_eget_ord as ord_
from bot.documents.referat_eget_ord import mening
from bot.documents.rows import Row, RowKind
from bot.domain import datoer
from bot.domain.datoer import Datofunn
from bot.domain.referat import Oppfoelging, Referat, Referatdel, Referatsak

_SAK = re.compile(r"Sak (?P<nr>.+?)(?: Tema: (?P<tittel>.+))?")
_TEMA = re.compile(r"Tema: (?P<tittel>.+)")
_KLOKKE = re.compile(r" kl\. (\d{2})\.(\d{2})(?:–(\d{2})\.(\d{2}))?$")
_LISTE = {
    None: "innledning",
    "orientering": "innledning",
    "vedtak": "konklusjon",
    "konklusjon": "konklusjon",
    "innspill": "punkter",
}
_UTENFOR = ("votering", "oppfoelging", "tilfoersel", "unntatt", "rettelser")


class _Annen(Exception):
    """The paper is not of this form."""


class Eget:
    """What was read: the referat, and its date as written."""

    def __init__(self) -> None:
        self.referat = Referat()
        self.moetedato: Datofunn | None = None


def read(rows: Sequence[Row]) -> Eget | None:
    """None where the paper is not of this form."""
    rows = [row for row in rows if row.kind is not RowKind.PAGE_BREAK and row.text]
    start = next(
        (n for n, row in enumerate(rows) if row.heading and row.text.startswith(ord_.TITTEL)), None
    )
    if start is None:
        return None
    leser = _Leser()
    try:
        for row in rows[start + 1 :]:
            leser.take(row)
        return leser.ferdig()
    except (_Annen, folk.IkkeFolk):
        return None


class _Leser:
    """Where the reading stands: in the heading, in a part, in a sak and under which of its headings."""

    def __init__(self) -> None:
        self._eget = Eget()
        self._felt: set[str] = set()
        self._sak: Referatsak | None = None
        self._inne: str | None = None
        self._del_tittel: str | None = None
        self._oppgaver = False
        self._tabell: tuple[int | None, list[str]] = (None, [])

    def ferdig(self) -> Eget:
        referat = self._eget.referat
        if not {"utvalg", "tid"} <= self._felt or not referat.deler:
            raise _Annen
        return self._eget

    def take(self, row: Row) -> None:
        if row.kind is RowKind.TABLE:
            self._rad(row)
        elif not self._eget.referat.deler and row.text.startswith(ord_.TILSTAND):
            return
        elif row.heading:
            self._overskrift(row.text)
        else:
            self._tekst(_hel(row))

    def _overskrift(self, tekst: str) -> None:
        inne = mening(ord_.INNE, tekst)
        if self._oppgavetittel(tekst) or inne == "rettelser":
            self._sak, self._inne = None, inne
        elif (sak := _sak(tekst)) is not None:
            self._aapne(sak)
        elif inne and self._sak:
            self._inne = inne
        else:
            self._ny_del(tekst)

    def _oppgavetittel(self, tekst: str) -> bool:
        head, _, part = tekst.partition(f" {ord_.INGEN} ")
        self._oppgaver = head in ord_.OPPGAVER
        self._del_tittel = part or None
        return self._oppgaver

    def _ny_del(self, tittel: str | None) -> None:
        self._eget.referat.deler.append(Referatdel([], tittel))
        self._sak = self._inne = None

    def _aapne(self, sak: Referatsak) -> None:
        if not self._eget.referat.deler:
            self._ny_del(None)
        self._eget.referat.deler[-1].saker.append(sak)
        self._sak, self._inne = sak, None

    def _tekst(self, tekst: str) -> None:
        if self._inne in _UTENFOR or (self._inne is None and self._sak and ord_.sier_bare(tekst)):
            return
        if self._sak is None:
            self._til_hodet(tekst)
        elif self._inne is None and self._er_innleder(tekst):
            self._sak.innleder = tekst.partition(": ")[2]
        else:
            liste: list[str] = getattr(self._sak, _LISTE[self._inne])
            liste.append(tekst)

    def _er_innleder(self, tekst: str) -> bool:
        sak = self._sak
        first = sak is not None and sak.innleder is None and not sak.innledning
        return first and mening(ord_.FELT, tekst.partition(": ")[0]) == "innleder"

    def _til_hodet(self, tekst: str) -> None:
        """A field of the paper; under the title of a part it is the part's own attendance."""
        navn, _, verdi = tekst.partition(": ")
        felt = mening(ord_.FELT, navn)
        if felt is None:
            raise _Annen
        if self._eget.referat.deler:
            folk.les(verdi)
            return
        if felt in self._felt:
            raise _Annen
        self._felt.add(felt)
        self._sett(felt, verdi)

    def _sett(self, felt: str, verdi: str) -> None:
        referat = self._eget.referat
        match felt:
            case "utvalg" | "moetested" | "arkivsak" | "moeteleder":
                setattr(referat, felt, verdi)
            case "tid":
                self._tid(verdi)
            case "tilstede" | "forfall":
                setattr(referat, felt, folk.les(verdi))
            case "referent":
                referat.referenter = re.split(r", | og ", verdi)

    def _tid(self, verdi: str) -> None:
        referat = self._eget.referat
        self._eget.moetedato = next(iter(datoer.find(verdi)), None)
        if self._eget.moetedato is None:
            raise _Annen
        referat.dato = self._eget.moetedato.dato
        klokker = _KLOKKE.search(verdi)
        if klokker is None:
            return
        first = time(int(klokker[1]), int(klokker[2]))
        if ", slutt kl. " in verdi:
            referat.slutt = first
            return
        referat.start = first
        referat.slutt = time(int(klokker[3]), int(klokker[4])) if klokker[3] else None

    def _rad(self, row: Row) -> None:
        """The first row of a table labels its columns."""
        if row.table != self._tabell[0]:
            meninger = [mening(ord_.KOLONNER, celle) or "" for celle in row.cells]
            if "" in meninger:
                raise _Annen
            self._tabell = (row.table, meninger)
            return
        celler = dict(zip(self._tabell[1], row.cells, strict=False))
        if self._oppgaver:
            self._oppgave({navn: " ".join(celle.split()) for navn, celle in celler.items()})
        elif self._sak is not None and "vedtak" in celler:
            linjer = [linje.removeprefix(ord_.KULE).strip() for linje in celler["vedtak"].split("\n")]
            self._sak.konklusjon += [linje for linje in linjer if linje and linje != ord_.INGEN]

    def _oppgave(self, celler: dict[str, str]) -> None:
        frist = celler.get("frist", "")
        frister = [] if frist.endswith(ord_.INGEN) else [f.dato for f in datoer.find(frist) if f.dato]
        ansvarlig = celler.get("ansvarlig")
        self._eget.referat.oppfoelging.append(
            Oppfoelging(
                celler.get("sak", ""),
                celler.get("oppgave", ""),
                None if ansvarlig == ord_.INGEN else ansvarlig,
                frister[-1] if frister else None,
                self._del_tittel,
            )
        )


def _sak(tekst: str) -> Referatsak | None:
    """«Sak 02/25 Tema: Status», «Tema: Eventuelt», «Sak 04/25»."""
    if match := _TEMA.fullmatch(tekst):
        tittel = match["tittel"]
        return Referatsak(None, "" if tittel == ord_.INGEN else tittel)
    match = _SAK.fullmatch(tekst)
    return Referatsak(match["nr"], match["tittel"] or "") if match else None


def _hel(row: Row) -> str:
    """A list item without its bullet; any other marker is the beginning of the text."""
    return row.text if row.marker in (None, "•") else f"{row.marker} {row.text}"
