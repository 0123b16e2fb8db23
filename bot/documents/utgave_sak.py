"""One sak as blocks."""

from collections.abc import Iterable, Iterator, Sequence

from bot.documents.blokker import Avsnitt, Blokk, Felt, Overskrift, Punkt, Tabell
from bot.documents.utgave_oppgaver import frist
from bot.domain.utgave import Utgaveoppgave, Utgavesak, Utgavevedtak, Utgavevotering, Ytring, avsnitt, linje
from bot.domain.utgave_referat import med_hvem
from bot.turn import Norsk

INGEN = "–"
"""Stands in a cell that has nothing to say."""
KULE = "• "
"""In front of what fills an open place, within a cell."""


def sak(sak: Utgavesak, norsk: Norsk, nivaa: int) -> Iterator[Blokk]:
    """Heading, text, forslag beside vedtak, konklusjon, what follows of it, and what was said."""
    yield Overskrift(_tittel(sak, norsk), nivaa)
    if hjemmel := sak.hjemmel or sak.skjermes:
        yield Avsnitt(linje(norsk.tekst("dokument.unntatt", hjemmel=hjemmel)))
    if sak.ubehandlet:
        yield Avsnitt(norsk.tekst("dokument.ubehandlet"))
    if sak.hjemmel or sak.ubehandlet:
        return
    if sak.innleder:
        yield Felt(norsk.tekst("dokument.innleder"), linje(sak.innleder))
    yield from _avsnitt(sak.tekst)
    orientering = _avsnitt(map(med_hvem, sak.orientering))
    yield from _med_overskrift(norsk.tekst("dokument.orientering"), orientering, nivaa + 1)
    yield from _vedtak(sak, norsk, nivaa + 1)
    for overskrift, inne in _under(sak, norsk):
        yield from _med_overskrift(overskrift, inne, nivaa + 1)


def _under(sak: Utgavesak, norsk: Norsk) -> Iterator[tuple[str, list[Blokk]]]:
    """The headings inside a sak, in the order of the paper, with what stands under each."""
    yield norsk.tekst("dokument.konklusjon"), _avsnitt((*sak.konklusjon, *sak.utsatt))
    yield norsk.tekst("dokument.votering"), _avsnitt(_voteringer(sak.voteringer, norsk))
    yield norsk.tekst("dokument.oppfoelging"), list(_oppfoelging(_usagte(sak), norsk))
    yield norsk.tekst("dokument.innspill"), _punkter(sak.innspill)
    yield norsk.tekst("dokument.tilfoersel"), _punkter(sak.tilfoersler)
    unntatt = [norsk.tekst("dokument.punkt_unntatt", hjemmel=hjemmel) for hjemmel in sak.unntatt]
    yield norsk.tekst("dokument.unntatt_tittel"), _avsnitt(unntatt)


def _tittel(sak: Utgavesak, norsk: Norsk) -> str:
    tittel = linje(sak.tittel)
    if sak.saksnr and tittel:
        return norsk.tekst("dokument.sak", saksnr=sak.saksnr, tittel=tittel)
    if sak.saksnr:
        return norsk.tekst("dokument.sak_uten_tittel", saksnr=sak.saksnr)
    return norsk.tekst("dokument.sak_uten_nummer", tittel=tittel or INGEN)


def _med_overskrift(overskrift: str, inne: Sequence[Blokk], nivaa: int) -> Iterator[Blokk]:
    """The heading stands only where something stands under it."""
    if inne:
        yield Overskrift(overskrift, nivaa)
        yield from inne


def _punkter(ytringer: Iterable[Ytring]) -> list[Blokk]:
    return [Punkt(linje(med_hvem(ytring))) for ytring in ytringer]


def _avsnitt(tekster: Iterable[str]) -> list[Blokk]:
    return [Avsnitt(en) for tekst in tekster for en in avsnitt(tekst)]


def _vedtak(sak: Utgavesak, norsk: Norsk, nivaa: int) -> Iterator[Blokk]:
    """Beside the forslag they answer, where there were any; the innspill that fill a place stand below."""
    if not sak.forslag:
        inne: list[Blokk] = [Avsnitt(linje(tekst)) for vedtak in sak.vedtak for tekst in _tekster(vedtak)]
        yield from _med_overskrift(norsk.tekst("dokument.vedtak"), inne, nivaa)
        return
    hode = (norsk.tekst("dokument.forslag"), norsk.tekst("dokument.vedtak"))
    yield Tabell(hode, tuple(_rader(sak, norsk)), (0.5, 0.5))


def _rader(sak: Utgavesak, norsk: Norsk) -> Iterator[tuple[str, str]]:
    """In the order of the vedtak, so that they read on; then the forslag that nothing answers."""
    numre = {forslag.nr: forslag for forslag in sak.forslag}
    shown = set()
    for vedtak in sak.vedtak:
        svarer = numre.get(vedtak.forslag) if vedtak.forslag else None
        if svarer is None and len(sak.forslag) == 1 and vedtak.forslag is not None:
            svarer = sak.forslag[0]
        venstre = "" if svarer is None or svarer in shown else _forslag(svarer.nr, svarer.tekst)
        if svarer:
            shown.add(svarer)
        elif vedtak.forslag == 0:
            venstre = "\n".join(_forslag(f.nr, f.tekst) for f in sak.forslag if f not in shown)
            shown.update(sak.forslag)
        yield venstre or INGEN, _vedtakstekst(vedtak)
    for forslag in sak.forslag:
        if forslag not in shown:
            yield _forslag(forslag.nr, forslag.tekst), INGEN


def _vedtakstekst(vedtak: Utgavevedtak) -> str:
    return "\n".join((linje(vedtak.tekst), *(f"{KULE}{linje(tekst)}" for tekst in vedtak.innspill)))


def _forslag(nr: int | None, tekst: str) -> str:
    return f"{nr}. {tekst}" if nr else tekst


def _tekster(vedtak: Utgavevedtak) -> tuple[str, ...]:
    return (vedtak.tekst, *vedtak.innspill)


def _voteringer(voteringer: Iterable[Utgavevotering], norsk: Norsk) -> Iterator[str]:
    for votering in voteringer:
        if votering.stemmer and not votering.tekst:
            for_, mot, blanke = votering.stemmer
            yield norsk.tekst("dokument.stemmer", antall=for_, mot=mot, blanke=blanke)
        else:
            yield votering.tekst


def _usagte(sak: Utgavesak) -> list[Utgaveoppgave]:
    """Those whose words do not stand in the text already: of an imported paper most do."""
    said = " ".join((*sak.tekst, *sak.konklusjon, *(ytring.tekst for ytring in sak.innspill)))
    return [oppgave for oppgave in sak.oppgaver if oppgave.hva not in said]


def _oppfoelging(oppgaver: Iterable[Utgaveoppgave], norsk: Norsk) -> Iterator[Blokk]:
    for oppgave in oppgaver:
        hvem = oppgave.ansvarlig or norsk.tekst("dokument.ingen_ansvarlig")
        dag = frist(oppgave)
        naar = norsk.tekst("dokument.innen", frist=dag) if dag else ""
        yield Punkt(linje(f"{oppgave.hva} ({'; '.join(filter(None, (hvem, naar)))})"))
