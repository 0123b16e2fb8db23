"""A referat that is kept here as an `Utgave`: the points of the møtebok sorted as a paper has them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from zoneinfo import ZoneInfo

from bot.domain import utgave_vedtak
from bot.domain.bokframmoete import ikke_til_stede_i
from bot.domain.bokholdt import forslag_i_boken
from bot.domain.boksaker import ubehandlet
from bot.domain.bokskjerming import hjemmel, rettelse_unntatt
from bot.domain.bokstand import Bokdel, Boksak, Boksakslag, Bokstand, Frammoett, Punkt, Status
from bot.domain.frammoete import Hvem
from bot.domain.moete import Moete
from bot.domain.moetebok import Boktilstand, Punktslag
from bot.domain.oppgave import Oppgave
from bot.domain.register import Register
from bot.domain.utgave import (
    DelMangler,
    Utgave,
    Utgavedel,
    Utgavedeltaker,
    Utgaveoppgave,
    Utgaverettelse,
    Utgavesak,
    Utgavetilstand,
    Utgavevotering,
    Ytring,
)
from bot.domain.utgave_referat import bare_del

_OSLO = ZoneInfo("Europe/Oslo")
_TILSTAND = {
    Boktilstand.AAPEN: Utgavetilstand.UTKAST,
    Boktilstand.UTKAST: Utgavetilstand.UTKAST,
    Boktilstand.TIL_GODKJENNING: Utgavetilstand.TIL_GODKJENNING,
    Boktilstand.GODKJENT: Utgavetilstand.GODKJENT,
}


@dataclass(frozen=True)
class _Kilde:
    """What a sak is written from. `numre`: the body's number of the oppgave that a point is."""

    moete: Moete
    stand: Bokstand
    numre: dict[int, int]
    offentlig: bool


def fra_bok(
    moete: Moete,
    stand: Bokstand,
    register: Register,
    oppgaver: Iterable[Oppgave] = (),
    *,
    offentlig: bool = False,
    del_nr: int | None = None,
) -> Utgave:
    """What stands in the møtebok now. `offentlig` leaves out what is unntatt: of a sak all but its number,
    of a point the text, who said it and its oppgave, a rettelse of such a point or of none, and whom the
    referent has not confirmed. `del_nr`: that part alone, under its own bodies. Raises DelMangler.
    """
    numre = {oppgave.punkt: oppgave.nr for oppgave in oppgaver if oppgave.punkt is not None}
    kilde = _Kilde(moete, stand, numre, offentlig)
    utgave = Utgave(
        organer=_organer(moete, stand, register, del_nr),
        dato=moete.dato,
        start=_start(moete, stand),
        slutt=stand.slutt or (_klokke(stand.hevet) if stand.hevet else None),
        sted=stand.sted or moete.sted,
        arkivsak=moete.arkivsak,
        moeteleder=stand.moeteleder.navn if stand.moeteleder else None,
        referenter=_navn(stand.referenter),
        tilstede=_folk(stand, 0, Status.TIL_STEDE),
        forfall=_folk(stand, 0, Status.FORFALL),
        ubekreftet=() if offentlig else _ubekreftet(stand),
        deler=tuple(_del(kilde, part) for part in stand.deler),
        tilstand=_TILSTAND[stand.tilstand],
        merknadsfrist=stand.merknadsfrist,
        godkjent=stand.godkjent.astimezone(_OSLO).date() if stand.godkjent else None,
        godkjent_av=stand.godkjent_av.navn if stand.godkjent_av else None,
        godkjent_i=stand.godkjent_i,
        rettelser=_rettelser(kilde),
        offentlig=offentlig,
        moete_id=moete.id,
    )
    return utgave if del_nr is None else bare_del(utgave, del_nr)


def _organer(moete: Moete, stand: Bokstand, register: Register, del_nr: int | None) -> tuple[str, ...]:
    ids: Sequence[int] = moete.organ_ids
    if del_nr is not None:
        part = next((part for part in stand.deler if part.nr == del_nr), None)
        if part is None:
            raise DelMangler(del_nr)
        ids = part.organ_ids or ids
    return tuple(register.organ(organ_id).navn(moete.dato) for organ_id in ids)


def _start(moete: Moete, stand: Bokstand) -> time | None:
    """When it was to begin; when the first sak was opened where nobody has set that."""
    return stand.start or moete.start or (_klokke(stand.loep[0].fra) if stand.loep else None)


def _klokke(moment: datetime) -> time:
    return moment.astimezone(_OSLO).time().replace(second=0, microsecond=0)


def _navn(folk: Iterable[Hvem]) -> tuple[str, ...]:
    return tuple(hvem.navn for hvem in folk)


def _ubekreftet(stand: Bokstand) -> tuple[str, ...]:
    return tuple(f.person.navn for f in stand.frammoete if f.status is Status.BEKREFTES)


