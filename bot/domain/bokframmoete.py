"""Who is there, who is not, who came and went: of the whole møte, or of a part with a list of its own.

What Teams or a forfall tells waits until the referent confirms it.
"""

from collections.abc import Sequence
from datetime import datetime, time
from typing import Any

from bot.domain import fritekst
from bot.domain.bokakt import Akt, bare_sagt, klokken, som_klokke, som_verdi
from bot.domain.bokfeil import GikkFoerKom, IkkeIListen, IngenAaBekrefte, IngenIListen
from bot.domain.bokloep import krev_ulaast, med_key
from bot.domain.boknavn import Nevnt
from bot.domain.bokstand import Bokstand, Frammoett, Status
from bot.domain.frammoete import Hvem
from bot.domain.moetebok import Foering, Foeringsslag
from bot.domain.plasser import samme


def liste(stand: Bokstand, del_nr: int = 0) -> tuple[Frammoett, ...]:
    """The part's own; the møte's where it has none."""
    egen = tuple(f for f in stand.frammoete if f.del_nr == del_nr)
    return egen or tuple(f for f in stand.frammoete if f.del_nr == 0)


def til_stede(
    stand: Bokstand, akt: Akt, folk: Sequence[Hvem | Nevnt], *, teams: bool = False, del_nr: int = 0
) -> tuple[Foering, ...]:
    """They are there; what was said of them before and is not said now stays. Raises Laast."""
    krev_ulaast(stand)
    mer = {"teams": True} if teams else {}
    return tuple(_linje(akt, Foeringsslag.TIL_STEDE, en, del_nr, **mer) for en in folk)


def forfall(
    stand: Bokstand, akt: Akt, folk: Sequence[Hvem | Nevnt], *, del_nr: int = 0
) -> tuple[Foering, ...]:
    """They are not. Raises Laast."""
    krev_ulaast(stand)
    return tuple(_linje(akt, Foeringsslag.FORFALL, en, del_nr) for en in folk)


def alle_til_stede(
    stand: Bokstand, akt: Akt, unntatt: Sequence[Hvem] = (), *, del_nr: int = 0
) -> tuple[Foering, ...]:
    """All in the list who have no forfall, but for those named, who have. Raises IngenIListen, Laast."""
    krev_ulaast(stand)
    kommer = [f.person for f in liste(stand, del_nr) if f.status is not Status.FORFALL]
    der = [h for h in kommer if not any(samme(h, u) for u in unntatt)]
    if not der:
        raise IngenIListen
    return til_stede(stand, akt, der, del_nr=del_nr) + forfall(stand, akt, unntatt, del_nr=del_nr)


def kom(
    stand: Bokstand, akt: Akt, person: Hvem, klokke: time | None = None, *, del_nr: int = 0
) -> tuple[Foering, ...]:
    """Came then (None: now); again, if they had gone before that. Raises Laast."""
    krev_ulaast(stand)
    return (_klokke(akt, Foeringsslag.KOM, person, klokke or akt.klokke, del_nr),)


def gikk(
    stand: Bokstand, akt: Akt, person: Hvem, klokke: time | None = None, *, del_nr: int = 0
) -> tuple[Foering, ...]:
    """Went then (None: now). Raises GikkFoerKom, Laast."""
    krev_ulaast(stand)
    naa = klokke or akt.klokke
    foer = _en(stand, person, del_nr)
    if foer is not None and any(naa < k for k in (foer.kom, *(inn for _, inn in foer.borte)) if k):
        raise GikkFoerKom(person)
    return (_klokke(akt, Foeringsslag.GIKK, person, naa, del_nr),)


def som_vara(
    stand: Bokstand, akt: Akt, person: Hvem, for_: str | None, *, del_nr: int = 0
) -> tuple[Foering, ...]:
    """Is there as vara for that person or seat, as it is written. Raises UgyldigTekst, Laast."""
    ren = None if for_ is None else fritekst.tittel(for_)
    return til_stede(stand, akt, [Nevnt(person, vara=True, vara_for=ren)], del_nr=del_nr)


def bekreft(
    stand: Bokstand, akt: Akt, folk: Sequence[Hvem] | None = None, *, del_nr: int = 0
) -> tuple[Foering, ...]:
    """Those who wait for it (None: all of them) are there, with the clocks they have. Raises IkkeIListen,
    IngenAaBekrefte, Laast.
    """
    krev_ulaast(stand)
    egne = [f for f in stand.frammoete if f.del_nr == del_nr]
    valgt = egne if folk is None else [_krev(stand, h, del_nr) for h in folk]
    venter = [f.person for f in valgt if f.status is Status.BEKREFTES]
    if not venter:
        raise IngenAaBekrefte
    return til_stede(stand, akt, venter, del_nr=del_nr)


