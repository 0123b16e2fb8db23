"""«Mine oppgaver», «hva har Jonas lovet», «oppgavene i ASU»: who sees what, and what is overdue."""

from dataclasses import replace
from datetime import date

import pytest

from bot.domain.reading import Reading
from bot.domain.referat import Oppfoelging
from tests.dialogs import eksempel
from tests.dialogs.chat import Chat, kanal
from tests.dialogs.oppgavefolk import BERIT, OLGA, OVE, SIRI, UKJENT, Oppgavehus, bygg_oppgaver

NAA = "2024-05-08T09:00"


@pytest.fixture
async def huset() -> Oppgavehus:
    """Berit has two oppgaver in ASU (one overdue), Siri one; Olga one in PSU."""
    return await bygg_oppgaver()


async def test_mine_are_those_of_all_my_bodies_the_earliest_frist_first(huset):
    svar = await huset.chat.si(BERIT, "mine oppgaver")
    assert svar.text.split("\n") == [
        "Du har to åpne oppgaver:",
        "• Oppgave 1 i ASU, over fristen: Ringer kommunene (sak 02/24, ansvarlig: Berit Nes, "
        "frist: mandag 6. mai 2024)",
        "• Oppgave 3 i ASU: Skriver brev (sak 03/24, ansvarlig: Berit Nes, frist: 4. april → 20. mai 2024)",
    ]


async def test_none_is_said_so(huset):
    assert (await huset.chat.si(OVE, "hvilke oppgaver har jeg")).text == "Du har ingen åpne oppgaver."


async def test_what_somebody_else_has_promised(huset):
    svar = await huset.chat.si(BERIT, "hva har Siri lovet?")
    assert svar.foerst == "Siri har én åpen oppgave:" or svar.foerst.startswith("Siri Haug har")
    assert "Følger opp vaktordningen" in svar
    assert "Ringer kommunene" not in svar


async def test_the_oppgaver_of_a_body(huset):
    svar = await huset.chat.si(BERIT, "oppgavene i ASU")
    assert svar.foerst == "ASU har tre åpne oppgaver:"
    assert "Mine oppgaver" in svar.labels


async def test_what_others_promise_in_a_body_that_is_not_mine_is_not_shown(huset):
    svar = await huset.chat.si(BERIT, "oppgavene i PSU")
    assert "Møter fylket" not in svar
    assert svar.text.startswith("Jeg finner ingen åpne oppgaver hos PSU.")
    assert "Ellers ser bare utvalget selv dem" in svar


async def test_a_stranger_sees_none_of_what_is_not_godkjent(huset):
    svar = await huset.chat.si(UKJENT, "oppgavene i ASU")
    assert "Ringer" not in svar
    assert "Ellers ser bare utvalget selv dem" in svar


async def test_known_by_name_alone_one_sees_none_of_them(huset):
    navn = await huset.med_navnet("Nina Dal")
    svar = await huset.chat.si(navn, "oppgavene i ASU")
    assert "Ringer" not in svar


async def test_in_a_channel_of_others_nothing_is_read_out(huset):
    svar = await huset.chat.si(BERIT, "oppgavene i ASU", i=kanal("Vaktrommet"))
    assert "Ringer" not in svar


async def test_in_an_utkast_only_who_keeps_it_sees_what_others_promise(huset):
    await huset.legg_i_boka("Skriver referatet", BERIT)
    assert "Skriver referatet" in await huset.chat.si(BERIT, "mine oppgaver")
    assert "Skriver referatet" in await huset.chat.si(OVE, "oppgavene i ASU")
    assert "Skriver referatet" not in await huset.chat.si(SIRI, "oppgavene i ASU")


async def test_what_is_unntatt_is_the_bodys_own_also_in_a_godkjent_referat(huset):
    huset = await bygg_oppgaver(godkjent=True, hjemmel="offl. § 13")
    svar = await huset.chat.si(OLGA, "oppgavene i ASU")
    assert "Ringer kommunene" not in svar
    assert "Skriver brev" in svar


async def test_a_paper_that_is_imported_anyone_may_ask_about():
    bot = Chat(admins=set())
    oppfoelging = [Oppfoelging("02/24", "Ine avklarer", "Ine Vik", date(2024, 5, 31))]
    await bot.har(Reading(referat=replace(eksempel.referat(), oppfoelging=oppfoelging)))
    svar = await bot.si("anne", "oppgaver", at=NAA)
    assert "Ine avklarer (sak 02/24, ansvarlig: Ine Vik, frist: fredag 31. mai 2024)" in svar


async def test_in_nynorsk(huset):
    await huset.chat.si(BERIT, "bytt til nynorsk")
    svar = await huset.chat.si(BERIT, "oppgåvene mine")
    assert svar.foerst == "Du har to opne oppgåver:"
    assert "Oppgåve 1 i ASU, over fristen" in svar


@pytest.mark.parametrize("data", [{"fra": "x"}, {"person": 3}, {"organ": "ASU"}, {"hva": 7}])
async def test_a_forged_button_shows_nothing(huset, data):
    from bot.cards.melding import knapp

    svar = await huset.chat.trykk(BERIT, knapp("x", "oppgave.liste", **data))
    assert "Ringer" not in svar


async def test_what_is_stored_of_me_counts_them_and_they_stand_when_i_am_forgotten(huset):
    svar = await huset.chat.si(BERIT, "hva lagrer du om meg")
    assert "• Du er ansvarlig for to åpne oppgaver. De står i referatene til utvalgene." in svar
    spurt = await huset.chat.si(BERIT, "glem meg")
    await huset.chat.trykk(BERIT, spurt.knapp("Ja"))
    assert [a.navn for a in (await huset.staar(1)).ansvarlige] == ["Berit Nes"]


async def test_one_by_its_number_with_a_button_that_it_is_done(huset):
    svar = await huset.chat.si(BERIT, "vis oppgave 3")
    assert "frist: 4. april → 20. mai 2024" in svar
    gjort = await huset.chat.trykk(BERIT, svar.knapp("Oppgave 3 er ferdig"))
    assert gjort.foerst == "Oppgaven er meldt ferdig."


async def test_of_the_last_moete_only(huset):
    gammel = await huset.moete_den("2024-01-10")
    await huset.ny("Rydder", SIRI, moete_id=gammel)
    assert "Rydder" in await huset.chat.si(BERIT, "oppgavene i ASU")
    svar = await huset.chat.si(BERIT, "oppfølging etter forrige møte i ASU")
    assert "Rydder" not in svar
    assert "Skriver brev" in svar


async def test_only_those_over_their_frist_where_that_is_asked_for(huset):
    svar = await huset.chat.si(OVE, "oppgaver over fristen i ASU", at=NAA)
    assert svar.foerst.endswith("åpen oppgave over fristen:")
    assert "Ringer kommunene" in svar
    assert "Skriver brev" not in svar
    svar = await huset.chat.si(BERIT, "mine oppgaver over fristen", at=NAA)
    assert svar.foerst == "Du har én åpen oppgave over fristen:"
    svar = await huset.chat.si(BERIT, "oppgaver over fristen i ASU", at="2024-05-02T09:00")
    assert svar.text.startswith("Jeg finner ingen åpne oppgaver hos ASU over fristen.")
