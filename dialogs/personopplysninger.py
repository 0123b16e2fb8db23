"""All that is stored about the one who asks, a line each. The reason of a forfall is not: nobody has it."""

from bot.cards.identitet import som, tatt_for
from bot.cards.ord import Tall
from bot.domain.aktoer import Sikkerhet
from bot.domain.frammoete import Slag
from bot.domain.organ import Medlem
from bot.language import skriv
from bot.turn import Turn


async def om_deg(turn: Turn) -> list[str]:
    """Of the members' list only what the tie is sure enough for."""
    return [
        *_i_teams(turn),
        tatt_for(turn.norsk, turn.register, turn.aktoer, turn.incoming.at.date()),
        *_i_medlemslisten(turn),
        await _frammoetet(turn),
        await _sakene(turn),
        *await _oppgavene(turn),
        *await _i_kanalene(turn),
    ]


def _i_teams(turn: Turn) -> list[str]:
    bruker, norsk = turn.bruker, turn.norsk
    if bruker is None:
        return []
    navn = norsk.tekst("personvern.navn", navn=bruker.navn)
    valg = [] if bruker.paaminnelser else [norsk.tekst("paaminnelse.er_av")]
    if not bruker.epost or not bruker.epost_sjekket:
        return [navn, norsk.tekst("personvern.ingen_epost"), *valg]
    return [navn, norsk.tekst("personvern.epost", epost=bruker.epost), *valg]


def _i_medlemslisten(turn: Turn) -> list[str]:
    """Where they sit or have sat, with the address that stands there."""
    egne = _rader(turn)
    if not egne or turn.aktoer.sikkerhet is not Sikkerhet.SIKKER:
        return []
    organer = {o for o, _ in egne}
    roller = {o: frozenset(m.rolle for organ_id, m in egne if organ_id == o) for o in organer}
    linjer = [
        turn.norsk.tekst(
            "personvern.medlemsliste",
            roller=som(turn.norsk, turn.register, roller, turn.incoming.at.date()),
        )
    ]
    epost = dict.fromkeys(m.epost for _, m in egne if m.epost)
    if epost:
        linjer.append(turn.norsk.tekst("personvern.medlemsepost", epost=skriv.liste(list(epost))))
    return linjer


def _rader(turn: Turn) -> list[tuple[int, Medlem]]:
    person_id = turn.aktoer.hvem.person_id
    alle = [(o.id, m) for o in turn.register.organer for m in o.medlemmer if o.id is not None]
    return [(o, m) for o, m in alle if person_id is not None and m.person_id == person_id]


async def _frammoetet(turn: Turn) -> str:
    """How many answers are kept, and how many of them are forfall."""
    organer = {o for o, _ in _rader(turn)}
    moeter = [m for m in turn.register.moeter if organer.intersection(m.organ_ids)]
    logger = [await turn.uow.frammoete.les(m.id) for m in moeter]
    egne = [
        linje.slag
        for logg in logger
        for linje in logg
        if linje.person.person_id == turn.aktoer.hvem.person_id
    ]
    if not egne:
        return turn.norsk.tekst("personvern.uten_frammoete")
    return turn.norsk.tekst("personvern.frammoete", antall=len(egne), forfall=egne.count(Slag.FORFALL))


async def _sakene(turn: Turn) -> str:
    alle = [s for o in turn.register.organer if o.id for s in await turn.uow.saker.for_organ(o.id)]
    antall = sum(sak.av_key == turn.aktoer.key for sak in alle)
    if not antall:
        return turn.norsk.tekst("personvern.uten_saker")
    return turn.norsk.tekst("personvern.saker", antall=Tall(antall))


async def _oppgavene(turn: Turn) -> list[str]:
    """How many are open. They are the committee's, and stand when the rest is forgotten."""
    person_id = turn.aktoer.hvem.person_id
    egne = await turn.uow.oppgaver.for_person(person_id) if person_id is not None else []
    return [turn.norsk.tekst("personvern.oppgaver", antall=Tall(len(egne)))] if egne else []


async def _i_kanalene(turn: Turn) -> list[str]:
    """Where their name stands behind an oppdrag or a sammendrag: the bodies' too."""
    person_id = turn.aktoer.hvem.person_id
    if person_id is None:
        return []
    alle = await turn.uow.oppdrag.fra_organ([o.id for o in turn.register.organer if o.id is not None])
    oppdrag = sum(any(linje.av and linje.av.person_id == person_id for linje in o.logg) for o in alle)
    ute = [s.lagt_ut_av for s in await turn.uow.sammendrag.utlagte()]
    sammendrag = sum(hvem is not None and hvem.person_id == person_id for hvem in ute)
    linjer = (("personvern.oppdrag", oppdrag), ("personvern.sammendrag", sammendrag))
    return [turn.norsk.tekst(key, antall=antall) for key, antall in linjer if antall]
