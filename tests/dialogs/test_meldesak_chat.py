"""An ordinary sak: raised to the sekretariat, put on a saksliste or declined, and answered."""

import asyncio
from datetime import date

import pytest

from bot.domain.conversation import Button
from bot.domain.meldtsak import Sakslag, Sakstilstand
from tests.dialogs.chat import Chat, kanal
from tests.dialogs.eventueltfolk import ANNE, BERIT, JONAS, OVE, PER, avlys, bygg, moete, saker, titler

MAI, JUNI = "ASU onsdag 15. mai 2024 kl. 12.00–15.00", "ASU onsdag 19. juni 2024 kl. 12.00–15.00"
LINJE = "meld en sak til ASU: Ny avtale\nDen gamle går ut.\nVedlegg: avtale.pdf"


@pytest.fixture
async def chat() -> Chat:
    return Chat(admins=set())


@pytest.fixture
async def hos(chat):
    """The sekretariat and Berit have written to the bot, so they can be reached."""
    hos = await bygg(chat)
    for hvem in (OVE, BERIT):
        await chat.si(hvem, "hei")
    return hos


async def til_ove(chat):
    return (await chat.post())[f"aad-{OVE}"][-1]


async def test_it_goes_to_the_sekretariat_with_all_that_was_written(chat, hos):
    svar = await chat.si(BERIT, LINJE)
    assert svar.text == (
        "Saken er sendt til sekretariatet for ASU: «Ny avtale».\n"
        "Du får svar fra meg når den er satt på sakslisten eller avslått."
    )
    (sak,) = await saker(chat, hos.asu)
    assert (sak.slag, sak.moete_id, sak.vedlegg) == (Sakslag.ORDINAER, None, ("avtale.pdf",))
    melding = await til_ove(chat)
    assert melding.text == (
        "Berit Nes har meldt en sak til ASU: «Ny avtale».\nVedlegg: avtale.pdf\nDen gamle går ut."
    )
    assert [b.label for b in melding.buttons] == ["Sett på sakslisten", "Avslå"]


async def test_it_is_put_on_the_saksliste_that_is_chosen_and_answered(chat, hos):
    await chat.si(BERIT, LINJE)
    melding = await til_ove(chat)
    spurt = await chat.trykk(OVE, melding.buttons[0])
    assert (spurt.foerst, spurt.labels) == ("Hvilken saksliste skal «Ny avtale» stå på?", [MAI, JUNI])
    svar = await chat.trykk(OVE, spurt.knapp(JUNI))
    assert svar.text == f"«Ny avtale» er satt på sakslisten for {JUNI}.\nBerit Nes får svar fra meg."
    (til_berit,) = (await chat.post())[f"aad-{BERIT}"]
    assert til_berit.text.startswith(f"Ove Bakk har satt saken din på sakslisten for {JUNI}: «Ny avtale».")
    assert "• Ny avtale (Berit Nes)" in await chat.si(BERIT, "saksliste ASU 19. juni")
    assert "Ny avtale" not in await chat.si(BERIT, "saksliste ASU 15. mai")


async def test_where_one_moete_is_to_come_it_is_put_on_at_once(chat, hos):
    await avlys(chat, hos.mai)
    await chat.si(BERIT, LINJE)
    melding = await til_ove(chat)
    assert JUNI in (await chat.trykk(OVE, melding.buttons[0])).foerst


@pytest.mark.parametrize(("hvorfor", "sagt"), [("", ""), ("Hører til i PSU.\nPrøv der.", "\nHører til")])
async def test_it_is_declined_with_or_without_why(chat, hos, hvorfor, sagt):
    await chat.si(BERIT, LINJE)
    melding = await til_ove(chat)
    skjema = await chat.trykk(OVE, melding.buttons[1])
    assert skjema.foerst == "Avslå «Ny avtale»? Skriv gjerne til Berit Nes hvorfor."
    assert (await saker(chat, hos.asu))[0].tilstand is Sakstilstand.MELDT
    send = skjema.knapp("Avslå")
    svar = await chat.trykk(OVE, Button("", send.verb, {**send.data, "skjema_svar": hvorfor}))
    assert svar.text == "«Ny avtale» er avslått.\nBerit Nes får svar fra meg."
    (til_berit,) = (await chat.post())[f"aad-{BERIT}"]
    assert til_berit.text.startswith("Ove Bakk svarer at saken din til ASU ikke blir satt på sakslisten")
    assert sagt in til_berit.text
    assert (await saker(chat, hos.asu))[0].svar == (hvorfor or None)


async def test_why_is_free_text_like_any_other(chat, hos):
    await chat.si(BERIT, LINJE)
    send = (await chat.trykk(OVE, (await til_ove(chat)).buttons[1])).knapp("Avslå")
    igjen = await chat.trykk(OVE, Button("", send.verb, {**send.data, "skjema_svar": "om 01017012345"}))
    assert igjen.foerst.endswith("Slett også meldingen i chatten.")
    assert "01017012345" not in str(igjen.cards)
    assert (await saker(chat, hos.asu))[0].tilstand is Sakstilstand.MELDT


