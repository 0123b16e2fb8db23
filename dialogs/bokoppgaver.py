"""The oppgaver follow the møtebok, and what is open comes back under its sak at the next møte."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from bot.domain import bokoppgaver, oppgaver
from bot.domain.bokdeler import sakens_organ
from bot.domain.bokstand import Boksak, Boksakslag, Bokstand
from bot.domain.frammoete import Hvem
from bot.domain.moetebok import Moetebok
from bot.domain.oppgave import Oppgave, Oppgavetilstand
from bot.domain.oppgaver import Handling, handling
from bot.domain.ports import UnitOfWork
from bot.domain.register import Moetehode
from bot.language.overfoering import Overfoering, overfoering

UNDER_INGEN = frozenset({Boksakslag.EVENTUELT, Boksakslag.GODKJENNING, Boksakslag.AVSLUTNING})
"""Saker every møte has: what was said under one of them is not about the next of its kind."""


async def synk(
    uow: UnitOfWork,
    bok: Moetebok,
    hode: Moetehode,
    foer: Bokstand,
    etter: Bokstand,
    av: Hvem | None,
    at: datetime,
) -> list[Oppgave]:
    """After an act in the møtebok: those that were made or changed. Nothing is read where no oppfølging
    was touched, and no vedtak drops one. The caller holds the møtebok's lock, and commits.
    """
    if bok.id is None:
        return []
    fulgt = await _fulgte(uow, bok, hode, foer, etter, handling(av, at))
    return [*fulgt, *await _bortfalte(uow, hode, foer, etter, handling(av, at))]


async def _bortfalte(
    uow: UnitOfWork, hode: Moetehode, foer: Bokstand, etter: Bokstand, h: Handling
) -> list[Oppgave]:
    """«Oppgave 3 faller bort» in a vedtak drops it; taken back, it is open again."""
    droppet, likevel = bokoppgaver.bortfall(foer, etter)
    if not droppet and not likevel:
        return []
    alle = await _nevnte(uow, hode, etter, {**likevel, **droppet})
    aapne = [alle[nr] for nr in droppet if nr in alle and alle[nr].tilstand is Oppgavetilstand.AAPEN]
    lukket = [alle[nr] for nr in likevel if nr in alle and alle[nr].tilstand is Oppgavetilstand.BORTFALT]
    endret = [oppgaver.bortfalt(o, h, _hvor(etter.sak(droppet[o.nr]))) for o in aapne]
    endret += [oppgaver.gjenaapnet(o, h) for o in lukket]
    return [await uow.oppgaver.lagre(o) for o in endret]


async def _nevnte(
    uow: UnitOfWork, hode: Moetehode, stand: Bokstand, nevnt: Mapping[int, int]
) -> dict[int, Oppgave]:
    """By number: of the body that has the sak it was said in."""
    organer = {nr: sakens_organ(stand, hode.organ_ids, sak) for nr, sak in nevnt.items()}
    await _laas(uow, organer.values())
    lagrede = [o for organ in set(organer.values()) for o in await uow.oppgaver.for_organ(organ)]
    return {o.nr: o for o in lagrede if organer.get(o.nr) == o.organ_id}


async def _laas(uow: UnitOfWork, organ_ids: Iterable[int]) -> None:
    """In one order, so that two turns never wait for each other."""
    for organ_id in sorted(set(organ_ids)):
        await uow.oppgaver.laas(organ_id)


def _hvor(sak: Boksak) -> str:
    return sak.saksnr or sak.tittel


async def _fulgte(
    uow: UnitOfWork, bok: Moetebok, hode: Moetehode, foer: Bokstand, etter: Bokstand, h: Handling
) -> list[Oppgave]:
    numre = bokoppgaver.beroerte(foer, etter)
    if not numre or bok.id is None:
        return []
    organer = {nr: _organet(hode, etter, nr) for nr in numre}
    await _laas(uow, [*hode.organ_ids[:1], *organer.values()])
    lagrede = {o.punkt: o for o in await uow.oppgaver.for_bok(bok.id)}
    fulgt = [_etter(lagrede.get(nr), bok, organer[nr], foer, etter, nr, h) for nr in numre]
    endret = [o for o in fulgt if o is not None and o is not lagrede.get(o.punkt)]
    return [await uow.oppgaver.lagre(o) for o in endret if o != lagrede.get(o.punkt)]


def _organet(hode: Moetehode, stand: Bokstand, nr: int) -> int:
    """Whose the oppgave is; once it is made it stays there, with its number."""
    punkt = stand.punkter.get(nr)
    return hode.organ_ids[0] if punkt is None else sakens_organ(stand, hode.organ_ids, punkt.sak)


def _etter(
    oppgave: Oppgave | None,
    bok: Moetebok,
    organ_id: int,
    foer: Bokstand,
    etter: Bokstand,
    nr: int,
    h: Handling,
) -> Oppgave | None:
    if oppgave is None:
        return bokoppgaver.ny(bok, organ_id, etter, nr, h)
    return bokoppgaver.fulgt(oppgave, foer, etter, nr, h)


async def fra_forrige(uow: UnitOfWork, hode: Moetehode, sak: Boksak) -> list[Oppgave]:
    """What is open from earlier møter of its bodies under this sak: by saksnr, else by title."""
    if sak.slag in UNDER_INGEN:
        return []
    under = await _overfoert(uow, hode, [sak])
    return list(under.under[0])


async def uten_sak(uow: UnitOfWork, hode: Moetehode, saker: Sequence[Boksak]) -> list[Oppgave]:
    """What is open from earlier møter and belongs under none of those."""
    egne = [sak for sak in saker if sak.slag not in UNDER_INGEN]
    return list((await _overfoert(uow, hode, egne)).resten)


async def _overfoert(uow: UnitOfWork, hode: Moetehode, saker: Sequence[Boksak]) -> Overfoering:
    aapne = await uow.oppgaver.aapne(hode.organ_ids)
    return overfoering(await uow.register(), hode, [(s.saksnr, s.tittel) for s in saker], aapne)
