"""«Den», «saken», «møtet» and «der» point at what was shown last, for ten minutes."""

import pytest

from tests.dialogs.chat import NAA, kanal, senere

FAGRAAD = "Fagråd for pasientsamarbeid"
OM_FORFALL = "ASU onsdag 15. mai 2024 kl. 12.00–15.00"


@pytest.mark.parametrize(
    ("linjer", "sted", "hvem"),
    [
        (
            ("neste ASU", "hvor er det?", "hvem har meldt forfall?"),
            "Sted for ASU onsdag 15. mai",
            "Hvem som kommer",
        ),
        (
            ("når møtest ASU?", "kor er det?", "kven har meldt forfall?"),
            "Stad for ASU onsdag 15. mai",
            "Kven som kjem",
        ),
    ],
)
async def test_three_questions_about_one_moete(chat, linjer, sted, hvem):
    neste, hvor, forfall = linjer
    assert "ASU er onsdag 15. mai 2024" in (await chat.si("anne", neste)).foerst
    assert (await chat.si("anne", hvor, at=senere(NAA, 3))).foerst.startswith(sted)
    svar = await chat.si("anne", forfall, at=senere(NAA, 6))
    assert svar.text.startswith(f"{hvem} til {OM_FORFALL}")


@pytest.mark.parametrize(
    ("linjer", "forslag", "ansvarlig", "minutter"),
    [
        (
            ("sak 3", "hva er forslaget i den", "hvem er ansvarlig for saken?", "hvor lenge varer den"),
            "Forslag til vedtak i sak 03/24",
            "Ansvarlig i møtet for sak 03/24",
            "Det er satt av 40 minutter til sak 03/24",
        ),
        (
            (
                "kva seier sak 3",
                "kva er forslaget i den",
                "kven er ansvarleg for saka?",
                "kor lenge varer den",
            ),
            "Forslag til vedtak i sak 03/24",
            "Ansvarleg i møtet for sak 03/24",
            "Det er sett av 40 minutt til sak 03/24",
        ),
    ],
)
async def test_four_questions_about_one_sak(chat, linjer, forslag, ansvarlig, minutter):
    assert "Sak 03/24" in (await chat.si("anne", linjer[0])).foerst
    assert (await chat.si("anne", linjer[1])).foerst.startswith(forslag)
    assert (await chat.si("anne", linjer[2])).foerst.startswith(ansvarlig)
    assert (await chat.si("anne", linjer[3])).foerst.startswith(minutter)


async def test_moetet_is_the_one_shown_and_not_the_nearest(chat):
    await chat.si("anne", f"forrige møte i {FAGRAAD}")
    assert FAGRAAD in (await chat.si("anne", "hvor er møtet?", at=senere(NAA, 10))).foerst


@pytest.mark.parametrize(
    ("linje", "svar"),
    [
        ("når er det?", f"{FAGRAAD} møtes tirsdag 23. april 2024"),
        ("når begynner møtet?", f"{FAGRAAD} møtes tirsdag 23. april 2024"),
        ("når er neste møte?", "Neste møte i ASU er"),
        ("når er det møte i ASU?", "Neste møte i ASU er"),
        ("møte på onsdag?", "ASU møtes onsdag 15. mai 2024"),
    ],
)
async def test_when_is_asked_of_the_moete_shown_unless_another_is_named(chat, linje, svar):
    await chat.si("anne", f"forrige møte i {FAGRAAD}")
    assert (await chat.si("anne", linje)).foerst.startswith(svar)


@pytest.mark.parametrize("linje", ["når er den?", "når kommer saken opp?", "når er ho?"])
async def test_when_is_asked_of_the_sak_shown(chat, linje):
    await chat.si("anne", "sak 3")
    assert "kl. 12.40–13.20" in (await chat.si("anne", linje)).foerst


@pytest.mark.parametrize("linje", ["hva ble vedtatt i saken?", "hva vedtok vi i den saken?"])
async def test_what_was_decided_is_asked_of_the_sak_shown(chat, linje):
    await chat.si("anne", "sak 2 i fagråd for pasientsamarbeid")
    await chat.si("anne", "1")
    assert "Tas opp i ASU" in await chat.si("anne", linje)


async def test_every_answer_keeps_it_for_ten_minutes_more(chat):
    await chat.si("anne", f"forrige møte i {FAGRAAD}")
    await chat.si("anne", "hvor er møtet?", at=senere(NAA, 9))
    assert FAGRAAD in (await chat.si("anne", "hvor er møtet?", at=senere(NAA, 18))).foerst


@pytest.mark.parametrize(
    ("linje", "sted"), [("hvor er møtet?", "Sted for ASU"), ("kvar er møtet?", "Stad for ASU")]
)
async def test_after_ten_minutes_moetet_is_the_nearest_again(chat, linje, sted):
    await chat.si("anne", f"forrige møte i {FAGRAAD}")
    assert (await chat.si("anne", linje, at=senere(NAA, 11))).foerst.startswith(sted)


@pytest.mark.parametrize(
    ("linje", "spurt"),
    [("hva er forslaget i den", "Hvilken sak i ASU"), ("kva er forslaget i den", "Kva sak i ASU")],
)
async def test_after_ten_minutes_den_is_asked_for(chat, linje, spurt):
    await chat.si("anne", "sak 3")
    assert (await chat.si("anne", linje, at=senere(NAA, 11))).foerst.startswith(spurt)


async def test_what_is_shown_in_one_conversation_is_not_pointed_at_in_another(chat):
    await chat.si("anne", f"forrige møte i {FAGRAAD}", i=kanal("Samhandling"))
    assert (await chat.si("anne", "hvor er møtet?")).foerst.startswith("Sted for ASU")


async def test_who_has_forfall_points_on(chat):
    await chat.si("anne", "hvem har meldt forfall til ASU?")
    assert (await chat.si("anne", "hvor er det?")).foerst.startswith("Sted for ASU")
