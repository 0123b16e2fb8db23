"""The weekly digest in the channel: when it comes, what it tells, and that it comes once."""

from datetime import UTC, date, datetime, time

import pytest

from bot.domain.kanaloensker import Digesttid
from bot.domain.maalform import Maalform
from bot.domain.moetebok import Boktilstand
from tests.dialogs.chat import Chat, kanal
from tests.dialogs.moetefolk import ASUKANAL, OVE, Huset, bygg
from tests.varsling.digesthus import MANDAG, UKA, bok, oensker, oppdrag, oppgave, utlagt


@pytest.fixture
async def huset() -> Huset:
    return await bygg(Chat(admins=set()))


async def test_it_comes_on_monday_at_eight_and_once(huset):
    await oensker(huset, ASUKANAL, huset.asu.id)
    assert await utlagt(huset, ASUKANAL, "2024-05-13T07:59") == []
    assert await utlagt(huset, ASUKANAL, UKA) == [
        "Ukesoversikt for ASU, 13.–20. mai 2024\n"
        "Ett møte\n"
        "\n"
        "Møter\n"
        "• Onsdag 15. mai 2024 kl. 12.00–15.00: ASU (Storsalen)"
    ]
    assert await utlagt(huset, ASUKANAL, "2024-05-13T08:01") == []
    assert await utlagt(huset, ASUKANAL, "2024-05-14T08:00") == []


async def test_nobody_who_has_not_asked_gets_it(huset):
    await oensker(huset, ASUKANAL, huset.asu.id, None)
    assert await utlagt(huset, ASUKANAL, UKA) == []


async def test_nothing_to_tell_is_not_posted_and_not_later_that_week_either(huset):
    await oensker(huset, ASUKANAL, huset.psu.id)
    assert await utlagt(huset, ASUKANAL, UKA) == []
    await oppgave(huset, "Finner lokale", organ_id=huset.psu.id)
    assert await utlagt(huset, ASUKANAL, "2024-05-13T09:00") == []
    assert len(await utlagt(huset, ASUKANAL, "2024-05-21T08:00")) == 1


async def test_a_monday_off_gives_way_to_tuesday(huset):
    """20 May 2024 is Whit Monday; the week before tells of that day too."""
    await oensker(huset, ASUKANAL, huset.psu.id)
    assert await utlagt(huset, ASUKANAL, "2024-05-20T08:00") == []
    [tekst] = await utlagt(huset, ASUKANAL, "2024-05-21T08:00")
    assert tekst.startswith("Ukesoversikt for PSU, 21.–26. mai 2024\n")
    assert "Torsdag 23. mai 2024 kl. 12.00–15.00: PSU" in tekst


async def test_one_that_is_late_says_so(huset):
    await oensker(huset, ASUKANAL, huset.asu.id)
    [tekst] = await utlagt(huset, ASUKANAL, "2024-05-13T13:20")
    assert tekst.split("\n")[1] == "Forsinket: skulle vært lagt ut mandag 13. mai 2024 kl. 08.00."


async def test_a_few_minutes_are_not_late(huset):
    await oensker(huset, ASUKANAL, huset.asu.id)
    [tekst] = await utlagt(huset, ASUKANAL, "2024-05-13T08:14")
    assert "Forsinket" not in tekst


@pytest.mark.parametrize(("at", "antall"), [("2024-05-14T07:59", 1), ("2024-05-14T08:01", 0)])
async def test_after_a_day_there_is_none_that_week(huset, at, antall):
    await oensker(huset, ASUKANAL, huset.asu.id)
    assert len(await utlagt(huset, ASUKANAL, at)) == antall


async def test_it_does_not_ring_at_night(huset):
    """Late in the evening it waits for the morning."""
    await oensker(huset, ASUKANAL, huset.asu.id, Digesttid(0, time(19, 30)))
    assert await utlagt(huset, ASUKANAL, "2024-05-13T20:30") == []
    [tekst] = await utlagt(huset, ASUKANAL, "2024-05-14T07:00")
    assert "Forsinket: skulle vært lagt ut mandag 13. mai 2024 kl. 19.30." in tekst


async def test_one_that_was_chosen_for_the_night_comes_at_seven_and_is_not_late(huset):
    await oensker(huset, ASUKANAL, huset.asu.id, Digesttid(0, time(5)))
    assert await utlagt(huset, ASUKANAL, "2024-05-13T06:30") == []
    [tekst] = await utlagt(huset, ASUKANAL, "2024-05-13T07:00")
    assert "Forsinket" not in tekst


async def test_a_time_that_was_over_when_it_was_chosen_is_not_made_up_for(huset):
    await oensker(huset, ASUKANAL, huset.asu.id, at="2024-05-13T08:30")
    assert await utlagt(huset, ASUKANAL, "2024-05-13T08:31") == []


async def test_never_two_in_a_week_when_the_day_is_changed(huset):
    await oensker(huset, ASUKANAL, huset.asu.id)
    assert len(await utlagt(huset, ASUKANAL, UKA)) == 1
    await oensker(huset, ASUKANAL, huset.asu.id, Digesttid(3), at="2024-05-14T10:00")
    assert await utlagt(huset, ASUKANAL, "2024-05-16T08:00") == []
    await oppgave(huset, "Finner lokale")
    assert len(await utlagt(huset, ASUKANAL, "2024-05-23T08:00")) == 1


