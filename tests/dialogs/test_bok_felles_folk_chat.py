"""A felles møte with another body: its people are known there, and what they take on is theirs."""

import pytest

from tests.dialogs.godkjenningsfolk import ETTER, OLGA, OVE, SIRI, bygg_bok

FELLES = ("gjenåpne referatet", "felles møte med PSU", "ny sak 01/24: Felles beredskap")


@pytest.fixture
async def hus():
    """ASU's møte has come to what it has together with PSU."""
    hus = await bygg_bok()
    for linje in FELLES:
        await hus.si(OVE, linje, at=ETTER)
    return hus


async def _oppgaver(hus, organ):
    async with hus.chat.store.read() as arkiv:
        return [o for o in await arkiv.oppgaver.for_organ(organ.id or 0) if "felles brev" in o.hva]


async def test_the_other_body_s_people_are_known_by_first_name(hus):
    svar = await hus.si(OVE, "o: Olga skriver felles brev innen 1. juni", at=ETTER)
    assert "medlemslisten" not in svar.text
    punkt = (await hus.stand()).punkter
    [hvem] = punkt[max(punkt)].hvem
    assert hvem.navn == "Olga Ness"
    assert hvem.person_id is not None


async def test_they_are_in_the_list_of_that_part_with_where_they_come_from(hus):
    svar = await hus.si(OVE, "til stede: Olga, Anne Vik", at=ETTER)
    assert "medlemslisten" not in svar.text
    der = {f.person.navn: f for f in (await hus.stand()).frammoete if f.del_nr == 1}
    assert set(der) == {"Olga Ness", "Anne Vik"}
    assert der["Olga Ness"].tilknytning == "Søndre region"
    assert der["Olga Ness"].person.person_id is not None


async def test_in_the_møte_s_own_part_they_are_not_meant(hus):
    await hus.si(OVE, "felles møte slutt", at=ETTER)
    await hus.si(OVE, "sak 02/24", at=ETTER)
    await hus.si(OVE, "o: Olga skriver brevet innen 1. juni", at=ETTER)
    stand = await hus.stand()
    assert all(h.person_id is None for h in stand.punkter[max(stand.punkter)].hvem)


async def test_after_the_møte_they_are_known_still(hus):
    await hus.si(OVE, "o: Olga skriver felles brev innen 1. juni", at=ETTER)
    nr = max((await hus.stand()).punkter)
    await hus.si(OVE, "felles møte slutt", at=ETTER)
    await hus.si(OVE, "møtet er hevet", at=ETTER)
    await hus.si(OVE, f"ansvarlig for punkt {nr} er Siri og Olga", at=ETTER)
    hvem = (await hus.stand()).punkter[nr].hvem
    assert {h.navn for h in hvem} == {"Siri Haug", "Olga Ness"}


async def test_what_is_taken_on_there_is_the_other_body_s(hus):
    await hus.si(OVE, "o: Olga skriver felles brev innen 1. juni", at=ETTER)
    [oppgave] = await _oppgaver(hus, hus.huset.psu)
    assert oppgave.nr == 1
    assert [h.navn for h in oppgave.ansvarlige] == ["Olga Ness"]
    assert await _oppgaver(hus, hus.huset.asu) == []
    assert "felles brev" in (await hus.si(OLGA, "mine oppgaver", at=ETTER)).text


async def test_it_stays_there_with_its_number_when_the_point_is_mended(hus):
    await hus.si(OVE, "o: Olga skriver felles brev innen 1. juni", at=ETTER)
    nr = max((await hus.stand()).punkter)
    await hus.si(OVE, f"rett punkt {nr}: Olga skriver et felles brev til alle", at=ETTER)
    [oppgave] = await _oppgaver(hus, hus.huset.psu)
    assert (oppgave.nr, "til alle" in oppgave.hva) == (1, True)
    await hus.si(OVE, f"stryk punkt {nr}", at=ETTER)
    assert "felles brev" not in (await hus.si(OLGA, "mine oppgaver", at=ETTER)).text


async def test_one_of_the_møte_s_own_people_sees_what_they_took_on_there(hus):
    await hus.si(OVE, "o: Siri skriver felles brev innen 1. juni", at=ETTER)
    assert "felles brev" in (await hus.si(SIRI, "mine oppgaver", at=ETTER)).text


async def test_a_number_said_in_that_part_is_the_other_body_s(hus):
    await hus.si(OVE, "o: Olga skriver felles brev innen 1. juni", at=ETTER)
    await hus.si(OVE, "k: Oppgave 1 faller bort", at=ETTER)
    [deres] = await _oppgaver(hus, hus.huset.psu)
    assert deres.tilstand.value == "bortfalt"
    async with hus.chat.store.read() as arkiv:
        egne = await arkiv.oppgaver.for_organ(hus.huset.asu.id or 0)
    assert {o.nr: o.tilstand.value for o in egne}[1] == "aapen"
