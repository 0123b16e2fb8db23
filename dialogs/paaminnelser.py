"""«Ikke send meg påminnelser», «slå på påminnelser», «hva sender du meg?»: each person's own choice.

What is sent anyway (innkalling, a møte moved or called off, a call to come as vara) cannot be chosen away.
"""

import re
from dataclasses import replace
from enum import StrEnum

from bot.cards.element import overskrift, tekstblokk
from bot.cards.melding import knapp, kort
from bot.cards.ord import organnavn
from bot.domain.aktoer import Sikkerhet
from bot.turn import Dialog, Meaning, Reply, Slots, Turn
from dialogs.bekreft import Forhaandsvisning
from dialogs.slots import UgyldigKnapp, ord_
from dialogs.svar import linjen, si
from dialogs.tjenester import Tjenester

PLAN = "sammendrag.plan"


class Hva(StrEnum):
    """What is asked for. ANNET: something to be sent that the bot does not send."""

    AV = "av"
    PAA = "paa"
    STATUS = "status"
    ANNET = "annet"


_ANNET = re.compile(
    r"opps[ou]m|samm?endrag|samandrag|brev|rapport|ukesmeld|ukentlig|vekentleg|månedlig|månadleg"
    r"|referat|saker|sakspap",
    re.IGNORECASE,
)
_SPOER = re.compile(
    r"^\W*(?:hva|hvilke|hvor|når|får|har|er|kva|kvifor|kor|ka|hvorfor|sender)\b", re.IGNORECASE
)
_AV = re.compile(
    r"\b(?:ikke|ikkje|ikkj|itj|kje|ke|slutt\w*|stopp\w*|stans\w*|dropp?|kutt\w*|ingen|nok|av|demp\w*|færre)\b",
    re.IGNORECASE,
)


class Paaminnelser:
    intents = frozenset({PLAN})

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        hva = _hva(turn, meaning)
        if not _endrer(turn, hva):
            return _status(turn, hva)
        return await _velg(turn, paa=hva is Hva.PAA)

    async def forhaandsvisning(self, turn: Turn, meaning: Meaning) -> Forhaandsvisning | None:
        hva = _hva(turn, meaning)
        if not _endrer(turn, hva):
            return None
        return Forhaandsvisning(
            spoersmaal=turn.norsk.tekst(f"paaminnelse.skal_{hva}"),
            ja=turn.norsk.tekst(f"paaminnelse.ja_{hva}"),
            meaning=replace(meaning, slots=Slots(extra={"hva": hva.value})),
        )


def _hva(turn: Turn, meaning: Meaning) -> Hva:
    """What a button names; of a line, what it is about comes before whether it is wanted."""
    linje, valgt = linjen(turn), ord_(meaning.slots, "hva")
    if linje and _ANNET.search(linje):
        return Hva.ANNET
    if valgt:
        return _navngitt(valgt)
    if not linje or _SPOER.search(linje):
        return Hva.STATUS
    return Hva.AV if _AV.search(linje) else Hva.PAA


def _navngitt(valgt: str) -> Hva:
    try:
        return Hva(valgt)
    except ValueError as feil:
        raise UgyldigKnapp from feil


def _faar(turn: Turn) -> bool:
    return turn.bruker is None or turn.bruker.paaminnelser


def _endrer(turn: Turn, hva: Hva) -> bool:
    return (hva is Hva.AV and _faar(turn)) or (hva is Hva.PAA and not _faar(turn))


async def _velg(turn: Turn, *, paa: bool) -> list[Reply]:
    if turn.bruker is None:
        raise UgyldigKnapp
    turn.bruker = replace(turn.bruker, paaminnelser=paa)
    await turn.uow.brukere.lagre(turn.bruker)
    turn.writes = True
    norsk = turn.norsk
    if paa:
        return _kort(turn, norsk.tekst("paaminnelse.slaatt_paa"), _dagene(turn))
    return _kort(turn, norsk.tekst("paaminnelse.slaatt_av"), [norsk.tekst("paaminnelse.fortsatt")])


def _status(turn: Turn, hva: Hva) -> list[Reply]:
    norsk = turn.norsk
    annet = [norsk.tekst("paaminnelse.annet")] if hva is Hva.ANNET else []
    if turn.aktoer.sikkerhet is not Sikkerhet.SIKKER:
        ukjent = turn.aktoer.sikkerhet is Sikkerhet.UKJENT
        hvorfor = norsk.tekst("paaminnelse.ukjent" if ukjent else "paaminnelse.bare_navn")
        return _kort(turn, (annet or [hvorfor])[0], [hvorfor] if annet else [])
    if _faar(turn):
        return _kort(turn, *_foerst([*annet, norsk.tekst("paaminnelse.sender"), *_dagene(turn)]))
    av = [norsk.tekst("paaminnelse.er_av"), norsk.tekst("paaminnelse.fortsatt")]
    return _kort(turn, *_foerst([*annet, *av]))


def _foerst(linjer: list[str]) -> tuple[str, list[str]]:
    return linjer[0], linjer[1:]


def _dagene(turn: Turn) -> list[str]:
    """When the reminder of each of their bodies comes."""
    dag = turn.incoming.at.date()
    return [
        turn.norsk.tekst(
            "paaminnelse.dager" if dager > 0 else "paaminnelse.ingen",
            organ=organnavn(turn.register, (organ_id,), dag),
            **({"antall": dager} if dager > 0 else {}),
        )
        for organ_id in turn.aktoer.roller
        for dager in [turn.register.organ(organ_id).paaminnelse_dager]
    ]


def _kort(turn: Turn, foerst: str, linjer: list[str]) -> list[Reply]:
    """With the button of the other choice, which is the «Angre» of this one."""
    valg = Hva.AV if _faar(turn) else Hva.PAA
    knappen = knapp(turn.norsk.tekst(f"knapp.paaminnelse_{valg}"), PLAN, hva=valg.value)
    turn.asks = (knappen,)
    kropp = [overskrift(foerst), *map(tekstblokk, linjer)]
    return si(turn, kort("\n".join([foerst, *linjer]), kropp, [knappen]))


def lag(tjenester: Tjenester) -> Dialog:
    return Paaminnelser()
