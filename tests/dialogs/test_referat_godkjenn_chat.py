"""Approved and locked: by the møteleder, in the next møte, or by silence; and rettelser after that."""

import asyncio

import pytest

from bot.domain.conversation import Button
from bot.domain.moetebok import Boktilstand, Punktslag
from tests.dialogs.chat import privat
from tests.dialogs.godkjenningsfolk import (
    ANNE,
    BERIT,
    ETTER_FRISTEN,
    OLGA,
    OVE,
    UKJENT,
    bygg_bok,
    foert,
)
from tests.dialogs.moetefolk import forfalsket

JUNI = "2024-06-19T12:05"


@pytest.fixture
async def hus():
    hus = await bygg_bok(send=True)
    await hus.chat.post()
    return hus


async def test_by_the_moeteleder_after_a_yes(hus):
    svar = await hus.si(ANNE, "godkjenn referatet")
    assert svar.foerst == "Merke referatet fra 15.05.24 som godkjent og låse det?"
    assert svar.labels == ["Ja, godkjenn og lås", "Avbryt"]
    assert (await hus.stand()).tilstand is Boktilstand.TIL_GODKJENNING
    svar = await hus.trykk(ANNE, svar.knapp("Ja"))
    assert svar.foerst.startswith("Referatet fra ASU onsdag 15. mai 2024 er godkjent og låst.")
    bok, stand, _ = await hus.bok()
    assert (bok.tilstand, stand.godkjent_av.navn) == (Boktilstand.GODKJENT, "Anne Vik")
    assert bok.godkjent is not None


async def test_then_it_is_the_referat_of_the_moete_and_can_be_found(hus):
    assert await hus.referatet() is None
    await hus.godkjenn()
    referat = await hus.referatet()
    assert referat.moeteleder == "Anne Vik"
    assert referat.deler[0].saker[1].konklusjon == ["Tas til orientering."]
    assert hus.chat.store.data.boeker[hus.bok_id].tilstand is Boktilstand.GODKJENT


async def test_what_is_unanswered_is_shown_first(hus):
    await hus.si(BERIT, "merknad til referatet: Brevet skulle til fylket")
    svar = await hus.si(ANNE, "godkjenn referatet")
    assert svar.foerst == "1 merknad til referatet fra ASU onsdag 15. mai 2024 er ikke besvart."
    assert "Merknad 1 fra Berit Nes, ikke besvart: Brevet skulle til fylket" in svar
    assert svar.labels == ["Svar på merknadene", "Godkjenn likevel"]
    spurt = await hus.trykk(ANNE, svar.knapp("Godkjenn likevel"))
    assert spurt.foerst == "Merke referatet fra 15.05.24 som godkjent og låse det?"
    await hus.chat.post()
    await hus.trykk(ANNE, spurt.knapp("Ja"))
    assert (await hus.stand()).tilstand is Boktilstand.GODKJENT
    post = (await hus.chat.post())[BERIT][0].text
    assert "er godkjent og låst" in post
    assert post.endswith("Merknaden din ble ikke besvart før det ble låst. Spør møtelederen om den.")


async def test_a_merknad_that_comes_meanwhile_is_seen_before_it_is_locked(hus):
    ja = (await hus.si(ANNE, "godkjenn referatet")).knapp("Ja")
    await hus.si(BERIT, "merknad til referatet: Brevet skulle til fylket")
    svar = await hus.trykk(ANNE, ja)
    assert "er ikke besvart" in svar
    assert (await hus.stand()).tilstand is Boktilstand.TIL_GODKJENNING


async def test_a_member_who_approves_has_no_merknader(hus):
    assert "Notert: Du har ingen merknader" in await hus.si(BERIT, "jeg godkjenner referatet")
    assert (await hus.stand()).tilstand is Boktilstand.TIL_GODKJENNING


async def test_a_merknad_that_is_not_answered_stands_though_its_writer_approves(hus):
    await hus.si(BERIT, "merknad til referatet: Brevet skulle til fylket")
    svar = await hus.si(BERIT, "godkjenn referatet")
    assert svar.text == (
        "Det er møtelederen som godkjenner referatet. "
        "Merknad 1 fra deg står ved lag: «Brevet skulle til fylket»"
    )
    assert all(x.slag != "ingen_merknader" for x in (await hus.bok())[2])


async def test_without_the_right(hus):
    ja = (await hus.si(ANNE, "godkjenn referatet")).knapp("Ja")
    for hvem in (BERIT, OVE, OLGA, UKJENT):
        await hus.trykk(hvem, ja)
        svar = await hus.si(hvem, "godkjenn referatet")
        assert "Ja, godkjenn og lås" not in svar.labels
    forfalsket_ja = forfalsket(ja, hvem=f"29:{BERIT}")
    await hus.trykk(BERIT, forfalsket_ja)
    assert (await hus.stand()).tilstand is Boktilstand.TIL_GODKJENNING


