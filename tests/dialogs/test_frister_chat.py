"""Frister of the sak, the body and the channel that are meant, and those that are over."""

from dataclasses import replace
from datetime import date, time

import pytest

from bot.domain.innkalling import Hendelse, Hendelsestype
from bot.domain.reading import Reading
from tests.dialogs import eksempel
from tests.dialogs.chat import kanal

RAAD = "Fagråd 1 Barn og unge"
LEVERING = Hendelse(
    Hendelsestype.FRIST, "innspill til planen innen 10.06.24", date(2024, 6, 10), saksnr="05/24"
)
ETTER = "2024-07-01T09:00"


@pytest.fixture
async def to(chat):
    """ASU with a høringsfrist and a milepæl in sak 3, the fagråd with a frist in its sak 5."""
    await chat.har(
        Reading(
            replace(
                eksempel.innkalling(date(2024, 5, 22)),
                utvalg=RAAD,
                start=time(9),
                slutt=time(10),
                hendelser=[LEVERING],
            )
        )
    )
    return chat


async def test_frister_of_one_sak(to):
    svar = await to.si("anne", "frister i sak 3")
    assert svar.foerst == "Jeg kjenner til to frister og milepæler i sak 3."
    assert "innspill til planen" not in svar.text
    assert (await to.si("anne", "frister i sak 5")).foerst == "Fristen i sak 5 er mandag 10. juni 2024."
    svar = await to.si("anne", "frister i sak 2/24")
    assert svar.text == "Jeg kjenner ikke til noen frister i sak 2/24."


async def test_frister_of_a_sak_by_its_place(chat):
    svar = await chat.si("anne", "frister i tredje sak")
    assert svar.foerst == "Jeg kjenner til to frister og milepæler i sak 3/24."
    assert "Sakslisten" in await chat.si("anne", "frister i tolvte sak")


async def test_frister_of_one_body(to):
    svar = await to.si("anne", f"hvilke frister har {RAAD}")
    assert svar.foerst == "Jeg kjenner til én frist i papirene til Fagråd 1 framover."
    assert "Høringsfrist" not in svar
    svar = await to.si("anne", f"hvilke frister har {RAAD}", at=ETTER)
    assert svar.text == "Jeg kjenner ikke til noen frister i papirene til Fagråd 1 framover."


async def test_in_the_channel_of_a_body_its_own_are_meant(to):
    i = kanal(RAAD)
    svar = await to.si("anne", "hvilke frister har vi", i=i)
    assert svar.foerst == "Jeg kjenner til én frist i papirene til Fagråd 1 framover."
    svar = await to.si("anne", "møter i mai", i=i)
    assert svar.foerst == "Jeg kjenner til ett møte i Fagråd 1 i mai 2024."
    assert "15. mai" not in svar.text
    svar = await to.si("anne", "møter i ASU i mai", i=i)
    assert "15. mai" in svar


async def test_milestones_are_not_called_frister(to):
    svar = await to.si("anne", "milepæler", at="2024-06-19T09:00")
    assert svar.foerst == "Jeg kjenner til én milepæl framover."
    svar = await to.si("anne", "milepæler", i=kanal(RAAD))
    assert svar.text == ("Jeg kjenner ikke til noen milepæler i papirene til Fagråd 1 framover.")


async def test_a_hoeringsfrist_that_is_over_is_told_as_past(chat):
    svar = await chat.si("anne", "når er høringsfristen?", at=ETTER)
    assert svar.foerst == "Høringsfristen var mandag 3. juni 2024 (foreslått, ikke vedtatt)."
    svar = await chat.si("anne", "frist for øykommunene", at=ETTER)
    assert svar.foerst == (
        "Jeg kjenner til to frister og milepæler for «øykommunene». Alle datoene er passert."
    )


async def test_other_frister_are_told_where_the_one_is_not_there(to):
    svar = await to.si("anne", "høringsfrist", i=kanal(RAAD))
    assert svar.foerst == (
        "Jeg kjenner ikke til noen høringsfrist i papirene til Fagråd 1. Disse kjenner jeg til:"
    )
    assert "Innspill til planen" in svar