def _del(kilde: _Kilde, part: Bokdel) -> Utgavedel:
    stand = kilde.stand
    own = part.nr != 0
    return Utgavedel(
        part.tittel,
        tuple(_sak(kilde, sak) for sak in stand.saker if sak.del_nr == part.nr and _vises(stand, sak)),
        _folk(stand, part.nr, Status.TIL_STEDE) if own else (),
        _folk(stand, part.nr, Status.FORFALL) if own else (),
        part.nr,
    )


def _vises(stand: Bokstand, sak: Boksak) -> bool:
    """The last row of the saksliste («Møtet avsluttes») says nothing alone."""
    return sak.slag is not Boksakslag.AVSLUTNING or bool(stand.i_sak(sak.key))


def _folk(stand: Bokstand, del_nr: int, status: Status) -> tuple[Utgavedeltaker, ...]:
    return tuple(_deltaker(f) for f in stand.frammoete if (f.del_nr, f.status) == (del_nr, status))


def _deltaker(frammoett: Frammoett) -> Utgavedeltaker:
    tilknytning = [part.strip() for part in (frammoett.tilknytning or "").split(",")]
    there = frammoett.status is Status.TIL_STEDE
    return Utgavedeltaker(
        frammoett.person.navn,
        tuple(filter(None, tilknytning)),
        frammoett.rolle,
        frammoett.vara,
        frammoett.vara_for,
        frammoett.kom if there else None,
        frammoett.gikk if there else None,
        frammoett.borte if there else (),
    )


def _sak(kilde: _Kilde, sak: Boksak) -> Utgavesak:
    if kilde.offentlig and sak.hjemmel:
        return Utgavesak("", sak.saksnr, sak.slag, hjemmel=sak.hjemmel)
    if ubehandlet(kilde.stand, sak):
        return Utgavesak(sak.tittel, sak.saksnr, sak.slag, skjermes=sak.hjemmel, ubehandlet=True)
    alle = kilde.stand.i_sak(sak.key)
    skjult = {p.nr: hjemmel(kilde.stand, p) for p in alle} if kilde.offentlig else {}
    punkter = [p for p in alle if not skjult.get(p.nr)]
    av = _etter_slag(punkter)
    forslag = forslag_i_boken(kilde.moete, kilde.stand, sak)
    return Utgavesak(
        tittel=sak.tittel,
        saksnr=sak.saksnr,
        slag=sak.slag,
        innleder=sak.ansvarlig,
        tekst=_tekster(av[Punktslag.NOTAT]),
        orientering=_ytringer(av[Punktslag.ORIENTERING]),
        forslag=utgave_vedtak.linjene(forslag),
        vedtak=utgave_vedtak.vedtakene(forslag, punkter),
        konklusjon=_tekster(p for p in av[Punktslag.KONKLUSJON] if not utgave_vedtak.er_vedtak(p, forslag)),
        utsatt=_tekster(av[Punktslag.UTSATT]),
        oppgaver=tuple(_oppgave(kilde, sak, p) for p in av[Punktslag.OPPFOELGING]),
        innspill=_ytringer(p for p in av[Punktslag.INNSPILL] if not utgave_vedtak.fyller(p, punkter)),
        voteringer=tuple(Utgavevotering(p.tekst, p.stemmer) for p in av[Punktslag.VOTERING]),
        tilfoersler=_ytringer(av[Punktslag.PROTOKOLLTILFOERSEL]),
        skjermes=sak.hjemmel,
        unntatt=tuple(dict.fromkeys(h for h in skjult.values() if h)),
        ikke_til_stede=tuple(f.person.navn for f in ikke_til_stede_i(kilde.stand, sak.key)),
    )


def _etter_slag(punkter: Sequence[Punkt]) -> dict[Punktslag, list[Punkt]]:
    return {slag: [p for p in punkter if p.slag is slag] for slag in Punktslag}


def _tekster(punkter: Iterable[Punkt]) -> tuple[str, ...]:
    return tuple(p.tekst for p in punkter)


def _ytringer(punkter: Iterable[Punkt]) -> tuple[Ytring, ...]:
    return tuple(Ytring(p.tekst, _navn(p.hvem)) for p in punkter)


def _oppgave(kilde: _Kilde, sak: Boksak, punkt: Punkt) -> Utgaveoppgave:
    return Utgaveoppgave(
        sak.saksnr or sak.tittel,
        punkt.tekst,
        ", ".join(_navn(punkt.hvem)) or None,
        punkt.frist,
        punkt.frister,
        kilde.numre.get(punkt.nr),
        sak.del_nr,
    )


def _rettelser(kilde: _Kilde) -> tuple[Utgaverettelse, ...]:
    return tuple(
        Utgaverettelse(r.at.astimezone(_OSLO).date(), r.tekst, r.av.navn if r.av else None)
        for r in kilde.stand.rettelser
        if not (kilde.offentlig and rettelse_unntatt(kilde.stand, r.nr))
    )
