"""Whoever speaks is remembered as a user of Teams, so that the bot can reach them later."""

from dataclasses import replace

from bot.domain.conversation import ConversationKind
from bot.domain.ports import UnitOfWork
from bot.domain.teamsbruker import Teamsbruker
from bot.turn import Incoming, Kind

SNAKKER = frozenset({Kind.MESSAGE, Kind.PRESS, Kind.FILE})


def ny_bruker(incoming: Incoming) -> Teamsbruker:
    """What the activity alone tells of the one who spoke."""
    person = incoming.person
    return Teamsbruker(person.key, person.id, person.name, conversation_id=_privat(incoming))


async def husk_bruker(uow: UnitOfWork, incoming: Incoming, foer: Teamsbruker | None) -> Teamsbruker | None:
    """The user as they are now. Stored only where something has changed; None for what nobody said."""
    if not _noen(incoming):
        return foer
    bruker = _oppdatert(incoming, foer) if foer else ny_bruker(incoming)
    if bruker != foer:
        await uow.brukere.lagre(bruker)
    return bruker


def _noen(incoming: Incoming) -> bool:
    """In a channel it is told who put the bot there; that person has said nothing."""
    privat = incoming.conversation.kind is ConversationKind.PERSONAL
    return bool(incoming.person.id) and (privat or incoming.kind in SNAKKER)


def _oppdatert(incoming: Incoming, foer: Teamsbruker) -> Teamsbruker:
    samtale = foer.conversation_id
    if incoming.conversation.kind is ConversationKind.PERSONAL:
        samtale = _privat(incoming)
    navn = incoming.person.name or foer.navn
    return replace(foer, channel_id=incoming.person.id, navn=navn, conversation_id=samtale)


def _privat(incoming: Incoming) -> str | None:
    """The 1:1 conversation; None in others, and once the bot has been taken out of it."""
    her = incoming.conversation
    er = her.kind is ConversationKind.PERSONAL and incoming.kind is not Kind.REMOVED
    return her.id if er else None
