"""What of a møte's papers, and of a møtebok, can be searched, and by whom.

`UnitOfWork.save_moete` keeps the rows of the papers; who changes how far a møtebok has come calls
`indekser_bok` in the same transaction.
"""

from collections.abc import Iterator
from dataclasses import replace

from bot.domain.bokskjerming import unntatt
from bot.domain.bokstand import Boksak, Bokstand, Punkt, Rettelse
from bot.domain.innkalling import Forslag
from bot.domain.moete import Moete
from bot.domain.moetebok import Boktilstand, Moetebok, Punktslag
from bot.domain.ports import UnitOfWork
from bot.domain.referat import Oppfoelging, Referatsak
from bot.domain.saksoek import Sak, saker
from bot.domain.soekbart import Soekbart, Soekeslag

_SLAG = {
    Punktslag.VEDTAK: Soekeslag.VEDTAK,
    Punktslag.KONKLUSJON: Soekeslag.KONKLUSJON,
    Punktslag.OPPFOELGING: Soekeslag.OPPGAVE,
}


def papirkilde(moete_id: int) -> str:
    return f"papir:{moete_id}"


def bokkilde(bok_id: int) -> str:
    return f"bok:{bok_id}"


def rader_av_papir(moete: Moete) -> tuple[Soekbart, ...]:
    """Of the innkalling and the referat of a stored møte; anyone may see them."""
    return tuple(rad for sak in saker(moete) for rad in _saken(moete, sak)) + tuple(_oppgaver(moete))


def rader_av_bok(bok: Moetebok, stand: Bokstand, moete: Moete) -> tuple[Soekbart, ...]:
    """None while it is dictated. Of an utkast those who keep it see them, then the body's own. Once it is
    godkjent the møte's own referat is what others find, and these are only what that leaves out: what is
    unntatt offentlighet, for the body's own, and the rettelser.
    """
    if bok.tilstand is Boktilstand.AAPEN:
        return ()
    godkjent = bok.tilstand is Boktilstand.GODKJENT
    rader = [
        replace(rad, aapen=False, utkast=bok.tilstand is Boktilstand.UTKAST)
        for sak in stand.saker
        for rad, unntatt in _boksaken(bok, stand, moete, sak)
        if unntatt or not godkjent
    ]
    return (*rader, *_rettelser(bok, stand, moete))


async def indekser_bok(uow: UnitOfWork, bok: Moetebok, stand: Bokstand, moete: Moete) -> None:
    """Puts what can be searched of it in the place of what could. `bok` and `stand` are as they will be."""
    assert bok.id is not None
    await uow.soek.legg(bokkilde(bok.id), rader_av_bok(bok, stand, moete))


def _rad(moete: Moete, sak: Sak, slag: Soekeslag, tekst: str) -> Soekbart:
    assert moete.id is not None
    return Soekbart(
        papirkilde(moete.id),
        slag,
        moete.id,
        tuple(moete.organ_ids),
        moete.dato,
        sak.tittel,
        tekst,
        sak.saksnr,
        sak.del_tittel,
    )


def _saken(moete: Moete, sak: Sak) -> Iterator[Soekbart]:
    yield _rad(moete, sak, Soekeslag.SAK, "\n".join(_om_saken(sak)))
    if sak.referatsak is None:
        return
    konklusjon = "\n".join(sak.referatsak.konklusjon).strip()
    if konklusjon:
        yield _rad(moete, sak, Soekeslag.KONKLUSJON, konklusjon)
    for punkt in filter(str.strip, sak.referatsak.punkter):
        yield _rad(moete, sak, Soekeslag.PUNKT, punkt)


def _om_saken(sak: Sak) -> Iterator[str]:
    if sak.punkt:
        yield from sak.punkt.punkter
    if sak.fremlegg:
        if sak.fremlegg.tittel != sak.tittel:
            yield sak.fremlegg.tittel
        for forslag in sak.fremlegg.forslag_til_vedtak:
            yield from _forslaget(forslag)
        yield from (seksjon.tekst for seksjon in sak.fremlegg.seksjoner)
    if sak.referatsak:
        yield from _innledningen(sak.referatsak, sak.tittel)


def _forslaget(forslag: Forslag) -> Iterator[str]:
    yield forslag.tekst
    yield from (under.tekst for under in forslag.underpunkter)


def _innledningen(referatsak: Referatsak, tittel: str) -> Iterator[str]:
    if referatsak.tittel != tittel:
        yield referatsak.tittel
    yield from referatsak.innledning


def _oppgaver(moete: Moete) -> Iterator[Soekbart]:
    if moete.referat is None:
        return
    for oppgave in moete.referat.oppfoelging:
        hvem = f" ({oppgave.ansvarlig})" if oppgave.ansvarlig else ""
        yield _rad(moete, _oppgavens_sak(moete, oppgave), Soekeslag.OPPGAVE, f"{oppgave.hva}{hvem}")


def _oppgavens_sak(moete: Moete, oppgave: Oppfoelging) -> Sak:
    """The sak it is written under; one of its own where that is not there."""
    for sak in saker(moete):
        skrevet = sak.referatsak.saksnr if sak.referatsak else None
        if sak.del_tittel == oppgave.del_tittel and oppgave.sak in (sak.saksnr, skrevet, sak.tittel):
            return sak
    return Sak(oppgave.sak, del_tittel=oppgave.del_tittel)


def _boksaken(bok: Moetebok, stand: Bokstand, moete: Moete, sak: Boksak) -> Iterator[tuple[Soekbart, bool]]:
    """The rows of a sak, and whether each is unntatt offentlighet."""
    yield _bokrad(bok, stand, moete, sak, Soekeslag.SAK, ""), sak.hjemmel is not None
    for punkt in stand.i_sak(sak.key):
        slag = _SLAG.get(punkt.slag, Soekeslag.PUNKT)
        yield _bokrad(bok, stand, moete, sak, slag, punkt.tekst), unntatt(stand, punkt)


def _bokrad(
    bok: Moetebok, stand: Bokstand, moete: Moete, sak: Boksak, slag: Soekeslag, tekst: str
) -> Soekbart:
    assert bok.id is not None
    delen = next((d for d in stand.deler if d.nr == sak.del_nr), None)
    felles = delen.organ_ids if delen else ()
    return Soekbart(
        bokkilde(bok.id),
        slag,
        bok.moete_id,
        tuple(dict.fromkeys([*moete.organ_ids, *felles])),
        moete.dato,
        sak.tittel,
        tekst,
        sak.saksnr,
        delen.tittel if delen else None,
    )


def _rettelser(bok: Moetebok, stand: Bokstand, moete: Moete) -> Iterator[Soekbart]:
    """Of those about a point: what is about the whole is about no sak."""
    for rettelse in stand.rettelser:
        punkt = stand.punkter.get(rettelse.nr) if rettelse.nr is not None else None
        if punkt is not None:
            yield _rettelsen(bok, stand, moete, rettelse, punkt)


def _rettelsen(bok: Moetebok, stand: Bokstand, moete: Moete, rettelse: Rettelse, punkt: Punkt) -> Soekbart:
    sak = stand.sak(punkt.sak)
    rad = _bokrad(bok, stand, moete, sak, Soekeslag.PUNKT, rettelse.tekst)
    return replace(rad, aapen=not unntatt(stand, punkt))
