"""«Ikke send meg påminnelser». ASU meets on Wednesday 15 May 2024; the reminder is due on Friday 10."""

from typing import Any

import pytest

from tests.dialogs.chat import Chat, Svar, kanal
from tests.dialogs.moetefolk import ANNE, BERIT, OVE, Huset, bygg
from tests.dialogs.tolker import Innvidd, gjettet

FREDAG = "2024-05-10T09:00"
PAA = {"bokmål": "Slå på påminnelser", "nynorsk": "Slå på påminningar"}
AV = {"bokmål": "Slå av påminnelser", "nynorsk": "Slå av påminningar"}


@pytest.fixture
async def huset() -> Huset:
    return await bygg(Chat(admins=set()))


async def slaa_av(huset: Huset, hvem: str = BERIT, **mer: Any) -> Svar:
    """Asked first, unless the line is a whole known sentence."""
    svar = await huset.chat.si(hvem, "ikke send meg påminnelser", **mer)
    return await huset.chat.si(hvem, "ja", **mer) if svar.labels[0].startswith("Ja") else svar


async def gjettet_paa(huset: Huset, linje: str) -> Svar:
    """What comes of a line that no known sentence fits."""
    tolk = Innvidd(**{linje.replace(" ", "_"): gjettet("sammendrag.plan")})
    return await Chat(admins=set(), store=huset.chat.store, tolk=tolk).si(BERIT, linje)


async def minnet(huset: Huset, at: str = FREDAG) -> set[str]:
    await huset.chat.plan(at)
    return {hvem.removeprefix("aad-") for hvem in await huset.chat.post(at=at)}


@pytest.mark.parametrize("maalform", ["bokmål", "nynorsk"])
async def test_whoever_wants_none_gets_none_and_is_told_what_still_comes(huset, maalform):
    await huset.chat.si(BERIT, f"skriv {maalform}")
    svar = await slaa_av(huset)
    assert svar.foerst in (
        "Du får ikke flere påminnelser om møter og oppgaver, uansett utvalg.",
        "Du får ikkje fleire påminningar om møte og oppgåver, uansett utval.",
    )
    assert "spørsmål om å møte som vara" in svar
    assert svar.labels == [PAA[maalform]]
    assert await minnet(huset) == {ANNE, OVE}


@pytest.mark.parametrize("maalform", ["bokmål", "nynorsk"])
async def test_and_has_them_again_by_the_button_or_its_words(huset, maalform):
    await huset.chat.si(BERIT, f"skriv {maalform}")
    await slaa_av(huset)
    svar = await huset.chat.si(BERIT, PAA[maalform])
    assert svar.labels == [AV[maalform]]
    assert await minnet(huset) == {ANNE, BERIT, OVE}


async def test_the_button_can_be_pressed_as_often_as_one_likes(huset):
    """On the same two cards: each press is a choice."""
    slaatt_av = await slaa_av(huset)
    paa = slaatt_av.buttons[0]
    slaatt_paa = await huset.chat.trykk(BERIT, paa)
    av = slaatt_paa.buttons[0]
    for knapp in (av, paa, av):
        await huset.chat.trykk(BERIT, knapp)
    assert await minnet(huset) == {ANNE, OVE}


async def test_it_is_the_wish_of_one_person(huset):
    await slaa_av(huset, i=kanal("ASU"))
    assert await minnet(huset) == {ANNE, OVE}


@pytest.mark.parametrize(
    ("linje", "av"),
    [
        ("hva sender du meg?", "Du har slått av påminnelser."),
        ("Kva sender du meg", "Du har slått av påminningar."),
    ],
)
async def test_what_is_sent_is_told_as_it_is(huset, linje, av):
    foer = await huset.chat.si(BERIT, linje)
    assert "3 arbeidsdag" in foer
    await slaa_av(huset)
    await huset.chat.si(BERIT, "skriv nynorsk" if linje.startswith("K") else "skriv bokmål")
    assert (await huset.chat.si(BERIT, linje)).foerst == av


async def test_a_guess_is_asked_about_first(huset):
    svar = await gjettet_paa(huset, "nok påminninga no, skru dem av")
    assert svar.text == "Skal jeg slutte å sende deg påminnelser om møter og oppgaver?"
    assert await minnet(huset) == {ANNE, BERIT, OVE}


@pytest.mark.parametrize(
    ("linje", "svart"),
    [
        ("ikkje send meg påminningar", "Skal jeg slutte"),
        ("slutt å mas om møtan", "Skal jeg slutte"),
        ("du treng kje varsla åss kvar gong", "Skal jeg slutte"),
        ("minn mæ på møte i mårra", "Jeg sender deg innkallinger"),
        ("kva varsel får eg", "Jeg sender deg innkallinger"),
        ("minn oss på frestan", "Jeg sender deg innkallinger"),
    ],
)
async def test_what_is_wanted_is_read_from_the_words(huset, linje, svart):
    await huset.chat.si(BERIT, "skriv bokmål")
    assert (await gjettet_paa(huset, linje)).text.startswith(svart)


async def test_the_innkalling_and_a_moved_moete_come_all_the_same(huset):
    await slaa_av(huset)
    await huset.ja(OVE, "send innkallingen til ASU")
    assert f"aad-{BERIT}" in await huset.chat.post()
    await huset.ja(OVE, "flytt ASU til 24. mai", at="2024-05-08T10:00")
    assert f"aad-{BERIT}" in await huset.chat.post(at="2024-05-08T10:00")


@pytest.mark.parametrize(
    "linje", ["minn meg på møtet en uke før", "slå på påminnelser", "skru på påminnelser"]
)
async def test_who_has_them_on_is_told_when_they_come(huset, linje):
    svar = await huset.chat.si(BERIT, linje)
    assert svar.text.split("\n") == [
        "Jeg sender deg innkallinger, én påminnelse før hvert møte og om fristene for oppgavene dine, "
        "beskjed hvis et møte flyttes eller avlyses, og spørsmål om å møte som vara.",
        "ASU: påminnelse 3 arbeidsdager før møtet",
    ]
    assert svar.labels == ["Slå av påminnelser"]


@pytest.mark.parametrize("linje", ["slå på varsler om nye saker", "send varsel når det kommer nye saker"])
async def test_of_what_it_does_not_send_it_says_so(huset, linje):
    svar = await huset.chat.si(BERIT, linje)
    assert svar.foerst == (
        "Sammendrag og ukesoversikter legger jeg ut i kanaler som har bedt om det, ikke til hver enkelt."
    )
    assert "ASU: påminnelse 3 arbeidsdager før møtet" in svar
    assert await minnet(huset) == {ANNE, BERIT, OVE}


async def test_whom_nothing_is_sent_to_is_told_so(huset):
    svar = await huset.chat.si("gjest", "slå på påminnelser")
    assert svar.foerst.startswith("Jeg kjenner deg ikke igjen som medlem av noe utvalg")


async def test_what_has_been_chosen_is_told_where_it_is_asked_for(huset):
    await slaa_av(huset)
    assert "• Du har slått av påminnelser." in await huset.chat.si(BERIT, "hva lagrer du om meg")


@pytest.mark.parametrize("linje", ["Slå av påminnelser", "slå av påminningar"])
async def test_the_label_of_the_button_is_a_line_of_its_own(huset, linje):
    await huset.chat.si(BERIT, linje)
    assert await minnet(huset) == {ANNE, OVE}
