"""The sekretariat drops a file to the bot: preview, «Lagre» or «Forkast»."""

import asyncio
from datetime import date, timedelta

import pytest

from bot.domain.errors import Unreadable
from bot.domain.reading import Reading
from bot.turn import Kind
from tests.dialogs import eksempel
from tests.dialogs.chat import FELLESSKAP, Chat, Svar, kanal

FIL = "innkalling.pdf"
SOER = "Helsefellesskapet Søndre Fjordfylke"


@pytest.fixture
def bot() -> Chat:
    """Knows nothing; one file is there to be dropped. Anne is the sekretariat."""
    chat = Chat(admins={"aad-anne"})
    chat.files.readings[FIL] = eksempel.lest_innkalling()
    return chat


def moeter(chat: Chat) -> list:
    return list(chat.store.data.moeter.values())


async def test_the_preview_shows_what_was_read(bot):
    svar = await bot.slipp("anne", FIL)
    assert svar.foerst == "Innkalling til ASU onsdag 15. mai 2024 kl. 12.00–15.00. Møtet er nytt for meg."
    assert "Nytt utvalg: Administrativt samarbeidsutvalg / ASU" in svar
    assert "12.40–13.20 03/24 Felles vaktordning for øykommunene" in svar
    assert (
        "Sak 03/24 Vaktordning for øykommunene: tre forslag til vedtak, to vedlegg og to tekstdeler" in svar
    )
    assert "Sjekk dette:\n• Sak 03/24 heter «Felles vaktordning» på sakslisten" in svar
    assert "Linjer jeg ikke fikk plassert:\n• Ta med badetøy" in svar
    assert svar.labels == ["Lagre", "Forkast"]
    assert moeter(bot) == []


async def test_save_stores_and_then_one_can_ask(bot):
    svar = await bot.slipp("anne", FIL)
    lagret = await bot.trykk("anne", svar.knapp("Lagre"))
    assert lagret.foerst == "Lagret: innkalling til ASU onsdag 15. mai 2024 kl. 12.00–15.00."
    assert lagret.outcome.replies[0].in_place
    assert lagret.cards[0]["actions"][0]["verb"] == "moete.saksliste"
    assert (await bot.si("berit", "neste ASU")).foerst.startswith("Neste møte i ASU er onsdag 15. mai 2024")
    assert (await bot.si("anne", "hvor er det?")).foerst.endswith("Møterom Storfjorden.")


async def test_it_may_be_written_instead_of_pressed_also_after_other_talk(bot):
    await bot.slipp("anne", FIL)
    await bot.si("anne", "hjelp")
    assert (await bot.si("anne", "lagre")).foerst.startswith("Lagret:")


async def test_discard_stores_nothing(bot):
    svar = await bot.slipp("anne", FIL)
    assert (await bot.trykk("anne", svar.knapp("Forkast"))).text == (
        "Forkastet. Ingenting er lagret fra innkalling.pdf."
    )
    assert moeter(bot) == []
    assert (await bot.trykk("anne", svar.knapp("Lagre"))).text.startswith("Denne forhåndsvisningen gjelder")


async def test_pressed_twice_is_stored_once(bot):
    knapp = (await bot.slipp("anne", FIL)).knapp("Lagre")
    svar = [await bot.trykk("anne", knapp) for _ in range(2)]
    assert svar[0].text == svar[1].text
    assert [m.versjon for m in moeter(bot)] == [1]


async def test_pressed_twice_at_once_is_stored_once(bot):
    knapp = (await bot.slipp("anne", FIL)).knapp("Lagre")
    svar = await asyncio.gather(bot.trykk("anne", knapp), bot.trykk("anne", knapp))
    assert svar[0].text == svar[1].text
    assert [m.versjon for m in moeter(bot)] == [1]


async def test_a_redelivered_press_gets_the_same_body(bot):
    knapp = (await bot.slipp("anne", FIL)).knapp("Lagre")
    trykk = bot.melding("anne", "", kind=Kind.PRESS, button=knapp, wants_body=True)
    assert (await bot.gi(trykk)).text == (await bot.gi(trykk)).text


