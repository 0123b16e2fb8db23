"""Merknader to a referat that is to be approved: written, told of, taken in or not and why."""

import pytest

from bot.domain.bokstand import Status
from tests.dialogs.chat import privat
from tests.dialogs.godkjenningsfolk import (
    ANNE,
    BERIT,
    DAGEN_ETTER,
    ETTER_FRISTEN,
    OLGA,
    OVE,
    UKJENT,
    bygg_bok,
    med_navnet,
)
from tests.dialogs.moetefolk import forfalsket

TEKST = "merknad til referatet: Brevet skulle til fylket"


@pytest.fixture
async def hus():
    hus = await bygg_bok(send=True)
    await hus.chat.post()
    return hus


async def test_it_is_noted_and_the_referent_is_told(hus):
    svar = await hus.si(BERIT, TEKST)
    assert svar.text == (
        "Merknaden til referatet fra ASU onsdag 15. mai 2024 er notert:\n«Brevet skulle til fylket»\n"
        "Referenten har fått merknaden. Du får vite om den blir tatt inn."
    )
    post = await hus.chat.post()
    assert set(post) == {f"aad-{OVE}"}
    assert post[OVE][0].text == (
        "Berit Nes har en merknad til referatet fra ASU onsdag 15. mai 2024:\n«Brevet skulle til fylket»"
    )
    assert [b.label for b in post[OVE][0].buttons] == ["Ta inn", "Ikke ta inn"]


async def test_taken_in_after_the_point_is_mended(hus):
    await hus.si(BERIT, TEKST)
    kort = (await hus.chat.post())[OVE][0]
    svar = await hus.trykk(OVE, kort.buttons[0])
    assert svar.foerst == "Rett referatet etter merknad 1, og merk den så som tatt inn:"
    assert "endre punkt 4 til" in svar
    await hus.si(OVE, "endre punkt 3 til Siri skriver brevet til fylket")
    ferdig = await hus.trykk(OVE, svar.knapp("Merk som tatt inn"))
    assert ferdig.text == "Merknad 1 fra Berit Nes er tatt inn."
    stand = await hus.stand()
    assert stand.punkter[3].tekst == "Siri skriver brevet til fylket"
    assert stand.merknader[0].tatt_inn is True
    post = await hus.chat.post()
    assert post[BERIT][0].text.startswith(
        "Merknaden din til referatet fra ASU onsdag 15. mai 2024 er tatt inn"
    )


async def test_not_taken_in_takes_a_reason(hus):
    await hus.si(BERIT, TEKST)
    kort = (await hus.chat.post())[OVE][0]
    spurt = await hus.trykk(OVE, kort.buttons[1])
    assert spurt.foerst.startswith("Hvorfor blir ikke merknad 1 fra Berit Nes tatt inn?")
    tomt = await hus.trykk(OVE, forfalsket(spurt.buttons[0], skrevet=" "))
    assert (await hus.stand()).merknader[0].tatt_inn is None
    svar = await hus.trykk(OVE, forfalsket(tomt.buttons[0], skrevet="Det ble ikke sagt"))
    assert svar.text == "Merknad 1 fra Berit Nes er ikke tatt inn."
    assert "Begrunnelse: Det ble ikke sagt" in (await hus.chat.post())[BERIT][0].text


async def test_i_was_there(hus):
    await hus.si(BERIT, "jeg var til stede, ikke fraværende")
    kort = (await hus.chat.post())[OVE][0]
    assert [b.label for b in kort.buttons] == ["Rett frammøtet", "Ta inn", "Ikke ta inn"]
    for _ in range(2):
        svar = await hus.trykk(OVE, kort.buttons[0])
    assert "er tatt inn" in svar
    stand = await hus.stand()
    berit = next(f for f in stand.frammoete if f.person.navn == "Berit Nes")
    assert berit.status is Status.TIL_STEDE
    assert len((await hus.chat.post())[BERIT]) == 1


async def test_without_a_text_there_is_a_form(hus):
    svar = await hus.si(BERIT, "jeg har en merknad til referatet")
    assert svar.foerst == "Hva er merknaden din til referatet fra ASU onsdag 15. mai 2024?"
    await hus.trykk(BERIT, forfalsket(svar.buttons[0], skrevet="Datoen er feil"))
    assert [m.tekst for m in (await hus.stand()).merknader] == ["Datoen er feil"]


async def test_eleven_digits_are_refused_and_not_repeated(hus):
    svar = await hus.si(BERIT, "merknad til referatet: 010190 12345 skal ut")
    assert svar.text.endswith("Slett også meldingen i chatten.")
    assert "12345" not in svar
    assert not (await hus.stand()).merknader


async def test_a_likely_patient_is_asked_about(hus):
    svar = await hus.si(BERIT, "merknad til referatet: 87-åring fra Fjordbyen fikk ikke plass på sykehjem")
    assert not (await hus.stand()).merknader
    await hus.trykk(BERIT, svar.buttons[0])
    assert len((await hus.stand()).merknader) == 1


