"""What a referat asks another body for: proposed, sent when somebody says so, and answered."""

import asyncio

import pytest

from bot.domain.conversation import Button
from bot.domain.oppdrag import Oppdragstilstand as T
from tests.dialogs.chat import kanal
from tests.dialogs.moetefolk import ANNE, BERIT, OVE
from tests.dialogs.oppdragfolk import BER, BER_TRE, GRO, INE, KNUT, RAADKANAL, bygg_oppdrag


@pytest.fixture
async def hus():
    return await bygg_oppdrag()


async def test_it_is_proposed_when_the_moete_is_closed_and_sent_by_nobody(hus):
    await hus.si(OVE, "sak 2", f"vedtak: {BER}")
    assert await hus.alle() == []
    await hus.si(OVE, "møtet er hevet")
    spurt = await hus.spurt()
    assert spurt.text.split("\n") == [
        "Referatet ber et annet utvalg om noe. Skal det sendes dit?",
        f"• {BER} (sak 02/24 i møtet onsdag 15. mai 2024) Send til Fagråd 1?",
    ]
    assert (await hus.det()).tilstand is T.FORESLAATT
    assert RAADKANAL.id not in await hus.chat.post()


async def test_send_posts_it_in_their_channel_and_tells_who_leads(hus):
    svar = await hus.trykk(OVE, await hus.hevet(BER), "Send til Fagråd 1")
    assert svar.foerst == "Oppdraget er sendt til Fagråd 1."
    post = await hus.chat.post()
    assert post[RAADKANAL.id][0].text.split("\n") == [
        "Oppdrag 1 til Fagråd 1 fra ASU",
        "Foreløpig – referatet er ikke godkjent",
        BER,
        "Sak 02/24 i møtet onsdag 15. mai 2024",
    ]
    assert [m.text for m in post[GRO]] == [post[RAADKANAL.id][0].text]
    assert [b.label for b in post[RAADKANAL.id][0].buttons] == ["Svar"]
    assert INE not in post
    assert (await hus.det()).tilstand is T.SENDT


async def test_pressed_twice_it_is_sent_once(hus):
    spurt = await hus.hevet(BER)
    await hus.trykk(OVE, spurt, "Send til Fagråd 1")
    igjen = await hus.trykk(OVE, spurt, "Send til Fagråd 1")
    assert igjen.foerst == "Oppdrag 1 til Fagråd 1 fra ASU er allerede sendt."
    assert len((await hus.chat.post())[RAADKANAL.id]) == 1


async def test_two_who_press_at_once_send_it_once(hus):
    spurt = await hus.hevet(BER)
    svar = await asyncio.gather(
        hus.trykk(OVE, spurt, "Send til Fagråd 1"), hus.trykk("kontoret", spurt, "Send til Fagråd 1")
    )
    assert sorted("allerede" in s.foerst for s in svar) == [False, True]
    assert len((await hus.chat.post())[RAADKANAL.id]) == 1


async def test_no_is_no_until_they_change_their_mind(hus):
    spurt = await hus.hevet(BER)
    svar = await hus.trykk(OVE, spurt, "Ikke send")
    assert svar.foerst == "Greit, det sendes ikke til Fagråd 1."
    assert RAADKANAL.id not in await hus.chat.post()
    svar = await hus.trykk(OVE, svar, "Send til Fagråd 1")
    assert svar.foerst == "Oppdraget er sendt til Fagråd 1."


async def test_several_are_in_one_message_and_the_rest_stays_after_each(hus):
    spurt = await hus.hevet(BER, BER_TRE, "Fagråd 1 bes om tall.", "Fagråd 1 skal lage en rutine.")
    assert spurt.text.startswith("Referatet ber andre utvalg om noe på 4 steder.")
    assert len(spurt.buttons) == 5
    svar = await hus.trykk(OVE, spurt, "Send til Fagråd 1")
    assert svar.foerst == "Oppdraget er sendt til Fagråd 1."
    assert "på 3 steder" in svar.text
    svar = await hus.trykk(OVE, spurt, "Vis 2 til")
    assert "Fagråd 1 skal lage en rutine." in svar


