"""«Hvordan har møtet vært?»: asked where the body has chosen so, and nobody is known by their answer."""

import json

import pytest

from bot.domain.conversation import Button
from tests.dialogs.chat import privat
from tests.dialogs.godkjenningsfolk import ANNE, BERIT, ETTER, LIV, OVE, SIRI, UKJENT, bygg_bok

VIS = "vis referatet fra ASU 15. mai"


@pytest.fixture
async def hus():
    hus = await bygg_bok(vurderingsskjema=True)
    await hus.chat.si(SIRI, "hei", i=privat(SIRI))
    await hus.chat.plan(ETTER)
    return hus


async def test_each_who_was_there_is_asked_once(hus):
    await hus.chat.plan(ETTER)
    post = await hus.chat.post(at=ETTER)
    assert {h: len(p) for h, p in post.items()} == {f"aad-{h}": 1 for h in (ANNE, SIRI, OVE, LIV)}
    kort = post[SIRI][0]
    assert kort.text.startswith(
        "Hvordan har møtet vært? ASU onsdag 15. mai 2024\n1 er dårlig, 2 mindre bra"
    )
    assert [b.label[0] for b in kort.buttons] == ["1", "2", "3", "4", "5"]


async def test_nobody_is_asked_where_the_body_has_not_chosen_so():
    hus = await bygg_bok()
    await hus.chat.plan(ETTER)
    assert not await hus.chat.post(at=ETTER)


async def test_an_answer_is_kept_without_who_and_when(hus):
    kort = (await hus.chat.post(at=ETTER))[SIRI][0]
    svar = await hus.trykk(SIRI, kort.buttons[3], at=ETTER)
    assert svar.text == "Takk for svaret. Det er lagret uten navn."
    _, stand, linjer = await hus.bok()
    assert list(stand.vurderinger) == [4]
    linje = linjer[-1]
    assert (linje.av, linje.at) == (None, stand.hevet)
    assert svar.outcome.stored_under is None
    async with hus.chat.store.turn() as uow:
        merker = json.loads((await uow.load_import_draft(f"vurdering-{hus.bok_id}")).reading)
    assert [len(m) for m in merker["svart"]] == [64]


async def test_one_answer_a_person_also_when_it_is_redelivered(hus):
    kort = (await hus.chat.post(at=ETTER))[SIRI][0]
    await hus.trykk(SIRI, kort.buttons[3], at=ETTER)
    for knapp in (kort.buttons[3], kort.buttons[0]):
        assert "Du har allerede svart." in await hus.trykk(SIRI, knapp, at=ETTER)
    assert list((await hus.stand()).vurderinger) == [4]


async def test_who_was_not_there_does_not_answer(hus):
    knapp = Button("", "referat.vurder", {"bok": hus.bok_id, "svar": 5})
    for hvem in (BERIT, UKJENT):
        assert "for dem som var til stede" in await hus.trykk(hvem, knapp, at=ETTER)
    for svar in (0, 6, "5", None):
        await hus.trykk(SIRI, Button("", "referat.vurder", {"bok": hus.bok_id, "svar": svar}), at=ETTER)
    assert list((await hus.stand()).vurderinger) == []


async def test_no_answers_are_taken_the_day_after(hus):
    knapp = Button("", "referat.vurder", {"bok": hus.bok_id, "svar": 5})
    assert "Svarfristen for skjemaet er ute." in await hus.trykk(SIRI, knapp, at="2024-05-17T09:00")


async def test_it_is_shown_from_five_answers_up(hus):
    await hus.send()
    for hvem, svar in ((ANNE, 5), (SIRI, 4), (OVE, 3), (LIV, 4)):
        await hus.trykk(hvem, Button("", "referat.vurder", {"bok": hus.bok_id, "svar": svar}), at=ETTER)
    assert "Vurdering" not in await hus.si(BERIT, VIS)
    await hus.si(OVE, "til stede: Berit Nes")
    stand = await hus.stand()
    assert any(f.person.navn == "Berit Nes" and f.status == "til_stede" for f in stand.frammoete)
    await hus.trykk(BERIT, Button("", "referat.vurder", {"bok": hus.bok_id, "svar": 4}), at=ETTER)
    assert "Vurdering av møtet: om lag 4 av 5" in await hus.si(BERIT, VIS)
