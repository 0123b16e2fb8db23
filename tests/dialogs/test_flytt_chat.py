"""«Flytt ASU til 24. mai kl. 10». It is Wednesday 8 May 2024; ASU meets on the 15th from 12 to 15."""

import asyncio
from dataclasses import replace
from datetime import date, time

import pytest

from bot.turn import Kind
from tests.dialogs import eksempel
from tests.dialogs.chat import Chat
from tests.dialogs.moetefolk import ANNE, ASUKANAL, BERIT, LIV, OLGA, OVE, Huset, bygg, forfalsket

MAI = "onsdag 15. mai 2024 kl. 12.00–15.00"


@pytest.fixture
async def huset() -> Huset:
    return await bygg(Chat(admins=set(), public_url="https://bot.example"))


async def staar(huset: Huset) -> tuple[date, time | None, time | None, str | None, int]:
    m = await huset.moete(huset.mai.id)
    return m.dato, m.start, m.slutt, m.sted, m.ics_sekvens


URORT = (date(2024, 5, 15), time(12), time(15), "Storsalen", 0)


async def test_it_is_shown_first(huset):
    svar = await huset.chat.si(OVE, "flytt ASU til fredag 24. mai kl. 10 i Fjordsalen")
    assert svar.text.split("\n") == [
        f"Skal jeg flytte ASU {MAI}?",
        f"Tid: {MAI} → fredag 24. mai 2024 kl. 10.00–13.00",
        "Sted: Storsalen → Fjordsalen",
        "Klokkeslettene i sakslisten står som før. De gjelder et møte som begynner kl. 12.00.",
        "Jeg sier fra til 2 personer.",
        "Én kan jeg ikke nå: Siri Haug.",
    ]
    assert svar.labels == ["Ja, flytt møtet", "Avbryt"]
    assert await staar(huset) == URORT
    assert await huset.chat.post() == {}


async def test_on_yes_it_is_moved_and_everybody_told(huset):
    await huset.chat.si(OVE, "koble denne kanalen til ASU", i=ASUKANAL)
    svar = await huset.ja(OVE, "flytt ASU til 24. mai kl. 10")
    flyttet = f"Møtet i ASU er flyttet fra {MAI} til fredag 24. mai 2024 kl. 10.00–13.00."
    assert svar.text.split("\n") == [
        flyttet,
        "Jeg har sagt fra til 2 personer og 1 kanal.",
        "Én kan jeg ikke nå: Siri Haug.",
    ]
    assert svar.outcome.replies[0].in_place
    assert await staar(huset) == (date(2024, 5, 24), time(10), time(13), "Storsalen", 1)
    post = await huset.chat.post()
    assert {hvem: m[0].text.partition("\n")[0] for hvem, m in post.items()} == dict.fromkeys(
        (f"aad-{ANNE}", f"aad-{BERIT}", ASUKANAL.id), flyttet
    )
    (til_anne,) = post[ANNE]
    assert [k.label for k in til_anne.buttons] == ["Jeg kommer", "Meld forfall"]
    assert "Legg i kalender: https://bot.example/ics/" in til_anne.text
    (til_kanalen,) = post[ASUKANAL.id]
    assert [k.label for k in til_kanalen.buttons] == ["Saksliste"]


@pytest.mark.parametrize("maalform", ["bokmål", "nynorsk"])
@pytest.mark.parametrize("skrevet", [True, False])
async def test_it_is_taken_back_by_the_button_or_the_word(huset, maalform, skrevet):
    await huset.chat.si(OVE, f"skriv {maalform}")
    svar = await huset.ja(OVE, "flytt ASU til 24. mai kl. 10 i Fjordsalen")
    assert svar.labels == ["Angre"]
    await huset.chat.post()
    igjen = await (huset.chat.si(OVE, "angre") if skrevet else huset.chat.trykk(OVE, svar.knapp("Angre")))
    assert f"til {MAI}." in igjen.foerst
    assert await staar(huset) == (*URORT[:4], 2)
    assert set(await huset.chat.post()) == {f"aad-{ANNE}", f"aad-{BERIT}"}


async def test_it_is_not_taken_back_where_somebody_has_moved_it_since(huset):
    svar = await huset.ja(OVE, "flytt ASU til 24. mai kl. 10")
    await huset.ja(OVE, "flytt ASU fra 24. mai til 27. mai")
    angret = await huset.chat.trykk(OVE, svar.knapp("Angre"))
    assert "Møtet er endret siden jeg spurte, så jeg spør på nytt." in angret
    assert (await staar(huset))[0] == date(2024, 5, 27)


