"""«Oppgave 3 er ferdig», new frist, dropped, taken over; what is asked, refused, told and taken back."""

import asyncio

import pytest

from bot.cards.melding import skriveknapp
from bot.domain.oppgave import Oppgavetilstand
from tests.dialogs.moetefolk import forfalsket
from tests.dialogs.oppgavefolk import ANNE, BERIT, OLGA, OVE, SIRI, UKJENT, Oppgavehus, bygg_oppgaver

NAA = "2024-05-08T09:00"


@pytest.fixture
async def huset() -> Oppgavehus:
    """1: Berit rings (6 May). 2: Siri follows up (24 May). 3: Berit writes (20 May). PSU 1: Olga."""
    return await bygg_oppgaver()


async def test_the_ansvarlige_says_it_is_done_and_can_take_it_back(huset):
    svar = await huset.chat.si(BERIT, "oppgave 3 er ferdig")
    assert svar.text == (
        "Oppgaven er meldt ferdig.\n"
        "Oppgave 3 i ASU, ferdig: Skriver brev (sak 03/24, ansvarlig: Berit Nes, "
        "frist: 4. april → 20. mai 2024)"
    )
    assert (await huset.staar(3)).tilstand is Oppgavetilstand.FERDIG
    angret = await huset.chat.trykk(BERIT, svar.knapp("Angre"))
    assert angret.foerst == "Det siste er angret."
    assert (await huset.staar(3)).tilstand is Oppgavetilstand.AAPEN


async def test_angre_may_be_written_too(huset):
    await huset.chat.si(BERIT, "oppgave 3 er ferdig")
    await huset.chat.si(BERIT, "angre")
    assert (await huset.staar(3)).tilstand is Oppgavetilstand.AAPEN


async def test_said_in_other_words_it_is_shown_first(huset):
    svar = await huset.chat.si(BERIT, "jeg er ferdig med å ringe, så oppgave 1 er gjort nå")
    if not svar.labels:
        pytest.skip("the tolk does not take it")
    assert (await huset.staar(1)).tilstand is Oppgavetilstand.AAPEN


async def test_done_already_is_told_with_who_and_when(huset):
    await huset.chat.si(BERIT, "oppgave 3 er ferdig")
    svar = await huset.chat.si(BERIT, "oppgave 3 er ferdig")
    assert svar.text.startswith("Oppgave 3 i ASU er allerede meldt ferdig (Berit Nes, onsdag 8. mai 2024).")


async def test_not_done_after_all(huset):
    await huset.chat.si(BERIT, "oppgave 3 er ferdig")
    svar = await huset.chat.si(BERIT, "oppgave 3 er ikke ferdig likevel")
    assert svar.foerst == "Oppgaven er åpen igjen."
    assert (await huset.staar(3)).tilstand is Oppgavetilstand.AAPEN


async def test_my_only_one_needs_no_number_and_of_two_i_am_asked(huset):
    svar = await huset.chat.si(BERIT, "oppgaven er ferdig")
    if svar.foerst.startswith("Skal jeg"):
        svar = await huset.chat.trykk(BERIT, svar.buttons[0])
    assert svar.foerst == "Hvilken oppgave mener du?"
    valgt = await huset.chat.trykk(BERIT, svar.knapp("Oppgave 1"))
    assert valgt.foerst == "Oppgaven er meldt ferdig."
    assert (await huset.staar(1)).tilstand is Oppgavetilstand.FERDIG


async def test_a_number_that_two_bodies_have_is_asked_about(huset):
    svar = await huset.chat.si(OVE, "oppgave 1 er ferdig")
    assert svar.foerst == "Hvilken oppgave mener du?"
    assert [label.split(":")[0] for label in svar.labels] == ["Oppgave 1 i ASU", "Oppgave 1 i PSU"]
    await huset.chat.trykk(OVE, svar.buttons[1])
    assert (await huset.staar(1, huset.huset.psu.id)).tilstand is Oppgavetilstand.FERDIG
    assert (await huset.staar(1)).tilstand is Oppgavetilstand.AAPEN


async def test_said_twice_it_is_not_another_bodys_that_is_closed(huset):
    svar = await huset.chat.si(OVE, "oppgave 1 i ASU er ferdig")
    assert svar.foerst == "Oppgaven er meldt ferdig."
    svar = await huset.chat.si(OVE, "oppgave 1 er ferdig", at="2024-05-09T09:00")
    assert svar.foerst == "Hvilken oppgave mener du?"
    svar = await huset.chat.si(OVE, "oppgave 1 er ferdig", at="2024-06-20T09:00")
    assert "Oppgave 1 i PSU, ferdig" in svar


