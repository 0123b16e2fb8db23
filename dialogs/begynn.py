"""The turn as it begins: the conversation with what is remembered of it, and who speaks."""

from dataclasses import replace

from bot.domain.aktoer import Aktoer, Sikkerhet
from bot.domain.bokminne import Bokminne
from bot.domain.conversation import Conversation
from bot.domain.identitet import aktoer_av, uten_delt_navn
from bot.domain.ports import TurnStart, UnitOfWork
from bot.domain.register import Register
from bot.domain.rettigheter import Rettigheter
from bot.turn import Incoming, ReadFile, Turn
from dialogs.bokvalg import velg_bok
from dialogs.svarspraak import norsk_til


async def begynn(
    uow: UnitOfWork,
    incoming: Incoming,
    start: TurnStart,
    rettigheter: Rettigheter,
    filer: tuple[ReadFile, ...] = (),
    bokminne: Bokminne | None = None,
) -> Turn:
    register = await uow.register()
    turn = Turn(
        incoming,
        uow,
        register,
        _samtalen(start, incoming.conversation),
        norsk_til(incoming, start),
        await _aktoeren(uow, register, incoming, start, rettigheter),
        start.bruker,
        start.kanal_organ_ids,
        files=filer,
        bokminne=bokminne or Bokminne(),
    )
    await velg_bok(turn, start)
    return turn


async def _aktoeren(
    uow: UnitOfWork, register: Register, incoming: Incoming, start: TurnStart, rettigheter: Rettigheter
) -> Aktoer:
    """The other users are read only of one who is known by name alone."""
    person, dag = incoming.person, incoming.at.date()
    aktoer = aktoer_av(register, person.key, person.aad_id, person.name, start.bruker, rettigheter, dag)
    if aktoer.sikkerhet is not Sikkerhet.NAVN:
        return aktoer
    return uten_delt_navn(register, aktoer, person.name, await uow.brukere.alle(), dag)


def _samtalen(start: TurnStart, ny: Conversation) -> Conversation:
    """What the activity says, with what is remembered. Whoever is spoken to is installed."""
    lagret = start.conversation
    navn = ny.name or start.channel_name
    if lagret is None:
        return replace(ny, name=navn)
    return replace(
        ny,
        tenant_id=ny.tenant_id or lagret.tenant_id,
        bot_id=ny.bot_id or lagret.bot_id,
        team_id=ny.team_id or lagret.team_id,
        name=navn or lagret.name,
        greeted=lagret.greeted,
        context=lagret.context,
    )
