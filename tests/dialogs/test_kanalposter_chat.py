"""What comes in a channel by itself: eventuelt, reminders, the approved referat, the new oppgaver."""

import asyncio
from dataclasses import replace

import pytest

from bot.domain.conversation import Conversation
from bot.domain.kanaloensker import Kanaloensker
from bot.domain.moete import Moete
from tests.dialogs.chat import Chat, kanal, privat
from tests.dialogs.godkjenningsfolk import DAGEN_ETTER, bygg_bok
from tests.dialogs.moetefolk import ANNE, ASUKANAL, BERIT, OVE, Huset, bygg

INGENTING = Kanaloensker(innkalling=False, sammendrag=False, godkjent=False)
PSUKANAL = kanal("Politisk")
FELLESKANAL = kanal("Begge")


async def koble(huset: Huset, sted: Conversation, oensker: Kanaloensker, *organ_ids: int | None) -> None:
    chat = huset.chat
    await chat.si(BERIT, "hei", i=sted, at="2024-05-01T09:00")
    async with chat.store.turn() as uow:
        for organ_id in organ_ids or (huset.asu.id,):
            await uow.kanaler.koble(sted.id, organ_id or 0)
            await uow.kanaler.oensk(sted.id, organ_id or 0, oensker)
        await uow.commit()


async def i_kanalen(huset: Huset, at: str, sted: Conversation = ASUKANAL) -> list[str]:
    return [m.text for m in (await huset.chat.post(at)).get(sted.id, [])]


@pytest.fixture
async def huset() -> Huset:
    return await bygg(Chat(admins=set()))


async def plan(huset: Huset, at: str, sted: Conversation = ASUKANAL) -> list[str]:
    await huset.chat.plan(at)
    return await i_kanalen(huset, at, sted)


# Saker til eventuelt


async def test_what_is_raised_is_one_post_a_moete_changed_in_its_place(huset):
    """The titles alone: not who raised them."""
    await koble(huset, ASUKANAL, replace(INGENTING, eventuelt=True))
    await huset.chat.si(BERIT, "meld til eventuelt: Parkering ved sykehuset", i=privat(BERIT))
    assert await i_kanalen(huset, "2024-05-08T09:01") == [
        "Saker meldt til eventuelt i ASU onsdag 15. mai 2024 kl. 12.00–15.00:\n1. Parkering ved sykehuset"
    ]
    await huset.chat.si(ANNE, "meld til eventuelt: Felles kalender", i=privat(ANNE), at="2024-05-08T09:05")
    assert await i_kanalen(huset, "2024-05-08T09:06") == []
    [(_, _, endret)] = huset.chat.poster.endret
    assert endret.text.splitlines()[1:] == ["1. Parkering ved sykehuset", "2. Felles kalender"]


async def test_one_that_is_withdrawn_leaves_the_post(huset):
    await koble(huset, ASUKANAL, replace(INGENTING, eventuelt=True))
    svar = await huset.chat.si(BERIT, "meld til eventuelt: Parkering ved sykehuset", i=privat(BERIT))
    await huset.chat.post("2024-05-08T09:01")
    await huset.chat.trykk(BERIT, svar.knapp("Trekk saken"), i=privat(BERIT), at="2024-05-08T09:05")
    await huset.chat.post("2024-05-08T09:06")
    [(_, _, endret)] = huset.chat.poster.endret
    assert endret.text == (
        "Det er ikke lenger noen saker til eventuelt i ASU onsdag 15. mai 2024 kl. 12.00–15.00."
    )


async def test_two_who_change_the_list_at_once_leave_both_changes(huset):
    await koble(huset, ASUKANAL, replace(INGENTING, eventuelt=True))
    chat = huset.chat
    min_ = await chat.si(BERIT, "meld til eventuelt: Parkering ved sykehuset", i=privat(BERIT))
    din = await chat.si(ANNE, "meld til eventuelt: Felles kalender", i=privat(ANNE))
    await chat.post("2024-05-08T09:01")
    await asyncio.gather(
        chat.trykk(BERIT, min_.knapp("Trekk saken"), i=privat(BERIT), at="2024-05-08T09:05"),
        chat.trykk(ANNE, din.knapp("Trekk saken"), i=privat(ANNE), at="2024-05-08T09:05"),
    )
    await chat.post("2024-05-08T09:06")
    assert "Det er ikke lenger noen saker" in chat.poster.endret[-1][2].text


async def test_a_channel_that_does_not_want_it_is_told_nothing(huset):
    await koble(huset, ASUKANAL, Kanaloensker())
    await huset.chat.si(BERIT, "meld til eventuelt: Parkering ved sykehuset", i=privat(BERIT))
    assert await i_kanalen(huset, "2024-05-08T09:01") == []


async def test_at_night_it_waits_and_tells_of_all_of_them(huset):
    await koble(huset, ASUKANAL, replace(INGENTING, eventuelt=True))
    for hvem, sak in ((BERIT, "Parkering"), (ANNE, "Felles kalender")):
        await huset.chat.si(hvem, f"meld til eventuelt: {sak}", i=privat(hvem), at="2024-05-08T21:00")
    assert await i_kanalen(huset, "2024-05-08T21:30") == []
    [post] = await i_kanalen(huset, "2024-05-09T07:01")
    assert post.splitlines()[1:] == ["1. Parkering", "2. Felles kalender"]
    assert huset.chat.poster.endret == []


