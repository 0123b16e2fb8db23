"""A referat that changes after it was sent: sent again, and never approved as nobody has seen it."""

import pytest

from bot.domain.moetebok import Boktilstand
from tests.dialogs.chat import privat
from tests.dialogs.godkjenningsfolk import ANNE, BERIT, ETTER_FRISTEN, OLGA, OVE, bygg_bok, foert

JUNI = "2024-06-19T12:05"
ENDRE = "endre punkt 2 til Tas til etterretning"


@pytest.fixture
async def hus():
    hus = await bygg_bok(send=True)
    await hus.chat.post()
    return hus


@pytest.mark.parametrize(
    "linje",
    [
        "send på nytt med frist 12. juni",
        "send referatet til godkjenning på nytt med frist 12. juni",
        "utsett merknadsfristen til 12. juni",
        "ny merknadsfrist er 12. juni",
    ],
)
async def test_again_with_a_new_frist(hus, linje):
    svar = await hus.si(OVE, linje)
    assert svar.foerst == (
        "Referatet fra ASU onsdag 15. mai 2024 er sendt til godkjenning. "
        "Skal jeg sende det på nytt, slik det står nå?"
    )
    assert "Merknadsfristen blir onsdag 12. juni 2024." in svar
    assert svar.labels == ["Ja, send på nytt", "Avbryt"]
    await hus.trykk(OVE, svar.knapp("Ja"), at="2024-05-16T09:05")
    assert str((await hus.stand()).merknadsfrist) == "2024-06-12"
    assert len((await hus.chat.post())[ANNE]) == 1


async def test_of_two_who_press_one_sends(hus):
    ja = [(await hus.si(h, "send på nytt med frist 12. juni")).knapp("Ja") for h in (OVE, ANNE)]
    await hus.trykk(OVE, ja[0], at="2024-05-16T09:05")
    svar = await hus.trykk(ANNE, ja[1], at="2024-05-16T09:06")
    assert "Referatet er sendt til godkjenning" in svar
    assert sum(x.slag == "sendt" for x in (await hus.bok())[2]) == 2


async def test_without_the_right(hus):
    for hvem in (BERIT, OLGA):
        assert (await hus.si(hvem, "send på nytt med frist 12. juni")).labels == []
    assert str((await hus.stand()).merknadsfrist) == "2024-06-03"


async def test_who_approves_hears_that_it_has_changed(hus):
    assert "er endret etter at" not in await hus.si(ANNE, "godkjenn referatet")
    await hus.si(OVE, ENDRE)
    svar = await hus.si(ANNE, "godkjenn referatet")
    assert "Referatet er endret etter at medlemmene fikk det." in svar
    assert "Merknadsfristen er ikke ute: mandag 3. juni 2024." in svar


async def test_what_changes_after_the_question_is_asked_about_again(hus):
    ja = (await hus.si(ANNE, "godkjenn referatet")).knapp("Ja")
    await hus.si(OVE, ENDRE)
    svar = await hus.trykk(ANNE, ja)
    assert "Referatet er endret siden du ble spurt." in svar
    assert (await hus.stand()).tilstand is Boktilstand.TIL_GODKJENNING
    await hus.trykk(ANNE, svar.knapp("Ja"))
    assert (await hus.stand()).tilstand is Boktilstand.GODKJENT


async def test_the_same_in_the_next_moete(hus):
    juni = await foert(hus.huset, hus.huset.juni, "2024-06-19", hev=False)
    async with hus.chat.store.turn() as uow:
        await uow.boeker.sett_foerer(f"aad-{OVE}", juni.id)
        await uow.commit()
    ja = (await hus.si(OVE, "godkjent", at=JUNI)).buttons[0]
    async with hus.chat.store.turn() as uow:
        await uow.boeker.noter(hus.bok_id, [_endret((await hus.bok())[2])])
        await uow.commit()
    svar = await hus.trykk(OVE, ja, at=JUNI)
    assert "Referatet er endret siden du ble spurt." in svar
    assert (await hus.stand()).tilstand is Boktilstand.TIL_GODKJENNING
    await hus.trykk(OVE, svar.buttons[0], at=JUNI)
    assert (await hus.stand()).tilstand is Boktilstand.GODKJENT


def _endret(linjer):
    from dataclasses import replace

    from bot.domain.moetebok import Foeringsslag

    forrige = next(x for x in linjer if x.slag is Foeringsslag.PUNKT and x.nr == 2)
    return replace(forrige, slag=Foeringsslag.ENDRET, tekst="Noe annet", verdier={}, akt="ny", id=None)


async def test_silence_does_not_approve_what_nobody_has_seen():
    hus = await bygg_bok(send=True, godkjenn_ved_taushet=True)
    await hus.si(OVE, ENDRE)
    await hus.chat.post()
    for _ in range(2):
        await hus.chat.plan(ETTER_FRISTEN)
    assert (await hus.stand()).tilstand is Boktilstand.TIL_GODKJENNING
    post = await hus.chat.post(at=ETTER_FRISTEN)
    assert {h: len(p) for h, p in post.items()} == {f"aad-{OVE}": 1, f"aad-{ANNE}": 1}
    assert "Referatet er endret etter at medlemmene fikk det." in post[OVE][0].text
    assert "Send på nytt" in [b.label for b in post[OVE][0].buttons]


async def test_when_the_frist_is_over_the_moeteleder_and_who_keeps_it_are_told_once(hus):
    await hus.si(BERIT, "merknad til referatet: Brevet skulle til fylket")
    await hus.chat.post()
    await hus.chat.plan("2024-06-03T16:00")
    assert await hus.chat.post(at="2024-06-03T16:01") == {}
    for _ in range(2):
        await hus.chat.plan(ETTER_FRISTEN)
    post = await hus.chat.post(at=ETTER_FRISTEN)
    assert {h: len(p) for h, p in post.items()} == {f"aad-{OVE}": 1, f"aad-{ANNE}": 1}
    assert post[ANNE][0].text == (
        "Merknadsfristen for referatet fra ASU onsdag 15. mai 2024 er ute. 1 merknad er ikke besvart. "
        "Møtelederen kan godkjenne det nå, eller det kan godkjennes i neste møte."
    )
    assert [b.label for b in post[ANNE][0].buttons] == ["Godkjenn referatet", "Svar på merknadene"]


async def test_who_keeps_it_hears_who_approves_it(hus):
    svar = await hus.si(OVE, "godkjenn referatet")
    assert svar.text == "Det er møtelederen som godkjenner referatet: Anne Vik."
    assert all(x.slag != "ingen_merknader" for x in (await hus.bok())[2])


async def test_one_that_is_dictated_still_waits_for_no_approval():
    hus = await bygg_bok(send=True)
    await hus.godkjenn()
    await foert(hus.huset, hus.huset.juni, "2024-06-19", hev=False)
    svar = await hus.si(ANNE, "referatet fra forrige møte godkjennes", at=JUNI)
    assert "møtet er hevet" not in svar
    assert "Ingen referater venter på godkjenning." in svar


async def test_nynorsk(hus):
    await hus.chat.si(OVE, "svar på nynorsk", i=privat(OVE))
    svar = await hus.si(OVE, "send på nytt med frist 12. juni")
    assert "Skal eg sende det på nytt, slik det står no?" in svar
