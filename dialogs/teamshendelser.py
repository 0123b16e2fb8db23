"""What Teams tells of a meeting in its chat. It is remembered, and nothing is said there.

A meeting that starts is tied to its møte, where that is sure, and an open referat of that møte to its
chat. One that ends closes nothing: the referent is asked, in 1:1.
"""

from dataclasses import replace

from bot.domain.moetebok import Boktilstand
from bot.domain.teamsmoete import VARER, Teamsdeltaker, Teamsmoete, moetet
from bot.turn import Dialog, Kind, Meaning, MeetingEvent, Reply, Turn
from bot.varsling.moeteslutt import spoer_om_aa_heve
from bot.varsling.varsler import Varsler
from dialogs.meninger import TEAMS_GIKK, TEAMS_KOM, TEAMS_SLUTTET, TEAMS_STARTET
from dialogs.teamsmoete import knytt, noter_folk
from dialogs.tjenester import Tjenester


class Teamshendelser:
    """Never answers."""

    intents = frozenset({TEAMS_STARTET, TEAMS_SLUTTET, TEAMS_KOM, TEAMS_GIKK})

    def __init__(self, tjenester: Tjenester) -> None:
        self._tjenester = tjenester

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        hendelse = turn.incoming.meeting
        if hendelse is not None:
            await self._ta(turn, hendelse)
        return []

    async def _ta(self, turn: Turn, hendelse: MeetingEvent) -> None:
        if turn.incoming.kind is Kind.MEETING_STARTED:
            await _startet(turn, hendelse)
        elif turn.incoming.kind is Kind.MEETING_ENDED:
            await self._sluttet(turn, hendelse)
        else:
            await _folk(turn, hendelse)

    async def _sluttet(self, turn: Turn, hendelse: MeetingEvent) -> None:
        """Once a møtebok: a meeting that is left and entered again ends more than once."""
        sagt = await turn.uow.teamsmoeter.hent(turn.conversation.id)
        if sagt is not None and sagt.start <= hendelse.at:
            await turn.uow.teamsmoeter.lagre(replace(sagt, slutt=hendelse.at))
            turn.writes = True
        bok = await turn.uow.boeker.i_samtale(turn.conversation.id)
        hode = turn.register.hode(bok.moete_id) if bok else None
        if bok is None or hode is None or bok.tilstand is not Boktilstand.AAPEN:
            return
        # Whoever ended the meeting in Teams is mostly the one to be asked, so nobody is left out.
        varsler = Varsler(turn.uow, turn.register, turn.incoming.at, self._tjenester.rettigheter)
        linjer = await turn.uow.boeker.les(bok.id or 0)
        await spoer_om_aa_heve(varsler, turn.register, hode, bok, linjer)
        turn.writes = True


async def _startet(turn: Turn, hendelse: MeetingEvent) -> None:
    her = turn.conversation.id
    foer = await turn.uow.teamsmoeter.hent(her)
    if foer is not None and foer.start > hendelse.at:
        return
    tittel = hendelse.title or turn.conversation.name or ""
    hode = moetet(turn.register, tittel, hendelse.at, turn.kanal_organ_ids)
    moete_id = hode.id if hode else _det_samme(foer, hendelse)
    await turn.uow.teamsmoeter.lagre(
        Teamsmoete(her, hendelse.meeting_id, tittel, hendelse.at, moete_id=moete_id)
    )
    turn.writes = True
    bok = await turn.uow.boeker.for_moete(moete_id) if moete_id is not None else None
    if bok is not None and bok.id is not None:
        await knytt(turn, bok.id, her)


def _det_samme(foer: Teamsmoete | None, hendelse: MeetingEvent) -> int | None:
    """The møte that the chat's last meeting was, where this one is that one begun again."""
    return foer.moete_id if foer is not None and hendelse.at - foer.start < VARER else None


async def _folk(turn: Turn, hendelse: MeetingEvent) -> None:
    inne = turn.incoming.kind is Kind.JOINED
    folk = [
        Teamsdeltaker(turn.conversation.id, p.name, hendelse.at, inne, p.aad_id) for p in hendelse.people
    ]
    await turn.uow.teamsmoeter.noter(folk)
    turn.writes = True
    bok = await turn.uow.boeker.i_samtale(turn.conversation.id)
    if bok is not None:
        await noter_folk(turn, bok, folk)


def lag(tjenester: Tjenester) -> Dialog:
    return Teamshendelser(tjenester)