async def test_a_body_without_a_channel(hus):
    svar = await hus.trykk(OVE, await hus.hevet(BER_TRE), "Send til Fagråd 3")
    assert "Fagråd 3 har ingen kanal, så det er bare sendt til lederen og sekretariatet i utvalget" in svar
    assert "ASU ber fagråd 3" in (await hus.chat.post())[KNUT][0].text


async def test_who_is_no_sekretariat_cannot_send(hus):
    spurt = await hus.hevet(BER)
    for hvem in (BERIT, GRO, ANNE):
        await hus.trykk(hvem, spurt, "Send til Fagråd 1")
    assert (await hus.det()).tilstand is T.FORESLAATT


@pytest.mark.parametrize(
    "data",
    [
        {"oppdrag": 4711},
        {"oppdrag": "1"},
        {"oppdrag": True},
        {"oppdrag": None, "til_organ": 4711, "tekst": "x"},
    ],
)
async def test_forged_buttons_do_nothing(hus, data):
    await hus.hevet(BER)
    for verb in ("oppdrag.send", "oppdrag.svar"):
        await hus.chat.trykk(OVE, Button("x", verb, data), at=hus.ref.naa())
    assert [o.tilstand for o in await hus.alle()] == [T.FORESLAATT]


async def test_forged_lists_do_nothing(hus):
    for data in ({"fra": [4711]}, {"til": "x"}, {"hva": "forslag", "fra": [[1]]}, {"fra_linje": "9"}):
        svar = await hus.chat.trykk(OVE, Button("x", "oppdrag.liste", data), at=hus.ref.naa())
        assert svar.text


async def test_what_is_struck_before_it_is_sent_is_not_proposed_any_more(hus):
    spurt = await hus.hevet(BER)
    await hus.si(OVE, "stryk punkt 1")
    assert (await hus.det()).tilstand is T.TRUKKET
    svar = await hus.trykk(OVE, spurt, "Send til Fagråd 1")
    assert "er trukket" in svar.foerst
    assert RAADKANAL.id not in await hus.chat.post()


async def test_what_is_changed_before_it_is_sent_is_sent_as_it_stands(hus):
    spurt = await hus.hevet(BER)
    await hus.si(OVE, "endre punkt 1 til Fagråd 1 bes om å lage en veileder.")
    await hus.trykk(OVE, spurt, "Send til Fagråd 1")
    post = (await hus.chat.post())[RAADKANAL.id][0]
    assert "veileder" in post.text
    assert "Rettet" not in post.text


async def test_a_correction_edits_the_post_and_says_so(hus):
    await hus.sendt()
    await hus.si(OVE, "endre punkt 1 til Fagråd 1 bes om å lage en veileder.")
    post = await hus.chat.post()
    assert "veileder" in post[GRO][0].text
    await hus.si(OVE, "stryk punkt 1")
    (rettet,) = await hus.rettet()
    assert "ASU har trukket oppdraget" in rettet.text
    assert "veileder" not in rettet.text


async def test_corrected_in_place(hus):
    await hus.sendt()
    await hus.si(OVE, "endre punkt 1 til Fagråd 1 bes om å lage en veileder.")
    (rettet,) = await hus.rettet()
    assert "Rettet etter at det ble sendt" in rettet.text
    assert "veileder" in rettet.text


async def test_what_is_withheld_is_not_proposed(hus):
    unntatt = "punkt 1 er unntatt offentlighet offl § 13"
    await hus.si(OVE, "sak 2", f"vedtak: {BER}", unntatt, "møtet er hevet")
    assert await hus.alle() == []


async def test_what_is_withheld_after_it_was_sent_is_taken_out_of_the_post(hus):
    await hus.sendt()
    await hus.si(OVE, "punkt 1 er unntatt offentlighet offl § 13")
    (rettet,) = await hus.rettet()
    assert "plan for opplæring" not in rettet.text
    for hvem in (GRO, BERIT, OVE):
        assert "plan for opplæring" not in await hus.si(hvem, "hvilke oppdrag har fagråd 1 fra ASU?")
        assert "plan for opplæring" not in await hus.si(hvem, "vis oppdrag 1")