async def test_a_redelivered_file_is_not_read_or_answered_twice(bot):
    fil = bot.melding("anne", "", kind=Kind.FILE, files=_filer(FIL))
    assert (await bot.gi(fil)).labels == ["Lagre", "Forkast"]
    assert (await bot.gi(fil)).outcome.replies == ()
    assert bot.files.fetched == [FIL]


def _filer(*navn: str):
    from bot.turn import OfferedFile

    return tuple(OfferedFile(n, f"https://files.example/{n}") for n in navn)


async def test_a_preview_that_did_not_leave_is_sent_when_it_comes_again(bot):
    fil = bot.melding("anne", "", kind=Kind.FILE, files=_filer(FIL))
    foerste = await bot.gi(fil, sent=False)
    startet_paa_nytt = Chat(admins={"aad-anne"}, store=bot.store)
    assert (await startet_paa_nytt.gi(fil)).text == foerste.text


async def test_the_draft_lasts_a_day(bot):
    knapp = (await bot.slipp("anne", FIL)).knapp("Lagre")
    bot.clock.at += timedelta(days=1, minutes=1)
    assert (await bot.trykk("anne", knapp)).text.startswith("Denne forhåndsvisningen gjelder ikke lenger.")
    assert moeter(bot) == []


async def test_only_who_dropped_the_file_can_save_it(bot):
    bot = Chat(admins={"aad-anne", "aad-berit"})
    bot.files.readings[FIL] = eksempel.lest_innkalling()
    knapp = (await bot.slipp("anne", FIL)).knapp("Lagre")
    svar = await bot.trykk("berit", knapp)
    assert svar.text == "Bare den som la ved filen, kan lagre eller forkaste den."
    assert moeter(bot) == []
    assert (await bot.trykk("anne", knapp)).foerst.startswith("Lagret")


@pytest.mark.parametrize(
    ("hvem", "rom", "svar"),
    [
        ("berit", None, "Det er sekretariatet som legger inn innkallinger og referater."),
        ("anne", kanal("ASU"), "Send meg filen i en privat samtale, så tar jeg imot den der."),
    ],
)
async def test_others_and_other_places_are_told_who_can(bot, hvem, rom, svar):
    assert (await bot.slipp(hvem, FIL, i=rom)).text.startswith(svar)
    assert bot.files.fetched == []
    assert bot.store.data.drafts == {}


async def test_who_is_no_longer_sekretariat_cannot_save(bot):
    knapp = (await bot.slipp("anne", FIL)).knapp("Lagre")
    andre = Chat(admins={"aad-berit"}, store=bot.store)
    assert (await andre.trykk("anne", knapp)).text.startswith("Det er sekretariatet")
    assert moeter(bot) == []


@pytest.mark.parametrize(
    ("code", "facts", "svar"),
    [
        ("skannet", {}, "innkalling.pdf: Dette er et skannet bilde uten tekst."),
        (
            "feil_type",
            {"type": "zip"},
            "innkalling.pdf: Denne typen fil leser jeg ikke. Lagre den som PDF, Word",
        ),
        ("passord", {}, "innkalling.pdf: Filen er beskyttet med passord."),
    ],
)
async def test_a_file_that_cannot_be_read(bot, code, facts, svar):
    bot.files.readings[FIL] = Unreadable(code, **facts)
    assert (await bot.slipp("anne", FIL)).text.startswith(svar)


async def test_a_reader_that_breaks_is_a_fault(bot):
    bot.files.readings[FIL] = RuntimeError()
    svar = Svar(await bot.samtale.handle(bot.melding("anne", "", kind=Kind.FILE, files=_filer(FIL))))
    assert svar.text == "Noe gikk galt hos meg. Prøv igjen om litt."


