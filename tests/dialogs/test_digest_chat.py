"""«Ukesoversikt hver mandag kl. 8», and what would be posted, in the channel and in 1:1."""

import pytest

from bot.domain.conversation import Button, Conversation, ConversationKind
from tests.dialogs.chat import Chat, kanal
from tests.dialogs.moetefolk import ANNE, ASUKANAL, BERIT, OLGA, OVE, Huset, bygg, forfalsket
from tests.varsling.digesthus import oppgave

UKA = "2024-05-13T08:00"
MOETET = "• Onsdag 15. mai 2024 kl. 12.00–15.00: ASU (Storsalen)"
KOMMER = "Ukesoversikten for ASU kommer her hver {} kl. {}, første gang {}."


@pytest.fixture
async def huset() -> Huset:
    huset = await bygg(Chat(admins=set()))
    await huset.chat.si(OVE, "koble denne kanalen til ASU", i=ASUKANAL)
    return huset


async def utlagt(huset: Huset, at: str, i=ASUKANAL) -> list[str]:
    await huset.chat.plan(at)
    return [m.text for m in (await huset.chat.post(at)).get(i.id, []) if "Ukesoversikt" in m.text]


async def test_asked_for_in_the_channel_it_comes(huset):
    svar = await huset.chat.si(OVE, "ukesoversikt hver mandag kl. 8", i=ASUKANAL)
    assert svar.text.startswith(KOMMER.format("mandag", "08.00", "mandag 13. mai 2024"))
    assert svar.labels == ["Vis ukesoversikten", "Slå av ukesoversikten"]
    [tekst] = await utlagt(huset, UKA)
    assert MOETET in tekst


async def test_what_is_shown_is_what_is_posted(huset):
    await huset.chat.si(OVE, "ukesoversikt hver mandag kl. 8", i=ASUKANAL)
    svar = await huset.chat.si(ANNE, "vis hva du ville lagt ut", i=ASUKANAL)
    linje = "Slik blir ukesoversikten som legges ut her mandag 13. mai 2024 kl. 08.00:"
    assert svar.foerst == linje
    [tekst] = await utlagt(huset, UKA)
    assert svar.text == f"{linje}\n{tekst}"


async def test_another_day_and_clock(huset):
    svar = await huset.chat.si(OVE, "ukesoversikt hver torsdag kl. 14", i=ASUKANAL)
    assert svar.text.startswith(KOMMER.format("torsdag", "14.00", "fredag 10. mai 2024"))


async def test_the_day_is_kept_where_only_the_clock_is_changed(huset):
    await huset.chat.si(OVE, "ukesoversikt hver fredag kl. 10", i=ASUKANAL)
    knapp = Button("", "digest.plan", {"paa": True, "klokke": "kl. 12.00"})
    svar = await huset.chat.trykk(OVE, knapp, i=ASUKANAL)
    assert "hver fredag kl. 12.00" in svar


async def test_off_again(huset):
    await huset.chat.si(OVE, "slå på ukesoversikten", i=ASUKANAL)
    svar = await huset.chat.si(OVE, "slå av ukesoversikten", i=ASUKANAL)
    assert svar.text == "Ukesoversikten for ASU er slått av. Den kommer ikke lenger her."
    assert await utlagt(huset, UKA) == []
    svar = await huset.chat.si(OVE, "slå av ukesoversikten", i=ASUKANAL)
    assert svar.text == "Ukesoversikten er allerede slått av her."


async def test_changed_after_it_came_the_next_is_next_week(huset):
    await huset.chat.si(OVE, "ukesoversikt hver mandag kl. 8", i=ASUKANAL)
    assert len(await utlagt(huset, UKA)) == 1
    tirsdag = "2024-05-14T10:00"
    svar = await huset.chat.si(OVE, "ukesoversikt hver onsdag kl. 9", i=ASUKANAL, at=tirsdag)
    assert svar.text.startswith(KOMMER.format("onsdag", "09.00", "onsdag 22. mai 2024"))
    assert await utlagt(huset, "2024-05-15T09:00") == []


async def test_only_who_links_channels_may(huset):
    svar = await huset.chat.si(BERIT, "slå på ukesoversikten", i=ASUKANAL)
    assert "sekretariatet i ASU" in svar
    assert await utlagt(huset, UKA) == []
    svar = await huset.chat.trykk(
        BERIT, Button("", "digest.plan", {"paa": True, "kanal": ASUKANAL.id}), i=ASUKANAL
    )
    assert "sekretariatet i ASU" in svar


async def test_nothing_is_posted_at_night(huset):
    svar = await huset.chat.si(OVE, "ukesoversikt hver torsdag kl. 22", i=ASUKANAL)
    assert svar.text.startswith("Jeg legger ikke ut noe mellom kl. 20.00 og 07.00.")


