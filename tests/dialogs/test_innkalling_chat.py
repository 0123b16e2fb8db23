"""«Send innkallingen til ASU». It is Wednesday 8 May 2024; ASU meets on the 15th."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.turn import Kind
from tests.dialogs.chat import Chat
from tests.dialogs.moetefolk import ANNE, ASUKANAL, BERIT, LIV, OLGA, OVE, Huset, bygg, forfalsket

MAI = "onsdag 15. mai 2024 kl. 12.00–15.00"
SEND = "send innkallingen til ASU"


@pytest.fixture
async def huset() -> Huset:
    return await bygg(Chat(admins=set(), public_url="https://bot.example"))


async def test_it_is_shown_first_with_who_cannot_be_reached(huset):
    await huset.chat.si(OVE, "koble denne kanalen til ASU", i=ASUKANAL)
    svar = await huset.chat.si(OVE, SEND)
    assert svar.text.split("\n") == [
        f"Skal jeg sende innkallingen til ASU {MAI} til 2 medlemmer og 1 kanal?",
        "Én kan jeg ikke nå: Siri Haug.",
        "«Sak 03/24 Felles vaktordning for øykommunene» er også oppe i PSU 23. mai. «Sak 02/24 Digital "
        "hjemmeoppfølging – status» er også oppe i PSU 23. mai. Det gjelder 1 sak til.",
    ]
    assert svar.labels == ["Ja, send", "Avbryt"]
    assert (await huset.moete(huset.mai.id)).sendt is None
    assert await huset.chat.post() == {}


async def test_on_yes_members_get_the_card_and_the_channel_the_post(huset):
    await huset.chat.si(OVE, "koble denne kanalen til ASU", i=ASUKANAL)
    svar = await huset.ja(OVE, SEND)
    assert svar.text.split("\n") == [
        f"Innkallingen til ASU {MAI} er sendt til 2 medlemmer og 1 kanal.",
        "Én kan jeg ikke nå: Siri Haug.",
    ]
    assert (await huset.moete(huset.mai.id)).sendt == datetime(2024, 5, 8, 7, tzinfo=UTC)
    post = await huset.chat.post()
    assert set(post) == {f"aad-{ANNE}", f"aad-{BERIT}", ASUKANAL.id}
    (til_berit,) = post[BERIT]
    assert til_berit.text.startswith(f"Innkalling til møte i ASU {MAI}.")
    assert "12.40–13.20 03/24 Felles vaktordning" in til_berit.text
    assert "Kan du ikke komme, trykker du på «Meld forfall». Du trenger ikke oppgi grunn." in til_berit.text
    assert [k.label for k in til_berit.buttons] == ["Jeg kommer", "Meld forfall"]
    (til_kanalen,) = post[ASUKANAL.id]
    assert [k.label for k in til_kanalen.buttons] == ["Saksliste"]
    assert "Meld forfall" not in til_kanalen.text


async def test_a_vara_is_not_called_in_by_it(huset):
    await huset.ja(OVE, SEND)
    assert (await huset.chat.post())[LIV] == []


async def test_a_vara_who_is_called_in_and_comes_gets_it_too(huset):
    await huset.chat.si(BERIT, "må melde forfall til ASU 15. mai, Liv stiller som vara")
    kall = (await huset.chat.post())[LIV][0]
    await huset.chat.trykk(LIV, kall.buttons[0])
    await huset.chat.post()
    await huset.ja(OVE, SEND)
    (til_liv,) = (await huset.chat.post())[LIV]
    assert til_liv.text.startswith(f"Innkalling til møte i ASU {MAI}.")


async def test_the_buttons_answer(huset):
    await huset.ja(OVE, SEND)
    post = await huset.chat.post()
    kommer, forfall = post[BERIT][0].buttons
    assert "kommer" in (await huset.chat.trykk(BERIT, kommer)).text
    assert (await huset.chat.trykk(BERIT, forfall)).foerst.startswith("Forfall er notert: ASU")
    hvem = await huset.chat.si(OVE, "hvem har meldt forfall til ASU 15. mai")
    assert "Berit Nes" in hvem


async def test_sent_again_it_says_when_and_asks(huset):
    await huset.ja(OVE, SEND)
    await huset.chat.post()
    svar = await huset.chat.si(OVE, SEND, at="2024-05-10T12:00")
    assert "Den er sendt før, onsdag 8. mai 2024 kl. 09.00." in svar
    await huset.chat.trykk(OVE, svar.knapp("Ja"), at="2024-05-10T12:01")
    assert len((await huset.chat.post())[ANNE]) == 1


async def test_a_third_time_nobody_gets_more_than_two(huset):
    for at in ("2024-05-08T09:00", "2024-05-09T09:00"):
        await huset.ja(OVE, SEND, at=at)
        await huset.chat.post()
    svar = await huset.chat.si(OVE, SEND, at="2024-05-10T09:00")
    assert svar.text.startswith(f"Jeg kan ikke sende innkallingen til ASU {MAI}")
    assert (
        "2 har allerede fått to meldinger fra meg om møtet, og får ikke denne: Anne Vik og Berit Nes."
        in svar
    )
    assert svar.labels == []


async def test_without_a_paper_it_says_what_to_do(huset):
    svar = await huset.chat.si(OVE, "send innkallingen til ASU 19. juni")
    assert svar.text == (
        "Jeg har ikke fått innkallingen til ASU onsdag 19. juni 2024 kl. 12.00–15.00. "
        "Send meg filen i en samtale med bare meg, så tar jeg den imot."
    )


async def test_where_nobody_can_be_reached_it_says_how(huset):
    async with huset.chat.store.turn() as uow:
        for bruker in await uow.brukere.alle():
            await uow.brukere.lagre(replace(bruker, conversation_id=None))
        await uow.commit()
    annen = Chat(admins={"aad-kontoret"}, store=huset.chat.store)
    svar = await annen.si("kontoret", SEND)
    assert svar.text.startswith(f"Jeg kan ikke sende innkallingen til ASU {MAI}, for jeg når ingen")
    assert "«koble denne kanalen til ASU»" in svar
    assert "4 kan jeg ikke nå: Anne Vik, Berit Nes, Siri Haug og Ove Bakk." in svar


@pytest.mark.parametrize("hvem", [BERIT, ANNE, LIV, OLGA, "ukjent"])
async def test_who_is_not_the_sekretariat_is_told_who_can(huset, hvem):
    svar = await huset.chat.si(hvem, SEND)
    assert svar.text.startswith("Det kan bare sekretariatet i ASU gjøre. Sekretariatet i ASU er Ove Bakk.")
    assert svar.labels == []


async def test_a_forged_yes_is_checked_again(huset):
    ja = (await huset.chat.si(OVE, SEND)).knapp("Ja")
    assert "kan bare sekretariatet" in await huset.chat.trykk(BERIT, forfalsket(ja, hvem=f"29:{BERIT}"))
    uten = forfalsket(ja, slots={"moete": huset.juni.id, "versjon": huset.juni.versjon})
    assert "Jeg har ikke fått innkallingen" in await huset.chat.trykk(OVE, uten)
    feil = forfalsket(ja, slots={"moete": huset.mai.id, "versjon": "1"})
    assert (await huset.chat.trykk(OVE, feil)).text.startswith("Den knappen kan jeg ikke bruke lenger.")
    assert await huset.chat.post() == {}


async def test_avlyst_and_begun_are_refused(huset):
    svar = await huset.chat.si(OVE, "send innkallingen til ASU 15. mai", at="2024-05-15T13:00")
    assert "har begynt eller er over" in svar
    await huset.avlys(huset.mai)
    assert "er avlyst" in await huset.chat.si(OVE, "send innkallingen til ASU 15. mai")


async def test_pressed_twice_and_delivered_twice_it_is_sent_once(huset):
    chat = huset.chat
    ja = (await chat.si(OVE, SEND)).knapp("Ja")
    incoming = chat.melding(OVE, "", button=ja, wants_body=True, kind=Kind.PRESS)
    await asyncio.gather(chat.gi(incoming), chat.trykk(OVE, ja))
    await chat.gi(incoming)
    post = await chat.post()
    assert [len(post[hvem]) for hvem in (ANNE, BERIT)] == [1, 1]


async def test_two_of_the_sekretariat_at_once_send_it_once(huset):
    annen = Chat(admins={"aad-kontoret"}, store=huset.chat.store)
    ja = (await huset.chat.si(OVE, SEND)).knapp("Ja")
    sitt_ja = (await annen.si("kontoret", SEND)).knapp("Ja")
    svar = await asyncio.gather(huset.chat.trykk(OVE, ja), annen.trykk("kontoret", sitt_ja))
    assert sorted("er sendt til" in s for s in svar) == [False, True]
    post = await huset.chat.post()
    assert len(post[BERIT]) == 1


async def test_in_the_evening_it_goes_out_in_the_morning(huset):
    svar = await huset.ja(OVE, SEND, at="2024-05-08T20:30")
    assert svar.text.endswith("Meldingene går ut kl. 07, for mellom kl. 20 og 07 sender jeg ingenting.")
    assert await huset.chat.post(at="2024-05-08T23:00") == {}
    assert len((await huset.chat.post(at="2024-05-09T07:00"))[ANNE]) == 1


async def test_in_nynorsk(huset):
    await huset.chat.si(OVE, "bytt til nynorsk")
    await huset.chat.si(BERIT, "bytt til nynorsk")
    vist = await huset.chat.si(OVE, "send innkallinga til ASU")
    assert vist.foerst == f"Skal eg sende innkallinga til ASU {MAI} til 2 medlemmer?"
    gjort = await huset.chat.trykk(OVE, vist.knapp("Ja"))
    assert gjort.foerst == f"Innkallinga til ASU {MAI} er send til 2 medlemmer."
    til_berit = (await huset.chat.post())[BERIT][0]
    assert "Du treng ikkje oppgi grunn." in til_berit.text
    assert [k.label for k in til_berit.buttons] == ["Eg kjem", "Meld forfall"]


NATT, NATT_ETTER, MORGEN = "2024-05-08T21:00", "2024-05-08T23:00", "2024-05-09T07:00"
TRUKKET = "Innkallingen var ikke gått ut ennå, og er trukket tilbake."


@pytest.mark.parametrize(
    ("linje", "foerst"),
    [
        ("avlys ASU 15. mai", f"Avlyst. Møtet i ASU skulle vært {MAI}."),
        ("flytt ASU 15. mai til 22. mai", "Møtet i ASU er flyttet fra onsdag 15. mai"),
    ],
)
async def test_at_night_it_is_taken_back_where_it_no_longer_is_so_before_it_has_left(huset, linje, foerst):
    await huset.chat.si(OVE, "koble denne kanalen til ASU", i=ASUKANAL)
    await huset.ja(OVE, SEND, at=NATT)
    assert await huset.chat.post(at=NATT) == {}
    assert TRUKKET in await huset.ja(OVE, linje, at=NATT_ETTER)
    post = await huset.chat.post(at=MORGEN)
    for hvem in (ANNE, BERIT, ASUKANAL.id):
        (fikk,) = post[hvem]
        assert fikk.text.startswith(foerst)


async def test_what_has_left_is_not_taken_back(huset):
    await huset.ja(OVE, SEND)
    await huset.chat.post()
    assert TRUKKET not in await huset.ja(OVE, "avlys ASU 15. mai", at=NATT)


async def test_another_place_leaves_it_to_be_sent(huset):
    await huset.ja(OVE, SEND, at=NATT)
    assert TRUKKET not in await huset.ja(OVE, "flytt ASU 15. mai til Lillesalen", at=NATT_ETTER)
    assert len((await huset.chat.post(at=MORGEN))[ANNE]) == 2
