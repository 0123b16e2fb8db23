"""Which oppgaver the speaker may see, here."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.domain.aktoer import Sikkerhet
from bot.domain.conversation import ConversationKind
from bot.domain.moetebok import Boktilstand, Moetebok
from bot.domain.oppgave import Oppgave
from bot.domain.oppgaver import er_min, etter_frist
from bot.domain.rettigheter import Rett
from bot.turn import Turn
from dialogs.her import organer_her
from dialogs.rett import kan, vises_her

IKKE_SENDT = (Boktilstand.AAPEN, Boktilstand.UTKAST)


@dataclass(frozen=True)
class Synlige:
    """`skjult`: how many there are that the speaker may not see, or not here."""

    oppgaver: tuple[Oppgave, ...]
    skjult: int = 0


async def synlige(turn: Turn, alle: Sequence[Oppgave]) -> Synlige:
    """The speaker's own, and those of their bodies; of an utkast that is not sent only who keeps it sees
    the others'. What stands in a referat that is godkjent anyone may see, but for what is unntatt.
    """
    utkast = list[Moetebok]()
    if any(o.bok_id is not None for o in alle):
        utkast = await turn.uow.boeker.i_tilstand(IKKE_SENDT)
    ses = [o for o in alle if ser(turn, o, {bok.id: bok for bok in utkast})]
    return Synlige(tuple(etter_frist(ses)), len(alle) - len(ses))


def ser(turn: Turn, o: Oppgave, utkast: Mapping[int | None, Moetebok]) -> bool:
    if _aapen_for_alle(turn, o):
        return True
    if not vises_her(turn, [o.organ_id]) or not _kan_leses_her(turn, o, utkast):
        return False
    if turn.aktoer.sikkerhet is Sikkerhet.SIKKER and er_min(o, turn.aktoer.hvem):
        return True
    return kan(turn, Rett.SE_UTKAST if o.bok_id in utkast else Rett.SE_REFERAT, [o.organ_id])


def _kan_leses_her(turn: Turn, o: Oppgave, utkast: Mapping[int | None, Moetebok]) -> bool:
    """Others read along, whatever the speaker may see: nothing that is unntatt, and of a referat that is
    not sent only what the meeting's own chat has heard.
    """
    if turn.incoming.conversation.kind is ConversationKind.PERSONAL:
        return True
    bok = utkast.get(o.bok_id)
    return not o.hjemmel and (bok is None or bok.conversation_id == turn.conversation.id)


def _aapen_for_alle(turn: Turn, o: Oppgave) -> bool:
    hode = turn.register.hode(o.moete_id)
    return hode is not None and hode.har_referat and not o.hjemmel


def organene(turn: Turn, nevnte: tuple[int, ...]) -> tuple[int, ...]:
    """The bodies a line is about: those it names, those of the place, the speaker's own, else all."""
    egne = tuple(turn.aktoer.roller)
    alle = tuple(o.id for o in turn.register.organer if o.id is not None)
    return nevnte or organer_her(turn) or egne or alle


async def aapne(turn: Turn, organ_ids: Iterable[int]) -> Synlige:
    return await synlige(turn, await turn.uow.oppgaver.aapne(list(organ_ids)))


async def mine(turn: Turn) -> list[Oppgave]:
    """The speaker's open oppgaver in every body, also where only the paper's name tells that they are."""
    egne = list(turn.aktoer.roller)
    i_egne = await turn.uow.oppgaver.aapne(egne) if egne else []
    person = turn.aktoer.hvem.person_id
    ellers = await turn.uow.oppgaver.for_person(person) if person is not None else []
    alle = {o.id: o for o in (*i_egne, *ellers)}
    sett = await synlige(turn, list(alle.values()))
    return [o for o in sett.oppgaver if er_min(o, turn.aktoer.hvem)]