# The referat and its oppgaver


async def test_an_approved_referat_is_told_of_once(huset):
    hus = await bygg_bok(send=True)
    await koble(hus.huset, ASUKANAL, replace(INGENTING, godkjent=True))
    await hus.godkjenn()
    post = (await hus.chat.post(DAGEN_ETTER))[ASUKANAL.id]
    assert [m.text for m in post] == [
        "Referatet fra møtet i ASU onsdag 15. mai 2024 er godkjent. Det har seks saker. "
        "Skriv «vis referatet» for å lese det."
    ]
    assert [b.verb for b in post[0].buttons] == ["referat.vis"]
    await hus.chat.plan("2024-06-20T09:00")
    assert ASUKANAL.id not in await hus.chat.post("2024-06-20T09:00")


async def test_oppgaver_come_when_the_referat_is_sent_and_not_before(huset):
    hus = await bygg_bok()
    await koble(hus.huset, ASUKANAL, replace(INGENTING, oppgaver=True))
    assert ASUKANAL.id not in await hus.chat.post(DAGEN_ETTER)
    await hus.send()
    [post] = (await hus.chat.post(DAGEN_ETTER))[ASUKANAL.id]
    foerst, *linjer = post.text.splitlines()
    assert foerst == "To nye oppgaver for ASU fra møtet onsdag 15. mai 2024:"
    assert [linje.partition(":")[0] for linje in linjer] == ["• Oppgave 1", "• Oppgave 2"]
    await hus.godkjenn()
    assert ASUKANAL.id not in await hus.chat.post(DAGEN_ETTER)
    assert hus.chat.poster.endret == []


async def test_what_is_unntatt_is_no_oppgave_of_a_channels(huset):
    hus = await bygg_bok()
    await koble(hus.huset, ASUKANAL, replace(INGENTING, oppgaver=True))
    async with hus.chat.store.turn() as uow:
        for oppgave in await uow.oppgaver.for_bok(hus.bok_id):
            await uow.oppgaver.lagre(replace(oppgave, hjemmel="offl. § 13"))
        await uow.commit()
    await hus.send()
    assert ASUKANAL.id not in await hus.chat.post(DAGEN_ETTER)


async def test_what_becomes_unntatt_or_gets_another_frist_is_changed_in_the_post():
    hus = await bygg_bok()
    await koble(hus.huset, ASUKANAL, replace(INGENTING, oppgaver=True))
    await hus.send()
    [post] = await i_kanalen(hus.huset, DAGEN_ETTER)
    assert "Siri skriver brevet" in post
    stand = await hus.stand()
    nr = next(p.nr for p in stand.punkter.values() if p.tekst == "Siri skriver brevet")
    await hus.chat.si(OVE, "oppgave 2 får frist 1. juni", i=privat(OVE), at="2024-05-16T09:02")
    await hus.si(OVE, f"punkt {nr} er unntatt offentlighet offl. § 13", at="2024-05-16T09:05")
    await hus.chat.post("2024-05-16T09:06")
    siste = hus.chat.poster.endret[-1][2].text
    assert "Siri skriver brevet" not in siste
    assert "lørdag 1. juni" in siste


async def test_in_a_felles_moete_each_bodys_channels_get_it_and_one_of_both_once(huset):
    async with huset.chat.store.turn() as uow:
        mai = await uow.load_moete(huset.mai.id or 0)
        assert isinstance(mai, Moete)
        await uow.save_moete(replace(mai, organ_ids=[huset.asu.id or 0, huset.psu.id or 0]))
        await uow.commit()
    vil = replace(INGENTING, paaminnelse=2)
    await koble(huset, ASUKANAL, vil, huset.asu.id)
    await koble(huset, PSUKANAL, vil, huset.psu.id)
    await koble(huset, FELLESKANAL, vil, huset.asu.id, huset.psu.id)
    await huset.chat.plan("2024-05-13T08:00")
    post = await huset.chat.post("2024-05-13T08:00")
    antall = [len(post.get(sted.id, [])) for sted in (ASUKANAL, PSUKANAL, FELLESKANAL)]
    assert antall == [1, 1, 1]


async def test_the_channels_own_maalform(huset):
    await koble(huset, ASUKANAL, replace(INGENTING, paaminnelse=1, eventuelt=True))
    await huset.chat.si(OVE, "snakk nynorsk i denne kanalen", i=ASUKANAL)
    await huset.chat.si(BERIT, "meld til eventuelt: Parkering", i=privat(BERIT))
    assert await i_kanalen(huset, "2024-05-08T09:01") == [
        "Saker melde til eventuelt i ASU onsdag 15. mai 2024 kl. 12.00–15.00:\n1. Parkering"
    ]
    assert await plan(huset, "2024-05-14T08:00") == [
        "I morgon er det møte i ASU: onsdag 15. mai 2024 kl. 12.00–15.00.\nStad: Storsalen"
    ]


async def test_a_channel_the_bot_was_taken_out_of_gets_nothing(huset):
    await koble(huset, ASUKANAL, replace(INGENTING, paaminnelse=1))
    async with huset.chat.store.turn() as uow:
        await uow.kanaler.stengt(ASUKANAL.id)
        await uow.commit()
    assert await plan(huset, "2024-05-14T08:00") == []
