"""A referat that is changed when the members have it: whoever changed it hears that they have it."""

import pytest

from tests.dialogs.chat import privat
from tests.dialogs.godkjenningsfolk import BERIT, DAGEN_ETTER, OVE, bygg_bok

DE_HAR_DET = "Referatet er sendt til godkjenning. Medlemmene ser endringen når de åpner det"


@pytest.fixture
async def hus():
    hus = await bygg_bok(send=True)
    await hus.chat.post()
    return hus


@pytest.mark.parametrize("linje", ["endre punkt 2 til noe annet", "stryk punkt 2"])
async def test_the_receipt_says_that_the_members_have_it(hus, linje):
    svar = await hus.si(OVE, linje)
    assert DE_HAR_DET in svar
    assert "Send på nytt" in svar.labels


async def test_also_of_a_new_point(hus):
    svar = await hus.si(OVE, "k: ny konklusjon")
    assert DE_HAR_DET not in svar
    assert DE_HAR_DET in await hus.trykk(OVE, svar.buttons[0])


async def test_it_may_be_sent_again_from_there(hus):
    svar = await hus.si(OVE, "endre punkt 2 til noe annet")
    svar = await hus.trykk(OVE, svar.knapp("Send på nytt"))
    assert "Skal jeg sende det på nytt, slik det står nå?" in svar
    await hus.trykk(OVE, svar.knapp("Ja"), at="2024-05-16T09:05")
    assert BERIT in str(list(await hus.chat.post()))


async def test_not_of_what_is_read_or_is_an_utkast(hus):
    assert DE_HAR_DET not in await hus.si(OVE, "vis utkastet")
    assert DE_HAR_DET not in await (await bygg_bok()).si(OVE, "endre punkt 2 til noe annet")


async def test_nynorsk(hus):
    await hus.chat.si(OVE, "svar på nynorsk", i=privat(OVE), at=DAGEN_ETTER)
    assert "Medlemene ser endringa når dei opnar det" in await hus.si(OVE, "stryk punkt 2")
