"""What is said in a hurry while a referat is kept: taken for what it says, and nothing else."""

import pytest

from bot.domain.moetebok import Foeringsslag
from tests.dialogs.chat import Chat
from tests.dialogs.moetefolk import OVE
from tests.dialogs.referatfolk import aapnet


@pytest.fixture
async def ref():
    return await aapnet(Chat(admins=set()))


@pytest.mark.parametrize("linje", ["slett alt", "Stryk alle punktene", "fjern alt sammen"])
async def test_slett_alt_strikes_nothing_and_is_not_about_oneself(ref, linje):
    await ref.si(OVE, "sak 1", "k: godkjent")
    svar = await ref.si(OVE, linje)
    assert "lagret om deg" not in svar
    assert await ref.tekster() == {1: "Godkjent"}


async def test_fjern_siste_takes_back_the_point_and_not_the_change_of_sak(ref):
    await ref.si(OVE, "sak 1", "k: godkjent", "i: feil linje", "sak 2")
    svar = await ref.si(OVE, "fjern siste")
    assert svar.text == "Angret: 01/24 · innspill 2."
    assert await ref.tekster() == {1: "Godkjent"}
    stand = await ref.stand()
    assert stand.sak(stand.aapen or 0).saksnr == "02/24"


async def test_angre_after_a_change_of_sak_takes_that_back(ref):
    await ref.si(OVE, "sak 1", "k: godkjent", "sak 2", "angre")
    stand = await ref.stand()
    assert (stand.sak(stand.aapen or 0).saksnr, len(stand.punkter)) == ("01/24", 1)


async def test_fjern_siste_punkt_after_somebody_came(ref):
    await ref.si(OVE, "sak 1", "k: godkjent", "Siri kom 12.30", "fjern siste punkt")
    assert await ref.tekster() == {}


@pytest.mark.parametrize("linje", ["sak 2 og 3 behandles sammen", "vi tar sak 2 og sak 3 under ett"])
async def test_two_saker_together_open_the_first_and_say_where_the_points_stand(ref, linje):
    svar = await ref.si(OVE, linje)
    assert "behandles sammen med denne. Det du skriver, føres på sak 02/24." in svar
    stand = await ref.stand()
    assert stand.sak(stand.aapen or 0).saksnr == "02/24"


async def test_together_with_one_that_is_not_there_says_so(ref):
    svar = await ref.si(OVE, "sak 2 og 77 behandles sammen")
    assert "Sak 77 fant jeg ikke på sakslisten." in svar


@pytest.mark.parametrize("linje", ["Neste møte 12. juni", "neste møte blir onsdag 12.6. kl. 10"])
async def test_the_next_moete_is_a_point_where_a_day_is_said(ref, linje):
    await ref.si(OVE, "sak 1", linje)
    assert [tekst.lower() for tekst in (await ref.tekster()).values()] == [linje.lower()]


async def test_without_a_day_the_next_moete_is_asked_for(ref):
    await ref.si(OVE, "sak 1", "når er neste møte")
    assert await ref.tekster() == {}


@pytest.mark.parametrize(("linje", "slutt"), [("pause til 13.30", "13.30"), ("pause til halv to", "13.30")])
async def test_a_pause_keeps_its_end(ref, linje, slutt):
    await ref.si(OVE, "sak 1")
    svar = await ref.si(OVE, linje)
    assert f"til kl. {slutt}" in svar
    async with ref.chat.store.turn() as uow:
        pause = [x for x in await uow.boeker.les(ref.bok_id) if x.slag is Foeringsslag.PAUSE]
    assert pause[0].verdier["til"] == "13:30"


async def test_what_asu_asks_a_fagraad_stays_a_point(ref):
    await ref.si(OVE, "sak 1", "ASU ber PSU om å vurdere finansieringen")
    assert list((await ref.tekster()).values()) == ["ASU ber PSU om å vurdere finansieringen"]


async def test_the_frist_til_neste_moete_is_the_day_of_that_moete(ref):
    svar = await ref.si(OVE, "sak 1", "o: Siri Haug lager utkast til neste møte")
    assert "frist onsdag 19. juni 2024" in svar
    stand = await ref.stand()
    assert str(stand.punkter[1].frist) == "2024-06-19"


async def test_where_the_next_moete_is_not_known_there_is_no_frist_and_it_is_said(ref):
    await ref.hus.avlys(ref.hus.juni)
    svar = await ref.si(OVE, "sak 1", "o: Siri Haug lager utkast til neste møte")
    assert "Neste møte er ikke lagt inn" in svar
    stand = await ref.stand()
    assert stand.punkter[1].frist is None
