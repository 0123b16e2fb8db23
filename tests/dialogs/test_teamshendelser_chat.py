"""What Teams tells of a meeting in its chat: which møte it is, who is in it, and that it is over."""

from dataclasses import replace
from datetime import UTC, time

import pytest

from bot.domain.bokakt import Akt
from bot.domain.boklesing import les
from bot.domain.bokloep import ny_sak, sett_referenter
from bot.domain.bokstand import Status
from bot.domain.conversation import Conversation, ConversationKind
from bot.domain.frammoete import Hvem
from bot.domain.moetebok import Boktilstand, Moetebok
from bot.turn import Kind, MeetingEvent, Person
from tests.dialogs.chat import Chat, kl
from tests.dialogs.moetefolk import ANNE, BERIT, OVE, Huset, bygg

START, TITTEL = "2024-05-15T11:58", "ASU mai"
MOETECHAT = Conversation("19:meeting_asu@thread.v2", ConversationKind.GROUP, "https://smba.example/")
ANNEN = replace(MOETECHAT, id="19:meeting_annen@thread.v2")


class Moetet:
    """The house, and what Teams tells of its meeting."""

    def __init__(self, huset: Huset) -> None:
        self.huset, self.chat = huset, huset.chat

    async def startet(self, tittel=TITTEL, at=START, i=MOETECHAT, **mer):
        return await self._hendelse(Kind.MEETING_STARTED, at, i, tittel, **mer)

    async def sluttet(self, at="2024-05-15T15:05", i=MOETECHAT):
        return await self._hendelse(Kind.MEETING_ENDED, at, i, TITTEL)

    async def kom(self, *hvem, at=START, i=MOETECHAT):
        return await self._hendelse(Kind.JOINED, at, i, people=tuple(map(person, hvem)))

    async def gikk(self, *hvem, at, i=MOETECHAT):
        return await self._hendelse(Kind.LEFT, at, i, people=tuple(map(person, hvem)))

    async def _hendelse(self, kind, at, i, tittel="", people=(), av=OVE):
        meeting = MeetingEvent("MCMx", kl(at).astimezone(UTC), tittel, people)
        incoming = self.chat.melding(av, "", at, i, kind=kind, meeting=meeting)
        svar = await self.chat.gi(incoming)
        assert svar.outcome.replies == ()

    async def sagt(self, i=MOETECHAT):
        async with self.chat.store.turn() as uow:
            return await uow.teamsmoeter.hent(i.id)

    async def aapner(self, i=None, moete=None):
        """The referat is open, with Ove as its referent."""
        moete = moete or self.huset.mai
        async with self.chat.store.turn() as uow:
            bok = await uow.boeker.opprett(Moetebok(moete.id, kl(START), conversation_id=i and i.id))
            akt = Akt(Hvem("Ove Bakk", await self._ove(uow)), kl(START).astimezone(UTC), "akt-1")
            linjer = ny_sak(les([]), akt, "Tolk i helgene", "01/24")
            linjer += sett_referenter(les(linjer), akt, [akt.av])
            await uow.boeker.noter(bok.id, linjer)
            await uow.commit()
        return bok.id

    async def _ove(self, uow):
        organ = (await uow.register()).organ(self.huset.asu.id)
        return next(m.person_id for m in organ.medlemmer if m.navn == "Ove Bakk")

    async def bok(self, bok_id):
        async with self.chat.store.turn() as uow:
            return await uow.boeker.hent(bok_id)

    async def frammoete(self, bok_id):
        async with self.chat.store.turn() as uow:
            stand = les(await uow.boeker.les(bok_id))
        return {f.person.navn: f for f in stand.frammoete}


def person(hvem):
    """Members are known by their aad id; «gjest …» is somebody from outside."""
    gjest = hvem.startswith("gjest ")
    navn = f"{hvem.removeprefix('gjest ').title()} (Gjest)" if gjest else hvem.title()
    return Person(f"29:{hvem}", navn, None if gjest else f"aad-{hvem}")


@pytest.fixture
async def moetet() -> Moetet:
    return Moetet(await bygg(Chat()))


async def test_a_meeting_that_starts_is_tied_by_its_title_and_the_time(moetet):
    await moetet.startet()
    sagt = await moetet.sagt()
    assert (sagt.moete_id, sagt.tittel, sagt.start) == (moetet.huset.mai.id, TITTEL, kl(START))


@pytest.mark.parametrize(
    ("tittel", "at"), [("PSU", START), ("Kaffe", START), (TITTEL, "2024-05-14T12:00"), ("", START)]
)
async def test_what_is_not_sure_is_remembered_and_not_tied(moetet, tittel, at):
    await moetet.startet(tittel, at)
    assert (await moetet.sagt()).moete_id is None


async def test_a_linked_chat_needs_no_title(moetet):
    async with moetet.chat.store.turn() as uow:
        await uow.kanaler.koble(MOETECHAT.id, moetet.huset.asu.id)
        await uow.commit()
    await moetet.startet("Maimøtet")
    assert (await moetet.sagt()).moete_id == moetet.huset.mai.id