async def test_closed_again_nothing_is_proposed_twice(hus):
    await hus.hevet(BER)
    await hus.si(OVE, "gjenåpne referatet", "møtet er hevet")
    assert len(await hus.alle()) == 1
    assert not [m for m in (await hus.chat.post())[OVE] if "Ikke send" in str(m.card)]


async def test_what_comes_later_is_proposed_when_it_is_sent_for_approval(hus):
    await hus.hevet(BER)
    await hus.si(OVE, f"endre punkt 1 til {BER} {BER_TRE}")
    assert len(await hus.alle()) == 1
    svar = await hus.si(OVE, "send referatet til godkjenning")
    await hus.trykk(OVE, svar, "Ja")
    assert "Fagråd 3" in (await hus.spurt()).text


async def test_approved_it_is_no_longer_foreloepig(hus):
    await hus.sendt()
    svar = await hus.si(OVE, "send referatet til godkjenning")
    await hus.trykk(OVE, svar, "Ja")
    await hus.trykk(ANNE, await hus.si(ANNE, "godkjenn referatet"), "Ja")
    (rettet,) = await hus.rettet()
    assert "Foreløpig" not in rettet.text
    assert "Rettet" not in rettet.text


async def test_a_rettelse_after_that_stands_in_the_post(hus):
    await hus.sendt()
    await hus.trykk(OVE, await hus.si(OVE, "send referatet til godkjenning"), "Ja")
    await hus.trykk(ANNE, await hus.si(ANNE, "godkjenn referatet"), "Ja")
    svar = await hus.si(OVE, "rettelse til punkt 1: Planen gjelder også vikarer.")
    if "Ja" in " ".join(svar.labels):
        await hus.trykk(OVE, svar, "Ja")
    rettet = (await hus.rettet())[-1]
    assert "Rettet etter at det ble sendt" in rettet.text
    assert f"{BER}\nPlanen gjelder også vikarer." in rettet.text


async def test_the_sekretariat_may_withdraw_it(hus):
    svar = await hus.trykk(OVE, await hus.hevet(BER), "Send til Fagråd 1")
    await hus.chat.post()
    svar = await hus.trykk(OVE, svar, "Trekk oppdraget")
    assert svar.foerst.startswith("Skal jeg trekke oppdrag 1 til Fagråd 1 fra ASU?")
    assert (await hus.det()).tilstand is T.SENDT
    svar = await hus.trykk(OVE, svar, "Ja, trekk oppdraget")
    assert svar.foerst == "Oppdraget er trukket, og Fagråd 1 får vite det."
    assert "ASU har trukket oppdraget" in (await hus.rettet())[0].text
    await hus.si(OVE, "endre punkt 1 til Fagråd 1 bes om å lage en veileder.")
    assert (await hus.det()).tilstand is T.TRUKKET


async def test_it_is_answered_in_the_form_of_the_post(hus):
    post = await hus.sendt()
    skjema = await hus.trykk(GRO, post, "Svar", i=RAADKANAL)
    assert not skjema.outcome.replies[0].in_place
    send = skjema.knapp("Send svaret")
    svar = await hus.chat.trykk(
        GRO,
        Button(send.label, send.verb, {**send.data, "oppdrag_svar": "Planen er <b>klar</b>."}),
        at=hus.ref.naa(),
        i=RAADKANAL,
    )
    assert svar.foerst == "Svaret er sendt til ASU."
    til_ove = [m for m in (await hus.chat.post())[OVE] if "svart" in m.text]
    assert til_ove[0].text.startswith("Fagråd 1 har svart på et oppdrag fra ASU.")
    (rettet,) = [m for s, _, m in hus.chat.poster.endret if s == RAADKANAL.id]
    assert rettet.text.endswith("Svar fra Gro Fjell:\nPlanen er <b>klar</b>.")
    assert rettet.buttons == ()


async def test_it_is_answered_by_a_line(hus):
    await hus.sendt()
    svar = await hus.si(INE, "svar på oppdrag 1: Planen er klar.")
    assert svar.foerst == "Svaret er sendt til ASU."
    assert (await hus.det()).svar == "Planen er klar."


