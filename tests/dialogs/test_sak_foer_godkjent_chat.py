"""What a sak came to, from a referat that is kept here and not approved: to those alone who may see it."""

import pytest

from bot.domain.conversation import Button
from tests.dialogs.chat import kanal, privat
from tests.dialogs.godkjenningsfolk import ASUKANAL, BERIT, OLGA, OVE, UKJENT, bygg_bok

SAKEN = "Tas til orientering."
LINJER = (
    "konklusjonen i sak 2",
    "hva ble vedtatt i sak 02/24",
    "hva vedtok ASU i sak 02/24",
    "sak 02/24 i ASU 15. mai",
)


@pytest.mark.parametrize("linje", LINJER)
async def test_an_utkast_to_those_who_keep_it_and_to_nobody_else(linje):
    hus = await bygg_bok()
    svar = await hus.si(OVE, linje)
    assert SAKEN in svar
    assert "Status: Utkast – ikke godkjent" in svar
    for hvem in (BERIT, OLGA, UKJENT):
        assert SAKEN not in await hus.si(hvem, linje), hvem


@pytest.mark.parametrize("linje", LINJER)
async def test_once_it_is_sent_to_the_bodys_own(linje):
    hus = await bygg_bok(send=True)
    for hvem in (OVE, BERIT):
        svar = await hus.si(hvem, linje)
        assert SAKEN in svar, hvem
        assert "Status: Til godkjenning, merknadsfrist mandag 3. juni 2024" in svar
    for hvem in (OLGA, UKJENT):
        assert SAKEN not in await hus.si(hvem, linje), hvem


@pytest.mark.parametrize("linje", LINJER)
async def test_approved_it_is_anybodys_and_has_no_mark(linje):
    hus = await bygg_bok(send=True)
    await hus.godkjenn()
    for hvem in (OVE, BERIT, OLGA, UKJENT):
        svar = await hus.si(hvem, linje)
        assert SAKEN in svar, hvem
        assert "Status:" not in svar


@pytest.mark.parametrize("linje", LINJER)
async def test_in_a_channel_only_what_is_sent_and_only_the_bodys_own(linje):
    hus = await bygg_bok()
    await hus.chat.si(OVE, "koble denne kanalen til ASU", i=ASUKANAL)
    annen = kanal("Noe annet")
    for i in (ASUKANAL, annen):
        assert SAKEN not in await hus.si(OVE, linje, i=i)
    await hus.send()
    assert SAKEN in await hus.si(BERIT, linje, i=ASUKANAL)
    assert SAKEN not in await hus.si(UKJENT, linje, i=ASUKANAL)
    assert SAKEN not in await hus.si(BERIT, linje, i=annen)


async def test_a_button_that_points_at_the_sak():
    hus = await bygg_bok()
    knapp = Button("", "sak.vis", {"moete": hus.moete.id, "saksnr": "02/24", "hva": "konklusjon"})
    assert SAKEN in await hus.trykk(OVE, knapp)
    for hvem in (BERIT, OLGA, UKJENT):
        assert SAKEN not in await hus.trykk(hvem, knapp), hvem


async def test_by_its_topic():
    hus = await bygg_bok(send=True)
    assert SAKEN in await hus.si(BERIT, "hva ble bestemt om digital hjemmeoppfølging")
    assert SAKEN not in await hus.si(UKJENT, "hva ble bestemt om digital hjemmeoppfølging")


async def test_nynorsk():
    hus = await bygg_bok()
    await hus.chat.si(OVE, "svar på nynorsk", i=privat(OVE))
    assert "Status: Utkast – ikkje godkjent" in await hus.si(OVE, "konklusjonen i sak 02/24")
