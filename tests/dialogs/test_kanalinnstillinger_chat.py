"""«Innstillinger for kanalen»: what is posted in a channel of a body."""

from dataclasses import replace
from datetime import time
from typing import Any

import pytest

from bot.domain.conversation import Button, Conversation, ConversationKind
from bot.domain.kanaloensker import Digesttid, Kanaloensker
from tests.cards.kort import elementer
from tests.dialogs.chat import Chat
from tests.dialogs.moetefolk import ANNE, ASUKANAL, BERIT, OVE, Huset, bygg

LINJE = "innstillinger for kanalen"
GRUPPECHAT = Conversation("19:gruppe", ConversationKind.GROUP, "https://smba.example/", name="Oss fire")


@pytest.fixture
async def huset() -> Huset:
    huset = await bygg(Chat(admins=set()))
    await huset.chat.si(OVE, "koble denne kanalen til ASU", i=ASUKANAL)
    return huset


async def oensker(huset: Huset, organ_id: int | None = None, i: Conversation = ASUKANAL) -> Kanaloensker:
    async with huset.chat.store.turn() as uow:
        alle = {k.organ_id: k.oensker for k in await uow.kanaler.her(i.id)}
    return alle[organ_id or huset.asu.id or 0]


def utfylt(knapp: Button, **felt: Any) -> Button:
    """«Lagre», with what is filled in on the card."""
    return replace(knapp, data={**knapp.data, **{f"vil_{navn}": verdi for navn, verdi in felt.items()}})


def felt(svar) -> dict[str, Any]:
    [kort] = svar.cards
    return {e["id"]: e.get("value") for e in elementer(kort) if e["type"].startswith("Input.")}


async def test_a_new_link_shows_what_the_channel_gets(huset):
    svar = await huset.chat.si(OVE, "koble denne kanalen til PSU", i=ASUKANAL)
    assert svar.text == (
        "Kanalen er koblet til ASU og PSU. Dette legger jeg ut her fra PSU:\n"
        "• Innkallinger: ja\n"
        "• Saker til eventuelt: nei\n"
        "• Sammendrag: ja\n"
        "• Godkjente referater: ja\n"
        "• Nye oppgaver: nei\n"
        "• Påminnelser om møter: ingen\n"
        "• Ukesoversikt: ingen\n"
        "Du endrer det på kortet, eller skriver for eksempel «ikke legg ut oppgaver her»."
    )
    assert svar.labels == ["Lagre"]


async def test_what_is_filled_in_is_stored_whole(huset):
    svar = await huset.chat.si(OVE, LINJE, i=ASUKANAL)
    assert felt(svar) == {
        "vil_innkalling": "true",
        "vil_eventuelt": "false",
        "vil_sammendrag": "true",
        "vil_godkjent": "true",
        "vil_oppgaver": "false",
        "vil_paaminnelse": "ingen",
        "vil_digest": "ingen",
        "vil_klokke": "08:00",
        "vil_hoerer_fra": None,
    }
    lagre = utfylt(
        svar.knapp("Lagre"),
        innkalling="false",
        eventuelt="true",
        oppgaver="true",
        paaminnelse="7",
        digest="4",
        klokke="09:00",
        hoerer_fra=str(huset.psu.id),
    )
    lagret = await huset.chat.trykk(OVE, lagre, i=ASUKANAL)
    assert lagret.text.splitlines()[:8] == [
        "Innstillingene for ASU er lagret. Dette legger jeg ut her:",
        "• Innkallinger: nei",
        "• Saker til eventuelt: ja",
        "• Sammendrag: ja",
        "• Godkjente referater: ja",
        "• Nye oppgaver: ja",
        "• Påminnelser om møter: 7 dager før møtet",
        "• Ukesoversikt: fredager kl. 09.00, også om PSU",
    ]
    assert await oensker(huset) == Kanaloensker(
        innkalling=False,
        eventuelt=True,
        oppgaver=True,
        paaminnelse=7,
        digest=Digesttid(4, time(9)),
        hoerer_fra=(huset.psu.id or 0,),
    )
    igjen = await huset.chat.trykk(OVE, lagre, i=ASUKANAL)
    assert igjen.foerst == "Innstillingene for ASU er som før. Dette legger jeg ut her:"


