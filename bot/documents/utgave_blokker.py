"""An Utgave as blocks: the one place that decides what a referat looks like in every format.

The form is that of the committees' own referater: labels of the heading, «Sak 02/25 Tema: …», the text,
«Konklusjon/oppfølging», and the oppgaver in a table at the end. `bot.documents.referat_eget` reads it back.
"""

from collections.abc import Iterator

from bot.documents.blokker import Avsnitt, Blokk, Dokument, Felt, Merke, Overskrift, Tabell
from bot.documents.utgave_folk import folk, klokke
from bot.documents.utgave_oppgaver import oppgaver
from bot.documents.utgave_sak import sak
from bot.domain.utgave import Utgave, Utgavedel, Utgavetilstand, oppramsing
from bot.turn import Norsk


def dokument(utgave: Utgave, norsk: Norsk) -> Dokument:
    organ = oppramsing(utgave.organer)
    tittel = norsk.tekst("dokument.tittel", organ=organ) if organ else norsk.tekst("dokument.referat")
    return Dokument(
        tittel=f"{tittel} {norsk.dato(utgave.dato)}",
        blokker=(
            Overskrift(tittel, 1),
            *_hode(utgave, norsk),
            *_saker(utgave, norsk),
            *_hale(utgave, norsk),
        ),
        maalform=norsk.maalform.value,
        forfatter=organ or "Helsebot",
        side=norsk.tekst("dokument.side", nr="{nr}", antall="{antall}"),
    )


def _hode(utgave: Utgave, norsk: Norsk) -> Iterator[Blokk]:
    yield from map(Merke, _tilstand(utgave, norsk))
    felt = (
        (norsk.tekst("dokument.utvalg"), oppramsing(utgave.organer)),
        (norsk.tekst("dokument.moetested"), utgave.sted or ""),
        (norsk.tekst("dokument.tid"), _tid(utgave, norsk)),
        (norsk.tekst("dokument.arkivsak"), utgave.arkivsak or ""),
        (norsk.tekst("dokument.tilstede"), folk(utgave.tilstede, norsk)),
        (norsk.tekst("dokument.forfall"), folk(utgave.forfall, norsk)),
        (norsk.tekst("dokument.ubekreftet"), "; ".join(utgave.ubekreftet)),
        (norsk.tekst("dokument.moeteleder"), utgave.moeteleder or ""),
        (norsk.tekst("dokument.referent"), oppramsing(utgave.referenter)),
    )
    yield from (Felt(navn, verdi) for navn, verdi in felt if verdi)


def _tid(utgave: Utgave, norsk: Norsk) -> str:
    tid = norsk.tidsrom(utgave.dato, utgave.start, utgave.slutt)
    if utgave.slutt and not utgave.start:
        return norsk.tekst("dokument.slutt", tid=tid, kl=klokke(utgave.slutt))
    return tid


def _tilstand(utgave: Utgave, norsk: Norsk) -> Iterator[str]:
    if utgave.tilstand is Utgavetilstand.UTKAST:
        yield norsk.tekst("dokument.utkast")
    elif utgave.tilstand is Utgavetilstand.TIL_GODKJENNING and utgave.merknadsfrist:
        yield norsk.tekst("dokument.til_godkjenning_frist", frist=norsk.dato(utgave.merknadsfrist))
    elif utgave.tilstand is Utgavetilstand.TIL_GODKJENNING:
        yield norsk.tekst("dokument.til_godkjenning")
    elif utgave.tilstand is Utgavetilstand.GODKJENT:
        yield _godkjent(utgave, norsk)
    if utgave.offentlig:
        yield norsk.tekst("dokument.offentlig")


def _godkjent(utgave: Utgave, norsk: Norsk) -> str:
    if utgave.godkjent is None:
        return norsk.tekst("dokument.godkjent")
    dato = norsk.dato(utgave.godkjent)
    if utgave.godkjent_i:
        return norsk.tekst("dokument.godkjent_i", dato=dato, sak=utgave.godkjent_i)
    if utgave.godkjent_av:
        return norsk.tekst("dokument.godkjent_av", dato=dato, navn=utgave.godkjent_av)
    return norsk.tekst("dokument.godkjent_dato", dato=dato)


def _saker(utgave: Utgave, norsk: Norsk) -> Iterator[Blokk]:
    for part in utgave.deler:
        yield from _delhode(part, norsk)
        for one in part.saker:
            yield from sak(one, norsk, 3 if part.tittel else 2)


def _delhode(part: Utgavedel, norsk: Norsk) -> Iterator[Blokk]:
    if part.tittel:
        yield Overskrift(part.tittel, 2)
    felt = (
        (norsk.tekst("dokument.tilstede"), folk(part.tilstede, norsk)),
        (norsk.tekst("dokument.forfall"), folk(part.forfall, norsk)),
    )
    yield from (Felt(navn, verdi) for navn, verdi in felt if verdi)


def _hale(utgave: Utgave, norsk: Norsk) -> Iterator[Blokk]:
    yield from oppgaver(utgave, norsk)
    if utgave.rettelser:
        yield Overskrift(norsk.tekst("dokument.rettelser"), 2)
        hode = (norsk.tekst("dokument.dato"), norsk.tekst("dokument.rettelse"))
        rader = tuple((norsk.dato(r.dato), r.tekst) for r in utgave.rettelser)
        yield Avsnitt(norsk.tekst("dokument.rettelser_om"))
        yield Tabell(hode, rader, (0.3, 0.7))
