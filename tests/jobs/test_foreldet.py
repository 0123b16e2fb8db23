"""The service was down, or somebody else was about to send: what is no longer so is not said."""

from datetime import date, time, timedelta

import pytest

from bot.domain.utboks import Varselslag
from bot.turn import Message
from bot.varsling import Varsel
from tests.dialogs.chat import kl
from tests.fakes import FakeStore
from tests.jobs.test_varakall import Drift
from tests.varsling.forfallshus import NAA

TIL_DAGEN = kl("2024-05-16T08:59")
BEGYNT = kl("2024-05-16T09:00")
OM_TIDEN = [Varselslag.INNKALLING, Varselslag.PAAMINNELSE]


async def drift_med(slag: Varselslag) -> Drift:
    """Berit is to be told of the møte on 16 May at nine; it is 6 May."""
    drift = await Drift(FakeStore()).bygg("berit")
    hus = drift.hus
    async with hus.varsler(NAA) as (_, varsler):
        varsel = Varsel("n", slag, lambda norsk: Message("Husk møtet"), hus.moete_id)
        await varsler.til_person(hus["berit"].person_id or 0, varsel)
    return drift


@pytest.mark.parametrize(("naa", "sendt"), [(NAA, 1), (TIL_DAGEN, 1), (BEGYNT, 0)])
@pytest.mark.parametrize("slag", OM_TIDEN)
async def test_what_tells_of_a_moete_is_sent_until_it_begins(slag, naa, sendt):
    drift = await drift_med(slag)
    drift.clock.at = naa
    await drift.outbox.empty()
    assert len(drift.poster.got) == sendt


@pytest.mark.parametrize(
    ("felt", "sendt"),
    [
        ({"avlyst": True}, 0),
        ({"dato": date(2024, 5, 23)}, 0),
        ({"start": time(10)}, 0),
        ({"sted": "Storsalen"}, 1),
    ],
)
@pytest.mark.parametrize("slag", OM_TIDEN)
async def test_nor_of_one_that_is_called_off_or_has_another_time(slag, felt, sendt):
    """Stored while another process had the post: it died, and its lease runs out."""
    drift = await drift_med(slag)
    async with drift.hus.store.turn() as uow:
        await uow.utboks.ta(NAA, timedelta(0), 5)
        await uow.commit()
    await drift.hus.flytt_moetet(**felt)
    drift.clock.at = NAA + timedelta(minutes=1)
    await drift.outbox.empty()
    assert len(drift.poster.got) == sendt
    assert await drift.outbox.empty() == 0


async def test_that_it_was_called_off_is_said_whenever():
    drift = await drift_med(Varselslag.AVLYST)
    await drift.hus.flytt_moetet(avlyst=True)
    drift.clock.at = BEGYNT
    await drift.outbox.empty()
    assert len(drift.poster.got) == 1
