"""«Gi Kari rollen sekretær i ASU»: by the sekretariat, shown first unless it is said in so many words."""

from datetime import date

import pytest

from bot.domain.conversation import Button
from bot.domain.organ import Medlem, Rolle
from tests.dialogs.chat import Chat
from tests.dialogs.folk import legg_inn

DAG = date(2024, 5, 8)


@pytest.fixture
async def bot() -> Chat:
    chat = Chat(admins={"aad-admin"})
    chat.roster.epost_til["anne"] = "anne@nord.example"
    await legg_inn(chat)
    return chat


def rader(bot: Chat, navn: str) -> list[tuple[str, date | None, date | None]]:
    return [
        (m.rolle.value, m.fra, m.til)
        for o in bot.store.data.organer.values()
        for m in o.medlemmer
        if m.navn == navn
    ]


def medlem(bot: Chat, navn: str, rolle: Rolle) -> Medlem:
    alle = (m for o in bot.store.data.organer.values() for m in o.medlemmer)
    return next(m for m in alle if (m.navn, m.rolle) == (navn, rolle))


async def test_a_role_in_so_many_words_is_given_at_once(bot):
    svar = await bot.si("anne", "gi Kari Nes rollen sekretær i ASU")
    assert svar.text == (
        "Kari Nes har fått rollen sekretariat i ASU. Det gjelder fra onsdag 8. mai 2024. "
        "Jeg når ikke Kari Nes i Teams, så si gjerne fra selv."
    )
    assert rader(bot, "Kari Nes") == [("medlem", None, None), ("sekretariat", DAG, None)]
    assert "Kari Nes: medlem, Nes kommune (kommunene); sekretariat" in await bot.si(
        "anne", "hvem sitter i ASU"
    )


@pytest.mark.parametrize(
    ("maalform", "faar"),
    [
        ("bokmål", "Anne har gitt deg rollen referent i ASU. Det gjelder fra onsdag 8. mai 2024."),
        ("nynorsk", "Anne har gitt deg rolla referent i ASU. Det gjeld frå onsdag 8. mai 2024."),
    ],
)
async def test_whoever_gets_a_role_is_told_in_their_own_maalform(bot, maalform, faar):
    bot.roster.epost_til["kari nes"] = "kari.nes@nes.example"
    await bot.si("kari nes", f"skriv {maalform}")
    await bot.si("kari nes", "hva kan jeg gjøre")
    await bot.si("kari nes", "meldte saker")  # what makes Teams' roster be asked
    svar = await bot.si("anne", "gi Kari Nes rollen referent i ASU")
    assert svar.text.endswith("Kari Nes får beskjed.")
    assert [m.text for m in (await bot.post())["aad-kari nes"]] == [faar]
    await bot.si("anne", "fjern Kari Nes som referent i ASU")
    (tatt,) = (await bot.post())["aad-kari nes"]
    assert tatt.text.startswith(("Anne har avsluttet rollen din", "Anne har avslutta rolla di"))


@pytest.mark.parametrize("skrevet", [True, False])
async def test_a_slip_is_taken_back(bot, skrevet):
    svar = await bot.si("anne", "gi Kari Nes rollen sekretær i ASU")
    assert svar.labels == ["Angre"]
    await (bot.si("anne", "angre") if skrevet else bot.trykk("anne", svar.knapp("Angre")))
    assert rader(bot, "Kari Nes") == [("medlem", None, None)]


async def test_only_the_sekretariat_takes_it_back(bot):
    svar = await bot.si("anne", "gi Kari Nes rollen sekretær i ASU")
    assert "bare sekretariatet" in await bot.trykk("petter", svar.knapp("Angre"))
    assert len(rader(bot, "Kari Nes")) == 2


