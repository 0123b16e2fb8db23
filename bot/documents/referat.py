"""Rows to a Referat: the reader of minutes, whatever their layout."""

from collections.abc import Sequence

from bot.documents import referat_eget
from bot.documents.oppfoelging import find_oppfoelging
from bot.documents.referat_avsnitt import elements, join_list_text
from bot.documents.referat_eget import Eget
from bot.documents.referat_etiketter import with_colons
from bot.documents.referat_hale import Hale, read_clock, take_tail
from bot.documents.referat_hendelser import find_hendelser, guess_body
from bot.documents.referat_hode import Referathode, read_heading
from bot.documents.referat_inndeling import find_starts
from bot.documents.referat_leser import Utkast, walk
from bot.documents.referat_ord import load, seksjon
from bot.documents.referat_saker import correct, to_deler, utkast_av
from bot.documents.referat_sakhode import read as read_sakhode
from bot.documents.referat_tabell import flatten
from bot.documents.rows import Row
from bot.domain import datoer
from bot.domain.kontroll import Papir, check_referat
from bot.domain.reading import Reading
from bot.domain.referat import Deltaker, Referat

_FOERSTE = 40


def read(rows: list[Row]) -> Reading:
    """The referat in `rows`. What could not be placed is in `ikke_tolket`; nothing is thrown away.

    One that this program has written is read by its own form, any other by what papers are like.
    """
    eget = referat_eget.read(rows)
    return _own(eget) if eget else _any(rows)


def _own(eget: Eget) -> Reading:
    referat = eget.referat
    for part in referat.deler:
        correct(part.saker, referat.dato.year if referat.dato else None)
    referat.hendelser = find_hendelser([], utkast_av(referat), referat.dato)
    return Reading(referat=referat, merknader=check_referat(referat, Papir(False, eget.moetedato)))


def _any(rows: list[Row]) -> Reading:
    aar = _year(rows)
    printed = elements(rows, lambda line: read_sakhode(line, aar) is not None, _is_heading)
    parts = with_colons(join_list_text(flatten(printed, aar), _is_heading))
    utkast = walk(parts, find_starts(parts, aar), aar)
    hale = take_tail(utkast.deler)
    read_clock(hale, utkast.moetet)
    titler = [sak.hode.tittel for part in utkast.deler for sak in part.saker]
    hode = read_heading(utkast.hode, titler, aar)
    referat = _referat(hode, utkast, hale, aar)
    papir = Papir("arkivsak" in hode.felt.tomme and not referat.arkivsak, hode.felt.datofunn)
    return Reading(
        referat=referat,
        merknader=check_referat(referat, papir),
        ikke_tolket=[*hode.rest, *hale.rest],
        utvalg_forslag=None if referat.utvalg else guess_body(utkast.deler),
    )


def _referat(hode: Referathode, utkast: Utkast, hale: Hale, aar: int | None) -> Referat:
    felt = hode.felt
    ledere, skrivere = (hale.roller.get(role, []) for role in ("moeteleder", "referent"))
    referat = Referat(
        utvalg=felt.utvalg,
        moetested=felt.moetested,
        arkivsak=felt.arkivsak,
        dato=felt.dato,
        start=felt.start or hale.start,
        slutt=hale.slutt or felt.slutt,
        moeteleder=felt.moeteleder
        or _first([*_with_role(hode.tilstede, "møteleder", "møteleiar"), *ledere]),
        referenter=felt.referenter or _with_role(hode.tilstede, "referent", "skrivar") or skrivere,
        tilstede=hode.tilstede,
        forfall=hode.forfall,
    )
    referat.deler = to_deler(utkast.deler, felt.dato.year if felt.dato else aar)
    referat.hendelser = find_hendelser(utkast.neste, utkast.deler, referat.dato)
    referat.oppfoelging = find_oppfoelging(utkast.deler, utkast.aksjoner, referat)
    return referat


def _year(rows: Sequence[Row]) -> int | None:
    """The year of the first date near the top: enough to tell «01-21» from a range."""
    found = (funn for row in rows[:_FOERSTE] for funn in datoer.find(row.text) if funn.dato)
    return next((funn.dato.year for funn in found if funn.dato), None)


def _is_heading(line: str) -> bool:
    """A line that begins something of its own: a label of the heading, or a heading inside a sak."""
    head = line.partition(":")[0]
    return seksjon(line) is not None or (len(head) < 45 and bool(load().meanings("felt", head)))


def _first(names: Sequence[str]) -> str | None:
    return names[0] if names else None


def _with_role(people: Sequence[Deltaker], *roles: str) -> list[str]:
    return [p.navn for p in people if p.rolle and set(p.rolle.split(", ")) & set(roles)]
