"""What is open comes back on the next saksliste under its sak, until it is done or dropped; and so do the
saker that were postponed.
"""

from dataclasses import replace
from datetime import UTC, date

import pytest

from bot.domain.frammoete import Hvem
from bot.domain.moetebok import Boktilstand, Foering, Foeringsslag, Moetebok
from bot.domain.referat import Referat, Referatdel, Referatsak
from tests.dialogs.chat import kanal, kl
from tests.dialogs.oppgavefolk import BERIT, OLGA, OVE, SIRI, UKJENT, Oppgavehus, bygg_oppgaver

UNDER_2 = (
    "   • Oppfølging fra forrige møte: Ringer kommunene (ansvarlig: Berit Nes, frist: mandag 6. mai 2024"
)


@pytest.fixture
async def huset() -> Oppgavehus:
    """ASU's saksliste in May has 02/24 Digital hjemmeoppfølging and 03/24 Felles vaktordning."""
    return await bygg_oppgaver()


async def saksliste(huset: Oppgavehus, hvem: str = BERIT, **mer) -> list[str]:
    return (await huset.chat.si(hvem, "saksliste ASU 15. mai", **mer)).text.split("\n")


async def test_under_its_sak_by_number(huset):
    linjer = await saksliste(huset)
    plass = next(n for n, linje in enumerate(linjer) if "02/24 Digital" in linje)
    assert linjer[plass + 1 : plass + 3] == ["   • Erfaringer", UNDER_2 + ", over fristen)"]


async def test_until_it_is_done_or_dropped(huset):
    await huset.chat.si(BERIT, "oppgave 1 er ferdig")
    linjer = await saksliste(huset)
    assert not any("Ringer kommunene" in linje for linje in linjer)
    assert any("Skriver brev" in linje for linje in linjer)


async def test_by_title_where_the_sak_has_another_number(huset):
    await huset.ny("Spør legene", SIRI, sak="14/23", sak_tittel="Status: rekruttering av sykepleiere")
    linjer = await saksliste(huset)
    plass = next(n for n, linje in enumerate(linjer) if "04/24 Rekruttering" in linje)
    assert linjer[plass + 1] == "   • Oppfølging fra forrige møte: Spør legene (ansvarlig: Siri Haug)"


async def test_what_belongs_under_none_has_a_heading_of_its_own(huset):
    await huset.ny("Bestiller lokale", OVE, sak="Eventuelt", sak_tittel="Eventuelt")
    linjer = await saksliste(huset)
    assert linjer[-2:] == ["Oppfølging fra tidligere møter:", "• Bestiller lokale (ansvarlig: Ove Bakk)"]


async def test_what_is_older_than_a_year_is_not_brought_up(huset):
    async with huset.chat.store.turn() as uow:
        moete = await uow.load_moete(huset.april.id)
        await uow.save_moete(replace(moete, dato=date(2023, 4, 12)))
        await uow.commit()
    assert not any("Ringer" in linje for linje in await saksliste(huset))


@pytest.mark.parametrize("hvem", [UKJENT, OLGA])
async def test_only_for_those_who_may_see_it(huset, hvem):
    assert not any("Ringer" in linje for linje in await saksliste(huset, hvem))


async def test_not_where_others_read_along(huset):
    linjer = await saksliste(huset, i=kanal("Vaktrommet"))
    assert not any("Ringer" in linje for linje in linjer)


async def utsett(huset: Oppgavehus, tilstand: Boktilstand) -> None:
    av, at = Hvem("Ove Bakk"), kl("2024-04-10T12:00").astimezone(UTC)
    linjer = [
        Foering(Foeringsslag.SAK_LAGT, at, av, "a", sak=1, tekst="Ny avtale", verdier={"saksnr": "07/24"}),
        Foering(Foeringsslag.PUNKT, at, av, "b", 1, 1, "Utsettes.", {"slag": "utsatt"}),
    ]
    async with huset.chat.store.turn() as uow:
        bok = await uow.boeker.opprett(Moetebok(huset.april.id or 0, at, tilstand))
        await uow.boeker.noter(bok.id or 0, linjer)
        await uow.commit()


async def test_a_sak_that_was_postponed_is_on_the_next_one(huset):
    await utsett(huset, Boktilstand.TIL_GODKJENNING)
    linjer = await saksliste(huset)
    assert linjer[-2:] == ["Utsatt fra forrige møte:", "• 07/24 Ny avtale"]
    assert not any("Ny avtale" in linje for linje in await saksliste(huset, OLGA))


async def test_before_it_is_sent_only_who_keeps_the_referat_sees_it(huset):
    await utsett(huset, Boktilstand.UTKAST)
    assert not any("Ny avtale" in linje for linje in await saksliste(huset))
    assert any("Ny avtale" in linje for linje in await saksliste(huset, OVE))


async def test_a_sak_that_a_paper_says_was_postponed(huset):
    saker = [Referatsak("07/24", "Ny avtale", konklusjon=["Saken utsettes til neste møte."])]
    async with huset.chat.store.turn() as uow:
        moete = await uow.load_moete(huset.april.id)
        moete.referat = Referat("ASU", dato=moete.dato, deler=[Referatdel(saker)])
        await uow.save_moete(moete)
        await uow.commit()
    assert "• 07/24 Ny avtale" in await saksliste(huset)
