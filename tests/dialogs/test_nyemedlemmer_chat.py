"""After a referat is stored: names that are in no list are offered, and never added silently."""

from dataclasses import replace

import pytest

from bot.domain.organ import Medlem, Rolle
from bot.domain.reading import Reading
from bot.domain.referat import Deltaker
from tests.dialogs import eksempel
from tests.dialogs.chat import Chat, Svar

FIL = "referat.pdf"
NYE = [
    Deltaker("Gro Haug", ["Nesdal kommune"], "leder"),
    Deltaker("Ine Vik", ["Fjordbyen"], "sekretariat"),
    Deltaker("Tor <b>Ås</b>", ["Ytre Fjord"], "brukerrepresentant"),
    Deltaker("Gro", ["Nesdal kommune"]),
]


@pytest.fixture
async def bot() -> Chat:
    chat = Chat(admins={"aad-anne", "aad-berit"})
    chat.files.readings[FIL] = Reading(referat=replace(eksempel.referat(), tilstede=NYE))
    return chat


async def lagre(bot: Chat) -> Svar:
    return await bot.trykk("anne", (await bot.slipp("anne", FIL)).knapp("Lagre"))


def medlemmer(bot: Chat) -> list[Medlem]:
    return [m for o in bot.store.data.organer.values() for m in o.medlemmer]


async def test_they_are_shown_as_they_would_be_stored_and_nobody_is_added(bot):
    svar = await lagre(bot)
    assert svar.foerst.startswith("Lagret: referat")
    assert (
        "Disse står i referatet, men ikke i medlemslisten for Fagråd for pasientsamarbeid. "
        "Skal noen av dem legges til?\n"
        "• Gro Haug, medlem, Nesdal kommune\n"
        "• Tor <b>Ås</b>, brukerrepresentant, Ytre Fjord\n"
        "• Odd Strand, vara for Ytre Fjord" in svar
    )
    assert svar.labels[1:] == [
        "Legg til Gro Haug",
        "Legg til Tor <b>Ås</b>",
        "Legg til Odd Strand",
        "Legg til alle (3)",
    ]
    assert medlemmer(bot) == []


async def test_one_by_one_and_the_rest_at_once(bot):
    svar = await lagre(bot)
    en = await bot.trykk("anne", svar.knapp("Legg til Odd"))
    assert en.foerst == "Lagt til i medlemslisten for Fagråd for pasientsamarbeid: Odd Strand."
    assert en.labels == ["Legg til Gro Haug", "Legg til Tor <b>Ås</b>", "Legg til alle (2)"]
    alle = await bot.trykk("anne", en.knapp("Legg til alle"))
    assert alle.text.endswith("Gro Haug og Tor <b>Ås</b>.")
    assert [(m.navn, m.rolle, m.vara_for) for m in medlemmer(bot)] == [
        ("Odd Strand", Rolle.VARA, "Ytre Fjord"),
        ("Gro Haug", Rolle.MEDLEM, None),
        ("Tor <b>Ås</b>", Rolle.BRUKERREPRESENTANT, None),
    ]
    assert (await lagre(bot)).labels == ["Saksliste"] or len(medlemmer(bot)) == 3


async def test_pressed_twice_and_by_two_is_added_once(bot):
    svar = await lagre(bot)
    knapp = svar.knapp("Legg til Odd")
    assert (await bot.trykk("anne", knapp)).text == (await bot.trykk("anne", knapp)).text
    annen = await bot.trykk("berit", knapp)
    assert annen.text == "De står i medlemslisten fra før."
    assert [m.navn for m in medlemmer(bot)] == ["Odd Strand"]


async def test_somebody_else_cannot_press_it_and_nobody_but_the_referats_can_be_added(bot):
    svar = await lagre(bot)
    knapp = svar.knapp("Legg til Odd")
    nei = await bot.trykk("petter", knapp)
    assert nei.text.startswith("Det kan bare")
    forfalsket = replace(knapp, data={**knapp.data, "navn": "Petter Egen", "op": "x"})
    assert (await bot.trykk("anne", forfalsket)).text == "De står i medlemslisten fra før."
    uten_moete = replace(knapp, data={**knapp.data, "moete": 999, "op": "y"})
    assert (await bot.trykk("anne", uten_moete)).text.startswith("Den knappen kan jeg ikke bruke")
    assert medlemmer(bot) == []


async def test_who_is_a_member_with_a_slip_or_a_middle_name_is_not_offered(bot):
    await bot.trykk("anne", (await lagre(bot)).knapp("Legg til alle"))
    papir = replace(
        eksempel.referat(), tilstede=[Deltaker("Gro Marie Haug"), Deltaker("Odd Strandd")], forfall=[]
    )
    bot.files.readings[FIL] = Reading(referat=papir)
    svar = await lagre(bot)
    assert "Disse står i referatet" not in svar
