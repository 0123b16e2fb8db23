"""The one reminder before a møte. ASU meets on Wednesday 15 May 2024 at twelve; three working days
before it is Friday 10 May (the 9th is Kristi himmelfartsdag).
"""

import asyncio
from dataclasses import replace

import pytest

from bot.varsling.frammoete import les
from tests.dialogs.chat import Chat, kl
from tests.dialogs.moetefolk import ANNE, BERIT, LIV, OLGA, OVE, Huset, bygg

MAI = "onsdag 15. mai 2024 kl. 12.00–15.00"
FREDAG = "2024-05-10T09:00"


@pytest.fixture
async def huset() -> Huset:
    return await bygg(Chat(admins=set(), public_url="https://bot.example"))


async def mint(huset: Huset, at: str) -> dict[str, int]:
    """Who is reminded at that time, and how often."""
    await huset.chat.plan(at)
    post = await huset.chat.post(at=at)
    return {hvem.removeprefix("aad-"): len(m) for hvem, m in post.items()}


ALLE = {ANNE: 1, BERIT: 1, OVE: 1}
"""Siri cannot be reached, Liv is a vara, Olga sits in another body."""


async def test_at_nine_three_working_days_before(huset):
    assert await mint(huset, "2024-05-10T08:59") == {}
    assert await mint(huset, FREDAG) == ALLE


async def test_it_holds_the_card_and_the_two_buttons(huset):
    await huset.chat.plan(FREDAG)
    (til_berit,) = (await huset.chat.post(at=FREDAG))[BERIT]
    assert til_berit.text.startswith(f"Påminnelse: ASU møtes {MAI}.")
    assert "Sted: Storsalen" in til_berit.text
    assert "Du trenger ikke oppgi grunn." in til_berit.text
    assert [k.label for k in til_berit.buttons] == ["Jeg kommer", "Meld forfall"]
    svar = await huset.chat.trykk(BERIT, til_berit.buttons[1], at="2024-05-10T10:00")
    assert svar.foerst.startswith("Forfall er notert")


@pytest.mark.parametrize("maalform", ["bokmål", "nynorsk"])
async def test_whoever_changes_their_mind_presses_the_same_card_again(huset, maalform):
    """Comes, does not, comes after all: each press counts, and the third is not taken for the first."""
    await huset.chat.si(BERIT, f"skriv {maalform}")
    await huset.chat.plan(FREDAG)
    (kortet,) = (await huset.chat.post(at=FREDAG))[BERIT]
    kommer, forfall = kortet.buttons[:2]
    stand = []
    for i, knapp in enumerate((kommer, forfall, kommer, forfall, kommer)):
        await huset.chat.trykk(BERIT, knapp, at=f"2024-05-10T10:0{i}")
        async with huset.chat.store.read() as arkiv:
            sit = await les(arkiv, huset.mai.id or 0, kl(f"2024-05-10T10:0{i}"))
        stand.append(
            next(sit.stilling.person(p.hvem).borte for p in sit.plasser if p.hvem.navn == "Berit Nes")
        )
    assert stand == [False, True, False, True, False]


async def test_once_however_often_the_plan_runs(huset):
    annen = Chat(admins=set(), store=huset.chat.store)
    await asyncio.gather(*(bot.plan(FREDAG) for bot in (huset.chat, annen, huset.chat)))
    await huset.chat.plan("2024-05-13T09:00")
    post = await huset.chat.post(at="2024-05-13T09:00")
    assert {hvem: len(m) for hvem, m in post.items()} == {f"aad-{h}": 1 for h in ALLE}


@pytest.mark.parametrize(
    ("at", "ventet"),
    [
        ("2024-05-10T21:00", {}),
        ("2024-05-11T03:00", {}),
        ("2024-05-11T07:00", ALLE),
        ("2024-05-15T11:59", ALLE),
        ("2024-05-15T12:00", {}),
    ],
)
async def test_what_was_missed_is_made_up_for_by_day_and_before_the_moete(huset, at, ventet):
    assert await mint(huset, at) == ventet


async def test_who_has_forfall_is_left_alone(huset):
    await huset.chat.si(BERIT, "må melde forfall til ASU 15. mai")
    await huset.chat.post()
    assert await mint(huset, FREDAG) == {ANNE: 1, OVE: 1}


async def test_a_vara_who_has_said_yes_is_reminded(huset):
    await huset.chat.si(BERIT, "må melde forfall til ASU 15. mai, Liv stiller som vara")
    kall = (await huset.chat.post())[LIV][0]
    assert await mint(huset, "2024-05-08T15:00") == {}
    await huset.chat.trykk(LIV, kall.buttons[0], at="2024-05-08T15:00")
    await huset.chat.post()
    assert await mint(huset, FREDAG) == {ANNE: 1, LIV: 1, OVE: 1}


