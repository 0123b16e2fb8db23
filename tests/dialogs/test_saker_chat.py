"""One sak, from every side, and what the minutes say of it."""

import pytest

from tests.dialogs.chat import NAA, senere


@pytest.mark.parametrize(
    "linje", ["sak 3", "sak tre", "03/24", "sak 03/24", "tredje sak", "sak om vaktordning", "vis sak 3/24"]
)
async def test_a_sak_is_found_by_number_place_or_topic(chat, linje):
    svar = await chat.si("anne", linje)
    assert svar.foerst == "Sak 03/24 Felles vaktordning for øykommunene: ASU onsdag 15. mai 2024"


async def test_the_three_roles_are_told_apart(chat):
    svar = await chat.si("anne", "hvem har ansvar for sak 3?")
    assert svar.foerst == (
        "Ansvarlig i møtet for sak 03/24 Felles vaktordning for øykommunene: "
        "Borgar Nesdal (kommunaldirektør, Nesdal kommune)."
    )
    assert "Saksansvarlig: Astrid Fjellvang" in svar
    assert "Saksbehandler: Frode Lyngmo og Gro Haug" in svar


async def test_a_proposal_is_given_word_for_word(chat):
    svar = await chat.si("anne", "forslag til vedtak i sak 3")
    assert svar.text.split("\n")[1:] == [
        "1. ASU gir sin tilslutning til en felles vaktordning.",
        "2. ASU ber Fagråd 1 om å følge opp ordningen:",
        "   a. med en plan for opplæring",
        "   b. med en evaluering",
        "3. ASU gir følgende innspill:",
        "   [åpent for innspill]",
    ]


@pytest.mark.parametrize(
    ("linje", "foerst"),
    [
        (
            "når kommer sykepleierne opp?",
            "Sak 04/24 Rekruttering av sykepleiere er satt opp kl. 13.35–14.15 (40 minutter) "
            "i ASU onsdag 15. mai 2024.",
        ),
        (
            "hvor lang tid er satt av til rekruttering",
            "Det er satt av 40 minutter til sak 04/24 Rekruttering av sykepleiere, "
            "onsdag 15. mai 2024 kl. 13.35–14.15.",
        ),
        ("vedlegg til sak 3", "To vedlegg til sak 03/24 Felles vaktordning for øykommunene:"),
        (
            "vedlegg til sak 4",
            "Innkallingen nevner ingen vedlegg til sak 04/24 Rekruttering av sykepleiere.",
        ),
        (
            "forslag til vedtak i sak 6",
            "Jeg har ikke fått noe saksfremlegg til sak 06/24 Eventuelt.",
        ),
        ("bakgrunn for sak 3", "Bakgrunn for sak 03/24 Felles vaktordning for øykommunene:"),
        (
            "hvem er saksbehandler i sak 4",
            "Saksfremlegget sier ikke hvem som er saksbehandler i sak 04/24 Rekruttering av sykepleiere.",
        ),
        (
            "hvem er saksansvarlig for sak 3",
            "Saksansvarlig for sak 03/24 Felles vaktordning for øykommunene: Astrid Fjellvang.",
        ),
    ],
)
async def test_the_first_line_repeats_what_was_asked_for(chat, linje, foerst):
    assert (await chat.si("anne", linje)).foerst == foerst


async def test_a_number_that_is_not_on_the_list(chat):
    svar = await chat.si("anne", "sak 25")
    assert svar.text == (
        "Jeg finner ikke sak 25 i ASU onsdag 15. mai 2024 kl. 12.00–15.00. "
        "Sakslisten går fra 01/24 til 06/24."
    )


async def test_a_place_that_is_not_on_the_list(chat):
    assert "har seks saker." in await chat.si("anne", "tolvte sak")


async def test_a_topic_nobody_has_put_up(chat):
    assert "Jeg finner ingen sak om «helikopter»." in await chat.si("anne", "sak om helikopter")


async def test_two_saker_that_fit_are_asked_about(chat):
    svar = await chat.si("anne", "hva ble konklusjonen i sak 2/24")
    assert svar.labels == ["Sak 02/24 Kompetansebroen", "Sak 2/24 Palliativ plan (Felles møte med legene)"]
    assert (await chat.si("anne", "2")).text == "Konklusjon i sak 2/24 Palliativ plan:\nFølges opp"


async def test_a_number_written_just_so_needs_no_question(chat):
    svar = await chat.si("anne", "hva ble konklusjonen i sak 02/24")
    assert svar.text == "Konklusjon i sak 02/24 Kompetansebroen:\nTas opp i ASU"


async def test_the_coming_meeting_goes_before_the_one_that_is_over(chat):
    assert "Digital hjemmeoppfølging" in await chat.si("anne", "vis sak 2/24 i ASU")
    assert (await chat.si("anne", "vis sak 01/24 i ASU")).foerst.startswith(
        "Sak 01/24 Godkjenning av innkalling"
    )


async def test_two_bodies_with_a_sak_of_that_number_are_asked_about(chat):
    svar = await chat.si("anne", "sak 1/24")
    assert svar.labels == [
        "Sak 01/24 Godkjenning av innkalling og saksliste (ASU 15. mai 2024)",
        "Sak 01/24 Godkjenning (Fagråd for pasientsamarbeid 23. april 2024)",
    ]


async def test_what_was_just_shown_wins(chat):
    await chat.si("anne", "siste referat")
    assert (await chat.si("anne", "sak 1", at=senere(NAA, 5))).foerst.startswith(
        "Sak 01/24 Godkjenning: Fagråd"
    )


async def test_a_sak_is_followed_up_with_no_number(chat):
    await chat.si("anne", "sak 3")
    svar = await chat.si("anne", "hva ble vedtatt om vaktordningen")
    assert svar.foerst == (
        "Jeg har ikke fått noe referat der sak 03/24 Felles vaktordning for øykommunene er behandlet."
    )


async def test_a_long_background_is_cut_and_can_be_opened(chat):
    from tests.dialogs import eksempel

    lest = eksempel.lest_innkalling()
    lest.innkalling.saksfremlegg[0].seksjoner[0].tekst = "\n".join(
        f"Avsnitt {n} " + "ord " * 60 for n in range(20)
    )
    await chat.har(lest)
    kort = await chat.si("anne", "bakgrunn for sak 3")
    assert "Avsnitt 19" not in kort
    assert kort.labels[0] == "Vis alt"
    assert "Avsnitt 19" in await chat.trykk("anne", kort.knapp("Vis alt"))


async def test_a_sak_that_went_away_under_the_button(chat):
    from tests.dialogs import eksempel

    kort = await chat.si("anne", "sak 3")
    uten = eksempel.lest_innkalling()
    uten.innkalling.agenda = uten.innkalling.agenda[:2]
    uten.innkalling.saksfremlegg = []
    await chat.har(uten)
    svar = await chat.trykk("anne", kort.knapp("Bakgrunn"))
    assert svar.text == "Den saken finner jeg ikke lenger i ASU onsdag 15. mai 2024 kl. 12.00–15.00."
