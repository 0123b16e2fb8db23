"""The form for a sak: what it asks, what it says of a wrong answer, and what it never keeps."""

import asyncio

import pytest

from bot.domain.conversation import Button
from tests.cards.kort import sjekk
from tests.dialogs.chat import Chat, kanal
from tests.dialogs.eventueltfolk import BERIT, JONAS, PER, SIRI, avlys, bygg, saker, titler
from tests.dialogs.tolker import Innvidd, gjettet

MAI = "ASU onsdag 15. mai 2024 kl. 12.00–15.00"


@pytest.fixture
async def chat() -> Chat:
    return Chat(admins=set())


@pytest.fixture
async def hos(chat):
    return await bygg(chat)


def fylt(knapp: Button, **felt: str) -> Button:
    """As Teams merges the inputs of a card into the button's data: all of it is text."""
    return Button(knapp.label, knapp.verb, {**knapp.data, **{f"skjema_{n}": v for n, v in felt.items()}})


def felter(svar) -> dict[str, dict]:
    return {e["id"]: e for e in svar.cards[0]["body"] if e["type"].startswith("Input")}


async def test_it_is_opened_by_a_line_without_a_sak(chat, hos):
    svar = await chat.si(BERIT, "meld sak til eventuelt")
    assert svar.text.splitlines() == [
        "Meld sak til eventuelt",
        "Du kan også skrive alt på én linje: «meld sak til eventuelt: …».",
    ]
    sjekk(svar.outcome.replies[0].message)
    felt = felter(svar)
    assert list(felt) == ["skjema_moete", "skjema_tittel", "skjema_begrunnelse", "skjema_minutter"]
    assert [c["title"] for c in felt["skjema_moete"]["choices"]] == [
        MAI,
        "ASU onsdag 19. juni 2024 kl. 12.00–15.00",
    ]
    assert felt["skjema_moete"]["value"] == str(hos.mai)
    assert "value" not in felt["skjema_tittel"]


async def test_it_is_sent_in_and_takes_the_place_of_the_form(chat, hos):
    skjema = await chat.si(JONAS, "meld sak til eventuelt")
    send = fylt(
        skjema.knapp("Meld saken"),
        moete=str(hos.torsdag),
        tittel=" Tolk ",
        begrunnelse="Først.\nSå.",
        minutter="ti",
    )
    svar = await chat.trykk(JONAS, send)
    assert "til eventuelt i PSU torsdag 23. mai" in svar.foerst
    assert svar.outcome.replies[0].in_place
    (sak,) = await saker(chat, hos.psu)
    assert (sak.tittel, sak.begrunnelse, sak.minutter) == ("Tolk", "Først.\nSå.", 10)


@pytest.mark.parametrize(
    ("felt", "svaret"),
    [
        ({"tittel": ""}, "Saken mangler en tittel."),
        ({"tittel": "x" * 501}, "Tittelen er på 501 tegn, og det er plass til 500."),
        ({"begrunnelse": "x" * 2001}, "Teksten er på 2001 tegn, og det er plass til 2000."),
        ({"minutter": "mange"}, "Skriv antall minutter som et tall fra 1 til 240"),
        ({"begrunnelse": "for 01017012345"}, "Jeg tar ikke vare på elleve sifre"),
    ],
)
async def test_what_is_wrong_is_said_on_the_form_with_what_was_filled_in(chat, hos, felt, svaret):
    skjema = await chat.si(BERIT, "meld sak til eventuelt")
    alt = {"moete": str(hos.juni), "tittel": "Tolk", "begrunnelse": "Fordi.", "minutter": "10", **felt}
    igjen = await chat.trykk(BERIT, fylt(skjema.knapp("Meld saken"), **alt))
    assert igjen.foerst.startswith(svaret)
    assert await titler(chat, hos.asu) == []
    beholdt = {navn: felter(igjen)[f"skjema_{navn}"].get("value", "") for navn in alt}
    assert beholdt == {n: "" if "01017012345" in v else v for n, v in alt.items()}
    assert "01017012345" not in str(chat.store.data)
    riktig = {**alt, "tittel": "Tolk", "begrunnelse": "", "minutter": ""}
    await chat.trykk(BERIT, fylt(igjen.knapp("Meld saken"), **riktig))
    assert await titler(chat, hos.asu) == ["Tolk"]


async def test_sent_twice_it_is_one_sak(chat, hos):
    skjema = await chat.si(BERIT, "meld sak til eventuelt")
    send = fylt(skjema.knapp("Meld saken"), moete=str(hos.mai), tittel="Tolk")
    svar = await asyncio.gather(chat.trykk(BERIT, send), chat.trykk(BERIT, send))
    assert {s.text for s in svar if s.text} == {svar[0].text}
    assert await titler(chat, hos.asu) == ["Tolk"]