async def test_a_time_that_was_not_known_cannot_be_gone_back_to(huset):
    async with huset.chat.store.turn() as uow:
        await uow.save_moete(replace(await uow.load_moete(huset.juni.id), start=None, slutt=None))
        await uow.commit()
    assert (await huset.ja(OVE, "flytt ASU fra 19. juni til 20. juni kl. 10")).labels == []


@pytest.mark.parametrize(("start", "straks"), [(time(8), True), (time(12), False)])
async def test_late_at_night_who_would_have_come_early_is_told_at_once(huset, start, straks):
    """From the morning after to another day: whoever sets out at seven must know."""
    async with huset.chat.store.turn() as uow:
        await uow.save_moete(replace(await uow.load_moete(huset.mai.id), start=start))
        await uow.commit()
    svar = await huset.ja(OVE, "flytt ASU fra 15. mai til 24. mai", at="2024-05-14T22:00")
    assert ("Meldingene går ut kl. 07" in svar) is not straks
    assert bool(await huset.chat.post(at="2024-05-14T22:01")) is straks


async def test_everybody_finds_it_on_its_new_day(huset):
    await huset.ja(OVE, "flytt ASU til 24. mai kl. 10")
    svar = await huset.chat.si(BERIT, "neste ASU")
    assert svar.foerst == "Neste møte i ASU er fredag 24. mai 2024 kl. 10.00–13.00."
    assert "De gjelder et møte som begynner kl. 12.00." in svar


async def test_only_its_place(huset):
    svar = await huset.ja(OVE, "flytt ASU til Teams")
    assert svar.foerst == f"Møtet i ASU {MAI} har fått nytt sted: Teams."
    assert await staar(huset) == (*URORT[:3], "Teams", 1)


async def test_by_so_much(huset):
    assert "→ onsdag 22. mai 2024 kl. 12.00–15.00" in await huset.chat.si(OVE, "utsett ASU en uke")
    assert "→ onsdag 15. mai 2024 kl. 12.30–15.30" in await huset.chat.si(OVE, "flytt ASU en halvtime")


async def test_the_day_it_is_on_may_be_named(huset):
    svar = await huset.ja(OVE, "flytt ASU fra 19. juni til 20. juni")
    assert svar.foerst.startswith("Møtet i ASU er flyttet fra onsdag 19. juni 2024")
    assert await staar(huset) == URORT


@pytest.mark.parametrize(
    "linje", ["flytt møtet 19. juni til fredag", "flytt møtet i ASU frå 19. juni til fredag"]
)
async def test_a_weekday_is_that_of_the_week_of_the_moete_that_is_named(huset, linje):
    svar = await huset.chat.si(OVE, linje)
    assert "→ fredag 21. juni 2024 kl. 12.00–15.00" in svar


@pytest.mark.parametrize(
    ("maalform", "spurt"),
    [
        ("bokmål", f"Hvilken dag skal ASU {MAI} flyttes til?"),
        ("nynorsk", f"Kva dag skal ASU {MAI} flyttast til?"),
    ],
)
async def test_a_weekday_alone_that_may_be_two_is_asked_about(huset, maalform, spurt):
    """On a Wednesday, of a møte in the next week."""
    await huset.chat.si(OVE, f"skriv {maalform}")
    svar = await huset.chat.si(OVE, "flytt ASU til torsdag kl. 10")
    assert svar.foerst == spurt
    assert svar.labels == ["torsdag 9. mai 2024", "torsdag 16. mai 2024"]
    vist = await huset.chat.si(OVE, "16. mai")
    assert "→ torsdag 16. mai 2024 kl. 10.00–13.00" in vist
    trykket = await huset.chat.trykk(OVE, svar.buttons[0])
    assert "→ torsdag 9. mai 2024 kl. 10.00–13.00" in trykket
    assert await staar(huset) == URORT


async def test_a_week_fram_may_be_either_way(huset):
    svar = await huset.chat.si(OVE, "flytt møtet i ASU fra 19. juni en uke fram")
    assert svar.labels == ["onsdag 12. juni 2024", "onsdag 26. juni 2024"]
    assert "→ onsdag 26. juni 2024" in await huset.chat.si(OVE, "26. juni")


async def test_a_week_fram_is_later_where_earlier_has_gone_by(huset):
    svar = await huset.chat.si(OVE, "flytt neste ASU en uke fram", at="2024-05-09T09:00")
    assert "→ onsdag 22. mai 2024 kl. 12.00–15.00" in svar


