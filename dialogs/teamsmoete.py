"""The meeting in Teams behind a chat: which møte it is, which chat is a møte's, and who is in it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.clock import OSLO
from bot.domain.aktoer import Sikkerhet
from bot.domain.bokakt import Akt
from bot.domain.boklesing import les
from bot.domain.conversation import ConversationKind
from bot.domain.frammoete import Hvem
from bot.domain.identitet import aktoer_av
from bot.domain.moetebok import Boktilstand, Moetebok
from bot.domain.rettigheter import Rettigheter
from bot.domain.teamsframmoete import Bevegelse, navnet, teamslinjer
from bot.domain.teamsmoete import VARER, Teamsdeltaker, moetet
from bot.turn import Turn

I_TIDE = timedelta(minutes=5)
"""Who comes into the meeting so soon after the clock of the innkalling was not late."""
FOER_START = timedelta(minutes=30)
"""Who is in the chat's meeting so long before Teams says that it has begun, came to this one."""


async def moete_i_samtalen(turn: Turn) -> int | None:
    """The møte of the meeting whose chat this is; None where it is no meeting's, or it is not sure.

    What Teams told when the meeting began goes first, else the bodies the chat is linked to or its name
    names, and the time.
    """
    if turn.conversation.kind is not ConversationKind.GROUP:
        return None
    sagt = await turn.uow.teamsmoeter.hent(turn.conversation.id)
    if sagt and sagt.moete_id and sagt.start <= turn.incoming.at < sagt.start + VARER:
        return sagt.moete_id
    tittel = turn.conversation.name or (sagt.tittel if sagt else "")
    hode = moetet(turn.register, tittel, turn.incoming.at, turn.kanal_organ_ids)
    return hode.id if hode else None


async def samtalen_til(turn: Turn, moete_id: int) -> str | None:
    """The chat of the meeting that goes on in Teams for that møte; None where Teams has told of none, or
    of several.
    """
    alle = await turn.uow.teamsmoeter.for_moete(moete_id)
    gaar = [m for m in alle if m.paagaar(turn.incoming.at)]
    return gaar[0].conversation_id if len(gaar) == 1 else None


async def knytt(turn: Turn, bok_id: int, conversation_id: str) -> None:
    """The open møtebok is that chat's, where it is no chat's yet; with those who are in the meeting
    already. Nothing where it is, or is closed. Takes its lock.
    """
    bok, _ = await turn.uow.boeker.laas(bok_id)
    if bok.conversation_id is not None or bok.tilstand is not Boktilstand.AAPEN:
        return
    knyttet = replace(bok, conversation_id=conversation_id)
    await turn.uow.boeker.lagre(knyttet)
    await innsett(turn, knyttet)
    turn.writes = True


async def innsett(turn: Turn, bok: Moetebok) -> None:
    """Those who have come into the meeting of its chat so far, and left it, to be confirmed. Once, when the
    møtebok is tied to the chat: later ones are noted as they come.
    """
    if bok.conversation_id is None:
        return
    sagt = await turn.uow.teamsmoeter.hent(bok.conversation_id)
    fra = (sagt.start if sagt else turn.incoming.at.astimezone(UTC)) - FOER_START
    await noter_folk(turn, bok, await turn.uow.teamsmoeter.deltakere(bok.conversation_id, fra))


async def noter_folk(turn: Turn, bok: Moetebok, folk: Sequence[Teamsdeltaker]) -> None:
    """In the log of the møtebok, by nobody. Takes its lock where there is something to note."""
    begynte = _begynte(turn, bok)
    bevegelser = [b for b in [await _bevegelse(turn, d, begynte) for d in folk] if b is not None]
    if not bevegelser or bok.id is None:
        return
    _, linjer = await turn.uow.boeker.laas(bok.id)
    akt = Akt(None, turn.incoming.at.astimezone(UTC), f"teams-{turn.incoming.activity_id}")
    nye = teamslinjer(linjer, les(linjer), akt, bevegelser)
    if nye:
        await turn.uow.boeker.noter(bok.id, nye)
        turn.writes = True


def _begynte(turn: Turn, bok: Moetebok) -> datetime:
    """Who is there by then was there from the beginning: the clock of the innkalling with some minutes to
    spare, where it has one, else when the referat was opened.
    """
    hode = turn.register.hode(bok.moete_id)
    if hode is None or hode.start is None:
        return bok.aapnet
    return datetime.combine(hode.dato, hode.start, OSLO) + I_TIDE


async def _bevegelse(turn: Turn, deltaker: Teamsdeltaker, begynte: datetime) -> Bevegelse | None:
    hvem = await _hvem(turn, deltaker)
    if hvem is None:
        return None
    if deltaker.inne and deltaker.at <= begynte:
        return Bevegelse(hvem, None, True)
    klokke = deltaker.at.astimezone(OSLO).time().replace(second=0, microsecond=0)
    return Bevegelse(hvem, klokke, deltaker.inne)


async def _hvem(turn: Turn, deltaker: Teamsdeltaker) -> Hvem | None:
    """The member where that is sure (aad id, e-mail of the roster, the sekretariat's word), else the name
    alone: a guest chooses it. None for one who has none.
    """
    key, dag = deltaker.aad_id or "", turn.incoming.at.date()
    bruker = await turn.uow.brukere.hent(key) if key else None
    navn = navnet(deltaker.navn)
    funnet = aktoer_av(turn.register, key, deltaker.aad_id, navn, bruker, Rettigheter(), dag)
    if funnet.sikkerhet is Sikkerhet.SIKKER:
        return funnet.hvem
    return Hvem(navn) if navn else None
