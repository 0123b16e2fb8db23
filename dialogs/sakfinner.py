"""Finding the sak a line means: by number, place, topic or person, in the møte it most likely means."""

from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from dataclasses import dataclass

from bot.cards.ord import i_perioden as ord_i_perioden
from bot.cards.ord import organnavn
from bot.cards.sak import KONKLUSJON
from bot.domain.conversation import Context
from bot.domain.moete import Moete
from bot.domain.moeter import avholdte, avlyste, i_perioden, kommende
from bot.domain.organvalg import fersk, velg_organ
from bot.domain.register import Moetehode
from bot.domain.saksoek import Sak, med_ansvarlig, med_nummer, noeyaktig, saker
from bot.turn import Meaning, SakRef, Turn
from dialogs.boksynlig import ikke_godkjente, papirene_med_boken
from dialogs.emne import (
    saker_med_alt,
    saker_med_alt_i_papirene,
    saker_med_alt_i_teksten,
    saker_om,
    saker_som_nevner,
)
from dialogs.her import organer_her

MAKS = 40
"""Møter that are looked through for one question, the likeliest first."""

Emnesoek = Callable[[str, Sequence[Sak]], Sequence[Sak]]
TYDELIG: tuple[tuple[Emnesoek, int], ...] = (
    (saker_med_alt, 3),
    (saker_med_alt_i_papirene, 3),
    (saker_med_alt_i_teksten, 2),
)
"""Where a topic is looked for, and how many saker may have it there."""


@dataclass(frozen=True)
class Treff:
    """A sak with the møte it was found in. `status`: how far a referat of it that is kept here has come."""

    hode: Moetehode
    moete: Moete
    sak: Sak
    status: str = ""


Soek = Callable[[Sequence[Sak], Moetehode], Iterable[Sak]]
"""Those of a møte's saker that are meant."""


def kontekst(turn: Turn) -> Context:
    return fersk(turn.conversation.context, turn.incoming.at)


def organer(turn: Turn, meaning: Meaning) -> tuple[int, ...]:
    return velg_organ(turn.register, meaning.slots.organ_ids, organer_her(turn), kontekst(turn).organ_id)


async def med_nummeret(turn: Turn, meaning: Meaning, ref: SakRef) -> list[Treff]:
    """What was just shown wins; else each body's coming møte, else its latest: one møte a body."""

    def soek(liste: Sequence[Sak], hode: Moetehode) -> Iterable[Sak]:
        return noeyaktig(med_nummer(liste, ref.nummer or 0, ref.aar, hode.dato.year), ref.tekst)

    if meaning.slots.extra.get("hva") == KONKLUSJON:
        behandlet = await _ett_moete_for_hvert(turn, meaning, _behandlet(soek))
        if behandlet:
            return behandlet
    return await _ett_moete_for_hvert(turn, meaning, soek)


def _behandlet(soek: Soek) -> Soek:
    return lambda liste, hode: [s for s in soek(liste, hode) if s.referatsak]


async def _ett_moete_for_hvert(turn: Turn, meaning: Meaning, soek: Soek) -> list[Treff]:
    funnet: dict[tuple[int, ...], list[Treff]] = {}
    async for treff in _gjennom(turn, meaning, soek):
        if treff.hode.id == _vist(turn, meaning):
            return [t async for t in _gjennom(turn, meaning, soek) if t.hode.id == treff.hode.id]
        i_organet = funnet.setdefault(treff.hode.organ_ids, [])
        if not i_organet or i_organet[0].hode.id == treff.hode.id:
            i_organet.append(treff)
    return [treff for liste in funnet.values() for treff in liste]