def ikke_med(stand: Bokstand, akt: Akt, folk: Sequence[Hvem], *, del_nr: int = 0) -> tuple[Foering, ...]:
    """Out of the list: neither there nor absent. Raises IkkeIListen, Laast."""
    krev_ulaast(stand)
    personer = [_krev(stand, h, del_nr).person for h in folk]
    return tuple(_linje(akt, Foeringsslag.IKKE_MED, p, del_nr) for p in personer)


def teams_inn(
    stand: Bokstand, akt: Akt, person: Hvem, klokke: time | None, *, del_nr: int = 0
) -> tuple[Foering, ...]:
    """Teams says that they came in; `klokke` (Oslo) None: before the møte began. Nothing against what a
    referent has confirmed, or once the møte is closed.
    """
    return _fra_teams(stand, akt, person, klokke, True, del_nr)


def teams_ut(
    stand: Bokstand, akt: Akt, person: Hvem, klokke: time | None, *, del_nr: int = 0
) -> tuple[Foering, ...]:
    """Teams says that they went out; else as `teams_inn`."""
    return _fra_teams(stand, akt, person, klokke, False, del_nr)


def til_stede_i(stand: Bokstand, key: int) -> tuple[Frammoett, ...]:
    """Who was there for some of the time that sak was open, of those who are confirmed; all of them where
    it never was. Raises SakFinnesIkke.
    """
    sak = med_key(stand, key)
    der = [f for f in liste(stand, sak.del_nr) if f.status is Status.TIL_STEDE]
    tider = [(klokken(a.fra), _slutt(a.til)) for a in stand.loep if a.sak == key]
    return tuple(f for f in der if not tider or any(_der(f, fra, til) for fra, til in tider))


def ikke_til_stede_i(stand: Bokstand, key: int) -> tuple[Frammoett, ...]:
    """Of those who were at the møte, who had not come yet or had left. Raises SakFinnesIkke."""
    i_saken = til_stede_i(stand, key)
    alle = liste(stand, med_key(stand, key).del_nr)
    return tuple(f for f in alle if f.status is Status.TIL_STEDE and f not in i_saken)


def _slutt(til: datetime | None) -> time:
    return time.max if til is None else klokken(til)


def _der(f: Frammoett, fra: time, til: time) -> bool:
    """Whether they were in the room between these clocks; who comes as it ends was not there."""
    if f.kom is not None and f.kom >= til and til > fra:
        return False
    if f.gikk is not None and f.gikk <= fra:
        return False
    return not any(ut <= fra and inn >= til for ut, inn in f.borte)


def _fra_teams(
    stand: Bokstand, akt: Akt, person: Hvem, klokke: time | None, inn: bool, del_nr: int
) -> tuple[Foering, ...]:
    foer = _en(stand, person, del_nr)
    bekreftet = foer is not None and foer.status is Status.TIL_STEDE
    if stand.hevet is not None or bekreftet or (foer is None and not inn):
        return ()
    klokker = {} if klokke is None else {"klokke": som_klokke(klokke)}
    return (_linje(akt, Foeringsslag.TEAMS, person, del_nr, inn=inn, **klokker),)


def _en(stand: Bokstand, person: Hvem, del_nr: int) -> Frammoett | None:
    return next((f for f in stand.frammoete if f.del_nr == del_nr and samme(f.person, person)), None)


def _krev(stand: Bokstand, person: Hvem, del_nr: int) -> Frammoett:
    funnet = _en(stand, person, del_nr)
    if funnet is None:
        raise IkkeIListen(person)
    return funnet


def _klokke(akt: Akt, slag: Foeringsslag, person: Hvem, klokke: time, del_nr: int) -> Foering:
    return _linje(akt, slag, person, del_nr, klokke=som_klokke(klokke))


def _linje(akt: Akt, slag: Foeringsslag, en: Hvem | Nevnt, del_nr: int, **mer: Any) -> Foering:
    nevnt = en if isinstance(en, Nevnt) else Nevnt(en)
    felt: dict[str, Any] = bare_sagt(
        tilknytning=nevnt.tilknytning, rolle=nevnt.rolle, vara=nevnt.vara, vara_for=nevnt.vara_for
    )
    felt |= mer | ({"del": del_nr} if del_nr else {})
    return akt.foering(slag, hvem=som_verdi(nevnt.hvem), **felt)
