"""A referat as JSON in the shape of eInnsyn's API, with Noark 5's names where it has them.

eInnsyn: Moetemappe, Moetesak (moetesaksaar, moetesakssekvensnummer, moetesakstype), Vedtak, Votering,
Moetedokument. Noark 5 v5: moetenummer M008, utvalg M370, moetedato M102, moetested M371,
moetedeltakerNavn M372, moetedeltakerFunksjon M373, tilgangsrestriksjon M500, skjermingshjemmel M501,
moeteregistreringsstatus M055. Neither has forfall, vara, oppfølging or who was away
in one sak: those stand under our own names.
"""

import json
from datetime import time
from typing import Any

from bot.documents.characters import printable
from bot.domain import saksnummer
from bot.domain.bokstand import Boksakslag
from bot.domain.utgave import (
    Utgave,
    Utgavedel,
    Utgavedeltaker,
    Utgaveoppgave,
    Utgavesak,
    Utgavetilstand,
    Utgavevotering,
    Ytring,
    oppramsing,
)

UNNTATT = "Unntatt offentlighet"
UTSATT = "Utsatt til nytt møte i samme utvalg"
BEHANDLET = "Ferdig behandlet av utvalget"
_TYPER = {
    Boksakslag.SAK: "moete",
    Boksakslag.EVENTUELT: "annet",
    Boksakslag.GODKJENNING: "godkjenning",
    Boksakslag.AVSLUTNING: "annet",
}
_STATUS = {
    Utgavetilstand.UTKAST: "Utkast",
    Utgavetilstand.TIL_GODKJENNING: "Til godkjenning",
    Utgavetilstand.GODKJENT: "Godkjent",
}


def skriv(utgave: Utgave) -> bytes:
    """UTF-8. Keys that say nothing are left out."""
    form = _uten_tomme(_moetemappe(utgave))
    return (printable(json.dumps(form, ensure_ascii=False, indent=2)) + "\n").encode()


def _moetemappe(utgave: Utgave) -> dict[str, Any]:
    return {
        "entity": "Moetemappe",
        "moetenummer": str(utgave.moete_id) if utgave.moete_id is not None else None,
        "utvalg": oppramsing(utgave.organer),
        "moetedato": _moment(utgave, utgave.start),
        "moeteslutt": _moment(utgave, utgave.slutt) if utgave.slutt else None,
        "moetested": utgave.sted,
        "arkivsak": utgave.arkivsak,
        "moetedeltaker": _deltakere(utgave),
        "forfall": [_person(deltaker) for deltaker in utgave.forfall],
        "moetesak": [_moetesak(utgave, part, sak) for part in utgave.deler for sak in part.saker],
        "delmoete": [_delmoete(part) for part in utgave.deler if part.tittel],
        "moetedokument": [_dokument(utgave)],
        "oppfoelging": [_oppgave(oppgave) for oppgave in utgave.oppgaver],
        "rettelse": [
            {"dato": r.dato.isoformat(), "tekst": r.tekst, "rettetAv": r.av} for r in utgave.rettelser
        ],
    }


def _moment(utgave: Utgave, klokke: time | None) -> str:
    """A date where no clock is known; clocks are Oslo's, so the zone is told by neither of them."""
    return f"{utgave.dato.isoformat()}T{klokke:%H:%M:%S}" if klokke else utgave.dato.isoformat()


def _deltakere(utgave: Utgave) -> list[dict[str, Any]]:
    """Those present, with the function they had; the møteleder and the referenter also where no list says
    that they were there.
    """
    named = {deltaker.navn for deltaker in utgave.tilstede}
    others = dict.fromkeys(navn for navn in (utgave.moeteleder, *utgave.referenter) if navn)
    folk = [*utgave.tilstede, *(Utgavedeltaker(navn) for navn in others if navn not in named)]
    return [{**_person(d), "moetedeltakerFunksjon": _funksjon(utgave, d)} for d in folk]


def _funksjon(utgave: Utgave, deltaker: Utgavedeltaker) -> str | None:
    funksjoner = (
        "Møteleder" if deltaker.navn == utgave.moeteleder else None,
        "Referent" if deltaker.navn in utgave.referenter else None,
        deltaker.rolle,
    )
    return ", ".join(filter(None, funksjoner)) or None


def _person(deltaker: Utgavedeltaker) -> dict[str, Any]:
    return {
        "moetedeltakerNavn": deltaker.navn,
        "representerer": ", ".join(deltaker.tilknytning) or None,
        "vara": deltaker.vara or None,
        "varaFor": deltaker.vara_for,
        "kom": _klokke(deltaker.kom),
        "gikk": _klokke(deltaker.gikk),
    }