async def test_a_number_nobody_has(huset):
    svar = await huset.chat.si(BERIT, "oppgave 17 er ferdig")
    assert svar.text == ("Jeg finner ingen oppgave 17 i ASU. Skriv «oppgaver» for å se hvilke som finnes.")


async def test_the_referent_may_and_the_ansvarlige_is_told_once(huset):
    await huset.chat.si(OVE, "oppgave 3 er ferdig")
    post = await huset.chat.post()
    (til_berit,) = post[BERIT]
    assert til_berit.text.startswith("En oppgave du har, er endret av Ove Bakk: Oppgaven er meldt ferdig.")
    assert "Skriver brev" in til_berit.text
    assert list(post) == [f"aad-{BERIT}"]


async def test_who_does_it_themself_is_told_nothing_by_it(huset):
    await huset.chat.si(BERIT, "oppgave 3 er ferdig")
    assert await huset.chat.post() == {}


async def test_another_member_may_not(huset):
    svar = await huset.chat.si(SIRI, "oppgave 3 er ferdig")
    assert svar.text == (
        "Oppgave 3 i ASU har Berit Nes som ansvarlig. Bare de som er ansvarlige, og lederen, "
        "referenten og sekretariatet i ASU kan endre den."
    )
    assert (await huset.staar(3)).tilstand is Oppgavetilstand.AAPEN


@pytest.mark.parametrize("hvem", [UKJENT, OLGA])
async def test_who_may_not_see_it_is_not_told_that_it_is_there(huset, hvem):
    svar = await huset.chat.si(hvem, "oppgave 3 i ASU er ferdig")
    assert "Skriver brev" not in svar
    assert (await huset.staar(3)).tilstand is Oppgavetilstand.AAPEN


async def test_known_by_name_alone_one_changes_nothing(huset):
    nina = await huset.med_navnet("Nina Dal")
    await huset.ny("Sjekker avtalen", "Nina Dal", "2024-05-29")
    await huset.chat.si(nina, "oppgave 4 er ferdig")
    assert (await huset.staar(4)).tilstand is Oppgavetilstand.AAPEN


async def test_a_new_frist_shows_the_old_ones(huset):
    svar = await huset.chat.si(BERIT, "ny frist for oppgave 1 er 17. juni")
    assert svar.foerst == "Ny frist for oppgaven er mandag 17. juni 2024."
    assert "frist: 6. mai → 17. juni 2024" in svar
    igjen = await huset.chat.si(BERIT, "ny frist for oppgave 1 er 24. juni")
    assert "frist: 6. mai → 17. juni → 24. juni 2024" in igjen


async def test_the_frist_before_holds_again_when_it_is_taken_back(huset):
    svar = await huset.chat.si(BERIT, "ny frist for oppgave 1 er 17. juni")
    await huset.chat.trykk(BERIT, svar.knapp("Angre"))
    oppgave = await huset.staar(1)
    assert (oppgave.frist.isoformat(), oppgave.frister) == ("2024-05-06", ())


async def test_a_frist_in_the_past_is_refused(huset):
    svar = await huset.chat.si(BERIT, "ny frist for oppgave 1 er 2. mai 2024")
    assert svar.text.startswith("Fristen kan ikke være torsdag 2. mai 2024, for den dagen er over.")
    assert (await huset.staar(1)).frister == ()


async def test_without_a_date_it_is_asked_for(huset):
    svar = await huset.chat.si(BERIT, "ny frist på oppgave 1")
    assert svar.foerst.startswith("Hvilken frist skal oppgave 1 ha?")


async def test_dropped_by_who_leads_and_told_to_who_had_it(huset):
    svar = await huset.chat.si(ANNE, "dropp oppgave 3")
    assert svar.foerst == "Oppgaven er merket som bortfalt."
    assert (await huset.staar(3)).tilstand is Oppgavetilstand.BORTFALT
    assert f"aad-{BERIT}" in await huset.chat.post()