async def test_decided_once_whoever_presses_next(chat, hos):
    await chat.si(BERIT, LINJE)
    melding = await til_ove(chat)
    juni = (await chat.trykk(OVE, melding.buttons[0])).knapp(JUNI)
    await asyncio.gather(chat.trykk(OVE, juni), chat.trykk(OVE, juni))
    svar = await chat.trykk(OVE, melding.buttons[1])
    assert svar.foerst.startswith(f"«Ny avtale» står på sakslisten for {JUNI}.")
    assert len((await chat.post())[f"aad-{BERIT}"]) == 1
    assert len((await saker(chat, hos.asu))[0].logg) == 2


async def test_only_the_sekretariat_decides(chat, hos):
    await chat.si(BERIT, LINJE)
    (sak,) = await saker(chat, hos.asu)
    for hvem in (ANNE, BERIT, PER):
        for verb in ("sak.sett_paa", "sak.avslaa", "sak.send_avslag"):
            svar = await chat.trykk(hvem, Button("", verb, {"meldt": sak.id, "op": f"{hvem}{verb}"}))
            assert "bare sekretariatet" in svar
    assert (await saker(chat, hos.asu))[0].tilstand is Sakstilstand.MELDT
    assert "bare sekretariatet" in await chat.si(ANNE, "meldte saker")


@pytest.mark.parametrize("linje", ["meld sak til ASU 15. mai: Data", "meld sak til ASU i mai: Data"])
async def test_the_moete_that_is_named_is_told_of_and_kept(chat, hos, linje):
    svar = await chat.si(BERIT, linje)
    assert "Ønsket møte: onsdag 15. mai 2024 kl. 12.00–15.00." in svar
    assert "Ønsket møte: onsdag 15. mai 2024" in (await til_ove(chat)).text
    assert f"1. Data ({MAI}, Berit Nes, 8. mai)" in await chat.si(OVE, "meldte saker i ASU")
    (sak,) = await saker(chat, hos.asu)
    assert sak.moete_id == hos.mai


async def test_of_several_moeter_in_the_time_that_is_named_it_asks_which(chat, hos):
    async with chat.store.turn() as uow:
        fellesskap = (await uow.register()).organ(hos.asu).helsefellesskap_id
    sent = await moete(chat, fellesskap, hos.asu, date(2024, 5, 29))
    spurt = await chat.si(BERIT, "kan du sette opp en sak på ASU i mai om samhandlingsdata")
    assert (spurt.foerst, len(spurt.labels)) == ("Hvilket møte gjelder saken?", 2)
    assert "Ønsket møte: onsdag 29. mai 2024" in await chat.si(BERIT, "2")
    (sak,) = await saker(chat, hos.asu)
    assert (sak.tittel, sak.moete_id) == ("samhandlingsdata", sent)


async def test_a_moete_that_is_gone_by_the_press_is_told_of(chat, hos):
    linje = {"tekst": "Data", "organ": hos.asu, "moete": hos.mai, "op": "1", "hvem": f"29:{BERIT}"}
    svar = await chat.trykk(BERIT, Button("", "sak.meld", linje), at="2024-05-16T09:00")
    assert svar.foerst == "Det møtet kan ikke få flere saker. Velg et møte som ikke har begynt."
    assert await saker(chat, hos.asu) == []


async def test_in_nynorsk_the_moete_is_named_too(chat, hos):
    await chat.si(BERIT, "svar meg på nynorsk")
    svar = await chat.si(BERIT, "meld sak til ASU 15. mai: Data")
    assert "Ønskt møte: onsdag 15. mai 2024" in svar


async def test_the_sekretariats_list(chat, hos):
    assert (await chat.si(OVE, "meldte saker i PSU")).foerst == (
        "Ingen meldte saker venter på sekretariatet i PSU."
    )
    await chat.si(BERIT, LINJE)
    await chat.si(JONAS, "meld en sak til PSU: Tolk – 20 min")
    svar = await chat.si(OVE, "meldte saker")
    assert svar.foerst == "To meldte saker venter på sekretariatet i ASU og PSU."
    assert "1. Ny avtale (ASU, Berit Nes, 8. mai)" in svar
    assert "2. Tolk (PSU, Jonas Moe, 8. mai, 20 minutter)" in svar
    assert svar.labels == [
        *("Åpne nr. 1", "Sett nr. 1 på sakslisten", "Avslå nr. 1"),
        *("Åpne nr. 2", "Sett nr. 2 på sakslisten", "Avslå nr. 2"),
    ]
    vist = await chat.trykk(OVE, svar.knapp("Åpne"))
    assert "Den gamle går ut." in vist


@pytest.mark.parametrize(
    ("maalform", "svart"), [("bokmål", "Skriv det til meg alene."), ("nynorsk", "til meg åleine.")]
)
async def test_the_sekretariats_list_is_for_them_alone(chat, hos, maalform, svart):
    """Also in the body's own channel: its members are to decide nothing, and may press nothing."""
    await chat.si(BERIT, LINJE)
    await chat.si(OVE, f"skriv {maalform}", i=kanal("ASU"))
    svar = await chat.si(OVE, "meldte saker i ASU", i=kanal("ASU"))
    assert svar.text.endswith(svart)
    assert "Ny avtale" not in svar
    assert svar.labels == []


