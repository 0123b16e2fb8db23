"""What counts as an answer to an oppdrag, to which, and what becomes of a second one."""

import pytest

from bot.domain.conversation import Button
from bot.domain.oppdrag import Oppdragstilstand as T
from tests.dialogs.moetefolk import OVE
from tests.dialogs.oppdragfolk import BER, GRO, INE, RAADKANAL, bygg_oppdrag


@pytest.fixture
async def hus():
    return await bygg_oppdrag()


async def _fyll(hus, hvem: str, skjema, skrevet: str):
    send = skjema.knapp("Send svaret")
    data = {**send.data, "oppdrag_svar": skrevet}
    return await hus.chat.trykk(hvem, Button(send.label, send.verb, data), at=hus.ref.naa(), i=RAADKANAL)


async def test_another_text_in_the_same_form_is_told_that_it_is_not_sent(hus):
    skjema = await hus.trykk(GRO, await hus.sendt(), "Svar", i=RAADKANAL)
    assert (await _fyll(hus, GRO, skjema, "Planen er klar.")).foerst == "Svaret er sendt til ASU."
    igjen = await _fyll(hus, GRO, skjema, "Planen er klar.")
    assert igjen.foerst == "Svaret er sendt til ASU."
    annet = await _fyll(hus, GRO, skjema, "Nei, den er ikke det.")
    assert annet.text.split("\n") == [
        "Oppdrag 1 til Fagråd 1 fra ASU er allerede besvart av Gro Fjell. "
        "Vil du svare på nytt, trykk «Ta svaret tilbake» først.",
        "Dette er ikke sendt: «Nei, den er ikke det.»",
    ]
    assert (await hus.det()).svar == "Planen er klar."
    await hus.trykk(GRO, annet, "Ta svaret tilbake")
    assert (await _fyll(hus, GRO, skjema, "Nei, den er ikke det.")).foerst == "Svaret er sendt til ASU."
    assert (await hus.det()).svar == "Nei, den er ikke det."


@pytest.mark.parametrize("skrevet", ["01010112345", "Kari Nordmann (87) har demens og er innlagt"])
async def test_what_must_not_stand_there_is_not_said_again(hus, skrevet):
    skjema = await hus.trykk(GRO, await hus.sendt(), "Svar", i=RAADKANAL)
    await _fyll(hus, GRO, skjema, "Planen er klar.")
    svar = await _fyll(hus, GRO, skjema, skrevet)
    assert "allerede besvart" in svar.foerst
    assert skrevet not in svar


async def test_the_number_that_is_named_is_the_one_that_is_meant(hus):
    spurt = await hus.hevet(BER, "Fagråd 1 bes om tall.")
    svar = await hus.trykk(OVE, spurt, "Send til Fagråd 1")
    await hus.trykk(OVE, svar, "Send til Fagråd 1")
    await hus.si(GRO, "svar på oppdrag 1: Planen er klar.")
    svar = await hus.si(GRO, "oppdrag 1 er gjort: den ligger i Teams")
    assert svar.foerst.startswith("Oppdrag 1 til Fagråd 1 fra ASU er allerede besvart av Gro Fjell.")
    assert "«den ligger i Teams»" in svar
    assert [o.tilstand for o in await hus.alle()] == [T.BESVART, T.SENDT]
    assert "Jeg finner ikke oppdrag 7" in await hus.si(GRO, "svar på oppdrag 7: Ja.")


@pytest.mark.parametrize(
    "linje",
    [
        "oppdrag 1 er nesten ferdig",
        "oppdrag 1 er ikke utført",
        "oppdrag 1 er ferdig i juni",
        "vi trenger mer tid på oppdrag 1",
        "vi kan ikke gjøre oppdrag 1",
        "svar ja på oppdrag 1",
    ],
)
async def test_only_done_is_done(hus, linje):
    await hus.sendt()
    svar = await hus.si(GRO, linje)
    assert "Utført" not in svar
    assert (await hus.det()).tilstand is T.SENDT


async def test_what_stands_behind_the_colon_is_the_answer(hus):
    await hus.sendt()
    svar = await hus.si(GRO, "svar på oppdraget fra ASU: Vi er i gang")
    if "Ja" in " ".join(svar.labels):
        assert "«Vi er i gang»" in svar
        await hus.trykk(GRO, svar, "Ja")
    assert (await hus.det()).svar == "Vi er i gang"


async def test_answered_and_said_again_without_a_number(hus):
    await hus.sendt()
    await hus.si(INE, "svar på oppdrag 1: Planen er klar.")
    svar = await hus.si(GRO, "svar på oppdraget: Ferdig")
    assert "er allerede besvart av Ine Dal" in svar.foerst
    assert "«Ferdig»" in svar


async def test_an_answer_is_short_and_the_form_says_how_short(hus):
    skjema = await hus.trykk(GRO, await hus.sendt(), "Svar", i=RAADKANAL)
    assert "høyst 1000 tegn" in str(skjema.outcome.replies[0].message.card)
    svar = await _fyll(hus, GRO, skjema, "")
    assert svar.foerst == "Skriv svaret i feltet, for eksempel «Planen er ferdig og ligger i Teams.»."
    svar = await _fyll(hus, GRO, skjema, "x" * 1001)
    assert svar.foerst.startswith("Svaret har plass til 1000 tegn, og dette er 1001.")
    assert "x" * 1001 in str(svar.outcome.replies[0].message.card)
    assert (await hus.det()).svar is None


async def test_who_sees_one_may_do_with_it_what_is_theirs(hus):
    await hus.sendt()
    assert (await hus.si(OVE, "vis oppdrag 1")).labels == ["Trekk oppdraget"]
    assert (await hus.si(GRO, "vis oppdrag 1")).labels == ["Svar"]
    await hus.si(GRO, "svar på oppdrag 1: Planen er klar.")
    assert (await hus.si(GRO, "vis oppdrag 1")).labels == ["Ta svaret tilbake"]
    svar = await hus.si(GRO, "ta tilbake svaret på oppdrag 1")
    assert svar.foerst == "Svaret er tatt tilbake. Oppdraget står som ubesvart."


async def test_changed_after_it_was_answered_the_body_is_told_and_may_answer_anew(hus):
    await hus.sendt()
    await hus.si(GRO, "svar på oppdrag 1: Planen er klar.")
    await hus.chat.post()
    await hus.si(OVE, "endre punkt 1 til Fagråd 1 bes om å lage en veileder.")
    (til_gro,) = (await hus.chat.post())[GRO]
    assert "Rettet etter at det ble besvart." in til_gro.text
    svar = await hus.trykk(GRO, til_gro, "Ta svaret tilbake")
    assert svar.foerst == "Svaret er tatt tilbake. Oppdraget står som ubesvart."


async def test_a_forged_answer_to_what_is_not_sent_tells_nothing(hus):
    await hus.hevet(BER)
    o = await hus.det()
    svar = await hus.chat.trykk(GRO, Button("x", "oppdrag.svar", {"oppdrag": o.id}), at=hus.ref.naa())
    assert "Oppdrag" not in svar.text
    assert "plan" not in svar.text