async def test_locked_it_is_not_approved_again(hus):
    ja = (await hus.si(ANNE, "godkjenn referatet")).knapp("Ja")
    annet = (await hus.si(ANNE, "godkjenn referatet")).knapp("Ja")
    await hus.trykk(ANNE, ja)
    svar = await hus.trykk(ANNE, annet)
    assert "godkjent" in svar
    assert sum(x.slag == "godkjent" for x in (await hus.bok())[2]) == 1


async def test_two_at_once_and_redelivered_it_is_approved_once(hus):
    ja = [(await hus.si(ANNE, "godkjenn referatet")).knapp("Ja") for _ in range(2)]
    await asyncio.gather(*(hus.trykk(ANNE, knapp) for knapp in (*ja, *ja)))
    assert sum(x.slag == "godkjent" for x in (await hus.bok())[2]) == 1


async def test_the_open_referat_is_never_locked_by_a_word():
    hus = await bygg_bok(send=True)
    await hus.godkjenn()
    juni = await foert(hus.huset, hus.huset.juni, "2024-06-19", hev=False)
    async with hus.chat.store.turn() as uow:
        await uow.boeker.sett_foerer(f"aad-{ANNE}", juni.id)
        await uow.commit()
    svar = await hus.si(ANNE, "godkjent", at=JUNI)
    assert svar.labels == []
    svar = await hus.si(ANNE, "godkjenn referatet", at=JUNI)
    assert "Ja, godkjenn og lås" not in svar.labels
    async with hus.chat.store.turn() as uow:
        assert (await uow.boeker.hent(juni.id)).tilstand is Boktilstand.AAPEN


@pytest.fixture
async def i_juni(hus):
    """The next møte is on, and its first sak is open."""
    juni = await foert(hus.huset, hus.huset.juni, "2024-06-19", hev=False)
    async with hus.chat.store.turn() as uow:
        await uow.boeker.sett_foerer(f"aad-{OVE}", juni.id)
        await uow.commit()
    hus.juni_id = juni.id
    return hus


async def _punkter(hus):
    from bot.domain.boklesing import les

    async with hus.chat.store.turn() as uow:
        stand = les(await uow.boeker.les(hus.juni_id))
    return [(p.slag, p.tekst) for p in stand.punkter.values()]


@pytest.mark.parametrize("linje", ["godkjent", "referat fra 15.05 godkjennes", "referatet er godkjent"])
async def test_in_the_next_moete_it_means_the_previous_one(i_juni, linje):
    hus = i_juni
    svar = await hus.si(OVE, linje, at=JUNI)
    assert svar.foerst == "Merke referatet fra 15.05.24 som godkjent og låse det?"
    assert [x[:3] for x in svar.labels] == ["Ja,", "Nei", "Avb"]
    assert await _punkter(hus) == []
    svar = await hus.trykk(OVE, svar.buttons[0], at=JUNI)
    assert "Referatet fra 15.05.24 er godkjent og låst." in svar
    stand = await hus.stand()
    assert (stand.tilstand, stand.godkjent_i) == (Boktilstand.GODKJENT, "sak 01/24 i møte 19.06.24")
    assert await _punkter(hus) == [(Punktslag.KONKLUSJON, "Godkjent.")]
    assert await hus.referatet() is not None


async def test_one_that_nobody_has_got_is_not_locked_unsaid():
    hus = await bygg_bok()
    juni = await foert(hus.huset, hus.huset.juni, "2024-06-19", hev=False)
    async with hus.chat.store.turn() as uow:
        await uow.boeker.sett_foerer(f"aad-{OVE}", juni.id)
        await uow.commit()
    svar = await hus.si(OVE, "godkjent", at=JUNI)
    assert svar.foerst == (
        "Medlemmene har ikke fått det til godkjenning ennå. "
        "Merke referatet fra 15.05.24 som godkjent og låse det?"
    )


async def test_a_no_is_a_konklusjon_alone(i_juni):
    hus = i_juni
    svar = await hus.si(OVE, "godkjent", at=JUNI)
    await hus.si(OVE, "nei", at=JUNI)
    assert await _punkter(hus) == [(Punktslag.KONKLUSJON, "Godkjent.")], svar.text
    assert (await hus.stand()).tilstand is Boktilstand.TIL_GODKJENNING


async def test_under_another_sak_it_is_a_konklusjon(i_juni):
    hus = i_juni
    await hus.si(OVE, "neste sak", at=JUNI)
    svar = await hus.si(OVE, "godkjent", at=JUNI)
    assert svar.foerst.startswith("02/24 · konklusjon")
    assert (await hus.stand()).tilstand is Boktilstand.TIL_GODKJENNING


async def test_where_no_such_referat_waits_it_is_a_konklusjon_as_it_was_said(i_juni):
    hus = i_juni
    svar = await hus.si(OVE, "referat fra 10.04 godkjennes", at=JUNI)
    assert svar.foerst.startswith("01/24 · konklusjon")
    assert await _punkter(hus) == [(Punktslag.KONKLUSJON, "Referat fra 10.04 godkjennes")]
    assert (await hus.stand()).tilstand is Boktilstand.TIL_GODKJENNING


