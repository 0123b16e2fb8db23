"""What follows when a referat is approved, by whoever or whatever: the møte gets it, it can be searched,
and a part that is another body's is filed there.
"""

import json
from dataclasses import replace
from datetime import UTC

from bot.documents.serial import to_json
from bot.domain.bokakt import Akt
from bot.domain.bokendret import endret_etter_sending
from bot.domain.bokgodkjenning import godkjenn_ved_taushet, hode_etter, taushet_gjelder
from bot.domain.boklesing import les
from bot.domain.bokreferat import til_referat
from bot.domain.bokstand import Bokdel, Bokstand
from bot.domain.indeks import indekser_bok
from bot.domain.moete import Moete
from bot.domain.moetebok import Boktilstand, Foering, Foeringsslag, Moetebok
from bot.domain.oppgaver import handling
from bot.domain.ports import UnitOfWork
from bot.domain.reading import Reading
from bot.domain.referat import Referat
from bot.domain.register import Moetehode, Register
from bot.varsling import kanalreferat, oppdrag
from bot.varsling.godkjenning import Sak, om_godkjent
from bot.varsling.runde import Runde


async def fullfoer(uow: UnitOfWork, sak: Sak) -> None:
    """In the transaction that noted GODKJENT; `sak` as it is after it. The caller commits. The møte's own
    referat is open to anybody, so what is unntatt offentlighet is left out of it.
    """
    moete = await uow.load_moete(sak.hode.id)
    if moete is None:
        raise LookupError(sak.hode.id)
    if moete.referat is not None:
        await _ta_vare_paa(uow, sak, moete.referat)
    moete.referat = til_referat(sak.stand, moete, sak.register, offentlig=True)
    lagret = await uow.save_moete(moete)
    await indekser_bok(uow, sak.bok, sak.stand, lagret)
    for part in sak.stand.deler:
        andre = [o for o in part.organ_ids if o not in sak.hode.organ_ids]
        if part.nr and andre:
            await _arkiver(uow, sak, lagret, part, andre)


async def _ta_vare_paa(uow: UnitOfWork, sak: Sak, referat: Referat) -> None:
    """What the møte had from a paper is no longer shown, and stays in the log: `bot.documents.serial` reads
    it back.
    """
    godkjent = next(x for x in reversed(sak.linjer) if x.slag is Foeringsslag.GODKJENT)
    papir = json.loads(to_json(Reading(referat=referat)))["referat"]
    linje = Foering(Foeringsslag.PAPIR, godkjent.at, godkjent.av, godkjent.akt, verdier={"referat": papir})
    await uow.boeker.noter(sak.id, [linje])


async def _arkiver(uow: UnitOfWork, sak: Sak, moete: Moete, part: Bokdel, organ_ids: list[int]) -> None:
    """That part, as the referat of a møte of the other bodies; of each helsefellesskap's its own."""
    register = await uow.register()
    referat = til_referat(sak.stand, moete, sak.register, offentlig=True, del_nr=part.nr)
    felles = [register.organ(o).helsefellesskap_id for o in organ_ids]
    for fellesskap in dict.fromkeys(felles):
        deres = [o for o, hvor in zip(organ_ids, felles, strict=True) if hvor == fellesskap]
        moetet = await _felles_moete(uow, register, moete, fellesskap, deres)
        finnes = moetet.referat
        ny = referat if finnes is None else replace(finnes, deler=[*finnes.deler, *referat.deler])
        await uow.save_moete(replace(moetet, referat=ny))


async def _felles_moete(
    uow: UnitOfWork, register: Register, moete: Moete, fellesskap: int, deres: list[int]
) -> Moete:
    """One of theirs that is to be made. A møte they have by themselves that day is left alone, since its
    referat is theirs to keep: then it is one of all the bodies, the møte's own and theirs.
    """
    alle = [*moete.organ_ids, *deres]
    paa_dagen = {frozenset(m.organ_ids): m.id for m in register.moeter if m.dato == moete.dato}
    planlagt = paa_dagen.get(frozenset(alle))
    finnes = await uow.load_moete(planlagt) if planlagt is not None else None
    organ_ids = alle if any(set(deres) & organer for organer in paa_dagen) else deres
    return finnes or Moete(fellesskap, organ_ids, moete.dato, moete.start, moete.slutt, moete.sted)


async def tause(runde: Runde) -> list[int]:
    """The møtebøker whose frist is over, in bodies that approve by silence."""
    boeker = await runde.uow.boeker.i_tilstand([Boktilstand.TIL_GODKJENNING])
    return [b.id for b in boeker if b.id is not None and _forfalt(runde, b)]


def _forfalt(runde: Runde, bok: Moetebok) -> bool:
    over = bok.merknadsfrist is not None and runde.naa.date() > bok.merknadsfrist
    return over and ved_taushet(runde.register, runde.register.hode(bok.moete_id))


def ved_taushet(register: Register, hode: Moetehode | None) -> bool:
    """Whether every body of the møte has chosen so."""
    return hode is not None and all(register.organ(o).godkjenn_ved_taushet for o in hode.organ_ids)


async def godkjenn_taus(runde: Runde, bok_id: int) -> None:
    """A step of the plan, decided again under the lock. An unanswered merknad waits for a person, and
    so does what has changed since the members got it.
    """
    bok, linjer = await runde.uow.boeker.laas(bok_id)
    hode, stand = runde.register.hode(bok.moete_id), les(linjer)
    if hode is None or not taushet_gjelder(stand, ved_taushet(runde.register, hode), runde.naa.date()):
        return
    if endret_etter_sending(linjer):
        return
    h = handling(None, runde.naa)
    akt = Akt(None, runde.naa.astimezone(UTC), f"taushet:{bok_id}")
    lagret = await runde.uow.boeker.noter(bok_id, godkjenn_ved_taushet(stand, akt, True))
    sak = etter(runde.register, hode, bok, les([*linjer, *lagret], stand), [*linjer, *lagret])
    await runde.uow.boeker.lagre(sak.bok)
    await fullfoer(runde.uow, sak)
    await om_godkjent(runde.varsler, sak, ved_taushet=True)
    await kanalreferat.er_godkjent(runde.uow, runde.varsler, sak, runde.naa)
    await oppdrag.foreslaa(runde.varsler, runde.uow, runde.register, hode, bok_id, sak.stand, h)
    await oppdrag.er_godkjent(runde.uow, await runde.uow.register(), bok_id, sak.stand, runde.naa)


def etter(
    register: Register, hode: Moetehode, bok: Moetebok, stand: Bokstand, linjer: list[Foering]
) -> Sak:
    """With the head as it is to be stored."""
    return Sak(register, hode, replace(hode_etter(bok, stand), siste=stand.siste), stand, linjer)
