"""A referat that was read from a paper as an `Utgave`, and the `Referat` that an Utgave is read back as."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.domain.bokstand import Boksakslag
from bot.domain.moete import Moete
from bot.domain.referat import Deltaker, Oppfoelging, Referat, Referatdel, Referatsak
from bot.domain.register import Register
from bot.domain.utgave import (
    DelMangler,
    Utgave,
    Utgavedel,
    Utgavedeltaker,
    Utgaveoppgave,
    Utgavesak,
    Utgavetilstand,
    Ytring,
    avsnitt,
    linje,
    oppramsing,
)


def fra_referat(moete: Moete, register: Register, del_nr: int | None = None) -> Utgave:
    """Of an imported referat, which has no state and no hjemmel. `del_nr` counts its parts from 0.

    Raises LookupError where the møte has no referat, DelMangler where that has no such part.
    """
    if moete.referat is None:
        raise LookupError(moete.id)
    organer = [register.organ(organ_id).navn(moete.dato) for organ_id in moete.organ_ids]
    return av_referat(moete.referat, organer, moete, del_nr)


def av_referat(referat: Referat, organer: Sequence[str], moete: Moete, del_nr: int | None = None) -> Utgave:
    """The same with the names of the bodies given. The møte's own time and place stand where the paper is
    silent.
    """
    deler = tuple(_del(referat, part, nr) for nr, part in enumerate(referat.deler)) or (Utgavedel(),)
    utgave = Utgave(
        organer=tuple(organer),
        dato=referat.dato or moete.dato,
        start=referat.start or (None if referat.dato else moete.start),
        slutt=referat.slutt,
        sted=referat.moetested or moete.sted,
        arkivsak=referat.arkivsak,
        moeteleder=referat.moeteleder,
        referenter=tuple(referat.referenter),
        tilstede=tuple(map(_deltaker, referat.tilstede)),
        forfall=tuple(map(_deltaker, referat.forfall)),
        deler=deler,
        tilstand=Utgavetilstand.IMPORTERT,
        moete_id=moete.id,
        oppgaver_uten_sak=_uten_sak(referat, deler),
    )
    return utgave if del_nr is None else bare_del(utgave, del_nr)


def bare_del(utgave: Utgave, del_nr: int) -> Utgave:
    """Only that part, with its own attendance where it has one. Raises DelMangler."""
    part = next((part for part in utgave.deler if part.nr == del_nr), None)
    if part is None:
        raise DelMangler(del_nr)
    return replace(
        utgave,
        deler=(replace(part, tilstede=(), forfall=()),),
        tilstede=part.tilstede or utgave.tilstede,
        forfall=part.forfall if part.tilstede else utgave.forfall,
        oppgaver_uten_sak=tuple(o for o in utgave.oppgaver_uten_sak if o.del_nr == del_nr),
    )


def som_referat(utgave: Utgave) -> Referat:
    """What reading any of its written forms gives. A part's own attendance is in none of its fields."""
    return Referat(
        utvalg=oppramsing(utgave.organer) or None,
        moetested=utgave.sted,
        arkivsak=utgave.arkivsak,
        dato=utgave.dato,
        start=utgave.start,
        slutt=utgave.slutt,
        moeteleder=utgave.moeteleder,
        referenter=list(utgave.referenter),
        tilstede=[_som_deltaker(deltaker) for deltaker in utgave.tilstede],
        forfall=[_som_deltaker(deltaker) for deltaker in utgave.forfall],
        deler=[Referatdel([_som_sak(sak) for sak in part.saker], part.tittel) for part in utgave.deler],
        oppfoelging=[_som_oppfoelging(utgave, oppgave) for oppgave in utgave.oppgaver],
    )


def med_hvem(ytring: Ytring) -> str:
    """«Siri Li: …», the bare text where nobody is named."""
    return f"{', '.join(ytring.hvem)}: {ytring.tekst}" if ytring.hvem else ytring.tekst


def _del(referat: Referat, part: Referatdel, nr: int) -> Utgavedel:
    saker = tuple(_sak(sak, _oppgaver(referat, part, sak, nr)) for sak in part.saker)
    return Utgavedel(part.tittel, saker, nr=nr)


def _oppgaver(referat: Referat, part: Referatdel, sak: Referatsak, nr: int) -> tuple[Utgaveoppgave, ...]:
    first = next(s for s in part.saker if _navn(s) == _navn(sak)) is sak
    own = [o for o in referat.oppfoelging if (o.sak, o.del_tittel) == (_navn(sak), part.tittel)]
    return tuple(_oppgave(o, nr) for o in own) if first else ()


def _uten_sak(referat: Referat, deler: Sequence[Utgavedel]) -> tuple[Utgaveoppgave, ...]:
    known = {(sak.saksnr or sak.tittel, part.tittel) for part in referat.deler for sak in part.saker}
    numre = {part.tittel: part.nr for part in deler}
    return tuple(
        _oppgave(o, numre.get(o.del_tittel, 0))
        for o in referat.oppfoelging
        if (o.sak, o.del_tittel) not in known
    )


def _oppgave(oppfoelging: Oppfoelging, nr: int) -> Utgaveoppgave:
    return Utgaveoppgave(
        oppfoelging.sak, oppfoelging.hva, oppfoelging.ansvarlig, oppfoelging.frist, del_nr=nr
    )


def _navn(sak: Referatsak) -> str:
    return sak.saksnr or sak.tittel


def _sak(sak: Referatsak, oppgaver: tuple[Utgaveoppgave, ...]) -> Utgavesak:
    return Utgavesak(
        tittel=sak.tittel,
        saksnr=sak.saksnr,
        slag=Boksakslag.SAK,
        innleder=sak.innleder,
        tekst=tuple(sak.innledning),
        konklusjon=tuple(sak.konklusjon),
        innspill=tuple(Ytring(punkt) for punkt in sak.punkter),
        oppgaver=oppgaver,
    )


def _deltaker(deltaker: Deltaker) -> Utgavedeltaker:
    return Utgavedeltaker(
        deltaker.navn, tuple(deltaker.tilknytning), deltaker.rolle, deltaker.vara, deltaker.vara_for
    )


def _som_deltaker(deltaker: Utgavedeltaker) -> Deltaker:
    vara = deltaker.vara or deltaker.vara_for is not None
    return Deltaker(deltaker.navn, list(deltaker.tilknytning), deltaker.rolle, vara, deltaker.vara_for)


def _som_sak(sak: Utgavesak) -> Referatsak:
    vedtak = [tekst for vedtak in sak.vedtak for tekst in (vedtak.tekst, *vedtak.innspill)]
    return Referatsak(
        sak.saksnr,
        linje(sak.tittel),
        innleder=sak.innleder,
        innledning=_avsnitt((*sak.tekst, *map(med_hvem, sak.orientering))),
        konklusjon=[*map(linje, vedtak), *_avsnitt((*sak.konklusjon, *sak.utsatt))],
        punkter=[linje(med_hvem(ytring)) for ytring in sak.innspill],
    )


def _avsnitt(tekster: Iterable[str]) -> list[str]:
    return [en for tekst in tekster for en in avsnitt(tekst)]


def _som_oppfoelging(utgave: Utgave, oppgave: Utgaveoppgave) -> Oppfoelging:
    titler = {part.nr: part.tittel for part in utgave.deler}
    return Oppfoelging(
        oppgave.sak, linje(oppgave.hva), oppgave.ansvarlig, oppgave.frist, titler.get(oppgave.del_nr)
    )