def _klokke(tid: time | None) -> str | None:
    return f"{tid:%H:%M}" if tid else None


def _moetesak(utgave: Utgave, part: Utgavedel, sak: Utgavesak) -> dict[str, Any]:
    nummer = saksnummer.parse(sak.saksnr, utgave.dato.year) if sak.saksnr else None
    head = {
        "entity": "Moetesak",
        "saksnummer": sak.saksnr,
        "moetesaksaar": nummer.aar if nummer else None,
        "moetesakssekvensnummer": nummer.nummer if nummer else None,
        "moetesakstype": _TYPER[sak.slag],
        "delmoete": part.tittel,
    }
    if sak.hjemmel:
        return {**head, "tilgangsrestriksjon": UNNTATT, "skjermingshjemmel": sak.hjemmel}
    skjermet = {"tilgangsrestriksjon": UNNTATT, "skjermingshjemmel": sak.skjermes} if sak.skjermes else {}
    return {**head, **skjermet, **_innhold(utgave, sak)}


def _innhold(utgave: Utgave, sak: Utgavesak) -> dict[str, Any]:
    return {
        "offentligTittel": sak.tittel,
        "saksbehandlerPresentasjon": sak.innleder,
        "ikkeTilStede": list(sak.ikke_til_stede),
        "moeteregistreringsstatus": _status(sak),
        "utredning": "\n".join(sak.tekst),
        "orientering": [_ytring(ytring) for ytring in sak.orientering],
        "innstilling": [{"nummer": f.nr, "tekst": f.tekst} for f in sak.forslag],
        "vedtak": _vedtak(utgave, sak),
        "konklusjon": [*sak.konklusjon, *sak.utsatt],
        "innspill": [_ytring(ytring) for ytring in sak.innspill],
        "protokolltilfoersel": [_ytring(ytring) for ytring in sak.tilfoersler],
        "skjermedePunkter": [
            {"tilgangsrestriksjon": UNNTATT, "skjermingshjemmel": hjemmel} for hjemmel in sak.unntatt
        ],
    }


def _status(sak: Utgavesak) -> str | None:
    """Noark has no word for a sak that the møte never came to."""
    if sak.ubehandlet:
        return None
    return UTSATT if sak.utsatt else BEHANDLET


def _ytring(ytring: Ytring) -> dict[str, Any]:
    return {"tekst": ytring.tekst, "hvem": list(ytring.hvem)}


def _vedtak(utgave: Utgave, sak: Utgavesak) -> dict[str, Any] | None:
    tekster = [tekst for vedtak in sak.vedtak for tekst in (vedtak.tekst, *vedtak.innspill)]
    if not tekster and not sak.voteringer:
        return None
    return {
        "entity": "Vedtak",
        "vedtakstekst": "\n".join(tekster),
        "dato": utgave.dato.isoformat(),
        "votering": [_votering(votering) for votering in sak.voteringer],
    }


def _votering(votering: Utgavevotering) -> dict[str, Any]:
    """eInnsyn has one for each who votes; only the counts are known here, under eInnsyn's own answers."""
    svar = ("Ja", "Nei", "Blankt")
    stemmer = dict(zip(svar, votering.stemmer, strict=True)) if votering.stemmer else None
    return {"entity": "Votering", "tekst": votering.tekst, "antall": stemmer}


def _delmoete(part: Utgavedel) -> dict[str, Any]:
    return {
        "tittel": part.tittel,
        "moetedeltaker": [_person(deltaker) for deltaker in part.tilstede],
        "forfall": [_person(deltaker) for deltaker in part.forfall],
    }


def _dokument(utgave: Utgave) -> dict[str, Any]:
    return {
        "entity": "Moetedokument",
        "moetedokumenttype": "protokoll",
        "dokumentstatus": _STATUS.get(utgave.tilstand),
        "godkjentDato": utgave.godkjent.isoformat() if utgave.godkjent else None,
        "godkjentAv": utgave.godkjent_av,
        "offentlig": utgave.offentlig,
    }


def _oppgave(oppgave: Utgaveoppgave) -> dict[str, Any]:
    return {
        "nummer": oppgave.nr,
        "saksnummer": oppgave.sak,
        "tekst": oppgave.hva,
        "ansvarlig": oppgave.ansvarlig,
        "frist": oppgave.frist.isoformat() if oppgave.frist else None,
        "tidligereFrister": [dag.isoformat() for dag in oppgave.frister],
    }


def _uten_tomme(verdi: Any) -> Any:
    if isinstance(verdi, dict):
        return {navn: _uten_tomme(del_) for navn, del_ in verdi.items() if del_ not in (None, "", [], {})}
    return [_uten_tomme(del_) for del_ in verdi] if isinstance(verdi, list) else verdi