async def test_a_ukesoversikt_at_night_is_not_stored(huset):
    svar = await huset.chat.si(OVE, LINJE, i=ASUKANAL)
    om_natten = utfylt(svar.knapp("Lagre"), digest="0", klokke="23:00")
    svar = await huset.chat.trykk(OVE, om_natten, i=ASUKANAL)
    assert svar.foerst.startswith("Jeg legger ikke ut noe mellom kl. 20.00 og 07.00.")
    assert await oensker(huset) == Kanaloensker()


async def test_a_changed_mind_is_heard(huset):
    svar = await huset.chat.si(OVE, LINJE, i=ASUKANAL)
    paa = await huset.chat.trykk(OVE, utfylt(svar.knapp("Lagre"), oppgaver="true"), i=ASUKANAL)
    await huset.chat.trykk(OVE, utfylt(paa.knapp("Lagre"), oppgaver="false"), i=ASUKANAL)
    assert await oensker(huset) == Kanaloensker()


async def test_an_old_card_undoes_nothing_in_silence(huset):
    """It tells what was changed meanwhile, and asks once more with what was chosen."""
    gammelt = await huset.chat.si(OVE, LINJE, i=ASUKANAL)
    nytt = await huset.chat.si(OVE, LINJE, i=ASUKANAL)
    await huset.chat.trykk(OVE, utfylt(nytt.knapp("Lagre"), paaminnelse="2"), i=ASUKANAL)

    svar = await huset.chat.trykk(OVE, utfylt(gammelt.knapp("Lagre"), oppgaver="true"), i=ASUKANAL)
    assert svar.foerst == (
        "Ingenting er lagret, for innstillingene for ASU er endret siden kortet ble vist. Nå gjelder: "
        "«Påminnelser om møter: 2 dager før møtet». Trykk «Lagre» en gang til for å bruke det som står "
        "på kortet."
    )
    assert await oensker(huset) == Kanaloensker(paaminnelse=2)
    valgt = {navn.removeprefix("vil_"): verdi for navn, verdi in felt(svar).items()}
    assert (valgt["oppgaver"], valgt["paaminnelse"]) == ("true", "ingen")
    await huset.chat.trykk(OVE, utfylt(svar.knapp("Lagre"), **valgt), i=ASUKANAL)
    assert await oensker(huset) == Kanaloensker(oppgaver=True)


@pytest.mark.parametrize("hvem", [ANNE, BERIT, "ukjent"])
async def test_anybody_may_see_it_and_the_sekretariat_changes_it(huset, hvem):
    lagre = utfylt((await huset.chat.si(OVE, LINJE, i=ASUKANAL)).knapp("Lagre"), oppgaver="true")
    svar = await huset.chat.si(hvem, LINJE, i=ASUKANAL)
    assert svar.foerst == "Dette legger jeg ut her fra ASU:"
    assert svar.text.endswith("\nSekretariatet i ASU kan endre det.")
    assert (svar.labels, felt(svar)) == ([], {})
    nektet = await huset.chat.trykk(hvem, lagre, i=ASUKANAL)
    assert nektet.text.startswith("Det kan bare sekretariatet i ASU gjøre.")
    nektet = await huset.chat.si(hvem, "legg ut saker til eventuelt her", i=ASUKANAL)
    assert nektet.text.startswith("Det kan bare sekretariatet i ASU gjøre.")
    assert await oensker(huset) == Kanaloensker()


@pytest.mark.parametrize(
    ("linje", "svaret", "etter"),
    [
        (
            "legg ut saker til eventuelt her",
            "Jeg legger nå ut saker til eventuelt her fra ASU.",
            {"eventuelt": True},
        ),
        (
            "ikke legg ut innkallinger her",
            "Jeg legger ikke lenger ut innkallinger her fra ASU. "
            "Da sier jeg heller ikke fra her når et møte flyttes eller avlyses.",
            {"innkalling": False},
        ),
        ("legg ut innkallinger her", "Jeg legger allerede ut innkallinger her fra ASU.", {}),
        ("ikke legg ut oppgaver her", "Jeg legger ikke ut nye oppgaver her fra ASU.", {}),
        ("legg ut påminnelser her", "Jeg minner om møter i ASU her 3 dager før møtet.", {"paaminnelse": 3}),
    ],
)
async def test_one_thing_in_one_line(huset, linje, svaret, etter):
    svar = await huset.chat.si(OVE, linje, i=ASUKANAL)
    assert svar.text == svaret
    assert await oensker(huset) == replace(Kanaloensker(), **etter)