@pytest.mark.parametrize("moete", ["", "x", "-1", "1e9", "²", "9" * 30, "999"])
async def test_a_forged_place_stores_nothing(chat, hos, moete):
    skjema = await chat.si(BERIT, "meld sak til eventuelt")
    svar = await chat.trykk(BERIT, fylt(skjema.knapp("Meld saken"), moete=moete, tittel="Tolk"))
    assert not svar.foerst.startswith("Noe gikk galt")
    assert await titler(chat, hos.asu) == []


async def test_inputs_that_are_no_text_are_refused(chat, hos):
    skjema = await chat.si(BERIT, "meld sak til eventuelt")
    knapp = skjema.knapp("Meld saken")
    svar = await chat.trykk(BERIT, Button("", knapp.verb, {**knapp.data, "skjema_tittel": ["x"]}))
    assert svar.foerst.startswith("Den knappen")


async def test_somebody_else_who_presses_raises_their_own_or_is_refused(chat, hos):
    skjema = await chat.si(BERIT, "meld sak til eventuelt", i=kanal("ASU"))
    send = fylt(skjema.knapp("Meld saken"), moete=str(hos.mai), tittel="Tolk")
    nei = await chat.trykk(PER, send, i=kanal("ASU"))
    assert "medlemmene, varaene og sekretariatet" in nei
    await chat.trykk(JONAS, send, i=kanal("ASU"))
    assert [s.av.navn for s in await saker(chat, hos.asu)] == ["Jonas Moe"]


async def test_a_moete_that_was_called_off_meanwhile_keeps_the_form(chat, hos):
    skjema = await chat.si(BERIT, "meld sak til eventuelt")
    await avlys(chat, hos.mai)
    send = fylt(skjema.knapp("Meld saken"), moete=str(hos.mai), tittel="Tolk")
    svar = await chat.trykk(BERIT, send)
    assert svar.foerst.startswith(f"{MAI} er avlyst.")
    assert not svar.outcome.replies[0].in_place
    assert await titler(chat, hos.asu) == []


async def test_a_line_that_is_no_known_sentence_stands_in_it_as_the_title(hos, chat):
    linje = "kan vi snakke om parkering til slutt"
    ny = Chat(
        admins=set(), store=chat.store, tolk=Innvidd(**{linje.replace(" ", "_"): gjettet("eventuelt.meld")})
    )
    assert felter(await ny.si(BERIT, linje))["skjema_tittel"]["value"] == linje
    assert await titler(chat, hos.asu) == []


async def test_words_with_a_button_are_confirmed(hos, chat):
    tekst = "kan vi ta opp parkering?"
    knapp = Button("", "eventuelt.meld", {"tekst": tekst, "vis_foerst": True})
    spurt = await chat.trykk(BERIT, knapp)
    assert spurt.text == f"Skal jeg melde denne saken til eventuelt i {MAI}?\n«{tekst}»"
    assert await titler(chat, hos.asu) == []
    assert "nr. 1" in await chat.trykk(BERIT, spurt.knapp("Ja"))
    assert await titler(chat, hos.asu) == [tekst]


async def test_for_a_sak_to_the_sekretariat_it_asks_for_attachments_too(chat, hos):
    skjema = await chat.si(BERIT, "meld en sak")
    assert list(felter(skjema))[-1] == "skjema_vedlegg"
    send = fylt(
        skjema.knapp("Send"), moete=str(hos.asu), tittel="Tolk", vedlegg="a.pdf\nhttps://x.example/b"
    )
    assert (await chat.trykk(BERIT, send)).foerst == "Saken er sendt til sekretariatet for ASU: «Tolk»."
    (sak,) = await saker(chat, hos.asu)
    assert sak.vedlegg == ("a.pdf", "https://x.example/b")
    nei = await chat.trykk(BERIT, fylt(skjema.knapp("Send"), moete=str(hos.psu), tittel="Skyss"))
    assert await titler(chat, hos.psu) == []
    assert nei.outcome.replies


async def test_who_is_known_by_name_only_is_told_what_it_takes(chat, hos):
    svar = await chat.si(SIRI, "meld en sak til ASU: Tolk")
    assert svar.foerst.startswith("Jeg kjenner deg bare på navnet")
    assert await titler(chat, hos.asu) == []


@pytest.mark.parametrize(
    "linje", ["meld sak til eventuelt i Brannrådet: Skyss", "noko til eventuelt: Skyss"]
)
async def test_what_comes_before_the_colon_is_no_part_of_the_title(chat, hos, linje):
    sagt = Innvidd(**{linje.replace(" ", "_"): gjettet("eventuelt.meld")})
    chat = Chat(admins=set(), store=chat.store, tolk=sagt)
    assert felter(await chat.si(BERIT, linje))["skjema_tittel"]["value"] == "Skyss"
    assert await titler(chat, hos.asu) == []