async def test_moved_to_later_in_the_week_it_comes_then(huset):
    await oensker(huset, ASUKANAL, huset.asu.id)
    await oensker(huset, ASUKANAL, huset.asu.id, Digesttid(1), at="2024-05-12T10:00")
    assert await utlagt(huset, ASUKANAL, UKA) == []
    assert len(await utlagt(huset, ASUKANAL, "2024-05-14T08:00")) == 1


async def test_changed_to_a_day_that_is_over_and_back_it_comes_on_the_old_day(huset):
    torsdag = Digesttid(3, time(8))
    await oensker(huset, ASUKANAL, huset.asu.id, torsdag)
    await oppgave(huset, "Finner lokale")
    await oensker(huset, ASUKANAL, huset.asu.id, MANDAG, at="2024-05-13T09:00")
    assert await utlagt(huset, ASUKANAL, "2024-05-13T09:01") == []
    await oensker(huset, ASUKANAL, huset.asu.id, torsdag, at="2024-05-14T09:00")
    assert len(await utlagt(huset, ASUKANAL, "2024-05-16T08:00")) == 1
    assert await utlagt(huset, ASUKANAL, "2024-05-16T08:01") == []


async def test_a_body_that_joins_after_the_others_digest_gets_its_own(huset):
    await oensker(huset, ASUKANAL, huset.asu.id)
    assert len(await utlagt(huset, ASUKANAL, UKA)) == 1
    await oensker(huset, ASUKANAL, huset.psu.id, at="2024-05-13T07:00")
    await oppgave(huset, "Finner lokale", organ_id=huset.psu.id)
    [tekst] = await utlagt(huset, ASUKANAL, "2024-05-13T08:10")
    assert tekst.startswith("Ukesoversikt for PSU")


async def test_two_bodies_at_one_time_are_one_post(huset):
    await oensker(huset, ASUKANAL, huset.asu.id)
    await oensker(huset, ASUKANAL, huset.psu.id)
    await oppgave(huset, "Finner lokale", organ_id=huset.psu.id)
    [tekst] = await utlagt(huset, ASUKANAL, UKA)
    assert tekst.split("\n")[0] == "Ukesoversikt for ASU og PSU, 13.–20. mai 2024"
    assert "\nASU: møter\n" in tekst
    assert "\nPSU: åpne oppgaver\n" in tekst


async def test_two_bodies_at_two_times_are_two_posts(huset):
    await oensker(huset, ASUKANAL, huset.asu.id)
    await oensker(huset, ASUKANAL, huset.psu.id, Digesttid(1))
    await oppgave(huset, "Finner lokale", organ_id=huset.psu.id)
    assert len(await utlagt(huset, ASUKANAL, UKA)) == 1
    [tekst] = await utlagt(huset, ASUKANAL, "2024-05-14T08:00")
    assert tekst.startswith("Ukesoversikt for PSU")


async def test_the_møter_of_bodies_it_hears_from_are_told_of(huset):
    await oensker(huset, ASUKANAL, huset.psu.id, hoerer_fra=(huset.asu.id,))
    [tekst] = await utlagt(huset, ASUKANAL, UKA)
    assert "• Onsdag 15. mai 2024 kl. 12.00–15.00: ASU (Storsalen)" in tekst
    assert tekst.startswith("Ukesoversikt for PSU")


async def test_a_møte_that_is_called_off_is_told_of_as_such(huset):
    await oensker(huset, ASUKANAL, huset.asu.id)
    await huset.avlys(huset.mai)
    [tekst] = await utlagt(huset, ASUKANAL, UKA)
    assert "• Onsdag 15. mai 2024: ASU er avlyst" in tekst


async def test_open_oppgaver_overdue_first_and_five_at_most(huset):
    await oensker(huset, ASUKANAL, huset.asu.id)
    for n in range(1, 8):
        await oppgave(huset, f"Gjøremål {n}", frist=date(2024, 6, n))
    await oppgave(huset, "Det som haster", frist=date(2024, 5, 3))
    await huset.chat.plan(UKA)
    [melding] = [m for m in (await huset.chat.post(UKA))[ASUKANAL.id] if "Ukesoversikt" in m.text]
    linjer = melding.text.split("\n")
    assert linjer[1] == "Ett møte og 8 åpne oppgaver (1 over fristen)"
    fra = linjer.index("Åpne oppgaver")
    assert "Det som haster (ansvarlig: Berit Nes, frist: fredag 3. mai 2024)" in linjer[fra + 1]
    assert linjer[fra + 6] == "… og 3 til"
    assert [b.label for b in melding.buttons] == ["Vis alt"]


