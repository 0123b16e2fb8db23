"""Deadlines, minutes, and what was decided."""


async def test_a_deadline_says_that_it_is_only_proposed(chat):
    svar = await chat.si("anne", "når er høringsfristen?")
    assert svar.foerst == "Høringsfristen er mandag 3. juni 2024 (foreslått, ikke vedtatt)."
    assert "sak 03/24 i papirene til ASU 15. mai 2024" in svar


async def test_all_deadlines_from_today_on(chat):
    assert (await chat.si("anne", "hvilke frister har vi?")).foerst == (
        "Jeg kjenner til to frister og milepæler framover."
    )
    svar = await chat.si("anne", "hvilke frister har vi?", at="2024-07-01T09:00")
    assert svar.text == "Jeg kjenner ikke til noen frister framover."


async def test_a_deadline_is_found_by_the_sak_it_stands_under(chat):
    svar = await chat.si("anne", "frist for øykommunene")
    assert svar.foerst == "Jeg kjenner til to frister og milepæler for «øykommunene»."


async def test_milestones_alone(chat):
    svar = await chat.si("anne", "milepæler")
    assert "Vaktordningen sluttbehandles i ASU 19.06.24" in svar
    assert "Høringsfrist" not in svar


async def test_the_latest_minutes(chat):
    svar = await chat.si("anne", "vis siste referat")
    assert svar.foerst == "Referat fra Fagråd for pasientsamarbeid tirsdag 23. april 2024"
    assert "Referenter: Frode Lyngmo og Ine Vik" in svar
    assert "Sak 02/24 Kompetansebroen\nTas opp i ASU" in svar
    assert "Felles møte med legene" in svar


async def test_who_was_there_and_who_was_not(chat):
    svar = await chat.si("anne", "hvem var til stede?")
    assert svar.foerst == (
        "To var til stede og én hadde forfall i Fagråd for pasientsamarbeid tirsdag 23. april 2024."
    )
    assert "Odd Strand (Ytre Fjord, vara for Ytre Fjord)" in svar


async def test_what_was_decided_about_a_topic(chat):
    svar = await chat.si("anne", "hva vedtok vi om kompetansebroen?")
    assert svar.text == "Konklusjon i sak 02/24 Kompetansebroen:\nTas opp i ASU"


async def test_nothing_was_decided_about_it(chat):
    svar = await chat.si("anne", "hva vedtok vi om helikopter?")
    assert svar.text == "Jeg finner ikke noe vedtak om «helikopter» i papirene jeg har fått."


async def test_the_promises_of_the_minutes(chat):
    svar = await chat.si("anne", "oppgaver")
    assert "Ine avklarer med ASU (sak 02/24, ansvarlig: Ine Vik, frist: fredag 31. mai 2024)" in svar


async def test_no_minutes_have_come(tom):
    from tests.dialogs import eksempel

    await tom.har(eksempel.lest_innkalling())
    assert (await tom.si("anne", "vis siste referat")).text.startswith(
        "Jeg har ikke fått noe referat ennå."
    )


async def test_without_members_nobody_knows_who_comes_but_a_referat_does(chat):
    assert (await chat.si("anne", "hvem har meldt forfall til ASU?")).text.startswith(
        "Hvem som kommer til ASU onsdag 15. mai 2024 kl. 12.00–15.00, vet jeg ikke"
    )
    svar = await chat.si("anne", "hvem hadde forfall til fagråd for pasientsamarbeid?")
    assert "Odd Strand" in svar


async def test_a_body_whose_minutes_have_not_come(chat):
    svar = await chat.si("anne", "siste referat fra ASU")
    assert svar.text == (
        "Jeg har ikke fått noe referat fra ASU. "
        "Siste referat jeg har, er fra Fagråd for pasientsamarbeid tirsdag 23. april 2024."
    )
    assert "noe referat fra PSU" in await chat.si("anne", "siste referat fra PSU")