async def test_a_paper_without_a_date(bot):
    bot.files.readings[FIL].innkalling.dato = None
    svar = await bot.slipp("anne", FIL)
    assert svar.text.startswith("Jeg fant ingen møtedato i filen.")
    assert bot.store.data.drafts == {}


async def test_several_files_get_a_preview_each(bot):
    bot.files.readings["referat.docx"] = Reading(referat=eksempel.referat())
    svar = await bot.slipp("anne", FIL, "referat.docx")
    assert svar.labels == ["Lagre", "Forkast", "Lagre", "Forkast"]
    for knapp in (svar.buttons[0], svar.buttons[2]):
        await bot.trykk("anne", knapp)
    assert len(moeter(bot)) == 2


async def test_the_same_innkalling_again_keeps_the_meeting(bot):
    await bot.trykk("anne", (await bot.slipp("anne", FIL)).knapp("Lagre"))
    (foer,) = moeter(bot)
    svar = await bot.slipp("anne", FIL)
    assert "Møtet er lagt inn fra før og blir oppdatert." in svar.foerst
    assert "Dette blir endret:\n• Ingenting er endret siden sist" in svar
    await bot.trykk("anne", svar.knapp("Lagre"))
    (etter,) = moeter(bot)
    assert (etter.id, etter.ics_noekkel, etter.ics_sekvens) == (foer.id, foer.ics_noekkel, 0)


async def test_a_new_version_says_what_changes(bot):
    await bot.trykk("anne", (await bot.slipp("anne", FIL)).knapp("Lagre"))
    bot.files.readings[FIL] = Reading(eksempel.innkalling())
    ny = bot.files.readings[FIL].innkalling
    ny.moetested = "Teams"
    ny.agenda[1].tittel = "Digital hjemmeoppfølging"
    ny.agenda.pop(4)
    svar = await bot.slipp("anne", FIL)
    assert "• Sted: Møterom Storfjorden → Teams" in svar
    assert (
        "• Sak 02/24 Digital hjemmeoppfølging – status: tittelen er nå «Digital hjemmeoppfølging»" in svar
    )
    await bot.trykk("anne", svar.knapp("Lagre"))
    assert [(m.sted, m.ics_sekvens) for m in moeter(bot)] == [("Teams", 1)]


async def test_changed_while_the_preview_waited_it_is_shown_again(bot):
    await bot.har(eksempel.lest_innkalling())
    knapp = (await bot.slipp("anne", FIL)).knapp("Lagre")
    annen = eksempel.innkalling()
    annen.moetested = "Teams"
    await bot.har(Reading(annen))
    svar = await bot.trykk("anne", knapp)
    assert svar.text.startswith("Møtet er endret siden forhåndsvisningen.")
    assert "• Sted: Teams → Møterom Storfjorden" in svar
    assert [m.sted for m in moeter(bot)] == ["Teams"]
    await bot.trykk("anne", svar.knapp("Lagre"))
    assert [m.sted for m in moeter(bot)] == ["Møterom Storfjorden"]


async def flyttet(bot: Chat) -> Svar:
    await bot.har(eksempel.lest_innkalling())
    bot.files.readings[FIL] = eksempel.lest_innkalling(date(2024, 5, 22))
    return await bot.slipp("anne", FIL)


async def test_the_same_saker_on_another_day_are_asked_about(bot):
    svar = await flyttet(bot)
    assert "Er møtet flyttet fra onsdag 15. mai 2024 til onsdag 22. mai 2024?" in svar
    assert svar.labels == ["Ja, møtet er flyttet", "Nei, det er et nytt møte", "Forkast"]


async def test_moved_the_meeting_keeps_its_id_and_its_calendar_follows(bot):
    svar = await flyttet(bot)
    (foer,) = moeter(bot)
    svar = await bot.si("anne", "ja")
    assert "• Dato: onsdag 15. mai 2024 → onsdag 22. mai 2024" in svar
    await bot.trykk("anne", svar.knapp("Lagre"))
    (etter,) = moeter(bot)
    assert (etter.id, etter.dato, etter.ics_sekvens) == (foer.id, date(2024, 5, 22), 1)


