"""One saksfremlegg: its heading, proposals, vedlegg, and every section of its text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.documents import navn
from bot.documents.hode_felt import Felt, find_felt
from bot.documents.innkalling_arkiv import is_treatment_head, treatment
from bot.documents.innkalling_avsnitt import Avsnitt, Overskrift, heading_of, paragraphs
from bot.documents.innkalling_deler import Blokk
from bot.documents.ordforraad import Ordforraad, normalise
from bot.documents.rows import Row, RowKind
from bot.documents.saksfremlegg_forslag import read_forslag
from bot.domain import datoer, saksnummer
from bot.domain.innkalling import Saksfremlegg, Seksjon

_HODERADER = 14
_NUMMERERT = re.compile(r"^\d{1,2}[.)]?\s+(?=\D)")
_FLERE = re.compile(r";\s+|\s+\d{1,2}[.)]\s+(?=[A-ZÆØÅ])")
_INGEN = ("ingen", "ingen vedlegg", "ikke aktuelt", "nei", "-")
_PROSA = 140


@dataclass
class _Del:
    """A heading with the paragraphs under it."""

    overskrift: Overskrift
    avsnitt: list[Avsnitt] = field(default_factory=list)


def read_saksfremlegg(
    rows: Sequence[Row], blokk: Blokk, words: Ordforraad, aar: int | None
) -> Saksfremlegg:
    """Reads rows[blokk.innhold:blokk.slutt]. Text under no heading is a Seksjon with overskrift ""."""
    flagged = any(row.heading for row in rows)
    body = [
        *rows[blokk.start : blokk.start + blokk.foran],
        *(
            row
            for index, row in enumerate(rows[blokk.innhold : blokk.slutt], blokk.innhold)
            if index != blokk.tittelrad and not _is_opening(row, words)
        ),
    ]
    fremlegg = Saksfremlegg(blokk.saksnr, blokk.tittel)
    used = _read_labels(fremlegg, body, words, flagged, aar)
    rest = [row for index, row in enumerate(body) if index not in used]
    for one in _parts(paragraphs(rest, words), words, flagged):
        _take(fremlegg, one)
    return fremlegg


def _is_opening(row: Row, words: Ordforraad) -> bool:
    return row.kind is RowKind.TEXT and normalise(row.text) in ("saksfremlegg", "saksframlegg")


def _read_labels(
    fremlegg: Saksfremlegg, body: Sequence[Row], words: Ordforraad, flagged: bool, aar: int | None
) -> set[int]:
    """Fills in what the labels say; the indices of the rows they stand on."""
    head = list(body[: _first_heading(body, words, flagged)])
    treated = {index for index, row in enumerate(head) if _take_treatment(fremlegg, row, aar)}
    felt = find_felt(head, words, "fremleggfelt")
    for one in felt:
        _take_label(fremlegg, one, aar)
    heads = {index for index, row in enumerate(head) if treated and is_treatment_head(row)}
    return heads | treated | {index for one in felt for index in one.rader}


def _take_treatment(fremlegg: Saksfremlegg, row: Row, aar: int | None) -> bool:
    """A row of the case system's table of treatments; that of another body says nothing of this one's."""
    found = treatment(row.text, aar)
    if found and saksnummer.same(found.nummer.skrevet, fremlegg.saksnr, aar):
        fremlegg.utvalg = fremlegg.utvalg or found.utvalg or None
        fremlegg.dato = fremlegg.dato or found.dato
    return found is not None


def _first_heading(body: Sequence[Row], words: Ordforraad, flagged: bool) -> int:
    for index, row in enumerate(body[:_HODERADER]):
        if row.kind is not RowKind.TEXT or _is_label(row, words):
            continue
        if heading_of(paragraphs([row], words)[0], (), words, flagged):
            return index
    return min(len(body), _HODERADER)


def _is_label(row: Row, words: Ordforraad) -> bool:
    return words.meaning("fremleggfelt", row.text.split(":")[0]) is not None and not words.meanings(
        "overskrift", row.text
    )


def _take_label(fremlegg: Saksfremlegg, felt: Felt, aar: int | None) -> None:
    if felt.mening == "tittel":
        fremlegg.tittel = fremlegg.tittel or felt.verdi
    elif felt.mening == "utvalg":
        fremlegg.utvalg = fremlegg.utvalg or felt.verdi.rstrip(" .") or None
    elif felt.mening == "dato":
        fremlegg.dato = fremlegg.dato or datoer.read(felt.verdi, aar)
    elif felt.mening in ("saksansvarlig", "ansvarlig"):
        fremlegg.saksansvarlig += navn.split_names(felt.verdi)
    elif felt.mening == "saksbehandler":
        fremlegg.saksbehandler += navn.split_names(felt.verdi)


def _parts(avsnitt: Sequence[Avsnitt], words: Ordforraad, flagged: bool) -> list[_Del]:
    parts = [_Del(Overskrift("seksjon", ""))]
    for index, one in enumerate(avsnitt):
        heading = heading_of(one, avsnitt[index + 1 :], words, flagged)
        if heading is None:
            parts[-1].avsnitt.append(one)
            continue
        parts.append(_Del(heading))
        if heading.tekst:
            parts[-1].avsnitt.append(Avsnitt(heading.tekst))
    return parts


def _take(fremlegg: Saksfremlegg, part: _Del) -> None:
    if part.overskrift.mening == "forslag":
        forslag, loose = read_forslag(part.avsnitt)
        fremlegg.forslag_til_vedtak += forslag
        _add_section(fremlegg, "", loose)
    elif part.overskrift.mening == "vedlegg":
        _take_vedlegg(fremlegg, part.avsnitt)
    else:
        _add_section(fremlegg, part.overskrift.tittel, part.avsnitt)


def _add_section(fremlegg: Saksfremlegg, title: str, avsnitt: Sequence[Avsnitt]) -> None:
    text = "\n".join(one.printed for one in avsnitt if one.text)
    if title or text:
        fremlegg.seksjoner.append(Seksjon(title, text))


def _take_vedlegg(fremlegg: Saksfremlegg, avsnitt: Sequence[Avsnitt]) -> None:
    """Every item is an entry. Prose behind the list is text of its own."""
    for index, one in enumerate(avsnitt):
        if index and one.marker is None and one.blank and len(one.text) > _PROSA:
            _add_section(fremlegg, "", avsnitt[index:])
            return
        for part in _entries(one):
            if normalise(part) not in _INGEN:
                fremlegg.vedlegg.append(part)


def _entries(one: Avsnitt) -> list[str]:
    """An item is one entry; a line may hold several («1) Plan 2) Kart», «Plan; Kart»)."""
    if one.marker:
        return [one.text] if one.text else []
    parts = _FLERE.split(_NUMMERERT.sub("", one.text))
    return [part.strip(" ,") for part in parts if part.strip(" ,")]