@pytest.mark.parametrize("linje", ["flytt ASU til kl. 14-13", "flytt ASU til kl 14.30–13"])
async def test_a_clock_the_wrong_way_round_is_told_to_be(huset, linje):
    svar = await huset.chat.si(OVE, linje)
    assert svar.foerst.startswith("Møtet kan ikke slutte før det begynner.")


async def test_in_the_week_of_the_moete_there_is_only_one(huset):
    svar = await huset.chat.si(OVE, "flytt ASU til fredag", at="2024-05-13T09:00")
    assert "→ fredag 17. mai 2024 kl. 12.00–15.00" in svar


@pytest.mark.parametrize(
    ("linje", "sies"),
    [
        ("flytt ASU til lørdag 25. mai", "Merk at den nye dagen er en lørdag."),
        ("flytt ASU til 17. mai", "Merk at fredag 17. mai 2024 er en offentlig fridag."),
    ],
)
async def test_a_day_off_is_remarked_on_and_may_be_meant(huset, linje, sies):
    svar = await huset.chat.si(OVE, linje)
    assert sies in svar
    assert svar.labels == ["Ja, flytt møtet", "Avbryt"]


@pytest.mark.parametrize(
    ("linje", "sies"),
    [
        (
            "flytt ASU til 19. juni",
            "ASU onsdag 19. juni 2024 kl. 12.00–15.00 er samme dag. Velg en annen dag",
        ),
        ("flytt ASU til 1. mai", "Onsdag 1. mai 2024 kl. 12.00–15.00 har allerede vært."),
        ("flytt ASU til 15. mai kl. 12", f"ASU {MAI} står slik allerede."),
        (
            "flytt ASU til uke 22",
            "27. mai–2. juni 2024 er flere dager. Skriv for eksempel «flytt ASU til 22. mai",
        ),
        ("flytt ASU", "Hvilken dag, hvilket klokkeslett eller hvilket sted skal ASU"),
        ("flytt Fagråd 7 til 24. mai", "Jeg kjenner ikke noe utvalg som heter «Fagråd 7»."),
    ],
)
async def test_what_cannot_be_is_said_with_what_can(huset, linje, sies):
    svar = await huset.chat.si(OVE, linje)
    assert sies in svar
    assert svar.labels == []
    assert await staar(huset) == URORT


async def test_a_moete_that_has_begun_stands(huset):
    svar = await huset.chat.si(OVE, "flytt ASU fra 15. mai til 24. mai", at="2024-05-15T12:00")
    assert svar.text.startswith(f"ASU {MAI} har begynt eller er over, så det kan ikke endres.")


async def test_an_avlyst_moete_stands(huset):
    await huset.avlys(huset.mai)
    svar = await huset.chat.si(OVE, "flytt ASU fra 15. mai til 24. mai")
    assert svar.text.startswith(f"ASU {MAI} er avlyst. Skal det holdes likevel, kan sekretariatet skrive")


@pytest.mark.parametrize("hvem", [BERIT, ANNE, LIV, OLGA, "ukjent"])
async def test_who_is_not_the_sekretariat_is_told_who_can(huset, hvem):
    svar = await huset.chat.si(hvem, "flytt ASU til 24. mai")
    assert svar.text.startswith("Det kan bare sekretariatet i ASU gjøre. Sekretariatet i ASU er Ove Bakk.")
    assert svar.labels == []


async def test_a_forged_yes_is_checked_again(huset):
    ja = (await huset.chat.si(OVE, "flytt ASU til 24. mai")).knapp("Ja")
    egen = forfalsket(ja, hvem=f"29:{BERIT}")
    assert "kan bare sekretariatet i ASU" in await huset.chat.trykk(BERIT, egen)
    for slots in (
        {"moete": huset.mai.id, "ny_dag": "ikke en dag", "versjon": 1},
        {"moete": huset.mai.id, "ny_dag": 7, "versjon": 1},
        {"moete": huset.mai.id, "ny_start": "10:00+02:00x", "versjon": 1},
        {"moete": huset.mai.id, "nytt_sted": "x" * 500, "versjon": 1},
        {"moete": "1", "ny_dag": "2024-05-24", "versjon": 1},
        {"moete": huset.mai.id, "skyv": 10**9, "versjon": 1},
    ):
        svar = await huset.chat.trykk(OVE, forfalsket(ja, slots=slots))
        assert svar.text.startswith("Den knappen kan jeg ikke bruke lenger.")
    borte = await huset.chat.trykk(OVE, forfalsket(ja, slots={"moete": 999, "ny_dag": "2024-05-24"}))
    assert borte.text == "Det møtet finner jeg ikke lenger."
    assert await staar(huset) == URORT