async def test_who_may_not_dictate_answers_for_nobody(i_juni):
    hus = i_juni
    ja = (await hus.si(OVE, "godkjent", at=JUNI)).buttons[0]
    for hvem in (BERIT, OLGA, UKJENT):
        await hus.trykk(hvem, ja, at=JUNI)
    assert (await hus.stand()).tilstand is Boktilstand.TIL_GODKJENNING
    await hus.trykk(OVE, forfalsket(ja, bok=hus.bok_id), at=JUNI)
    assert (await hus.stand()).tilstand is Boktilstand.TIL_GODKJENNING


async def test_by_silence_only_where_the_body_has_chosen_so(hus):
    await hus.chat.plan(ETTER_FRISTEN)
    assert (await hus.stand()).tilstand is Boktilstand.TIL_GODKJENNING


async def test_by_silence_after_the_frist():
    hus = await bygg_bok(send=True, godkjenn_ved_taushet=True)
    await hus.chat.post()
    await hus.chat.plan("2024-06-03T16:00")
    assert (await hus.stand()).tilstand is Boktilstand.TIL_GODKJENNING
    for _ in range(2):
        await hus.chat.plan(ETTER_FRISTEN)
    stand = await hus.stand()
    assert (stand.tilstand, stand.godkjent_av) == (Boktilstand.GODKJENT, None)
    post = await hus.chat.post(at=ETTER_FRISTEN)
    assert {h: len(p) for h, p in post.items()} == {f"aad-{OVE}": 1, f"aad-{ANNE}": 1}
    assert post[OVE][0].text.startswith("Merknadsfristen er ute uten ubesvarte merknader.")
    assert await hus.referatet() is not None


async def test_an_unanswered_merknad_waits_for_a_person():
    hus = await bygg_bok(send=True, godkjenn_ved_taushet=True)
    await hus.si(BERIT, "merknad til referatet: Brevet skulle til fylket")
    await hus.chat.plan(ETTER_FRISTEN)
    assert (await hus.stand()).tilstand is Boktilstand.TIL_GODKJENNING


async def test_a_rettelse_is_visible_and_told_of(hus):
    await hus.godkjenn()
    await hus.chat.post()
    svar = await hus.si(OVE, "rettelse til referatet: Brevet skulle til fylket")
    assert svar.text == (
        "Rettelsen er ført i referatet fra ASU onsdag 15. mai 2024:\n«Brevet skulle til fylket»"
    )
    assert [r.tekst for r in (await hus.stand()).rettelser] == ["Brevet skulle til fylket"]
    post = await hus.chat.post()
    assert set(post) == {f"aad-{ANNE}"}
    vist = await hus.si(BERIT, "referatet fra ASU 15. mai")
    assert "Rettelse torsdag 16. mai 2024: Brevet skulle til fylket" in vist


async def test_a_rettelse_without_the_right_and_before_it_is_locked(hus):
    svar = await hus.si(OVE, "rettelse til referatet: Brevet skulle til fylket")
    assert not (await hus.stand()).rettelser, svar.text
    await hus.godkjenn()
    for hvem in (BERIT, OLGA, UKJENT):
        await hus.si(hvem, "rettelse til referatet: Brevet skulle til fylket")
    assert not (await hus.stand()).rettelser
    skjema = await hus.si(OVE, "rettelse til referatet")
    await hus.trykk(OVE, forfalsket(skjema.buttons[0], skrevet="Datoen er feil"))
    assert len((await hus.stand()).rettelser) == 1


async def test_nynorsk(hus):
    await hus.chat.si(ANNE, "svar på nynorsk", i=privat(ANNE))
    assert (await hus.godkjenn()).foerst.startswith("Referatet frå ASU onsdag 15. mai 2024 er godkjent")


async def test_what_is_dictated_to_a_locked_one_is_refused_with_a_way_on(hus):
    await hus.godkjenn()
    knapp = Button("", "referat.punkt", {"bok": hus.bok_id, "hva": "notat", "tekst": "Mer"})
    svar = await hus.trykk(OVE, knapp)
    assert svar.foerst.startswith("Referatet er godkjent og låst")
    skjema = await hus.trykk(OVE, svar.knapp("Rettelse"))
    assert skjema.foerst == "Hva skal rettes i referatet fra ASU onsdag 15. mai 2024?"


@pytest.mark.parametrize(
    "linje", ["endre punkt 2 til noe annet", "stryk punkt 2", "angre", "Berit kom 13.20"]
)
async def test_what_stands_in_a_locked_one_is_not_changed(hus, linje):
    await hus.godkjenn()
    svar = await hus.si(OVE, linje)
    assert svar.foerst.startswith("Referatet er godkjent og låst")
    assert svar.labels == ["Rettelse"]