async def test_who_has_answered_since_it_was_due_is_not_reminded_of_it(huset):
    """The bot was down on Friday, and Berit writes before it has made up for it."""
    await huset.chat.si(BERIT, "må melde forfall til ASU 15. mai", at="2024-05-13T08:00")
    await huset.chat.si(BERIT, "kommer likevel på ASU 15. mai", at="2024-05-13T08:01")
    await huset.chat.post(at="2024-05-13T08:02")
    assert await mint(huset, "2024-05-13T09:00") == {ANNE: 1, OVE: 1}


async def test_never_where_the_body_wants_none(huset):
    async with huset.chat.store.turn() as uow:
        await uow.save_organ(replace(huset.asu, paaminnelse_dager=0))
        await uow.commit()
    assert await mint(huset, FREDAG) == {}


async def test_as_many_days_before_as_the_body_has_chosen(huset):
    async with huset.chat.store.turn() as uow:
        await uow.save_organ(replace(huset.asu, paaminnelse_dager=1))
        await uow.commit()
    assert await mint(huset, FREDAG) == {}
    assert await mint(huset, "2024-05-14T09:00") == ALLE


async def test_an_avlyst_moete_is_not_reminded_of(huset):
    await huset.avlys(huset.mai)
    assert await mint(huset, FREDAG) == {}


async def test_not_after_two_messages_about_the_moete(huset):
    for at in ("2024-05-08T09:00", "2024-05-08T12:00"):
        await huset.ja(OVE, "send innkallingen til ASU", at=at)
    await huset.chat.post()
    assert await mint(huset, FREDAG) == {OVE: 1}


async def test_not_where_the_innkalling_went_out_just_now(huset):
    await huset.ja(OVE, "send innkallingen til ASU", at="2024-05-13T08:00")
    await huset.chat.post()
    assert await mint(huset, "2024-05-13T09:00") == {}


async def test_a_moved_moete_is_reminded_of_for_its_new_day(huset):
    await huset.ja(OVE, "flytt ASU fra 15. mai til 29. mai", at="2024-05-08T10:00")
    await huset.chat.post()
    assert await mint(huset, FREDAG) == {}
    assert await mint(huset, "2024-05-24T09:00") == ALLE


async def test_reminded_of_its_old_day_it_is_reminded_of_anew(huset):
    assert await mint(huset, FREDAG) == ALLE
    await huset.ja(OVE, "flytt ASU fra 15. mai til 29. mai", at="2024-05-13T10:00")
    await huset.chat.post()
    assert await mint(huset, "2024-05-24T09:00") == {OVE: 1}, "two have been sent to the others"


async def test_moved_to_a_day_close_at_hand_the_message_of_it_reminds(huset):
    await huset.ja(OVE, "flytt ASU fra 15. mai til 10. mai", at="2024-05-08T10:00")
    await huset.chat.post()
    assert await mint(huset, "2024-05-08T10:01") == {}


async def test_a_moete_without_a_clock_is_not_reminded_of_on_its_day(huset):
    async with huset.chat.store.turn() as uow:
        moete = await uow.load_moete(huset.mai.id)
        await uow.save_moete(replace(moete, start=None, slutt=None))
        await uow.commit()
    assert await mint(huset, "2024-05-15T08:00") == {}
    assert await mint(huset, "2024-05-14T08:00") == ALLE


async def test_psu_is_reminded_of_its_own(huset):
    """On the 23rd; neither the 17th nor Whit Monday are working days."""
    assert await mint(huset, "2024-05-16T08:59") == {}
    assert await mint(huset, "2024-05-16T09:00") == {OLGA: 1, OVE: 1}


async def test_a_moete_that_cannot_be_worded_stops_no_other(huset):
    """ASU's saksliste holds what no paper gave; PSU, on the same day of reminding, is reminded all the
    same.
    """
    await huset.ja(OVE, "flytt PSU fra 23. mai til 15. mai", at="2024-05-08T08:30")
    await huset.chat.post()
    huset.chat.store.data.moeter[huset.mai.id].innkalling.agenda[0] = None
    assert await mint(huset, FREDAG) == {OLGA: 1, OVE: 1}


async def test_in_nynorsk(huset):
    await huset.chat.si(BERIT, "bytt til nynorsk")
    await huset.chat.plan(FREDAG)
    post = await huset.chat.post(at=FREDAG)
    assert post[BERIT][0].text.startswith(f"Påminning: ASU møtest {MAI}.")
