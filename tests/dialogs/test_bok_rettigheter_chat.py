"""Who may dictate: referent, møteleder and sekretariat; what others say is offered to the referent."""

import pytest

from bot.domain.conversation import Button
from tests.dialogs.chat import Chat
from tests.dialogs.moetefolk import ANNE, BERIT, LIV, OLGA, OVE, SIRI
from tests.dialogs.referatfolk import START, aapnet, knappen


@pytest.fixture
async def ref():
    ref = await aapnet(Chat(admins=set()))
    await ref.si(OVE, "neste sak")
    return ref


@pytest.mark.parametrize("hvem", [OVE, ANNE])
async def test_with_the_right(ref, hvem):
    assert (await ref.si(hvem, "k: godkjent")).text.endswith("01/24 · konklusjon 1")


@pytest.mark.parametrize("linje", ["k: godkjent", "i: mitt innspill"])
async def test_without_it_a_point_may_be_suggested(ref, linje):
    svar = await ref.si(BERIT, linje)
    assert svar.text.startswith("Bare referenten, møtelederen og sekretariatet fører referatet.")
    assert await ref.tekster() == {}


@pytest.mark.parametrize(
    "linje", ["neste sak", "angre", "stryk punkt 1", "møtet er hevet", "Siri kom 13.20", "møteleder er Liv"]
)
async def test_without_it_nothing_is_changed(ref, linje):
    foer = await ref.stand()
    svar = await ref.si(BERIT, linje)
    assert svar.text.startswith(("Det kan bare", "Det forstod jeg ikke."))
    assert await ref.stand() == foer


@pytest.mark.parametrize(
    ("verb", "data"),
    [
        ("referat.punkt", {"hva": "konklusjon", "tekst": "forfalsket", "key": 1}),
        ("referat.sak", {"hva": "neste"}),
        ("referat.angre", {}),
        ("referat.rett", {"hva": "stryk", "punkt": 1}),
        ("referat.frammoete", {"hva": "bekreft"}),
        ("referat.stopp", {}),
        ("referat.gjenaapne", {}),
        ("referat.hvem", {"punkt": 1, "navn": "Berit"}),
        ("referat.fyll", {"hva": "konklusjon", "key": 1}),
        ("referat.forslag_svar", {"nr": 1, "ta_inn": True}),
        ("referat.unntatt", {"hva": "unntatt"}),
        ("referat.utkast", {"hva": "alt"}),
    ],
)
@pytest.mark.parametrize("hvem", [BERIT, OLGA, "per lien"])
async def test_a_button_gives_no_right(ref, hvem, verb, data):
    foer = await ref.stand()
    knapp = Button("", verb, {"bok": ref.bok_id, "op": "op-1", **data})
    svar = await ref.chat.trykk(hvem, knapp, at=ref.naa())
    assert svar.text.startswith(("Det kan bare", "Det får bare", "Bare", "Det er bare"))
    assert await ref.stand() == foer


@pytest.mark.parametrize(
    "data",
    [
        {"bok": 999999},
        {"bok": "1"},
        {"hva": "hopp"},
        {"hva": "gaa", "key": "1"},
        {"key": 99, "hva": "gaa"},
    ],
)
async def test_a_forged_button_does_nothing(ref, data):
    foer = await ref.stand()
    knapp = Button("", "referat.sak", {"bok": ref.bok_id, "op": "op-1", "hva": "neste", **data})
    if data.get("bok") != "1":
        await ref.chat.trykk(OVE, knapp, at=ref.naa())
        assert await ref.stand() == foer


async def test_who_is_set_as_referent_may_dictate_is_told_and_keeps_it_in_1_1(ref):
    svar = await ref.si(OVE, "referent er Berit og Siri")
    assert svar.text == "Referent: Berit Nes og Siri Haug."
    post = await ref.chat.post()
    (melding,) = post[f"aad-{BERIT}"]
    assert melding.text.startswith("Du er satt opp som referent for ASU onsdag 15. mai 2024")
    assert (await ref.si(BERIT, "k: godkjent")).text == "01/24 · konklusjon 1"
    await ref.si(OVE, "referent er Liv")
    assert "konklusjon" not in (await ref.si(BERIT, "k: en til")).text


async def test_who_leads_this_moete_may_dictate(ref):
    await ref.si(OVE, "møteleder er Berit")
    assert (await ref.si(BERIT, "k: godkjent")).text.endswith("01/24 · konklusjon 1")


async def test_a_suggestion_is_offered_to_the_referent_and_taken_in(ref):
    await ref.si(OVE, "referent er Ove")
    svar = await ref.si(BERIT, "det må noteres at vi er uenige")
    assert svar.text == "Referenten har fått forslaget ditt, og du får svar her."
    assert await ref.tekster() == {}
    (tilbud,) = (await ref.chat.post())[f"aad-{OVE}"]
    assert tilbud.text.startswith("Berit Nes foreslår dette til referatet:\n«Vi er uenige»")
    svar = await ref.chat.trykk(OVE, knappen(tilbud, "Ta inn"), at=ref.naa())
    assert svar.text == "01/24 · innspill 1"
    (beskjed,) = (await ref.chat.post())[f"aad-{BERIT}"]
    assert beskjed.text == "Forslaget ditt er tatt inn i referatet: «Vi er uenige»"


async def test_a_suggestion_that_is_not_taken_in(ref):
    await ref.si(OVE, "referent er Ove")
    await ref.si(BERIT, "det må noteres at vi er uenige")
    (tilbud,) = (await ref.chat.post())[f"aad-{OVE}"]
    svar = await ref.chat.trykk(OVE, knappen(tilbud, "Ikke ta inn"), at=ref.naa())
    assert svar.text.startswith("Forslaget er ikke tatt inn.")
    (beskjed,) = (await ref.chat.post())[f"aad-{BERIT}"]
    assert beskjed.text.startswith("Referenten har sett forslaget ditt")
    assert await ref.tekster() == {}


async def test_where_nobody_is_set_the_sekretariat_gets_it(ref):
    await ref.si(BERIT, "det må noteres at vi er uenige")
    (tilbud,) = (await ref.chat.post())[f"aad-{OVE}"]
    assert knappen(tilbud, "Ta inn").verb == "referat.forslag_svar"


async def test_who_is_in_another_body_suggests_nothing(ref):
    svar = await ref.si(OLGA, "det må noteres at vi er uenige")
    assert svar.text.startswith("Det er ikke noe åpent referat i utvalgene dine.")


async def test_when_is_my_sak_by_how_the_moete_goes(ref):
    await ref.si(OVE, "innleder for sak 4 er Berit Nes")
    await ref.chat.si(OVE, "neste sak", at="2024-05-15T12:22")
    svar = await ref.chat.si(BERIT, "når er min sak?", at="2024-05-15T12:25")
    assert svar.text == "04/24 kl. 13.35. Møtet ligger 12 min etter, regn med ca. 13.47."
    svar = await ref.chat.si(LIV, "når er sak 5?", at="2024-05-15T12:26")
    assert svar.text == "05/24 kl. 14.15. Møtet ligger 12 min etter, regn med ca. 14.27."
    svar = await ref.chat.si(SIRI, "når er min sak?", at="2024-05-15T12:27")
    assert svar.text.startswith("Jeg finner ingen sak på sakslisten som du legger frem.")


async def test_start_takes_the_right():
    ref = await aapnet(Chat(admins=set()))
    svar = await ref.chat.si(BERIT, "start referat for ASU", at=START)
    assert svar.text.startswith("Det kan bare")