async def test_everybody_sees_their_own(chat, hos):
    assert (await chat.si(BERIT, "mine saker")).foerst.startswith("Du har ikke meldt noen sak som venter.")
    await chat.si(BERIT, LINJE)
    await chat.si(BERIT, "meld sak til eventuelt: Skyss")
    await chat.si(JONAS, "meld en sak til PSU: Tolk")
    svar = await chat.si(BERIT, "mine saker")
    assert svar.foerst == "Du har meldt to saker."
    assert "1. Ny avtale (ASU, Berit Nes, 8. mai)" in svar
    assert f"2. Skyss ({MAI}, Berit Nes, 8. mai)" in svar
    assert "Tolk" not in svar
    vist = await chat.trykk(BERIT, svar.buttons[0])
    assert "Meldt til ASU. Venter på sekretariatet." in vist
    assert vist.labels == ["Endre ordlyden", "Trekk saken"]


async def test_what_waits_is_not_over_when_a_moete_is(chat, hos):
    await chat.si(BERIT, LINJE)
    assert "1. Ny avtale" in await chat.si(OVE, "meldte saker", at="2024-06-20T09:00")
    assert "1. Ny avtale" in await chat.si(BERIT, "mine saker", at="2024-06-20T09:00")
    svar = await chat.trykk(OVE, (await til_ove(chat)).buttons[0], at="2024-06-20T09:00")
    assert svar.foerst == "«Ny avtale» er satt på sakslisten for neste møte i ASU (datoen er ikke satt)."


async def test_in_a_foreign_channel_ones_own_are_not_shown(chat, hos):
    await chat.si(BERIT, LINJE)
    assert "Ny avtale" not in await chat.si(BERIT, "mine saker", i=kanal("Kaffe"))
    assert "Ny avtale" in await chat.si(BERIT, "mine saker", i=kanal("ASU"))


async def test_one_may_take_it_back_until_it_is_decided(chat, hos):
    svar = await chat.si(BERIT, LINJE)
    await chat.trykk(BERIT, svar.knapp("Trekk"))
    assert (await saker(chat, hos.asu))[0].tilstand is Sakstilstand.TRUKKET
    melding = await til_ove(chat)
    nei = await chat.trykk(OVE, melding.buttons[0])
    assert nei.foerst.startswith("«Ny avtale» er trukket")


async def test_the_same_words_within_a_day_are_one_sak_and_tell_once(chat, hos):
    await chat.si(BERIT, LINJE)
    igjen = await chat.si(BERIT, "meld en sak til ASU: ny avtale")
    assert igjen.foerst == "Den har du allerede sendt til sekretariatet for ASU: «Ny avtale»."
    assert await titler(chat, hos.asu) == ["Ny avtale"]
    assert len((await chat.post())[f"aad-{OVE}"]) == 1


async def test_where_nobody_can_be_reached_it_says_so(chat):
    hos = await bygg(chat)
    svar = await chat.si(BERIT, "meld en sak til ASU: Ny avtale", i=kanal("ASU"))
    assert "Skriv til meg i en egen samtale, så får du svaret der." in svar
    assert svar.text.endswith(
        "Jeg får ikke gitt beskjed til sekretariatet, så si gjerne fra selv at den er meldt."
    )
    svar = await chat.si(OVE, "meldte saker")
    avslaa = await chat.trykk(OVE, (await chat.trykk(OVE, svar.knapp("Avslå"))).knapp("Avslå"))
    assert avslaa.text.endswith("Jeg når ikke Berit Nes, så gi gjerne beskjed selv.")
    assert (await saker(chat, hos.asu))[0].tilstand is Sakstilstand.AVSLAATT


async def test_of_several_bodies_it_asks(chat, hos):
    spurt = await chat.si(JONAS, "meld en sak om tolk i begge utvalgene")
    assert spurt.labels == ["ASU", "PSU"]
    await chat.trykk(JONAS, spurt.knapp("PSU"))
    assert len(await titler(chat, hos.psu)) == 1


@pytest.mark.parametrize(
    ("linje", "svaret"),
    [
        ("meld en sak til Fagråd 9: Tolk", "Jeg kjenner ikke til noe utvalg"),
        ("meld en sak til PSU: Tolk", "Det kan bare medlemmene, varaene og sekretariatet i PSU gjøre."),
        (f"meld en sak til ASU: {'x' * 501}", "Tittelen er på 501 tegn"),
        ("meld en sak til ASU: 01017012345", "Jeg tar ikke vare på elleve sifre"),
        ("meld en sak til ASU:", "Saken mangler en tittel."),
        ("meld en sak til ASU 17. mai: Tolk", "Det er ikke noe møte i ASU fredag 17. mai 2024."),
    ],
)
async def test_what_cannot_be_stored(chat, hos, linje, svaret):
    assert (await chat.si(BERIT, linje)).foerst.startswith(svaret)
    assert await titler(chat, hos.asu) == []
    assert await titler(chat, hos.psu) == []
    assert f"aad-{OVE}" not in await chat.post()
