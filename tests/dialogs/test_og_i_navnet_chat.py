"""Bodies with «og» in their names: one body, not two."""

from dataclasses import replace
from datetime import date, time

import pytest

from bot.domain.reading import Reading
from tests.dialogs import eksempel

BARN = "Fagråd 1 Barn og unge"


@pytest.fixture
async def to_raad(chat):
    innkalling = replace(
        eksempel.innkalling(date(2024, 5, 22)), utvalg=BARN, start=time(9), slutt=time(10), hendelser=[]
    )
    await chat.har(Reading(innkalling))
    return chat


async def test_a_name_with_og_is_answered_once(to_raad):
    svar = await to_raad.si("anne", f"neste møte i {BARN}")
    assert len(svar.outcome.replies) == 1
    assert svar.foerst.startswith("Neste møte i Fagråd 1 er onsdag 22. mai 2024")


async def test_beside_it_a_body_nobody_knows_is_still_told_of(to_raad):
    svar = await to_raad.si("anne", f"når møtes {BARN} og Strategisk samarbeidsutvalg?")
    assert len(svar.outcome.replies) == 2
    assert "22. mai 2024" in svar.outcome.replies[0].message.text
    assert "ikke" in svar.outcome.replies[1].message.text