async def test_a_forged_yes_to_what_cannot_be_is_refused(huset):
    ja = (await huset.chat.si(OVE, "flytt ASU til 24. mai")).knapp("Ja")
    foer = {"moete": huset.mai.id, "versjon": huset.mai.versjon}
    for nytt, sies in (
        ({"ny_dag": "2024-06-19"}, "er samme dag"),
        ({"ny_start": "14:00", "ny_slutt": "13:00"}, "Møtet kan ikke slutte før det begynner."),
    ):
        assert sies in await huset.chat.trykk(OVE, forfalsket(ja, slots={**foer, **nytt}))
    assert await staar(huset) == URORT


async def test_pressed_twice_it_is_moved_once(huset):
    ja = (await huset.chat.si(OVE, "flytt ASU til 24. mai")).knapp("Ja")
    svar = await asyncio.gather(*(huset.chat.trykk(OVE, ja) for _ in range(2)))
    assert {s.foerst for s in svar} == {svar[0].foerst}
    assert (await staar(huset))[-1] == 1
    assert len((await huset.chat.post())[ANNE]) == 1


async def test_a_yes_to_a_moete_that_has_changed_since_is_asked_again(huset):
    """Two of the sekretariat see the same møte; the second sees what the first has made of it."""
    chat = huset.chat
    ja = (await chat.si(OVE, "flytt ASU til 24. mai")).knapp("Ja")
    annen = Chat(admins={"aad-kontoret"}, store=chat.store)
    sitt_ja = (await annen.si("kontoret", "flytt ASU til 27. mai kl. 9")).knapp("Ja")
    assert "er flyttet" in await chat.trykk(OVE, ja)
    svar = await annen.trykk("kontoret", sitt_ja)
    assert svar.text.split("\n")[:3] == [
        "Skal jeg flytte ASU fredag 24. mai 2024 kl. 12.00–15.00?",
        "Møtet er endret siden jeg spurte, så jeg spør på nytt.",
        "Tid: fredag 24. mai 2024 kl. 12.00–15.00 → mandag 27. mai 2024 kl. 09.00–12.00",
    ]
    assert (await staar(huset))[0] == date(2024, 5, 24)
    await annen.trykk("kontoret", svar.knapp("Ja"))
    assert (await staar(huset))[:2] == (date(2024, 5, 27), time(9))


async def test_two_at_the_same_moment_are_done_one_after_the_other(huset):
    chat = huset.chat
    annen = Chat(admins={"aad-kontoret"}, store=chat.store)
    ja = (await chat.si(OVE, "flytt ASU til 24. mai")).knapp("Ja")
    sitt_ja = (await annen.si("kontoret", "flytt ASU til 27. mai")).knapp("Ja")
    en, to = await asyncio.gather(chat.trykk(OVE, ja), annen.trykk("kontoret", sitt_ja))
    flyttet, spurt = sorted((en, to), key=lambda s: s.foerst.startswith("Skal jeg"))
    assert flyttet.foerst.startswith("Møtet i ASU er flyttet fra onsdag 15. mai")
    assert "Møtet er endret siden jeg spurte" in spurt
    assert (await staar(huset))[-1] == 1


async def test_a_redelivered_yes_moves_nothing_twice(huset):
    chat = huset.chat
    ja = (await chat.si(OVE, "flytt ASU til 24. mai")).knapp("Ja")
    incoming = chat.melding(OVE, "", button=ja, wants_body=True, kind=Kind.PRESS)
    await chat.gi(incoming)
    await chat.gi(incoming)
    assert (await staar(huset))[-1] == 1
    assert len((await chat.post())[BERIT]) == 1


async def test_who_has_forfall_is_asked_again_and_not_told_twice(huset):
    chat = huset.chat
    await chat.si(BERIT, "må melde forfall til ASU 15. mai")
    await chat.post()
    vist = await chat.si(OVE, "flytt ASU til 24. mai")
    assert "Én har meldt forfall og blir spurt på nytt." in vist
    await chat.trykk(OVE, vist.knapp("Ja"))
    post = await chat.post()
    assert len(post[ANNE]) == 1
    (til_berit,) = post[BERIT]
    assert "24. mai" in til_berit.text
    assert "Gjelder fortsatt" in [k.label for k in til_berit.buttons]


