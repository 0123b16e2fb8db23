"""A referat that is kept here is shown as far as it has come, to whom it may be shown, and where."""

import pytest

from bot.domain.conversation import Button, Conversation, ConversationKind
from tests.dialogs.chat import kanal, privat
from tests.dialogs.godkjenningsfolk import (
    ANNE,
    ASUKANAL,
    BERIT,
    OLGA,
    OVE,
    UKJENT,
    bygg_bok,
)

VIS = "vis referatet fra ASU 15. mai"
SAKEN = "Tas til orientering."


async def test_an_utkast_is_shown_to_those_who_keep_it():
    hus = await bygg_bok()
    svar = await hus.si(OVE, VIS)
    assert "Status: Utkast – ikke godkjent" in svar
    assert SAKEN in svar
    assert "Send til godkjenning" in svar.labels
    for hvem in (BERIT, OLGA, UKJENT):
        assert SAKEN not in await hus.si(hvem, VIS), hvem
        knapp = Button("", "referat.vis", {"moete": hus.moete.id})
        assert SAKEN not in await hus.trykk(hvem, knapp), hvem


async def test_sent_it_is_shown_to_the_bodys_own():
    hus = await bygg_bok(send=True)
    svar = await hus.si(BERIT, VIS)
    assert "Status: Til godkjenning, merknadsfrist mandag 3. juni 2024" in svar
    assert SAKEN in svar
    assert {"Jeg har en merknad", "Ingen merknader"} < set(svar.labels)
    for hvem in (OLGA, UKJENT):
        assert SAKEN not in await hus.si(hvem, VIS), hvem


async def test_approved_it_is_shown_to_anybody():
    hus = await bygg_bok(send=True)
    await hus.godkjenn()
    for hvem in (BERIT, OLGA, UKJENT):
        svar = await hus.si(hvem, VIS)
        assert "Status: Godkjent torsdag 16. mai 2024" in svar
        assert SAKEN in svar
        assert "Rettelse" not in svar.labels
    assert "Rettelse" in (await hus.si(OVE, VIS)).labels


async def test_the_last_referat_is_one_that_may_be_seen():
    hus = await bygg_bok()
    assert SAKEN not in await hus.si(BERIT, "siste referat fra ASU")
    assert SAKEN in await hus.si(OVE, "siste referat fra ASU")
    assert "Til stede" in await hus.si(OVE, "hvem var til stede på forrige møte i ASU")


@pytest.mark.parametrize("hvem", [OVE, BERIT])
async def test_in_a_channel(hvem):
    hus = await bygg_bok()
    await hus.chat.si(OVE, "koble denne kanalen til ASU", i=ASUKANAL)
    annen = kanal("Noe annet")
    assert SAKEN not in await hus.si(hvem, VIS, i=ASUKANAL)
    await hus.send()
    assert SAKEN in await hus.si(hvem, VIS, i=ASUKANAL)
    assert SAKEN not in await hus.si(hvem, VIS, i=annen)
    await hus.godkjenn()
    assert SAKEN in await hus.si(hvem, VIS, i=annen)


async def test_what_is_unntatt_is_the_bodys_own_also_when_it_is_approved():
    hus = await bygg_bok()
    await hus.si(OVE, "punkt 2 er unntatt offentlighet offl § 13")
    assert (await hus.stand()).punkter[2].hjemmel
    await hus.send()
    await hus.godkjenn()
    assert SAKEN in await hus.si(BERIT, VIS)
    assert SAKEN not in await hus.si(OLGA, VIS)
    assert SAKEN not in await hus.si(BERIT, VIS, i=kanal("Noe annet"))


async def test_nynorsk():
    hus = await bygg_bok()
    await hus.chat.si(OVE, "svar på nynorsk", i=privat(OVE))
    assert "Status: Utkast – ikkje godkjent" in await hus.si(OVE, VIS)


async def test_what_is_unntatt_is_shown_in_one_to_one_alone():
    hus = await bygg_bok()
    await hus.chat.si(OVE, "koble denne kanalen til ASU", i=ASUKANAL)
    await hus.si(OVE, "punkt 2 er unntatt offentlighet offl § 13")
    await hus.send()
    moetechat = Conversation(
        "19:moetet", ConversationKind.GROUP, "https://smba.example/", name="ASU 15.05.24"
    )
    for i in (ASUKANAL, moetechat):
        for linje in (VIS, "konklusjonen i sak 2 i ASU 15. mai"):
            assert SAKEN not in await hus.si(BERIT, linje, i=i), linje
    for linje in (VIS, "konklusjonen i sak 2 i ASU 15. mai"):
        assert SAKEN in await hus.si(BERIT, linje)


async def test_those_who_are_to_approve_it_see_all_that_is_said():
    hus = await bygg_bok()
    await hus.trykk(
        OVE,
        Button(
            "",
            "referat.punkt",
            {"bok": hus.bok_id, "hva": "innspill", "tekst": "Kommunene må høres", "key": 2, "op": "x"},
        ),
    )
    punkt = (await hus.stand()).punkter[5]
    await hus.send()
    svar = await hus.si(BERIT, VIS)
    assert punkt.tekst in svar
    assert SAKEN in svar


async def test_the_merknader_are_shown_in_one_to_one_alone():
    hus = await bygg_bok(send=True)
    await hus.chat.si(OVE, "koble denne kanalen til ASU", i=ASUKANAL)
    await hus.si(BERIT, "merknad til referatet: Brevet skulle til fylket")
    knapp = Button("", "referat.merknader", {"bok": hus.bok_id})
    assert "Brevet" in await hus.trykk(OVE, knapp)
    assert "Brevet" not in await hus.trykk(OVE, knapp, i=ASUKANAL)
    assert "Brevet" in await hus.si(ANNE, "godkjenn referatet")
    assert "Brevet" not in await hus.si(ANNE, "godkjenn referatet", i=ASUKANAL)