async def test_a_channel_that_is_linked_to_nothing(huset):
    svar = await huset.chat.si(OVE, "slå på ukesoversikten", i=kanal("Fagdag"))
    assert svar.text.startswith(
        "Kanalen er ikke koblet til noe utvalg. Skriv «koble denne kanalen til ASU» først."
    )


async def test_in_private_the_only_channel_is_meant(huset):
    svar = await huset.chat.si(OVE, "ukesoversikt hver mandag kl. 8")
    kommer = KOMMER.replace("her", "i kanalen Samarbeid", 1)
    assert svar.text.startswith(kommer.format("mandag", "08.00", "mandag 13. mai 2024"))
    assert len(await utlagt(huset, UKA)) == 1


async def test_in_private_it_asks_between_channels(huset):
    await huset.chat.si(OVE, "koble denne kanalen til PSU", i=kanal("Politikk"))
    svar = await huset.chat.si(OVE, "slå på ukesoversikten")
    assert svar.text.startswith("Hvilken kanal gjelder det?")
    assert svar.labels == ["Politikk (PSU)", "Samarbeid (ASU)"]
    svar = await huset.chat.trykk(OVE, svar.knapp("Samarbeid"))
    assert "kanalen Samarbeid hver mandag" in svar
    assert len(await utlagt(huset, UKA)) == 1


async def test_members_see_it_in_private_and_others_do_not(huset):
    svar = await huset.chat.si(BERIT, "vis ukesoversikten")
    assert MOETET in svar
    svar = await huset.chat.si(OLGA, "vis ukesoversikten for ASU")
    assert MOETET not in svar
    assert "medlemmene" in svar


async def test_a_forged_channel_shows_nothing_more(huset):
    await huset.chat.si(OVE, "koble denne kanalen til PSU", i=kanal("Politikk"))
    knapp = Button("", "digest.vis", {"kanal": ASUKANAL.id, "organer": [huset.asu.id]})
    assert MOETET not in await huset.chat.trykk(OLGA, knapp)
    knapp = Button("", "digest.vis", {"organer": [huset.asu.id], "alt": True, "uke": "2024-W20"})
    assert MOETET not in await huset.chat.trykk(OLGA, knapp, i=kanal("Politikk"))


@pytest.mark.parametrize(
    "data",
    [
        {"alt": True, "uke": "9999-W99"},
        {"alt": True, "uke": "1999-W01"},
        {"alt": True},
        {"alt": True, "uke": 3},
        {"kanal": 7},
    ],
)
async def test_forged_buttons_are_refused(huset, data):
    i = None if "kanal" in data else ASUKANAL
    svar = await huset.chat.trykk(OVE, Button("", "digest.vis", data), i=i)
    assert MOETET not in svar


@pytest.mark.parametrize("data", [{"paa": "ja"}, {"paa": True, "dag": 9}, {"paa": True, "dag": "mandag"}])
async def test_forged_wishes_are_refused(huset, data):
    await huset.chat.trykk(OVE, Button("", "digest.plan", data), i=ASUKANAL)
    assert await utlagt(huset, UKA) == []


async def test_off_it_is_shown_with_a_button_to_turn_it_on(huset):
    svar = await huset.chat.si(OVE, "vis ukesoversikten", i=ASUKANAL)
    assert svar.foerst.startswith("Ukesoversikten er slått av her. Slik hadde den vært")
    assert svar.labels == ["Slå på ukesoversikten"]
    assert (await huset.chat.si(BERIT, "vis ukesoversikten", i=ASUKANAL)).labels == []
    svar = await huset.chat.trykk(OVE, svar.buttons[0], i=ASUKANAL)
    assert "hver mandag kl. 08.00" in svar


async def test_when_it_comes(huset):
    svar = await huset.chat.si(ANNE, "når kommer ukesoversikten", i=ASUKANAL)
    assert svar.text == "Ukesoversikten for ASU er slått av her. Sekretariatet i ASU kan slå den på."
    await huset.chat.si(OVE, "slå på ukesoversikten", i=ASUKANAL)
    svar = await huset.chat.si(ANNE, "når kommer ukesoversikten", i=ASUKANAL)
    assert svar.text == "Ukesoversikten for ASU kommer her mandag 13. mai 2024 kl. 08.00."


async def test_nothing_to_tell(huset):
    await huset.avlys(huset.mai)
    await huset.chat.si(OVE, "ukesoversikt hver mandag kl. 8", i=ASUKANAL, at="2024-05-14T10:00")
    svar = await huset.chat.si(ANNE, "vis ukesoversikten", i=ASUKANAL, at="2024-05-14T10:00")
    assert svar.text.startswith("Det er ingenting å legge ut for ASU tirsdag 21. mai 2024 kl. 08.00.")


