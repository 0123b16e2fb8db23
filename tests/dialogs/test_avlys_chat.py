"""«Avlys ASU 15. mai», and «møtet går likevel». It is Wednesday 8 May 2024."""

import asyncio
from dataclasses import replace
from datetime import date

import pytest

from bot.turn import Kind
from tests.dialogs.chat import Chat, kanal
from tests.dialogs.moetefolk import ANNE, ASUKANAL, BERIT, LIV, OLGA, OVE, Huset, bygg, forfalsket

MAI = "onsdag 15. mai 2024 kl. 12.00–15.00"
JUNI = "onsdag 19. juni 2024 kl. 12.00–15.00"
AVLYST = f"Avlyst. Møtet i ASU skulle vært {MAI}."


@pytest.fixture
async def huset() -> Huset:
    return await bygg(Chat(admins=set(), public_url="https://bot.example"))


async def er_avlyst(huset: Huset) -> tuple[bool, int]:
    m = await huset.moete(huset.mai.id)
    return m.avlyst, m.ics_sekvens


async def test_it_is_shown_first(huset):
    svar = await huset.chat.si(OVE, "avlys ASU 15. mai")
    assert svar.text.split("\n") == [
        f"Skal jeg avlyse ASU {MAI}?",
        "Jeg sier fra til 2 personer.",
        "Én kan jeg ikke nå: Siri Haug.",
    ]
    assert svar.labels == ["Ja, avlys møtet", "Avbryt"]
    assert await er_avlyst(huset) == (False, 0)
    assert await huset.chat.post() == {}


async def test_on_yes_it_is_called_off_and_everybody_told(huset):
    await huset.chat.si(OVE, "koble denne kanalen til ASU", i=ASUKANAL)
    svar = await huset.ja(OVE, "avlys ASU 15. mai")
    assert svar.text.split("\n") == [
        AVLYST,
        "Jeg har sagt fra til 2 personer og 1 kanal.",
        "Én kan jeg ikke nå: Siri Haug.",
    ]
    assert svar.labels == ["Angre"]
    assert await er_avlyst(huset) == (True, 1)
    post = await huset.chat.post()
    assert set(post) == {f"aad-{ANNE}", f"aad-{BERIT}", ASUKANAL.id}
    assert post[ANNE][0].text.split("\n") == [
        AVLYST,
        "Ligger møtet i kalenderen din, må du kanskje fjerne det selv.",
    ]
    assert post[ANNE][0].buttons == ()


@pytest.mark.parametrize("maalform", ["bokmål", "nynorsk"])
async def test_the_old_day_of_a_moved_moete_is_not_quoted_from_anothers_papers(huset, maalform):
    """The papers of ASU say that PSU meets on 20 June."""
    async with huset.chat.store.turn() as uow:
        psu = await uow.load_moete(huset.psu_mai.id)
        await uow.save_moete(replace(psu, dato=date(2024, 6, 20)))
        await uow.commit()
    await huset.chat.si(OVE, f"skriv {maalform}")
    assert "20. juni" in await huset.chat.si(OVE, "neste PSU")
    await huset.ja(OVE, "flytt PSU til 21. juni")
    assert "20. juni" not in await huset.chat.si(OVE, "møter i juni")
    await huset.ja(OVE, "avlys PSU 21. juni")
    svar = await huset.chat.si(OVE, "neste PSU")
    assert "20. juni" not in svar
    assert "PSU fredag 21. juni 2024 kl. 12.00–15.00 er avlyst." in svar


@pytest.mark.parametrize("maalform", ["bokmål", "nynorsk"])
async def test_angre_may_be_written(huset, maalform):
    await huset.chat.si(OVE, f"skriv {maalform}")
    await huset.ja(OVE, "avlys ASU 15. mai")
    await huset.chat.si(OVE, "angre")
    assert await er_avlyst(huset) == (False, 2)


async def test_who_asks_for_the_next_hears_of_it(huset):
    await huset.ja(OVE, "avlys ASU 15. mai")
    svar = await huset.chat.si(BERIT, "neste ASU")
    assert svar.foerst == f"Neste møte i ASU er {JUNI}."
    assert f"Møtet i ASU {MAI} er avlyst." in svar