async def test_it_is_done(hus):
    await hus.sendt()
    svar = await hus.si(GRO, "oppdrag 1 er utført")
    assert svar.foerst == "Svaret er sendt til ASU."
    assert (await hus.det()).svar == "Utført."


async def test_answered_twice_the_first_stands_until_it_is_taken_back(hus):
    await hus.sendt()
    await hus.si(INE, "svar på oppdrag 1: Planen er klar.")
    igjen = await hus.si(GRO, "svar på oppdrag 1: Nei.")
    assert "er allerede besvart av Ine Dal" in igjen.foerst
    svar = await hus.trykk(GRO, igjen, "Ta svaret tilbake")
    assert svar.foerst == "Svaret er tatt tilbake. Oppdraget står som ubesvart."
    assert (await hus.si(GRO, "svar på oppdrag 1: Nei.")).foerst == "Svaret er sendt til ASU."
    assert (await hus.det()).svar == "Nei."


async def test_who_may_not_answer(hus):
    post = await hus.sendt()
    for hvem in (BERIT, KNUT, ANNE):
        await hus.trykk(hvem, post, "Svar", i=RAADKANAL)
        await hus.si(hvem, "svar på oppdrag 1: Tull.")
    assert (await hus.det()).svar is None


async def test_an_answer_about_a_patient_is_asked_about_and_a_number_never_kept(hus):
    await hus.sendt()
    svar = await hus.si(GRO, "svar på oppdrag 1: Kari Nordmann (87) har demens og er innlagt")
    assert (await hus.det()).svar is None
    assert svar.buttons
    await hus.si(GRO, "svar på oppdrag 1: 01010112345")
    assert (await hus.det()).svar is None


async def test_the_lists(hus):
    await hus.sendt()
    svar = await hus.si(GRO, "hvilke oppdrag har fagråd 1 fra ASU?")
    assert svar.text.split("\n")[:2] == [
        "Det er ett oppdrag til Fagråd 1 fra ASU:",
        f"• Oppdrag 1 til Fagråd 1 fra ASU, sendt i dag: {BER} (sak 02/24 i møtet onsdag 15. mai 2024)",
    ]
    assert svar.labels == ["Svar"]
    assert "Det er ett ubesvart oppdrag" in await hus.si(OVE, "ubesvarte oppdrag")
    assert "til Fagråd 1" in (await hus.si(OVE, "hva har vi bedt fagråd 1 om?")).foerst
    await hus.si(GRO, "oppdrag 1 er utført")
    assert "ingen ubesvarte oppdrag" in await hus.si(OVE, "ubesvarte oppdrag")
    assert "Utført." in await hus.si(OVE, "hvilke oppdrag har fagråd 1 fra ASU?")


async def test_who_sees_them(hus):
    await hus.sendt()
    assert BER in await hus.si(BERIT, "hvilke oppdrag har fagråd 1 fra ASU?")
    assert BER not in await hus.si(KNUT, "hvilke oppdrag har fagråd 1 fra ASU?")
    assert BER not in await hus.si("petter fremmed", "hvilke oppdrag har fagråd 1 fra ASU?")
    assert BER not in await hus.si(OVE, "hvilke oppdrag har fagråd 1 fra ASU?", i=kanal("Kantina"))


async def test_by_a_line_it_is_shown_first(hus):
    await hus.si(OVE, "møtet er hevet")
    svar = await hus.si(OVE, "send oppdrag til fagråd 1: Lag en oversikt innen 1. juni.")
    if svar.labels[:2] == ["ASU", "PSU"]:
        svar = await hus.trykk(OVE, svar, "ASU")
    assert "Skal jeg sende dette som oppdrag fra ASU til Fagråd 1" in svar
    assert await hus.alle() == []
    svar = await hus.trykk(OVE, svar, "Ja")
    assert svar.foerst == "Oppdraget er sendt til Fagråd 1."
    assert "Lag en oversikt" in (await hus.chat.post())[RAADKANAL.id][0].text
    assert str((await hus.det()).frist) == "2024-06-01"


async def test_by_a_line_from_who_may_not(hus):
    await hus.si(BERIT, "send oppdrag til fagråd 1: Lag en oversikt.")
    assert await hus.alle() == []