async def test_the_rest_is_a_press_away(huset):
    await huset.chat.si(OVE, "slå på ukesoversikten", i=ASUKANAL)
    await mange_oppgaver(huset, 9)
    await huset.chat.plan(UKA)
    [melding] = [m for m in (await huset.chat.post(UKA))[ASUKANAL.id] if "Ukesoversikt" in m.text]
    assert "Gjøremål 6" not in melding.text
    [vis_alt] = melding.buttons
    svar = await huset.chat.trykk(BERIT, vis_alt, i=ASUKANAL, at="2024-05-16T12:00")
    assert "Gjøremål 9" in svar
    assert MOETET in svar
    assert "Gjøremål" not in await huset.chat.trykk(BERIT, forfalsket(vis_alt, uke="x"), i=ASUKANAL)


async def mange_oppgaver(huset: Huset, antall: int) -> None:
    for n in range(1, antall + 1):
        await oppgave(huset, f"Gjøremål {n}")


async def test_what_it_says_to_write_in_nynorsk_is_understood(huset):
    """Each line that stands between quotes in an answer."""
    await huset.chat.si(OVE, "snakk nynorsk", i=ASUKANAL)
    svar = await huset.chat.si(OVE, "vekesoversikt kvar torsdag kl. 22", i=ASUKANAL)
    linje = svar.text.partition("«")[2].partition("»")[0]
    svar = await huset.chat.si(OVE, linje, i=ASUKANAL)
    assert svar.text.startswith("Vekesoversikta for ASU kjem her kvar torsdag kl. 08.00")
    svar = await huset.chat.si(OVE, "slå av vekesoversikta", i=ASUKANAL)
    assert svar.text == "Vekesoversikta for ASU er slått av. Ho kjem ikkje lenger her."


async def test_a_week_that_is_named_is_the_one_that_is_shown(huset):
    await huset.chat.si(OVE, "slå på ukesoversikten", i=ASUKANAL)
    svar = await huset.chat.si(ANNE, "vis ukesoversikten for uke 25", i=ASUKANAL)
    assert svar.foerst == "Slik blir ukesoversikten som legges ut her mandag 17. juni 2024 kl. 08.00:"
    assert "• Onsdag 19. juni" in svar
    svar = await huset.chat.si(ANNE, "vis ukesoversikten for uke 18", i=ASUKANAL, at="2024-06-03T09:00")
    assert svar.text.startswith("Jeg viser bare ukesoversikter som ikke er lagt ut ennå.")
    svar = await huset.chat.si(ANNE, "vis ukesoversikten for uke 19", i=ASUKANAL)
    assert "13. mai" in svar


async def test_who_cannot_link_is_told_who_can(huset):
    svar = await huset.chat.si(BERIT, "vis ukesoversikten", i=kanal("Fagdag"))
    assert svar.text == "Kanalen er ikke koblet til noe utvalg. Sekretariatet i ASU kan koble den til."
    svar = await huset.chat.si(OVE, "slå på ukesoversikten for PSU", i=ASUKANAL)
    assert svar.text.startswith("Kanalen er ikke koblet til PSU.")


async def test_where_it_is_off_and_there_is_nothing_to_tell_that_is_said(huset):
    svar = await huset.chat.si(ANNE, "vis ukesoversikten", i=ASUKANAL, at="2024-05-25T09:00")
    assert svar.text == "Ukesoversikten for ASU er slått av her. Sekretariatet i ASU kan slå den på."


async def test_nothing_came_on_monday_so_another_day_that_week_is_not_skipped(huset):
    await huset.chat.si(OVE, "slå på ukesoversikten", i=ASUKANAL, at="2024-05-24T09:00")
    assert await utlagt(huset, "2024-05-27T08:00") == []
    tirsdag = "2024-05-28T10:00"
    svar = await huset.chat.si(OVE, "ukesoversikt hver torsdag kl. 9", i=ASUKANAL, at=tirsdag)
    assert svar.text.startswith(KOMMER.format("torsdag", "09.00", "torsdag 30. mai 2024"))
    await oppgave(huset, "Finner lokale")
    assert len(await utlagt(huset, "2024-05-30T09:00")) == 1


async def test_a_chat_is_no_channel(huset):
    gruppe = Conversation(
        "19:gruppe@thread.v2", ConversationKind.GROUP, ASUKANAL.service_url, name="Oss fire"
    )
    await huset.chat.si(OVE, "koble fra ASU", i=ASUKANAL)
    await huset.chat.si(OVE, "koble denne chatten til ASU", i=gruppe)
    svar = await huset.chat.si(OVE, "slå på ukesoversikten")
    assert "i chatten Oss fire" in svar