async def test_where_there_is_no_other_it_is_said_that_it_is_avlyst(huset):
    await huset.avlys(huset.juni)
    await huset.avlys(huset.mai)
    svar = await huset.chat.si(BERIT, "neste ASU")
    assert svar.text.startswith("Jeg har ikke fått innkalling til flere ASU-møter.")
    assert f"Møtet i ASU {MAI} er avlyst. Møtet i ASU {JUNI} er avlyst." in svar


@pytest.mark.parametrize(
    ("linje", "foerst"),
    [
        ("ASU 15. mai", AVLYST),
        ("saksliste ASU 15. mai", f"Avlyst. Saksliste for ASU {MAI}"),
        ("hvor er ASU 15. mai", f"Avlyst. Sted for ASU {MAI}: Storsalen."),
        ("pauser i ASU 15. mai", "Avlyst. "),
        ("hvem innleder i ASU 15. mai", "Avlyst. "),
        ("sak 3 i ASU 15. mai", "Avlyst. "),
    ],
)
async def test_every_card_of_it_says_so_first(huset, linje, foerst):
    await huset.avlys(huset.mai)
    svar = await huset.chat.si(BERIT, linje)
    assert svar.text.startswith(foerst)
    assert "Legg i kalender" not in svar.text


async def test_a_list_of_moeter_says_so(huset):
    await huset.avlys(huset.mai)
    svar = await huset.chat.si(BERIT, "hvilke møter har ASU")
    assert "Onsdag 15. mai 2024 kl. 12.00–15.00: Avlyst. ASU" in svar
    assert "Onsdag 19. juni 2024 kl. 12.00–15.00: ASU" in svar


async def test_nothing_can_be_reported_to_it(huset):
    await huset.avlys(huset.mai)
    await huset.avlys(huset.juni)
    forfall = await huset.chat.si(BERIT, "må melde forfall til ASU 15. mai")
    assert "avlyst" in forfall.text.lower()
    sak = await huset.chat.si(BERIT, "meld sak til eventuelt 15. mai: Bruk av Kompetansebroen")
    assert "Kompetansebroen" not in (await huset.chat.si(OVE, "saksliste ASU 19. juni")).text
    assert "er meldt" not in sak


async def test_angre_holds_it_after_all_and_tells_everybody(huset):
    svar = await huset.ja(OVE, "avlys ASU 15. mai")
    await huset.chat.post()
    igjen = await huset.chat.trykk(OVE, svar.knapp("Angre"))
    assert igjen.foerst == f"Møtet i ASU {MAI} holdes likevel."
    assert await er_avlyst(huset) == (False, 2)
    post = await huset.chat.post()
    assert post[BERIT][0].text.startswith(f"Møtet i ASU {MAI} holdes likevel.")
    assert [k.label for k in post[BERIT][0].buttons] == ["Jeg kommer", "Meld forfall"]


async def test_moetet_gaar_likevel_is_shown_first(huset):
    await huset.ja(OVE, "avlys ASU 15. mai")
    svar = await huset.chat.si(OVE, "møtet går likevel")
    assert svar.foerst == f"Skal ASU {MAI} holdes likevel?"
    assert await er_avlyst(huset) == (True, 1)
    await huset.chat.trykk(OVE, svar.knapp("Ja, møtet går likevel"))
    assert await er_avlyst(huset) == (False, 2)


async def test_angre_of_what_somebody_else_has_taken_back_does_nothing(huset):
    svar = await huset.ja(OVE, "avlys ASU 15. mai")
    await huset.ja(OVE, "møtet går likevel")
    igjen = await huset.chat.trykk(OVE, svar.knapp("Angre"))
    assert igjen.text == f"ASU {MAI} er ikke avlyst. Det går som planlagt."
    assert await er_avlyst(huset) == (False, 2)


@pytest.mark.parametrize(
    ("linje", "at", "sies"),
    [
        ("avlys ASU 15. mai", "2024-05-15T12:00", f"ASU {MAI} har begynt eller er over"),
        ("møtet i ASU 15. mai går likevel", "2024-05-08T09:00", f"ASU {MAI} er ikke avlyst."),
        ("avlys Fagråd 7", "2024-05-08T09:00", "Jeg kjenner ikke noe utvalg som heter «Fagråd 7»."),
        ("avlys ASU 16. mai", "2024-05-08T09:00", "Jeg har ikke fått innkalling til noen ASU-møter"),
    ],
)
async def test_what_cannot_be_is_said_with_what_can(huset, linje, at, sies):
    svar = await huset.chat.si(OVE, linje, at=at)
    assert svar.text.startswith(sies)
    assert await er_avlyst(huset) == (False, 0)