async def test_after_the_frist_it_is_noted_and_said(hus):
    svar = await hus.si(BERIT, TEKST, at=ETTER_FRISTEN)
    assert "Merknadsfristen gikk ut mandag 3. juni 2024" in svar
    assert len((await hus.stand()).merknader) == 1


async def test_without_the_right(hus):
    for hvem in (OLGA, UKJENT):
        await hus.si(hvem, TEKST)
    assert not (await hus.stand()).merknader
    await hus.si(BERIT, TEKST)
    kort = (await hus.chat.post())[OVE][0]
    await hus.trykk(BERIT, kort.buttons[0])
    svar = await hus.trykk(BERIT, forfalsket(kort.buttons[1], skrevet="nei"))
    assert (await hus.stand()).merknader[0].tatt_inn is None, svar.text


async def test_before_it_is_sent_and_after_it_is_locked():
    hus = await bygg_bok()
    svar = await hus.si(BERIT, TEKST)
    assert not (await hus.stand()).merknader, svar.text
    await hus.send()
    kort = (await hus.chat.post())[BERIT][0]
    await hus.godkjenn()
    skjema = await hus.trykk(BERIT, kort.buttons[1])
    assert "er godkjent og låst" in skjema
    svar = await hus.trykk(BERIT, forfalsket(kort.buttons[1], skrevet="Datoen er feil"))
    assert svar.text.endswith("«Datoen er feil»")
    assert not (await hus.stand()).merknader


async def test_no_merknader_is_noted_quietly_and_counted(hus):
    assert "Notert: Du har ingen merknader" in await hus.si(BERIT, "ingen merknader til referatet")
    await hus.si(BERIT, "ingen merknader til referatet")
    assert not await hus.chat.post()
    assert sum(x.slag == "ingen_merknader" for x in (await hus.bok())[2]) == 1


async def test_the_list_for_the_keeper(hus):
    await hus.si(BERIT, TEKST)
    await hus.si(ANNE, "merknad til referatet: Sak 2 mangler")
    kort = (await hus.chat.post())[OVE]
    assert len(kort) == 2
    svar = await hus.si(OVE, "vis merknadene til referatet")
    assert svar.foerst == "2 merknader til referatet fra ASU onsdag 15. mai 2024. Uten merknader: 0."
    assert svar.labels == ["Ta inn 1", "Ikke ta inn 1", "Ta inn 2", "Ikke ta inn 2"]


async def test_who_may_not_keep_it_does_not_see_the_list(hus):
    await hus.si(ANNE, "merknad til referatet: Sak 2 mangler")
    for hvem in (BERIT, OLGA, UKJENT):
        svar = await hus.si(hvem, "vis merknadene til referatet")
        assert "Sak 2 mangler" not in svar


async def test_a_name_alone_is_not_enough(hus):
    navn = await med_navnet(hus, "Kai Lund")
    svar = await hus.si(navn, TEKST)
    assert not (await hus.stand()).merknader, svar.text


async def test_redelivered_it_is_one_merknad(hus):
    melding = hus.chat.melding(BERIT, TEKST, DAGEN_ETTER)
    for _ in range(2):
        await hus.chat.gi(melding)
    assert len((await hus.stand()).merknader) == 1
    assert len((await hus.chat.post())[OVE]) == 1


async def test_nynorsk(hus):
    await hus.chat.si(BERIT, "svar på nynorsk", i=privat(BERIT))
    svar = await hus.si(BERIT, TEKST)
    assert svar.foerst == "Merknaden til referatet frå ASU onsdag 15. mai 2024 er notert:"


async def test_what_is_written_right_after_the_question_is_the_merknad(hus):
    spurt = await hus.si(BERIT, "jeg har en merknad til referatet")
    assert spurt.foerst.startswith("Hva er merknaden din")
    svar = await hus.si(BERIT, "Brevet skulle til fylket")
    assert "er notert:\n«Brevet skulle til fylket»" in svar.text
    assert [m.tekst for m in (await hus.stand()).merknader] == ["Brevet skulle til fylket"]


@pytest.mark.parametrize("linje", ["nei", "avbryt", "takk", "når er neste møte", "hvem leder ASU?"])
async def test_what_is_something_else_is_no_merknad(hus, linje):
    await hus.si(BERIT, "jeg har en merknad til referatet")
    await hus.si(BERIT, linje)
    assert (await hus.stand()).merknader == ()


async def test_the_question_counts_for_the_next_line_alone(hus):
    await hus.si(BERIT, "jeg har en merknad til referatet")
    await hus.si(BERIT, "når er neste møte")
    await hus.si(BERIT, "Brevet skulle til fylket")
    assert (await hus.stand()).merknader == ()
