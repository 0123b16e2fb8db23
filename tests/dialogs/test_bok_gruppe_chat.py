"""In the meeting's chat: silence when it works, a message when it does not."""

from dataclasses import replace

import pytest

from bot.domain.conversation import Button
from tests.dialogs.chat import Chat
from tests.dialogs.moetefolk import ANNE, BERIT, OVE
from tests.dialogs.referatfolk import MOETECHAT, aapnet


@pytest.fixture
async def ref():
    return await aapnet(Chat(admins=set()), i=MOETECHAT)


async def test_the_møte_is_known_by_the_chat_and_nothing_is_said(ref):
    async with ref.chat.store.turn() as uow:
        bok = await uow.boeker.i_samtale(MOETECHAT.id)
    assert bok
    assert bok.moete_id == ref.hus.mai.id


@pytest.mark.parametrize(
    "linje",
    [
        "neste sak",
        "sak 1 k: godkjent",
        "Siri kom 13.20",
        "til stede: Anne, Berit",
        "pause",
        "start referat",
    ],
)
async def test_what_works_is_not_answered(ref, linje):
    svar = await ref.si(OVE, linje, i=MOETECHAT)
    assert svar.outcome.replies == ()
    assert svar.outcome.stored_under


async def test_a_point_of_two_referents(ref):
    await ref.si(OVE, "neste sak", "k: godkjent", i=MOETECHAT)
    await ref.si(ANNE, "i: mitt", i=MOETECHAT)
    await ref.si(OVE, "det må avklares hvem som betaler", i=MOETECHAT)
    assert list(await ref.tekster()) == [1, 2, 3]


@pytest.mark.parametrize("linje", ["sak 99", "k:", "stryk punkt 7", "k: 010203 12345", "vi er tilbake"])
async def test_what_does_not_work_is(ref, linje):
    svar = await ref.si(OVE, "neste sak", linje, i=MOETECHAT)
    assert svar.text
    assert not svar.outcome.replies[0].in_place


async def test_a_button_of_the_card_is_silent_too_and_a_refusal_is_not(ref):
    knapp = Button(
        "Neste sak", "referat.sak", {"bok": ref.bok_id, "kort": True, "hva": "neste", "op": "op-1"}
    )
    svar = await ref.chat.trykk(OVE, knapp, at=ref.naa(), i=MOETECHAT)
    assert svar.outcome.replies == ()
    assert (await ref.stand()).aapen == 1
    svar = await ref.chat.trykk(
        BERIT, replace(knapp, data={**knapp.data, "op": "op-2"}), at=ref.naa(), i=MOETECHAT
    )
    assert svar.text.startswith("Det kan bare")
    assert not svar.outcome.replies[0].in_place


async def test_what_others_say_is_no_dictation(ref):
    await ref.si(OVE, "neste sak", i=MOETECHAT)
    svar = await ref.si(BERIT, "i: mitt innspill", i=MOETECHAT)
    assert svar.text.startswith("Bare referenten")
    assert await ref.tekster() == {}


async def test_what_is_missing_at_the_end_goes_to_whoever_closed_it(ref):
    svar = await ref.si(OVE, "neste sak", "møtet er hevet", i=MOETECHAT)
    assert svar.outcome.replies == ()
    (melding,) = (await ref.chat.post())[f"aad-{OVE}"]
    assert melding.text.startswith("Møtet er hevet kl. 12.02. Dette mangler:")


async def test_from_the_chat_it_is_also_dictated_in_1_1(ref):
    await ref.si(OVE, "neste sak", i=MOETECHAT)
    assert (await ref.si(OVE, "k: godkjent")).text == "01/24 · konklusjon 1"
    assert (await ref.si(ANNE, "i: en til")).text.endswith("01/24 · innspill 2")


async def test_lines_of_the_chat_are_never_kept_for_review():
    ref = await aapnet(Chat(admins=set(), keep_phrases=True), i=MOETECHAT)
    await ref.si(BERIT, "vi snakket om noe helt annet enn saken her", i=MOETECHAT)
    await ref.si(OVE, "dette er ingen kjent linje i det hele tatt")
    async with ref.chat.store.turn() as uow:
        assert await uow.fraser.all() == []