async def med_soek(turn: Turn, meaning: Meaning, soek: Soek) -> list[Treff]:
    """The hits of what was just shown; else of all coming møter; else of those that are over."""
    vist, framover = _vist(turn, meaning), {m.id for m in kommende(turn.register.moeter, turn.incoming.at)}
    alle = [treff async for treff in _gjennom(turn, meaning, soek)]
    for gruppe in (
        [t for t in alle if t.hode.id == vist],
        [t for t in alle if t.hode.id in framover],
        alle,
    ):
        if gruppe:
            return gruppe
    return []


async def om_emnet(turn: Turn, meaning: Meaning, emne: str) -> list[Treff]:
    """By title and bullets; only where none fits, by all that is written."""
    treff = await med_soek(turn, meaning, lambda liste, hode: saker_om(emne, liste))
    return treff or await med_soek(turn, meaning, lambda liste, hode: saker_som_nevner(emne, liste))


async def tydelige(turn: Turn, meaning: Meaning, emne: str) -> list[Treff]:
    """Those with every word of the topic in title or bullets; else in forslag and vedlegg; else in
    all that is written. Empty where that is said of many.
    """
    for finn, flest in TYDELIG:
        treff = await med_soek(turn, meaning, _soek(finn, emne))
        if treff:
            return treff if len(treff) <= flest else []
    return []


def _soek(finn: Emnesoek, emne: str) -> Soek:
    return lambda liste, hode: finn(emne, liste)


async def hos_person(turn: Turn, meaning: Meaning, navn: str) -> list[Treff]:
    """The saker somebody presents."""
    return await med_soek(turn, meaning, lambda liste, hode: med_ansvarlig(liste, navn))


def lett_i(turn: Turn, meaning: Meaning) -> list[str]:
    """The sentences that say what was looked through, where it is not all the papers there are."""
    aktuelle, rekke, register = organer(turn, meaning), _rekke(turn, meaning), turn.register
    setninger, period = list[str](), meaning.slots.period
    if period:
        setninger.append(turn.norsk.tekst("lett.perioden", naar=ord_i_perioden(turn.norsk, period)))
    if aktuelle and len(aktuelle) < len(register.organer):
        navn = organnavn(register, aktuelle, turn.incoming.at.date())
        setninger.append(turn.norsk.tekst("lett.organer", organer=navn))
    if len(rekke) > MAKS:
        tilbake = turn.norsk.dato(min(hode.dato for hode in rekke[:MAKS])).partition(" ")[2]
        setninger.append(turn.norsk.tekst("lett.tilbake_til", antall=MAKS, dato=tilbake))
    return setninger


def _vist(turn: Turn, meaning: Meaning) -> int | None:
    """The møte that was just shown, unless the line names another body or a time."""
    hode = turn.register.hode(kontekst(turn).moete_id or 0)
    if hode is None or meaning.slots.period:
        return None
    nevnte = meaning.slots.organ_ids
    return hode.id if not nevnte or set(nevnte) & set(hode.organ_ids) else None


async def _gjennom(turn: Turn, meaning: Meaning, soek: Soek) -> AsyncIterator[Treff]:
    boeker = await ikke_godkjente(turn)
    for hode in _rekke(turn, meaning)[:MAKS]:
        moete, status = await papirene_med_boken(turn, hode, boeker)
        for sak in soek(saker(moete), hode):
            yield Treff(hode, moete, sak, status)


def _rekke(turn: Turn, meaning: Meaning) -> list[Moetehode]:
    """Just shown, coming (nearest first), avlyst, over (latest first); of the bodies that may be meant."""
    aktuelle = organer(turn, meaning)
    at, period = turn.incoming.at, meaning.slots.period
    moeter = [m for m in turn.register.moeter if not aktuelle or set(aktuelle) & set(m.organ_ids)]
    if period:
        moeter = i_perioden(moeter, period.fra, period.til)
    vist = turn.register.hode(_vist(turn, meaning) or 0)
    rekke = [*([vist] if vist else []), *kommende(moeter, at), *avlyste(moeter, at), *avholdte(moeter, at)]
    return list({m.id: m for m in rekke}.values())
