"""Importing a paper: whose it is, which møte it belongs to, and what storing it would change.

`planlegg` looks without touching anything, `lagre` does what the plan says in one transaction.
Chat and command line use both; the Refusals of importmaal carry facts, and they word them.
"""

from copy import deepcopy
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.domain import saksnummer
from bot.domain.endringer import Endring, endringer
from bot.domain.errors import Conflict
from bot.domain.foeresher import krev_ikke_foert
from bot.domain.frammoete import Hvem
from bot.domain.importmaal import Importmaal, Importvalg, Organtype, finn_maal
from bot.domain.innkalling import Innkalling
from bot.domain.moete import Moete
from bot.domain.organ import Helsefellesskap, Organ
from bot.domain.papiroppgaver import fra_papir
from bot.domain.ports import Archive, UnitOfWork
from bot.domain.reading import Reading
from bot.domain.register import Moetehode, Register
from bot.domain.saksoek import saker

FLYTTEFRIST = timedelta(days=180)
"""The same saksnumre further apart than this are another year's counting, not a moved møte."""


class Slag(StrEnum):
    NYTT = "nytt"
    OPPDATERT = "oppdatert"
    FLYTTET = "flyttet"


@dataclass(frozen=True)
class Importplan:
    """What `lagre` will do. Ids are None on what is new.

    `flyttet_fra`: a møte with the same saksnumre on another date; while `maa_avklares` it must be
    asked whether the møte has moved, and the plan cannot be stored. `nye_navn`: names the paper
    uses for a known body, and which it will be known by. `med`: the other bodies of a felles møte.
    """

    reading: Reading
    helsefellesskap: Helsefellesskap
    organ: Organ
    moete: Moete
    slag: Slag
    endringer: tuple[Endring, ...] = ()
    flyttet_fra: Moetehode | None = None
    nye_navn: tuple[str, ...] = ()
    maa_avklares: bool = False
    med: tuple[Organ, ...] = ()

    @property
    def grunnlag(self) -> str:
        """Equal for two plans made on the same stored møte; a preview is stale when it is not."""
        return f"{self.moete.id or 0}:{self.moete.versjon}"


async def planlegg(arkiv: Archive, reading: Reading, valg: Importvalg, organtype: Organtype) -> Importplan:
    """Raises one of the Refusals of importmaal where something must be said first. Changes nothing."""
    register = await arkiv.register()
    maal = finn_maal(reading, register, valg, organtype)
    samme = _paa_dagen(register, maal)
    if samme:
        return _plan(reading, maal, await arkiv.moete(samme.id), Slag.OPPDATERT)
    flyttet_fra = await _flyttet_fra(arkiv, register, maal, reading)
    if flyttet_fra is None or valg.flyttet is False:
        return _plan(reading, maal, None, Slag.NYTT)
    if valg.flyttet:
        flyttet = _plan(reading, maal, await arkiv.moete(flyttet_fra.id), Slag.FLYTTET)
        return replace(flyttet, flyttet_fra=flyttet_fra)
    return replace(_plan(reading, maal, None, Slag.NYTT), flyttet_fra=flyttet_fra, maa_avklares=True)


async def lagre(
    uow: UnitOfWork, plan: Importplan, at: datetime | None = None, av: Hvem | None = None
) -> Moete:
    """Stores the plan, and the oppgaver of a referat, and returns the møte as stored; the caller commits.
    `at` and `av` are when and by whom (None: on the day of the møte, by nobody), for the oppgaver's logs.

    Raises Conflict where the møte has changed since the plan was made, FoeresHer where it has a møtebok,
    ValueError where the plan still has a question open.
    """
    if plan.maa_avklares:
        raise ValueError("the plan must be answered before it is stored")
    await krev_ikke_foert(uow, plan.reading, plan.organ, plan.moete)
    fellesskap = plan.helsefellesskap
    if fellesskap.id is None:
        fellesskap = await uow.add_helsefellesskap(fellesskap)
    organ = replace(plan.organ, helsefellesskap_id=fellesskap.id or 0)
    if organ.id is None or plan.nye_navn:
        organ = await uow.save_organ(organ)
    moete = await _paa_nytt(uow, plan)
    moete.helsefellesskap_id = fellesskap.id or 0
    if organ.id is not None and organ.id not in moete.organ_ids:
        moete.organ_ids = [organ.id]
    lagret = await uow.save_moete(moete)
    if plan.reading.referat:
        await fra_papir(uow, lagret, at, av)
    return lagret