async def test_a_role_from_a_date_ends_the_one_before(bot):
    svar = await bot.si("anne", "sett Kari Nes som nestleder i ASU fra 1. august 2024")
    assert "fra torsdag 1. august 2024. Rollen medlem avsluttes dagen før." in svar
    assert rader(bot, "Kari Nes") == [
        ("medlem", None, date(2024, 7, 31)),
        ("nestleder", date(2024, 8, 1), None),
    ]
    liste = await bot.si("anne", "hvem sitter i ASU", at="2024-08-01T09:00")
    assert "Kari Nes: nestleder, Nes kommune (kommunene), fra 01.08.2024" in liste


async def test_taking_a_role_ends_it_and_history_stays(bot):
    await bot.si("anne", "gi Kari Nes rollen referent i ASU", at="2024-03-01T09:00")
    svar = await bot.si("anne", "fjern Kari Nes som referent i ASU")
    assert svar.text == (
        "Kari Nes har ikke lenger rollen referent i ASU. Siste dag er tirsdag 7. mai 2024. "
        "Jeg når ikke Kari Nes i Teams, så si gjerne fra selv."
    )
    assert ("referent", date(2024, 3, 1), date(2024, 5, 7)) in rader(bot, "Kari Nes")


async def test_what_is_not_said_in_so_many_words_is_shown_first(bot):
    svar = await bot.si("anne", "kan du gjøre Kari Nes til sekretær for oss i ASU da")
    assert svar.foerst == "Skal jeg gi Kari Nes rollen sekretariat i ASU?"
    assert rader(bot, "Kari Nes") == [("medlem", None, None)]
    gjort = await bot.trykk("anne", svar.knapp("Ja, gi rollen"))
    assert gjort.foerst.startswith("Kari Nes har fått rollen sekretariat i ASU.")
    igjen = await bot.trykk("anne", svar.knapp("Ja, gi rollen"))
    assert igjen.text == gjort.text
    assert len(rader(bot, "Kari Nes")) == 2


async def test_a_line_with_two_changes_is_asked_to_be_two(bot):
    svar = await bot.si("anne", "Ola Li slutter som leder i ASU, Kari Nes tar over")
    assert svar.text.startswith("Skriv én endring om gangen")
    assert rader(bot, "Ola Li") == [("leder", None, None)]


async def test_a_line_that_ends_something_never_offers_to_give_it(bot):
    svar = await bot.si("anne", "Ola Li har sluttet som leder i ASU nå")
    assert svar.foerst == "Skal jeg avslutte rollen leder i ASU for Ola Li?"
    assert "Har jeg misforstått, skriver du for eksempel" in svar


async def test_several_of_the_name_are_asked_between(bot):
    svar = await bot.si("anne", "gi Kari rollen referent i ASU")
    assert svar.labels == ["Kari Nes (medlem i ASU)", "Kari Vik (medlem i PSU)"]
    gjort = await bot.trykk("anne", svar.knapp("Kari Vik"))
    assert gjort.foerst.startswith("Kari Vik har fått rollen referent i ASU.")


async def test_somebody_nobody_knows(bot):
    svar = await bot.si("anne", "gi Åse Ukjent rollen sekretær i ASU")
    assert svar.text == (
        "Jeg kjenner ingen medlemmer som heter Åse Ukjent. Send meg en medlemsliste (CSV) med personen i, "
        "og prøv igjen."
    )


async def test_a_role_is_taken_from_those_who_are_in_the_body(bot):
    svar = await bot.si("anne", "fjern Petter som medlem i ASU")
    assert svar.text.startswith("Ingen i det utvalget heter Petter.")
    svar = await bot.si("anne", "fjern Kari som medlem i ASU")
    assert svar.text.startswith("Kari Nes har ikke lenger rollen medlem i ASU.")


async def test_a_vara_gets_the_next_number_for_the_seat(bot):
    svar = await bot.si("anne", "Kari Nes er ny vara for Ola i ASU")
    assert "Vara for Ola Li." in svar
    ny = medlem(bot, "Kari Nes", Rolle.VARA)
    assert (ny.vara_for, ny.rekkefoelge) == ("Ola Li", 2)
    ukjent = await bot.si("anne", "Kari Nes er ny vara for Torbjørn i ASU")
    assert ukjent.text.startswith("Jeg vet ikke hvem eller hvilken plass i ASU «Torbjørn» er.")