async def test_at_night_it_waits_for_the_morning(huset):
    svar = await huset.ja(OVE, "flytt ASU til 24. mai", at="2024-05-08T21:30")
    assert svar.text.endswith("Meldingene går ut kl. 07, for mellom kl. 20 og 07 sender jeg ingenting.")
    assert await huset.chat.post(at="2024-05-08T21:31") == {}
    assert (await huset.chat.post(at="2024-05-09T07:00"))[ANNE]


async def test_in_nynorsk(huset):
    await huset.chat.si(OVE, "bytt til nynorsk")
    await huset.chat.si(ANNE, "bytt til nynorsk")
    vist = await huset.chat.si(OVE, "flytt ASU til laurdag 25. mai kl. 10")
    assert vist.foerst == f"Skal eg flytte ASU {MAI}?"
    assert "Merk at den nye dagen er ein laurdag." in vist
    gjort = await huset.chat.trykk(OVE, vist.knapp("Ja"))
    assert gjort.foerst == f"Møtet i ASU er flytta frå {MAI} til laurdag 25. mai 2024 kl. 10.00–13.00."
    post = await huset.chat.post()
    assert post[ANNE][0].text.startswith("Møtet i ASU er flytta frå")
    assert post[BERIT][0].text.startswith("Møtet i ASU er flyttet fra")


@pytest.mark.parametrize("valg", [None, "1", "fredag 24. mai 2024"])
async def test_a_weekday_that_contradicts_its_date_is_asked_about_and_the_clock_kept(huset, valg):
    """24 May is a Friday."""
    svar = await huset.chat.si(OVE, "flytt ASU til onsdag 24. mai kl. 10")
    assert len(svar.labels) == 2
    valgt = await (huset.chat.si(OVE, valg) if valg else huset.chat.trykk(OVE, svar.buttons[0]))
    assert f"Tid: {MAI} → fredag 24. mai 2024 kl. 10.00–13.00" in valgt
    assert valgt.labels == ["Ja, flytt møtet", "Avbryt"]


async def test_which_moete_is_asked_with_all_that_was_said_kept(huset):
    """Both bodies meet on the same day at the same time, and no body is named."""
    async with huset.chat.store.turn() as uow:
        psu = await uow.load_moete(huset.psu_mai.id)
        await uow.save_moete(replace(psu, dato=date(2024, 5, 15)))
        await uow.commit()
    svar = await huset.chat.si(BERIT, "flytt møtet 15. mai til 24. mai kl. 10 i Fjordsalen")
    assert len(svar.labels) == 2
    svar = await huset.chat.si(OVE, "flytt møtet 15. mai til 24. mai kl. 10 i Fjordsalen")
    valgt = await huset.chat.trykk(OVE, svar.knapp("ASU"))
    assert f"Tid: {MAI} → fredag 24. mai 2024 kl. 10.00–13.00" in valgt
    assert "Sted: Storsalen → Fjordsalen" in valgt


async def test_moved_by_a_new_paper_everybody_is_told_too(huset):
    chat = huset.chat
    await chat.si(BERIT, "må melde forfall til ASU 15. mai")
    await chat.post()
    chat.files.readings["ny.pdf"] = eksempel.lest_innkalling(date(2024, 5, 24))
    svar = await chat.slipp(OVE, "ny.pdf")
    svar = await chat.trykk(OVE, svar.knapp("Ja, møtet er flyttet"))
    assert "Når du lagrer, sier jeg fra til medlemmene, og de som har meldt forfall" in svar
    svar = await chat.trykk(OVE, svar.knapp("Lagre"))
    assert "Jeg har sagt fra til 1 person." in svar
    assert "Én kan jeg ikke nå: Siri Haug." in svar
    post = await chat.post()
    assert post[ANNE][0].text.startswith(f"Møtet i ASU er flyttet fra {MAI} til fredag 24. mai 2024")
    assert "Gjelder fortsatt" in [k.label for k in post[BERIT][0].buttons]


async def test_an_old_paper_of_another_day_tells_nobody(huset):
    chat = huset.chat
    chat.files.readings["gammel.pdf"] = eksempel.lest_innkalling(date(2024, 4, 24))
    svar = await chat.slipp(OVE, "gammel.pdf")
    svar = await chat.trykk(OVE, svar.knapp("Ja, møtet er flyttet"))
    svar = await chat.trykk(OVE, svar.knapp("Lagre"))
    assert "sagt fra" not in svar.text
    assert await chat.post() == {}