async def _paa_nytt(uow: UnitOfWork, plan: Importplan) -> Moete:
    """The møte of this transaction with the plan's facts on it."""
    if plan.moete.id is None:
        return deepcopy(plan.moete)
    lagret = await uow.load_moete(plan.moete.id)
    if lagret is None or lagret.versjon != plan.moete.versjon:
        raise Conflict
    for felt in ("dato", "start", "slutt", "sted", "arkivsak", "innkalling", "referat", "ics_sekvens"):
        setattr(lagret, felt, deepcopy(getattr(plan.moete, felt)))
    return lagret


def _paa_dagen(register: Register, maal: Importmaal) -> Moetehode | None:
    if maal.organ.id is None:
        return None
    alle = {maal.organ.id, *(o.id for o in maal.med)}
    paa_dagen = [m for m in register.moeter_i(maal.organ.id) if m.dato == maal.dato]
    # A felles møte is another møte than one the body has alone that day.
    return next((m for m in paa_dagen if not maal.med or set(m.organ_ids) == alle), None)


async def _flyttet_fra(
    arkiv: Archive, register: Register, maal: Importmaal, reading: Reading
) -> Moetehode | None:
    numre = _numre(reading.innkalling, maal.dato) if reading.innkalling else set()
    if maal.organ.id is None or not numre:
        return None
    naere = [m for m in register.moeter_i(maal.organ.id) if abs(m.dato - maal.dato) <= FLYTTEFRIST]
    for hode in sorted(naere, key=lambda m: abs(m.dato - maal.dato)):
        moete = await arkiv.moete(hode.id) if hode.har_innkalling and not hode.har_referat else None
        if moete and moete.innkalling and _samme(numre, _numre(moete.innkalling, moete.dato)):
            return hode
    return None


def _numre(innkalling: Innkalling, dato: date) -> set[object]:
    skrevne = [s.saksnr for s in saker(Moete(0, [], dato, innkalling=innkalling)) if s.saksnr]
    leste = (saksnummer.parse(nr, dato.year) for nr in skrevne)
    return {(s.prefiks, s.nummer, s.aar, s.under) for s in leste if s}


def _samme(numre: set[object], andre: set[object]) -> bool:
    """At least half of the shorter list: a moved møte may have gained or lost a sak."""
    return bool(andre) and 2 * len(numre & andre) >= min(len(numre), len(andre))


def _plan(reading: Reading, maal: Importmaal, lagret: Moete | None, slag: Slag) -> Importplan:
    if lagret is None:
        organ_ids = [maal.organ.id or 0, *(o.id or 0 for o in maal.med)]
        moete = _med_papir(Moete(maal.helsefellesskap.id or 0, organ_ids, maal.dato), reading)
        return _importplan(reading, maal, moete, slag)
    naa = _med_papir(replace(lagret, dato=maal.dato), reading)
    if _naar_og_hvor(naa) != _naar_og_hvor(lagret):
        naa.ics_sekvens += 1
    return _importplan(reading, maal, naa, slag, endringer(lagret, naa))


def _importplan(
    reading: Reading, maal: Importmaal, moete: Moete, slag: Slag, endret: tuple[Endring, ...] = ()
) -> Importplan:
    return Importplan(
        reading, maal.helsefellesskap, maal.organ, moete, slag, endret, nye_navn=maal.nye_navn, med=maal.med
    )


def _med_papir(moete: Moete, reading: Reading) -> Moete:
    """The møte with this paper. An innkalling decides time and place where it says them; a referat
    only fills in what nobody has said.
    """
    papir = reading.dokument
    for felt in ("start", "slutt", "arkivsak"):
        _sett(moete, felt, getattr(papir, felt), overstyr=reading.innkalling is not None)
    _sett(moete, "sted", papir.moetested, overstyr=reading.innkalling is not None)
    if reading.innkalling:
        moete.innkalling = reading.innkalling
    else:
        moete.referat = reading.referat
    return moete


def _sett(moete: Moete, felt: str, verdi: object, *, overstyr: bool) -> None:
    if verdi is not None and (overstyr or getattr(moete, felt) is None):
        setattr(moete, felt, verdi)


def _naar_og_hvor(moete: Moete) -> tuple[object, ...]:
    return moete.dato, moete.start, moete.slutt, moete.sted
