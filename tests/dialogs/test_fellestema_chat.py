"""What is also up in other bodies, shown to the sekretariat and to who asks."""

from dataclasses import replace
from datetime import date, time

import pytest

from bot.domain.innkalling import Agendapunkt, Agendatype, Innkalling
from bot.domain.moete import Moete
from bot.domain.reading import Reading
from tests.dialogs.chat import Chat
from tests.dialogs.moetefolk import BERIT, OVE, bygg

JUNI = date(2024, 6, 12)


def _innkalling(dag: date, *titler: str, utvalg: str = "Politisk samarbeidsutvalg") -> Innkalling:
    punkter = [Agendapunkt(Agendatype.SAK, t, f"{n:02d}/24") for n, t in enumerate(titler, 10)]
    return Innkalling(utvalg=utvalg, dato=dag, start=time(10), agenda=punkter)


@pytest.fixture
async def huset():
    """PSU has another møte on 12 June, about some of what ASU has on 15 May."""
    huset = await bygg(Chat(admins=set()))
    async with huset.chat.store.turn() as uow:
        psu = await uow.load_moete(huset.psu_mai.id)
        psu.innkalling = _innkalling(psu.dato, "Godkjenning av innkalling", "Eventuelt")
        await uow.save_moete(psu)
        nytt = Moete(huset.psu.helsefellesskap_id, [huset.psu.id], JUNI, time(10), time(12))
        nytt.innkalling = _innkalling(
            JUNI, "Legevakt i øykommunene", "Godkjenning av innkalling", "Eventuelt"
        )
        await uow.save_moete(nytt)
        await uow.commit()
    return huset


async def test_it_stands_on_the_preview_of_the_innkalling(huset):
    svar = await huset.chat.si(OVE, "send innkallingen til ASU")
    linjer = svar.text.split("\n")
    assert "«Sak 03/24 Felles vaktordning for øykommunene» er også oppe i PSU 12. juni." in linjer
    assert "Godkjenning" not in svar.text


async def test_nothing_is_said_where_nothing_is(huset):
    svar = await huset.chat.si(OVE, "send innkallingen til PSU 23. mai")
    assert "også oppe" not in svar.text


async def test_it_stands_on_the_receipt_of_an_import(huset):
    lest = Reading(
        _innkalling(date(2024, 6, 5), "Vakt i øykommunene", utvalg="Administrativt samarbeidsutvalg")
    )
    huset.chat.files.readings["asu.pdf"] = lest
    svar = await huset.chat.slipp(OVE, "asu.pdf")
    svar = await huset.chat.trykk(OVE, svar.knapp("Lagre"))
    assert "«Sak 10/24 Vakt i øykommunene» er også oppe i PSU 12. juni." in svar.text


async def test_anybody_may_ask(huset):
    svar = await huset.chat.si(BERIT, "hva er også oppe i andre utvalg?")
    assert svar.text.split("\n") == [
        "En sak er oppe i flere utvalg samtidig:",
        "Felles: øykommunene: ASU 15. mai: Sak 03/24 Felles vaktordning for øykommunene · "
        "PSU 12. juni: Sak 10/24 Legevakt i øykommunene",
        "Kandidat for felles møte: ASU og PSU (1 sak til felles).",
    ]


async def test_by_topic(huset):
    svar = await huset.chat.si(BERIT, "hvem andre jobber med øykommunene?")
    assert svar.foerst == "2 utvalg har saker om «øykommunene»:"
    assert svar.text.endswith("Kandidat for felles møte: ASU og PSU.")
    assert (await huset.chat.si(BERIT, "hvem andre jobber med romfart?")).foerst.startswith(
        "Ingen utvalg har saker om «romfart»"
    )


async def test_in_nynorsk(huset):
    await huset.chat.si(BERIT, "svar meg på nynorsk")
    svar = await huset.chat.si(BERIT, "kven andre arbeidar med legevakt?")
    assert "utval har saker om" in svar.foerst


async def test_a_moete_that_is_called_off_is_not_counted(huset):
    async with huset.chat.store.turn() as uow:
        juni = next(m for m in (await uow.register()).moeter if m.dato == JUNI)
        await uow.save_moete(replace(await uow.load_moete(juni.id), avlyst=True))
        await uow.commit()
    svar = await huset.chat.si(BERIT, "hva er også oppe i andre utvalg?")
    assert svar.foerst.startswith("Jeg finner ingen saker")