async def test_name_and_frist_are_said_once(huset):
    await oensker(huset, ASUKANAL, huset.asu.id)
    await oppgave(huset, "Berit: sjekker tallene innen 1. juni", frist=date(2024, 6, 1))
    await oppgave(huset, "Ringer innen 3. mai", frist=date(2024, 5, 3))
    [tekst] = await utlagt(huset, ASUKANAL, UKA)
    assert "• Oppgave 1: Berit Nes: sjekker tallene innen 1. juni\n" in tekst + "\n"
    assert "Ringer innen 3. mai (ansvarlig: Berit Nes, frist: fredag 3. mai 2024)" in tekst


async def test_what_is_unntatt_or_of_an_utkast_never_comes_there(huset):
    await oensker(huset, ASUKANAL, huset.asu.id)
    await oppgave(huset, "Skjermet sak", hjemmel="offl. § 13")
    for moete, tilstand, hva in (
        (huset.juni, Boktilstand.AAPEN, "Diktert nå"),
        (huset.mai, Boktilstand.UTKAST, "Bare i utkastet"),
    ):
        boka = await bok(huset, moete, tilstand)
        await oppgave(huset, hva, moete_id=moete.id, bok_id=boka.id, punkt=1)
    [tekst] = await utlagt(huset, ASUKANAL, UKA)
    assert "oppgave" not in tekst


async def test_forfall_never_comes_there(huset):
    await huset.chat.si(OVE, "koble denne kanalen til ASU", i=ASUKANAL)
    await oensker(huset, ASUKANAL, huset.asu.id)
    await huset.chat.si("berit nes", "jeg kan ikke komme 15. mai")
    [tekst] = await utlagt(huset, ASUKANAL, UKA)
    assert "forfall" not in tekst.lower()
    assert "Berit" not in tekst


async def test_frister_of_the_week(huset):
    """Of saker til eventuelt, of a referat that is sent, and those of the papers."""
    await oensker(huset, ASUKANAL, huset.asu.id)
    await bok(huset, huset.juni, Boktilstand.TIL_GODKJENNING, date(2024, 5, 16))
    async with huset.chat.store.turn() as uow:
        organ = next(o for o in (await uow.register()).organer if o.id == huset.asu.id)
        organ.frist_dager = 2
        await uow.save_organ(organ)
        await uow.commit()
    [tekst] = await utlagt(huset, ASUKANAL, UKA)
    assert "• Mandag 13. mai 2024: siste dag for saker til eventuelt i ASU onsdag 15. mai 2024" in tekst
    assert (
        "• Torsdag 16. mai 2024: siste dag for merknader til referatet fra ASU onsdag 19. juni 2024"
        in tekst
    )
    [uka_etter] = await utlagt(huset, ASUKANAL, "2024-06-03T08:00")
    assert "• Mandag 3. juni 2024: Høringsfrist 03.06.24" in uka_etter


async def test_oppdrag_that_nobody_has_answered(huset):
    await oensker(huset, ASUKANAL, huset.asu.id)
    await oppdrag(huset, "Lager en plan for opplæring.")
    [tekst] = await utlagt(huset, ASUKANAL, UKA)
    assert "ubesvart oppdrag" in tekst
    assert "Lager en plan for opplæring." in tekst


async def test_new_saker_of_an_innkalling_that_was_sent(huset):
    await oensker(huset, ASUKANAL, huset.asu.id)
    async with huset.chat.store.turn() as uow:
        moete = await uow.load_moete(huset.mai.id or 0)
        moete.sendt = datetime(2024, 5, 8, 9, tzinfo=UTC)
        await uow.save_moete(moete)
        await uow.commit()
    [tekst] = await utlagt(huset, ASUKANAL, UKA)
    assert "4 nye saker" in tekst
    assert "• Sak 02/24 Digital hjemmeoppfølging – status (ASU onsdag 15. mai 2024)" in tekst
    assert "Eventuelt (" not in tekst


async def test_in_nynorsk_where_the_channel_has_chosen_it(huset):
    await oensker(huset, ASUKANAL, huset.asu.id)
    async with huset.chat.store.turn() as uow:
        await uow.choose_channel_maalform(ASUKANAL.id, Maalform.NN)
        await uow.commit()
    await huset.chat.plan("2024-05-13T10:00")
    [melding] = (await huset.chat.post("2024-05-13T10:00"))[ASUKANAL.id]
    assert melding.text.startswith(
        "Vekesoversikt for ASU, 13.–20. mai 2024\nForseinka: skulle ha vore lagd ut måndag"
    )


async def test_every_channel_gets_its_own(huset):
    for sted in (ASUKANAL, kanal("Fagdag")):
        await oensker(huset, sted, huset.asu.id, MANDAG)
    await huset.chat.plan(UKA)
    post = await huset.chat.post(UKA)
    assert {ASUKANAL.id, kanal("Fagdag").id} <= set(post)


async def test_a_channel_that_was_unlinked_meanwhile_gets_none(huset):
    await oensker(huset, ASUKANAL, huset.asu.id)
    await huset.chat.si(OVE, "koble fra kanalen", i=ASUKANAL)
    async with huset.chat.store.turn() as uow:
        await uow.kanaler.koble_fra(ASUKANAL.id, huset.asu.id or 0)
        await uow.commit()
    assert await utlagt(huset, ASUKANAL, UKA) == []