async def test_the_last_sekretariat_does_not_go_by_mistake(bot):
    svar = await bot.si("anne", "fjern Anne som sekretær i ASU")
    assert svar.foerst == "Skal jeg avslutte rollen sekretariat i ASU for Anne?"
    assert "Da har ASU ikke noe sekretariat" in svar
    assert rader(bot, "Anne") == [("sekretariat", None, None)]
    await bot.trykk("anne", svar.knapp("Ja, avslutt rollen"))
    assert rader(bot, "Anne") == [("sekretariat", None, date(2024, 5, 7))]


@pytest.mark.parametrize("hvem", ["ola li", "kari nes", "petter", "ukjent"])
async def test_only_the_sekretariat_grants_roles(bot, hvem):
    svar = await bot.si(hvem, "gi Kari Nes rollen sekretær i ASU")
    assert svar.text.startswith("Det kan bare sekretariatet i ASU gjøre.")
    assert rader(bot, "Kari Nes") == [("medlem", None, None)]


async def test_the_sekretariat_of_one_body_grants_none_in_another_and_an_administrator_in_all(bot):
    svar = await bot.si("anne", "gi Kari Vik rollen sekretær i PSU")
    assert svar.text.startswith("Det kan bare sekretariatet i PSU gjøre.")
    svar = await bot.si("admin", "gi Kari Vik rollen sekretær i PSU")
    assert svar.text.startswith("Kari Vik har fått rollen sekretariat i PSU.")


async def test_the_role_they_have_and_one_they_have_not(bot):
    svar = await bot.si("anne", "gi Kari Nes rollen medlem i ASU")
    assert svar.text == "Kari Nes har rollen medlem i ASU fra før."
    svar = await bot.si("anne", "fjern Kari Nes som leder i ASU")
    assert svar.text == "Kari Nes har ikke rollen leder i ASU, men er medlem."


async def test_a_second_leader_is_told_of_the_first(bot):
    svar = await bot.si("anne", "gi Kari Nes rollen leder i ASU")
    assert "Ola Li er også leder i ASU." in svar


async def test_the_one_who_leads_a_meeting_is_no_role(bot):
    svar = await bot.si("anne", "sett Kari Nes som møteleder i ASU")
    assert svar.text.startswith("Møtelederen velges for hvert møte.")


@pytest.mark.parametrize(
    "data",
    [
        {"organ": 99, "rolle": "leder", "person_id": 1},
        {"organ": 1, "rolle": "sjef", "person_id": 1},
        {"organ": 1, "rolle": "leder", "person_id": 999},
        {"organ": 1, "rolle": "leder", "person_id": "1"},
        {"organ": 1, "rolle": 1},
    ],
)
async def test_a_forged_button_does_nothing(bot, data):
    asu = min(bot.store.data.organer)
    data = {**data, "organ": asu if data["organ"] == 1 else data["organ"]}
    foer = dict(bot.store.data.organer)
    svar = await bot.trykk("anne", Button("", "rolle.gi", data))
    assert svar.text.startswith("Den knappen kan jeg ikke bruke lenger.")
    assert bot.store.data.organer == foer


async def test_a_forged_button_from_one_who_may_not(bot):
    asu = min(bot.store.data.organer)
    kari = medlem(bot, "Kari Nes", Rolle.MEDLEM).person_id
    data = {"organ": asu, "rolle": "sekretariat", "person_id": kari, "bekreftet": True, "op": "x"}
    svar = await bot.trykk("kari nes", Button("", "rolle.gi", data))
    assert svar.text.startswith("Det kan bare sekretariatet i ASU gjøre.")


async def test_in_nynorsk(bot):
    await bot.si("anne", "snakk nynorsk")
    svar = await bot.si("anne", "gje Kari Nes rolla sekretær i ASU")
    assert svar.text.startswith(
        "Kari Nes har fått rolla sekretariat i ASU. Det gjeld frå onsdag 8. mai 2024. Eg når ikkje Kari Nes"
    )