async def test_twice_is_said(huset):
    await huset.ja(OVE, "avlys ASU 15. mai")
    svar = await huset.chat.si(OVE, "avlys ASU 15. mai")
    assert svar.text.startswith(f"ASU {MAI} er avlyst. Skal det holdes likevel, kan sekretariatet skrive")


@pytest.mark.parametrize("hvem", [BERIT, ANNE, LIV, OLGA, "ukjent"])
async def test_who_is_not_the_sekretariat_is_told_who_can(huset, hvem):
    for linje in ("avlys ASU 15. mai", "møtet i ASU 15. mai går likevel"):
        svar = await huset.chat.si(hvem, linje)
        assert svar.text.startswith("Det kan bare sekretariatet i ASU gjøre.")
        assert "Sekretariatet i ASU er Ove Bakk." in svar
        assert svar.labels == []


async def test_the_buttons_of_one_are_not_anothers(huset):
    vist = await huset.chat.si(OVE, "avlys ASU 15. mai", i=kanal("ASU"))
    ja = vist.knapp("Ja")
    assert "en annen jeg spurte" in await huset.chat.trykk(BERIT, ja, i=kanal("ASU"))
    assert "kan bare sekretariatet" in await huset.chat.trykk(BERIT, forfalsket(ja, hvem=f"29:{BERIT}"))
    angre = (await huset.chat.trykk(OVE, ja, i=kanal("ASU"))).knapp("Angre")
    assert "kan bare sekretariatet" in await huset.chat.trykk(BERIT, angre, i=kanal("ASU"))
    assert "kan bare sekretariatet" in await huset.chat.trykk(BERIT, replace(angre, verb="moete.avlys"))
    assert await er_avlyst(huset) == (True, 1)


async def test_pressed_twice_and_delivered_twice_it_is_done_once(huset):
    chat = huset.chat
    ja = (await chat.si(OVE, "avlys ASU 15. mai")).knapp("Ja")
    incoming = chat.melding(OVE, "", button=ja, wants_body=True, kind=Kind.PRESS)
    svar = [*await asyncio.gather(chat.gi(incoming), chat.trykk(OVE, ja)), await chat.gi(incoming)]
    assert {s.foerst for s in svar} == {AVLYST}
    assert await er_avlyst(huset) == (True, 1)
    assert len((await chat.post())[ANNE]) == 1


async def test_the_vara_who_was_called_and_who_has_forfall_are_told(huset):
    chat = huset.chat
    await chat.si(BERIT, "må melde forfall til ASU 15. mai, Liv stiller som vara")
    kall = (await chat.post())[LIV][0]
    await chat.trykk(LIV, kall.buttons[0])
    await chat.post()
    svar = await huset.ja(OVE, "avlys ASU 15. mai")
    assert "Jeg har sagt fra til 3 personer." in svar
    post = await chat.post()
    assert post[LIV][0].text.startswith(AVLYST)
    assert post[BERIT][0].text.startswith(AVLYST)
    assert [len(m) for m in post.values()] == [1, 1, 1]
    await chat.trykk(OVE, svar.knapp("Angre"))
    post = await chat.post()
    assert "Jeg kan møte" in [k.label for m in post[LIV] for k in m.buttons]


async def test_saker_til_eventuelt_follow_to_the_next(huset):
    await huset.chat.si(BERIT, "meld sak til eventuelt 15. mai: Bruk av Kompetansebroen")
    svar = await huset.ja(OVE, "avlys ASU 15. mai")
    assert "Én sak er meldt til eventuelt. Den følger med til neste møte i ASU." in svar


async def test_in_nynorsk(huset):
    await huset.chat.si(OVE, "bytt til nynorsk")
    vist = await huset.chat.si(OVE, "avlys ASU 15. mai")
    assert vist.foerst == f"Skal eg avlyse ASU {MAI}?"
    svar = await huset.chat.trykk(OVE, vist.knapp("Ja"))
    assert svar.foerst == f"Avlyst. Møtet i ASU skulle vore {MAI}."
    igjen = await huset.chat.trykk(OVE, svar.knapp("Angre"))
    assert igjen.foerst == f"Møtet i ASU {MAI} blir halde likevel."