async def test_whoever_has_it_cannot_drop_it_but_may_ask(huset):
    svar = await huset.chat.si(BERIT, "dropp oppgave 3")
    assert svar.text.startswith("Oppgave 3 i ASU faller bort når utvalget")
    svar = await huset.chat.trykk(BERIT, svar.knapp("Spør sekretariatet"))
    assert svar.text.startswith("Sekretariatet har fått spørsmålet.")
    (melding,) = (await huset.chat.post())[f"aad-{OVE}"]
    assert melding.text == (
        "Oppgave 3 i ASU: Berit Nes ber om at den faller bort. «Skriver brev» "
        "Skal den det, skriv «dropp oppgave 3» eller ta det opp i møtet."
    )
    assert (await huset.staar(3)).tilstand is Oppgavetilstand.AAPEN
    assert (await huset.chat.si(OVE, "dropp oppgave 3")).foerst == "Oppgaven er merket som bortfalt."


async def test_handed_over(huset):
    svar = await huset.chat.si(BERIT, "Anne Vik tar oppgave 3")
    assert svar.foerst == "Ansvarlig for oppgaven er nå Anne Vik."
    assert [a.navn for a in (await huset.staar(3)).ansvarlige] == ["Anne Vik"]
    assert set(await huset.chat.post()) == {f"aad-{ANNE}"}


async def test_a_member_takes_what_nobody_has(huset):
    await huset.ny("Finner møterom", None)
    svar = await huset.chat.si(SIRI, "jeg tar oppgave 4")
    assert svar.foerst == "Ansvarlig for oppgaven er nå Siri Haug."


async def test_undone_by_a_button_when_somebody_has_changed_it_since_nothing_is_changed(huset):
    svar = await huset.chat.si(BERIT, "ny frist for oppgave 1 er 17. juni")
    await huset.chat.si(OVE, "ny frist for oppgave 1 i ASU er 24. juni")
    angret = await huset.chat.trykk(BERIT, svar.knapp("Angre"))
    assert angret.foerst.startswith("Oppgave 1 i ASU er endret siden")
    assert (await huset.staar(1)).frist.isoformat() == "2024-06-24"


async def test_two_say_it_at_once_and_it_is_noted_once(huset):
    svar = await asyncio.gather(
        huset.chat.si(BERIT, "oppgave 3 er ferdig"), huset.chat.si(ANNE, "oppgave 3 er ferdig")
    )
    assert sorted(s.foerst.startswith("Oppgaven er meldt ferdig.") for s in svar) == [False, True]
    assert len((await huset.staar(3)).logg) == 2


@pytest.mark.parametrize(
    "data", [{"oppgave": 999}, {"oppgave": "3"}, {"oppgave": None, "tall": "x"}, {"versjon": "ja"}]
)
@pytest.mark.parametrize("verb", ["oppgave.ferdig", "oppgave.frist", "oppgave.ansvarlig", "oppgave.angre"])
async def test_a_forged_button_changes_nothing(huset, verb, data):
    oppgave = await huset.staar(3)
    knapp = forfalsket(skriveknapp("x", verb, "op-1", oppgave=oppgave.id), **data)
    await huset.chat.trykk(SIRI, knapp)
    assert await huset.staar(3) == oppgave


async def test_somebody_elses_button_does_not_serve(huset):
    svar = await huset.chat.si(BERIT, "oppgave 3 er ferdig")
    await huset.chat.trykk(SIRI, svar.knapp("Angre"))
    assert (await huset.staar(3)).tilstand is Oppgavetilstand.FERDIG


async def test_in_nynorsk(huset):
    await huset.chat.si(BERIT, "skriv nynorsk")
    svar = await huset.chat.si(BERIT, "oppgåve 3 er ferdig")
    assert svar.foerst == "Oppgåva er meld ferdig."


async def test_what_is_said_of_one_that_is_done_can_be_written_as_it_stands(huset):
    await huset.chat.si(BERIT, "oppgave 1 er ferdig")
    svar = await huset.chat.si(BERIT, "oppgave 1 er ferdig")
    assert "skriv «Oppgave 1 i ASU er ikke ferdig»" in svar
    svar = await huset.chat.si(BERIT, "Oppgave 1 i ASU er ikke ferdig")
    if svar.labels and svar.labels[0].startswith("Ja"):
        svar = await huset.chat.trykk(BERIT, svar.knapp("Ja"))
    assert "Ringer kommunene" in await huset.chat.si(BERIT, "mine oppgaver")
