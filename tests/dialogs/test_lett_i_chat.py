"""Nothing found: where the bot has looked, and how far back."""

from datetime import date, timedelta

from bot.domain.reading import Reading
from bot.domain.referat import Referat, Referatdel, Referatsak
from dialogs.sakfinner import MAKS
from tests.dialogs import eksempel
from tests.dialogs.chat import Chat, kanal


async def test_in_a_channel_only_its_body_is_named(chat):
    i = kanal("ASU")
    ingen = "Jeg finner ingen sak om «helikopter»."
    svar = await chat.si("anne", "sak om helikopter", i=i)
    assert svar.text == f"{ingen} Jeg har bare lett i papirene til ASU."
    svar = await chat.si("anne", "sak om helikopter")
    assert svar.text == f"{ingen} Jeg har papirer fra ASU og Fagråd for pasientsamarbeid."


async def test_a_vedtak_not_found_in_a_channel(chat):
    svar = await chat.si("anne", "hva vedtok vi om helikopter?", i=kanal("ASU"))
    assert svar.text.endswith("Jeg har bare lett i papirene til ASU.")


def _referat(nr: int) -> Reading:
    sak = Referatsak("01/24", "Helikopter" if nr == MAKS else "Ambulanse", konklusjon=["Godkjent"])
    return Reading(
        referat=Referat("ASU", dato=eksempel.DAGEN - timedelta(weeks=nr + 2), deler=[Referatdel([sak])])
    )


async def test_how_far_back_it_looked_is_said():
    bot = Chat()
    await bot.har(*(_referat(nr) for nr in range(MAKS)))
    assert "tilbake til" not in await bot.si("anne", "sak om helikopter")
    await bot.har(_referat(MAKS))
    svar = await bot.si("anne", "sak om helikopter")
    assert svar.text == (
        "Jeg finner ingen sak om «helikopter». Jeg har lett i 40 møter, tilbake til 2. august 2023."
    )
    assert date(2023, 8, 2) == eksempel.DAGEN - timedelta(weeks=MAKS + 1)