async def test_of_several_bodies_it_asks_which(huset):
    await huset.chat.si(OVE, "koble denne kanalen til PSU", i=ASUKANAL)
    svar = await huset.chat.si(BERIT, LINJE, i=ASUKANAL)
    assert svar.foerst == "Kanalen er koblet til ASU og PSU. Hvilket utvalg gjelder det?"
    vist = await huset.chat.trykk(BERIT, svar.knapp("PSU"), i=ASUKANAL)
    assert vist.foerst == "Dette legger jeg ut her fra PSU:"

    svar = await huset.chat.si(OVE, "ikke legg ut innkallinger her", i=ASUKANAL)
    assert svar.labels == ["ASU", "PSU"]
    await huset.chat.trykk(OVE, svar.knapp("PSU"), i=ASUKANAL)
    assert await oensker(huset, huset.psu.id) == Kanaloensker(innkalling=False)
    assert await oensker(huset) == Kanaloensker()


async def test_two_new_bodies_at_once_have_a_card_each(huset):
    svar = await huset.ja(OVE, "koble denne kanalen til ASU og PSU", i=GRUPPECHAT)
    assert svar.foerst == (
        "Chatten er koblet til ASU og PSU. Velg et utvalg for å se og endre hva jeg legger ut her."
    )
    kortet = await huset.chat.trykk(OVE, svar.knapp("Innstillinger for PSU"), i=GRUPPECHAT)
    assert kortet.labels == ["Lagre"]


async def test_where_there_is_no_link_and_in_private(huset):
    svar = await huset.chat.si(BERIT, LINJE, i=GRUPPECHAT)
    assert svar.text == (
        "Chatten er ikke koblet til noe utvalg, så her legger jeg ikke ut noe av meg selv. Sekretariatet "
        "kan skrive for eksempel «koble denne kanalen til ASU»."
    )
    svar = await huset.chat.si(BERIT, LINJE)
    assert svar.text == (
        "Innstillingene gjelder én kanal. Skriv det i kanalen, for eksempel «@Helsebot innstillinger for "
        "kanalen»."
    )


async def test_a_card_of_a_body_it_is_no_longer_linked_to(huset):
    svar = await huset.chat.si(OVE, LINJE, i=ASUKANAL)
    await huset.chat.si(OVE, "koble fra ASU", i=ASUKANAL)
    svar = await huset.chat.trykk(OVE, utfylt(svar.knapp("Lagre"), oppgaver="true"), i=ASUKANAL)
    assert svar.text == (
        "Kanalen er ikke koblet til ASU. Sekretariatet kan skrive «koble denne kanalen til ASU» her."
    )


@pytest.mark.parametrize(
    "falskt",
    [
        {"vil_oppgaver": "kanskje"},
        {"vil_oppgaver": True},
        {"vil_paaminnelse": "400"},
        {"vil_paaminnelse": "²"},
        {"vil_digest": "7"},
        {"vil_klokke": "kl. åtte"},
        {"vil_klokke": "08:00+01:00"},
        {"vil_hoerer_fra": "4711"},
        {"vil_hoerer_fra": 3},
        {"foer": "alt"},
        {"foer": None},
        {"organ": 4711},
    ],
)
async def test_a_forged_card_changes_nothing(huset, falskt):
    knapp = (await huset.chat.si(OVE, LINJE, i=ASUKANAL)).knapp("Lagre")
    falsk = replace(knapp, data={**knapp.data, "vil_innkalling": "false", **falskt})
    svar = await huset.chat.trykk(OVE, falsk, i=ASUKANAL)
    assert svar.text.startswith("Den knappen")
    assert await oensker(huset) == Kanaloensker()


async def test_in_nynorsk(huset):
    await huset.chat.si(OVE, "snakk nynorsk i denne kanalen", i=ASUKANAL)
    svar = await huset.chat.si(OVE, "innstillingar for kanalen", i=ASUKANAL)
    lagre = utfylt(svar.knapp("Lagre"), paaminnelse="1", digest="0")
    svar = await huset.chat.trykk(OVE, lagre, i=ASUKANAL)
    assert svar.foerst == "Innstillingane for ASU er lagra. Dette legg eg ut her:"
    assert "• Påminningar om møte: éin dag før møtet\n• Vekesoversikt: måndagar kl. 08.00" in svar