async def test_not_moved_it_is_another_meeting(bot):
    svar = await flyttet(bot)
    svar = await bot.trykk("anne", svar.knapp("Nei"))
    await bot.trykk("anne", svar.knapp("Lagre"))
    assert [m.dato for m in moeter(bot)] == [date(2024, 5, 15), date(2024, 5, 22)]


async def test_two_helsefellesskap_are_asked_between(bot):
    await bot.har(eksempel.lest_innkalling())
    await bot.har(eksempel.lest_innkalling(), fellesskap=SOER)
    svar = await bot.slipp("anne", FIL)
    assert svar.text == "Hvilket helsefellesskap gjelder innkalling.pdf?"
    svar = await bot.si("anne", "2")
    assert f"Administrativt samarbeidsutvalg, {SOER}" in svar
    assert (await bot.trykk("anne", svar.knapp("Lagre"))).foerst.startswith("Lagret")


async def test_the_setting_says_whose_it_is_but_not_when_misspelt():
    bot = Chat(helsefellesskap="Helsefelleskapet Nordre Fjordfylke")
    bot.files.readings[FIL] = eksempel.lest_innkalling()
    await bot.har(eksempel.lest_innkalling())
    svar = await bot.slipp("anne", FIL)
    assert svar.labels == [f"Ja, {FELLESSKAP}"]
    assert (await bot.si("anne", "ja")).labels == ["Lagre", "Forkast"]


async def test_a_body_the_paper_does_not_name_is_confirmed(bot):
    lest = Reading(referat=eksempel.referat(), utvalg_forslag="Fagråd for pasientsamarbeid")
    lest.referat.utvalg = None
    bot.files.readings[FIL] = lest
    svar = await bot.slipp("anne", FIL)
    assert "mye tyder på Fagråd for pasientsamarbeid. Stemmer det?" in svar
    svar = await bot.si("anne", "ja")
    assert "Nytt utvalg: Fagråd for pasientsamarbeid" in svar
    assert (await bot.trykk("anne", svar.knapp("Lagre"))).foerst.startswith("Lagret: referat")


async def test_a_body_nobody_can_tell(bot):
    bot.files.readings[FIL].innkalling.utvalg = None
    assert (await bot.slipp("anne", FIL)).text.startswith("Jeg fant ikke hvilket utvalg filen gjelder.")
    await bot.har(eksempel.lest_innkalling())
    assert (await bot.slipp("anne", FIL)).labels == ["ASU"]


async def test_a_misspelt_body_is_asked_about(bot):
    await bot.har(eksempel.lest_innkalling())
    bot.files.readings[FIL].innkalling.utvalg = "Administrativt samarbeidsutvlag"
    svar = await bot.slipp("anne", FIL)
    assert svar.labels == [
        "Ja, Administrativt samarbeidsutvalg",
        "Nei, Administrativt samarbeidsutvlag er et eget utvalg",
    ]
    svar = await bot.si("anne", "ja")
    assert "Nytt utvalg" not in svar
    assert "blir oppdatert" in svar


async def test_two_who_save_the_first_papers_at_once_make_one_helsefellesskap():
    bot = Chat(admins={"aad-anne", "aad-berit"})
    bot.files.readings[FIL] = eksempel.lest_innkalling()
    knapper = [(hvem, (await bot.slipp(hvem, FIL)).knapp("Lagre")) for hvem in ("anne", "berit")]
    svar = await asyncio.gather(*(bot.trykk(hvem, knapp) for hvem, knapp in knapper))
    assert len(bot.store.data.helsefellesskap) == 1
    assert len(moeter(bot)) == 1
    assert sorted(s.text.split()[0] for s in svar) == ["Lagret:", "Møtet"]


async def test_a_file_in_the_terminal_needs_no_rights():
    bot = Chat()
    bot.files.readings[FIL] = eksempel.lest_innkalling()
    assert (await bot.slipp("anne", FIL)).labels == ["Lagre", "Forkast"]