async def test_told_twice_or_late_it_is_the_same(moetet):
    await moetet.startet()
    await moetet.startet("PSU", at="2024-05-15T10:00")
    assert (await moetet.sagt()).tittel == TITTEL


async def test_begun_again_after_a_break_it_is_still_that_moete(moetet):
    await moetet.startet()
    await moetet.sluttet(at="2024-05-15T13:20")
    await moetet.startet("Nytt navn", at="2024-05-15T13:35")
    sagt = await moetet.sagt()
    assert (sagt.moete_id, sagt.slutt) == (moetet.huset.mai.id, None)


async def test_an_open_referat_of_that_moete_gets_the_chat(moetet):
    bok_id = await moetet.aapner()
    await moetet.startet()
    assert (await moetet.bok(bok_id)).conversation_id == MOETECHAT.id
    await moetet.startet(i=ANNEN)
    assert (await moetet.bok(bok_id)).conversation_id == MOETECHAT.id


async def test_who_comes_is_proposed_and_nobody_is_present_by_it(moetet):
    bok_id = await moetet.aapner(MOETECHAT)
    await moetet.startet()
    await moetet.kom(ANNE, "gjest tor lund")
    await moetet.kom(BERIT, at="2024-05-15T12:20")
    folk = await moetet.frammoete(bok_id)
    assert {navn: f.status for navn, f in folk.items()} == {
        "Anne Vik": Status.BEKREFTES,
        "Tor Lund": Status.BEKREFTES,
        "Berit Nes": Status.BEKREFTES,
    }
    assert (folk["Anne Vik"].kom, folk["Berit Nes"].kom) == (None, time(12, 20))
    assert folk["Anne Vik"].person.person_id is not None
    assert folk["Tor Lund"].person.person_id is None


async def test_who_goes_early(moetet):
    bok_id = await moetet.aapner(MOETECHAT)
    await moetet.kom(BERIT)
    await moetet.gikk(BERIT, at="2024-05-15T14:10")
    assert (await moetet.frammoete(bok_id))["Berit Nes"].gikk == time(14, 10)


async def test_who_came_before_the_referat_was_tied_is_there_when_it_is(moetet):
    bok_id = await moetet.aapner()
    await moetet.kom(ANNE, at="2024-05-15T11:50")
    await moetet.kom(BERIT, at="2024-05-14T11:50")
    await moetet.startet()
    assert list(await moetet.frammoete(bok_id)) == ["Anne Vik"]


async def test_a_name_that_is_a_members_does_not_make_a_guest_the_member(moetet):
    bok_id = await moetet.aapner(MOETECHAT)
    await moetet.kom("gjest anne vik")
    assert (await moetet.frammoete(bok_id))["Anne Vik"].person.person_id is None


async def test_the_referent_is_asked_once_and_nothing_is_closed(moetet):
    bok_id = await moetet.aapner(MOETECHAT)
    await moetet.startet()
    await moetet.sluttet()
    await moetet.sluttet(at="2024-05-15T15:06")
    post = await moetet.chat.post()
    [melding] = post[OVE]
    assert melding.text.startswith("Møtet i Teams er avsluttet: ASU onsdag 15. mai 2024. Skal jeg heve")
    assert [(b.label, b.verb, b.data["bok"]) for b in melding.buttons] == [
        ("Hev møtet", "referat.stopp", bok_id)
    ]
    assert (list(post), (await moetet.bok(bok_id)).tilstand) == ([f"aad-{OVE}"], Boktilstand.AAPEN)


async def test_nobody_is_asked_where_no_referat_is_open_there(moetet):
    await moetet.aapner()
    await moetet.startet("Kaffe")
    await moetet.sluttet()
    assert await moetet.chat.post() == {}
    assert (await moetet.sagt()).slutt == kl("2024-05-15T15:05")


async def test_a_chat_nobody_has_told_of_is_no_meetings(moetet):
    await moetet.kom(ANNE)
    await moetet.sluttet()
    assert await moetet.sagt() is None


async def test_start_referat_in_the_chat_ties_it_also_where_teams_tells_of_nothing(moetet):
    bok_id = await moetet.aapner()
    await moetet.chat.si(OVE, "start referat", at="2024-05-15T12:05", i=replace(MOETECHAT, name=TITTEL))
    assert (await moetet.bok(bok_id)).conversation_id == MOETECHAT.id


async def test_start_referat_in_the_chat_opens_that_of_the_meeting_that_began_there(moetet):
    await moetet.startet()
    await moetet.kom(ANNE)
    await moetet.chat.si(OVE, "start referat", at="2024-05-15T12:05", i=MOETECHAT)
    async with moetet.chat.store.turn() as uow:
        bok = await uow.boeker.for_moete(moetet.huset.mai.id)
    assert bok.conversation_id == MOETECHAT.id
    assert (await moetet.frammoete(bok.id))["Anne Vik"].teams


async def test_opened_in_1_1_while_the_meeting_is_on_it_gets_the_chat(moetet):
    await moetet.startet()
    await moetet.chat.si(OVE, "start referat for ASU", at="2024-05-15T12:05")
    async with moetet.chat.store.turn() as uow:
        assert (await uow.boeker.for_moete(moetet.huset.mai.id)).conversation_id == MOETECHAT.id
