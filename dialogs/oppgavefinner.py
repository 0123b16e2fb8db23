"""Which oppgave a line means: by its number, by its words, or the speaker's only one."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.cards.oppgavelinjer import Oppgavevisning, navn
from bot.cards.ord import forkortet
from bot.domain.conversation import Button
from bot.domain.eventueltsoek import handler_om
from bot.domain.oppgave import Oppgave, Oppgavetilstand
from bot.domain.oppgaver import OppgaveUkjent, kan_endre, sist
from bot.turn import Meaning, Reply, Turn
from dialogs.oppgavesyn import mine, organene, synlige
from dialogs.oppslag import slaa_opp_foerst
from dialogs.slots import UgyldigKnapp, ord_, tall, til_data
from dialogs.svar import si_setning, spoer

VALG = 6
OPPGAVE = "oppgave"
"""The oppgave's id, in a button."""
NYLIG = timedelta(days=30)


async def finn_oppgave(
    turn: Turn, meaning: Meaning, ny_id: Callable[[], str], *, lukket: bool = False
) -> Oppgave | list[Reply]:
    """Else the reply that asks which, or says that there is none. `lukket`: one that is done or dropped
    is meant. Raises UgyldigKnapp and OppgaveUkjent.
    """
    oppgave_id = tall(meaning.slots, OPPGAVE)
    if oppgave_id is not None:
        return await _med_id(turn, oppgave_id)
    nr = tall(meaning.slots, "tall")
    if nr is not None:
        return _en(turn, meaning, await _med_nummer(turn, meaning, nr, lukket=lukket), ny_id)
    return await _med_ord(turn, meaning, ord_(meaning.slots, "tekst"), ny_id, lukket=lukket)


async def _med_id(turn: Turn, oppgave_id: int) -> Oppgave:
    oppgave = await turn.uow.oppgaver.hent(oppgave_id)
    if oppgave is None or not (await synlige(turn, [oppgave])).oppgaver:
        raise UgyldigKnapp
    return oppgave


async def _med_nummer(turn: Turn, meaning: Meaning, nr: int, *, lukket: bool) -> list[Oppgave]:
    """Of several bodies those that have such a number; of these, the ones the speaker may change."""
    organ_ids = organene(turn, meaning.slots.organ_ids)
    alle = [o for organ_id in organ_ids for o in await turn.uow.oppgaver.for_organ(organ_id)]
    if not meaning.slots.organ_ids:
        alle += [o for o in await mine(turn) if o.organ_id not in organ_ids]
    med_nr = [o for o in alle if o.nr == nr]
    sett = await synlige(turn, med_nr)
    if not sett.oppgaver:
        slaa_opp_foerst(turn)
        raise OppgaveUkjent(nr, organ_ids)
    return _likeligst(turn, sett.oppgaver, lukket=lukket)


def _likeligst(turn: Turn, treff: Sequence[Oppgave], *, lukket: bool) -> list[Oppgave]:
    """Those that can be what is meant, where some can. One that was closed lately can: who says twice that
    it is done does not mean another body's.
    """
    egne = [o for o in treff if kan_endre(o, turn.aktoer)] or list(treff)
    if lukket:
        return [o for o in egne if o.tilstand is not Oppgavetilstand.AAPEN] or egne
    return [o for o in egne if _aktuell(o, turn.incoming.at)] or egne


def _aktuell(o: Oppgave, naa: datetime) -> bool:
    linje = sist(o)
    return o.tilstand is Oppgavetilstand.AAPEN or (linje is not None and naa - linje.at <= NYLIG)


async def _med_ord(
    turn: Turn, meaning: Meaning, soek: str | None, ny_id: Callable[[], str], *, lukket: bool
) -> Oppgave | list[Reply]:
    """The speaker's own first; others' only by words."""
    if lukket:
        return si_setning(turn, turn.norsk.tekst("oppgave.hvilket_nummer"))
    egne = await mine(turn)
    treff = [o for o in egne if soek is None or handler_om(o.hva, soek)]
    if not treff and soek:
        organ_ids = organene(turn, meaning.slots.organ_ids)
        andres = await synlige(turn, await turn.uow.oppgaver.aapne(organ_ids))
        treff = [o for o in andres.oppgaver if handler_om(o.hva, soek)]
    if not treff:
        noekkel = "oppgave.fant_ikke" if soek else "oppgave.har_ingen"
        return si_setning(turn, turn.norsk.tekst(noekkel, **({"tekst": soek} if soek else {})))
    return _en(turn, meaning, treff, ny_id)


def _en(
    turn: Turn, meaning: Meaning, treff: Sequence[Oppgave], ny_id: Callable[[], str]
) -> Oppgave | list[Reply]:
    if len(treff) == 1:
        return treff[0]
    op = ny_id()
    return spoer(
        turn, turn.norsk.tekst("oppgave.hvilken"), [_valg(turn, meaning, o, op) for o in treff[:VALG]]
    )


def _valg(turn: Turn, meaning: Meaning, o: Oppgave, op: str) -> Button:
    """The same request of that oppgave. One operation id: the first that is pressed counts."""
    v = Oppgavevisning(turn.norsk, turn.register, turn.incoming.at.date(), organ=True)
    extra = {k: x for k, x in meaning.slots.extra.items() if k not in ("tall", "tekst")}
    slots = replace(meaning.slots, organ_ids=(), organ_tekst=None, extra={**extra, OPPGAVE: o.id})
    label = f"{navn(v, o)}: {forkortet(o.hva, 60)}"
    return Button(label, meaning.intent, {**til_data(slots), "op": op})
